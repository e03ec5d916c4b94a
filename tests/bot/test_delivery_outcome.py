"""The table of "Messages out", row by row, on the exceptions themselves."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import pytest
from aiogram import exceptions as telegram
from aiogram.methods import SendMessage

from bot.delivery.outcome import (
    BadMarkup,
    Blocked,
    Broken,
    InDoubt,
    Moved,
    NotConnected,
    Outcome,
    Refused,
    Wait,
    classify,
)

METHOD: Any = SendMessage(chat_id=1, text="x")
KEY = cast(Any, SimpleNamespace(host="api.telegram.org", port=443, ssl=True, is_ssl=True))
REFUSED = ConnectionRefusedError(111, "refused")


def network(cause: BaseException) -> telegram.TelegramNetworkError:
    error = telegram.TelegramNetworkError(method=METHOD, message=str(cause))
    error.__cause__ = cause
    return error


def answered(kind: type[telegram.TelegramAPIError], message: str) -> telegram.TelegramAPIError:
    return kind(method=METHOD, message=message)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        pytest.param(network(aiohttp.ClientConnectorError(KEY, REFUSED)), NotConnected, id="connection refused"),
        pytest.param(network(aiohttp.ClientConnectorDNSError(KEY, REFUSED)), NotConnected, id="no DNS"),
        pytest.param(network(aiohttp.ConnectionTimeoutError()), NotConnected, id="connect timeout"),
        pytest.param(network(aiohttp.ServerDisconnectedError()), InDoubt, id="closed after sending"),
        pytest.param(network(aiohttp.ClientOSError(104, "reset")), InDoubt, id="reset after sending"),
        pytest.param(network(aiohttp.ClientPayloadError()), InDoubt, id="half an answer"),
        pytest.param(network(aiohttp.SocketTimeoutError()), InDoubt, id="read timeout"),
        pytest.param(network(TimeoutError()), InDoubt, id="total timeout"),
        pytest.param(telegram.TelegramRetryAfter(METHOD, "flood", 7), Wait, id="429"),
        pytest.param(
            answered(telegram.TelegramAPIError, "Too Many Requests: retry after 0"), Wait, id="429 without a time"
        ),
        pytest.param(
            answered(telegram.TelegramBadRequest, "Bad Request: can't parse entities: x"), BadMarkup, id="parse error"
        ),
        pytest.param(answered(telegram.TelegramBadRequest, "Bad Request: chat not found"), Refused, id="400"),
        pytest.param(answered(telegram.TelegramEntityTooLarge, "Request Entity Too Large"), Refused, id="413"),
        pytest.param(answered(telegram.TelegramAPIError, "Not Acceptable"), Refused, id="another refusal"),
        pytest.param(
            answered(telegram.TelegramForbiddenError, "Forbidden: bot was blocked by the user"), Blocked, id="403"
        ),
        pytest.param(telegram.TelegramMigrateToChat(METHOD, "moved", -100), Moved, id="migrated"),
        pytest.param(answered(telegram.TelegramUnauthorizedError, "Unauthorized"), Broken, id="401"),
        pytest.param(answered(telegram.TelegramNotFound, "Not Found"), Broken, id="404"),
        pytest.param(answered(telegram.TelegramConflictError, "Conflict"), Broken, id="409"),
        pytest.param(answered(telegram.TelegramServerError, "Bad Gateway"), InDoubt, id="5xx"),
        pytest.param(answered(telegram.RestartingTelegram, "restart"), InDoubt, id="restarting"),
        pytest.param(
            telegram.ClientDecodeError("Failed", json.JSONDecodeError("x", "<html>", 0), "<html>"),
            InDoubt,
            id="unreadable answer",
        ),
        pytest.param(RuntimeError("surprise"), InDoubt, id="what nobody foresaw"),
    ],
)
def test_an_error_says_whether_the_message_was_sent(error: Exception, expected: type[Outcome]) -> None:
    assert isinstance(classify(error), expected)


def test_what_telegram_asks_for_is_kept() -> None:
    assert classify(telegram.TelegramRetryAfter(METHOD, "flood", 7)) == Wait(7)
    assert classify(telegram.TelegramMigrateToChat(METHOD, "moved", -100)) == Moved(-100)


def test_a_reason_holds_no_url() -> None:
    cause = aiohttp.InvalidURL("https://api.telegram.org/bot4242:secret/sendMessage")

    outcome = classify(network(cause))

    assert outcome == NotConnected("InvalidURL")
