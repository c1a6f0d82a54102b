"""What happens to a post: the strongest answer to anything found in it, and the steps that follow from it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from moderation.category import ALWAYS_URGENT, NEVER_EXPLAINED, NEVER_NOTICED, Category
from moderation.finding import Finding, Severity
from moderation.judge import Judgement
from moderation.policy import Policy
from moderation.post import Role
from moderation.rulings import CRITICISM, Action, Ruling, rule

__all__ = [
    "Action",
    "Decision",
    "Effect",
    "Mode",
    "Ruling",
    "Step",
    "decide",
    "deciders",
    "does",
    "next_owners",
    "owners",
]


class Mode(StrEnum):
    """How much the bot may do by itself."""

    OBSERVE = "observe"
    ASSIST = "assist"
    ENFORCE = "enforce"


class Step(StrEnum):
    """One thing the bot does about a post."""

    TAKE_OUT = "take_out"  # delete the post from the group
    HELP = "help"  # kind words to somebody worried about a child
    TELL = "tell"  # the private reason, or the private request to take it down
    NUDGE = "nudge"  # a light private word
    RECEIPT = "receipt"  # to whoever asked the setting something: a number, and by when it is answered
    CARD = "card"  # to the owners, with buttons
    ALERT = "alert"  # to the owners at once, repeated until somebody has it
    NOTICE = "notice"  # one neutral line to the group


@dataclass(frozen=True)
class Effect:
    """A step, and whether this mode does it or only shows what it would have done."""

    step: Step
    do: bool


@dataclass(frozen=True)
class Decision:
    """The post's action, the finding that explains it and the steps; `reply` is the key of a text.

    `softened`: the circuit breaker turned a hide made by a score alone into a flag.
    """

    action: Action
    because: Finding | None = None
    rulings: tuple[Ruling, ...] = ()
    effects: tuple[Effect, ...] = ()
    reply: str | None = None
    softened: bool = False

    def does(self, step: Step) -> bool:
        """The step is really taken."""
        return Effect(step, True) in self.effects

    def wants(self, step: Step) -> bool:
        """The step is taken, or would be in another mode."""
        return any(effect.step == step for effect in self.effects)

    @property
    def opens_case(self) -> bool:
        """A person has something to look at."""
        return self.action.level >= Action.FLAG.level

    @property
    def keeps_no_copy(self) -> bool:
        """Possibly an indecent image: no copy, file id or Show, only where and when it was (I-4)."""
        return any(ruling.finding.subtype == "indecent_image" for ruling in self.rulings)


def decide(judgement: Judgement, policy: Policy, *, mode: Mode, breaker_open: bool = False) -> Decision:
    """What this policy does about what was found. Pure: same inputs, same decision."""
    author = judgement.post.author
    rulings = tuple(rule(finding, author, policy) for finding in judgement.findings)
    rulings = _keep_complaints_silent(rulings)
    softened = breaker_open and any(_is_model_hide(ruling) for ruling in rulings)
    if softened:
        rulings = tuple(_soften(ruling) if _is_model_hide(ruling) else ruling for ruling in rulings)
    action = max((ruling.action for ruling in rulings), key=lambda one: one.level, default=Action.ALLOW)
    because = _first(rulings, action) if action != Action.ALLOW else None
    hint = _first(rulings, Action.NUDGE) if action == Action.FLAG else None
    steps = _steps(action, because, hint, rulings, policy)
    return Decision(
        action=action,
        because=because,
        rulings=rulings,
        effects=tuple(Effect(step, does(mode, step, urgent=action == Action.URGENT)) for step in steps),
        reply=_reply(action, because, hint, steps, rulings),
        softened=softened,
    )


# Decision 1. Telling the owners and helping the worried are real in every mode.
_ALWAYS = frozenset({Step.ALERT, Step.CARD, Step.HELP})

DOES: dict[tuple[Mode, bool], frozenset[Step]] = {
    (Mode.OBSERVE, False): _ALWAYS,
    (Mode.OBSERVE, True): _ALWAYS,
    (Mode.ASSIST, False): _ALWAYS | {Step.NUDGE, Step.RECEIPT},
    (Mode.ASSIST, True): _ALWAYS | {Step.NUDGE, Step.RECEIPT, Step.TAKE_OUT, Step.TELL},
    (Mode.ENFORCE, False): frozenset(Step),
    (Mode.ENFORCE, True): frozenset(Step),
}


def does(mode: Mode, step: Step, *, urgent: bool) -> bool:
    """Whether a step is taken in this mode, or only shown as what would have happened."""
    return step in DOES[mode, urgent]


# --- over all findings -----------------------------------------------------------------------------


def _keep_complaints_silent(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """Beside a worry about a child, criticism is written down and nothing more (I-2)."""
    if not any(ruling.finding.category == Category.SAFEGUARD for ruling in rulings):
        return rulings
    return tuple(
        replace(ruling, action=Action.INFO, severity=Severity.INFO)
        if ruling.finding.category in CRITICISM and ruling.action.level > Action.INFO.level
        else ruling
        for ruling in rulings
    )


def _is_model_hide(ruling: Ruling) -> bool:
    """Hidden for a score and nothing else; pictures and children's details are spared (decision 7)."""
    spared = {Category.IMAGE, Category.CHILD_ID}
    return (
        ruling.finding.score_alone and ruling.action == Action.HIDE and ruling.finding.category not in spared
    )


