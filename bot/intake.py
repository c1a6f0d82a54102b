"""Takes updates into the database before Telegram may forget them, then handles them lane by lane."""

import asyncio
import contextlib
import json
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot import letters
from bot.desk import Desk
from bot.dispatch import handle
from bot.models import Models
from bot.reading import Command, Posting, Reading, Unread, lane_of, read_update
from bot.settings import SettingsError
from bot.store.errors import StoreError
from bot.store.inbox import InboxRow
from bot.words import say
from bot.writer import Writer
from moderation.facts import Facts
from moderation.post import Post
from moderation.stand_in import without_names

log = logging.getLogger(__name__)

# Everything the bot reads, named on every call, because Telegram remembers the last list it was given.
ALLOWED_UPDATES = [
    "message",
    "edited_message",
    "callback_query",
    "chat_member",
    "my_chat_member",
    "chat_join_request",
]
LONG_POLL = 30  # seconds; Telegram's most is 50
UNKNOWN_TOKEN = "TELEGRAM_BOT_TOKEN: Telegram does not know this token; copy it again from @BotFather."  # noqa: S105
BATCH = 32  # posts scored together
TRIES = 5  # then an update is set aside and reported
PAUSE = (0.2, 0.5, 1, 2)  # seconds before another try at an update that broke something
AFTER_FAULT = 5  # seconds before a lane goes on that our own machine stopped
PATIENCE = (1, 2, 5, 10, 30)  # seconds before asking Telegram again after a fault


class Intake:
    """One poller, and one worker a lane: a chat's updates in order, chats side by side."""

    def __init__(self, bot: Bot, writer: Writer, models: Models, on_change: asyncio.Event) -> None:
        self.bot, self.writer, self.models = bot, writer, models
        self.on_change = on_change  # tells the outbox that there may be something to do
        self.wake = asyncio.Event()
        self.lanes: dict[str, asyncio.Task[None]] = {}

    async def poll(self) -> None:
        """Until cancelled. The offset moves only past what is on the disk."""
        offset: int | None = None
        faults = 0
        while True:
            try:
                updates = await self.fetch(offset)
                faults = 0
            except InvalidToken:  # or a server without the method; getMe tells which
                await self.check_token()
                await asyncio.sleep(self.patience(InvalidToken(), faults))
                faults += 1
                continue
            except TelegramError as error:
                log.warning("getUpdates: %s", type(error).__name__)
                if isinstance(error, Conflict):
                    with contextlib.suppress(TelegramError):
                        await self.bot.delete_webhook(drop_pending_updates=False)
                await asyncio.sleep(self.patience(error, faults))
                faults += 1
                continue
            if updates:
                await self.keep(updates)
                offset = max(update["update_id"] for update in updates) + 1
                self.wake.set()

    async def fetch(self, offset: int | None) -> list[dict[str, Any]]:
        asked: dict[str, Any] = {"timeout": LONG_POLL, "limit": 100, "allowed_updates": ALLOWED_UPDATES}
        if offset is not None:
            asked["offset"] = offset
        answer = await self.bot.do_api_request("getUpdates", api_kwargs=asked, read_timeout=LONG_POLL + 10)
        return [update for update in answer if isinstance(update.get("update_id"), int)]

    async def check_token(self) -> None:
        """SettingsError when Telegram no longer knows the token: it was taken back while the bot ran."""
        try:
            await self.bot.get_me()
        except InvalidToken:
            raise SettingsError(UNKNOWN_TOKEN) from None
        except TelegramError:
            log.warning("Telegram does not answer getMe either; trying again")

    @staticmethod
    def patience(error: TelegramError, faults: int) -> float:
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        if isinstance(error, Conflict):
            log.error("another program or a webhook takes this bot's messages; stop the other program")
            return 5
        return PATIENCE[min(faults, len(PATIENCE) - 1)]

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        rows = [(update["update_id"], lane_of(update), json.dumps(update)) for update in updates]
        await self.writer.run(lambda desk: desk.store.inbox.add(rows, desk.now))

    async def work(self) -> None:
        """Starts a worker for every lane that has something waiting; until cancelled."""
        while True:
            self.wake.clear()
            for lane in await self.writer.run(lambda desk: desk.store.inbox.lanes_waiting(desk.now)):
                if lane not in self.lanes:
                    self.lanes[lane] = asyncio.create_task(self.empty(lane))
                    self.lanes[lane].add_done_callback(lambda task, lane=lane: self.emptied(lane, task))  # type: ignore[misc]
            nap = await self.nap()
            with contextlib.suppress(TimeoutError):  # not wait_for: in 3.11 it can swallow a cancel
                async with asyncio.timeout(nap):
                    await self.wake.wait()

    async def nap(self) -> float:
        return await self.writer.run(lambda desk: seconds_until_due(desk))

    def emptied(self, lane: str, task: asyncio.Task[None]) -> None:
        del self.lanes[lane]
        if not task.cancelled() and (error := task.exception()):
            log.error("lane broke: %s", type(error).__name__)
        self.wake.set()

    async def empty(self, lane: str) -> None:
        """Works through a lane, up to 32 at once; after a crash in smaller and smaller batches."""
        while True:
            try:
                while rows := await self.writer.run(lambda desk: claim(lane, desk)):
                    await self.handle_rows(rows)
                    self.on_change.set()
                return
            except Exception as error:  # no update's fault, such as a full disk: nothing is used up
                log.error("lane stopped by %s; it goes on in %s seconds", type(error).__name__, AFTER_FAULT)
                await self.let_go(lane)

    async def let_go(self, lane: str) -> None:
        """Until the database takes it: what the lane had in hand waits again."""
        while True:
            await asyncio.sleep(AFTER_FAULT)
            with contextlib.suppress(StoreError):
                await self.writer.run(lambda desk: desk.store.inbox.let_go(lane, desk.now))
                return

    async def handle_rows(self, rows: list[InboxRow]) -> None:
        """All in one transaction; when one of them breaks, one by one, so that it alone is tried again."""
        readings = [read(row, self.username) for row in rows]
        facts = await self.look(readings)
        batch = list(zip(rows, readings, facts, strict=True))
        try:
            await self.writer.run(lambda desk: finish_all(batch, desk))
        except Exception:
            for position, one in enumerate(batch):
                if not await self.handle_one(*one):  # the lane keeps its order: what follows waits too
                    rest = [row.update_id for row, _, _ in batch[position + 1 :]]
                    await self.writer.run(lambda desk, rest=rest: put_back(rest, desk))  # type: ignore[misc]
                    return

    async def handle_one(self, row: InboxRow, reading: Reading | Exception, facts: Facts) -> bool:
        try:
            await self.writer.run(lambda desk: finish(row, reading, facts, desk))
        except Exception as error:
            kind = type(error).__name__
            log.warning("update %s failed at try %s: %s", row.update_id, row.attempts, kind)
            return await self.writer.run(lambda desk: try_again_or_set_aside(row, kind, desk))
        return True

    async def look(self, readings: Sequence[Reading | Exception]) -> list[Facts]:
        """What the models make of every post, in one batch and off the loop; bare Facts for what is none."""
        posts = [(place, post.text) for place, one in enumerate(readings) if (post := post_of(one))]
        facts = [Facts()] * len(readings)
        if posts:
            names = await self.writer.run(lambda desk: desk.store.roster.said_names)
            texts = [without_names(text, names) for _, text in posts]
            for (place, _), found in zip(posts, await self.models.look(texts), strict=True):
                facts[place] = found
        return facts

    @property
    def username(self) -> str:
        return self.bot.username or ""


