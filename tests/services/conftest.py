"""What the tests of seats, and those of questions, share."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.support.clock import Clock
from tests.support.enrolling import Provinces, SeatTools
from tests.support.helpdesk import Desk


@pytest.fixture
async def world(database: Database) -> Provinces:
    """Ten provinces, a ministry, and an organizer in Jakarta."""
    world = Provinces(database)
    await world.found()
    return world


@pytest.fixture
def seats(database: Database, now: Clock) -> SeatTools:
    """All use cases of seats."""
    return SeatTools(database, now)


@pytest.fixture
async def desk(database: Database, now: Clock) -> Desk:
    """A helpdesk of two agencies."""
    desk = Desk(database, now)
    await desk.found()
    return desk
