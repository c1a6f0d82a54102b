"""The bot does its work on a Bot API server that knows no more than it needs."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.app import App
from bot.settings import read_settings
from moderation.policy import load_policy
from sandbox.cast import GROUP, JO
from sandbox.program import environment

RUDE = "whoever parked across the gate this morning is a selfish cow"
ME = {"id": 9000, "is_bot": True, "first_name": "Lollipop", "username": "our_bot"}
POST = {
    "update_id": 1,
    "message": {
        "message_id": 7,
        "date": 1_790_000_000,
        "chat": {"id": GROUP, "type": "supergroup", "title": "Parents"},
        "from": {"id": JO, "is_bot": False, "first_name": "Jo"},
        "text": RUDE,
    },
}


class PlainServer:
    """Four methods; `otherwise` is what every other method gets."""

    def __init__(self, otherwise: tuple[int, dict[str, Any]]) -> None:
        self.otherwise = otherwise
        self.deleted: list[int] = []
        self.gone = asyncio.Event()

    async def answer(self, request: web.Request) -> web.Response:
        asked = dict(await request.post())
        match request.match_info["method"]:
            case "getMe":
                result: Any = ME
            case "getUpdates":
                result = [] if self.deleted or "offset" in asked else [POST]
            case "deleteMessage":
                self.deleted.append(int(str(asked["message_id"])))
                self.gone.set()
                result = True
            case "sendMessage":
                result = {"message_id": 8, "date": 1_790_000_000, "chat": {"id": 1, "type": "private"}}
            case _:
                status, reply = self.otherwise
                return web.json_response(reply, status=status)
        return web.json_response({"ok": True, "result": result})


REFUSALS: list[tuple[int, dict[str, Any]]] = [
    (404, {"ok": False, "error_code": 404, "description": "Not Found"}),
    (400, {"ok": False, "error_code": 400, "description": "Bad Request: no such thing"}),
    (200, {"ok": True, "result": True}),
]


@pytest.fixture(params=REFUSALS, ids=["404", "400", "true"])
async def server(request: pytest.FixtureRequest) -> AsyncIterator[tuple[PlainServer, str]]:
    plain = PlainServer(request.param)
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", plain.answer)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield plain, f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def test_a_rude_post_goes_on_a_server_that_knows_four_methods(
    server: tuple[PlainServer, str], tmp_path: Path
) -> None:
    plain, url = server
    settings = read_settings(environment(url, tmp_path))
    async with App(settings, load_policy(settings.profile)), asyncio.timeout(20):
        await plain.gone.wait()

    assert plain.deleted == [7]
