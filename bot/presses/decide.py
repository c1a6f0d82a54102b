"""A press on a card: of a case, a query, a joiner or a pending act."""

from functools import partial

from bot import verbs
from bot.desk import Desk
from bot.reading import Press


def decide(verb: str, press: Press, number: int, desk: Desk) -> str:
    """The answer shown over the button."""
    return verbs.do(verb, number, press.user_id, desk)


PRESSES = {verb: partial(decide, verb) for verb in verbs.ALL}
