"""A pause ends by itself, and the owners hear that it did."""

from datetime import timedelta

from bot import letters
from bot.desk import PAUSED_UNTIL, Desk
from bot.job import Job
from bot.words import say
from moderation.decision import CONTENT_DECIDERS


def end_pause(desk: Desk) -> None:
    until = desk.store.settings.get(PAUSED_UNTIL)
    if until is None or desk.paused_until is not None:
        return
    desk.store.settings.set(PAUSED_UNTIL, None)
    desk.store.log.append("pause ended", case=None, actor=None, detail={}, now=desk.now)
    for person in desk.acting(CONTENT_DECIDERS):
        letters.write_to(person, say("pause.over"), f"pause over:{until}:{person}", desk)


JOB = Job("pauses", timedelta(seconds=30), end_pause)