def _soften(ruling: Ruling) -> Ruling:
    return replace(ruling, action=Action.FLAG, severity=Severity.FLAG)


def _first(rulings: tuple[Ruling, ...], action: Action) -> Finding | None:
    """The first in precedence among the findings that lead to this action themselves (decision 3)."""
    found = [ruling.finding for ruling in rulings if ruling.action == action]
    return min(found, key=_precedence, default=None)


# Within its category such a finding comes first: it decides who may see the case and what may be kept.
FIRST_OF_ITS_KIND = frozenset({"about_staff", "indecent_image"})


def _precedence(finding: Finding) -> tuple[int, bool, float]:
    return finding.category.rank, finding.subtype not in FIRST_OF_ITS_KIND, -finding.score


# --- from an action to steps -----------------------------------------------------------------------

STEPS: dict[Action, tuple[Step, ...]] = {
    Action.ALLOW: (),
    Action.INFO: (),
    Action.NUDGE: (Step.NUDGE,),
    Action.FLAG: (Step.CARD,),
    Action.ASK: (Step.TELL, Step.CARD),
    Action.ROUTE: (Step.TELL, Step.CARD),
    Action.HOLD: (Step.TAKE_OUT, Step.TELL, Step.CARD),
    Action.HIDE: (Step.TAKE_OUT, Step.TELL, Step.CARD, Step.NOTICE),
    Action.URGENT: (Step.TAKE_OUT, Step.ALERT, Step.TELL, Step.NOTICE),
}

# The text that goes to the poster: its first half; the second is the category.
_REPLIES: dict[Action, str] = {
    Action.NUDGE: "nudge",
    Action.ASK: "ask",
    Action.ROUTE: "route",
    Action.HOLD: "held",
    Action.HIDE: "told",
    Action.URGENT: "told",
}


def _steps(
    action: Action, because: Finding | None, hint: Finding | None, rulings: tuple[Ruling, ...], policy: Policy
) -> tuple[Step, ...]:
    steps = list(STEPS[action])
    if hint is not None:
        steps.append(Step.NUDGE)
    if because is not None and because.category == Category.SAFEGUARD:
        steps[steps.index(Step.TELL)] = Step.HELP
    found = [ruling.finding for ruling in rulings]
    if any(must_not_be_explained(finding.category, finding.subtype) for finding in found):
        steps = [step for step in steps if step != Step.TELL]
    if policy["transparency.public_reason"] == "none" or any(one.category in NEVER_NOTICED for one in found):
        steps = [step for step in steps if step != Step.NOTICE]
    return tuple(steps)


