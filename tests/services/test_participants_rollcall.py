"""People whom a file names: what is checked, who is placed in which order, and what a kill or a no leaves behind."""

from __future__ import annotations

import asyncio
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import insert, update

from services.errors import NotAllowed, Refusal
from services.imports import FaultKey
from services.participants import rollcall
from services.participants.rollcall import RollCallReport, SaveRollCall
from storage.database import Database
from storage.tables import AuditRow, BatchRow, DeliveryRow, EnrolmentMoveRow, EnrolmentRow, PersonRow, RosterRow
from storage.tables.trainings import BatchProvinceRow
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools
from tests.support.folders import write_workbook
from tests.support.rolls import MARK, Roll, nip

YOHANA, SRI, BAGUS, DEWI = 1, 2, 3, 4


@pytest.fixture
def roll(database: Database, now: Clock, tmp_path: Path) -> Roll:
    return Roll(database, now, tmp_path)


async def welcome(world: Provinces, roll: Roll, *numbers: int, province: str | None = "NTT") -> None:
    """Verified people whose accounts and NIPs go by these numbers."""
    for number in numbers:
        await world.welcome(number, province, name=f"Orang {number}", **roll.known(number))


def keys(report: RollCallReport) -> list[tuple[int | None, str]]:
    """Row and key of each fault."""
    return [(fault.row, fault.key) for fault in report.faults]


async def test_people_are_placed_in_the_order_of_the_file_and_twice_changes_nothing(
    world: Provinces, roll: Roll
) -> None:
    batch = await world.open_batch(capacity=2)
    await welcome(world, roll, YOHANA, SRI, BAGUS, DEWI)
    path = roll.of(BAGUS, DEWI, YOHANA, SRI)

    checked = await roll.check(batch, path)
    before = await world.count(batch)
    saved = await roll.save(batch, path)
    states = await world.states(batch)
    again = await roll.check(batch, path)
    twice = await roll.save(batch, path)

    assert (checked.new, checked.same, checked.fault_count, checked.good) == (4, 0, 0, 4)
    assert before == Counter()
    assert (saved.new, saved.seats, saved.line, saved.fault_count) == (4, 2, 2, 0)
    assert states == {BAGUS: "confirmed", DEWI: "confirmed", YOHANA: "waitlisted", SRI: "waitlisted"}
    assert (again.new, again.same) == (0, 4)
    assert (twice.new, twice.same, twice.seats, twice.line) == (0, 4, 0, 0)
    assert await world.states(batch) == states
    enrolments = await world.rows(EnrolmentRow, EnrolmentRow.batch_id == batch)
    line = [row["person_id"] for row in enrolments if row["state"] == "waitlisted"]
    assert line == [world.ids[YOHANA], world.ids[SRI]]
    moves = await world.rows(EnrolmentMoveRow)
    assert [(row["actor"], row["actor_id"], row["details"]) for row in moves] == [
        ("organizer", world.ids[RINA], {"by_hand": True})
    ] * 4
    told = await world.rows(DeliveryRow, DeliveryRow.kind == "participant.added")
    assert sorted(row["person_id"] for row in told) == sorted(world.ids[who] for who in (YOHANA, SRI, BAGUS, DEWI))
    audit = [(row["action"], row["agency_id"]) for row in await world.rows(AuditRow)]
    one = [("file.saving", world.agencies["DKI"])], [("file.saved", world.agencies["DKI"])]
    assert audit == one[0] + [("participant.added", world.agencies["DKI"])] * 4 + one[1] + one[0] + one[1]
    assert not any(nip(who) in str(row["details"]) for row in await world.rows(AuditRow) for who in (YOHANA, BAGUS))


