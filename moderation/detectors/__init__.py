"""The list of detectors. To add one: copy the smallest neighbour, change it, add its line here."""

from collections.abc import Callable, Iterable

from moderation.detectors import (
    abuse,
    accusation,
    bullying,
    child_identity,
    coded,
    complaint,
    confidential,
    contact,
    contact_details,
    controversy,
    copyright,
    discrimination,
    grooming,
    illegal,
    images,
    links,
    meaning,
    one_child,
    press,
    private_life,
    promo,
    query,
    repeated,
    safeguarding,
    speaker,
    threat,
)
from moderation.facts import Facts
from moderation.finding import Finding
from moderation.policy import Policy
from moderation.post import Post

Detector = Callable[[Post, Facts, Policy], Iterable[Finding]]

DETECTORS: tuple[Detector, ...] = (
    safeguarding.find,
    illegal.find,
    grooming.find,
    threat.find,
    images.find,
    contact_details.find,
    abuse.find,
    links.find,
    query.find,
    press.find,
    promo.find,
    controversy.find,
    contact.find,
    speaker.find,
    copyright.find,
    discrimination.find,
    confidential.find,
    complaint.find,
    accusation.find,
    bullying.find,
    coded.find,
    child_identity.find,
    private_life.find,
    one_child.find,
    meaning.find,
    repeated.find,
)
