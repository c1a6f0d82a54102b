"""Pulls the strings of a pretend Telegram that runs elsewhere: acts, faults, clock and waiting."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any, Self, TypeVar

import aiohttp

from sandbox.refusal import NotPossible

Json = dict[str, Any]
Seen = TypeVar("Seen")


class Client:
    """Talks to the control interface below `url`; acts that are not possible raise NotPossible."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._line: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._line = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.line.close()
        self._line = None

    @property
    def line(self) -> aiohttp.ClientSession:
        """The open connection; RuntimeError outside the `async with` block."""
        if self._line is None:
            raise RuntimeError("the client works inside its 'async with' block only")
        return self._line

    async def act(self, name: str, /, **how: Any) -> Any:
        """Let somebody do something; names and words are those of World's acts."""
        return await self._post("act", {"act": name, **how})

    async def say(self, person: int, chat: int, text: str, *, reply_to: int | None = None) -> int:
        """Somebody writes; the number of the message is given back."""
        said = await self.act("say", person=person, chat=chat, text=text, reply_to=reply_to)
        return int(said["message_id"])

    async def post(self, person: int, chat: int, kind: str, **how: Any) -> int:
        """Somebody sends a picture, a file or the like; the number of the message is given back."""
        sent = await self.act("post", person=person, chat=chat, kind=kind, **how)
        return int(sent["message_id"])

    async def edit(self, person: int, chat: int, message: int, text: str) -> None:
        """Somebody changes what they wrote."""
        await self.act("edit", person=person, chat=chat, message=message, text=text)

    async def delete(self, person: int, chat: int, message: int) -> None:
        """Somebody takes back what they wrote."""
        await self.act("delete", person=person, chat=chat, message=message)

    async def press(self, person: int, chat: int, message: int, button: str) -> None:
        """Somebody presses a button, named by its words or its data."""
        await self.act("press", person=person, chat=chat, message=message, button=button)

    async def start(self, person: int, payload: str = "") -> None:
        """Somebody opens the bot's chat and presses Start."""
        await self.act("start", person=person, payload=payload)

    async def fault(self, kind: str, **how: Any) -> None:
        """Set a fault: kind, and methods, chat, times, chance, seconds."""
        await self._post("fault", {"kind": kind, **how})

    async def lift_faults(self) -> None:
        """Take all faults back."""
        await self._post("fault", {"lift": True})

    async def now(self) -> datetime:
        """What the sandbox's clock shows, in UTC."""
        return datetime.fromisoformat((await self._get("clock"))["now"])

    async def set_clock(self, moment: datetime) -> None:
        """Put the sandbox's clock to a moment."""
        await self._post("clock", {"set": moment.isoformat()})

    async def turn_clock(self, by: timedelta) -> None:
        """Turn the sandbox's clock on."""
        await self._post("clock", {"turn": by.total_seconds()})

    async def state(self) -> Json:
        """Everything there is to see."""
        return await self._get("state")

    async def until(self, seen: Callable[[Json], Seen | None], timeout: float = 20) -> Seen:  # noqa: ASYNC109
        """Wait until something is so in the state, and give it back; TimeoutError after `timeout` seconds."""
        async with asyncio.timeout(timeout):
            state = await self.state()
            while not (found := seen(state)):
                await self._get("wait", since=state["changes"], timeout=timeout)
                state = await self.state()
        return found

    async def _get(self, what: str, **query: Any) -> Json:
        words = {name: str(value) for name, value in query.items()}
        async with self.line.get(f"{self._url}/sandbox/{what}", params=words) as reply:
            told: Json = await reply.json()
        return told

    async def _post(self, what: str, body: Json) -> Any:
        async with self.line.post(f"{self._url}/sandbox/{what}", json=body) as reply:
            told = await reply.json()
        if not told["ok"]:
            raise NotPossible(told["error"])
        return told["result"]
