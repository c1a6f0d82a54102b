"""The shipped profiles hold what the five settings' policies say."""

from typing import Any

import pytest

from moderation.answers import Quorum
from moderation.category import Category
from moderation.finding import Severity
from moderation.knobs import KNOBS
from moderation.policy import PROFILES, SHIPPED, load_policy
from moderation.post import Role

SETTINGS = tuple(name for name in SHIPPED if name != "default")

MANAGER_AND_CHAIR = (Role.MANAGER, Role.CHAIR)

SPOTS: dict[str, dict[str, Any]] = {
    "default": {
        "setting.name": "our pre-school",
        "mode.level": "observe",
        "membership.on_child_left": "confirm",
        "images.approver": (Role.MANAGER, Role.DEPUTY),
        "children.named_by_parents": "own_first_name",
        "criticism.parents": "route",
        "criticism.staff": "hide_and_route",
        "contacts.staff_parent": "discourage",
        "escalation.safeguarding": (Role.DSL, Role.DEPUTY),
        "transparency.public_reason": "category",
        "score.staff_offset": 0.1,
    },
    "woodham-mortimer": {
        "setting.name": "Woodham Mortimer Pre-School",
        "scope.staff_roles": (Role.STAFF,),
        "images.premises_events_staff": "hide",
        "images.premises_events_parents": "hold",
        "children.named_by_parents": "with_consent",
        "criticism.parents": "hide_and_route",
        "criticism.staff": "hide_and_route",
        "contacts.staff_parent": "care",
        "identity.staff_self_identify": "forbid",
        "identity.staff_talk_of_setting": "discouraged",
        "links.setting_website": "forbid",
        "copyright.mode": "link_only",
        "staff.session_posts": "forbid",
        "escalation.staff_allegation": MANAGER_AND_CHAIR,
        "accounts.post_review_days": 0,
    },
    "orleton": {
        "setting.name": "Orleton Pre-School",
        "policy.change_approvals": "one",
        "scope.parent_rules": "security_guidelines",
        "group.purpose": "official_business",
        "membership.on_child_left": "auto",
        "images.staff_personal": "hold",
        "images.official": "manager_approved",
        "images.face_finder": True,
        "criticism.parents": "route",
        "contacts.staff_parent": "silent",
        "identity.disclaimer": "required",
        "copyright.mode": "cite",
        "staff.session_posts": "caution",
        "escalation.safeguarding": (Role.MANAGER, Role.DSL),
        "accounts.rotation_months": 6,
    },
    "st-josephs": {
        "setting.name": "St Joseph's Pre-school",
        "policy.version": "1.12.3",
        "group.purpose": "closed_daily_info",
        "group.open_channel": "adverts_only",
        "membership.relatives": "refuse",
        "images.faces": "allow",
        "images.approver": (Role.LEAD,),
        "children.coded_staff": "hide",
        "children.coded_parents": "flag",
        "contacts.staff_parent": "forbid",
        "contacts.include_relatives": True,
        "contacts.exceptions_by": (),
        "identity.works_with_children": "forbid",
        "identity.staff_talk_of_setting": "never",
        "escalation.content": (Role.LEAD,),
        "escalation.safeguarding": (Role.DSL,),
    },
    "west-wycombe": {
        "setting.name": "West Wycombe Preschool",
        "setting.aliases": ("WWPS",),
        "policy.adopted": "2013-10",
        "group.purpose": "promotion_only",
        "group.off_topic": "nudge",
        "images.official": "none",
        "images.parents": "hide",
        "images.faces": "forbid",
        "images.premises_events_staff": "allow",
        "children.named_by_parents": "never",
        "children.individual_matters": "hide_and_route",
        "criticism.parents": "ask_takedown",
        "contacts.own_numbers_parents": "hide",
        "promo.member_ads": "hide",
        "transparency.ask_first": (Category.COMPLAINT,),
        "accounts.creation": "named_roles",
        "accounts.admin_roles": (Role.MANAGER, Role.DEPUTY, Role.THIRD, Role.CHAIR, Role.SOCIAL),
    },
    "bishopthorpe": {
        "setting.name": "Bishopthorpe Preschool Playgroup",
        "policy.change_approvals": "two",
        "membership.conduct_removal": Quorum(MANAGER_AND_CHAIR, every=True),
        "membership.real_names": "required",
        "images.official": "consent_and_checks",
        "criticism.parents": "allow_polite",
        "criticism.staff": "allow_polite",
        "identity.staff_self_identify": "declare",
        "identity.official_posts_as": "setting_with_name",
        "brand.logo": "forbid_personal",
        "controversial.check": "hold_for_approval",
        "press.owners": Quorum(MANAGER_AND_CHAIR, every=True),
        "escalation.safeguarding": (Role.MANAGER, Role.CHAIR, Role.DSL),
        "transparency.public_reason": "exact",
        "transparency.ask_first": (Category.ABUSE, Category.ALLEGE, Category.COMPLAINT),
        "accounts.creation": "application_two_approvals",
        "accounts.monitor_review_days": 1,
        "accounts.web_watch_reminder": True,
    },
}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_says_what_the_settings_policy_says(name: str) -> None:
    policy = load_policy(name)

    assert {knob: policy[knob] for knob in SPOTS[name]} == SPOTS[name]


