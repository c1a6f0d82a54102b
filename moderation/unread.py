"""The questions of a profile whose answers no part of the bot acts on yet; the doctor says so.

Whoever builds a part that reads a knob takes it out of here; a test holds the list against the source.
"""

_NAMES = {
    "policy": "signatories review_months change_approvals",
    "policy_refs": "whistleblowing disciplinary allegations",
    "scope": "parent_rules",
    "group": "positive_promotion open_channel",
    "membership": "join_gate real_names",
    "images": "official faces item_consents face_finder nudity_check",
    "children": "staff_contact_min_age",
    "criticism": "offer_in_person",
    "contacts": "exceptions_by decline_text",
    "identity": "official_posts_as profile_check_staff",
    "staff": "yearly_declaration profile_tips",
    "accounts": "creation min_people posters training_required training_months rotation_months"
    " rotate_on_admin_left risk_assessment_months monitor_review_days post_review_days web_watch_reminder"
    " filter_check_reminder",
    "education": "tips language",
}

UNREAD = frozenset(f"{section}.{name}" for section, names in _NAMES.items() for name in names.split())
