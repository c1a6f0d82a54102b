"""What becomes of an act once Telegram has answered: written down, and told when it went wrong."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot import (
    baits,
    bundles,
    cards,
    conduct,
    joiner_cards,
    leaver_cards,
    letters,
    passes,
    queries,
    query_cards,
    takedown,
)
from bot.desk import NOBODY_REACHED, Desk
from bot.keepers import TIERS, keepers
from bot.outcomes import Done as Done
from bot.outcomes import Later as Later
from bot.outcomes import Migrated as Migrated
from bot.outcomes import NotStarted as NotStarted
from bot.outcomes import Outcome as Outcome
from bot.outcomes import Refused as Refused
from bot.outcomes import Unknown as Unknown
from bot.store.cases import Case
from bot.store.effects import EffectRow
from bot.store.numbers import Kind
from bot.words import say
from moderation.case import Move, State, View

log = logging.getLogger(__name__)

GROUP_MOVED = "the group has become a supergroup, which the old post is no part of"


# Acts that are no case's: who writes down what became of them.
AFTER: dict[str, Callable[[EffectRow, Outcome, Desk], None]] = {
    "oust": leaver_cards.after_call,
    "offer": joiner_cards.after_offer,
    "admit": joiner_cards.after_answer,
    "turn_away": joiner_cards.after_answer,
    "expel": conduct.after_call,
}


def settle(effect: EffectRow, outcome: Outcome, began: datetime, desk: Desk) -> None:
    """Writes down what became of an act, and tells the owners at once when it did not go as it should."""
    effects = desk.store.effects
    match outcome:
        case Done():
            effects.done(effect.id, desk.now)
            record(effect, outcome, desk)
            follow(effect, outcome, began, desk)
        case Later():
            effects.retry(effect.id, desk.now + timedelta(seconds=outcome.seconds), "again later")
        case NotStarted() if started_since(began, effect.chat_id, desk):
            effects.retry(effect.id, desk.now, "started meanwhile")
        case NotStarted() if effect.body.get("only_now"):
            effects.fail(effect.id, "not started", desk.now)
        case NotStarted():
            effects.hold(effect.id)
            if effect.chat_id > 0:
                desk.store.members.unreachable(effect.chat_id)
            ask_others(effect, desk)
        case Migrated() if effect.kind in ("delete", "withdraw", "copy_out", "edit", "wipe"):
            desk.follow_group(effect.chat_id, outcome.new_chat_id)
            effects.fail(effect.id, GROUP_MOVED, desk.now)
            report_refusal(effect, GROUP_MOVED, desk)
        case Migrated():
            effects.retry(effect.id, desk.now, "group moved")
            desk.follow_group(effect.chat_id, outcome.new_chat_id)
        case Refused():
            effects.fail(effect.id, outcome.error, desk.now)
            report_refusal(effect, outcome.error, desk)
            ask_others(effect, desk)
        case Unknown():
            effects.lose(effect.id, "answer lost", desk.now)
            report_unknown(effect, desk)
    if effect.kind in AFTER and not isinstance(outcome, Unknown):
        AFTER[effect.kind](effect, outcome, desk)


def record(effect: EffectRow, done: Done, desk: Desk) -> None:
    """Into the ledger, so that somebody's words can be taken out of these messages one day (decision 16)."""
    for message in done.messages:
        desk.store.sent.record(
            effect.chat_id,
            message,
            effect_id=effect.id,
            case_number=effect.case_number,
            kind=effect.kind,
            has_words=done.has_words,
            now=desk.now,
        )


def follow(effect: EffectRow, done: Done, began: datetime, desk: Desk) -> None:
    """What becomes true once an act is done."""
    match effect.kind, desk.store.cases.get(effect.case_number or 0):
        case "delete", Case() as case:
            for message in effect.body["messages"]:
                desk.store.sent.wiped(effect.chat_id, message, desk.now)
            if case.decision == Move.EXPIRE and not done.found and effect.attempts == 1:
                takedown.taken_down(case, desk)  # by its author, in time or nearly
            else:
                desk.store.effects.went_out(case.number, desk.now)
        case "restore", Case() as case if case.view == View.HIDDEN:
            letters.take_out(replace(case, view=View.RESTORED.value), desk)  # undone while on its way
        case "restore", Case() as case:
            letters.went_back(case, desk)
        case "card" | "edit", Case() as case:
            if case.decided_at is not None and case.decided_at >= began:
                letters.refresh_cards(case, desk)  # it moved on while this was on its way
            if desk.store.settings.get(NOBODY_REACHED) == str(case.number):
                desk.store.settings.set(NOBODY_REACHED, None)
        case "bundle", Case(number=bundle):
            if desk.store.bundles.last(bundle) >= began:
                letters.refresh_bundle(bundle, desk, only=effect.chat_id)
        case "withdraw", _:
            for message in effect.body["messages"]:
                desk.store.sent.wiped(effect.chat_id, message, desk.now)
        case "say", _ if "marks" in effect.body:
            desk.store.settings.set(effect.body["marks"], desk.now.isoformat())
        case "card" | "edit", None:
            query = desk.store.queries.get(effect.case_number or 0)
            if query is not None and query.decided_at is not None and query.decided_at >= began:
                letters.refresh(query.number, f"{query.state}:{query.decision}", desk)
        case "show", Case() as case if done.messages:
            letters.unshow(list(done.messages), effect.chat_id, case, desk, after=letters.SHOWN_FOR)
        case "unshow", _:
            for message in effect.body["messages"]:
                desk.store.sent.wiped(effect.chat_id, message, desk.now)
        case "wipe", _:
            desk.store.sent.wiped(effect.chat_id, effect.body["message"], desk.now)


