"""Long polling: the offset moves only behind what is written down, whatever comes between."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError, TelegramServerError
from aiogram.methods import GetMe
from sqlalchemy.exc import InterfaceError, OperationalError

from bot import polling
from bot.polling import AnotherPoller, Poller

BATCH = [{"update_id": 7}, {"update_id": 9}]


class Telegram:
    """Answers getUpdates as told, and keeps the offsets it was asked with; at the end it stops the poller."""

    def __init__(self, *answers: Any) -> None:
        self.answers = list(answers)
        self.offsets: list[int | None] = []
        self.stop = asyncio.Event()

    async def __call__(self, method: Any, request_timeout: int) -> Any:
        self.offsets.append(method.offset)
        answer = self.answers.pop(0)
        if not self.answers:
            self.stop.set()
        if isinstance(answer, Exception):
            raise answer
        return answer


class Inbox:
    """Takes updates in, or says why not."""

    def __init__(self, *troubles: Exception) -> None:
        self.troubles = list(troubles)
        self.taken: list[int] = []

    async def take(self, updates: list[dict[str, Any]]) -> None:
        if self.troubles:
            raise self.troubles.pop(0)
        self.taken += [update["update_id"] for update in updates]


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    slept: list[float] = []

    async def note(stop: asyncio.Event, seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr(polling, "sleep_or", note)
    return slept


async def poll(telegram: Telegram, inbox: Inbox) -> int:
    """How often readiness was told."""
    ready: list[int] = []
    await Poller(telegram, inbox, lambda: ready.append(1)).run(telegram.stop)  # type: ignore[arg-type]
    return len(ready)


async def test_the_offset_follows_what_was_taken() -> None:
    telegram, inbox = Telegram(BATCH, [], []), Inbox()

    assert await poll(telegram, inbox) == 1
    assert telegram.offsets == [None, 10, 10]


@pytest.mark.parametrize(
    "trouble",
    [
        pytest.param(OperationalError("INSERT", {}, Exception("disk full")), id="disk full"),
        pytest.param(InterfaceError("INSERT", {}, Exception("closed")), id="connection closed"),
        pytest.param(ConnectionRefusedError(), id="no server"),
        pytest.param(TimeoutError(), id="no answer"),
    ],
)
async def test_what_could_not_be_written_down_is_asked_for_again(trouble: Exception) -> None:
    telegram, inbox = Telegram(BATCH, BATCH, []), Inbox(trouble)

    await poll(telegram, inbox)

    assert (telegram.offsets, inbox.taken[:2]) == ([None, None, 10], [7, 9])


@pytest.mark.parametrize(
    "trouble", [TelegramNetworkError(GetMe(), "reset"), TelegramServerError(GetMe(), "unreadable answer")], ids=str
)
async def test_trouble_on_the_line_is_waited_out(no_pauses: list[float], trouble: Exception) -> None:
    await poll(Telegram(*[trouble] * 6, []), Inbox())

    assert no_pauses == [0.5, 1.0, 2.0, 4.0, 8.0, 10.0]


async def test_another_poller_that_stays_is_fatal() -> None:
    conflict = TelegramConflictError(GetMe(), "Conflict: terminated by other getUpdates request")

    with pytest.raises(AnotherPoller):
        await poll(Telegram(*[conflict] * 40, []), Inbox())
