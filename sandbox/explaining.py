"""Why a message is treated as it is: asked of the bot's own `check`, with the clauses it comes from."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

from moderation.category import Category
from moderation.clauses import clauses_of
from moderation.policy import load_policy
from sandbox.cast import STAFF
from sandbox.people import Message
from sandbox.refusal import NotPossible
from sandbox.running import Running
from sandbox.world import World

Json = dict[str, Any]
MEDIA = ("photo", "video", "animation", "video_note", "document", "voice", "audio", "sticker", "contact",
         "location", "venue", "poll", "checklist")  # fmt: skip
LONGEST_ANSWER = 1 << 20


class Explaining:
    """Keeps one `check` program for the policy in force, so that an answer takes milliseconds."""

    def __init__(self, command: Sequence[str], running: Running, world: World) -> None:
        self.command, self.running, self.world = list(command), running, world
        self._check: asyncio.subprocess.Process | None = None
        self._policy = ""
        self._turn = asyncio.Lock()

    async def explain(self, chat: int, message: int) -> Json:
        """The judgement of a message as interfaces.md gives it, and the clauses of the setting's policy."""
        found = self.world.chats[chat].messages.get(message) if chat in self.world.chats else None
        if found is None:
            raise NotPossible(f"there never was a message {message} in the chat {chat}")
        if found.sender == self.world.bot_id:
            raise NotPossible("this is the bot's own message; it judges only what people write")
        async with self._turn:
            judgement = await self._judge(self._line(found))
        policy = load_policy(self.running.profile)
        categories = dict.fromkeys(one["category"] for one in judgement["findings"])
        return {
            **judgement,
            "mode": self.running.mode,
            "clauses": {
                name: [
                    {"id": clause.id, "words": clause.words} for clause in clauses_of(Category(name), policy)
                ]
                for name in categories
            },
        }

    async def close(self) -> None:
        if self._check is not None and self._check.returncode is None:
            self._check.kill()
            await self._check.wait()

    def _line(self, message: Message) -> Json:
        raw = message.raw
        answered = raw.get("reply_to_message") or {}
        line = {
            "text": message.text,
            "role": "staff" if message.sender in STAFF else "parent",
            "media": next((kind for kind in MEDIA if kind in raw), None),
            "reply_to": answered.get("text") or answered.get("caption"),
            "at": self.world.now.isoformat(),
            "from": message.sender,
        }
        return {name: value for name, value in line.items() if value is not None}

    async def _judge(self, line: Json) -> Json:
        check = await self._running_check()
        assert check.stdin is not None
        assert check.stdout is not None
        check.stdin.write(json.dumps(line).encode() + b"\n")
        await check.stdin.drain()
        answer: Json = json.loads(await check.stdout.readline() or b"{}")
        if "action" not in answer:
            raise NotPossible(answer.get("error", "the bot could not judge this message"))
        return answer

    async def _running_check(self) -> asyncio.subprocess.Process:
        if self._check is None or self._check.returncode is not None or self._policy != self.running.policy:
            await self.close()
            self._policy = self.running.policy
            roster = self.running.folder / "children.csv"
            self._check = await asyncio.create_subprocess_exec(
                *self.command,
                *("check", "--profile", str(self.running.profile), "--roster", str(roster)),
                env=self.running.program.environ,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                limit=LONGEST_ANSWER,
            )
        return self._check
