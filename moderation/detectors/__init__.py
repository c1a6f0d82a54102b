"""The list of detectors. To add one: copy the smallest neighbour, change it, add its line here."""

from collections.abc import Callable, Iterable

from moderation.detectors import (
    abuse,
    contact_details,
    grooming,
    illegal,
    images,
    links,
    meaning,
    query,
    repeated,
    safeguarding,
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
    meaning.find,
    repeated.find,
)
