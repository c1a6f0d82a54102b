"""Every question a setting's policy can answer, and which answers are allowed."""

from collections.abc import Mapping
from dataclasses import dataclass

from moderation.answers import (
    Reader,
    adopted,
    ask_first,
    choice,
    days,
    deadline,
    fixed,
    hours,
    on_off,
    quorum,
    roles,
    severity,
    share,
    some_of,
    spans,
    text,
    texts,
    times,
    timetable,
    urgent_only,
    whole,
)
from moderation.category import ALWAYS_URGENT, Category
from moderation.finding import Severity
from moderation.post import Role


@dataclass(frozen=True)
class Knob:
    """`required` answers must be there before the bot may act on its own; `optional` ones may stay unset."""

    read: Reader
    required: bool = False
    optional: bool = False


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
    "policy.clauses": Knob(choice("none", "WM", "OR", "SJ", "WW", "BT")),  # whose: moderation/clauses.toml
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
    # Drafts
    "drafts.parents": Knob(on_off),  # whether parents too may ask /check about a post before they send it
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
