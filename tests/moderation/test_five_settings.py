"""The same post in five settings: what each policy asks for (the table of conflicts, X1 to X19)."""

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

import pytest

from moderation.category import Category
from moderation.decision import Action, Decision, Mode, Step, decide
from moderation.facts import Facts, RosterNames, named
from moderation.judge import judge
from moderation.policy import SHIPPED, Policy, load_policy
from moderation.post import Author, Media, Post, Role

SETTINGS = SHIPPED[1:]
POLICIES = {name: load_policy(name) for name in SHIPPED}
STAFF = frozenset({Role.STAFF})
CALM = Facts(toxicity={})
IN_SESSION = datetime.fromisoformat("2026-09-07T10:15:00+01:00")

H, HD, R, ASK, F, N, U = (
    Action.HIDE,
    Action.HOLD,
    Action.ROUTE,
    Action.ASK,
    Action.FLAG,
    Action.NUDGE,
    Action.URGENT,
)
PASS = None  # nothing that anybody sees


def turned(policy: Policy, **knobs: Any) -> Policy:
    """The same policy with some knobs set otherwise; a knob's dot is written as two underscores."""
    changed = {name.replace("__", "."): value for name, value in knobs.items()}
    return replace(policy, knobs=MappingProxyType({**policy.knobs, **changed}))


def decided(post: Post, policy: Policy, facts: Facts = CALM) -> Decision:
    return decide(judge(post, facts, policy), policy, mode=Mode.ENFORCE)


def said(text: str, role: Role = Role.PARENT, media: Media | None = None, at: datetime | None = None) -> Post:
    return Post(text, Author(1, frozenset({role})), media, at=at)


# In the order WM, OR, SJ, WW, BT.
TABLE: list[tuple[str, Post, tuple[Action | None, ...]]] = [
    ("X1", said("Really disappointed nobody told us about the closure til 7am. again."), (H, R, R, ASK, R)),
    ("X2", said("honestly a shambles as usual, typical of that lot"), (H, R, R, ASK, ASK)),
    ("X3", said("as someone who works here, loved the sing-along today", Role.STAFF), (H, N, H, PASS, N)),
    ("X4", said("short staffed AGAIN and no thanks from management", Role.STAFF), (H, H, H, H, H)),
    ("X5", said("sports day!", media=Media.PHOTO), (HD, HD, HD, H, HD)),
    ("X6", said("so proud", Role.STAFF, Media.PHOTO), (H, HD, H, H, H)),
    ("X8", said("it's all here https://thesetting.example/news"), (H, PASS, PASS, PASS, PASS)),
    ("X9", said("Miss Amy can i add u on fb?"), (N, PASS, N, N, PASS)),
    ("X10", said("accepted your request!", Role.STAFF), (F, PASS, H, F, PASS)),
    ("X11", said("Poppy loved pancake day!"), (PASS, PASS, PASS, N, PASS)),
    ("X12", said("Isla wont be in today, tummy bug"), (R, R, R, H, R)),
    (
        "X13",
        said("anyone watching the football tonight?", Role.STAFF, at=IN_SESSION),
        (N, N, PASS, N, PASS),
    ),
    ("X18", said("Not sure who to tell but L had marks on his arms again"), (U, U, U, U, U)),
    ("X19", said("Hi all im a reporter at the Herald looking into nursery closures", Role.UNKNOWN), (F,) * 5),
]
OPEN_HOURS = {
    day: ((IN_SESSION.time().replace(hour=9), IN_SESSION.time().replace(hour=15)),) for day in ("mon",)
}
LIVED_IN = {"links__setting_domains": ("thesetting.example",), "staff__session_hours": OPEN_HOURS}


