"""Every question a setting's policy can answer, and which answers are allowed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from moderation.category import ALWAYS_URGENT, Category
from moderation.finding import Severity
from moderation.post import Role

# Turns what stands in the file into the value the program works with; ValueError says what is wrong.
Reader = Callable[[Any], Any]

T = TypeVar("T")

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

# Asking first would leave these standing in front of everybody while the poster is asked.
NEVER_ASKED_FIRST = ALWAYS_URGENT | {
    Category.CHILD_ID,
    Category.SENSITIVE,
    Category.IMAGE,
    Category.PDATA,
    Category.CONFID,
    Category.DISCRIM,
}


@dataclass(frozen=True)
class Quorum:
    """Roles of which one is enough, or which must all agree."""

    roles: tuple[Role, ...]
    every: bool = False


@dataclass(frozen=True)
class Knob:
    """`required` answers must be there before the bot may act on its own; `optional` ones may stay unset."""

    read: Reader
    required: bool = False
    optional: bool = False


def choice(*allowed: str) -> Reader:
    """One word of a list."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise ValueError(f"{_shown(value)} is not one of {', '.join(allowed)}")

    return read


def fixed(only: Any) -> Reader:
    """An answer that no setting can change; it may be repeated in a file."""

    def read(value: Any) -> Any:
        if value == only or (only is True and value == "on"):
            return only
        raise ValueError(f"is always {_shown(only)} and cannot be changed")

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number between two others, both included."""

    def read(value: Any) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"{_shown(value)} is not a whole number from {least} to {most}")

    return read


def share(least: float, most: float) -> Reader:
    """A number between two others, both included."""

    def read(value: Any) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most:
            return float(value)
        raise ValueError(f"{_shown(value)} is not a number from {least:.2f} to {most:.2f}")

    return read


def on_off(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("on", "off"):
        return bool(value == "on")
    raise ValueError(f"{_shown(value)} is neither true nor false (on and off are understood too)")


def text(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    raise ValueError(f"{_shown(value)} is not a text in quotation marks")


def texts(value: Any) -> tuple[str, ...]:
    """A list of texts, kept in order."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(one.strip() for one in value)
    raise ValueError(f'{_shown(value)} is not a list of texts such as ["one", "two"]')


def some_of(*allowed: str) -> Reader:
    """A list of words, each from a list; a single word counts as a list of one."""
    one_word = choice(*allowed)

    def read(value: Any) -> tuple[str, ...]:
        return _different([one_word(one) for one in _listed(value)])

    return read


def roles(value: Any) -> tuple[Role, ...]:
    """A list of roles, the one asked first at the front."""
    return _different([_role(one) for one in _listed(value)])


def quorum(value: Any) -> Quorum:
    """A list of roles, and the word "all" when every one of them must agree ("any" is understood too)."""
    names = _listed(value)
    return Quorum(roles([one for one in names if one not in ("all", "any")]), every="all" in names)


def day(value: Any) -> date:
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"{_shown(value)} is not a date such as 2026-09-03") from None


def days(value: Any) -> tuple[date, ...]:
    if not isinstance(value, list):
        raise ValueError(f"{_shown(value)} is not a list of dates such as [2026-09-03]")
    return tuple(sorted(day(one) for one in value))


def spans(value: Any) -> tuple[tuple[date, date], ...]:
    """Stretches of days as [first, last]; a date alone is a stretch of one day."""
    if not isinstance(value, list):
        raise ValueError(f"{_shown(value)} is not a list such as [[2026-09-03, 2026-12-18]]")
    return tuple(sorted(_span(one) for one in value))


def adopted(value: Any) -> str:
    """A date, or a month alone where the policy gives no more; empty when it was never filled in."""
    shown = value.isoformat() if type(value) is date else value
    if shown == "" or (isinstance(shown, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])(-\d\d)?", shown)):
        return str(shown)
    raise ValueError(f'{_shown(value)} is not a date such as "2026-09-03" or a month such as "2026-09"')


def times(value: Any) -> tuple[time, ...]:
    return tuple(_time(one) for one in _listed(value))


def hours(value: Any) -> tuple[time, time]:
    """From one time of day to another; past midnight is fine."""
    first, dash, last = value.partition("-") if isinstance(value, str) else ("", "", "")
    if not dash:
        raise ValueError(f'{_shown(value)} is not a stretch of the day such as "09:00-15:00"')
    return _time(first), _time(last)


