"""Reminders as people live them: said on time in their own hours, acted on, put off, switched off; by HTTP."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import icalendar
import pytest
from sqlalchemy import select, update

from bot.callbacks_enrolment import Leave
from bot.callbacks_reminders import Hold, RemindAgain, SaveAgenda, SayIAmComing
from storage.tables import DeliveryRow, EnrolmentRow, ReminderRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow
from tests.journeys.conftest import RINA, SRI, YOHANA
from tests.journeys.test_enrolment import agency_of, enrol, meet, open_batch, open_card, press, state_of
from tests.journeys.test_papers import document
from tests.support.rooms import find_room
from tests.support.sandbox import Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

START = datetime(2026, 12, 7, 1, 0, tzinfo=UTC)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def tick(world: World, moment: datetime) -> None:
    """The clock moves to a moment; the schedule ticks there, and the deliverer looks."""
    world.now.set(moment)
    await world.app.schedule.plan()
    await world.app.schedule.remind()
    world.app.deliverer.wake()


async def sent(world: World) -> list[str]:
    """What became of the reminders' messages, once none is on its way."""
    async with asyncio.timeout(5):
        while True:
            async with world.database.read() as connection:
                query = select(DeliveryRow.state).where(DeliveryRow.kind == "reminder").order_by(DeliveryRow.id)
                states = list(await connection.scalars(query))
            if "sending" not in states:
                return states
            await asyncio.sleep(0.01)


async def tapped(person: Person, label: str) -> str | None:
    """Press a button that answers with a toast."""
    return (await (await person.press(label)).answer()).text


async def quiet(world: World, person: Person, moment: datetime) -> None:
    """A tick after which a person hears nothing."""
    before = await person.view()
    await tick(world, moment)
    after = await person.view(after=before.changed, wait=0.1)
    assert [message.text for message in after.messages if message.changed > before.changed] == []


async def test_a_start_is_said_and_answered(bot_world: World) -> None:
    batch = await open_batch(bot_world, access="Ruang 3, lantai 2")
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)

    await tick(bot_world, START - 7 * DAY)
    said = await yohana.until("Pelatihan uji mulai Sen, 7 Des 2026 pukul 09.00 WITA.")
    toast = await press(yohana, SayIAmComing(enrolment=1).pack())
    again = await press(yohana, RemindAgain(first=1).pack())
    await tick(bot_world, START - 6 * DAY)
    repeated = await yohana.until("Pelatihan uji mulai")
    await tick(bot_world, START - HOUR)
    last = await yohana.until("Cara ikut: Ruang 3, lantai 2")
    await press(yohana, RemindAgain(first=1).pack())
    left = await press(yohana, Leave(enrolment=1, why="ill").pack())

    assert said.text.startswith("⏰ Pelatihan uji")
    assert said.labels == ["Saya hadir", "Batalkan", "Ingatkan lagi besok"]
    assert toast == "Tercatat. Kehadiran tetap diisi pada hari pelatihan."
    assert again == "Diingatkan lagi Sel, 1 Des 2026 pukul 09.00 WITA."
    assert repeated.id > said.id
    assert last.labels == ["Saya hadir", "Lihat pendaftaran saya"]
    assert left is None or "lewat" in left
    assert await sent(bot_world) == ["sent", "sent", "sent"]
    assert await bot_world.sandbox.warnings() == []


async def test_who_left_and_what_moved_is_not_said(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=2)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(yohana, batch)
    await enrol(sri, batch)
    night = START - 7 * DAY + 13 * HOUR
    async with bot_world.database.write() as connection:
        await connection.execute(update(BatchRow).where(BatchRow.id == batch).values(starts_at=START + 13 * HOUR))

    await tick(bot_world, night)  # 22.00 WITA: it waits for the morning
    await press(yohana, Leave(enrolment=1, why="duty").pack())
    async with bot_world.database.write() as connection:
        await connection.execute(update(BatchRow).where(BatchRow.id == batch).values(starts_at=START + DAY))
    await quiet(bot_world, sri, night + 8 * HOUR)
    await tick(bot_world, START - 6 * DAY)
    moved = await sri.until("Pelatihan uji mulai Sel, 8 Des 2026 pukul 09.00 WITA.")

    assert moved.labels[0] == "Saya hadir"
    assert await sent(bot_world) == ["skipped", "skipped", "sent"]
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled"]


