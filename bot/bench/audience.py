"""As many people as all civil servants of ten provinces, an announcement to them, and a batch to enrol in meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, Insert, insert, literal, select

from services.broadcasts import Audience
from services.clock import utc_now
from storage.base import UtcDateTime
from storage.database import Database
from storage.tables import AgencyRow, BatchRow, BroadcastRow, PersonRow, TrainingRow

FIRST_TELEGRAM_ID = 7_000_000_000
AGENCY = 1
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


async def add_people(database: Database, count: int) -> None:
    """Verified people of one agency who agreed, numbered from 1."""
    async with database.write() as connection:
        names = {"code": "bpsdm", "name": "BPSDM Contoh", "short_name": "BPSDM", "kind": "bpsdm", "zone": "WIB"}
        await connection.execute(insert(AgencyRow).values(id=AGENCY, province="DKI", **names))
        await connection.run_sync(lambda here: here.execute(_people(count)))
    await _look_through(database)


async def add_batch(database: Database, seats: int) -> int:
    """A batch with so many seats, open now."""
    now = utc_now()
    training = {
        "code": "bench",
        "title": "Analisis Ketahanan Pangan",
        "competency": "teknis-fungsional",
        "mode": "klasikal",
        "lesson_hours": 40,
        "funding": "APBD",
        "funding_note": "-",
        "summary": "-",
        "agency_id": AGENCY,
    }
    batch = {
        "code": "bench-1",
        "number": 1,
        "host_id": AGENCY,
        "starts_at": now + timedelta(days=30),
        "ends_at": now + timedelta(days=34),
        "registration_opens_at": now - timedelta(days=1),
        "registration_closes_at": now + timedelta(days=20),
        "capacity": seats,
        "needs_recommendation": False,
    }
    async with database.write() as connection:
        await connection.execute(insert(TrainingRow).values(id=1, **training))
        await connection.execute(insert(BatchRow).values(id=1, training_id=1, **batch))
    return 1


async def add_broadcast(database: Database, number: int) -> int:
    """An announcement to everybody, whose time has come."""
    values = {"body": {}, "audience": Audience().kept, "general": True, "send_at": BEGAN, "created_at": BEGAN}
    async with database.write() as connection:
        await connection.execute(insert(BroadcastRow).values(id=number, agency_id=AGENCY, state="scheduled", **values))
    return number


def _people(count: int) -> Insert:
    numbers = select(literal(1).label("number")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.number + 1).where(numbers.c.number < count))
    began = literal(BEGAN, UtcDateTime)
    values = {
        "id": numbers.c.number,
        "telegram_id": literal(FIRST_TELEGRAM_ID) + numbers.c.number,
        "name": literal("Yohana Contoh"),
        "agency_id": literal(AGENCY),
        "consent_version": literal("1"),
        "consent_at": began,
        "identity": literal("verified"),
        "created_at": began,
    }
    return insert(PersonRow).from_select(list(values), select(*values.values()))


async def _look_through(database: Database) -> None:
    """What PostgreSQL does by itself before long: know how large the tables are."""

    def analyze(connection: Connection) -> None:
        connection.exec_driver_sql("ANALYZE people")

    if not database.is_sqlite:
        async with database.write() as connection:
            await connection.run_sync(analyze)
