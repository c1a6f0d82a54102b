"""Contact details: what counts as a number, whose it is, and what may be passed on."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.detectors import contact_details
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.policy import load_policy
from moderation.post import Author, Media, Post, Role

POLICY = load_policy("default")


def found(text: str, role: Role = Role.PARENT, **knobs: str) -> list[Finding]:
    policy = replace(
        POLICY, knobs={**POLICY.knobs, **{key.replace("__", "."): value for key, value in knobs.items()}}
    )
    return list(contact_details.find(Post(text, Author(None, frozenset({role}))), Facts(toxicity={}), policy))


@pytest.mark.parametrize(
    "number",
    [
        "07700 900461",
        "07400 123456",
        "+44 7700 900461",
        "(020) 7946 0381",
        "oh double-seven double-oh nine double-oh six one five",
        "077oo 9oo 19l",
        "０７７００ ９００４６１",
        "0 7 7 0 0 9 0 0 4 6 1",
        "d.ravenscroft (at) example (dot) org",
        "someone at example dot com",
        "jo dot fenwick at example dot com",
        "oh seven seven double oh, nine hundred, one two three",
    ],
)
def test_somebody_elses_number_or_address_is_hidden_however_it_is_written(number: str) -> None:
    (finding,) = found(f"Joanne is on {number}")

    assert (finding.severity, finding.subtype) == (Severity.HIDE, "contact")


def test_the_posters_own_number_is_only_flagged() -> None:
    (finding,) = found("text me on 07700 900862 if you can do the urn")

    assert (finding.severity, finding.subtype) == (Severity.FLAG, "own_contact")


def test_a_number_of_somebody_on_the_staff_is_told_apart() -> None:
    (finding,) = found("Miss Kelly's own mobile is 07700 900233")

    assert finding.subtype == "staff_number"


@pytest.mark.parametrize(
    "text",
    [
        "ring 999, or 111, or 101",
        "NSPCC is 0808 800 5000",
        "the LADO line is 0344 381 4772",
        "the office number is 01632 960000",
        "order 07711 004882013",
        "win 118 243, green 7, 11 May 2026, £1,077.00",
    ],
)
def test_public_numbers_and_other_figures_pass(text: str) -> None:
    assert found(text) == []


def test_the_settings_own_number_passes() -> None:
    own = "07700 900123"

    assert found("ring 07700 900123 please", setting__contact_phone=own) == []
    assert found("ring 07700 900124 please", setting__contact_phone=own) != []


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("sort code 20-00-00 acc 55779911", "financial"),
        ("4242 4242 4242 4242 exp 04/29", "financial"),
        ("my nhs no is 943 476 5919", "id_number"),
        ("NI is QQ 12 34 56 C", "id_number"),
        ("passport 925665416", "id_number"),
    ],
)
def test_account_and_identity_numbers_are_hidden(text: str, subtype: str) -> None:
    assert [(one.severity, one.subtype) for one in found(text)] == [(Severity.HIDE, subtype)]


def test_a_card_number_with_a_wrong_check_figure_passes() -> None:
    assert found("tracking 4242 4242 4242 4243") == []


def test_a_contact_card_is_hidden_and_a_map_flagged() -> None:
    def severity(media: Media) -> Severity:
        (finding,) = contact_details.find(Post("", media=media), Facts(toxicity={}), POLICY)
        return finding.severity

    assert (severity(Media.CONTACT), severity(Media.LOCATION)) == (Severity.HIDE, Severity.FLAG)


@pytest.mark.parametrize(
    "text",
    [
        "The Old Forge, Kirk Wynd, ZE9 9XX",
        "his date of birth is 14/07/1991",
        "DOB 14.7.88",
        "Ryan was born 12 Oct",
        "the black one AB12 CDE, that's Amina's",
        "pin for the kitty card is 2580",
        "he's bigdave77 on facebook, have a look at those photos",
        "comment your first pet and the street you grew up on",
        "First pet: Smokey. First school: Hill Lane.",
        "mums maiden name was Turner if that helps",
    ],
)
def test_whatever_finds_a_person_or_opens_their_door_is_hidden(text: str) -> None:
    assert Severity.HIDE in {one.severity for one in found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "follow me back",
        "our first pet is a goldfish and it has no name yet",
        "first school run of the year done, I need a coffee",
        "my first job in Woolworths, pick and mix for life",
        "our baby was born 12 October, 7lb 4",
        "the hall is at Church Lane, ZE9 9XX",
        "nine hundred and twenty raffle tickets sold",
    ],
)
def test_what_only_looks_like_it_passes(text: str) -> None:
    assert found(text) == []


@given(st.text(alphabet="0123456789 +-()olatdb@.", max_size=60))
def test_evidence_always_lies_in_the_post(text: str) -> None:
    for finding in found(text):
        for evidence in finding.evidence:
            assert text[evidence.start : evidence.end] == evidence.words != ""