async def test_each_row_that_cannot_be_taken_says_why(
    world: Provinces, roll: Roll, seats: SeatTools, database: Database
) -> None:
    batch = await world.open_batch(capacity=5)
    other = await world.open_batch("lain-2", capacity=5)
    await welcome(world, roll, YOHANA, SRI, BAGUS, DEWI)
    await seats.enrol(telegram_id=SRI, batch_id=other)
    await seats.enrol(telegram_id=DEWI, batch_id=batch)
    await world.change(PersonRow, world.ids[RINA], **roll.known(99))
    await welcome(world, roll, 8)
    await world.change(PersonRow, world.ids[8], identity="waiting")
    values = {
        "agency_id": world.agencies["NTT"],
        "name": "Bagus",
        "unit": "Bidang",
        "left_at": NOON,
        "updated_at": NOON,
    }
    async with database.write() as connection:
        await connection.execute(insert(RosterRow).values(**values, **roll.known(BAGUS)))
    path = roll.file(
        (nip(YOHANA), "usulan pertama"),
        (nip(YOHANA)[:17], ""),
        ("19911304" + nip(SRI)[8:], ""),
        (nip(YOHANA), "dua kali"),
        (nip(8), "menunggu verifikasi"),
        (nip(9), "tidak dikenal"),
        (nip(DEWI), ""),
        (nip(BAGUS), "sudah keluar"),
        (nip(SRI), "beririsan"),
        (nip(99), "diri sendiri"),
        ("", "kosong"),
        ("1991…009", "disamarkan"),
        header=("NIP", "Catatan"),
    )

    report = await roll.check(batch, path)
    saved = await roll.save(batch, path)

    assert (report.new, report.same) == (1, 1)
    assert keys(report) == [
        (3, "nip-count"),
        (4, "nip-birth-month"),
        (5, FaultKey.REPEATED),
        (6, FaultKey.PERSON_UNKNOWN),
        (7, FaultKey.PERSON_UNKNOWN),
        (9, FaultKey.PERSON_LEFT),
        (10, FaultKey.PERSON_OVERLAP),
        (11, FaultKey.PERSON_OWN),
        (12, FaultKey.EMPTY),
        (13, FaultKey.NIP_MASKED),
    ]
    assert [fault.values for fault in report.faults if fault.key == FaultKey.PERSON_OVERLAP] == [
        {"other": "Pelatihan lain-2"}
    ]
    assert all((fault.column, fault.name, fault.found) == ("A", "NIP", "") for fault in report.faults)
    assert (saved.new, saved.seats, saved.same, saved.fault_count) == (1, 1, 1, 10)
    assert await world.states(batch) == {DEWI: "confirmed", YOHANA: "confirmed"}


async def test_provinces_without_seats_are_named_before_saving(world: Provinces, roll: Roll, seats: SeatTools) -> None:
    named = await world.open_batch(capacity=5)
    await welcome(world, roll, YOHANA)
    await welcome(world, roll, BAGUS, province="Jatim")
    await welcome(world, roll, DEWI, province=None)
    async with world.database.write() as connection:
        await connection.execute(insert(BatchProvinceRow).values(batch_id=named, province="NTT"))

    report = await roll.check(named, roll.of(YOHANA, BAGUS, DEWI))
    saved = await roll.save(named, roll.of(YOHANA, BAGUS, DEWI))

    assert keys(report) == [(3, FaultKey.PERSON_PROVINCE), (4, FaultKey.PERSON_PROVINCE)]
    assert (saved.new, saved.fault_count) == (1, 2)
    assert await world.states(named) == {YOHANA: "confirmed"}


async def test_a_downloaded_list_sent_again_changes_nothing_not_even_for_who_left(
    world: Provinces, roll: Roll, seats: SeatTools
) -> None:
    batch = await world.open_batch(capacity=1)
    sister = await world.open_batch("lain-2", capacity=5)
    await welcome(world, roll, YOHANA, SRI)
    await welcome(world, roll, BAGUS, province="DKI")
    for who in (YOHANA, BAGUS, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)
    (left,) = await world.rows(EnrolmentRow, EnrolmentRow.person_id == world.ids[SRI])
    await seats.cancel(telegram_id=SRI, enrolment_id=left["id"])
    before = await world.states(batch)
    words = {"sheet-people": "Peserta", "column-nip": "nip", "column-name": "nama", "column-joined": "terdaftar"}

    made = await roll.download(
        batch_id=batch, actor_telegram_id=RINA, words=lambda key, **_: words.get(key, key), zone="WIB"
    )
    path = roll.folder / "peserta-akp.xlsx"
    path.write_bytes(made.content)
    sent = await roll.save(batch, path)
    elsewhere = await roll.check(sister, path)
    by_hand = await roll.check(batch, roll.of(SRI))

    rows = CalamineWorkbook.from_filelike(BytesIO(made.content)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows[1:]] == ["1991…001", "19910101 201501 1 003", "1991…002"]
    assert (sent.new, sent.same, sent.fault_count) == (0, 3, 0)
    assert await world.states(batch) == before
    assert (elsewhere.new, elsewhere.same) == (1, 0)
    assert keys(elsewhere) == [(2, FaultKey.NIP_MASKED), (4, FaultKey.NIP_MASKED)]
    assert by_hand.new == 1  # who left may come back by a list that is not downloaded


