"""Puts the pretend Telegram on an address of this machine."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from aiohttp import web

from sandbox import api
from sandbox.cast import set_the_scene
from sandbox.clock import Clock
from sandbox.control import Control
from sandbox.faults import Fault
from sandbox.refusal import Refusal
from sandbox.view import state
from sandbox.world import World

if TYPE_CHECKING:
    from sandbox.explaining import Explaining
    from sandbox.running import Running

Json = dict[str, Any]
Seen = TypeVar("Seen")
TOKEN = "9000:lollipop-demo-token"  # noqa: S105  # opens nothing but this sandbox
PAGE = Path(__file__).parent / "page"
TURNED = "X-Pretend-Turned"  # seconds by which the clock was turned by hand, for a bot in pretend time
LARGEST_UPLOAD = 50 * 1024 * 1024
BAD_GATEWAY = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
ONLY_OURSELVES = {
    "Content-Security-Policy": "default-src 'self'; style-src 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Sandbox:
    """A pretend Telegram that runs while its `async with` block does.

    `port` 0 takes any free one. `now` sets the clock, `frozen` stops it, `seed` fixes everything random;
    `cast` fills it with the demo's people.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        host: str = "127.0.0.1",
        port: int = 0,
        now: datetime | None = None,
        frozen: bool = False,
        seed: int = 0,
        cast: bool = True,
    ) -> None:
        self.token = token
        self.world = World(clock=Clock(now, frozen=frozen), seed=seed)
        self._host, self._port = host, port
        self._control = Control(self.world)
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.5)
        if cast:
            set_the_scene(self.world)

    @property
    def url(self) -> str:
        """The root of the Bot API server, and the address of the page; without a slash at its end."""
        return f"http://{self._host}:{self._port}"

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Begin to listen; OSError when the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        self._port = self._runner.addresses[0][1]

    async def close(self) -> None:
        """Send everyone who waits home and stop listening."""
        self.world.close()
        await self._runner.cleanup()

    def attach(self, bot: "Running", explaining: "Explaining") -> None:
        """Let the page switch, kill and start this bot, and ask why it does what it does."""
        self._control.bot, self._control.explaining = bot, explaining
        self.world.changed()

    async def until(self, seen: Callable[[], Seen | None], timeout: float = 20) -> Seen:  # noqa: ASYNC109
        """Wait until something is so, and give it back; TimeoutError after `timeout` seconds."""
        return await self.world.until(seen, timeout)

    def state(self) -> Json:
        """Everything there is to see, as GET /sandbox/state tells it."""
        return state(self.world)

    def fault(self, kind: str, **how: Any) -> Fault:
        """Set a fault: kind, and methods, chat, times, chance, seconds as `Fault` knows them."""
        methods = frozenset(how.pop("methods", ()))
        return self.world.faults.add(Fault(kind, methods=methods, **how))

    def lift_faults(self) -> None:
        """Take all faults back, and let slow answers go."""
        self.world.faults.lift()
        self.world.changed()

    # What is where

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_UPLOAD)
        app.add_routes(self._control.routes())
        app.add_routes(
            [
                web.route("*", "/bot{token}/{method}", self._method),
                web.get("/file/bot{token}/{path:.+}", self._file),
                web.get("/", self._page),
                web.get("/favicon.ico", self._no_picture),
                web.get("/{name:[a-z]+\\.(?:js|css|svg)}", self._page),
            ]
        )
        return app

    async def _page(self, request: web.Request) -> web.StreamResponse:
        file = PAGE / request.match_info.get("name", "index.html")
        if not file.is_file():
            return web.Response(status=404)
        return web.FileResponse(file, headers=ONLY_OURSELVES)

    async def _no_picture(self, request: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.Response:
        file = self.world.files.at(request.match_info["path"])
        if request.match_info["token"] != self.token or file is None:
            return web.json_response(Refusal(404, "Not Found").reply(), status=404)
        return web.Response(body=file.content, content_type="application/octet-stream")

    async def _method(self, request: web.Request) -> web.StreamResponse:
        if (refusal := self._stranger(request.match_info["token"])) is not None:
            return web.json_response(refusal.reply(), status=refusal.code)
        try:
            raw, uploads = await _read(request)
        except ConnectionResetError:  # the bot was ended in the middle of asking
            return web.Response(status=400)
        except ValueError:
            refusal = Refusal(400, "Bad Request: can't parse request")
            return web.json_response(refusal.reply(), status=refusal.code)
        answer = await api.answer(self.world, request.match_info["method"], raw, uploads)
        return await self._sent(request, answer)

    def _stranger(self, token: str) -> Refusal | None:
        if token == self.token:
            return None
        looks_right = token.partition(":")[0].isdecimal() and ":" in token
        return Refusal(401, "Unauthorized") if looks_right else Refusal(404, "Not Found")

    async def _sent(self, request: web.Request, answer: api.Answer) -> web.StreamResponse:
        fault = answer.fault
        match fault.kind if fault else "":
            case "dropped" | "lost" | "outage":
                if request.transport is not None:
                    request.transport.abort()
            case "502":
                return web.Response(status=502, text=BAD_GATEWAY, content_type="text/html")
            case "slow" if fault:
                await self._held(fault)
        turned = {TURNED: str(self.world.clock.turned.total_seconds())}
        return web.json_response(answer.body, status=answer.status, headers=turned)

    async def _held(self, fault: Fault) -> None:
        faults = self.world.faults
        with suppress(TimeoutError):
            await self.world.until(lambda: self.world.closed or fault not in faults.set_now, fault.seconds)


async def _read(request: web.Request) -> tuple[Json, api.Uploads]:
    """A request's fields from its address and its body (form, multipart or JSON), and its files."""
    raw: Json = dict(request.query)
    if request.content_type == "application/json":
        body = await request.json() if request.can_read_body else {}
        if not isinstance(body, dict):
            raise ValueError("not an object")
        return raw | body, {}
    uploads: api.Uploads = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = (value.filename, await asyncio.to_thread(value.file.read))
        else:
            raw[name] = value
    return raw, uploads
