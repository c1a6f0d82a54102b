"""Puts everything together and keeps it running: the only place where the parts meet."""

import asyncio
import contextlib
import logging
import signal
import warnings
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

import httpx
from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import Application, ApplicationBuilder
from telegram.request import HTTPXRequest
from telegram.warnings import PTBDeprecationWarning, PTBUserWarning

from bot import letters, mode, notice, outbox, settle
from bot.commands import COMMANDS
from bot.desk import STANDING_CHANGED, Desk
from bot.intake import UNKNOWN_TOKEN, Intake
from bot.jobs import JOBS
from bot.models import Models
from bot.outbox import Outbox
from bot.settings import Settings, SettingsError
from bot.words import say
from bot.writer import Clock, Writer
from moderation.policy import Policy

log = logging.getLogger(__name__)

TIDY_TICKS = 3  # every 15 seconds: no handled words stay in the files for 20
TICK = 5  # seconds between looks at what is due (decision 23)
GRACE = 5  # seconds for calls on their way to end by themselves
LOOK_ROUND = 3600  # seconds between checks of our rights in the group
MODEL_AGAIN = 600  # seconds between tries at a model that would not load
PAUSES = (0.5, 1, 2, 5, 10, 30)  # seconds between tries to reach Telegram at the start
RIGHTS = ("can_delete_messages", "can_restrict_members", "can_invite_users")

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
Heard = Callable[[httpx.Response], Awaitable[None]]


