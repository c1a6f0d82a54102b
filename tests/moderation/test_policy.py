"""Reading a profile: what a file may say, and how a mistake in it is named."""

import tomllib
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moderation.answers import Quorum
from moderation.category import ALWAYS_URGENT, Category
from moderation.finding import Severity
from moderation.knobs import KNOBS
from moderation.policy import PROFILES, Policy, PolicyError, load_policy
from moderation.post import Author, Role

Load = Callable[[str], Policy]

FILLED = """
[setting]
contact_email = "office@example.org"
contact_phone = "020 7946 0000"
[policy]
title = "Social media"
version = "3"
adopted = 2026-09-01
signatories = ["J. Example, chair"]
[calendar]
terms = [[2026-09-03, 2026-12-18]]
[escalation.local_contacts]
lado = "020 7946 0001"
childrens_services = "020 7946 0002"
out_of_hours = "020 7946 0003"
police = "101"
ofsted = "020 7946 0004"
ico = "020 7946 0005"
"""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def read(text: str) -> Policy:
        path = tmp_path / "ours.toml"
        path.write_text(text, encoding="utf-8")
        return load_policy(path)

    return read


def complaint(load: Load, text: str) -> str:
    """What the loader says about a bad file; one line, and it names the file first."""
    with pytest.raises(PolicyError) as caught:
        load(text)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "ours.toml: " in sentence
    return sentence.partition("ours.toml: ")[2]


def test_an_empty_file_is_the_default_policy(load: Load) -> None:
    assert load("").knobs == load_policy("default").knobs


def test_the_default_answers_every_knob() -> None:
    default = load_policy("default")

    assert set(default.knobs) == {name for name, knob in KNOBS.items() if not knob.optional}


def test_a_file_changes_only_what_it_says(load: Load) -> None:
    # when
    policy = load('[criticism]\nparents = "ask_takedown"')

    # then
    default = load_policy("default")
    assert policy["criticism.parents"] == "ask_takedown"
    assert {name for name in policy.knobs if policy[name] != default[name]} == {"criticism.parents"}


def test_a_file_overrides_the_shipped_profile_it_extends_key_by_key(load: Load) -> None:
    # when
    policy = load('extends = "orleton"\n[images]\nfaces = "forbid"')

    # then
    assert policy["images.faces"] == "forbid"
    assert policy["images.staff_personal"] == "hold"
    assert policy["setting.name"] == "Orleton Pre-School"


def test_a_path_to_extend_starts_from_the_file_that_names_it(tmp_path: Path) -> None:
    # given
    (tmp_path / "deeper").mkdir()
    (tmp_path / "base.toml").write_text('[setting]\nname = "Base"\n[promo]\nmember_ads = "hide"')
    (tmp_path / "deeper" / "ours.toml").write_text('extends = "../base.toml"\n[setting]\nname = "Ours"')

    # when
    policy = load_policy(tmp_path / "deeper" / "ours.toml")

    # then
    assert (policy["setting.name"], policy["promo.member_ads"]) == ("Ours", "hide")


def test_profiles_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    # given
    (tmp_path / "a.toml").write_text('extends = "b.toml"')
    (tmp_path / "b.toml").write_text('extends = "a.toml"')

    # then
    with pytest.raises(PolicyError, match=r"b\.toml: extends: leads back to .*a\.toml"):
        load_policy(tmp_path / "a.toml")


