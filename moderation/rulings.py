"""What one thing found in a post leads to in this setting, knob by knob."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from moderation.category import ALWAYS_URGENT, Category
from moderation.finding import Finding, Severity
from moderation.policy import Policy
from moderation.post import Author, Role


class Action(StrEnum):
    """What a post meets with, the mildest first (policy.md 0.1)."""

    ALLOW = "allow"
    INFO = "info"
    NUDGE = "nudge"
    FLAG = "flag"
    ASK = "ask"
    ROUTE = "route"
    HOLD = "hold"
    HIDE = "hide"
    URGENT = "urgent"

    @property
    def level(self) -> int:
        return list(Action).index(self)


@dataclass(frozen=True)
class Ruling:
    """What one finding alone would lead to."""

    finding: Finding
    severity: Severity
    action: Action


# How grave a category is unless its detector or the policy says otherwise (policy.md 3.3).
SEVERITY: dict[Category, Severity] = {
    Category.SAFEGUARD: Severity.URGENT,
    Category.ILLEGAL: Severity.URGENT,
    Category.GROOM: Severity.URGENT,
    Category.THREAT: Severity.URGENT,
    Category.CHILD_ID: Severity.HIDE,
    Category.SENSITIVE: Severity.HIDE,
    Category.IMAGE: Severity.HIDE,
    Category.PDATA: Severity.HIDE,
    Category.CONFID: Severity.HIDE,
    Category.DISCRIM: Severity.HIDE,
    Category.ABUSE: Severity.HIDE,
    Category.BULLY: Severity.HIDE,
    Category.ALLEGE: Severity.HIDE,
    Category.CODED: Severity.FLAG,
    Category.COMPLAINT: Severity.FLAG,
    Category.CHILDQ: Severity.FLAG,
    Category.PRESS: Severity.FLAG,
    Category.SPEAKER: Severity.FLAG,
    Category.CONTACT: Severity.INFO,
    Category.LINK: Severity.FLAG,
    Category.PROMO: Severity.FLAG,
    Category.CONTROV: Severity.FLAG,
    Category.COPYRIGHT: Severity.FLAG,
    Category.QUERY: Severity.INFO,
}

# What a severity means where no knob says anything finer.
PLAIN: dict[Severity, Action] = {
    Severity.NONE: Action.ALLOW,
    Severity.INFO: Action.INFO,
    Severity.FLAG: Action.FLAG,
    Severity.HIDE: Action.HIDE,
    Severity.URGENT: Action.URGENT,
}

# How grave an action is, to compare it with what the profile says.
WEIGHT: dict[Action, Severity] = {
    Action.ALLOW: Severity.NONE,
    Action.INFO: Severity.INFO,
    Action.NUDGE: Severity.INFO,
    Action.FLAG: Severity.FLAG,
    Action.ASK: Severity.FLAG,
    Action.ROUTE: Severity.FLAG,
    Action.HOLD: Severity.HIDE,
    Action.HIDE: Severity.HIDE,
    Action.URGENT: Severity.URGENT,
}

# Answers of the knobs, as actions.
ANSWERS: dict[str, Action] = {
    "allow": Action.ALLOW,
    "ignore": Action.INFO,
    "none": Action.INFO,
    "nudge": Action.NUDGE,
    "flag": Action.FLAG,
    "hold": Action.HOLD,
    "hide": Action.HIDE,
    # criticism.*
    "allow_polite": Action.ROUTE,
    "route": Action.ROUTE,
    "ask_takedown": Action.ASK,
    "hide_and_route": Action.HIDE,
    # children.individual_matters
    "leave_and_route": Action.ROUTE,
    # images.*
    "never": Action.HIDE,
    "own_child_only": Action.HOLD,  # whose child it is, only a person can see
}

# Saying that one will go to Ofsted, the council, the police or the ICO, or blowing the whistle (I-2).
PROTECTED = frozenset({"protected", "whistleblowing"})

# Rules about criticism: they never act on a post that holds a worry about a child (I-2).
CRITICISM = frozenset({Category.COMPLAINT, Category.ALLEGE})

# A breach so unclear that the poster may be asked first, where the profile wants that.
UNCLEAR = frozenset({"borderline", "indirect", "rude"})
ASKED_ONLY_WHEN_UNCLEAR = frozenset({Category.ABUSE, Category.ALLEGE, Category.BULLY})


def rule(finding: Finding, author: Author, policy: Policy) -> Ruling:
    """What this finding alone leads to, from this author and under this policy."""
    action = _action(finding, author, policy)
    return Ruling(finding, WEIGHT[action], action)


def _action(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.repeats:  # whoever sees to such things has the first; here it only has to go
        return Action.HIDE
    if finding.category in ALWAYS_URGENT:
        return Action.URGENT
    if finding.severity.level <= Severity.INFO.level < SEVERITY[finding.category].level:
        return PLAIN[finding.severity]  # its detector only wants it written down
    if finding.category in CRITICISM and finding.subtype in PROTECTED:
        return Action.FLAG
    finding = _held_to_account(finding, author, policy)
    action = _RULES.get(finding.category, _by_severity)(finding, author, policy)
    return _as_the_profile_weighs(_asked_first(action, finding, author, policy), finding, author, policy)


def _held_to_account(finding: Finding, author: Author, policy: Policy) -> Finding:
    """Staff reach the hiding threshold of a score sooner (score.staff_offset)."""
    if not (finding.score_alone and author.is_staff and finding.severity == Severity.FLAG):
        return finding
    reached = finding.score >= policy.threshold(finding.category, Severity.HIDE, author)
    return replace(finding, severity=Severity.HIDE) if reached else finding


def _asked_first(action: Action, finding: Finding, author: Author, policy: Policy) -> Action:
    """Parents are asked to take it down themselves, where the profile says so and the case allows it."""
    if author.is_staff or finding.category not in policy["transparency.ask_first"]:
        return action
    unclear = finding.subtype in UNCLEAR
    if finding.category in ASKED_ONLY_WHEN_UNCLEAR:
        return Action.ASK if unclear and WEIGHT[action].level >= Severity.FLAG.level else action
    return Action.ASK if action in {Action.HIDE, Action.HOLD} or unclear else action


def _as_the_profile_weighs(action: Action, finding: Finding, author: Author, policy: Policy) -> Action:
    """severity.<category>.<role>: lowers everything of that category, raises only what is clearly in it."""
    wanted = policy.severity_for(finding.category, author)
    if wanted is None or wanted == WEIGHT[action] or action == Action.ALLOW:
        return action
    faint = finding.severity.level < SEVERITY[finding.category].level
    if wanted.level > WEIGHT[action].level and faint:
        return action
    return PLAIN[wanted]


def _by_severity(finding: Finding, author: Author, policy: Policy) -> Action:
    return PLAIN[finding.severity]


def _complaint(finding: Finding, author: Author, policy: Policy) -> Action:
    if author.is_staff:
        grievance = finding.subtype == "grievance"  # hidden and routed in every setting
        return Action.HIDE if grievance else _answer(policy, "criticism.staff")
    if finding.subtype == "rude" and policy["criticism.parents"] == "allow_polite":
        return Action.ASK
    return _answer(policy, "criticism.parents")


def _bullying(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.subtype == "indirect":
        return Action.HIDE if author.is_staff else Action.FLAG
    return PLAIN[finding.severity]


def _personal_details(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.subtype == "staff_number" or (finding.subtype == "own_contact" and author.is_staff):
        return _answer(policy, "contacts.staff_numbers")
    if finding.subtype == "own_contact":
        return _answer(policy, "contacts.own_numbers_parents")
    return PLAIN[finding.severity]


def _named_child(finding: Finding, author: Author, policy: Policy) -> Action:
    """The poster's own child by first name, or a child whose family said yes, may pass; others may not."""
    rule = policy["children.named_by_staff" if author.is_staff else "children.named_by_parents"]
    match finding.subtype, rule:
        case "own_first_name", "never":
            return Action.HIDE if author.is_staff else Action.NUDGE
        case "own_first_name", _:
            return Action.ALLOW
        case "consented", "with_consent":
            return Action.ALLOW
    return PLAIN[finding.severity]


