"""When a case's words are no longer kept, they go from the messages about it too (decision 16)."""

from datetime import timedelta

from bot import letters
from bot.desk import Desk
from bot.job import Job
from bot.store.effects import Delivery, Priority


def wipe(desk: Desk) -> None:
    """A bot cannot delete its messages after 48 hours, but it can always edit them. A post that was put back
    is the group's own again and stays."""
    for sent in desk.store.sent.left_behind():
        if sent.kind not in ("restore", "show"):  # what was shown is deleted after minutes
            key = f"wipe:{sent.chat_id}:{sent.message_id}"
            letters.queue(
                desk,
                key,
                "wipe",
                sent.chat_id,
                Priority.NOTICE,
                delivery=Delivery.IDEMPOTENT,
                message=sent.message_id,
            )


JOB = Job("wipe", timedelta(minutes=10), wipe)
