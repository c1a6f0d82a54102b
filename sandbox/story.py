"""`lollipop demo --story`: a scripted day, played over HTTP with the real bot; every step is checked.

What happened is read from the pretend Telegram's own state, never from the bot's tables.
"""

import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from textwrap import shorten
from typing import Any

from sandbox.cast import AMY, CAST, COLE, GREEN, GROUP, JO, LISA, PATEL, SAM
from sandbox.client import Client
from sandbox.running import Running
from sandbox.server import Sandbox
from sandbox.setting import LONDON

Json = dict[str, Any]
NINA = 3001
MORNING = datetime(2026, 11, 27, 10, tzinfo=UTC)  # a Friday, a week before the end of term
NAMES = {NINA: "Nina Hall"} | {person.id: f"{person.name} {person.surname}" for person in CAST}
PATIENCE = 20  # seconds until a step counts as failed
RUDE = "honestly shut ur fat mouth Lisa every single day its moaning with u"
NUMBER = "Mias mum is 07700 900461 if anyone needs to sort lifts"
QUESTION = "Are you open on the afternoon of the Christmas show?"
WORRY = "Not sure who to tell but L had marks on his arms again today that looked like fingers"


class StepFailed(Exception):
    """A step did not do what it should."""


@dataclass
class Teller:
    """Plays the people's parts and looks at what they see."""

    client: Client
    bot: Running

    async def say(self, person: int, text: str, chat: int = GROUP, *, reply_to: int | None = None) -> int:
        where = "in the group" if chat == GROUP else "to the bot"
        tell(f"  {NAMES[person]} {where}: {text}")
        return await self.client.say(person, chat, text, reply_to=reply_to)

    async def turn_to(self, weekday: str, day: int, hour: time, *, month: int = 11) -> None:
        """Turns the clock, which the bot's own clock follows."""
        await self.client.set_clock(datetime(2026, month, day, tzinfo=LONDON).replace(
            hour=hour.hour, minute=hour.minute, second=hour.second))  # fmt: skip
        tell(f"  — It is {weekday}, {hour:%H:%M}. —")

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

    async def gone(self, message: int, *, quietly: bool = False) -> None:
        """Waits until the group no longer sees a message."""
        await self.client.until(lambda state: message not in shown(state, GROUP), timeout=PATIENCE)
        if not quietly:
            tell("  The group no longer sees it.")

    async def changes(self, person: int, card: Json, words: str) -> None:
        """Waits until a card says these words and has no buttons that decide any more."""
        number = card["id"]
        await self.client.until(lambda state: words in shown(state, person)[number]["text"], timeout=PATIENCE)

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


def count(state: Json, chat: int, *words: str) -> int:
    """How many of the bot's messages in a chat hold all these words."""
    ours = [one for one in shown(state, chat).values() if one["sender"] == state["bot"]["id"]]
    return sum(all(word in one["text"] for word in words) for one in ours)


def number_of(card: Json) -> str:
    """The number of the case a card is about, as its buttons carry it."""
    return str(card["buttons"][0][0]["callback_data"]).partition(":")[2]


def pictures_in(state: Json) -> list[str]:
    """The pictures the group can see, oldest first."""
    raws = [message["raw"] for message in shown(state, GROUP).values()]
    return [raw["photo"][-1]["file_unique_id"] for raw in raws if "photo" in raw]


def is_in(state: Json, person: int) -> bool:
    member = state["chats"][str(GROUP)]["members"].get(str(person), {})
    return member.get("status") in {"member", "administrator", "creator"}


def answer_to(state: Json, number: int) -> str | None:
    press = state["presses"][number]
    return str(press["words"]) if press["answered"] else None


def first_lines(text: str) -> str:
    """The beginning of a message, on one line of a terminal or two."""
    lines = [shorten(line, 90, placeholder=" …") for line in text.splitlines() if line]
    return " / ".join(lines[:3]) + (" …" if len(lines) > 3 else "")


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def must(true: object, what: str) -> None:
    if not true:
        raise StepFailed(what)