def _coded(finding: Finding, author: Author, policy: Policy) -> Action:
    return _answer(policy, "children.coded_staff" if author.is_staff else "children.coded_parents")


def _image(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.subtype == "tagging" and policy["images.tagging"] == "allow":
        return Action.INFO
    if finding.severity.level < Severity.HIDE.level:
        return PLAIN[finding.severity]  # voice notes and talk about pictures
    if finding.subtype == "no_publish":
        return Action.HIDE if policy["images.no_publish_list"] else Action.HOLD
    place = "staff" if author.is_staff else "parents"
    if finding.subtype == "premises":
        # Even an allowed picture waits for one tap: nobody else can tell whether a child is on it.
        return Action.HIDE if policy[f"images.premises_events_{place}"] == "hide" else Action.HOLD
    return _answer(policy, "images.staff_personal" if author.is_staff else "images.parents")


def _link(finding: Finding, author: Author, policy: Policy) -> Action:
    match finding.subtype:
        case "unknown":
            return _answer(policy, "links.unknown")
        case "shortener":
            return _answer(policy, "links.shorteners")
        case "setting_website":
            return Action.ALLOW if policy["links.setting_website"] == "allow" else Action.HIDE
    return PLAIN[finding.severity]


def _contact(finding: Finding, author: Author, policy: Policy) -> Action:
    if Role.RELATIVE in author.roles and not policy["contacts.include_relatives"]:
        return Action.INFO
    match policy["contacts.staff_parent"]:
        case "silent":
            return Action.INFO
        case "forbid":
            return Action.HIDE if author.is_staff else Action.NUDGE
    return Action.FLAG if author.is_staff else Action.NUDGE


def _about_one_child(finding: Finding, author: Author, policy: Policy) -> Action:
    if author.is_staff and policy["identity.staff_talk_of_setting"] == "never":
        return Action.HIDE
    return _answer(policy, "children.individual_matters")


def _speaker(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.subtype == "session_time":
        return Action.INFO if policy["staff.session_posts"] == "ignore" else Action.NUDGE
    if finding.subtype == "off_topic":
        return _answer(policy, "group.off_topic")
    if finding.severity.level >= Severity.HIDE.level:
        return PLAIN[finding.severity]  # somebody passing for the setting
    if finding.subtype == "anonymous":
        return _answer(policy, "identity.anonymous")
    if not author.is_staff:
        return PLAIN[finding.severity]
    return _staff_speaking(finding, policy)


def _staff_speaking(finding: Finding, policy: Policy) -> Action:
    match finding.subtype:
        case "works_with_children":
            return Action.HIDE if policy["identity.works_with_children"] == "forbid" else Action.INFO
        case "self_identifies" if policy["identity.staff_self_identify"] == "silent":
            return Action.INFO
        case "no_disclaimer" if policy["identity.disclaimer"] == "none":
            return Action.INFO
    return Action.HIDE if policy["identity.staff_self_identify"] == "forbid" else Action.NUDGE


def _advert(finding: Finding, author: Author, policy: Policy) -> Action:
    return Action.HIDE if finding.subtype == "scam" else _answer(policy, "promo.member_ads")


def _controversy(finding: Finding, author: Author, policy: Policy) -> Action:
    if policy["controversial.check"] == "hold_for_approval":
        return Action.HOLD if author.is_staff else Action.FLAG
    return _answer(policy, "controversial.check")


def _copied(finding: Finding, author: Author, policy: Policy) -> Action:
    if finding.severity.level >= Severity.HIDE.level:
        return PLAIN[finding.severity]  # a whole film, book or song as a file
    if finding.subtype == "logo" and policy["brand.logo"] == "allow":
        return Action.ALLOW
    return Action.FLAG if author.is_staff else Action.NUDGE


def _answer(policy: Policy, knob: str) -> Action:
    return ANSWERS[policy[knob]]


# A category that is not here goes by the severity of its finding.
_RULES: dict[Category, Callable[[Finding, Author, Policy], Action]] = {
    Category.CHILD_ID: _named_child,
    Category.IMAGE: _image,
    Category.PDATA: _personal_details,
    Category.BULLY: _bullying,
    Category.CODED: _coded,
    Category.COMPLAINT: _complaint,
    Category.CHILDQ: _about_one_child,
    Category.SPEAKER: _speaker,
    Category.CONTACT: _contact,
    Category.LINK: _link,
    Category.PROMO: _advert,
    Category.CONTROV: _controversy,
    Category.COPYRIGHT: _copied,
}
