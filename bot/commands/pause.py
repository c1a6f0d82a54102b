"""/pause: for some hours the bot only watches, unless something is urgent."""

from datetime import timedelta

from bot import letters
from bot.cards import clock_time
from bot.command import Known
from bot.desk import PAUSED_UNTIL, Desk
from bot.reading import Command
from bot.words import say
from moderation.decision import CONTENT_DECIDERS

LONGEST = 72  # hours
USUAL = "1"
OFF = ("off", "end", "stop")


def pause(command: Command, desk: Desk) -> str:
    """`/pause 2`, `/pause` for an hour, `/pause off`."""
    word = command.words.strip().lower() or USUAL
    if word in OFF:
        return end(command.user_id, desk)
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= LONGEST):
        return say("pause.how", longest=LONGEST)
    until = desk.now + timedelta(hours=int(word))
    desk.store.settings.set(PAUSED_UNTIL, until.isoformat())
    desk.store.log.append(
        "paused", case=None, actor=command.user_id, detail={"hours": int(word)}, now=desk.now
    )
    return tell_all("pause.begun", command.user_id, desk, until=clock_time(until))


def end(user_id: int, desk: Desk) -> str:
    if desk.paused_until is None:
        return say("pause.not_paused")
    desk.store.settings.set(PAUSED_UNTIL, None)
    desk.store.log.append("pause ended", case=None, actor=user_id, detail={}, now=desk.now)
    return tell_all("pause.ended", user_id, desk)


def tell_all(sentence: str, user_id: int, desk: Desk, **values: object) -> str:
    """Everybody the group is entrusted to hears it; the one who asked as the answer."""
    text = say(sentence, who=desk.title_of(user_id), **values)
    text = text[0].upper() + text[1:]
    for person in desk.acting(CONTENT_DECIDERS):
        if person != user_id:
            letters.write_to(person, text, f"{sentence}:{desk.now.isoformat()}:{person}", desk)
    return text


COMMAND = Known("pause", "command.pause", pause, roles=frozenset(CONTENT_DECIDERS), hushed=True)
