"""Does what was decided: an act waits in the database until Telegram has it, the most pressing first."""

import asyncio
import contextlib
import logging
import math
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import httpx
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot import cards, letters
from bot.desk import NOBODY_REACHED, Desk
from bot.store.cases import Case
from bot.store.effects import Delivery, EffectRow, Priority
from bot.words import CAPTION_LIMIT, PRESS_LIMIT, TEXT_LIMIT, pieces, say, shortened
from bot.writer import Writer
from moderation.case import State, View

log = logging.getLogger(__name__)

AT_ONCE = 12  # messages on their way at the same moment, and as many deletes and answers: they never share
BACKOFF = (1, 2, 5, 10, 30, 60)  # seconds before another try after a fault of the network
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
BARE = ("video_note", "sticker")  # files that carry no caption
SENDS = frozenset({"say", "card", "restore", "why"})
IN_THE_GROUP = frozenset({"delete", "withdraw", "restore"})

GROUP_MOVED = "the group has become a supergroup, which the old post is no part of"
# Telegram's words for "that is so already": the act is done (telegram.md section 5).
DONE_ALREADY = ("message to delete not found", "message is not modified", "message to edit not found")
# A press lives 150 seconds; after that nobody waits for the answer.
TOO_LATE = ("query is too old", "query id is invalid")


@dataclass(frozen=True)
class Done:
    """Telegram took it; `message_id` and `parts` are what it sent, if anything."""

    messages: tuple[int, ...] = ()
    has_words: bool = False


@dataclass(frozen=True)
class Later:
    """Telegram certainly did not do it, or doing it twice is harmless: again after so many seconds."""

    seconds: float
    hold_chat: bool = False


@dataclass(frozen=True)
class NotStarted:
    """The person has never pressed Start, or has blocked the bot."""


@dataclass(frozen=True)
class Refused:
    """Telegram will never do it, and says why."""

    error: str


@dataclass(frozen=True)
class Unknown:
    """The answer was lost: it may have happened, and must not happen twice."""


@dataclass(frozen=True)
class Migrated:
    """The group became a supergroup, and the news of it never came."""

    new_chat_id: int


Outcome = Done | Later | NotStarted | Refused | Unknown | Migrated


def outcome_of(error: TelegramError, effect: EffectRow) -> Outcome:
    """What an error of Telegram's or of the network means for this act."""
    words = str(error).lower()
    match error:
        case RetryAfter():
            wait = error.retry_after
            return Later(wait.total_seconds() if isinstance(wait, timedelta) else float(wait), hold_chat=True)
        case Forbidden():
            return Refused(error.message) if effect.kind in IN_THE_GROUP else NotStarted()
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case InvalidToken() | Conflict():
            return Later(BACKOFF[-1])  # nothing is given up for want of a token
        case BadRequest() if any(phrase in words for phrase in DONE_ALREADY + TOO_LATE):
            return Done()
        case BadRequest() if "chat not found" in words and effect.kind not in IN_THE_GROUP:
            return NotStarted()
        case BadRequest():
            return Refused(error.message)
        case NetworkError():
            seconds = BACKOFF[min(effect.attempts, len(BACKOFF)) - 1]
            if effect.delivery == Delivery.AT_MOST_ONCE and not never_reached(error):
                return Unknown()
            return Later(seconds)
    return Refused(error.message)


def never_reached(error: NetworkError) -> bool:
    """Whether the request cannot have arrived: no connection was ever made."""
    return isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout)


class Pace:
    """At most so many sends a minute to one chat (Telegram allows a group 20); deletes never count."""

    def __init__(self, a_minute: int = 20, clock: Callable[[], float] = time.monotonic) -> None:
        self.a_minute, self.clock = a_minute, clock
        self.sends: dict[int, deque[float]] = defaultdict(deque)

    def wait(self, chat_id: int) -> float:
        """Seconds until this chat may have another message; 0 now."""
        sends = self.sends[chat_id]
        while sends and sends[0] <= self.clock() - 60:
            sends.popleft()
        return 0.0 if len(sends) < self.a_minute else sends[0] + 60 - self.clock()

    def count(self, chat_id: int) -> None:
        self.sends[chat_id].append(self.clock())


