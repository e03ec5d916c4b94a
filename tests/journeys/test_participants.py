"""The people of a batch as its organizers look after them: listed, found, added, moved, taken out; by HTTP."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select, update

from bot.callbacks_batches import ShowBatch
from bot.callbacks_participants import (
    AddCandidate,
    ChooseTarget,
    DownloadPeople,
    FindToAdd,
    ListPeople,
    MoveTo,
    Participants,
    SearchPeople,
    SeeCandidate,
    ShowParticipant,
    TakeOut,
)
from storage.tables import BatchRow, PersonRow
from storage.tables.enrolments import EnrolmentRow
from tests.journeys.conftest import BAGUS, DEWI, RINA, SRI, YOHANA
from tests.journeys.test_enrolment import agency_of, enrol, meet, only, open_batch, press, state_of
from tests.support.catalogue import add_batch
from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

BAGUS_NIP = "198712072022211005"


async def room(world: World, batch: int) -> tuple[Person, Message]:
    """Rina, before the people of a batch, from the batch itself."""
    rina = world.person(RINA)
    await rina.ask("/start")
    await rina.press_data(ShowBatch(batch=batch).pack(), on=(await rina.last()).id)
    await rina.until(lambda message: "Peserta" in message.labels)
    return rina, await rina.tap("Peserta")


async def give_nip(world: World, telegram_id: int, nip: str) -> None:
    """Somebody's NIP, as the vault keeps it."""
    vault = world.app.tools.participants.list.vault
    values = {"nip_lookup": vault.lookup(nip), "nip_cipher": vault.encrypt(nip)}
    async with world.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.telegram_id == telegram_id).values(**values))


async def test_an_organizer_finds_moves_and_takes_out_and_people_are_told(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=1)
    host = await agency_of(bot_world, "bpsdm-dki")
    people = [await meet(bot_world, who) for who in (YOHANA, SRI)]
    yohana, sri = people
    for person in people:
        await enrol(person, batch)
    other = await sister_of(bot_world, batch, host)
    rina, seen = await room(bot_world, batch)
    up = await rina.tap("⬅️ Angkatan ini")
    await rina.tap("Peserta")

    listed = await rina.tap("Punya kursi · 1")
    await rina.tap("⬅️ Peserta")
    asked = await rina.tap("Cari peserta")
    await rina.send("andai")
    found = await rina.until("Ditemukan")
    one = await rina.tap("1")
    history = await rina.tap("Riwayat")
    await rina.tap("⬅️ Kembali")
    where = await rina.tap("Pindahkan")
    moved = await rina.tap("Ke Angkatan 7")
    told = await sri.until("dipindahkan BPSDM DKI Jakarta ke Angkatan 7")
    again = await press(rina, MoveTo(enrolment=2, batch=other).pack())
    await rina.press_data(ShowParticipant(enrolment=1).pack(), on=(await rina.last()).id)
    await rina.until("Yohana Contoh")
    why = await rina.tap("Keluarkan")
    await rina.send("Surat tugas <belum> ada.")
    gone = await rina.until("sudah dikeluarkan")
    told_out = await yohana.until("diakhiri oleh BPSDM DKI Jakarta")
    over = await press(rina, TakeOut(enrolment=1).pack())

    assert seen.text == "Pelatihan uji · Angkatan 2 · 7–11 Des".replace(" Des", "\u00a0Des").replace("–", "–\u2060") + (
        "\n\nTerisi 1 dari 1 kursi."
    )
    assert seen.labels == [
        "Punya kursi · 1",
        "Daftar tunggu · 1",
        "Cari peserta",
        "Tambah peserta",
        "Unggah/unduh peserta",
        "⬅️ Angkatan ini",
    ]
    assert {"Ubah rincian", "Peserta", "⬅️ Daftar angkatan"} <= set(up.labels)
    assert listed.text.endswith("Punya kursi: 1 orang\n\n1. Yohana Contoh · Dinas Pangan NTT · NTT")
    assert asked.text.startswith("Ketik sebagian nama, atau NIP lengkap.")
    assert found.text.endswith("1. Sri Andai · Dinas Pangan NTT · NTT (daftar tunggu)")
    assert one.labels == ["Pindahkan", "Riwayat", "Keluarkan", "⬅️ Peserta"]
    assert "daftar tunggu, urutan ke-1" in one.text
    assert history.text.endswith("Masuk daftar tunggu")
    assert "Angkatan 7 · 14–\u206018\u00a0Des · sisa 3 kursi" in where.text
    assert moved.text.startswith("✅ Kursi Sri Andai sudah pasti; kursi terbuka menjadi 1/3. Orangnya dikabari.")
    assert told.text.startswith("✅ Kursi Anda sudah pasti: Pelatihan uji.")
    assert again is None
    assert why.text.startswith("Mengapa Yohana Contoh dikeluarkan?")
    assert gone.labels == ["⬅️ Peserta"]
    assert 'Catatannya: "Surat tugas <belum> ada."' in told_out.text
    assert over == "Layar ini sudah berganti. Ini yang terbaru."
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled"]
    assert (await state_of(bot_world, SRI, batch), await state_of(bot_world, SRI, other)) == (
        ["cancelled"],
        ["confirmed"],
    )
    assert await bot_world.sandbox.warnings() == []


