"""Forty people of ten provinces and thirty seats: enrolling, lines, an offer that lapses, the release, the end."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select, update
from structlog.testing import capture_logs

from bot.callbacks_enrolment import Leave
from services.enrolment import CancelBatch, CheckSeats, PlanSeats
from services.seats import Method
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentRow
from storage.tables.people import PersonRow
from storage.tables.seats import SeatPoolRow
from tests.journeys.conftest import RINA
from tests.support.catalogue import add_batch, add_training
from tests.support.newcomer import say
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.timeout(120)

SEATS = {
    "Jatim": 7,
    "Jateng": 7,
    "Jabar": 6,
    "Lampung": 2,
    "NTB": 2,
    "NTT": 2,
    "DKI": 1,
    "DIY": 1,
    "Bali": 1,
    "Banten": 1,
}
COMING = {"Jatim": 10, "Jateng": 9, "Jabar": 8, "Lampung": 2, "NTB": 3, "NTT": 3, "DKI": 2, "DIY": 1, "Banten": 2}
"""Forty; nobody comes from Bali."""


async def invite(world: World) -> dict[str, list[Person]]:
    """Verified people of every province's training agency, who have written to the bot."""
    async with world.database.read() as connection:
        query = select(AgencyRow.province, AgencyRow.id).where(AgencyRow.kind == "bpsdm")
        agencies = {row.province: row.id for row in await connection.execute(query)}
    people: dict[str, list[Person]] = {}
    number = 610_000_000
    for province, count in COMING.items():
        for _ in range(count):
            number += 1
            row = {
                "telegram_id": number,
                "name": f"{province} Contoh {number % 1000}",
                "agency_id": agencies[province],
                "consent_at": world.now(),
                "consent_version": "2026-11",
                "identity": "verified",
                "language": "id",
                "created_at": world.now(),
            }
            async with world.database.write() as connection:
                await connection.execute(insert(PersonRow).values(**row))
            person = await world.sandbox.add_person(id=number, first_name=province, last_name=str(number % 1000))
            people.setdefault(province, []).append(person)
    return people


async def open_planned_batch(world: World) -> int:
    """Thirty seats of BPSDM DKI Jakarta, by largest remainder; what is unused opens after nine days."""
    async with world.database.read() as connection:
        host = (await connection.execute(select(AgencyRow.id).where(AgencyRow.code == "bpsdm-dki"))).scalar_one()
    training = await add_training(world.database, host, "tiga-puluh", title="Tiga Puluh Kursi")
    batch = await add_batch(
        world.database,
        training,
        host,
        "tiga-puluh-1",
        needs_recommendation=False,
        seats_release_at=world.now() + timedelta(days=9),
    )
    plan = PlanSeats(database=world.database, now=world.now, admin_ids=frozenset())
    await plan(batch_id=batch, actor_telegram_id=RINA, method=Method.PROPORTIONAL)
    return batch


async def enrol(person: Person, batch: int) -> Message:
    await say(person, f"/start p_{batch}", "JP")
    await person.tap("Daftar", timeout=20)
    return await person.tap("Daftar", timeout=20)


async def enrol_all(people: dict[str, list[Person]], batch: int) -> dict[str, list[Message]]:
    """The provinces beside each other, the people of each one after the other."""

    async def one_province(those: list[Person]) -> list[Message]:
        return [await enrol(person, batch) for person in those]

    answers = await asyncio.gather(*(one_province(those) for those in people.values()))
    return dict(zip(people, answers, strict=True))


async def states(world: World, batch: int) -> Counter[str]:
    async with world.database.read() as connection:
        return Counter(await connection.scalars(select(EnrolmentRow.state).where(EnrolmentRow.batch_id == batch)))


async def taken(world: World, batch: int) -> dict[str, int]:
    async with world.database.read() as connection:
        query = select(SeatPoolRow.key, SeatPoolRow.taken).where(SeatPoolRow.batch_id == batch)
        return {key: count for key, count in await connection.execute(query) if count}