def must_not_be_explained(category: Category, subtype: str | None) -> bool:
    """A word to the poster would be a tip-off (I-14)."""
    return category in NEVER_EXPLAINED or subtype == "indecent_image"


def _reply(
    action: Action,
    because: Finding | None,
    hint: Finding | None,
    steps: tuple[Step, ...],
    rulings: tuple[Ruling, ...],
) -> str | None:
    if because is None:
        return None
    if Step.HELP in steps:
        return f"help.{_kind_words(rulings)}"
    if hint is not None:
        return f"nudge.{hint.category}"
    return f"{_REPLIES[action]}.{because.category}" if {Step.TELL, Step.NUDGE} & set(steps) else None


def _kind_words(rulings: tuple[Ruling, ...]) -> str:
    """999 comes first where somebody may be in danger this minute; then help for who fears to do harm."""
    worries = {one.finding.subtype for one in rulings if one.finding.category == Category.SAFEGUARD}
    if worries & {"immediate", "missing"}:
        return "immediate"
    return "self_disclosure" if "self_disclosure" in worries else "worried"


# --- who hears of it and who decides ------------------------------------------------------------------

# Decided by anybody the content of the group is entrusted to (decision 25).
CONTENT_DECIDERS = (Role.MANAGER, Role.DEPUTY, Role.LEAD, Role.ADMIN)

_OWNER_KNOBS = {
    Category.IMAGE: "images.approver",
    Category.CONTROV: "controversial.approvers",
    Category.PRESS: "press.owners",
    Category.QUERY: "response.owner",
    Category.CHILDQ: "response.owner",
}


def is_sealed(category: Category, subtype: str | None) -> bool:
    """Child protection: only the owners the profile names may see it or decide it."""
    return category in {Category.SAFEGUARD, Category.GROOM} or subtype == "indecent_image"


def is_staff_allegation(category: Category, subtype: str | None) -> bool:
    return category == Category.SAFEGUARD and subtype == "about_staff"


def owners(
    category: Category, subtype: str | None, policy: Policy, *, urgent: bool = False
) -> tuple[Role, ...]:
    """Who gets the card, the first to be asked in front; an urgent case goes to the deputy too."""
    if is_staff_allegation(category, subtype):
        # Until the person concerned is known the chair hears it too, and no deputy who may be meant (I-11).
        return _once(*policy.roles("escalation.staff_allegation"), Role.CHAIR)
    named = policy.roles(_owner_knob(category, subtype)) or next_owners(policy)
    deputy = (Role.DEPUTY,) if urgent or category in ALWAYS_URGENT else ()
    return _once(*named, *deputy)


def deciders(category: Category, subtype: str | None, policy: Policy) -> tuple[Role, ...]:
    """Who may decide the case; for child protection nobody but its owners."""
    if is_staff_allegation(category, subtype):
        return owners(category, subtype, policy)
    named = policy.roles(_owner_knob(category, subtype))
    if is_sealed(category, subtype):
        return named or next_owners(policy)
    return _once(*CONTENT_DECIDERS, *policy.roles("escalation.content"), *named)


def next_owners(policy: Policy) -> tuple[Role, ...]:
    """Who is asked when the owners cannot be reached or do not answer."""
    return _once(*policy.roles("escalation.next"), Role.MANAGER, Role.CHAIR)


def _owner_knob(category: Category, subtype: str | None) -> str:
    if is_sealed(category, subtype):
        return "escalation.safeguarding"
    return _OWNER_KNOBS.get(category, "escalation.content")


def _once(*roles: Role) -> tuple[Role, ...]:
    return tuple(dict.fromkeys(roles))
