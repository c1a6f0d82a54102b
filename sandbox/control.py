"""The strings of the pretend Telegram: let people act, set faults, turn the clock, look and wait."""

import inspect
import json
from base64 import b64decode
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict, is_dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from aiohttp import web

from sandbox import view
from sandbox.faults import Fault
from sandbox.people import Person
from sandbox.refusal import NotPossible, Refusal
from sandbox.world import World

if TYPE_CHECKING:
    from sandbox.explaining import Explaining
    from sandbox.running import Running

Json = dict[str, Any]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
ACTS = (
    "say",
    "post",
    "album",
    "strange",
    "forward",
    "anonymously",
    "as_channel",
    "by_bot",
    "add_option",
    "edit",
    "touch",
    "delete",
    "react",
    "start",
    "block",
    "unblock",
    "press",
    "press_data",
    "join",
    "ask_to_join",
    "leave",
    "expel",
    "promote",
    "demote",
    "own",
    "rename",
    "protect",
    "retitle",
    "migrate",
    "bot_removed",
    "bot_standing",
    "add_person",
)
LONGEST_WAIT = 30.0
LONDON = ZoneInfo("Europe/London")


class Control:
    """The control interface over one world; every mistake is answered with one plain sentence and a 400."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.bot: Running | None = None  # in the demo: the program that the page may switch and kill
        self.explaining: Explaining | None = None

    def routes(self) -> list[web.RouteDef]:
        """The addresses below /sandbox."""
        return [
            web.get("/sandbox/state", self.state),
            web.get("/sandbox/wait", self.wait),
            web.get("/sandbox/events", self.events),
            web.get("/sandbox/clock", self.clock),
            web.get("/sandbox/file/{id}", self.file),
            web.post("/sandbox/clock", _plainly(self.turn_clock)),
            web.post("/sandbox/act", _plainly(self.act)),
            web.post("/sandbox/fault", _plainly(self.fault)),
            web.post("/sandbox/bot", _plainly(self.run_bot)),
            web.post("/sandbox/explain", _plainly(self.explain)),
        ]

    async def state(self, request: web.Request) -> web.Response:
        """GET: everything there is to see."""
        program = self.bot.page() if self.bot else None
        return web.json_response(view.state(self.world) | {"program": program})

    async def clock(self, request: web.Request) -> web.Response:
        """GET: what the clock shows."""
        return web.json_response(view.clock(self.world))

    async def file(self, request: web.Request) -> web.Response:
        """GET /sandbox/file/ID: a file that somebody sent, to be saved."""
        try:
            file = self.world.files.get(request.match_info["id"])
        except Refusal as refusal:
            return web.json_response(refusal.reply(), status=404)
        saved = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name or file.unique_id)}"}
        return web.Response(body=file.content, content_type="application/octet-stream", headers=saved)

    async def wait(self, request: web.Request) -> web.Response:
        """GET ?since=N&timeout=S: answers once more than N changes were made, or after S seconds."""
        since = int(request.query.get("since", "0"))
        seconds = min(float(request.query.get("timeout", LONGEST_WAIT)), LONGEST_WAIT)
        with suppress(TimeoutError):
            await self.world.until(lambda: self.world.closed or self.world.changes > since, timeout=seconds)
        return web.json_response({"changes": self.world.changes})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """GET: the number of changes whenever it grows, as server-sent events."""
        stream = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await stream.prepare(request)
        told = -1
        try:
            while not self.world.closed:
                if self.world.changes > told:
                    told = self.world.changes
                    await stream.write(f"data: {told}\n\n".encode())
                else:
                    await self.world.change()
        except ConnectionResetError:
            pass
        return stream

    async def act(self, request: web.Request) -> Any:
        """POST {"act": "say", "person": 2001, …}: somebody does something; the names are those of World."""
        asked = await _asked(request)
        name = asked.pop("act", None)
        if name not in ACTS:
            raise NotPossible(f"{name!r} is not an act; known ones: {', '.join(ACTS)}")
        if name == "add_person":
            return self.world.add_person(Person(**asked))
        return _called(getattr(self.world, name), name, _with_content(asked))

    async def fault(self, request: web.Request) -> Any:
        """POST {"kind": "429", "times": 1, "methods": […], "chat": …}: trouble; {"lift": true}: no more."""
        asked = await _asked(request)
        if asked.pop("lift", False):
            self.world.faults.lift()
            self.world.changed()
            return None
        methods = frozenset(asked.pop("methods", ()))
        self.world.faults.add(Fault(**asked, methods=methods))
        self.world.changed()
        return None

    async def run_bot(self, request: web.Request) -> Any:
        """POST {"do": "kill"}, {"do": "start"} or {"do": "switch", "policy": …, "mode": …}."""
        if self.bot is None:
            raise NotPossible("no bot of this program's own runs here")
        return await self.bot.do(await _asked(request))

    async def explain(self, request: web.Request) -> Any:
        """POST {"chat": …, "message": …}: how the bot judges this message, and by which clauses."""
        asked = await _asked(request)
        if self.explaining is None:
            raise NotPossible("no bot of this program's own runs here")
        return await self.explaining.explain(int(asked["chat"]), int(asked["message"]))

    async def turn_clock(self, request: web.Request) -> Any:
        """{"set": ISO time}, {"turn": seconds}, {"tomorrow": "08:30"}, {"freeze": true} or {"run": true}."""
        asked, clock = await _asked(request), self.world.clock
        if "set" in asked:
            clock.set(datetime.fromisoformat(asked["set"]))
        if "turn" in asked:
            clock.turn(timedelta(seconds=asked["turn"]))
        if "tomorrow" in asked:
            clock.set(_tomorrow(self.world.now, asked["tomorrow"]))
        if asked.get("freeze"):
            clock.freeze()
        if asked.get("run"):
            clock.run()
        self.world.changed()
        return view.clock(self.world)


def _tomorrow(now: datetime, hour: str) -> datetime:
    day = now.astimezone(LONDON).date() + timedelta(days=1)
    return datetime.combine(day, time.fromisoformat(hour), LONDON)


async def _asked(request: web.Request) -> Json:
    if request.content_type != "application/json":
        raise NotPossible("the control interface takes JSON only")
    asked = await request.json()
    if not isinstance(asked, dict):
        raise NotPossible("the control interface takes one JSON object")
    return asked


def _with_content(asked: Json) -> Json:
    """A file's content travels as plain words, or as base64 when it is no text."""
    if "content_base64" in asked:
        return asked | {"content": b64decode(asked.pop("content_base64"))}
    if isinstance(asked.get("content"), str):
        return asked | {"content": asked["content"].encode()}
    return asked


def _called(act: Callable[..., Any], name: str, asked: Json) -> Any:
    try:
        inspect.signature(act).bind(**asked)
    except TypeError as wrong:
        raise NotPossible(f"{name}: {wrong}") from wrong
    return act(**asked)


def _plainly(answer: Callable[[web.Request], Awaitable[Any]]) -> Answer:
    async def plain(request: web.Request) -> web.StreamResponse:
        try:
            result = await answer(request)
        except (NotPossible, ValueError, TypeError, KeyError) as wrong:
            return web.json_response({"ok": False, "error": str(wrong)}, status=400)
        return web.json_response({"ok": True, "result": result}, dumps=_dumped)

    return plain


def _dumped(value: Any) -> str:
    return json.dumps(value, default=_plain)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return value.isoformat() if isinstance(value, datetime) else str(value)
