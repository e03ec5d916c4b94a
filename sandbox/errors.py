"""Refusals in Telegram's words."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Refusal(Exception):  # noqa: N818 - Telegram refuses, nothing is broken
    """An answer `{"ok": false, ...}` of the Bot API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = self.reason = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str) -> Refusal:
    """400, with the first letter made small as Telegram makes it, unless the reason is a CODE_LIKE_THIS."""
    small = len(reason) > 1 and not (reason[1] == "_" or reason[1].isupper())
    refusal = Refusal(400, f"Bad Request: {reason[0].lower() + reason[1:] if small else reason}")
    refusal.reason = reason
    return refusal


@contextmanager
def within(what: str) -> Iterator[None]:
    """Names what a refused part belongs to: `can't parse inline query result: ...`; a CODE_LIKE_THIS needs no name."""
    try:
        yield
    except Refusal as refusal:
        if refusal.reason.isupper():
            raise
        raise bad_request(f"{what}: {refusal.reason}") from refusal


def forbidden(reason: str) -> Refusal:
    return Refusal(403, f"Forbidden: {reason}")


def conflict(reason: str) -> Refusal:
    return Refusal(409, f"Conflict: {reason}")


def unauthorized(reason: str = "") -> Refusal:
    return Refusal(401, f"Unauthorized: {reason}" if reason else "Unauthorized")


def too_many_requests(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class ControlError(Exception):
    """A mistake in a call of the control API, told in a sentence."""