def test_every_file_in_the_folder_is_shipped_under_its_name() -> None:
    assert {path.stem for path in PROFILES.glob("*.toml")} == set(SHIPPED)
    assert [load_policy(name).name for name in SHIPPED] == list(SHIPPED)


def test_the_default_runs_as_shipped_with_a_neutral_name_and_nobodys_number() -> None:
    default = load_policy("default")

    assert (default["setting.contact_email"], default["setting.contact_phone"]) == ("", "")
    assert default.unconfirmed == ()
    assert "setting.name" not in default.unanswered


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_watches_until_its_questions_are_answered(name: str) -> None:
    policy = load_policy(name)

    assert policy["mode.level"] == "observe"
    assert "calendar.terms" in policy.unanswered
    assert "escalation.local_contacts.lado" in policy.unanswered


@pytest.mark.parametrize("name", SETTINGS)
def test_a_value_is_either_stated_to_be_confirmed_or_still_asked(name: str) -> None:
    policy = load_policy(name)

    assert not set(policy.unconfirmed) & set(policy.asked)
    assert {"mode.level", "response.remind_at", "score.thresholds"} <= set(policy.unconfirmed)
    assert {"calendar.terms", "links.setting_domains"} <= set(policy.asked)


@pytest.mark.parametrize(
    ("knob", "stated_by"),
    [
        ("criticism.parents", {"woodham-mortimer", "orleton", "west-wycombe", "bishopthorpe"}),
        ("membership.on_child_left", {"orleton", "st-josephs"}),
        ("response.deadline", {"bishopthorpe"}),
        ("identity.staff_self_identify", {"woodham-mortimer", "orleton", "st-josephs", "bishopthorpe"}),
        ("escalation.content", {"orleton", "st-josephs", "west-wycombe", "bishopthorpe"}),
        ("accounts.rotation_months", {"orleton"}),
    ],
)
def test_only_what_a_policy_leaves_open_waits_to_be_confirmed(knob: str, stated_by: set[str]) -> None:
    assert {name for name in SETTINGS if knob not in load_policy(name).unconfirmed} == stated_by


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_profile_keeps_the_public_bodies_reachable(name: str) -> None:
    assert {"gov.uk", "nhs.uk", "nspcc.org.uk"} <= set(load_policy(name)["links.allowlist"])


@pytest.mark.parametrize("name", SHIPPED)
def test_thresholds_rise_with_what_they_lead_to(name: str) -> None:
    policy = load_policy(name)
    steps = (Severity.FLAG, Severity.HIDE, Severity.URGENT)

    for category in Category:
        scores = [policy.threshold(category, step) for step in steps]
        assert scores == sorted(scores), category


def test_every_knob_named_in_the_table_is_known() -> None:
    assert {knob for spots in SPOTS.values() for knob in spots} <= set(KNOBS)
