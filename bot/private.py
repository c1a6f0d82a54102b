"""Cases that are no post in the group: a drill, a complaint, something reported in private."""

from collections.abc import Sequence

from bot import aside, bundles, letters
from bot.desk import Desk
from bot.evidence import Words
from bot.store.cases import Case, Opening
from moderation.case import State, View
from moderation.category import Category
from moderation.decision import Action
from moderation.finding import Severity


def open_case(
    category: Category,
    subtype: str,
    desk: Desk,
    *,
    words: str,
    author: int | None,
    author_name: str,
    urgent: bool = False,
    files: Sequence[dict[str, str]] = (),
) -> Case:
    """Sealed, written down and on its way to its owners."""
    opening = Opening(
        state=State.OPEN.value,
        view=View.HIDDEN.value,
        mode=desk.mode.value,
        action=(Action.URGENT if urgent else Action.ROUTE).value,
        severity=(Severity.URGENT if urgent else Severity.FLAG).value,
        category=category.value,
        subtype=subtype,
        urgent=urgent,
        author_id=author,
        posted_at=desk.now,
    )
    case = desk.store.cases.open(opening, desk.now)
    desk.store.sealed.seal(case.number, page(words, author_name, files))
    detail = {"action": case.action, "category": case.category, "subtype": subtype}
    desk.store.log.append(
        "case opened", case=case.number, actor=author, detail=detail, words=words, now=desk.now
    )
    aside.keep_subjects_away(case, words, desk)
    if not letters.send_cards(case, desk):
        letters.nobody_reached(case, desk)
    bundles.gather(case, desk)
    return case


def page(words: str, author_name: str, files: Sequence[dict[str, str]]) -> Words:
    """The sealed page of something that never stood in the group."""
    return {
        "words": words,
        "all_words": words,
        "author": author_name,
        "speaker": "person",
        "answered": None,
        "edited": False,
        "degraded": False,
        "softened": False,
        "keeps_no_copy": False,
        "findings": [],
        "parts": [
            {"message": 0, "words": "", "all_words": words, "files": list(files), "unique": [], "digest": ""}
        ],
        "files": list(files),
    }
