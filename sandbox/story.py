"""`lollipop demo --story`: a scripted day, played over HTTP with the real bot; every step is checked.

What happened is read from the pretend Telegram's own state, never from the bot's tables.
"""

import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.cast import CAST, COLE, GREEN, GROUP, JO, LISA, PATEL, SAM
from sandbox.client import Client
from sandbox.program import Program, environment
from sandbox.server import Sandbox

Json = dict[str, Any]
NAMES = {person.id: f"{person.name} {person.surname}" for person in CAST}
PATIENCE = 20  # seconds until a step counts as failed
RUDE = "honestly shut ur fat mouth Lisa every single day its moaning with u"
NUMBER = "Mias mum is 07700 900461 if anyone needs to sort lifts"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"


class StepFailed(Exception):
    """A step did not do what it should."""


@dataclass
class Teller:
    """Plays the people's parts and looks at what they see."""

    client: Client
    bot: Program

    async def say(self, person: int, text: str, chat: int = GROUP) -> int:
        where = "in the group" if chat == GROUP else "to the bot"
        tell(f"  {NAMES[person]} {where}: {text}")
        return await self.client.say(person, chat, text)

    async def sees(self, person: int, *words: str) -> Json:
        """Waits until the bot's private message with all these words is there; shows it once."""
        message: Json = await self.until_found(person, words)
        tell(f"  {NAMES[person]} sees: {first_lines(message['text'])}")
        return message

    async def group_sees(self, words: str) -> Json:
        message = await self.until_found(GROUP, (words,))
        tell(f"  The group sees: {first_lines(message['text'])}")
        return message

    async def until_found(self, chat: int, words: Sequence[str]) -> Json:
        found = await self.client.until(lambda state: find(state, chat, words), timeout=PATIENCE)
        assert found is not None
        return found

    async def gone(self, message: int) -> None:
        """Waits until the group no longer sees a message."""
        await self.client.until(lambda state: message not in shown(state, GROUP), timeout=PATIENCE)
        tell("  The group no longer sees it.")

    async def press(self, person: int, message: Json, button: str) -> str:
        """Presses a button and gives back what Telegram shows over it."""
        before = len((await self.client.state())["presses"])
        await self.client.press(person, person, message["id"], button)
        words = await self.client.until(lambda state: answer_to(state, before), timeout=PATIENCE)
        tell(f"  {NAMES[person]} presses “{button}”: {words}")
        return str(words)


def shown(state: Json, chat: int) -> dict[int, Json]:
    """The messages that can be seen in a chat, by their number."""
    messages = state["chats"].get(str(chat), {"messages": []})["messages"]
    return {message["id"]: message for message in messages if not message["deleted"]}


def find(state: Json, chat: int, words: Sequence[str]) -> Json | None:
    """The newest message of the bot's in a chat that holds all these words."""
    ours = [one for one in shown(state, chat).values() if one["sender"] == state["bot"]["id"]]
    return next((one for one in reversed(ours) if all(word in one["text"] for word in words)), None)


def answer_to(state: Json, number: int) -> str | None:
    press = state["presses"][number]
    return str(press["words"]) if press["answered"] else None


def first_lines(text: str) -> str:
    lines = [line for line in text.splitlines() if line]
    return " / ".join(lines[:3]) + (" …" if len(lines) > 3 else "")


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def must(true: object, what: str) -> None:
    if not true:
        raise StepFailed(what)


async def a_rude_post_is_hidden(teller: Teller) -> None:
    fine = await teller.say(SAM, "Morning all! Running 5 mins late, traffic on the bridge 🚗")
    rude = await teller.say(JO, RUDE)
    await teller.gone(rude)
    told = await teller.sees(JO, "out of view")
    must(RUDE in told["text"], "the poster gets the own words back")
    await teller.sees(PATEL, RUDE)
    must(fine in shown(await teller.client.state(), GROUP), "the harmless post stays")


async def the_manager_puts_it_back(teller: Teller) -> None:
    card = await teller.sees(PATEL, RUDE)
    await teller.press(PATEL, card, "Put back")
    back = await teller.group_sees(RUDE)
    must("Jo Marsh" in back["text"], "the post goes back with its author's name")
    await teller.client.until(lambda state: not shown(state, PATEL)[card["id"]]["buttons"], timeout=PATIENCE)
    await teller.say(PATEL, "/approve 1", PATEL)
    await teller.sees(PATEL, "already decided")
    times = sum(RUDE in one["text"] for one in shown(await teller.client.state(), GROUP).values())
    must(times == 1, "the post is in the group once, however often it is approved")


