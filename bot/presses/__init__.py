"""The buttons: callback_data is `verb:number`, and each verb has a command that does the same."""

from collections.abc import Callable

from bot.desk import Desk
from bot.presses import decide
from bot.reading import Press

PRESSES: dict[str, Callable[[Press, int, Desk], str]] = {**decide.PRESSES}