class Outbox:
    """Takes acts from the database in order of priority; one send at a time per chat, deletes at once."""

    def __init__(self, bot: Bot, writer: Writer, pace: Pace | None = None) -> None:
        self.bot, self.writer, self.pace = bot, writer, pace or Pace()
        self.wake = asyncio.Event()
        self.busy: set[int] = set()  # chats with a send on its way
        self.held: dict[int, float] = {}  # chats that Telegram told us to send nothing to, until when
        self.delete_held: dict[int, float] = {}  # the same for everything but messages
        self.acting: set[asyncio.Task[None]] = set()
        self.sending: set[asyncio.Task[None]] = set()

    @property
    def running(self) -> set[asyncio.Task[None]]:
        return self.acting | self.sending

    async def run(self) -> None:
        """Until cancelled. What is cut short is settled by recover() at the next start."""
        while True:
            self.wake.clear()
            started, nap = await self.start_due()
            if not started:
                with contextlib.suppress(TimeoutError):  # not wait_for: in 3.11 it can swallow a cancel
                    async with asyncio.timeout(nap):
                        await self.wake.wait()

    async def start_due(self) -> tuple[int, float]:
        """Deletes, edits and answers at once, side by side; for each chat one message at a time.
        How many acts were begun, and the seconds until there may be more."""
        room = AT_ONCE - len(self.acting), AT_ONCE - len(self.sending)
        closed, held = self.closed_chats(), self.held_deletes()
        acts, sends, nap = await self.writer.run(lambda desk: claim(room, closed, held, desk))
        for act in acts:
            self.start(act, self.acting)
        for one in sends:
            self.busy.add(one.chat_id)
            self.start(one, self.sending)
        return len(acts) + len(sends), self.nap(nap)

    def start(self, effect: EffectRow, running: set[asyncio.Task[None]]) -> None:
        task = asyncio.create_task(self.perform(effect))
        running.add(task)
        task.add_done_callback(self.finished)

    def finished(self, task: asyncio.Task[None]) -> None:
        self.acting.discard(task)
        self.sending.discard(task)
        self.wake.set()
        if not task.cancelled() and (error := task.exception()):
            log.error("an act of the outbox broke: %s", type(error).__name__)

    def closed_chats(self) -> set[int]:
        """Chats that may not have another message at this moment."""
        now = self.pace.clock()
        self.held = {chat: until for chat, until in self.held.items() if until > now}
        return self.busy | self.held.keys()

    def held_deletes(self) -> set[int]:
        """Chats in which Telegram told us to leave even deletes alone."""
        now = self.pace.clock()
        self.delete_held = {chat: until for chat, until in self.delete_held.items() if until > now}
        return set(self.delete_held)

    def nap(self, due: float) -> float:
        """Seconds until something may be due; a new act or the end of a call wakes us sooner."""
        waits = [until - self.pace.clock() for until in (*self.held.values(), *self.delete_held.values())]
        return max(0.02, min([5.0, due, *waits]))

    async def perform(self, effect: EffectRow) -> None:
        """One act: do it, then write down what became of it."""
        try:
            began = self.writer.clock.now()
            outcome = self.too_soon(effect) or await self.attempt(effect)
            if isinstance(outcome, Later) and outcome.hold_chat:
                held = self.held if effect.kind in SENDS else self.delete_held
                held[effect.chat_id] = self.pace.clock() + outcome.seconds
            await self.write_down(partial(settle, effect, outcome, began))
        finally:
            if effect.kind in SENDS:
                self.busy.discard(effect.chat_id)

    async def write_down(self, done: Callable[[Desk], None]) -> None:
        """Until the database takes it: a full disk must not leave an act on its way until the next start."""
        for seconds in BACKOFF:
            try:
                return await self.writer.run(done)
            except Exception as error:
                log.error("what became of an act could not be written down: %s", type(error).__name__)
                await asyncio.sleep(seconds)
        return await self.writer.run(done)

    def too_soon(self, effect: EffectRow) -> Later | None:
        """Keeps to a chat's pace, and to what Telegram has just said; alerts and help are never paced."""
        if effect.kind not in SENDS:
            return None
        held = self.held.get(effect.chat_id, 0) - self.pace.clock()
        wait = 0 if effect.priority <= Priority.HELP else self.pace.wait(effect.chat_id)
        if max(held, wait) > 0:
            return Later(max(held, wait))
        self.pace.count(effect.chat_id)
        return None

    async def attempt(self, effect: EffectRow) -> Outcome:
        try:
            return await ACTS[effect.kind](self, effect)
        except TelegramError as error:
            log.info("%s of case %s: %s", effect.kind, effect.case_number, type(error).__name__)
            return outcome_of(error, effect)
        except Exception as error:  # a fault of our own must not leave an act on its way for ever
            log.exception("%s of case %s broke", effect.kind, effect.case_number)
            return Refused(f"the bot's own {type(error).__name__}")

    async def delete(self, effect: EffectRow) -> Outcome:
        messages = list(effect.body["messages"])
        if len(messages) == 1:
            await self.bot.delete_message(effect.chat_id, messages[0])
        else:
            await self.bot.delete_messages(effect.chat_id, messages)
        return Done()

    async def say(self, effect: EffectRow) -> Outcome:
        drawn = await self.writer.run(lambda desk: draw_said(effect, desk))
        if drawn is None:
            return Done()  # the words are no longer kept
        text, has_words = drawn
        buttons = [tuple(cards.Button(*button) for button in row) for row in effect.body.get("buttons", [])]
        return await self.send(effect, pieces(text), tuple(buttons), has_words=has_words)

    async def card(self, effect: EffectRow) -> Outcome:
        card = await self.writer.run(lambda desk: draw_card(effect, desk))
        if card is None:
            return Done()
        return await self.send(effect, [card.text], card.buttons, has_words=True)

    async def edit(self, effect: EffectRow) -> Outcome:
        card = await self.writer.run(lambda desk: draw_card(effect, desk))
        if card is not None:
            await self.bot.edit_message_text(
                card.text,
                effect.chat_id,
                effect.body["message"],
                reply_markup=keyboard(card.buttons),
                link_preview_options=NO_PREVIEW,
            )
        return Done()

    async def wipe(self, effect: EffectRow) -> Outcome:
        await self.bot.edit_message_text(say("card.no_words"), effect.chat_id, effect.body["message"])
        return Done()

    async def why(self, effect: EffectRow) -> Outcome:
        texts = await self.writer.run(lambda desk: draw_why(effect, desk))
        return await self.send(effect, texts, has_words=True)

    async def answer(self, effect: EffectRow) -> Outcome:
        text = shortened(str(effect.body["text"]), PRESS_LIMIT)
        await self.bot.answer_callback_query(effect.body["press"], text, show_alert=len(text) > 60)
        return Done()

    async def restore(self, effect: EffectRow) -> Outcome:
        """The post goes back with its author's name and time; its picture by Telegram's file id."""
        drawn = await self.writer.run(lambda desk: draw_restored(effect, desk))
        if drawn is None:
            return Refused("the words are no longer kept")
        text, thread, file = drawn
        takes_caption = file is None or file["media"] not in BARE
        first, *rest = pieces(text, CAPTION_LIMIT if file else TEXT_LIMIT)
        if file is None:
            done = await self.send(effect, [first], thread=thread, protect=False)
        else:
            done = await self.send_file(effect.chat_id, file, first if takes_caption else None, thread)
        try:
            left = "".join(rest if takes_caption else [first, *rest])
            more = await self.send(effect, pieces(left) if left else [], thread=thread, protect=False)
        except TelegramError:
            return Unknown()  # a part is there already: never the whole again
        return Done(done.messages + more.messages, has_words=True)

    async def send_file(
        self, chat: int, file: dict[str, str], caption: str | None, thread: int | None
    ) -> Done:
        kinds: dict[str, Callable[..., Awaitable[Message]]] = {
            "photo": self.bot.send_photo,
            "video": self.bot.send_video,
            "animation": self.bot.send_animation,
            "document": self.bot.send_document,
            "voice": self.bot.send_voice,
            "audio": self.bot.send_audio,
            "video_note": self.bot.send_video_note,
            "sticker": self.bot.send_sticker,
        }
        words = {} if caption is None else {"caption": caption}
        message = await kinds[file["media"]](chat, file["file_id"], message_thread_id=thread, **words)
        return Done((message.message_id,), has_words=True)

    async def send(
        self,
        effect: EffectRow,
        texts: list[str],
        buttons: tuple[tuple[cards.Button, ...], ...] = (),
        *,
        thread: int | None = None,
        has_words: bool = True,
        protect: bool = True,
    ) -> Done:
        """Plain text, never markup, so that no name or post can inject any; buttons under the last part."""
        done = Done(has_words=has_words)
        for number, text in enumerate(texts, start=1):
            try:
                message = await self.bot.send_message(
                    effect.chat_id,
                    text,
                    reply_markup=keyboard(buttons) if buttons and number == len(texts) else None,
                    message_thread_id=thread,
                    link_preview_options=NO_PREVIEW,
                    # A private copy of somebody's words is not for forwarding; the group's own post is.
                    protect_content=protect and has_words and effect.chat_id > 0,
                )
            except TelegramError:
                await self.writer.run(partial(record, effect, done))  # the parts that did arrive
                raise
            done = replace(done, messages=(*done.messages, message.message_id))
        return done