# --- Friday morning ---------------------------------------------------------------------------------------


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
    await teller.changes(PATEL, card, "Put back")
    await teller.say(PATEL, f"/approve {number_of(card)}", PATEL)
    await teller.sees(PATEL, "already decided")
    times = sum(RUDE in one["text"] for one in shown(await teller.client.state(), GROUP).values())
    must(times == 1, "the post is in the group once, however often it is approved")
    await teller.say(PATEL, f"/why {number_of(card)}", PATEL)
    await teller.sees(PATEL, f"Case {number_of(card)}:", "score")


async def a_phone_number_is_kept_private(teller: Teller) -> None:
    post = await teller.say(JO, NUMBER)
    await teller.gone(post)
    card = await teller.sees(PATEL, NUMBER)
    await teller.say(LISA, f"/keep {number_of(card)}")
    await teller.press(PATEL, card, "Keep out of view")
    times = sum(NUMBER in one["text"] for one in shown(await teller.client.state(), GROUP).values())
    must(times == 0, "the number stays out of view")


async def an_album_waits_and_goes_back_whole(teller: Teller) -> None:
    tell(f"  {NAMES[SAM]} in the group: three pictures, “The nativity rehearsal”")
    sent = await teller.client.act("album", person=SAM, chat=GROUP, caption="The nativity rehearsal")
    pictures = [part["photo"][-1]["file_unique_id"] for part in sent]
    for part in sent:
        await teller.gone(part["message_id"], quietly=True)
    tell("  The group no longer sees any of them.")
    card = await teller.sees(PATEL, "The nativity rehearsal")
    await teller.press(PATEL, card, "Put back")
    await teller.client.until(lambda state: pictures_in(state) == pictures, timeout=PATIENCE)
    tell("  The group sees the three pictures again, in order.")


async def a_parent_who_never_pressed_start(teller: Teller) -> None:
    rude = await teller.say(SAM, "Lisa you are a pathetic idiot, shut your mouth")
    await teller.gone(rude)
    await teller.sees(PATEL, "pathetic idiot")
    await teller.client.start(SAM)
    tell("  Sam Reed presses Start.")
    await teller.sees(SAM, "out of view", "pathetic idiot")


async def somebody_joins(teller: Teller) -> None:
    await teller.client.act("add_person", id=NINA, name="Nina", surname="Hall", username="nina_h")
    await teller.client.act("ask_to_join", person=NINA, chat=GROUP)
    tell("  Nina Hall asks to join the group.")
    offer = await teller.sees(NINA, "Do you accept it?")
    await teller.press(NINA, offer, "I accept")
    card = await teller.sees(PATEL, "asks to join")
    must(not is_in(await teller.client.state(), NINA), "nobody is in before a person has said yes")
    await teller.press(PATEL, card, "Let them in")
    await teller.client.until(lambda state: is_in(state, NINA), timeout=PATIENCE)
    tell("  Nina Hall is in the group.")


# --- Friday afternoon and night ------------------------------------------------------------------------


async def a_question_before_the_weekend(teller: Teller) -> None:
    await teller.turn_to("Friday", 27, time(15, 50))
    await teller.say(JO, QUESTION)
    await teller.sees(JO, "by the end of Monday 30 November")
    await teller.sees(PATEL, QUESTION)
    await teller.say(LISA, "I think so, they were last year")


async def a_worry_at_night(teller: Teller) -> None:
    await teller.turn_to("Friday", 27, time(23, 10))
    rude = await teller.say(JO, "manager is a stuck up b*tch and she knows it")
    await teller.gone(rude)
    post = await teller.say(LISA, WORRY)
    await teller.gone(post)
    tell("  (Lisa Wood has not pressed Start; her help waits for her.)")
    alert = await teller.sees(COLE, "URGENT", WORRY)
    await teller.turn_to("Friday", 27, time(23, 21))
    await teller.client.until(lambda state: count(state, COLE, "URGENT", WORRY) >= 2, timeout=PATIENCE)
    tell("  Ms Cole is told again, since nobody has it yet.")
    await teller.press(COLE, alert, "I have this")
    await teller.sees(GREEN, "has this")
    await teller.client.start(LISA)
    tell("  Lisa Wood presses Start.")
    await teller.sees(LISA, "call 999")
    state = await teller.client.state()
    must(not any("safety" in one["text"] for one in shown(state, GROUP).values()),
         "the group is told nothing about it")  # fmt: skip
    must(count(state, PATEL, "stuck up") == 0, "a rude post wakes nobody at night")