class App:
    """The running bot. `async with App(settings, policy): …`, or run() until told to stop."""

    def __init__(self, settings: Settings, policy: Policy, *, a_minute: int = 20) -> None:
        self.settings, self.policy = settings, policy
        self.writer = Writer(settings, policy, Clock(settings.started_at))
        self.models = Models(settings.toxicity_model, settings.model_dir)
        self.application = make_application(settings, self.follow_clock if settings.started_at else None)
        self.bot: Bot = self.application.bot
        self.outbox = Outbox(self.bot, self.writer, outbox.Pace(a_minute))
        self.intake = Intake(self.bot, self.writer, self.models, self.outbox.wake)
        self.tasks: list[asyncio.Task[None]] = []
        self.look = asyncio.Event()
        self.turned = asyncio.Event()
        self.ticks = 0

    async def __aenter__(self) -> "App":
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Opens the database, settles what a crash left, meets Telegram, and starts the loops."""
        await self.writer.open()
        await self.writer.run(settle.recover)
        await self.writer.run(lambda desk: desk.store.inbox.recover(desk.now))
        loading = asyncio.get_running_loop().run_in_executor(self.models.thread, self.models.load)
        await patiently(self.application.initialize)
        self.writer.introduce(self.bot.id, self.bot.username or "")
        with contextlib.suppress(TelegramError):  # some servers know no webhooks; poll() tries again on need
            await self.bot.delete_webhook(drop_pending_updates=False)
        await loading
        await self.application.start()
        await self.writer.run(mode.note)
        await self.writer.run(self.tell_unanswered)
        await self.writer.run(notice.give)
        await self.look_at_group()  # before the first post: its administrators are the last to be asked
        await self.tick()
        self.start_ticking()
        loops = (
            self.intake.poll,
            self.intake.work,
            self.outbox.run,
            self.look_round,
            self.mind_model,
            self.mind_clock,
        )
        self.tasks = [asyncio.create_task(loop(), name=loop.__name__) for loop in loops]
        log.info("running in mode %s", (await self.writer.run(lambda desk: desk.mode)).value)

    async def follow_clock(self, response: httpx.Response) -> None:
        """In pretend time only (LOLLIPOP_NOW): the demo's clock was turned, and so is ours."""
        with contextlib.suppress(KeyError, ValueError, OverflowError):
            if self.writer.clock.follow(timedelta(seconds=float(response.headers["X-Pretend-Turned"]))):
                self.turned.set()

    async def mind_clock(self) -> None:
        """What has become due by a turn of the clock is done at once, not at the next tick."""
        while True:
            await self.turned.wait()
            self.turned.clear()
            await self.tick()

    def start_ticking(self) -> None:
        """APScheduler ticks through the job queue, which remembers nothing: a late tick is harmless."""
        queue = self.application.job_queue
        assert queue is not None
        options = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        queue.run_repeating(self.tick, TICK, job_kwargs=options)

    async def tick(self, _: object = None) -> None:
        if self.ticks % TIDY_TICKS == 0:  # before the jobs, which see to what was let go of
            await self.writer.tidy()
        if await self.writer.run(standing_changed):
            self.look.set()
        self.ticks += 1
        for job in JOBS:
            try:
                await self.writer.run(job.run_if_due)
            except Exception as error:
                log.exception("job %s broke: %s", job.name, type(error).__name__)
        self.outbox.wake.set()
        self.intake.wake.set()

    async def look_round(self) -> None:
        """Knows who the group's administrators are and whether we may still delete; asks every hour, and at
        once when Telegram says that our standing has changed."""
        await self.announce_commands()
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_ROUND):
                    await self.look.wait()
            self.look.clear()
            await self.look_at_group()

    async def look_at_group(self) -> None:
        group = await self.writer.run(lambda desk: desk.group_chat_id)
        if group is not None:
            try:
                standing = await look_at_group(self.bot, group)
                await self.writer.run(lambda desk: note_standing(standing, desk))
                self.outbox.wake.set()
            except Exception as error:  # a server that answers oddly must not keep the bot from its work
                log.warning("could not look at the group: %s", type(error).__name__)

    async def announce_commands(self) -> None:
        """Telegram's own menu in private chats, for everybody: what anybody may use."""
        menu = [BotCommand(known.name, say(known.summary)) for known in COMMANDS.values() if not known.roles]
        with contextlib.suppress(TelegramError):
            await self.bot.set_my_commands(menu, BotCommandScopeAllPrivateChats())

    async def mind_model(self) -> None:
        """Says at once when the chosen model is not the one that scores, and tries it again."""
        told = None
        while True:
            trouble = self.models.trouble
            if trouble is not None and trouble != told:
                log.error("toxicity model %s: %s", trouble.model, trouble.why)
                await self.writer.run(self.tell_degraded)
                self.outbox.wake.set()
            told = trouble
            self.models.broke.clear()
            if told is None:
                await self.models.broke.wait()
            else:
                await asyncio.sleep(MODEL_AGAIN)
                await asyncio.get_running_loop().run_in_executor(self.models.thread, self.models.load)

    def tell_degraded(self, desk: Desk) -> None:
        trouble = self.models.trouble
        if trouble is not None:
            instead = say(f"trouble.{trouble.instead}")
            text = say("trouble.degraded", model=trouble.model, why=trouble.why, instead=instead)
            letters.tell_keepers(text, f"degraded:{trouble.model}:{desk.now.isoformat()}", desk)

    def tell_unanswered(self, desk: Desk) -> None:
        """MODE=enforce starts even where the profile has questions open; the manager is told which, once."""
        if self.settings.mode == "enforce" and self.policy.unanswered:
            names = ", ".join(self.policy.unanswered)
            log.warning("MODE is enforce, though the profile still asks: %s", names)
            letters.tell_keepers(say("trouble.unanswered", names=names), f"unanswered:{names}", desk)

    async def stop(self) -> None:
        """Stops taking on work, lets what is on its way finish its write, and closes the database."""
        await end([*self.tasks, *self.intake.lanes.values()])
        if self.outbox.running:  # a message whose answer we do not wait for would go out twice
            await asyncio.wait(self.outbox.running, timeout=GRACE)
        await end(list(self.outbox.running))
        if self.application.running:
            await self.application.stop()
        await self.application.shutdown()
        self.models.close()
        await self.writer.close()

    async def run(self) -> None:
        """Until SIGINT or SIGTERM, or until a loop breaks, which is raised."""
        stop = asyncio.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        waiting = asyncio.create_task(stop.wait())
        starting = asyncio.create_task(self.start())
        try:
            await asyncio.wait([waiting, starting], return_when=asyncio.FIRST_COMPLETED)
            if not starting.done():  # Telegram may be out of reach for hours
                return
            starting.result()
            done, _ = await asyncio.wait([waiting, *self.tasks], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {waiting}:
                task.result()
        finally:
            await end([starting])
            waiting.cancel()
            await self.stop()


async def end(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def make_application(settings: Settings, heard: Heard | None = None) -> AnyApplication:
    """python-telegram-bot without its updater: the updates are ours to fetch. `heard` sees every answer."""
    quieten()
    root = settings.api_url
    http = tls() | ({"event_hooks": {"response": [heard]}} if heard else {})
    return (
        ApplicationBuilder()
        .token(settings.require_token())
        .base_url(f"{root}/bot")
        .base_file_url(f"{root}/file/bot")
        .request(HTTPXRequest(connection_pool_size=32, read_timeout=20, pool_timeout=20, httpx_kwargs=http))
        .get_updates_request(HTTPXRequest(connection_pool_size=2, read_timeout=45, httpx_kwargs=http))
        .updater(None)
        .build()
    )


@cache
def tls() -> dict[str, Any]:
    """The certificates to trust, read once: httpx would read them for every client."""
    return {"verify": httpx.create_ssl_context()}


@dataclass(frozen=True)
class Answer:
    """What Telegram said to one call: its result, or its error; or that it could not be asked just now."""

    result: Any = None
    error: str = ""
    out_of_reach: bool = False


class Telegram:
    """A few single questions to Telegram, for the doctor; nothing is tried twice."""

    def __init__(self, settings: Settings) -> None:
        self.bot = Bot(
            settings.require_token(),
            base_url=f"{settings.api_url}/bot",
            request=HTTPXRequest(
                read_timeout=10,
                connect_timeout=10,
                httpx_kwargs={"event_hooks": {"response": [self.note_time]}},
            ),
        )
        self.time: datetime | None = None  # what the server's clock showed with its last answer, in UTC

    async def __aenter__(self) -> "Telegram":
        quieten()
        await self.bot.request.initialize()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.bot.request.shutdown()

    async def note_time(self, response: httpx.Response) -> None:
        with contextlib.suppress(KeyError, ValueError):
            self.time = parsedate_to_datetime(response.headers["date"]).astimezone(UTC)

    async def ask(self, method: str, **values: Any) -> Answer:
        try:
            return Answer(await self.bot.do_api_request(method, api_kwargs=values))
        except (BadRequest, InvalidToken) as error:  # a BadRequest counts as a NetworkError
            return Answer(error=error.message)
        except (NetworkError, RetryAfter) as error:
            return Answer(error=error.message, out_of_reach=True)
        except TelegramError as error:
            return Answer(error=error.message)


def quieten() -> None:
    """Two pieces of advice we do not follow: raw calls are what we want (decision 22), and either kind of
    waiting time is read."""
    warnings.filterwarnings("ignore", r"Please use 'Bot\.", PTBUserWarning)
    warnings.filterwarnings("ignore", r".*attribute `retry_after`", PTBDeprecationWarning)


async def patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Tries until Telegram answers: a computer often starts before its network does."""
    for attempt in range(10**6):
        try:
            await call()
            return
        except InvalidToken:
            raise SettingsError(UNKNOWN_TOKEN) from None
        except BadRequest:  # python-telegram-bot counts it among the faults of the network; it is an answer
            raise
        except (NetworkError, RetryAfter) as error:
            log.warning("Telegram is out of reach (%s); trying again", type(error).__name__)
            await asyncio.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])


@dataclass(frozen=True)
class Standing:
    """How we stand in the group: the rights we lack, and its human administrators."""

    missing: tuple[str, ...]
    admins: tuple[int, ...]
    size: int | None = None  # how many are in the group, bots too


async def look_at_group(bot: Bot, group: int) -> Standing:
    """TelegramError when Telegram cannot be asked; a bot that is no member lacks every right."""
    try:
        admins = await bot.get_chat_administrators(group)
    except Forbidden:
        return Standing(RIGHTS, ())
    ours = next((admin for admin in admins if admin.user.id == bot.id), None)
    missing = tuple(right for right in RIGHTS if not getattr(ours, right, False))
    size = None
    with contextlib.suppress(TelegramError):  # not every server knows; it only serves as a brake
        size = await bot.get_chat_member_count(group)
    return Standing(missing, tuple(admin.user.id for admin in admins if not admin.user.is_bot), size)


def standing_changed(desk: Desk) -> bool:
    """Whether Telegram told us of a change since the last look; the mark is taken off."""
    if desk.store.settings.get(STANDING_CHANGED) is None:
        return False
    desk.store.settings.set(STANDING_CHANGED, None)
    return True


def note_standing(standing: Standing, desk: Desk) -> None:
    desk.store.settings.set("group_admins", ",".join(map(str, standing.admins)))
    if standing.size is not None:
        desk.store.settings.set("group_size", str(standing.size))
    lost = "can_delete_messages" in standing.missing
    if lost and desk.store.settings.get("rights_lost") != "yes":
        letters.tell_keepers(say("trouble.rights_lost"), f"rights:{desk.now.isoformat()}", desk)
    desk.store.settings.set("rights_lost", "yes" if lost else "no")
