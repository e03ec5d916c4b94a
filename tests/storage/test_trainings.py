"""The catalogue's questions to the database, at the edges that browsing does not reach."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.database import Database
from storage.repositories.trainings import BatchQuery, Trainings
from tests.support.catalogue import add_agency, add_batch, add_training

DECEMBER = (datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


@pytest.fixture
async def host(database: Database) -> int:
    return await add_agency(database)


async def test_a_stretch_past_the_end_counts_nothing(database: Database, host: int) -> None:
    await add_batch(database, await add_training(database, host), host)

    async with database.read() as connection:
        assert await Trainings(connection).page(BatchQuery(), limit=5, offset=5) == (0, ())
        assert await Trainings(connection).count(BatchQuery()) == 1


@pytest.mark.parametrize(
    ("mode", "starts", "ends", "runs"),
    [
        pytest.param("klasikal", (2026, 12, 1), (2026, 12, 5), True, id="starts with the month"),
        pytest.param("klasikal", (2027, 1, 1), (2027, 1, 5), False, id="starts with the next"),
        pytest.param("klasikal", (2026, 11, 30), (2026, 12, 4), False, id="started before"),
        pytest.param("mandiri", (2026, 11, 1), (2027, 2, 1), True, id="self-paced through the month"),
        pytest.param("mandiri", (2026, 11, 1), (2026, 11, 30), False, id="self-paced, over before"),
        pytest.param("mandiri", (2027, 1, 1), (2027, 2, 1), False, id="self-paced, begins after"),
    ],
)
async def test_a_batch_runs_in_a_span(
    database: Database, host: int, mode: str, starts: tuple[int, int, int], ends: tuple[int, int, int], runs: bool
) -> None:
    training = await add_training(database, host, mode=mode)
    moments = {"starts_at": datetime(*starts, tzinfo=UTC), "ends_at": datetime(*ends, tzinfo=UTC)}
    await add_batch(database, training, host, "akp-1", (), **moments)

    async with database.read() as connection:
        assert await Trainings(connection).count(BatchQuery(runs_in=DECEMBER)) == runs


async def test_a_training_s_own_batches_can_be_asked_for(database: Database, host: int) -> None:
    training = await add_training(database, host)
    other = await add_training(database, host, "lain", title="Lain")
    batch = await add_batch(database, training, host)
    await add_batch(database, other, host, "lain-1")

    async with database.read() as connection:
        found = await Trainings(connection).list(BatchQuery(training_id=training))

    assert [line.id for line in found] == [batch]


async def test_an_unknown_batch_is_not_found(database: Database) -> None:
    async with database.read() as connection:
        assert await Trainings(connection).find(1) is None
        assert await Trainings(connection).list_by_code("tiada") == ()