def test_what_stands_in_a_file_is_read_into_values_of_its_kind(load: Load) -> None:
    policy = load(
        """
        [escalation]
        content = ["chair", "manager"]
        [membership]
        conduct_removal = ["manager", "chair", "all"]
        [images]
        no_publish_list = "off"
        [response]
        remind_at = ["09:15"]
        [quiet]
        hours = "22:00-06:30"
        [staff.session_hours]
        tue = ["09:00-12:00", "13:00-15:30"]
        [calendar]
        terms = [["2026-09-03", "2026-12-18"]]
        closures = [2026-10-19]
        [education]
        language = ["en", "easy-read"]
        """
    )

    assert policy.roles("escalation.content") == (Role.CHAIR, Role.MANAGER)
    assert policy["membership.conduct_removal"] == Quorum((Role.MANAGER, Role.CHAIR), every=True)
    assert policy.roles("membership.conduct_removal") == (Role.MANAGER, Role.CHAIR)
    assert policy.needs_all("membership.conduct_removal")
    assert not policy.needs_all("escalation.content")
    assert policy["images.no_publish_list"] is False
    assert policy["response.remind_at"] == (time(9, 15),)
    assert policy["quiet.hours"] == (time(22), time(6, 30))
    assert policy["staff.session_hours"] == {
        "tue": ((time(9), time(12)), (time(13), time(15, 30))),
    }
    assert policy["calendar.terms"] == ((date(2026, 9, 3), date(2026, 12, 18)),)
    assert policy["calendar.closures"] == ((date(2026, 10, 19), date(2026, 10, 19)),)
    assert policy["education.language"] == ("en", "easy-read")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            '[criticism]\nparnets = "route"',
            "criticism.parnets: there is no such knob. Did you mean criticism.parents?",
        ),
        (
            '[critcism]\nparents = "route"',
            "critcism.parents: there is no such knob. Did you mean criticism.parents?",
        ),
        (
            '[severity.abuse]\nparent = "flag"',
            "severity.abuse.parent: there is no such knob. Did you mean severity.ABUSE.parent?",
        ),
        ("[nonsense]", "nonsense: there is no such knob."),
        ('criticism = "route"', "criticism: is a section of the file, not something to answer."),
        (
            '[criticism]\nparents = "banish"',
            'criticism.parents: "banish" is not one of allow_polite, route, ask_takedown, hide_and_route.',
        ),
        (
            "[criticism]\nparents = true",
            "criticism.parents: true is not one of allow_polite, route, ask_takedown, hide_and_route.",
        ),
        (
            "[criticism]\ntakedown_grace_min = 5",
            "criticism.takedown_grace_min: 5 is not a whole number from 15 to 1440.",
        ),
        (
            "[criticism]\ntakedown_grace_min = true",
            "criticism.takedown_grace_min: true is not a whole number from 15 to 1440.",
        ),
        ("[score]\nstaff_offset = nan", "score.staff_offset: nan is not a number from 0.00 to 0.30."),
        (
            '[images]\nno_publish_list = "yes"',
            'images.no_publish_list: "yes" is neither true nor false (on and off are understood too).',
        ),
        (
            '[images]\ncompromising = "keep"',
            'images.compromising: is always "delete_no_copy" and cannot be changed.',
        ),
        (
            "[quiet]\nurgent_overrides = false",
            "quiet.urgent_overrides: is always true and cannot be changed.",
        ),
        ("[setting]\nname = 7", "setting.name: 7 is not a text in quotation marks."),
        ('[setting]\naliases = "us"', 'setting.aliases: "us" is not a list of texts such as ["one", "two"].'),
        ('[escalation]\ncontent = ["boss"]', 'escalation.content: "boss" is not one of parent, relative,'),
        ('[escalation]\ncontent = ["lead", "lead"]', 'escalation.content: "lead" is there twice.'),
        ('[escalation]\ncontent = ["manager", "all"]', 'escalation.content: "all" is not one of parent,'),
        ("[escalation]\ncontent = 3", 'escalation.content: 3 is not a list such as ["one", "two"].'),
        (
            '[response]\ndeadline = "hours:0"',
            'response.deadline: "hours:0" is not one of next_working_day, same_day, none, hours:N',
        ),
        (
            '[response]\nremind_at = ["8:30"]',
            'response.remind_at: "8:30" is not a time of day such as "08:30".',
        ),
        ('[quiet]\nhours = "late"', 'quiet.hours: "late" is not a stretch of the day such as "09:00-15:00".'),
        (
            '[staff.session_hours]\nmonday = "09:00-15:00"',
            'staff.session_hours: "monday" is not one of mon, tue,',
        ),
        (
            '[calendar]\nclosures = ["Easter"]',
            'calendar.closures: "Easter" is not a date such as 2026-09-03.',
        ),
        (
            "[calendar]\nterms = [[2026-12-18, 2026-09-03]]",
            "calendar.terms: 2026-09-03 comes before 2026-12-18.",
        ),
        ("[calendar]\nterms = [[2026-12-18]]", "calendar.terms: "),
        (
            '[policy]\nadopted = "last year"',
            'policy.adopted: "last year" is not a date such as "2026-09-03" or a month',
        ),
        ('[transparency]\nask_first = ["RUDE"]', 'transparency.ask_first: "RUDE" is not one of SAFEGUARD,'),
        (
            '[transparency]\nask_first = ["CHILD_ID"]',
            "transparency.ask_first: CHILD_ID cannot wait for the poster to be asked.",
        ),
        (
            "[score.thresholds.ABUSE]\nhide = 0.3",
            "score.thresholds.ABUSE.hide: 0.30 is below the 0.40 of flag.",
        ),
        (
            "[score.thresholds.ABUSE]\nhide = 1.5",
            "score.thresholds.ABUSE.hide: 1.5 is not a number from 0.00 to 1.00.",
        ),
        ("extends = 3", "extends: must be the name of a profile or a path in quotation marks."),
        ('extends = "orlton"', "extends: orlton: there is no such profile;"),
        ('extends = "ours.toml"', "extends: leads back to"),
        ("confirm = 3", "confirm: must be a list of knob names in quotation marks."),
        (
            'confirm = ["criticism.parnets"]',
            "confirm: criticism.parnets: there is no such knob. Did you mean criticism.parents?",
        ),
        (
            '[setting\nname = "x"',
            "is not valid TOML: Expected ']' at the end of a table declaration (at line 1, column 9).",
        ),
    ],
)
def test_a_mistake_is_named_in_one_sentence(load: Load, text: str, says: str) -> None:
    assert complaint(load, text).startswith(says)