@pytest.mark.parametrize(("name", "post", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_the_same_post_meets_with_what_each_policy_asks_for(
    name: str, post: Post, expected: tuple[Action | None, ...]
) -> None:
    actions = {one: decided(post, turned(POLICIES[one], **LIVED_IN)).action for one in SETTINGS}

    for setting, wanted in zip(SETTINGS, expected, strict=True):
        if wanted is PASS:
            assert actions[setting].level < Action.NUDGE.level, (name, setting)
        else:
            assert actions[setting] == wanted, (name, setting)


def test_rude_criticism_is_seen_by_a_person_too() -> None:
    """X2 at OR and SJ: passed on, and a person looks."""
    post = said("honestly a shambles as usual, typical of that lot")

    assert all(decided(post, POLICIES[name]).wants(Step.CARD) for name in ("orleton", "st-josephs"))


@pytest.mark.parametrize("name", SETTINGS)
def test_a_hidden_insult_is_explained_to_the_group_as_the_policy_says(name: str) -> None:
    """X14."""
    policy = POLICIES[name]
    exact = {"bishopthorpe"}

    assert decided(said("you absolute moron"), policy).wants(Step.NOTICE)
    assert policy["transparency.public_reason"] == ("exact" if name in exact else "category")


@pytest.mark.parametrize("name", SHIPPED)
@pytest.mark.parametrize(
    "words",
    [
        "nobody told us AGAIN, an absolute shambles, and L had marks on his arms that looked like fingers",
        "I'm fuming. You lot are useless. My son says one of the helpers smacked him, what do I do",
    ],
)
def test_a_worry_about_a_child_is_never_taken_for_criticism_or_rudeness(name: str, words: str) -> None:
    decision = decided(said(words), POLICIES[name])

    assert decision.because is not None
    assert (decision.action, decision.because.category) == (U, Category.SAFEGUARD)
    assert decision.reply is not None
    assert decision.reply.startswith("help.")


@pytest.mark.parametrize("name", SHIPPED)
def test_saying_that_one_will_go_to_ofsted_is_never_hidden(name: str) -> None:
    words = "I'll be putting in a formal complaint and ringing Ofsted in the morning"

    assert decided(said(words), POLICIES[name]).action.level <= Action.ROUTE.level


KIDS = Facts(
    toxicity={},
    roster=RosterNames(
        own_children=frozenset({named("Mia", surname="Barnes")}),
        other_children=frozenset({named("Zubin", surname="Rao"), named("Orla", surname="Keane")}),
        may_be_named=frozenset({named("Orla", surname="Keane")}),
        no_publish=frozenset({named("Mia", surname="Barnes")}),
        staff=frozenset({named("Pat", surname="Lamb")}),
    ),
)

# What flips when a knob does: the post, the facts, the knob, and what each answer leads to.
KNOBS: list[tuple[str, Post, Facts, dict[Any, Action]]] = [
    ("images.parents", said("", media=Media.PHOTO), CALM, {"hold": HD, "hide": H}),
    ("images.staff_personal", said("", Role.STAFF, Media.PHOTO), CALM, {"never": H, "hold": HD}),
    ("images.no_publish_list", said("Mia at the farm", media=Media.PHOTO), KIDS, {True: H, False: HD}),
    (
        "images.tagging",
        said("tagging you all, your two are at the back of this one"),
        CALM,
        {"forbid": F, "allow": Action.INFO},
    ),
    (
        "children.named_by_parents",
        said("Mia was so funny"),
        KIDS,
        {"own_first_name": Action.ALLOW, "never": N},
    ),
    (
        "children.named_by_parents",
        said("Orla was so funny"),
        KIDS,
        {"with_consent": Action.ALLOW, "never": H},
    ),
    (
        "children.named_by_staff",
        said("Orla was so funny", Role.STAFF),
        KIDS,
        {"with_consent": Action.ALLOW, "never": H},
    ),
    (
        "children.coded_parents",
        said("not naming names but the curly haired one in pm group shouldnt be near mine"),
        CALM,
        {"ignore": Action.INFO, "flag": F, "hide": H},
    ),
    (
        "children.coded_staff",
        said("Well that was a day. LB + the scissors incident. need wine", Role.STAFF),
        CALM,
        {"ignore": Action.INFO, "flag": F, "hide": H},
    ),
    (
        "children.individual_matters",
        said("Isla wont be in today, tummy bug"),
        CALM,
        {"leave_and_route": R, "hide_and_route": H},
    ),
    (
        "criticism.parents",
        said("Comms are shocking at the moment"),
        CALM,
        {"allow_polite": R, "route": R, "ask_takedown": ASK, "hide_and_route": H},
    ),
    (
        "contacts.staff_parent",
        said("Miss Amy can i add u on fb?"),
        CALM,
        {"forbid": N, "discourage": N, "silent": Action.INFO},
    ),
    (
        "contacts.include_relatives",
        said("Miss Amy can i add u on fb?", Role.RELATIVE),
        CALM,
        {True: N, False: Action.INFO},
    ),
    (
        "contacts.own_numbers_parents",
        said("text me on 07700 900461"),
        CALM,
        {"allow": Action.ALLOW, "nudge": N, "hide": H},
    ),
    (
        "contacts.staff_numbers",
        said("Miss Kelly's own mobile is 07700 900233"),
        CALM,
        {"hide": H, "nudge": N},
    ),
    (
        "identity.staff_self_identify",
        said("as someone who works here, loved it", Role.STAFF),
        CALM,
        {"forbid": H, "with_disclaimer": N, "declare": N, "silent": Action.INFO},
    ),
    (
        "identity.works_with_children",
        said("I've worked with children for years", Role.STAFF),
        CALM,
        {"forbid": H, "silent": Action.INFO},
    ),
    (
        "identity.disclaimer",
        said("we all think the new pegs are better", Role.STAFF),
        CALM,
        {"if_identified": N, "none": Action.INFO},
    ),
    (
        "identity.disclaimer_text",
        said("as someone who works here I like it. Mine alone these views.", Role.STAFF),
        CALM,
        {"Mine alone these views.": Action.ALLOW, "Other words.": N},
    ),
    (
        "identity.anonymous",
        said("Posting this for a mum who wants to stay anonymous"),
        CALM,
        {"allow": Action.ALLOW, "flag": F, "hide": H},
    ),
    (
        "links.unknown",
        said("look https://somewhere.example/x"),
        CALM,
        {"allow": Action.ALLOW, "flag": F, "hold": HD},
    ),
    (
        "links.shorteners",
        said("look https://bit.ly/3x"),
        CALM,
        {"allow": Action.ALLOW, "flag": F, "hold": HD},
    ),
    ("links.allowlist", said("look https://ok.example/x"), CALM, {("ok.example",): Action.ALLOW, (): F}),
    ("links.blocklist", said("look https://no.example/x"), CALM, {("no.example",): H, (): F}),
    (
        "copyright.mode",
        said("full film ripped off youtube, all credit to the author"),
        CALM,
        {"cite": Action.ALLOW, "link_only": N, "comply": N, "permission_and_credit": N},
    ),
    (
        "brand.logo",
        said("made these mugs with the preschool logo"),
        CALM,
        {"allow": Action.ALLOW, "written_consent": N},
    ),
    (
        "promo.member_ads",
        said("Selling double buggy £120 ono collection only"),
        CALM,
        {"allow": Action.ALLOW, "hold": HD, "hide": H},
    ),
    (
        "controversial.check",
        said("Vote for them Thursday or say bye to your 30 hours", Role.STAFF),
        CALM,
        {"none": Action.INFO, "flag": F, "hold_for_approval": HD},
    ),
    (
        "staff.session_posts",
        said("anyone watching the football tonight?", Role.STAFF, at=IN_SESSION),
        CALM,
        {"forbid": N, "caution": N, "ignore": Action.ALLOW},
    ),
    (
        "staff.partners",
        said("Dent Coaches are rubbish, never use them"),
        CALM,
        {("Dent Coaches",): F, (): Action.ALLOW},
    ),
    (
        "transparency.ask_first",
        said("honestly a shambles as usual, typical of that lot"),
        CALM,
        {(): R, (Category.COMPLAINT,): ASK},
    ),
]


@pytest.mark.parametrize(
    ("knob", "post", "facts", "answers"), KNOBS, ids=[f"{row[0]} {place}" for place, row in enumerate(KNOBS)]
)
def test_a_knob_that_is_turned_changes_what_happens(
    knob: str, post: Post, facts: Facts, answers: dict[Any, Action]
) -> None:
    default = turned(POLICIES["default"], staff__session_hours=OPEN_HOURS)

    assert {
        answer: decided(post, turned(default, **{knob.replace(".", "__"): answer}), facts).action
        for answer in answers
    } == answers