def seconds_until_due(desk: Desk) -> float:
    due = desk.store.inbox.next_due()
    return 5.0 if due is None else min(5.0, max(0.02, (due - desk.now).total_seconds()))


def claim(lane: str, desk: Desk) -> list[InboxRow]:
    """The lane's next updates; after a crash fewer at once, so that a killer is soon alone and set aside."""
    size = max(1, BATCH >> 2 * desk.store.inbox.attempts(lane))
    rows = desk.store.inbox.claim(lane, size, desk.now)
    if rows and rows[0].attempts > TRIES:  # by then it was alone in its batch, so it is the killer
        set_aside(rows[0], "the bot stopped while handling it", desk)
        return claim(lane, desk)
    return rows


def put_back(update_ids: Sequence[int], desk: Desk) -> None:
    """Claimed but not begun: no attempt is used up."""
    for update_id in update_ids:
        desk.store.inbox.retry(update_id, desk.now, counted=False)


def read(row: InboxRow, username: str) -> Reading | Exception:
    """What the row holds, or the error that reading it raised: one bad update never stops the others."""
    try:
        return read_update(json.loads(row.raw), bot_username=username)
    except Exception as error:
        return error


def post_of(reading: Reading | Exception) -> Post | None:
    """What of it is to be judged: a post, the words around a command, or a draft somebody asks about."""
    match reading:
        case Posting(post=post) | Command(draft=Post() as post) | Command(posting=Posting(post=post)):
            return post
    return None


def finish_all(batch: Sequence[tuple[InboxRow, Reading | Exception, Facts]], desk: Desk) -> None:
    for row, reading, facts in batch:
        finish(row, reading, facts, desk)


def finish(row: InboxRow, reading: Reading | Exception, facts: Facts, desk: Desk) -> None:
    if isinstance(reading, Exception):
        raise reading
    if isinstance(reading, Unread):
        log.debug("update %s holds nothing for us: %s", row.update_id, reading.kind)
    handle(reading, facts, desk)
    desk.store.inbox.done(row.update_id, desk.now)


def try_again_or_set_aside(row: InboxRow, error: str, desk: Desk) -> bool:
    """True when the row is out of the way; False when it waits for another try."""
    if row.attempts < TRIES:
        pause = PAUSE[min(row.attempts, len(PAUSE)) - 1]
        desk.store.inbox.retry(row.update_id, desk.now + timedelta(seconds=pause))
        return False
    set_aside(row, error, desk)
    return True


def set_aside(row: InboxRow, reason: str, desk: Desk) -> None:
    """The update is kept, sealed, for seven days; a person is asked to look at the group."""
    desk.store.inbox.set_aside(row.update_id, reason, desk.now)
    desk.store.log.append("set aside", detail={"update": row.update_id, "why": reason}, now=desk.now)
    text = say("trouble.set_aside", attempts=min(row.attempts, TRIES), update=row.update_id)
    letters.tell_keepers(text, f"aside:{row.update_id}", desk)