@pytest.mark.parametrize("category", sorted(ALWAYS_URGENT))
@pytest.mark.parametrize("level", ["info", "flag", "hide"])
def test_an_urgent_category_cannot_be_lowered(load: Load, category: Category, level: str) -> None:
    text = f'[severity.{category}]\nstaff = "{level}"'

    assert complaint(load, text) == (
        f'severity.{category}.staff: "{level}" is too low: this category is always urgent.'
    )


def test_enforcing_is_refused_while_required_answers_are_missing(load: Load) -> None:
    says = complaint(load, 'mode.level = "enforce"')

    assert says.startswith(
        'mode.level: "enforce" has to wait until these are answered: setting.contact_email'
    )


def test_enforcing_is_accepted_once_everything_required_is_answered(load: Load) -> None:
    policy = load(FILLED + '[mode]\nlevel = "enforce"')

    assert policy["mode.level"] == "enforce"
    assert policy.unanswered == ()


def test_an_open_question_means_the_default_until_it_is_answered(load: Load) -> None:
    # when
    policy = load('[staff]\nsession_hours = "ask"\n[setting]\ncontact_phone = "ask"')

    # then
    assert policy["staff.session_hours"] == load_policy("default")["staff.session_hours"]
    assert policy["setting.contact_phone"] == ""
    assert policy.asked == ("setting.contact_phone", "staff.session_hours")
    assert "setting.contact_phone" in policy.unanswered
    assert "staff.session_hours" in policy.warnings[-1]


def test_a_question_of_the_extended_profile_is_answered_by_the_file(load: Load) -> None:
    policy = load('extends = "orleton"\n[setting]\ncontact_phone = "020 7946 0000"')

    assert "setting.contact_phone" in load_policy("orleton").asked
    assert "setting.contact_phone" not in policy.asked
    assert "setting.contact_phone" not in policy.unanswered


