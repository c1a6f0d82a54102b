"""Every Monday morning the manager gets the week on one screen."""

from datetime import timedelta

from bot import digest, letters
from bot.desk import Desk
from bot.job import Job
from moderation.post import Role

SENT = "digest"  # among the settings: the Monday of the last one


def send(desk: Desk) -> None:
    """Once for each Monday, however late the bot wakes; the first start only notes which Monday it is."""
    due = digest.slot(desk.now).isoformat()
    last = desk.store.settings.get(SENT)
    if last == due:
        return
    desk.store.settings.set(SENT, due)
    if last is not None:
        page = digest.text(desk, desk.now)
        for person in desk.acting([Role.MANAGER]) or desk.acting([Role.DEPUTY, Role.LEAD, Role.CHAIR]):
            letters.write_to(person, page, f"digest:{due}:{person}", desk)


JOB = Job("weekly", timedelta(minutes=1), send)
