"""Remembers the words that are out of view, as marks that nobody can read back."""

from typing import Any

from bot.desk import Desk
from bot.store.cases import Case
from moderation.category import Category
from moderation.echo import is_bait, marks

Words = dict[str, Any]


def lay(case: Case, desk: Desk) -> None:
    """The post is out of view. Of a picture that waits for a yes, the words under it are nothing bad."""
    words = desk.store.sealed.open(case.number)
    if words is None:
        return
    own = marks(words["all_words"])
    if is_bait(own) and case.category != Category.IMAGE:
        desk.store.echoes.keep(case.number, own)
    lay_files(case.number, words, desk)


def lay_files(number: int, words: Words, desk: Desk) -> None:
    """The same picture is known again by its unique id, which cannot fetch it."""
    files = [file for part in words.get("parts", ()) for file in part.get("unique", ()) if file]
    desk.store.echoes.keep(number, map(file_mark, files))


def file_mark(unique_id: str) -> str:
    return f"file {unique_id}"


def take_up(case: Case, desk: Desk) -> None:
    """The post is in view, or goes back: a restored post is no bait (decision 4)."""
    desk.store.echoes.forget(case.number)
