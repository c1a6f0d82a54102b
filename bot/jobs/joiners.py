"""Whoever waits to be let in is not forgotten, and the policy is accepted again when its time has come."""

from datetime import timedelta

from bot import uploads
from bot.desk import Desk
from bot.job import Job
from bot.joining import ask_again, see_to_joiners


def see_to(desk: Desk) -> None:
    see_to_joiners(desk)
    ask_again(desk)
    uploads.forget(desk)
    forget_names(desk)


def forget_names(desk: Desk) -> None:
    """The names of whoever came in or left some weeks ago go from the cards about them."""
    before = desk.now - timedelta(days=int(desk.policy["retention.hidden_days"]))
    for number in (
        *desk.store.joiners.settled_before(before),
        *desk.store.removals.settled_before(before),
    ):
        desk.store.sealed.destroy(number)


JOB = Job("joiners", timedelta(minutes=5), see_to)
