"""Remembers the words that are out of view, as marks that nobody can read back."""

from bot.desk import Desk
from bot.store.cases import Case
from moderation.category import Category
from moderation.echo import is_bait, marks


def lay(case: Case, desk: Desk) -> None:
    """The post is out of view. Of a picture that waits for a yes, the words under it are nothing bad."""
    words = desk.store.sealed.open(case.number)
    if words is None or case.category == Category.IMAGE:
        return
    own = marks(words["all_words"])
    if is_bait(own):
        desk.store.echoes.keep(case.number, own)


def take_up(case: Case, desk: Desk) -> None:
    """The post is in view, or goes back: a restored post is no bait (decision 4)."""
    desk.store.echoes.forget(case.number)