async def sister_of(world: World, batch: int, host: int) -> int:
    """Angkatan 7 of the same training, a week later, with three seats."""
    view = await world.app.tools.catalogue.card(batch_id=batch)
    training = await training_of(world, batch)
    return await add_batch(
        world.database,
        training,
        host,
        "uji-7",
        number=7,
        capacity=3,
        needs_recommendation=False,
        starts_at=view.starts_at.replace(day=14),
        ends_at=view.ends_at.replace(day=18),
    )


async def training_of(world: World, batch: int) -> int:
    async with world.database.read() as connection:
        return int(await connection.scalar(select(BatchRow.training_id).where(BatchRow.id == batch)) or 0)


async def test_an_organizer_adds_somebody_by_nip_and_downloads_the_list(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=1)
    bagus = await meet(bot_world, BAGUS)
    await give_nip(bot_world, BAGUS, BAGUS_NIP)
    rina, seen = await room(bot_world, batch)

    await rina.tap("Tambah peserta")
    await rina.send("Bagus Misal")
    nobody = await rina.until("Belum ada pegawai")
    await rina.tap("Cari lagi")
    sent = await rina.send("19871207 202221 1 005")
    found = await rina.until("Yang mana?")
    look = await rina.tap("1")
    done = await rina.tap("Tambahkan")
    told = await bagus.until("Anda didaftarkan oleh BPSDM DKI Jakarta.")
    mark = bot_world.app.tools.participants
    (again,) = await mark.find_to_add(batch_id=batch, actor_telegram_id=RINA, text=BAGUS_NIP)
    await rina.press_data(
        AddCandidate(batch=batch, person=again.person_id, mark=again.mark).pack(), on=(await rina.last()).id
    )
    twice = await rina.until("sudah ada di angkatan itu")
    await rina.tap("⬅️ Peserta")
    await rina.tap("Unggah/unduh peserta")
    await rina.press("Unduh XLSX")
    below = await rina.until(lambda message: "Tambah peserta" in message.labels and message.id > twice.id)
    file = next(message for message in await rina.messages() if message.raw["document"])

    assert seen.labels == ["Tambah peserta", "Unggah/unduh peserta", "⬅️ Angkatan ini"]
    assert "Yang dapat ditambahkan" in nobody.text
    assert not any(message.id == sent.message_id for message in await rina.messages())
    assert found.text == "Yang mana?\n\n1. Bagus Misal · 1987…005 · Dinas Pangan NTT · NTT"
    assert look.labels == ["Tambahkan", "⬅️ Kembali"]
    assert done.text == "✅ Kursi Bagus Misal sudah pasti; kursi terbuka menjadi 1/1. Orangnya dikabari."
    assert told.text.startswith("✅ Kursi Anda sudah pasti")
    assert file.raw["document"]["name"].startswith("peserta-")
    assert (await sheet_of(bot_world, file))[1][:4] == [1.0, "Bagus Misal", "1987…005", "Dinas Pangan NTT"]
    assert below.text.startswith("Pelatihan uji")
    assert await bot_world.sandbox.warnings() == []


async def sheet_of(world: World, message: Message) -> list[list[object]]:
    """The rows of a workbook that was sent."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(await content_of(world, message)))
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


async def content_of(world: World, message: Message) -> bytes:
    """A document as the sandbox keeps it."""
    async with world.sandbox.http.get(f"{world.sandbox.url}{message.raw['document']['url']}") as response:
        return await response.read()


async def test_others_see_nothing_and_change_nothing(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)
    number = await only(bot_world, EnrolmentRow)
    dewi = bot_world.person(DEWI)
    await dewi.ask("/start")

    for person in (dewi, yohana):
        for form in (
            Participants(batch=batch),
            ListPeople(batch=batch, group="seated"),
            SearchPeople(batch=batch),
            ShowParticipant(enrolment=number),
            ChooseTarget(enrolment=number),
            MoveTo(enrolment=number, batch=1),
            TakeOut(enrolment=number),
            FindToAdd(batch=batch),
            SeeCandidate(batch=batch, person=1, mark=1),
            AddCandidate(batch=batch, person=1, mark=1),
            DownloadPeople(batch=batch),
        ):
            assert await press(person, form.pack()) in {
                "Bagian ini hanya untuk penyelenggara.",
                "Bagian ini hanya untuk penyelenggara BPSDM DKI Jakarta.",
            }, form
    assert not any("Yohana" in message.text for message in await dewi.messages())
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
