"""A press on a case's card."""

from functools import partial

from bot.desk import Desk
from bot.moves import make_move
from bot.reading import Press
from moderation.case import Move


def decide(move: Move, press: Press, number: int, desk: Desk) -> str:
    """The answer shown over the button."""
    return make_move(move, number, press.user_id, desk)


PRESSES = {move.value: partial(decide, move) for move in Move}
