"""Holds every picture and film until a person has looked, and notices talk of tagging or sharing them."""

from collections.abc import Iterable

from moderation.category import Category
from moderation.facts import Facts
from moderation.finding import Finding, Severity
from moderation.people import contains
from moderation.phrases import Rule, found, rule
from moderation.policy import Policy
from moderation.post import Media, Post


def find(post: Post, facts: Facts, policy: Policy) -> Iterable[Finding]:
    """What is attached, by its kind alone: a caption proves nothing. Then the words about pictures."""
    if post.media in ATTACHED and not facts.passed:
        severity, why = ATTACHED[post.media]
        yield _never_shown(post, facts) or Finding(Category.IMAGE, 1.0, severity, why)
    yield from found(Category.IMAGE, RULES, post.folded)
    if post.reply_to and not PICTURES.isdisjoint(post.reply_to.lower().split()):
        yield from found(Category.IMAGE, ANSWERS, post.folded)


def _never_shown(post: Post, facts: Facts) -> Finding | None:
    """The caption names a child whose family said no to every picture."""
    called = [one for child in facts.roster.no_publish for one in child.called] if facts.roster else []
    if post.media in SPOKEN_KINDS or not any(contains(post.folded, one) for one in called):
        return None
    why = "a picture that may show a child who must never be shown"
    return Finding(Category.IMAGE, 1.0, Severity.HIDE, why, "no_publish")


SPOKEN_KINDS = frozenset({Media.VOICE, Media.AUDIO})
PICTURE = (Severity.HIDE, "a picture that a person has to look at first")
FILM = (Severity.HIDE, "a film that a person has to look at first")
SPOKEN = (Severity.FLAG, "a recording that a person may want to listen to")
ATTACHED: dict[Media | None, tuple[Severity, str]] = {
    Media.PHOTO: PICTURE,
    Media.VIDEO: FILM,
    Media.ANIMATION: FILM,
    Media.VIDEO_NOTE: FILM,
    Media.VOICE: SPOKEN,
    Media.AUDIO: SPOKEN,
    Media.UNKNOWN: (Severity.HIDE, "something of a kind that cannot be read"),
}

PICTURES = frozenset({"photos", "photographs", "pics", "pictures", "videos", "photo", "video", "album"})
GROUPS = {
    "image": "pic, pics, picture, pictures, photo, photos, photographs, video, videos, vid, vids, album, "
    "footage",
    "share": "post, share, send, put, upload, stick, chuck, pop, bung, whack, forward",
    "children": """
        kids, kid, children, child, little ones, party, nativity, sports day, face paint, trip,
        picnic, concert, class, group, leavers, play, show, paddling pool, everyone, all the,
        our little""",
}
RULES: tuple[Rule, ...] = (
    rule(
        "people are tagged or named in a picture",
        "tagging ~4 {both|you|all|everyone|mums|parents|your|this}",
        "tag|name ~6 {mums|mum|dads|parents|everyone|people|kids|who} ~4 in ~3 {image}",
        "tag ~6 {image}",
        groups=GROUPS,
        unless="found lost price name-tag don't please-don't clothes",
        subtype="tagging",
        severity=Severity.FLAG,
    ),
    rule(
        "pictures of children are asked for or promised",
        "can|could|please|pls|will|would ~2 someone|anyone|somebody|anybody|everyone|you ~3 {share} "
        "~4 {image} "
        "~6 {here|group|esp|children|dump|all}",
        "{share} ~2 all|them|more|your ~3 {children} ~2 {image}",
        "no {image} ~4 {children} ~~8 so|but|instead|anyway ~5 {share}",
        "{share|popped|pop} ~4 {image|album|them|it} ~6 public|facebook|insta|page|tiktok|youtube|wall",
        "all ~1 from ~6 {leavers|party|trip|concert|nativity|sports|day|image}",
        "zipped|zip|folder|dropbox|album ~4 {image} ~8 {help_yourselves|children|download}",
        "help_yourselves|help_yourself ~6 {image}",
        "{image|from|leavers} ~8 zipped up|file|folder",
        groups=GROUPS,
        unless="consent consents manager-approved",
        severity=Severity.FLAG,
    ),
)
ANSWERS: tuple[Rule, ...] = (
    rule(
        "pictures of children are asked for",
        "chuck|post|share|send|stick|bung|whack|upload|put em|them|all|more|yours ~3 on|here|up|in|"
        "all|please|over|yes",
        "yes|yeah|ooh|please|go_on ~2 post|share|send|upload|all",
        groups=GROUPS,
        severity=Severity.FLAG,
    ),
)