Act = Callable[[Outbox, EffectRow], Awaitable[Outcome]]
ACTS: dict[str, Act] = {
    "delete": Outbox.delete,
    "withdraw": Outbox.delete,
    "say": Outbox.say,
    "card": Outbox.card,
    "edit": Outbox.edit,
    "wipe": Outbox.wipe,
    "why": Outbox.why,
    "answer": Outbox.answer,
    "restore": Outbox.restore,
}


def keyboard(buttons: tuple[tuple[cards.Button, ...], ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button.label, callback_data=f"{button.verb}:{button.number}")
                for button in row
            ]
            for row in buttons
        ]
    )


def claim(
    room: tuple[int, int], closed: set[int], delete_held: set[int], desk: Desk
) -> tuple[list[EffectRow], list[EffectRow], float]:
    """What may start now: acts that pass every queue, and messages to chats that are free; then the seconds
    until the next comes due. What is due and left waits for a chat or for room, which wake us."""
    effects = desk.store.effects
    acts = effects.claim(room[0], desk.now, exclude_kinds=SENDS, exclude_chats=delete_held)
    sends = effects.claim(room[1], desk.now, only_kinds=SENDS, exclude_chats=closed, one_a_chat=True)
    due = effects.next_due(desk.now)
    return acts, sends, math.inf if due is None else (due - desk.now).total_seconds()


