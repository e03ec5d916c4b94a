"""What people read when their batch moved, and when it is not said any more."""

from __future__ import annotations

from typing import Any, cast

import pytest

from bot.deliveries.batches import Moved
from bot.delivery import Recipient, Rendered
from bot.toolbox import Tools
from services.enrolment import Enrol, GetOwnEnrolment
from storage.database import Database
from tests.support.batch_tools import ENDS, STARTS, BatchTools
from tests.support.batches import WORDS
from tests.support.clock import Clock
from tests.support.enrolling import Provinces

YOHANA = 1


class Parts:
    """The tools that the renderer asks for."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.words, self.now = WORDS, now
        self.enrolment = type("Own", (), {"own": GetOwnEnrolment(database=database, now=now)})()


def labels(said: Rendered) -> list[str]:
    assert said.keyboard is not None
    return [button.text for row in said.keyboard.inline_keyboard for button in row]


@pytest.fixture
async def batch(database: Database, now: Clock) -> int:
    world = Provinces(database)
    await world.found()
    await world.welcome(YOHANA)
    batch = await BatchTools(database, now).open(world)
    await Enrol(database=database, now=now)(telegram_id=YOHANA, batch_id=batch)
    return batch


async def render(database: Database, now: Clock, telegram_id: int = YOHANA, **payload: Any) -> Rendered | None:
    values = {"enrolment": 1, "was_starts": "2026-12-01T01:00:00+00:00", "was_ends": "2026-12-02T09:00:00+00:00"}
    values |= {"starts": STARTS.isoformat(), "ends": ENDS.isoformat()} | payload
    recipient = Recipient(1, telegram_id, "en", "WITA")
    return await Moved(cast(Tools, Parts(database, now)))(values, recipient)


async def test_old_and_new_dates_are_told_in_the_readers_zone(database: Database, now: Clock, batch: int) -> None:
    said = await render(database, now)

    assert said is not None
    assert "They were Tue, 1 Dec 2026, 09:00 WITA to Wed, 2 Dec 2026" in said.text
    assert "and are now Mon, 14 Dec 2026, 09:00 WITA to Thu, 17 Dec 2026." in said.text
    assert "Your seat stays." in said.text
    assert labels(said) == ["I will come", "See my enrolment", "Cancel my enrolment", "Menu"]


async def test_nobody_is_asked_whether_they_come_once_it_began(database: Database, now: Clock, batch: int) -> None:
    now.set(STARTS)

    said = await render(database, now)

    assert said is not None
    assert labels(said) == ["See my enrolment", "Menu"]


@pytest.mark.parametrize(
    "payload",
    [
        pytest.param({"starts": "2026-12-15T01:00:00+00:00"}, id="moved again since"),
        pytest.param({"was_starts": STARTS.isoformat(), "was_ends": ENDS.isoformat()}, id="moved back since"),
        pytest.param({"enrolment": 99}, id="erased"),
        pytest.param({"telegram_id": 2}, id="another person's"),
    ],
)
async def test_what_is_not_true_any_more_is_not_said(
    database: Database, now: Clock, batch: int, payload: dict[str, Any]
) -> None:
    assert await render(database, now, **payload) is None