def started_since(began: datetime, person: int, desk: Desk) -> bool:
    """Whether Start was pressed while the act was on its way."""
    member = desk.store.members.get(person)
    return member is not None and member.started is not None and member.started > began


def ask_others(effect: EffectRow, desk: Desk) -> None:
    """Somebody could not be given a card, or the one card for many cases."""
    refused = bundles.out_of_reach(effect, desk) if effect.kind == "bundle" else [effect]
    for card in refused:
        if card.kind == "card":
            next_in_line(card, desk)


def next_in_line(effect: EffectRow, desk: Desk) -> None:
    """An owner who cannot be reached: unless another was, the next roles are asked (decision 13)."""
    case = desk.store.cases.get(effect.case_number or 0)
    if case is None and desk.store.numbers.kind_of(effect.case_number or 0) in (Kind.LEAVER, Kind.JOINER):
        next_keeper(effect, desk)
    query = desk.store.queries.get(effect.case_number or 0)
    if any(
        card.kind == "card" and card.state in ("waiting", "sending", "done")
        for card in desk.store.effects.of_case(effect.case_number or 0)
    ):
        return
    if query is not None and not query_cards.send_cards(query, desk, int(effect.body.get("tier", 0)) + 1):
        queries.nobody_reached(query, desk)
    if case is None:
        return
    if not letters.send_cards(case, desk, tier=int(effect.body.get("tier", 0)) + 1):
        letters.nobody_reached(case, desk)
    bundles.gather(case, desk)


def next_keeper(effect: EffectRow, desk: Desk) -> None:
    """Whoever is asked about a joiner or leaver cannot be reached: the next in line are, once."""
    number = effect.case_number or 0
    asked = {one.chat_id for one in desk.store.effects.of_case(number) if one.kind == "card"}
    for tier in range(1, TIERS):
        if fresh := [person for person in keepers(desk, tier) if person not in asked]:
            letters.ask_with_card(number, fresh, desk)
            return


def report_refusal(effect: EffectRow, error: str, desk: Desk) -> None:
    case = desk.store.cases.get(effect.case_number or 0)
    if case is None:
        log.warning("%s was refused: %s", effect.kind, error)
        return
    key = f"refused:{effect.id}"
    match effect.kind:
        case "delete":
            still_there(case, str(effect.body.get("seen_as", View.VISIBLE)), desk)
            desk.store.effects.stayed(case.number)
            link = cards.link_to(case) or ""
            text = say("trouble.delete_refused", number=case.number, error=error, link=link)
            letters.tell_owners(case, text, key, desk)
            letters.refresh_cards(desk.store.cases.get(case.number) or case, desk)
        case "restore":
            reopen(case.number, desk)
            failed = "restore_passed" if passes.give(case, desk) else "restore_failed"
            letters.tell_owners(case, say(f"trouble.{failed}", number=case.number, error=error), key, desk)
        case "copy_out":
            link = cards.link_to(replace(case, message_id=effect.body["messages"][0])) or ""
            text = say("trouble.delete_refused", number=case.number, error=error, link=link)
            letters.tell_owners(case, text, key, desk)
        case "unshow":
            letters.write_to(effect.chat_id, say("trouble.still_shown", number=case.number), key, desk)
        case "show":
            text = say("trouble.not_shown", number=case.number, error=error)
            letters.write_to(effect.chat_id, text, key, desk)
        case "answer" | "edit" | "withdraw":
            log.warning("%s was refused: %s", effect.kind, error)
        case _:
            letters.tell_keepers(say("trouble.send_failed", number=case.number, error=error), key, desk)


def report_unknown(effect: EffectRow, desk: Desk) -> None:
    """A restore whose answer was lost: a person looks, and presses again if it is missing."""
    if effect.kind in AFTER:
        AFTER[effect.kind](effect, Unknown(), desk)
    case = desk.store.cases.get(effect.case_number or 0)
    if case is not None and effect.kind == "show":
        letters.write_to(
            effect.chat_id, say("trouble.still_shown", number=case.number), f"unknown:{effect.id}", desk
        )
    elif case is not None:
        reopen(case.number, desk)
        letters.tell_owners(
            case, say("trouble.restore_unknown", number=case.number), f"unknown:{effect.id}", desk
        )


def reopen(number: int, desk: Desk) -> None:
    """The restore did not (surely) happen: the case is open again, its post out of view."""
    before = desk.store.cases.get(number)
    state = before.state if before else State.CLOSED.value
    desk.store.cases.move(
        number,
        expect=(state, View.RESTORED.value),
        to=(State.OPEN.value if state == State.CLOSED else state, View.HIDDEN.value),
        by=None,
        at=desk.now,
        move="reopened",
    )
    if case := desk.store.cases.get(number):
        letters.refresh_cards(case, desk)


def still_there(case: Case, seen_as: str, desk: Desk) -> None:
    """Telegram would not delete: the group still sees the post, and the case is open for a person."""
    baits.take_up(case, desk)
    desk.store.cases.move(
        case.number,
        expect=(case.state, View.HIDDEN.value),
        to=(State.OPEN.value if case.state == State.CLOSED else case.state, seen_as),
        by=None,
        at=desk.now,
        move="reopened",
    )


def recover(desk: Desk) -> None:
    """After a crash: what was on its way goes again where that is harmless, and is asked about where not."""
    for effect in desk.store.effects.recover(desk.now):
        report_unknown(effect, desk)
