"""Every tap is answered once, also when its handler is slow or fails while the answer is on its way."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiogram.types import CallbackQuery

from bot import answers
from bot.answers import AnswerAll, is_answered
from bot.scope import CURRENT, UpdateScope

ID = "77"


class Tap(CallbackQuery):
    """A tap that writes its answers down in place of sending them."""

    def answer(self, *args: Any, **kwargs: Any) -> Any:
        return self._answer()

    async def _answer(self) -> None:
        scope = CURRENT.get()
        if self.id in scope.answered:
            return
        scope.answered.add(self.id)
        try:
            await asyncio.sleep(SENDING)
        except asyncio.CancelledError:
            scope.answered.discard(self.id)
            raise
        ARRIVED.append(self.id)


SENDING = 0.03
ARRIVED: list[str] = []


@pytest.fixture
def tap(monkeypatch: pytest.MonkeyPatch) -> Tap:
    monkeypatch.setattr(answers, "PATIENCE", 0.02)
    ARRIVED.clear()
    CURRENT.set(UpdateScope(5))
    return Tap.model_validate({"id": ID, "from": {"id": 5, "is_bot": False, "first_name": "Y"}, "chat_instance": "1"})


@pytest.mark.parametrize("seconds", [0.0, 0.03, 0.1], ids=["quick", "while it is being answered", "slow"])
async def test_a_tap_is_answered_once_however_long_it_takes(tap: Tap, seconds: float) -> None:
    async def handler(event: Any, data: Any) -> str:
        await asyncio.sleep(seconds)
        return "done"

    assert await AnswerAll()(handler, tap, {}) == "done"
    assert (ARRIVED, is_answered(tap)) == ([ID], True)


async def test_a_handler_that_raises_leaves_the_answer_to_who_knows_the_words(tap: Tap) -> None:
    async def handler(event: Any, data: Any) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await AnswerAll()(handler, tap, {})

    assert (ARRIVED, is_answered(tap)) == ([], False)


async def test_an_answer_on_its_way_arrives_before_a_refusal_looks_for_it(tap: Tap) -> None:
    async def handler(event: Any, data: Any) -> None:
        await asyncio.sleep(0.03)
        raise LookupError

    with pytest.raises(LookupError):
        await AnswerAll()(handler, tap, {})

    assert (ARRIVED, is_answered(tap)) == ([ID], True)


async def test_a_handler_that_is_stopped_leaves_no_task_behind(tap: Tap) -> None:
    before = asyncio.all_tasks()

    async def handler(event: Any, data: Any) -> None:
        await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.005):
            await AnswerAll()(handler, tap, {})

    assert asyncio.all_tasks() == before
