"""Agencies, trainings and batches for tests: valid as they are, so that a test names only what matters to it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from storage.base import Base
from storage.database import Database
from storage.tables.agencies import AgencyRow
from storage.tables.trainings import BatchProvinceRow, BatchRow, TrainingRow


async def add(database: Database, row: type[Base], **values: Any) -> int:
    """One row; its id."""
    async with database.write() as connection:
        key = (await connection.execute(insert(row).values(**values))).inserted_primary_key
    assert key is not None
    return int(key[0])


async def add_agency(database: Database, code: str = "bpsdm-dki", **changes: Any) -> int:
    """BPSDM DKI Jakarta, or another."""
    values: dict[str, Any] = {
        "code": code,
        "name": "BPSDM Provinsi DKI Jakarta",
        "short_name": "BPSDM DKI Jakarta",
        "kind": "bpsdm",
        "province": "DKI",
        "zone": "WIB",
    }
    return await add(database, AgencyRow, **(values | changes))


async def add_training(database: Database, agency_id: int, code: str = "akp", **changes: Any) -> int:
    """Analisis Ketahanan Pangan, or another."""
    values: dict[str, Any] = {
        "code": code,
        "title": "Analisis Ketahanan Pangan",
        "competency": "teknis-fungsional",
        "mode": "klasikal",
        "lesson_hours": 40,
        "funding": "APBD",
        "funding_note": "Tuan rumah menanggung pelatihan, instansi pengirim perjalanan.",
        "summary": "Membaca rantai pasok pangan lintas provinsi.",
        "agency_id": agency_id,
    }
    return await add(database, TrainingRow, **(values | changes))


async def add_batch(
    database: Database,
    training_id: int,
    host_id: int,
    code: str = "akp-2",
    provinces: tuple[str, ...] = (),
    **changes: Any,
) -> int:
    """A batch from 7 to 11 December 2026, its registration open from 2 to 30 November."""
    values: dict[str, Any] = {
        "code": code,
        "training_id": training_id,
        "number": 2,
        "host_id": host_id,
        "starts_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC),
        "registration_opens_at": datetime(2026, 11, 2, 1, 0, tzinfo=UTC),
        "registration_closes_at": datetime(2026, 11, 30, 9, 0, tzinfo=UTC),
        "capacity": 30,
        "needs_recommendation": True,
    }
    batch_id = await add(database, BatchRow, **(values | changes))
    async with database.write() as connection:
        for province in provinces:
            await connection.execute(insert(BatchProvinceRow).values(batch_id=batch_id, province=province))
    return batch_id
