"""Words that are out of view and come again: a copy goes to the case of the first, a quote is found out."""

from dataclasses import dataclass

from bot import letters, moves
from bot.baits import file_mark
from bot.desk import Desk
from bot.reading import Posting
from bot.store.cases import Case
from bot.store.effects import Delivery, Priority
from bot.words import say, say_to_poster
from moderation.case import State, View
from moderation.category import Category
from moderation.decision import Action, Decision, Mode, Step, does, must_not_be_explained
from moderation.echo import holds, is_copy, is_from, leaves_out, marks
from moderation.facts import Repeats


@dataclass(frozen=True)
class Found:
    """The case whose words were said again, and whether nearly all of the post is nothing else."""

    case: Case
    is_copy: bool

    @property
    def repeats(self) -> Repeats | None:
        """What the judgement is told of a quote; a copy is no post of its own."""
        if self.is_copy:
            return None
        return Repeats(self.case.number, letters.category_of(self.case), self.case.subtype)


def look(posting: Posting, desk: Desk) -> Found | None:
    """Whether the post says, or shows, what is out of view. Whoever may decide about that may say it: a
    corrected post is written that way."""
    own = marks(posting.post.text)
    for echo in desk.store.echoes.shared(own):
        copy = is_copy(echo.shared, len(own), echo.hidden)
        case = case_to_keep(echo.number, posting, desk) if copy or holds(echo.shared, echo.hidden) else None
        if case is not None and not is_mended(own, case, desk):
            return Found(case, copy)
    for file in posting.files:
        for echo in desk.store.echoes.shared([file_mark(file.unique_id)] if file.unique_id else []):
            if case := case_to_keep(echo.number, posting, desk):
                return Found(case, True)
    for quote in posting.quotes:
        quoted = marks(quote)
        for echo in desk.store.echoes.shared(quoted):
            case = case_to_keep(echo.number, posting, desk) if is_from(echo.shared, len(quoted)) else None
            if case is not None:
                return Found(case, False)
    return None


def is_mended(own: frozenset[str], case: Case, desk: Desk) -> bool:
    """The same words without those that were the trouble, and nothing in their place: a fair new post."""
    page = desk.store.sealed.open(case.number) or {}
    grave = [one for one in page.get("findings", ()) if Action(one["action"]).level >= Action.HOLD.level]
    trouble = [[marks(words) for words in one["words"]] for one in grave]
    return all(trouble) and leaves_out(own, marks(page.get("all_words", "")), trouble)


def case_to_keep(number: int, posting: Posting, desk: Desk) -> Case | None:
    """The case, when its words are to stay out of view in this mode and from this person."""
    case = desk.store.cases.get(number)
    if case is None or case.view != View.HIDDEN or posting.message_id in case.message_ids:
        return None
    paused = desk.paused_until is not None and not case.urgent
    if not does(Mode.OBSERVE if paused else desk.mode, Step.TAKE_OUT, urgent=case.urgent):
        return None
    author = posting.post.author.id
    return None if author is not None and moves.may_decide(author, case, desk) else case


def belongs(found: Found, posting: Posting, decision: Decision) -> bool:
    """Whether the post is the same case again. Anything urgent is heard each time, unless the same person
    says it again while somebody is still to see to it."""
    if not found.is_copy:
        return False
    same = found.case.author_id == posting.post.author.id and found.case.state != State.CLOSED
    return same or decision.action != Action.URGENT


def join(case: Case, posting: Posting, desk: Desk) -> None:
    """The copy goes out of view as part of the case; whoever posted it hears why, as far as they may."""
    desk.store.cases.add_message(case.number, posting.chat_id, posting.message_id)
    page = desk.store.sealed.open(case.number)
    if page is not None:
        again = [*page.get("again", []), {"author": posting.author_name, "at": posting.sent.isoformat()}]
        desk.store.sealed.seal(case.number, {**page, "again": again})
    key = f"copy_out:{case.number}:{posting.message_id}"
    letters.queue(desk, key, "copy_out", posting.chat_id, Priority.DELETE, case,
                  delivery=Delivery.IDEMPOTENT, messages=[posting.message_id])  # fmt: skip
    desk.store.log.append("posted again", case=case.number, actor=None, detail={}, now=desk.now)
    letters.refresh_cards(case, desk)
    if case.urgent and case.state == State.OPEN:
        for person in letters.case_owners(case, desk):
            letters.queue_card(case, person, 0, desk, again=f":again:{posting.message_id}")
    tell(case, posting, desk)


def tell(case: Case, posting: Posting, desk: Desk) -> None:
    category, author = letters.category_of(case), posting.post.author.id
    if author is None or must_not_be_explained(category, case.subtype):
        return
    if category == Category.SAFEGUARD:
        text = say_to_poster("help.worried", setting=desk.setting)
    else:
        text = say("own.again", setting=desk.setting)
    letters.write_to(author, text, f"again:{case.number}:{posting.message_id}", desk, Priority.PRIVATE)