def timetable(value: Any) -> Mapping[str, tuple[tuple[time, time], ...]]:
    """Hours for each day of the week; a day left out is closed."""
    if not isinstance(value, dict):
        raise ValueError(f'{_shown(value)} is not a timetable such as {{ mon = "09:00-15:00" }}')
    for name in value:
        choice(*WEEKDAYS)(name)
    return {name: tuple(hours(one) for one in _listed(value[name])) for name in WEEKDAYS if name in value}


def deadline(*allowed: str) -> Reader:
    """A word of a list, or "hours:N" with N from 1 to 168."""

    def read(value: Any) -> str:
        named = re.fullmatch(r"hours:(\d{1,3})", value) if isinstance(value, str) else None
        if value in allowed or (named and 1 <= int(named[1]) <= 168):
            return str(value)
        raise ValueError(f"{_shown(value)} is not one of {', '.join(allowed)}, hours:N (N from 1 to 168)")

    return read


def ask_first(value: Any) -> tuple[Category, ...]:
    """Categories where the poster is asked to take the post down before anybody hides it."""
    names = some_of(*Category)(value) if value != [] else ()
    for name in names:
        if Category(name) in NEVER_ASKED_FIRST:
            raise ValueError(f"{name} cannot wait for the poster to be asked")
    return tuple(Category(name) for name in names)


def urgent_only(value: Any) -> Severity:
    if value == Severity.URGENT:
        return Severity.URGENT
    raise ValueError(f"{_shown(value)} is too low: this category is always urgent")


def severity(value: Any) -> Severity:
    return Severity(choice("info", "flag", "hide", "urgent")(value))


def _listed(value: Any) -> list[Any]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return value
    raise ValueError(f'{_shown(value)} is not a list such as ["one", "two"]')


def _role(value: Any) -> Role:
    return Role(choice(*Role)(value))


def _different(values: list[T]) -> tuple[T, ...]:
    for place, value in enumerate(values):
        if value in values[:place]:
            raise ValueError(f"{_shown(value)} is there twice")
    return tuple(values)


def _span(value: Any) -> tuple[date, date]:
    ends = value if isinstance(value, list) else [value, value]
    if len(ends) != 2:
        raise ValueError(f"{_shown(value)} is not a first and a last day")
    first, last = day(ends[0]), day(ends[1])
    if last < first:
        raise ValueError(f"{last} comes before {first}")
    return first, last


def _time(value: Any) -> time:
    if type(value) is time:
        return value
    if isinstance(value, str) and re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value.strip()):
        return time.fromisoformat(value.strip())
    raise ValueError(f'{_shown(value)} is not a time of day such as "08:30"')


