"""From findings to what happens: by category and setting, by mode, and whatever else was found."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moderation.category import ALWAYS_URGENT, Category
from moderation.decision import DOES, Action, Decision, Mode, Step, decide
from moderation.finding import Finding, Severity
from moderation.judge import Judgement
from moderation.policy import SHIPPED, Policy, load_policy
from moderation.post import Author, Post, Role
from moderation.rulings import ANSWERS, SEVERITY, WEIGHT

POLICIES = {name: load_policy(name) for name in SHIPPED}
WM, OR, SJ, WW, BT = (POLICIES[name] for name in SHIPPED[1:])
DEFAULT = POLICIES["default"]

PARENT = Author(1)
STAFF = Author(2, frozenset({Role.STAFF}))


def find(
    category: Category,
    subtype: str | None = None,
    severity: Severity | None = None,
    score: float = 0.9,
    score_alone: bool = False,
) -> Finding:
    return Finding(
        category, score, severity or SEVERITY[category], "something", subtype, score_alone=score_alone
    )


def judged(findings: Sequence[Finding], author: Author = PARENT) -> Judgement:
    return Judgement(Post("words", author), tuple(findings))


def enforce(*findings: Finding, author: Author = PARENT, policy: Policy = DEFAULT) -> Decision:
    return decide(judged(findings, author), policy, mode=Mode.ENFORCE)


A = Action

# Policy by policy, parent then staff: WM, OR, SJ, WW, BT.
TABLE: list[tuple[Finding, list[tuple[Action, Action]]]] = [
    (find(Category.ABUSE), [(A.HIDE, A.HIDE)] * 5),
    (
        find(Category.ABUSE, "borderline", Severity.FLAG),
        [(A.FLAG, A.FLAG)] * 4 + [(A.ASK, A.FLAG)],
    ),
    (find(Category.THREAT), [(A.URGENT, A.URGENT)] * 5),
    (find(Category.DISCRIM), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.BULLY), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.BULLY, "indirect"), [(A.FLAG, A.HIDE)] * 5),
    (find(Category.ALLEGE), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.ALLEGE, "borderline"), [(A.HIDE, A.HIDE)] * 4 + [(A.ASK, A.HIDE)]),
    (
        find(Category.COMPLAINT),
        [(A.HIDE, A.HIDE), (A.ROUTE, A.HIDE), (A.ROUTE, A.HIDE), (A.ASK, A.HIDE), (A.ROUTE, A.ROUTE)],
    ),
    (
        find(Category.COMPLAINT, "rude"),
        [(A.HIDE, A.HIDE), (A.ROUTE, A.HIDE), (A.ROUTE, A.HIDE), (A.ASK, A.HIDE), (A.ASK, A.ROUTE)],
    ),
    (
        find(Category.COMPLAINT, "grievance"),
        [(A.HIDE, A.HIDE), (A.ROUTE, A.HIDE), (A.ROUTE, A.HIDE), (A.ASK, A.HIDE), (A.ROUTE, A.HIDE)],
    ),
    (find(Category.CONFID), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.PDATA, "contact"), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.PDATA, "staff_number"), [(A.HIDE, A.HIDE)] * 5),
    (
        find(Category.PDATA, "own_contact", Severity.FLAG),
        [(A.NUDGE, A.HIDE)] * 3 + [(A.HIDE, A.HIDE), (A.NUDGE, A.HIDE)],
    ),
    (find(Category.CHILD_ID), [(A.HIDE, A.HIDE)] * 5),
    (
        find(Category.CHILD_ID, "own_first_name"),
        [
            (A.ALLOW, A.HIDE),
            (A.ALLOW, A.ALLOW),
            (A.ALLOW, A.HIDE),
            (A.NUDGE, A.HIDE),
            (A.ALLOW, A.ALLOW),
        ],
    ),
    (find(Category.SENSITIVE), [(A.HIDE, A.HIDE)] * 5),
    (
        find(Category.CODED),
        [(A.FLAG, A.FLAG), (A.FLAG, A.FLAG), (A.FLAG, A.HIDE), (A.FLAG, A.FLAG), (A.FLAG, A.FLAG)],
    ),
    (
        find(Category.IMAGE),
        [(A.HOLD, A.HIDE), (A.HOLD, A.HOLD), (A.HOLD, A.HIDE), (A.HIDE, A.HIDE), (A.HOLD, A.HIDE)],
    ),
    (find(Category.IMAGE, "voice", Severity.FLAG), [(A.FLAG, A.FLAG)] * 5),
    (find(Category.LINK, "unknown"), [(A.FLAG, A.FLAG)] * 5),
    (find(Category.LINK, "shortener", Severity.HIDE), [(A.HOLD, A.HOLD)] * 5),
    (find(Category.LINK, "unsuitable", Severity.HIDE), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.LINK, "setting_website"), [(A.HIDE, A.HIDE)] + [(A.ALLOW, A.ALLOW)] * 4),
    (find(Category.COPYRIGHT), [(A.NUDGE, A.FLAG)] * 5),
    (find(Category.SAFEGUARD), [(A.URGENT, A.URGENT)] * 5),
    (find(Category.GROOM), [(A.URGENT, A.URGENT)] * 5),
    (
        find(Category.CONTACT),
        [(A.NUDGE, A.FLAG), (A.INFO, A.INFO), (A.NUDGE, A.HIDE), (A.NUDGE, A.FLAG), (A.INFO, A.INFO)],
    ),
    (find(Category.QUERY), [(A.INFO, A.INFO)] * 5),
    (
        find(Category.CHILDQ),
        [(A.ROUTE, A.ROUTE), (A.ROUTE, A.ROUTE), (A.ROUTE, A.HIDE), (A.HIDE, A.HIDE), (A.ROUTE, A.ROUTE)],
    ),
    (find(Category.PRESS), [(A.FLAG, A.FLAG)] * 5),
    (
        find(Category.SPEAKER),
        [(A.FLAG, A.HIDE), (A.FLAG, A.NUDGE), (A.FLAG, A.HIDE), (A.FLAG, A.NUDGE), (A.FLAG, A.NUDGE)],
    ),
    (
        find(Category.SPEAKER, "self_identifies"),
        [(A.FLAG, A.HIDE), (A.FLAG, A.NUDGE), (A.FLAG, A.HIDE), (A.FLAG, A.INFO), (A.FLAG, A.NUDGE)],
    ),
    (
        find(Category.PROMO),
        [(A.HOLD, A.HOLD)] * 3 + [(A.HIDE, A.HIDE), (A.HOLD, A.HOLD)],
    ),
    (find(Category.CONTROV), [(A.FLAG, A.FLAG)] * 4 + [(A.FLAG, A.HOLD)]),
    (find(Category.ILLEGAL), [(A.URGENT, A.URGENT)] * 5),
    (
        find(Category.CHILD_ID, "consented"),
        [
            (A.ALLOW, A.HIDE),
            (A.ALLOW, A.ALLOW),
            (A.HIDE, A.HIDE),
            (A.HIDE, A.HIDE),
            (A.HIDE, A.ALLOW),
        ],
    ),
    (
        find(Category.IMAGE, "premises"),
        [(A.HOLD, A.HIDE)] + [(A.HOLD, A.HOLD)] * 4,
    ),
    (find(Category.PROMO, "scam", Severity.HIDE), [(A.HIDE, A.HIDE)] * 5),
    (
        find(Category.SPEAKER, "works_with_children"),
        [(A.FLAG, A.HIDE), (A.FLAG, A.INFO), (A.FLAG, A.HIDE), (A.FLAG, A.INFO), (A.FLAG, A.INFO)],
    ),
    (
        find(Category.SPEAKER, "no_disclaimer"),
        [(A.FLAG, A.INFO), (A.FLAG, A.NUDGE), (A.FLAG, A.HIDE), (A.FLAG, A.INFO), (A.FLAG, A.NUDGE)],
    ),
    (find(Category.SPEAKER, "as_setting", Severity.HIDE), [(A.HIDE, A.HIDE)] * 5),
    (find(Category.COPYRIGHT, "pirated", Severity.HIDE), [(A.HIDE, A.HIDE)] * 5),
]


@pytest.mark.parametrize(
    ("finding", "expected"),
    TABLE,
    ids=[f"{finding.category}-{finding.subtype or 'plain'}" for finding, _ in TABLE],
)
def test_each_setting_answers_as_its_policy_says(
    finding: Finding, expected: list[tuple[Action, Action]]
) -> None:
    for policy, (parent, staff) in zip((WM, OR, SJ, WW, BT), expected, strict=True):
        assert enforce(finding, policy=policy).action == parent, policy.name
        assert enforce(finding, author=STAFF, policy=policy).action == staff, policy.name


def test_every_category_is_in_the_table() -> None:
    assert {finding.category for finding, _ in TABLE} == set(Category)


def test_an_everyday_post_passes_untouched() -> None:
    decision = enforce()

    assert decision == Decision(Action.ALLOW)
    assert not decision.opens_case


def test_the_worst_finding_decides() -> None:
    insult, link = find(Category.ABUSE), find(Category.LINK, "unknown")

    assert enforce(link, insult).because == insult


def test_an_insult_with_the_posters_own_number_is_explained_as_an_insult() -> None:
    # given a number, which comes first in precedence but would only be nudged
    number = find(Category.PDATA, "own_contact", Severity.FLAG)
    insult = find(Category.ABUSE)

    # when
    decision = enforce(number, insult)

    # then
    assert (decision.action, decision.because, decision.reply) == (Action.HIDE, insult, "told.ABUSE")


def test_the_gravest_of_equals_explains_the_decision() -> None:
    decision = enforce(find(Category.ABUSE), find(Category.PDATA, "contact"))

    assert decision.reply == "told.PDATA"


@pytest.mark.parametrize(
    ("finding", "reply"),
    [
        (find(Category.SAFEGUARD, "immediate"), "help.immediate"),
        (find(Category.SAFEGUARD, "missing"), "help.immediate"),
        (find(Category.SAFEGUARD, "self_disclosure"), "help.self_disclosure"),
        (find(Category.SAFEGUARD, "about_family"), "help.worried"),
        (find(Category.THREAT), "told.THREAT"),
        (find(Category.ABUSE), "told.ABUSE"),
        (find(Category.IMAGE), "held.IMAGE"),
        (find(Category.COMPLAINT), "route.COMPLAINT"),
        (find(Category.PDATA, "own_contact", Severity.FLAG), "nudge.PDATA"),
        (find(Category.CODED), None),
        (find(Category.QUERY), None),
    ],
)
def test_the_poster_gets_the_words_that_fit(finding: Finding, reply: str | None) -> None:
    assert enforce(finding).reply == reply


def test_danger_now_is_answered_with_999_whatever_else_was_found() -> None:
    staff = find(Category.SAFEGUARD, "about_staff", score=0.5)
    now = find(Category.SAFEGUARD, "immediate", score=0.9)

    decision = enforce(now, staff)

    assert decision.reply == "help.immediate"
    assert decision.because == staff, "so that the case goes past the person it is about"


def test_a_number_in_a_flagged_post_still_gets_its_light_word() -> None:
    decision = enforce(find(Category.PDATA, "own_contact", Severity.FLAG), find(Category.LINK, "unknown"))

    assert decision.action == Action.FLAG
    assert decision.does(Step.CARD)
    assert decision.does(Step.NUDGE)
    assert decision.reply == "nudge.PDATA"


def test_a_worried_poster_is_helped_and_never_told_off() -> None:
    decision = enforce(find(Category.SAFEGUARD), find(Category.ABUSE))

    assert decision.does(Step.HELP)
    assert not decision.wants(Step.TELL)


@pytest.mark.parametrize("category", [Category.COMPLAINT, Category.ALLEGE])
def test_criticism_beside_a_worry_about_a_child_is_only_written_down(category: Category) -> None:
    # when
    decision = enforce(find(category), find(Category.SAFEGUARD), policy=WM)

    # then
    ruling = next(one for one in decision.rulings if one.finding.category == category)
    assert ruling.action == Action.INFO
    assert decision.action == Action.URGENT


@pytest.mark.parametrize("subtype", ["protected", "whistleblowing"])
@pytest.mark.parametrize("policy", [WM, OR, SJ, WW, BT])
def test_a_word_to_ofsted_stays_up_everywhere(subtype: str, policy: Policy) -> None:
    for author in (PARENT, STAFF):
        decision = enforce(find(Category.COMPLAINT, subtype), author=author, policy=policy)
        assert (decision.action, decision.reply) == (Action.FLAG, None)


@pytest.mark.parametrize("finding", [find(Category.GROOM), find(Category.ILLEGAL, "indecent_image")])
def test_nobody_is_tipped_off(finding: Finding) -> None:
    for mode in Mode:
        decision = decide(judged([finding, find(Category.THREAT)]), BT, mode=mode)

        assert decision.reply is None
        assert {effect.step for effect in decision.effects} == {Step.TAKE_OUT, Step.ALERT}


def test_a_suspected_indecent_image_leaves_no_copy() -> None:
    image = find(Category.ILLEGAL, "indecent_image")

    assert enforce(find(Category.SAFEGUARD), image).keeps_no_copy
    assert not enforce(find(Category.SAFEGUARD)).keeps_no_copy


@pytest.mark.parametrize("category", [Category.SAFEGUARD, Category.GROOM, Category.ILLEGAL])
def test_the_group_hears_nothing_of_the_gravest_kinds(category: Category) -> None:
    assert not enforce(find(category), find(Category.ABUSE)).wants(Step.NOTICE)


def test_the_group_is_told_of_a_hide_only_when_enforcing_and_when_the_profile_wants_it(
    tmp_path: Path,
) -> None:
    # given
    (tmp_path / "quiet.toml").write_text('[transparency]\npublic_reason = "none"')
    quiet = load_policy(tmp_path / "quiet.toml")
    insult = find(Category.ABUSE)

    # then
    assert enforce(insult).does(Step.NOTICE)
    assert not enforce(insult, policy=quiet).wants(Step.NOTICE)
    assert not enforce(find(Category.IMAGE)).wants(Step.NOTICE)
    for mode in (Mode.OBSERVE, Mode.ASSIST):
        decision = decide(judged([insult]), DEFAULT, mode=mode)
        assert decision.wants(Step.NOTICE)
        assert not decision.does(Step.NOTICE)


EXPECTED_STEPS = {
    (Mode.OBSERVE, False): "alert card help",
    (Mode.OBSERVE, True): "alert card help",
    (Mode.ASSIST, False): "alert card help nudge receipt",
    (Mode.ASSIST, True): "alert card help nudge receipt take_out tell",
    (Mode.ENFORCE, False): "alert card help nudge receipt take_out tell notice",
    (Mode.ENFORCE, True): "alert card help nudge receipt take_out tell notice",
}


@pytest.mark.parametrize(("mode", "urgent"), list(product(Mode, (False, True))))
def test_a_mode_takes_these_steps_and_shows_the_others(mode: Mode, urgent: bool) -> None:
    # given
    finding = find(Category.THREAT if urgent else Category.ABUSE)

    # when
    decision = decide(judged([finding]), DEFAULT, mode=mode)

    # then
    assert DOES[mode, urgent] == {Step(word) for word in EXPECTED_STEPS[mode, urgent].split()}
    for effect in decision.effects:
        assert effect.do == (effect.step in DOES[mode, urgent])
        assert decision.does(effect.step) == effect.do
        assert decision.wants(effect.step)


def test_watching_alerts_the_owners_and_helps_the_worried_but_touches_nothing() -> None:
    decision = decide(judged([find(Category.SAFEGUARD, "immediate")]), DEFAULT, mode=Mode.OBSERVE)

    assert decision.does(Step.ALERT)
    assert decision.does(Step.HELP)
    assert decision.wants(Step.TAKE_OUT)
    assert not decision.does(Step.TAKE_OUT)


def model_hide(category: Category = Category.ABUSE) -> Finding:
    return find(category, severity=Severity.HIDE, score=0.99, score_alone=True)


def test_the_open_breaker_turns_a_hide_by_score_alone_into_a_flag_and_says_so() -> None:
    decision = decide(judged([model_hide()]), DEFAULT, mode=Mode.ENFORCE, breaker_open=True)

    assert (decision.action, decision.softened) == (Action.FLAG, True)
    assert enforce(model_hide()).action == Action.HIDE
    assert not enforce(model_hide()).softened


@pytest.mark.parametrize(
    "finding",
    [
        find(Category.ABUSE),
        find(Category.IMAGE),
        model_hide(Category.IMAGE),
        model_hide(Category.CHILD_ID),
        model_hide(Category.THREAT),
        model_hide(Category.SAFEGUARD),
        find(Category.PDATA, "contact"),
    ],
)
def test_the_open_breaker_spares_rules_pictures_children_and_the_urgent(finding: Finding) -> None:
    decision = decide(judged([finding]), DEFAULT, mode=Mode.ENFORCE, breaker_open=True)

    assert decision == enforce(finding)
    assert not decision.softened


def test_a_rule_beside_a_softened_score_still_hides() -> None:
    findings = [model_hide(), find(Category.PDATA, "contact")]

    decision = decide(judged(findings), DEFAULT, mode=Mode.ENFORCE, breaker_open=True)

    assert (decision.action, decision.reply, decision.softened) == (Action.HIDE, "told.PDATA", True)


def test_staff_are_hidden_for_a_score_that_would_only_flag_a_parent() -> None:
    score = find(Category.ABUSE, severity=Severity.FLAG, score=0.9, score_alone=True)

    assert enforce(score).action == Action.FLAG
    assert enforce(score, author=STAFF).action == Action.HIDE


def test_a_parent_who_sits_on_the_committee_is_held_to_the_rules_for_staff() -> None:
    both = Author(3, frozenset({Role.PARENT, Role.COMMITTEE}))

    assert enforce(find(Category.COMPLAINT), author=both).action == Action.HIDE


@pytest.mark.parametrize(
    ("line", "finding", "action"),
    [
        ('ABUSE.parent = "flag"', find(Category.ABUSE), Action.FLAG),
        ('ABUSE.parent = "info"', find(Category.ABUSE, severity=Severity.FLAG), Action.INFO),
        ('ABUSE.parent = "urgent"', find(Category.ABUSE), Action.URGENT),
        ('ABUSE.parent = "urgent"', find(Category.ABUSE, severity=Severity.FLAG), Action.FLAG),
        ('ABUSE.staff = "info"', find(Category.ABUSE), Action.HIDE),
        ('COMPLAINT.parent = "hide"', find(Category.COMPLAINT), Action.HIDE),
        ('COMPLAINT.parent = "flag"', find(Category.COMPLAINT), Action.ROUTE),
        ('PROMO.parent = "hide"', find(Category.PROMO), Action.HOLD),
        ('CHILD_ID.parent = "hide"', find(Category.CHILD_ID, "own_first_name"), Action.ALLOW),
        ('COMPLAINT.parent = "hide"', find(Category.COMPLAINT, "protected"), Action.FLAG),
    ],
)
def test_a_profile_may_weigh_a_category_differently(
    tmp_path: Path, line: str, finding: Finding, action: Action
) -> None:
    (tmp_path / "ours.toml").write_text(f"[severity]\n{line}")

    assert enforce(finding, policy=load_policy(tmp_path / "ours.toml")).action == action


@pytest.mark.parametrize(
    ("line", "finding", "action"),
    [
        ('images.parents = "own_child_only"', find(Category.IMAGE), Action.HOLD),
        ('images.tagging = "allow"', find(Category.IMAGE, "tagging", Severity.FLAG), Action.INFO),
        ('images.tagging = "forbid"', find(Category.IMAGE, "tagging", Severity.FLAG), Action.FLAG),
        ('identity.anonymous = "hide"', find(Category.SPEAKER, "anonymous"), Action.HIDE),
        ('identity.anonymous = "allow"', find(Category.SPEAKER, "anonymous"), Action.ALLOW),
        ('brand.logo = "allow"', find(Category.COPYRIGHT, "logo"), Action.ALLOW),
        ('brand.logo = "forbid_personal"', find(Category.COPYRIGHT, "logo"), Action.NUDGE),
        ('children.coded_parents = "ignore"', find(Category.CODED), Action.INFO),
        ('links.unknown = "allow"', find(Category.LINK, "unknown"), Action.ALLOW),
        ('links.setting_website = "official_only"', find(Category.LINK, "setting_website"), Action.HIDE),
        ('contacts.staff_numbers = "nudge"', find(Category.PDATA, "staff_number"), Action.NUDGE),
        ('promo.member_ads = "allow"', find(Category.PROMO), Action.ALLOW),
        ('promo.member_ads = "allow"', find(Category.PROMO, "scam"), Action.HIDE),
        ('controversial.check = "none"', find(Category.CONTROV), Action.INFO),
        ('transparency.ask_first = ["PROMO"]', find(Category.PROMO), Action.ASK),
        ('transparency.ask_first = ["ABUSE"]', find(Category.ABUSE), Action.HIDE),
    ],
)
def test_a_setting_that_answers_otherwise_is_followed(
    tmp_path: Path, line: str, finding: Finding, action: Action
) -> None:
    (tmp_path / "ours.toml").write_text(line)

    assert enforce(finding, policy=load_policy(tmp_path / "ours.toml")).action == action


def test_a_faint_finding_is_only_written_down_whatever_the_profile_does_with_its_kind() -> None:
    decision = enforce(find(Category.COMPLAINT, severity=Severity.INFO), policy=WM)

    assert decision.action == Action.INFO
    assert not decision.opens_case


def test_every_action_has_a_weight_and_every_answer_an_action() -> None:
    assert set(WEIGHT) == set(Action)
    assert set(SEVERITY) == set(Category)
    assert set(ANSWERS.values()) <= set(Action)


SUBTYPES = sorted({finding.subtype or "" for finding, _ in TABLE} | {"protected", "immediate", "about_staff"})

FINDINGS = st.builds(
    Finding,
    category=st.sampled_from(Category),
    score=st.floats(0, 1),
    severity=st.sampled_from(Severity),
    why=st.just("something"),
    subtype=st.sampled_from(SUBTYPES).map(lambda name: name or None),
    score_alone=st.booleans(),
)
AUTHORS = st.builds(Author, st.just(1), st.frozensets(st.sampled_from(Role), max_size=3))
WORLDS = st.tuples(
    st.lists(FINDINGS, max_size=5), AUTHORS, st.sampled_from(sorted(POLICIES)), st.sampled_from(Mode)
)


@given(WORLDS, FINDINGS, st.booleans())
def test_one_more_finding_never_makes_the_answer_milder(
    world: tuple[list[Finding], Author, str, Mode], one_more: Finding, breaker_open: bool
) -> None:
    findings, author, name, mode = world

    before, after = (
        decide(judged(found, author), POLICIES[name], mode=mode, breaker_open=breaker_open)
        for found in (findings, [*findings, one_more])
    )

    assert after.action.level >= before.action.level


@given(WORLDS, st.booleans())
def test_watching_never_touches_the_group_or_tells_anybody_off(
    world: tuple[list[Finding], Author, str, Mode], breaker_open: bool
) -> None:
    findings, author, name, _ = world

    decision = decide(judged(findings, author), POLICIES[name], mode=Mode.OBSERVE, breaker_open=breaker_open)

    assert {effect.step for effect in decision.effects if effect.do} <= {Step.CARD, Step.ALERT, Step.HELP}


@given(WORLDS, st.booleans())
def test_what_is_always_urgent_ends_urgent(
    world: tuple[list[Finding], Author, str, Mode], breaker_open: bool
) -> None:
    findings, author, name, mode = world

    decision = decide(judged(findings, author), POLICIES[name], mode=mode, breaker_open=breaker_open)

    if any(finding.category in ALWAYS_URGENT for finding in findings):
        assert decision.action == Action.URGENT
        assert decision.does(Step.ALERT)
        assert decision.because is not None
        assert decision.because.category in ALWAYS_URGENT


@given(WORLDS, st.booleans())
def test_a_decision_is_the_same_every_time_and_in_any_order(
    world: tuple[list[Finding], Author, str, Mode], breaker_open: bool
) -> None:
    findings, author, name, mode = world

    first, again, turned = (
        decide(judged(found, author), POLICIES[name], mode=mode, breaker_open=breaker_open)
        for found in (findings, findings, findings[::-1])
    )

    assert first == again
    assert (first.action, first.effects, first.softened) == (turned.action, turned.effects, turned.softened)


@given(WORLDS)
def test_the_mode_changes_what_is_done_but_not_what_is_decided(
    world: tuple[list[Finding], Author, str, Mode],
) -> None:
    findings, author, name, mode = world

    here, enforcing = (
        decide(judged(findings, author), POLICIES[name], mode=one) for one in (mode, Mode.ENFORCE)
    )

    assert (here.action, here.because, here.reply) == (enforcing.action, enforcing.because, enforcing.reply)
    assert all(effect.do for effect in enforcing.effects)


@given(WORLDS)
def test_words_for_the_poster_and_a_step_that_sends_them_go_together(
    world: tuple[list[Finding], Author, str, Mode],
) -> None:
    findings, author, name, mode = world

    decision = decide(judged(findings, author), POLICIES[name], mode=mode)

    sends = any(decision.wants(step) for step in (Step.HELP, Step.TELL, Step.NUDGE))
    assert (decision.reply is not None) == sends
