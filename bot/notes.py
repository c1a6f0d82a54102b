"""What the people who look at a case write down for each other; no parent ever sees it."""

from bot import letters
from bot.desk import Desk
from bot.moves import may_see
from bot.words import say

LONGEST = 1000


def note(number: int, user_id: int, desk: Desk, words: str) -> str:
    """`/note 12 words`: sealed with the case's words, shown on its cards."""
    case = desk.store.cases.get(number)
    if case is None:
        return say("answer.no_case", number=number)
    if not may_see(user_id, case, desk):
        return say("answer.not_yours", setting=desk.setting)
    page = desk.store.sealed.open(number)
    if page is None:
        return say("card.no_words")
    if not words.strip() or len(words) > LONGEST:
        return say("answer.note_how", number=number, longest=LONGEST)
    entry = {"by": user_id, "at": desk.now.isoformat(), "words": words.strip()}
    desk.store.sealed.seal(number, {**page, "notes": [*page.get("notes", []), entry]})
    desk.store.log.append("note", case=number, actor=user_id, detail={}, words=words, now=desk.now)
    letters.refresh_cards(case, desk)
    return say("answer.note")


VERBS = {"note": note}