async def coming_at(world: World) -> datetime | None:
    async with world.database.read() as connection:
        return (await connection.execute(select(EnrolmentRow.coming_at))).scalar_one()


async def test_a_start_that_an_organizer_moves_is_said_by_its_new_date_only(bot_world: World) -> None:
    batch = await open_batch(bot_world, place="Kampus")
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)
    await tick(bot_world, START - 7 * DAY - timedelta(minutes=10))  # planned, not yet said
    await press(yohana, SayIAmComing(enrolment=1).pack())
    said_before = await coming_at(bot_world)

    moved = await bot_world.app.tools.batches.edit(
        batch_id=batch, actor_telegram_id=RINA, starts_at=START + DAY, ends_at=START + 2 * DAY
    )
    bot_world.app.deliverer.wake()
    told = await yohana.until("Jadwal berubah")
    forgotten = await coming_at(bot_world)
    toast = await tapped(yohana, "Saya hadir")
    await quiet(bot_world, yohana, START - 7 * DAY)
    await tick(bot_world, START - 6 * DAY)
    said = await yohana.until("Pelatihan uji mulai Sel, 8 Des 2026 pukul 09.00 WITA.")

    assert moved.told == 1
    assert told.labels == ["Saya hadir", "Lihat pendaftaran saya", "Batalkan pendaftaran", "Menu"]
    assert said_before is not None
    assert forgotten is None
    assert toast == "Tercatat. Kehadiran tetap diisi pada hari pelatihan."
    assert await coming_at(bot_world) is not None
    assert said.text.startswith("⏰ Pelatihan uji")
    assert await sent(bot_world) == ["skipped", "sent"]


async def test_two_that_fall_due_together_are_one_message(bot_world: World) -> None:
    first = await open_batch(bot_world, "pagi", ends_at=START + HOUR)
    second = await open_batch(bot_world, "siang", starts_at=START + 2 * HOUR, ends_at=START + 3 * HOUR)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, first)
    await enrol(yohana, second)
    async with bot_world.database.write() as connection:
        await connection.execute(
            update(BatchRow).where(BatchRow.id == second).values(starts_at=START + timedelta(minutes=8))
        )

    await tick(bot_world, START - 7 * DAY)
    said = await yohana.until("2 hal dalam waktu dekat")

    assert said.text.splitlines()[2:] == [
        "1. Pelatihan pagi mulai Sen, 7 Des 2026 pukul 09.00 WITA.",
        "2. Pelatihan siang mulai Sen, 7 Des 2026 pukul 09.08 WITA.",
    ]
    assert said.labels == ["1 · Saya hadir", "2 · Saya hadir", "Ingatkan lagi besok"]
    assert len(await sent(bot_world)) == 1


@pytest.mark.parametrize(("zone", "hour"), [("WIB", 23), ("WITA", 22), ("WIT", 21)])
async def test_nobody_is_woken(bot_world: World, zone: str, hour: int) -> None:
    starts = datetime(2026, 12, 7, 16, 0, tzinfo=UTC)  # 23.00 WIB
    batch = await open_batch(bot_world, starts_at=starts)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)
    async with bot_world.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.telegram_id == YOHANA).values(zone=zone))

    await quiet(bot_world, yohana, starts - 7 * DAY)
    await tick(bot_world, datetime(2026, 11, 30, hour, 0, tzinfo=UTC))
    said = await yohana.until("Pelatihan uji mulai")

    assert said.text.endswith(f"{zone}.")


async def test_people_choose_what_comes_and_when(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)

    await yohana.ask("/pengaturan")
    switches = await yohana.tap("Pengingat")
    off = await yohana.tap("✅ Jadwal mulai")
    hours = await yohana.tap("Atur jam tenang")
    chosen = await yohana.tap("⬜ Tanpa jam tenang")
    await quiet(bot_world, yohana, START - 7 * DAY)

    assert "⬜ Jadwal mulai" not in switches.labels
    assert "⬜ Jadwal mulai" in off.labels
    assert "✅ 20.00–06.00" in hours.labels
    assert "✅ Tanpa jam tenang" in chosen.labels
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(ReminderRow.state))) == ["withdrawn"]


