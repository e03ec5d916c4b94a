"""Trouble that is no update's own: Telegram or the database is away. What meets it waits, and never counts."""

from __future__ import annotations

from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout


class HandledTooLong(Exception):  # noqa: N818 - read by an operator as a sentence
    """A handler hangs. Not a TimeoutError on purpose: those are OSErrors, and mean a database that does not answer."""


class TelegramTooSlow(Exception):  # noqa: N818 - read by an operator as a sentence
    """A handler's time was spent waiting for Telegram."""


TELEGRAMS_OWN = (
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,  # the poller hears it too, and ends the process
    TelegramTooSlow,
)
DATABASES_OWN = (OperationalError, InterfaceError, PoolTimeout, OSError)


def is_databases_own(error: Exception) -> bool:
    """Whether the database was away. A server that restarts ends connections with errors of every kind."""
    ended = type(error) is DBAPIError  # what the driver could not name: a connection that broke in mid-statement
    return ended or isinstance(error, DATABASES_OWN) or (isinstance(error, DBAPIError) and error.connection_invalidated)