def draw_said(effect: EffectRow, desk: Desk) -> tuple[str, bool] | None:
    """What is to be said, and whether it holds somebody's words; those are sealed until this moment."""
    words: Any = desk.store.sealed.open(effect.case_number) if effect.case_number else None
    if "said" in effect.body:
        said = words and words["said"][effect.body["said"]]
        return (say("own.from_setting", setting=desk.setting, words=said), True) if said else None
    text = str(effect.body["text"])
    if effect.body.get("own_words") and words and (typed := cards.typed(words)):
        return text + "\n\n" + say("own.words", post=typed), True
    return text, False


def draw_card(effect: EffectRow, desk: Desk) -> cards.Card | None:
    case = desk.store.cases.get(effect.case_number or 0)
    return cards.draw(case, desk.store.sealed.open(case.number), desk) if case else None


def draw_why(effect: EffectRow, desk: Desk) -> list[str]:
    case = desk.store.cases.get(effect.case_number or 0)
    return cards.explain(case, desk.store.sealed.open(case.number), desk) if case else []


def draw_restored(effect: EffectRow, desk: Desk) -> tuple[str, int | None, dict[str, str] | None] | None:
    case = desk.store.cases.get(effect.case_number or 0)
    words: Any = desk.store.sealed.open(case.number) if case else None
    if case is None or not cards.is_kept(words):
        return None
    return cards.restored(case, words), case.thread_id, (words["files"] or [None])[0]


def settle(effect: EffectRow, outcome: Outcome, began: datetime, desk: Desk) -> None:
    """Writes down what became of an act, and tells the owners at once when it did not go as it should."""
    effects = desk.store.effects
    match outcome:
        case Done():
            effects.done(effect.id, desk.now)
            record(effect, outcome, desk)
            follow(effect, began, desk)
        case Later():
            effects.retry(effect.id, desk.now + timedelta(seconds=outcome.seconds), "again later")
        case NotStarted() if started_since(began, effect.chat_id, desk):
            effects.retry(effect.id, desk.now, "started meanwhile")
        case NotStarted():
            effects.hold(effect.id)
            if effect.chat_id > 0:
                desk.store.members.unreachable(effect.chat_id)
            if effect.kind == "card":
                next_in_line(effect, desk)
        case Migrated() if effect.kind in ("delete", "withdraw", "edit", "wipe"):
            desk.follow_group(effect.chat_id, outcome.new_chat_id)
            effects.fail(effect.id, GROUP_MOVED, desk.now)
            report_refusal(effect, GROUP_MOVED, desk)
        case Migrated():
            effects.retry(effect.id, desk.now, "group moved")
            desk.follow_group(effect.chat_id, outcome.new_chat_id)
        case Refused():
            effects.fail(effect.id, outcome.error, desk.now)
            report_refusal(effect, outcome.error, desk)
        case Unknown():
            effects.lose(effect.id, "answer lost", desk.now)
            report_unknown(effect, desk)


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