def test_asking_about_relatives_is_an_answer_and_no_open_question(load: Load) -> None:
    policy = load('[membership]\nrelatives = "ask"')

    assert policy["membership.relatives"] == "ask"
    assert policy.asked == ()


def test_a_value_written_again_counts_as_confirmed(load: Load) -> None:
    policy = load('extends = "orleton"\n[membership]\nnotice_days = 7')

    assert "membership.notice_days" in load_policy("orleton").unconfirmed
    assert "membership.notice_days" not in policy.unconfirmed
    assert "membership.reaccept_months" in policy.unconfirmed


def test_a_sole_administrator_is_a_warning_and_no_refusal(load: Load) -> None:
    policy = load('[accounts]\nmin_people = 1\nadmin_roles = ["manager"]')

    assert [warning.partition(":")[0] for warning in policy.warnings[:2]] == [
        "accounts.min_people",
        "accounts.admin_roles",
    ]


def test_a_complete_policy_has_no_warnings(load: Load) -> None:
    assert load(FILLED).warnings == ()


def test_a_name_that_nobody_ships_is_refused_with_a_hint() -> None:
    with pytest.raises(PolicyError, match=r"orlten: there is no such profile;.* Did you mean orleton"):
        load_policy("orlten")


@pytest.mark.parametrize("name", ["", "x" * 5000, "nul\0.toml", "/no/such/file.toml", "x" * 5000 + ".toml"])
def test_a_name_that_no_file_can_have_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(PolicyError):
        load_policy(name)


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "picture.toml"
    path.write_bytes(b"\x89PNG\xff")

    with pytest.raises(PolicyError, match="is not a text file in UTF-8"):
        load_policy(path)


def test_a_file_saved_by_a_windows_editor_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes('\ufeff[setting]\r\nname = "Ours"\r\n'.encode())

    assert load_policy(path)["setting.name"] == "Ours"


def test_the_strictest_of_a_persons_roles_decides_how_grave_a_thing_is(load: Load) -> None:
    # given
    policy = load('[severity.PROMO]\nparent = "info"\nstaff = "flag"\nchair = "hide"')

    # then
    assert policy.severity_for(Category.PROMO, Author(1)) == Severity.INFO
    assert policy.severity_for(Category.PROMO, Author(1, frozenset({Role.COMMITTEE}))) == Severity.FLAG
    both = Author(1, frozenset({Role.PARENT, Role.CHAIR}))
    assert policy.severity_for(Category.PROMO, both) == Severity.HIDE
    assert policy.severity_for(Category.LINK, both) is None


def test_staff_reach_a_threshold_sooner() -> None:
    # given
    policy = load_policy("default")
    staff = Author(1, frozenset({Role.STAFF}))

    # then
    assert policy.threshold(Category.ABUSE, Severity.HIDE) == 0.85
    assert policy.threshold(Category.ABUSE, Severity.HIDE, Author(1)) == 0.85
    assert policy.threshold(Category.ABUSE, Severity.HIDE, staff) == pytest.approx(0.75)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from(sorted(KNOBS)), VALUES)
def test_no_value_makes_a_knob_do_anything_but_read_or_refuse(knob: str, value: object) -> None:
    try:
        KNOBS[knob].read(value)
    except ValueError as error:
        assert str(error)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=80) | st.sampled_from(["[[setting]]", "a" * 300, "[" * 3000, "x = " + "[" * 3000]))
def test_no_file_makes_the_loader_do_anything_but_read_or_refuse(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))

    try:
        load_policy(path)
    except PolicyError as error:
        assert str(path) in str(error)


def test_the_shipped_files_say_nothing_twice() -> None:
    for path in PROFILES.glob("*.toml"):
        names = tomllib.loads(path.read_text(encoding="utf-8")).get("confirm", [])
        assert len(names) == len(set(names)), path.name