async def test_who_blocked_and_came_back_hears_what_still_helps(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)
    async with bot_world.database.write() as connection:
        await connection.execute(
            update(PersonRow).where(PersonRow.telegram_id == YOHANA).values(unreachable_since=START)
        )

    await tick(bot_world, START - 7 * DAY)
    await yohana.ask("/start")
    await tick(bot_world, START - 5 * DAY)
    said = await yohana.until("Pelatihan uji mulai")

    assert said.labels[0] == "Saya hadir"


async def test_an_agenda_and_a_training_that_is_watched(bot_world: World) -> None:
    opens = bot_world.now() + DAY
    mine, later = await open_batch(bot_world), await open_batch(bot_world, "nanti", registration_opens_at=opens)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, mine)

    await open_card(yohana, later)
    toast = await tapped(yohana, "Kabari bila dibuka")
    await yohana.ask("/saya")
    agenda = await yohana.tap("Agenda 30 hari")
    file, content = await document(bot_world, yohana, "Simpan ke kalender")
    back = await yohana.tap("Agenda 30 hari")
    await tick(bot_world, opens)
    opened = await yohana.until("Pendaftaran Pelatihan nanti dibuka")
    ended = await tapped(yohana, "Jangan kabari lagi")

    assert toast is not None
    assert toast.startswith("Tercatat.")
    assert [line.split(" · ")[1] for line in agenda.text.splitlines()[2:]] == [
        "dibuka Pelatihan nanti",
        "ditutup Pelatihan nanti",
        "mulai Pelatihan uji",
    ]
    assert file.raw["document"]["name"] == "agenda-jalin.ics"
    assert file.labels == ["Agenda 30 hari", "Menu"]
    assert back.text == agenda.text
    dates = icalendar.Calendar.from_ical(content.decode()).walk("VEVENT")
    assert {str(event["UID"]): str(event["SUMMARY"]) for event in dates} == {
        "enrolment-1@jalin": "Pelatihan uji",
        f"opening-{later}@jalin": "Pendaftaran dibuka: Pelatihan nanti",
        f"closing-{later}@jalin": "Pendaftaran ditutup: Pelatihan nanti",
    }
    assert opened.labels == ["Lihat pelatihan", "Jangan kabari lagi"]
    assert ended == "Baik, tidak dikabari lagi."


async def test_where_nothing_lies_ahead_there_is_no_file(bot_world: World) -> None:
    yohana = await meet(bot_world, YOHANA)

    await press(yohana, SaveAgenda().pack())
    empty = await yohana.until("Belum ada apa-apa dalam 30 hari ke depan.")

    assert empty.labels == ["⬅️ Pendaftaran saya"]


async def test_organizers_see_what_goes_out_and_hold_a_kind(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, rina = await meet(bot_world, YOHANA), bot_world.person(RINA)
    await enrol(yohana, batch)
    bot_world.now.set(START - 7 * DAY - HOUR)

    await find_room(rina, "Pengingat")
    coming = await rina.tap("Pengingat")
    kinds = await rina.tap("Tahan atau lepas")
    held = await rina.tap("✅ Jadwal mulai")
    await quiet(bot_world, yohana, START - 7 * DAY)
    foreign = Hold(agency=await agency_of(bot_world, "bpsdm-ntt"), kind="start", hold=True)
    refused = await press(rina, foreign.pack())
    stranger = await press(yohana, Hold(agency=1, kind="start", hold=False).pack())

    assert "Jadwal mulai · Pelatihan uji angkatan 2: 1 orang" in coming.text
    assert kinds.text.startswith("Pengingat BPSDM DKI Jakarta")
    assert "⬜ Jadwal mulai" in held.labels
    assert refused
    assert stranger
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(ReminderRow.state))) == ["planned"]


async def test_buttons_of_somebody_else_change_nothing(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(yohana, batch)
    await tick(bot_world, START - 7 * DAY)
    await yohana.until("Pelatihan uji mulai")

    assert await press(sri, SayIAmComing(enrolment=1).pack())
    assert await press(sri, RemindAgain(first=1).pack()) == "Besok tenggatnya sudah lewat, jadi tidak diingatkan lagi."

    async with bot_world.database.read() as connection:
        assert (await connection.execute(select(EnrolmentRow.coming_at))).scalar_one() is None
        assert len(list(await connection.scalars(select(ReminderRow.id)))) == 1
