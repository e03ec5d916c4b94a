"""Which published trainings an organizer can open batches for."""

from __future__ import annotations

import pytest

from services.batches import ListHostedTrainings
from services.errors import NotAllowed
from storage.database import Database
from storage.tables.planning import SeatCommitmentRow
from tests.support.catalogue import add, add_training
from tests.support.clock import NOON
from tests.support.staff import Staff

DEWI, RINA, ADMIN, NOBODY = 500, 501, 600, 700


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    return staff


async def titles(database: Database, telegram_id: int) -> list[str]:
    """What somebody can open batches for."""
    hosted = ListHostedTrainings(database=database, admin_ids=frozenset({ADMIN}))
    return [training.title for training in (await hosted(actor_telegram_id=telegram_id, size=20)).trainings]


async def commit(database: Database, training_id: int, agency_id: int, *, host: bool) -> None:
    """An agency takes five seats."""
    values = {"training_id": training_id, "agency_id": agency_id, "seats": 5, "is_host": host, "at": NOON}
    await add(database, SeatCommitmentRow, **values)


async def test_the_agreed_host_opens_batches_and_without_one_the_owner(database: Database, staff: Staff) -> None:
    ntt, dki = staff.agencies["bpsdm-ntt"].id, staff.agencies["bpsdm-dki"].id
    agreed = await add_training(database, ntt, "a", title="Bahasa Isyarat")
    undecided = await add_training(database, ntt, "b", title="Arsip Digital")
    await add_training(database, ntt, "c", title="Rancangan", state="accepted")
    await add_training(database, ntt, "d", title="Berkas", state="draft")
    await commit(database, agreed, ntt, host=False)
    await commit(database, agreed, dki, host=True)
    await commit(database, undecided, dki, host=False)

    assert await titles(database, DEWI) == ["Arsip Digital"]
    assert await titles(database, RINA) == ["Bahasa Isyarat"]
    assert await titles(database, ADMIN) == ["Arsip Digital", "Bahasa Isyarat"]
    with pytest.raises(NotAllowed):
        await titles(database, NOBODY)
