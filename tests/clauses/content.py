"""Which posts show that a clause about what is said in the group is kept, and what undoes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from moderation.decision import Action
from moderation.post import Role
from tests.clauses import wordings as said
from tests.clauses.wordings import Words

PROFILES = {
    "WM": "woodham-mortimer",
    "OR": "orleton",
    "SJ": "st-josephs",
    "WW": "west-wycombe",
    "BT": "bishopthorpe",
}


@dataclass(frozen=True)
class Row:
    """In the setting whose clauses these are, the posts of such a person meet with this action.

    `flip` are answers of the profile that make it another action; without them, leaving out the detector is
    what undoes it. `given` are answers the profile asks its manager for. `how` is the rest of the posts.
    """

    clauses: str
    words: Words
    action: Action
    role: Role = Role.PARENT
    flip: Mapping[str, Any] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    how: Mapping[str, Any] = field(default_factory=dict)
    harmless: tuple[str, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(self.clauses.split())

    @property
    def profile(self) -> str:
        return PROFILES[self.numbers[0].partition("-")[0]]

    @property
    def fair(self) -> tuple[str, ...]:
        return (*self.words.harmless, *self.harmless)


A = Action
STAFF, COMMITTEE = Role.STAFF, Role.COMMITTEE
PARTNERS = {"staff.partners": ("Crumbly Kitchen",)}
IN_SESSION = {"at": said.MORNING}
SETTING_SITE = {"links.setting_domains": ("woodham.example",)}

WOODHAM_MORTIMER = (
    Row("WM-03", said.ILLEGAL, A.URGENT),
    Row("WM-03 WM-48", said.THREAT, A.URGENT),
    Row("WM-04 WM-08 WM-14 WM-30", said.CONFID, A.HIDE),
    Row("WM-04 WM-08", said.WORK_PAPERS, A.HIDE, STAFF),
    Row("WM-05 WM-34 WM-35", said.COPYRIGHT, A.NUDGE),
    Row("WM-06 WM-30 WM-36", said.ALLEGE, A.HIDE),
    Row("WM-06", said.PARTNER, A.FLAG, given=PARTNERS, flip={"staff.partners": ("Another Kitchen",)}),
    Row("WM-35", said.CREDITED, A.NUDGE, flip={"copyright.mode": "cite"}),
    Row("WM-26 WM-49", said.CHAT, A.NUDGE, STAFF, how=IN_SESSION, flip={"staff.session_posts": "ignore"}),
    Row("WM-38", said.OTHER_CHILD, A.HIDE, harmless=said.WILLING_CHILD.posts),
    Row("WM-43", said.DISREPUTE, A.HIDE),
    Row("WM-07 WM-38 WM-54", said.PDATA, A.HIDE),
    Row("WM-07 WM-08 WM-38", said.CHILD_ID, A.HIDE),
    Row("WM-07 WM-08", said.SENSITIVE, A.HIDE),
    Row("WM-11 WM-32", said.ABUSE, A.HIDE, STAFF),
    Row("WM-11 WM-32 WM-47", said.BULLY, A.HIDE, STAFF),
    Row("WM-32", said.ALLEGE, A.HIDE, STAFF),
    Row("WM-32", said.CONTROV, A.FLAG, STAFF, flip={"controversial.check": "none"}),
    Row("WM-13", said.PHOTO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("WM-13", said.VIDEO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("WM-16", said.CODED, A.FLAG, flip={"children.coded_parents": "hide"}),
    Row("WM-18 WM-23", said.COMPLAINT, A.HIDE, flip={"criticism.parents": "route"}),
    Row("WM-18 WM-22", said.GRIEVANCE, A.HIDE, STAFF),
    Row("WM-24", said.LINK, A.FLAG, flip={"links.unknown": "allow"}),
    Row("WM-27", said.SETTING_LINK, A.HIDE, given=SETTING_SITE, flip={"links.setting_website": "allow"}),
    Row("WM-31", said.SELF_IDENTIFIES, A.HIDE, STAFF, flip={"identity.staff_self_identify": "silent"}),
    Row("WM-33", said.CONTACT, A.NUDGE, flip={"contacts.staff_parent": "silent"}),
    Row("WM-33", said.STAFF_CONTACT, A.FLAG, STAFF, flip={"contacts.staff_parent": "silent"}),
    Row("WM-40 WM-44 WM-45", said.ABUSE, A.HIDE),
    Row("WM-41 WM-44", said.DISCRIM, A.HIDE),
    Row("WM-42 WM-44 WM-45 WM-46", said.BULLY, A.HIDE),
    Row("WM-54", said.OWN_NUMBER, A.NUDGE, flip={"contacts.own_numbers_parents": "hide"}),
    Row("WM-54", said.BANK, A.HIDE),
    Row("WM-55", said.SECURITY_ANSWER, A.HIDE),
)
ORLETON = (
    Row("OR-01", said.CONFID, A.HIDE),
    Row("OR-32", said.CONFID, A.HIDE, STAFF),
    Row("OR-02 OR-24", said.ABUSE, A.HIDE),
    Row("OR-25", said.INSULT_WITH_OWN_NUMBER, A.HIDE),
    Row("OR-02", said.DISCRIM, A.HIDE),
    Row("OR-02", said.CODED, A.FLAG, flip={"children.coded_parents": "ignore"}),
    Row("OR-10", said.AS_SETTING, A.FLAG),
    Row("OR-16", said.STAFF_NUMBER, A.HIDE, STAFF, flip={"contacts.staff_numbers": "nudge"}),
    Row("OR-17", said.CHILD_ID, A.HIDE),
    Row("OR-15 OR-17 OR-45", said.CHILD_ID, A.HIDE, STAFF),
    Row("OR-18", said.COMPLAINT, A.ROUTE, flip={"criticism.parents": "ask_takedown"}),
    Row("OR-19", said.GROOM, A.URGENT),
    Row("OR-19", said.SAFEGUARD, A.URGENT),
    Row("OR-20", said.IN_DANGER, A.URGENT),
    Row("OR-21", said.PHOTO, A.HOLD, flip={"images.parents": "hide"}),
    Row("OR-21", said.VIDEO, A.HOLD, STAFF, flip={"images.staff_personal": "never"}),
    Row("OR-28", said.GRIEVANCE, A.HIDE, COMMITTEE),
    Row("OR-28 OR-36", said.BULLY, A.HIDE, COMMITTEE),
    Row("OR-29 OR-30 OR-31", said.OWN_VIEW, A.NUDGE, STAFF, flip={"identity.disclaimer": "none"}),
    Row("OR-34", said.GRIEVANCE, A.HIDE, STAFF),
    Row("OR-34 OR-37", said.ALLEGE, A.HIDE, STAFF),
    Row("OR-35 OR-36", said.ABUSE, A.HIDE, STAFF),
    Row("OR-35", said.BULLY, A.HIDE, STAFF),
    Row("OR-36", said.CODED, A.FLAG, STAFF, flip={"children.coded_staff": "hide"}),
    Row("OR-37", said.ABUSE, A.HIDE, STAFF),
    Row("OR-43", said.ABUSE, A.HIDE, STAFF, how={"at": said.NIGHT}),
    Row("OR-43", said.STAFF_NUMBER, A.HIDE, STAFF, how={"at": said.NIGHT}),
    Row("OR-46 OR-48", said.COPYRIGHT, A.FLAG, STAFF),
    Row("OR-37", said.PARTNER, A.FLAG, STAFF, given=PARTNERS, flip={"staff.partners": ("Another Kitchen",)}),
    Row("OR-42", said.CHAT, A.NUDGE, STAFF, how=IN_SESSION, flip={"staff.session_posts": "ignore"}),
    Row("OR-45", said.OTHER_CHILD, A.HIDE, STAFF, harmless=said.WILLING_CHILD.posts),
    Row("OR-47", said.COPYRIGHT, A.FLAG, STAFF, harmless=said.CREDITED.posts),
    Row("OR-49", said.LOGO, A.NUDGE, flip={"brand.logo": "allow"}),
)
ST_JOSEPHS = (
    Row("SJ-04", said.ABUSE, A.HIDE, harmless=said.EVERYDAY),
    Row("SJ-02", said.GRIEVANCE, A.HIDE, STAFF),
    Row("SJ-03", said.ABUSE, A.HIDE, Role.RELATIVE),
    Row("SJ-05", said.CONFID, A.HIDE, STAFF),
    Row("SJ-05 SJ-12", said.SELF_IDENTIFIES, A.HIDE, STAFF, flip={"identity.staff_self_identify": "declare"}),
    Row("SJ-15", said.WORKS_WITH_CHILDREN, A.HIDE, STAFF, flip={"identity.works_with_children": "silent"}),
    Row("SJ-06", said.COPYRIGHT, A.FLAG, STAFF),
    Row("SJ-07 SJ-17 SJ-26", said.PDATA, A.HIDE, STAFF),
    Row("SJ-07 SJ-17 SJ-18 SJ-26", said.CHILD_ID, A.HIDE, STAFF),
    Row("SJ-07 SJ-17 SJ-26", said.SENSITIVE, A.HIDE, STAFF),
    Row("SJ-17", said.PDATA, A.HIDE),
    Row("SJ-26", said.STAFF_NUMBER, A.HIDE, STAFF, how={"at": said.NIGHT}),
    Row("SJ-09", said.ABUSE, A.HIDE),
    Row("SJ-16", said.CHILDQ, A.HIDE, STAFF, flip={"identity.staff_talk_of_setting": "respectful"}),
    Row("SJ-18 SJ-19", said.CODED, A.HIDE, STAFF, flip={"children.coded_staff": "flag"}),
    Row("SJ-18", said.OTHER_CHILD, A.HIDE, STAFF),
    Row("SJ-18", said.WILLING_CHILD, A.HIDE, STAFF, flip={"children.named_by_staff": "with_consent"}),
    Row("SJ-21", said.SAFEGUARD, A.URGENT),
    Row("SJ-21", said.GROOM, A.URGENT),
    Row("SJ-22", said.STAFF_ALLEGATION, A.URGENT),
    Row("SJ-24 SJ-27", said.STAFF_CONTACT, A.HIDE, STAFF, flip={"contacts.staff_parent": "discourage"}),
    Row("SJ-30 SJ-31", said.PHOTO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("SJ-30 SJ-31", said.VIDEO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("SJ-44", said.PHOTO, A.HOLD, flip={"images.parents": "hide"}),
    Row("SJ-34", said.ALLEGE, A.HIDE),
    Row("SJ-46", said.ABUSE, A.HIDE),
    Row("SJ-46", said.BULLY, A.HIDE),
    Row("SJ-46", said.DISCRIM, A.HIDE),
)
WEST_WYCOMBE = (
    Row("WW-01", said.ABUSE, A.HIDE, harmless=said.EVERYDAY),
    Row("WW-02 WW-04", said.CONFID, A.HIDE),
    Row("WW-02 WW-04", said.CONFID, A.HIDE, STAFF),
    Row("WW-03", said.GRIEVANCE, A.HIDE, COMMITTEE),
    Row("WW-03", said.PHOTO, A.HIDE, flip={"images.parents": "hold"}),
    Row("WW-04", said.PDATA, A.HIDE),
    Row("WW-05", said.CHILD_ID, A.HIDE),
    Row("WW-05", said.SENSITIVE, A.HIDE),
    Row("WW-05", said.CODED, A.FLAG, flip={"children.coded_parents": "hide"}),
    Row("WW-05", said.OTHER_CHILD, A.HIDE),
    Row("WW-05", said.OWN_CHILD, A.NUDGE, flip={"children.named_by_parents": "own_first_name"}),
    Row("WW-16", said.CHAT, A.NUDGE, STAFF, flip={"group.off_topic": "allow"}),
    Row("WW-06", said.ABUSE, A.HIDE, STAFF),
    Row("WW-06", said.BULLY, A.HIDE, COMMITTEE),
    Row("WW-06", said.DISCRIM, A.HIDE, STAFF),
    Row("WW-06", said.THREAT, A.URGENT, STAFF),
    Row("WW-06", said.GROOM, A.URGENT, STAFF),
    Row("WW-07", said.PHOTO, A.HIDE, flip={"images.parents": "hold"}),
    Row("WW-07", said.VIDEO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("WW-08", said.WORK_PAPERS, A.HIDE),
    Row("WW-09", said.ALLEGE, A.HIDE, STAFF),
    Row("WW-10", said.GRIEVANCE, A.HIDE, STAFF, harmless=said.EVERYDAY),
    Row("WW-11 WW-14", said.CONTACT, A.NUDGE, flip={"contacts.staff_parent": "silent"}),
    Row("WW-11", said.STAFF_CONTACT, A.FLAG, STAFF, flip={"contacts.staff_parent": "forbid"}),
    Row("WW-19", said.CHILDQ, A.HIDE, flip={"children.individual_matters": "leave_and_route"}),
    Row("WW-20", said.STAFF_NUMBER, A.HIDE, STAFF, flip={"contacts.staff_numbers": "nudge"}),
    Row("WW-20", said.CONTACT, A.NUDGE, flip={"contacts.staff_parent": "silent"}),
    Row("WW-24", said.COMPLAINT, A.ASK, flip={"criticism.parents": "route"}),
)
BISHOPTHORPE = (
    Row("BT-02 BT-63", said.CHILD_ID, A.HIDE),
    Row("BT-02 BT-63 BT-104", said.SENSITIVE, A.HIDE),
    Row("BT-63 BT-105", said.PDATA, A.HIDE),
    Row("BT-04 BT-86", said.ABUSE, A.HIDE, harmless=said.EVERYDAY),
    Row("BT-06", said.CONFID, A.HIDE, STAFF),
    Row("BT-07", said.ABUSE, A.HIDE, STAFF, how={"at": said.NIGHT}),
    Row("BT-07", said.THREAT, A.URGENT, how={"at": said.NIGHT}),
    Row("BT-11 BT-46 BT-97", said.ABUSE, A.HIDE, STAFF),
    Row("BT-11", said.ALLEGE, A.HIDE, STAFF),
    Row("BT-13 BT-28 BT-94 BT-95", said.OWN_VIEW, A.NUDGE, STAFF, flip={"identity.disclaimer": "none"}),
    Row("BT-14", said.ABUSE, A.HIDE, STAFF, harmless=said.EVERYDAY),
    Row("BT-44 BT-45 BT-54 BT-65 BT-97 BT-107", said.ABUSE, A.HIDE),
    Row("BT-44 BT-45 BT-54 BT-97 BT-107", said.BULLY, A.HIDE),
    Row("BT-44 BT-45 BT-54 BT-97 BT-107", said.DISCRIM, A.HIDE),
    Row("BT-45", said.THREAT, A.URGENT),
    Row("BT-47", said.PDATA, A.HIDE, STAFF),
    Row("BT-47", said.CHILD_ID, A.HIDE, STAFF),
    Row("BT-47", said.SENSITIVE, A.HIDE, STAFF),
    Row("BT-47 BT-64 BT-104", said.CONFID, A.HIDE, STAFF),
    Row("BT-48", said.BULLY, A.HIDE, STAFF),
    Row("BT-48", said.CODED, A.FLAG, STAFF, flip={"children.coded_staff": "hide"}),
    Row("BT-48 BT-108", said.GRIEVANCE, A.HIDE, STAFF),
    Row("BT-49", said.PROMO, A.HOLD, flip={"promo.member_ads": "allow"}),
    Row("BT-52", said.ANONYMOUS, A.FLAG, flip={"identity.anonymous": "allow"}),
    Row("BT-53", said.PRESS, A.FLAG),
    Row("BT-53", said.PRESS, A.FLAG, STAFF),
    Row("BT-54 BT-103 BT-107", said.ALLEGE, A.HIDE),
    Row("BT-103", said.DISREPUTE, A.HIDE),
    Row("BT-59", said.ILLEGAL, A.URGENT),
    Row("BT-59", said.THREAT, A.URGENT),
    Row("BT-59", said.GROOM, A.URGENT),
    Row("BT-61 BT-62 BT-105", said.COPYRIGHT, A.NUDGE),
    Row("BT-98", said.COPYRIGHT, A.FLAG, STAFF),
    Row("BT-74 BT-75 BT-76 BT-77", said.PHOTO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("BT-78", said.NEVER_SHOWN, A.HIDE, flip={"images.no_publish_list": False}),
    Row("BT-62 BT-98", said.CREDITED, A.NUDGE, flip={"copyright.mode": "cite"}, harmless=said.PERMITTED),
    Row("BT-79", said.PHOTO, A.HIDE, STAFF, flip={"images.staff_personal": "hold"}),
    Row("BT-80", said.STAFF_AND_CHILD, A.URGENT, STAFF),
    Row("BT-89 BT-99 BT-116", said.COMPLAINT, A.ROUTE, flip={"criticism.parents": "hide_and_route"}),
    Row("BT-93", said.CONTROV, A.HOLD, STAFF, flip={"controversial.check": "flag"}),
    Row("BT-102", said.TAGGING, A.FLAG, flip={"images.tagging": "allow"}),
    Row("BT-103 BT-106", said.BAD_LINK, A.HIDE),
    Row("BT-106", said.LINK, A.FLAG, flip={"links.unknown": "allow"}),
    Row("BT-106", said.SHORT_LINK, A.HOLD, flip={"links.shorteners": "allow"}),
    Row("BT-111", said.LOGO, A.NUDGE),
    Row("BT-113", said.OWN_NUMBER, A.NUDGE, flip={"contacts.own_numbers_parents": "allow"}),
)
ROWS = (*WOODHAM_MORTIMER, *ORLETON, *ST_JOSEPHS, *WEST_WYCOMBE, *BISHOPTHORPE)