def _shown(value: Any) -> str:
    """The value as it would stand in the file, cut short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."


_ANSWERS: dict[str, Knob] = {
    # Setting and policy
    "setting.name": Knob(text, required=True),
    "setting.aliases": Knob(texts),
    "setting.contact_email": Knob(text, required=True),
    "setting.contact_phone": Knob(text, required=True),
    "setting.nation": Knob(choice("england", "wales", "scotland", "ni")),
    "policy.title": Knob(text, required=True),
    "policy.version": Knob(text, required=True),
    "policy.adopted": Knob(adopted, required=True),
    "policy.signatories": Knob(texts, required=True),
    "policy.review_months": Knob(whole(1, 24)),
    "policy.change_approvals": Knob(choice("one", "two")),
    "policy_refs.confidentiality": Knob(text),
    "policy_refs.complaints": Knob(text),
    "policy_refs.whistleblowing": Knob(text),
    "policy_refs.disciplinary": Knob(text),
    "policy_refs.safeguarding": Knob(text),
    "policy_refs.allegations": Knob(text),
    "policy_refs.images": Knob(text),
    "mode.level": Knob(choice("observe", "assist", "enforce")),
    "mode.observe_days": Knob(whole(0, 60)),
    # Scope and purpose
    "scope.parent_rules": Knob(choice("full", "security_guidelines")),
    "scope.staff_roles": Knob(roles),
    "group.purpose": Knob(choice("promotion_only", "official_business", "closed_daily_info", "community")),
    "group.off_topic": Knob(choice("allow", "nudge", "hide")),
    "group.positive_promotion": Knob(choice("official_only", "allow", "encourage")),
    "group.open_channel": Knob(choice("none", "adverts_only")),
    # Membership
    "membership.who": Knob(roles),
    "membership.relatives": Knob(choice("refuse", "ask", "allow")),
    "membership.join_gate": Knob(choice("join_request", "invite_link")),
    "membership.acceptance": Knob(choice("required", "asked")),
    "membership.reaccept_months": Knob(whole(0, 24)),
    "membership.on_child_left": Knob(choice("auto", "confirm", "off")),
    "membership.notice_days": Knob(whole(0, 30)),
    "membership.grace_days": Knob(whole(0, 30)),
    "membership.on_staff_left": Knob(choice("auto", "confirm")),
    "membership.conduct_removal": Knob(quorum),
    "membership.real_names": Knob(choice("required", "encouraged", "off")),
    # Images
    "images.staff_personal": Knob(choice("never", "hold")),
    "images.official": Knob(choice("none", "manager_approved", "written_consent", "consent_and_checks")),
    "images.parents": Knob(choice("hide", "hold", "own_child_only")),
    "images.faces": Knob(choice("allow", "avoid", "forbid")),
    "images.approver": Knob(roles),
    "images.tagging": Knob(choice("forbid", "allow")),
    "images.premises_events_staff": Knob(choice("allow", "hold", "hide")),
    "images.premises_events_parents": Knob(choice("allow", "hold", "hide")),
    "images.no_publish_list": Knob(on_off),
    "images.item_consents": Knob(on_off),
    "images.compromising": Knob(fixed("delete_no_copy")),
    "images.face_finder": Knob(on_off),
    "images.nudity_check": Knob(on_off),
    # Children and families
    "children.named_by_staff": Knob(choice("never", "with_consent")),
    "children.named_by_parents": Knob(choice("never", "own_first_name", "with_consent")),
    "children.coded_staff": Knob(choice("ignore", "flag", "hide")),
    "children.coded_parents": Knob(choice("ignore", "flag", "hide")),
    "children.individual_matters": Knob(choice("leave_and_route", "hide_and_route")),
    "children.staff_contact_min_age": Knob(whole(16, 18)),
    # Criticism and complaints
    "criticism.parents": Knob(choice("allow_polite", "route", "ask_takedown", "hide_and_route")),
    "criticism.staff": Knob(choice("allow_polite", "route", "hide_and_route")),
    "criticism.takedown_grace_min": Knob(whole(15, 1440)),
    "criticism.offer_in_person": Knob(on_off),
    "complaints.parent_route": Knob(text),
    "complaints.staff_route": Knob(text),
    # Contact between staff and families
    "contacts.staff_parent": Knob(choice("forbid", "discourage", "care", "silent")),
    "contacts.include_relatives": Knob(on_off),
    "contacts.exceptions_by": Knob(roles),
    "contacts.staff_numbers": Knob(choice("hide", "nudge")),
    "contacts.own_numbers_parents": Knob(choice("allow", "nudge", "hide")),
    "contacts.decline_text": Knob(text),
    # Who is speaking
    "identity.staff_self_identify": Knob(choice("forbid", "with_disclaimer", "declare", "silent")),
    "identity.works_with_children": Knob(choice("forbid", "silent")),
    "identity.official_posts_as": Knob(choice("setting", "setting_with_name", "person")),
    "identity.staff_talk_of_setting": Knob(choice("never", "discouraged", "positive_only", "respectful")),
    "identity.disclaimer": Knob(choice("required", "if_identified", "none")),
    "identity.disclaimer_text": Knob(text),
    "identity.anonymous": Knob(choice("allow", "flag", "hide")),
    "identity.profile_check_staff": Knob(on_off),
    # Links, copyright, brand, adverts
    "links.setting_website": Knob(choice("forbid", "official_only", "allow")),
    "links.setting_domains": Knob(texts),
    "links.unknown": Knob(choice("allow", "flag", "hold")),
    "links.shorteners": Knob(choice("allow", "flag", "hold")),
    "links.allowlist": Knob(texts),
    "links.blocklist": Knob(texts),
    "copyright.mode": Knob(choice("comply", "link_only", "cite", "permission_and_credit")),
    "brand.logo": Knob(choice("allow", "written_consent", "forbid_personal")),
    "promo.member_ads": Knob(choice("allow", "hold", "hide")),
    "controversial.check": Knob(choice("none", "flag", "hold_for_approval")),
    "controversial.approvers": Knob(quorum),
    "press.owners": Knob(quorum),
    # Staff conduct
    "staff.session_posts": Knob(choice("forbid", "caution", "ignore")),
    "staff.session_hours": Knob(timetable),
    "staff.partners": Knob(texts),
    "staff.competitors": Knob(texts),
    "staff.yearly_declaration": Knob(on_off),
    "staff.profile_tips": Knob(on_off),
    # Response times
    "response.deadline": Knob(deadline("next_working_day", "same_day", "none")),
    "response.auto_ack": Knob(on_off),
    "response.ack_meets_deadline": Knob(on_off),
    "response.remind_at": Knob(times),
    "response.escalate_after": Knob(deadline("end_of_due_day")),
    "response.owner": Knob(roles),
    "response.holiday_cover": Knob(choice("required", "if_possible", "off")),
    "calendar.terms": Knob(spans, required=True),
    "calendar.closures": Knob(spans),
    "calendar.open_days": Knob(days),
    # Escalation
    "escalation.content": Knob(roles),
    "escalation.safeguarding": Knob(roles),
    "escalation.staff_allegation": Knob(roles),
    "escalation.local_contacts.lado": Knob(text, required=True),
    "escalation.local_contacts.childrens_services": Knob(text, required=True),
    "escalation.local_contacts.out_of_hours": Knob(text, required=True),
    "escalation.local_contacts.police": Knob(text, required=True),
    "escalation.local_contacts.ofsted": Knob(text, required=True),
    "escalation.local_contacts.ico": Knob(text, required=True),
    "escalation.ack_minutes.urgent": Knob(whole(1, 240)),
    "escalation.ack_minutes.other": Knob(whole(1, 2880)),
    "escalation.next": Knob(roles),
    "escalation.police_prompt": Knob(on_off),
    # Transparency
    "transparency.public_reason": Knob(choice("exact", "category", "generic", "none")),
    "transparency.private_reason": Knob(fixed("always")),
    "transparency.ask_first": Knob(ask_first),
    # Accounts
    "accounts.creation": Knob(
        choice("management_only", "lead", "named_roles", "application_two_approvals", "any_admin")
    ),
    "accounts.admin_roles": Knob(roles),
    "accounts.min_people": Knob(whole(1, 5)),
    "accounts.posters": Knob(roles),
    "accounts.training_required": Knob(on_off),
    "accounts.training_months": Knob(whole(0, 36)),
    "accounts.rotation_months": Knob(whole(0, 12)),
    "accounts.rotate_on_admin_left": Knob(on_off),
    "accounts.register": Knob(fixed(True)),
    "accounts.risk_assessment_months": Knob(whole(0, 12)),
    "accounts.monitor_review_days": Knob(whole(1, 90)),
    "accounts.post_review_days": Knob(whole(0, 90)),
    "accounts.web_watch_reminder": Knob(on_off),
    "accounts.filter_check_reminder": Knob(on_off),
    # Education and texts
    "education.tips": Knob(choice("off", "termly", "monthly")),
    "education.helplines": Knob(texts),
    "education.laws": Knob(texts),
    "education.language": Knob(some_of("en", "cy", "easy-read")),
    # Hours, retention, scoring
    "quiet.hours": Knob(hours),
    "quiet.urgent_overrides": Knob(fixed(True)),
    "retention.clean_messages": Knob(fixed("none")),
    "retention.hidden_days": Knob(whole(1, 365)),
    "retention.case_months": Knob(whole(1, 120)),
    "retention.safeguarding": Knob(fixed("hand_over")),
    "score.staff_offset": Knob(share(0, 0.3)),
}

_THRESHOLDS = {
    f"score.thresholds.{category}.{level}": Knob(share(0, 1))
    for category in Category
    for level in (Severity.FLAG, Severity.HIDE, Severity.URGENT)
}

_SEVERITIES = {
    f"severity.{category}.{role}": Knob(urgent_only if category in ALWAYS_URGENT else severity, optional=True)
    for category in Category
    for role in Role
}

KNOBS: Mapping[str, Knob] = _ANSWERS | _THRESHOLDS | _SEVERITIES
