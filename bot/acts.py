"""What each pending act is: who may confirm it, whether that is enough, and what is then done."""

from bot import conduct, leaver_cards, letters, mode, notice, orders, pending, uploads
from bot.desk import Desk
from bot.pending import Act
from bot.store.pending import CANCELLED, CONFIRMED, Pending
from bot.words import say

# One line for each; the act itself stands beside whoever asks for it.
ACTS: dict[str, Act] = {
    "order": orders.ACT,
    uploads.ACT: uploads.CONFIRM,
    "removals": Act(leaver_cards.may_confirm_many, leaver_cards.confirm_many),
    "mode": mode.ACT,
    "conduct": conduct.ACT,
    "notice": notice.ACT,
}


def confirm(number: int, user_id: int, desk: Desk, words: str) -> str:
    asked = desk.store.pending.get(number)
    if asked is None:
        return say("answer.no_case", number=number)
    act = ACTS[asked.act]
    if not act.may(asked, user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    if not pending.is_waiting(asked, desk):
        return pending.outcome(asked, desk)
    desk.store.pending.agree(number, user_id)
    agreed = desk.store.pending.get(number) or asked
    if wanted := act.missing(agreed, desk):
        return wanted
    end(asked, CONFIRMED, user_id, desk)
    return act.run(agreed, user_id, desk)


def cancel(number: int, user_id: int, desk: Desk, words: str) -> str:
    asked = desk.store.pending.get(number)
    if asked is None:
        return say("answer.no_case", number=number)
    if user_id != asked.asked_by and not ACTS[asked.act].may(asked, user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    if not pending.is_waiting(asked, desk):
        return pending.outcome(asked, desk)
    end(asked, CANCELLED, user_id, desk)
    return say("answer.cancelled")


def end(asked: Pending, state: str, user_id: int, desk: Desk) -> None:
    desk.store.pending.end(asked.number, state, by=user_id, at=desk.now)
    detail = {"act": asked.act, "state": state}
    desk.store.log.append("pending act", case=asked.number, actor=user_id, detail=detail, now=desk.now)
    letters.refresh(asked.number, state, desk)


def undo(number: int, user_id: int, desk: Desk, words: str) -> str:
    """What can be taken back, by whoever could have confirmed it."""
    asked = desk.store.pending.get(number)
    act = ACTS[asked.act] if asked else None
    if asked is None or act is None:
        return say("answer.no_case", number=number)
    if not act.may(asked, user_id, desk):
        return say("answer.not_yours", setting=desk.setting)
    return act.undo(asked, user_id, desk) if act.undo else say("answer.cannot_undo", number=number)


VERBS = {"confirm": confirm, "cancel": cancel, "undo": undo}