async def a_power_cut_loses_nothing(teller: Teller) -> None:
    await teller.bot.do({"do": "kill"})
    tell("  The bot is killed.")
    rude = await teller.say(JO, "shut your gob Sam you thick idiot, nobody likes you")
    await teller.bot.do({"do": "start"})
    tell("  The bot starts again.")
    await teller.gone(rude)


# --- Monday and the last day of term ----------------------------------------------------------------------


async def the_morning_after(teller: Teller) -> None:
    await teller.turn_to("Saturday", 28, time(7, 5))
    await teller.sees(PATEL, "stuck up")
    await teller.turn_to("Sunday", 29, time(12, 0))
    must(
        count(await teller.client.state(), PATEL, "waits for an answer") == 0,
        "nobody is reminded on a Sunday",
    )


async def the_question_is_not_forgotten(teller: Teller) -> None:
    await teller.turn_to("Monday", 30, time(8, 31))
    await teller.sees(PATEL, "waits for an answer")
    state = await teller.client.state()
    asked = next(one for one in shown(state, GROUP).values() if one["text"] == QUESTION)
    await teller.say(AMY, "Yes, it starts at two o'clock", reply_to=asked["id"])
    await teller.client.until(
        lambda state: find(state, PATEL, (QUESTION, "Answered in the group")), timeout=PATIENCE
    )
    tell("  The card says: answered in the group by a member of staff.")


async def a_child_leaves(teller: Teller) -> None:
    await teller.turn_to("Friday", 4, time(17, 55), month=12)
    card = await teller.sees(PATEL, "Leaving", "Carer of Isla")
    await teller.press(PATEL, card, "Yes, their time is over")
    must(is_in(await teller.client.state(), LISA), "nobody goes before six on the last day")
    await teller.turn_to("Friday", 4, time(18, 0, 30), month=12)
    await teller.client.until(lambda state: not is_in(state, LISA), timeout=PATIENCE)
    tell("  Lisa Wood is no longer in the group.")
    await teller.sees(LISA, "you are no longer in the")
    must(is_in(await teller.client.state(), SAM), "other families stay")


async def a_lost_right_is_told_at_once(teller: Teller) -> None:
    await teller.client.act("promote", person=9000, chat=GROUP, by=PATEL, rights=["can_manage_chat"])
    tell("  Mrs Patel takes the right to delete away from the bot.")
    rude = await teller.say(JO, "shut your fat mouth, you selfish cow")
    await teller.sees(PATEL, "could not take the post")
    must(rude in shown(await teller.client.state(), GROUP), "the post is still there, and the bot says so")


STEPS: tuple[tuple[str, Callable[[Teller], Awaitable[None]]], ...] = (
    ("A rude post is hidden, and its author hears why", a_rude_post_is_hidden),
    ("The manager puts it back, once, and asks why", the_manager_puts_it_back),
    ("Somebody else's phone number is kept private", a_phone_number_is_kept_private),
    ("Three pictures wait for a person, and go back as one album", an_album_waits_and_goes_back_whole),
    ("A parent who never pressed Start hears it later", a_parent_who_never_pressed_start),
    ("Somebody new joins", somebody_joins),
    ("A question before the weekend gets a number and a true day", a_question_before_the_weekend),
    (
        "A worry at night reaches the safeguarding lead at once",
        a_worry_at_night,
    ),
    ("A power cut loses nothing", a_power_cut_loses_nothing),
    ("What could wait comes in the morning; on Sunday nobody is reminded", the_morning_after),
    ("On Monday the question is not forgotten", the_question_is_not_forgotten),
    ("A child leaves on the last day of term", a_child_leaves),
    ("A right taken away is told at once", a_lost_right_is_told_at_once),
)


async def play(command: Sequence[str]) -> int:
    """Plays every step; 0 when each did what it should, 1 at the first that did not."""
    with tempfile.TemporaryDirectory(prefix="lollipop-") as folder:
        async with Sandbox(now=MORNING) as sandbox, Client(sandbox.url) as client:
            async with Running(command, sandbox.url, Path(folder), sandbox.world) as bot:
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