async def enrolment_of(world: World, person: Person, batch: int) -> int:
    async with world.database.read() as connection:
        query = (
            select(EnrolmentRow.id)
            .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
            .where(PersonRow.telegram_id == person.id, EnrolmentRow.batch_id == batch)
        )
        return int((await connection.execute(query)).scalar_one())


async def leave(world: World, person: Person, batch: int) -> Message:
    data = Leave(enrolment=await enrolment_of(world, person, batch), why="duty").pack()
    await person.press_data(data, on=(await person.last()).id)
    return await person.until("dibatalkan")


async def test_a_seat_that_nobody_holds_is_found_at_night(bot_world: World) -> None:
    batch = await open_planned_batch(bot_world)
    async with bot_world.database.write() as connection:
        await connection.execute(
            update(SeatPoolRow).where(SeatPoolRow.batch_id == batch, SeatPoolRow.key == "Bali").values(taken=1)
        )

    with capture_logs() as logs:
        await bot_world.app.schedule.tidy()

    found = [entry for entry in logs if entry["event"] == "seats_miscounted"]
    assert [(entry["batch_id"], entry["taken"], entry["held"]) for entry in found] == [(batch, 1, 0)]


async def test_forty_people_of_ten_provinces_share_thirty_seats(bot_world: World) -> None:
    batch, people = await open_planned_batch(bot_world), await invite(bot_world)

    # Enrolling: every province fills its own seats, the rest waits in the province's own line.
    said = await enrol_all(people, batch)
    for province, answers in said.items():
        sure = [answer for answer in answers if "Kursi Anda sudah pasti" in answer.text]
        assert len(sure) == min(SEATS[province], COMING[province]), province
        assert all("✅" in answer.text for answer in answers[: len(sure)])
        for place, answer in enumerate(answers[len(sure) :], 1):
            assert f"{SEATS[province]}/{SEATS[province]}, Anda urutan ke-{place}" in answer.text
    assert await states(bot_world, batch) == {"confirmed": 29, "waitlisted": 11}

    # A seat given back in Jatim goes to the first in Jatim's line, and on to the second where the first is silent.
    first, second = people["Jatim"][7:9]
    await leave(bot_world, people["Jatim"][0], batch)
    await first.until("Ada kursi untuk Anda: Tiga Puluh Kursi")
    bot_world.now.advance(days=2)
    await bot_world.app.schedule.move_seats()
    await first.until("kursinya sudah diteruskan")
    offered = await second.until("Ada kursi untuk Anda: Tiga Puluh Kursi")
    taken_up = await second.tap("Terima")
    assert offered.labels[0] == "Terima"
    assert "✅ Kursi Anda sudah pasti" in taken_up.text
    assert await taken(bot_world, batch) == {key: size for key, size in SEATS.items() if key != "Bali"}

    # At the published hour Bali's seat opens to everybody, and is offered to who has waited longest of all.
    bot_world.now.advance(days=7)
    await bot_world.app.schedule.move_seats()
    counts = await states(bot_world, batch)
    assert (counts["confirmed"], counts["offered"]) == (29, 1)
    assert await taken(bot_world, batch) == {key: size for key, size in SEATS.items() if key != "Bali"} | {"open": 1}
    assert await CheckSeats(database=bot_world.database)() == ()

    # The batch is cancelled: whoever has a seat, an offer or a place in line is told once.
    cancel = CancelBatch(database=bot_world.database, now=bot_world.now, admin_ids=frozenset())
    told = await cancel(batch_id=batch, actor_telegram_id=RINA, reason="Gedung direnovasi.")
    still_in = [person for those in people.values() for person in those if person not in (people["Jatim"][0], first)]
    bot_world.app.deliverer.wake()
    for person in still_in:
        await person.until("dibatalkan oleh BPSDM DKI Jakarta", timeout=20)
    assert told == len(still_in) == 38
    assert await states(bot_world, batch) == {"cancelled": 39, "expired": 1}
    assert await taken(bot_world, batch) == {}
    assert await bot_world.sandbox.warnings() == []
