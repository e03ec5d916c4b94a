"""Many rows at once: what is there is overwritten, and long lists are cut into statements."""

from __future__ import annotations

from typing import Any

from storage.database import Database
from storage.repositories.bulk import CHUNK, Bulk
from tests.support.catalogue import add_agency, add_batch, add_training


def agency(number: int, **changes: Any) -> dict[str, Any]:
    values = {"code": f"kab-{number}", "name": f"Kabupaten {number}", "short_name": "Kab.", "kind": "region"}
    return {**values, "province": None, "zone": "WIB", "pns_count": None, **changes}


async def test_more_rows_than_fit_one_statement_are_written_and_read(database: Database) -> None:
    rows = [agency(number) for number in range(CHUNK + 5)]

    async with database.write() as connection:
        await Bulk(connection).upsert("agencies", "code", rows)
    async with database.read() as connection:
        found = await Bulk(connection).map("agencies", "code", ("name",), only=[row["code"] for row in rows])

    assert found == {row["code"]: {"name": row["name"]} for row in rows}


async def test_a_row_of_the_same_key_is_overwritten_and_keeps_its_id(database: Database) -> None:
    async with database.write() as connection:
        bulk = Bulk(connection)
        await bulk.upsert("agencies", "code", [agency(1)])
        before = await bulk.map("agencies", "code", ("id", "zone"))
        await bulk.upsert("agencies", "code", [agency(1, zone="WITA"), agency(2)])
        after = await bulk.map("agencies", "code", ("id", "zone"))

    assert after["kab-1"] == {"id": before["kab-1"]["id"], "zone": "WITA"}
    assert after["kab-2"]["zone"] == "WIB"


async def test_nothing_to_write_writes_nothing(database: Database) -> None:
    async with database.write() as connection:
        await Bulk(connection).upsert("agencies", "code", [])
        assert await Bulk(connection).map("agencies", "code", (), only=[]) == {}


async def test_provinces_of_one_batch_leave_the_others_alone(database: Database) -> None:
    host = await add_agency(database)
    training = await add_training(database, host)
    first = await add_batch(database, training, host, "a-1", ("NTT", "NTB"))
    second = await add_batch(database, training, host, "a-2", ("NTT",))

    async with database.write() as connection:
        await Bulk(connection).set_provinces(first, ["Bali"])
        found = await Bulk(connection).provinces([first, second])

    assert found == {first: {"Bali"}, second: {"NTT"}}
