"""Ten made-up provinces, and crowds that want the same thirty seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, select, text

from services.clock import utc_now
from storage.database import Database
from storage.repositories.people import VERIFIED
from storage.tables.agencies import AgencyRow
from storage.tables.people import PersonRow
from storage.tables.seats import SeatPoolRow
from storage.tables.trainings import BatchRow, TrainingRow

PROVINCES = tuple(f"P{number}" for number in range(10))
"""As many as share their trainings in Mitra Praja Utama."""
PEOPLE = 1_000
SEATS_EACH = 3


@dataclass(frozen=True, slots=True)
class Crowd:
    """A batch, and who wants to join it: telegram ids, each with the pool of their province."""

    batch_id: int
    people: list[tuple[int, int]]


async def add_provinces(database: Database) -> None:
    """The agencies."""
    rows = [
        {"code": key, "name": key, "short_name": key, "province": key, "kind": "bpsdm", "zone": "WIB"}
        for key in PROVINCES
    ]
    async with database.write() as connection:
        await connection.execute(insert(AgencyRow), rows)


async def add_crowd(database: Database, number: int, people: int = PEOPLE) -> Crowd:
    """A batch of its own with a pool a province, for us and for the baseline, and people who were in none before."""
    now = utc_now()
    training: dict[str, Any] = {"code": f"t-{number}", "title": "Pelatihan", "competency": "manajerial"}
    training |= {"mode": "klasikal", "lesson_hours": 40, "funding": "apbd", "funding_note": "", "summary": ""}
    batch: dict[str, Any] = {"code": f"b-{number}", "number": 1, "needs_recommendation": False}
    batch |= {"capacity": SEATS_EACH * len(PROVINCES)}
    batch |= {"starts_at": now + timedelta(days=20), "ends_at": now + timedelta(days=25)}
    batch |= {"registration_opens_at": now - timedelta(days=1), "registration_closes_at": now + timedelta(days=10)}
    person = {"identity": VERIFIED, "name": "Contoh", "consent_version": "1", "consent_at": now, "created_at": now}
    async with database.write() as connection:
        agencies = list(await connection.scalars(select(AgencyRow.id).order_by(AgencyRow.id)))
        training_id = await connection.scalar(
            insert(TrainingRow).values(**training, agency_id=agencies[0]).returning(TrainingRow.id)
        )
        adding = insert(BatchRow).values(**batch, training_id=training_id, host_id=agencies[0])
        batch_id: int = (await connection.execute(adding.returning(BatchRow.id))).scalar_one()
        pools = [
            {"batch_id": batch_id, "key": key, "kind": "province", "rank": rank, "size": SEATS_EACH, "taken": 0}
            | {"who": {"provinces": [key], "regional": False}}
            for rank, key in enumerate(PROVINCES)
        ]
        everybody_s = {"batch_id": batch_id, "key": "open", "kind": "open", "rank": len(pools), "size": 0, "taken": 0}
        await connection.execute(
            insert(SeatPoolRow), [*pools, everybody_s | {"who": {"provinces": [], "regional": False}}]
        )
        await connection.execute(text(BARE_POOLS), {"batch": batch_id})
        ids = [number * PEOPLE + place + 1 for place in range(people)]
        of_agency = [agencies[id_ % len(agencies)] for id_ in ids]
        rows = [person | {"telegram_id": id_, "agency_id": agency} for id_, agency in zip(ids, of_agency, strict=True)]
        await connection.execute(insert(PersonRow), rows)
        query = select(SeatPoolRow.id).where(SeatPoolRow.batch_id == batch_id).order_by(SeatPoolRow.rank)
        pool_ids = list(await connection.scalars(query))
    return Crowd(batch_id, [(id_, pool_ids[id_ % len(agencies)]) for id_ in ids])


BARE_POOLS = "INSERT INTO bare_pools SELECT id, size, taken FROM seat_pools WHERE batch_id = :batch"