async def test_a_workbook_may_hold_other_columns_and_a_sheet_of_any_name(world: Provinces, roll: Roll) -> None:
    batch = await world.open_batch()
    await welcome(world, roll, YOHANA)
    own: list[list[object]] = [["No", "Nama", "Jabatan", "NIP"], [1, "Yohana", "Analis", nip(YOHANA)]]
    path = write_workbook(roll.folder, {"Lembar1": own}, name="pegawai.xlsx") / "pegawai.xlsx"
    both = {"Peserta": [["nip"], [nip(YOHANA)]], "Sheet2": [["nip"], [nip(YOHANA)]]}
    two = write_workbook(roll.folder, both, name="dua.xlsx") / "dua.xlsx"

    assert (await roll.check(batch, path)).new == 1
    report = await roll.check(batch, two)
    assert (report.new, keys(report)) == (1, [(None, FaultKey.UNKNOWN_TABLE)])
    assert keys(await roll.check(batch, roll.file(("x",), header=("nomor",)))) == [(1, FaultKey.MISSING_COLUMN)]


async def test_slices_are_short_and_a_kill_between_them_is_finished_by_the_same_file(
    world: Provinces, roll: Roll, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await world.open_batch(capacity=60)
    await world.welcome_all(range(100, 230), "NTT")
    async with world.database.write() as connection:
        for who in range(100, 230):
            await connection.execute(update(PersonRow).where(PersonRow.id == world.ids[who]).values(**roll.known(who)))
    path, seen = roll.of(*range(100, 230)), []

    def die(_: str, done: int, total: int) -> None:
        seen.append((done, total))
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await roll.save_file(path=path, batch_id=batch, actor_telegram_id=RINA, mark=MARK, progress=die)
    half = await world.count(batch)
    owed = await roll.owe()
    rest = await roll.save(batch, path)

    assert rollcall.SLICE == 50
    assert seen == [(50, 130)]
    assert half == Counter(confirmed=50)
    assert owed == 1
    (told,) = await world.rows(DeliveryRow, DeliveryRow.kind == "file.interrupted")
    assert (told["payload"]["table"], told["payload"]["batch"]) == ("participants", batch)
    assert (rest.new, rest.seats, rest.line, rest.same) == (80, 10, 70, 50)
    assert await world.count(batch) == Counter(confirmed=60, waitlisted=70)


async def test_what_changes_between_looking_and_saving_is_found_out(
    world: Provinces, roll: Roll, monkeypatch: pytest.MonkeyPatch, seats: SeatTools
) -> None:
    batch, other = await world.open_batch(capacity=5), await world.open_batch("lain-2", capacity=5)
    await welcome(world, roll, YOHANA, SRI, BAGUS, DEWI)
    path, sort = roll.of(YOHANA, SRI, BAGUS, DEWI), rollcall._sorted

    async def meanwhile(*args: Any) -> Any:
        found = await sort(*args)
        await seats.enrol(telegram_id=YOHANA, batch_id=batch)
        await seats.enrol(telegram_id=SRI, batch_id=other)
        await world.change(PersonRow, world.ids[BAGUS], identity="rejected")
        return found

    monkeypatch.setattr(rollcall, "_sorted", meanwhile)
    saved = await roll.save(batch, path)

    assert (saved.new, saved.same) == (1, 1)
    assert keys(saved) == [(3, FaultKey.PERSON_OVERLAP), (4, FaultKey.PERSON_UNKNOWN)]
    assert await world.states(batch) == {YOHANA: "confirmed", DEWI: "confirmed"}


async def test_a_batch_that_is_cancelled_meanwhile_stops_it_and_nothing_is_owed(
    world: Provinces, roll: Roll, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await world.open_batch(capacity=5)
    await welcome(world, roll, YOHANA, SRI)
    monkeypatch.setattr(rollcall, "SLICE", 1)
    place = SaveRollCall._place

    async def cancelled_after(self: SaveRollCall, *args: Any) -> Any:
        states = await place(self, *args)
        await world.change_batch(batch, state="cancelled")
        return states

    monkeypatch.setattr(SaveRollCall, "_place", cancelled_after)
    with pytest.raises(Refusal, match="batch-cancelled"):
        await roll.save(batch, roll.of(YOHANA, SRI))

    assert await world.states(batch) == {YOHANA: "confirmed"}
    assert await roll.owe() == 0


async def test_two_send_the_same_people_while_these_enrol_by_themselves(
    world: Provinces, roll: Roll, seats: SeatTools, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = await world.open_batch(capacity=8)
    await welcome(world, roll, *range(1, 21))
    await world.welcome(70_001, "DKI")
    await world.appoint(70_001, "DKI")
    monkeypatch.setattr(rollcall, "SLICE", 4)
    there, back = roll.of(*range(1, 21)), roll.file(*((nip(who),) for who in range(20, 0, -1)), name="lain.csv")

    saving = asyncio.gather(roll.save(batch, there), roll.save(batch, back, 70_001))
    enrolling = (seats.enrol(telegram_id=who, batch_id=batch) for who in range(5, 16, 2))
    (first, second), _ = await asyncio.gather(saving, asyncio.gather(*enrolling))

    assert await world.count(batch) == Counter(confirmed=8, waitlisted=12)
    assert len(await world.states(batch)) == 20
    assert await world.pools(batch) == {"open": "8/8"}
    assert first.fault_count == second.fault_count == 0
    assert first.new + first.same == second.new + second.same == 20
    told = await world.rows(DeliveryRow, DeliveryRow.kind == "participant.added")
    assert len(told) == first.new + second.new


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"state": "cancelled"}, "batch-cancelled"),
        ({"state": "draft"}, "training-gone"),
        ({"starts_at": NOON.replace(year=2025), "ends_at": NOON.replace(year=2025, month=12)}, "batch-over"),
    ],
)
async def test_batches_that_take_nobody_say_so_before_a_file_is_asked_for(
    world: Provinces, roll: Roll, changes: dict[str, Any], key: str
) -> None:
    batch = await world.open_batch()
    await welcome(world, roll, YOHANA)
    await world.change(BatchRow, batch, **changes)

    for act in (
        roll.open(batch_id=batch, actor_telegram_id=RINA),
        roll.check(batch, roll.of(YOHANA)),
        roll.save(batch, roll.of(YOHANA)),
    ):
        with pytest.raises(Refusal, match=key):
            await act
    assert await world.states(batch) == {}


async def test_other_hosts_and_people_without_a_role_add_nobody(world: Provinces, roll: Roll) -> None:
    batch = await world.open_batch()
    await welcome(world, roll, YOHANA, DEWI)
    await world.appoint(DEWI, "NTT")

    for who in (DEWI, YOHANA):
        for act in (
            roll.open(batch_id=batch, actor_telegram_id=who),
            roll.check(batch, roll.of(YOHANA), who),
            roll.save(batch, roll.of(YOHANA), who),
            roll.sample(batch_id=batch, actor_telegram_id=who, words=str),
        ):
            with pytest.raises(NotAllowed):
                await act
    with pytest.raises(Refusal, match="training-gone"):
        await roll.open(batch_id=9_999, actor_telegram_id=RINA)

    assert await world.states(batch) == {}
    assert await world.rows(AuditRow) == []


async def test_the_form_is_read_again_as_it_is(world: Provinces, roll: Roll) -> None:
    batch = await world.open_batch()

    made = await roll.sample(batch_id=batch, actor_telegram_id=RINA, words=lambda key, **_: key)
    path = roll.folder / "contoh.xlsx"
    path.write_bytes(made.content)

    assert keys(await roll.check(batch, path)) == [(2, FaultKey.PERSON_UNKNOWN)]