async def a_phone_number_is_kept_private(teller: Teller) -> None:
    post = await teller.say(JO, NUMBER)
    await teller.gone(post)
    card = await teller.sees(PATEL, NUMBER)
    await teller.say(LISA, "/keep 2")
    await teller.press(PATEL, card, "Keep out of view")
    times = sum(NUMBER in one["text"] for one in shown(await teller.client.state(), GROUP).values())
    must(times == 0, "the number stays out of view")


async def a_worry_reaches_the_safeguarding_lead(teller: Teller) -> None:
    post = await teller.say(JO, WORRY)
    await teller.gone(post)
    await teller.sees(JO, "call 999")
    alert = await teller.sees(COLE, "URGENT", WORRY)
    await teller.press(COLE, alert, "I have this")
    await teller.sees(GREEN, "has this")
    about = [one["text"] for one in shown(await teller.client.state(), GROUP).values()]
    must(not any("safety" in text for text in about), "the group is told nothing about it")


async def a_power_cut_loses_nothing(teller: Teller) -> None:
    await teller.bot.kill()
    tell("  The bot is killed.")
    rude = await teller.say(JO, "manager is a stuck up b*tch and she knows it")
    await teller.bot.start()
    tell("  The bot starts again.")
    await teller.gone(rude)
    await teller.sees(PATEL, "stuck up")


async def a_parent_who_never_pressed_start(teller: Teller) -> None:
    rude = await teller.say(SAM, "Lisa you are a pathetic idiot, shut your mouth")
    await teller.gone(rude)
    await teller.sees(PATEL, "pathetic idiot")
    await teller.client.start(SAM)
    tell("  Sam Reed presses Start.")
    await teller.sees(SAM, "out of view", "pathetic idiot")


async def a_lost_right_is_told_at_once(teller: Teller) -> None:
    await teller.client.act("promote", person=9000, chat=GROUP, by=PATEL, rights=["can_manage_chat"])
    tell("  Mrs Patel takes the right to delete away from the bot.")
    rude = await teller.say(JO, "shut your fat mouth, you selfish cow")
    await teller.sees(PATEL, "could not take the post")
    must(rude in shown(await teller.client.state(), GROUP), "the post is still there, and the bot says so")


async def the_manager_asks_why(teller: Teller) -> None:
    await teller.say(PATEL, "/why 1", PATEL)
    await teller.sees(PATEL, "Case 1:", "score")
    await teller.say(PATEL, "/queue", PATEL)
    await teller.sees(PATEL, "open:")


STEPS: tuple[tuple[str, Callable[[Teller], Awaitable[None]]], ...] = (
    ("A rude post is hidden, and its author hears why", a_rude_post_is_hidden),
    ("The manager puts it back, once", the_manager_puts_it_back),
    ("Somebody else's phone number is kept private", a_phone_number_is_kept_private),
    ("A worry about a child reaches the safeguarding lead at once", a_worry_reaches_the_safeguarding_lead),
    ("A power cut loses nothing", a_power_cut_loses_nothing),
    ("A parent who never pressed Start hears it later", a_parent_who_never_pressed_start),
    ("The manager asks why", the_manager_asks_why),
    ("A right taken away is told at once", a_lost_right_is_told_at_once),
)


async def play(command: Sequence[str]) -> int:
    """Plays every step; 0 when each did what it should, 1 at the first that did not."""
    with tempfile.TemporaryDirectory(prefix="lollipop-") as folder:
        async with Sandbox() as sandbox, Client(sandbox.url) as client:
            async with Program([*command, "run"], environment(sandbox.url, Path(folder))) as bot:
                teller = Teller(client, bot)
                for number, (title, step) in enumerate(STEPS, start=1):
                    tell(f"\n{number}. {title}")
                    if wrong := await failed(step, teller):
                        tell(f"  FAILED: {wrong}")
                        return 1
            violations = sandbox.world.violations
    for violation in violations:
        tell(f"FAILED: not as Telegram's published schema says: {violation}")
    tell(f"\nAll {len(STEPS)} steps did what they should." if not violations else "")
    return 1 if violations else 0


async def failed(step: Callable[[Teller], Awaitable[None]], teller: Teller) -> str:
    """What went wrong in a step; nothing when all went well."""
    try:
        await step(teller)
    except StepFailed as error:
        return f"it should have been so that {error}"
    except TimeoutError:
        return f"nothing happened for {PATIENCE} seconds"
    return ""
