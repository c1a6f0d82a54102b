"""A post that a person takes out of view although the bot found nothing in it."""

from dataclasses import replace

from bot import albums, evidence, moves
from bot.desk import Desk
from bot.reading import Posting
from bot.store.cases import Case, Opening
from bot.words import say
from moderation.case import Move, State, View
from moderation.category import Category
from moderation.decision import Mode, decide, deciders
from moderation.finding import Finding, Severity
from moderation.judge import Judgement
from moderation.post import Author

# The mildest there is: nothing is claimed of the post but that somebody took it out.
KIND, SUBTYPE = Category.CONTROV, "by_hand"


def remove(posting: Posting, user_id: int, desk: Desk, words: str) -> str:
    """It becomes a case like any other: its author hears of it, can appeal, and it can go back."""
    allowed = desk.roles_of(user_id) & set(deciders(KIND, SUBTYPE, desk.policy))
    if not allowed or posting.post.author.id == user_id:
        return say("answer.not_yours", setting=desk.setting)
    if desk.bot_id in (posting.from_id, posting.post.author.id):
        return say("answer.own_message")
    case = open_case(posting, user_id, desk)
    return moves.make_move(Move.REMOVE, case.number, user_id, desk, words=words)


def open_case(posting: Posting, user_id: int, desk: Desk) -> Case:
    """Of an album, every part that the bot remembers."""
    others, parts = albums.earlier_parts(posting, desk)
    opening = Opening(
        state=State.OPEN.value,
        view=View.VISIBLE.value,
        mode=desk.mode.value,
        action="flag",
        category=KIND.value,
        subtype=SUBTYPE,
        severity=Severity.FLAG.value,
        chat_id=posting.chat_id,
        thread_id=posting.thread_id,
        message_ids=(*others, posting.message_id),
        album=posting.album,
        author_id=posting.post.author.id,
        posted_at=posting.sent,
    )
    case = desk.store.cases.open(opening, desk.now)
    author = Author(posting.post.author.id, desk.roles_of(posting.post.author.id))
    finding = Finding(KIND, 1.0, Severity.FLAG, say("why_page.by_hand"), SUBTYPE)
    judgement = Judgement(replace(posting.post, author=author), (finding,))
    decision = decide(judgement, desk.policy, mode=Mode.OBSERVE)
    page = evidence.evidence(posting, judgement, decision, desk)
    desk.store.sealed.seal(case.number, evidence.with_parts(page, [*parts, *page["parts"]]))
    detail = {"action": "flag", "category": SUBTYPE, "mode": case.mode}
    desk.store.log.append(
        "case opened", case=case.number, actor=user_id, detail=detail, words=posting.post.text, now=desk.now
    )
    return case
