"""What the pretend Telegram says when it will not do something."""

from typing import Any


class Refusal(Exception):
    """A method call that Telegram refuses: the code, the sentence and the parameters of its reply."""

    def __init__(self, code: int, text: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
        self.parameters = parameters or {}

    def reply(self) -> dict[str, Any]:
        """The body that Telegram answers with."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.text}
        return body | {"parameters": self.parameters} if self.parameters else body


class NotPossible(Exception):
    """An act that this person cannot do here and now; the text is one plain sentence."""


def bad(text: str) -> Refusal:
    """A 400, worded like Telegram's."""
    return Refusal(400, f"Bad Request: {text}")


def forbidden(text: str) -> Refusal:
    """A 403, worded like Telegram's."""
    return Refusal(403, f"Forbidden: {text}")


def too_many(seconds: int) -> Refusal:
    """A 429 that asks to wait for a number of seconds."""
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
