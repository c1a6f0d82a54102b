"""Does what was decided: an act waits in the database until Telegram has it, the most pressing first."""

import asyncio
import contextlib
import logging
import math
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMedia,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
)
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

from bot import cards, drafts, member_acts, reminders
from bot.desk import Desk
from bot.parcels import Whole, calls
from bot.settle import Done, Later, Migrated, NotStarted, Outcome, Refused, Unknown, record, settle
from bot.store.effects import Delivery, EffectRow, Priority
from bot.words import PRESS_LIMIT, pieces, say, shortened
from bot.writer import Writer

log = logging.getLogger(__name__)

AT_ONCE = 12  # messages on their way at the same moment, and as many deletes and answers: they never share
BACKOFF = (1, 2, 5, 10, 30, 60)  # seconds before another try after a fault of the network
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
SENDS = frozenset(
    {
        "bundle",
        "card",
        "offer",
        "preview",
        "remind",
        "restore",
        "roster_page",
        "say",
        "show",
        "why",
    }
)
ALBUM_ITEMS: dict[str, Callable[..., InputMedia]] = {
    "photo": InputMediaPhoto,
    "video": InputMediaVideo,
    "document": InputMediaDocument,
    "audio": InputMediaAudio,
}

# Telegram's words for "that is so already": the act is done (telegram.md section 5).
DONE_ALREADY = ("message to delete not found", "message is not modified", "message to edit not found")
# A press lives 150 seconds; after that nobody waits for the answer.
TOO_LATE = ("query is too old", "query id is invalid")


def outcome_of(error: TelegramError, effect: EffectRow) -> Outcome:
    """What an error of Telegram's or of the network means for this act."""
    words = str(error).lower()
    match error:
        case RetryAfter():
            wait = error.retry_after
            return Later(wait.total_seconds() if isinstance(wait, timedelta) else float(wait), hold_chat=True)
        case Forbidden():
            return Refused(error.message) if effect.chat_id < 0 else NotStarted()
        case ChatMigrated():
            return Migrated(error.new_chat_id)
        case InvalidToken() | Conflict():
            return Later(BACKOFF[-1])  # nothing is given up for want of a token
        case BadRequest() if any(phrase in words for phrase in DONE_ALREADY + TOO_LATE):
            return Done(found="to delete not found" not in words)
        case BadRequest() if any(phrase in words for phrase in member_acts.DONE_ALREADY.get(effect.kind, ())):
            return Done()
        case BadRequest() if "chat not found" in words and effect.chat_id > 0:
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
            return Done()
        try:
            await self.bot.delete_messages(effect.chat_id, messages)
        except BadRequest:  # one that may not be deleted keeps the others in view
            return await self.delete_each(effect, messages)
        return Done()

    async def delete_each(self, effect: EffectRow, messages: list[int]) -> Outcome:
        """One by one; refused when one stays, after all others have gone."""
        refused: Outcome = Done()
        for message in messages:
            try:
                await self.bot.delete_message(effect.chat_id, message)
            except BadRequest as error:
                outcome = outcome_of(error, effect)
                refused = outcome if not isinstance(outcome, Done) else refused
        return refused

    async def say(self, effect: EffectRow) -> Outcome:
        drawn = await self.writer.run(lambda desk: drafts.said(effect, desk))
        if drawn is None:
            return Done()  # the words are no longer kept
        text, has_words = drawn
        return await self.send(effect, pieces(text), drafts.buttons(effect), has_words=has_words)

    async def card(self, effect: EffectRow) -> Outcome:
        card = await self.writer.run(lambda desk: drafts.card(effect, desk))
        if card is None:
            return Done()
        return await self.send(effect, [card.text], card.buttons, has_words=card.has_words)

    async def remind(self, effect: EffectRow) -> Outcome:
        """Drawn when it is sent: never in the quiet hours or on a day off, however long it was on its way."""
        drawn = await self.writer.run(lambda desk: reminders.draw(effect, desk))
        if isinstance(drawn, timedelta):
            return Later(drawn.total_seconds())
        if drawn is None:
            return Done()
        return await self.send(effect, pieces(drawn.text), drawn.buttons, has_words=False)

    async def edit(self, effect: EffectRow) -> Outcome:
        card = await self.writer.run(lambda desk: drafts.card(effect, desk))
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
        text = say(str(effect.body.get("says", "card.no_words")))
        await self.bot.edit_message_text(text, effect.chat_id, effect.body["message"])
        return Done()

    async def why(self, effect: EffectRow) -> Outcome:
        texts = await self.writer.run(lambda desk: drafts.why(effect, desk))
        return await self.send(effect, texts, has_words=True)

    async def answer(self, effect: EffectRow) -> Outcome:
        text = shortened(str(effect.body["text"]), PRESS_LIMIT)
        await self.bot.answer_callback_query(effect.body["press"], text, show_alert=len(text) > 60)
        return Done()

    async def restore(self, effect: EffectRow) -> Outcome:
        """The post goes back with its author's name and time; its pictures by Telegram's file ids."""
        whole = await self.writer.run(lambda desk: drafts.restored(effect, desk))
        if whole is None:
            return Refused("the words are no longer kept")
        return await self.send_whole(effect, whole)

    async def show(self, effect: EffectRow) -> Outcome:
        whole = await self.writer.run(lambda desk: drafts.shown(effect, desk))
        return await self.send_whole(effect, whole, protect=True) if whole else Done()

    async def send_whole(self, effect: EffectRow, whole: Whole, *, protect: bool = False) -> Outcome:
        """Words and files, in as many calls as they need. Once a part is there the whole never goes again."""
        done = Done(has_words=True)
        for call in calls(whole):
            values = {"chat_id": effect.chat_id, **call.values} | (
                {"protect_content": True} if protect else {}
            )
            if "media" in values:  # python-telegram-bot takes an album's list in no other form
                values["media"] = [album_item(one) for one in values["media"]]
            try:
                answer = await self.bot.do_api_request(call.method, api_kwargs=values)
            except TelegramError:
                if not done.messages:
                    raise
                await self.writer.run(partial(record, effect, done))
                return Unknown()
            sent = answer if isinstance(answer, list) else [answer]
            done = replace(done, messages=(*done.messages, *(int(one["message_id"]) for one in sent)))
        return done

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
    "bundle": Outbox.card,
    "remind": Outbox.remind,
    "edit": Outbox.edit,
    "wipe": Outbox.wipe,
    "why": Outbox.why,
    "answer": Outbox.answer,
    "restore": Outbox.restore,
    "oust": member_acts.oust,
    "invite": member_acts.invite,
    "offer": member_acts.offer,
    "edit_offer": member_acts.edit_offer,
    "admit": member_acts.admit,
    "turn_away": member_acts.turn_away,
    "show": Outbox.show,
    "unshow": Outbox.delete,
    "copy_out": Outbox.delete,
    "expel": member_acts.expel,
    "readmit": member_acts.readmit,
    "fetch": member_acts.fetch,
    "preview": member_acts.preview,
    "roster_page": member_acts.roster_page,
}


def album_item(item: dict[str, Any]) -> InputMedia:
    marked = [MessageEntity(**one) for one in item.get("caption_entities", ())]
    return ALBUM_ITEMS[item["type"]](item["media"], item.get("caption"), caption_entities=marked)


def keyboard(buttons: tuple[tuple[cards.Button, ...], ...]) -> InlineKeyboardMarkup | None:
    if not buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [
                InlineKeyboardButton(button.label, url=button.url)
                if button.url
                else InlineKeyboardButton(button.label, callback_data=f"{button.verb}:{button.number}")
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