def follow(effect: EffectRow, began: datetime, desk: Desk) -> None:
    """What becomes true once an act is done."""
    match effect.kind, desk.store.cases.get(effect.case_number or 0):
        case "delete", Case(number=number):
            desk.store.effects.went_out(number, desk.now)
        case "restore", Case() as case:
            letters.went_back(case, desk)
        case "card" | "edit", Case() as case:
            if case.decided_at is not None and case.decided_at >= began:
                letters.refresh_cards(case, desk)  # it moved on while this was on its way
            if desk.store.settings.get(NOBODY_REACHED) == str(case.number):
                desk.store.settings.set(NOBODY_REACHED, None)
        case "wipe", _:
            desk.store.sent.wiped(effect.chat_id, effect.body["message"], desk.now)


def started_since(began: datetime, person: int, desk: Desk) -> bool:
    """Whether Start was pressed while the act was on its way."""
    member = desk.store.members.get(person)
    return member is not None and member.started is not None and member.started > began


def next_in_line(effect: EffectRow, desk: Desk) -> None:
    """An owner who cannot be reached: unless another was, the next roles are asked (decision 13)."""
    case = desk.store.cases.get(effect.case_number or 0)
    if case is None or any(
        one.kind == "card" and one.state in ("waiting", "sending", "done")
        for one in desk.store.effects.of_case(case.number)
    ):
        return
    if not letters.send_cards(case, desk, tier=int(effect.body.get("tier", 0)) + 1):
        letters.nobody_reached(case, desk)


def report_refusal(effect: EffectRow, error: str, desk: Desk) -> None:
    case = desk.store.cases.get(effect.case_number or 0)
    if case is None:
        log.warning("%s was refused: %s", effect.kind, error)
        return
    key = f"refused:{effect.id}"
    match effect.kind:
        case "delete":
            still_there(case, desk)
            desk.store.effects.stayed(case.number)
            link = cards.link_to(case) or ""
            text = say("trouble.delete_refused", number=case.number, error=error, link=link)
            letters.tell_owners(case, text, key, desk)
            letters.refresh_cards(desk.store.cases.get(case.number) or case, desk)
        case "restore":
            reopen(case.number, desk)
            letters.tell_owners(
                case, say("trouble.restore_failed", number=case.number, error=error), key, desk
            )
        case "answer" | "edit" | "withdraw":
            log.warning("%s was refused: %s", effect.kind, error)
        case _:
            letters.tell_keepers(say("trouble.send_failed", number=case.number, error=error), key, desk)


def report_unknown(effect: EffectRow, desk: Desk) -> None:
    """A restore whose answer was lost: a person looks, and presses again if it is missing."""
    case = desk.store.cases.get(effect.case_number or 0)
    if case is not None:
        reopen(case.number, desk)
        letters.tell_owners(
            case, say("trouble.restore_unknown", number=case.number), f"unknown:{effect.id}", desk
        )


def reopen(number: int, desk: Desk) -> None:
    """The restore did not (surely) happen: the case is open again, its post out of view."""
    desk.store.cases.move(
        number,
        expect=(State.CLOSED.value, View.RESTORED.value),
        to=(State.OPEN.value, View.HIDDEN.value),
        by=None,
        at=desk.now,
        move="reopened",
    )
    if case := desk.store.cases.get(number):
        letters.refresh_cards(case, desk)


def still_there(case: Case, desk: Desk) -> None:
    """Telegram would not delete: the group still sees the post, and the case is open for a person."""
    desk.store.cases.move(
        case.number,
        expect=(case.state, View.HIDDEN.value),
        to=(State.OPEN.value if case.state == State.CLOSED else case.state, View.VISIBLE.value),
        by=None,
        at=desk.now,
        move="reopened",
    )


def recover(desk: Desk) -> None:
    """After a crash: what was on its way goes again where that is harmless, and is asked about where not."""
    for effect in desk.store.effects.recover(desk.now):
        report_unknown(effect, desk)
