"""What an error of Telegram's or of the network says about a message: sent, not sent, or nobody knows.

`TelegramNetworkError` covers both "never sent" and "perhaps delivered": its cause decides, not its class.
"""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ConnectionTimeoutError, InvalidURL

NEVER_CONNECTED = (ClientConnectorError, ConnectionTimeoutError, InvalidURL)
REASON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram took it."""

    message_id: int


@dataclass(frozen=True, slots=True)
class NotConnected:
    """It never left: everybody waits a little, then it is tried again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram tells the whole sender to wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class BadMarkup:
    """Telegram cannot read the formatting: once more as plain text."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id now: once more, there."""

    chat_id: int


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person cannot be reached."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """This message will never be taken."""

    reason: str


@dataclass(frozen=True, slots=True)
class Broken:
    """No message will be taken until an operator acts."""

    reason: str


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Perhaps delivered."""

    reason: str


Settled = Sent | NotConnected | Wait | Blocked | Refused | Broken | InDoubt
Outcome = Settled | BadMarkup | Moved


def classify(error: Exception) -> Outcome:
    """The table of "Messages out", row by row; what it does not know is in doubt."""
    reason = describe(error)
    match error:
        case TelegramRetryAfter():
            return Wait(error.retry_after)
        case TelegramMigrateToChat():
            return Moved(error.migrate_to_chat_id)
        case TelegramBadRequest() if "can't parse" in error.message:
            return BadMarkup(reason)
        case TelegramBadRequest() | TelegramEntityTooLarge():
            return Refused(reason)
        case TelegramForbiddenError():
            return Blocked(reason)
        # Telegram answers 404 to a token it cannot read.
        case TelegramUnauthorizedError() | TelegramConflictError() | TelegramNotFound():
            return Broken(reason)
        case TelegramNetworkError() if isinstance(error.__cause__, NEVER_CONNECTED):
            return NotConnected(reason)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return InDoubt(reason)
        # aiogram reads a 429 that asks for 0 seconds, or does not say, as any other refusal.
        case TelegramAPIError() if "too many requests" in error.message.lower():
            return Wait(1)
        case TelegramAPIError():
            return Refused(reason)
    return InDoubt(reason)


def describe(error: Exception) -> str:
    """The error in a few words for the outbox: no URL, which would hold the token."""
    if isinstance(error, TelegramNetworkError) and error.__cause__ is not None:
        return type(error.__cause__).__name__
    if isinstance(error, TelegramAPIError):
        return error.message[:REASON_LENGTH]
    return type(error).__name__
