"""Whoever a hurtful post was aimed at hears in private that it was seen and is out of view (U-30)."""

from bot import letters
from bot.desk import Desk
from bot.reading import Posting
from bot.store.cases import Case
from bot.store.effects import ONCE_OUT, Priority
from bot.words import say
from moderation.category import Category

AIMED = frozenset({Category.ABUSE, Category.BULLY, Category.THREAT, Category.DISCRIM})


def aimed_at(posting: Posting, desk: Desk) -> list[int]:
    """Whom the post answers or names with an @, as far as the bot has met them."""
    found = [desk.store.usernames.find(one) if isinstance(one, str) else one for one in posting.speaks_to]
    apart = {None, posting.post.author.id, posting.from_id, desk.bot_id}
    return list(dict.fromkeys(one for one in found if one is not None and one not in apart))


def comfort(case: Case, desk: Desk) -> None:
    """Once the post is out; once for each person, and only to those who can be reached now: weeks later it
    would only bring the hurt back."""
    page = desk.store.sealed.open(case.number)
    if page is None or letters.category_of(case) not in AIMED:
        return
    key = "own.aimed_threat" if case.category == Category.THREAT else "own.aimed"
    for person in page.get("aimed_at", ()):
        letters.queue(
            desk,
            f"aimed:{case.number}:{person}",
            "say",
            person,
            Priority.PRIVATE,
            case,
            due=ONCE_OUT,
            text=say(key, setting=desk.setting),
            only_now=True,
        )
