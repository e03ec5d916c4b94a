"""The people of a batch sent in as a file: looked at, placed in its order, told; by HTTP, through the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from bot.callbacks_participants import PeopleFiles, SamplePeople, UploadPeople
from storage.repositories.audit import Audit
from storage.tables import BatchRow, PersonRow
from tests.journeys.conftest import BAGUS, DEWI, RINA, SRI, YOHANA
from tests.journeys.test_enrolment import enrol, meet, open_batch, press, state_of
from tests.journeys.test_files import XLSX, audited, below, book, document
from tests.journeys.test_participants import BAGUS_NIP, content_of, give_nip, room, sheet_of

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

YOHANA_NIP, SRI_NIP, NOBODY_S = "199003152015032014", "198501012010012001", "199101012015011007"
NIPS = {YOHANA: YOHANA_NIP, SRI: SRI_NIP, BAGUS: BAGUS_NIP}


def listed(*nips: str) -> bytes:
    """A workbook of these NIPs."""
    return book(*([nip, "usulan"] for nip in nips), title="Daftar kami", header=["NIP", "Catatan"])


async def test_a_list_is_looked_at_placed_in_its_order_and_everybody_is_told(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=2)
    yohana, sri, bagus = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    for who, nip in NIPS.items():
        await give_nip(bot_world, who, nip)
    await enrol(sri, batch)
    rina, _ = await room(bot_world, batch)

    explained = await rina.tap("Unggah/unduh peserta")
    await rina.press("Unduh contoh berkas")
    await rina.until(below(explained.id, "Unggah peserta"))
    sample = await document(rina)
    asked = await rina.tap("Unggah peserta")
    await rina.send_file("peserta.csv", b"nip\n", "text/csv")
    empty = await rina.until("Tidak ada baris")
    await rina.tap("Unggah ulang")
    content = listed(BAGUS_NIP, SRI_NIP, NOBODY_S, YOHANA_NIP[:-1], BAGUS_NIP, YOHANA_NIP)
    await rina.send_file("usulan.xlsx", content, XLSX)
    preview = await rina.until("Belum ada yang disimpan.")
    before = await state_of(bot_world, BAGUS, batch)
    await rina.press("Unduh daftar perbaikan")
    again = await rina.until(below(preview.id, "Unggah ulang"))
    faults = await sheet_of(bot_world, await document(rina))
    await rina.press("Simpan 2 yang benar", on=again.id)
    saved = await rina.until("tersimpan")
    told = await bagus.until("Anda didaftarkan oleh BPSDM DKI Jakarta.")
    in_line = await yohana.until("Anda didaftarkan oleh BPSDM DKI Jakarta.")
    old = await press(rina, again.button("Simpan 2 yang benar")["callback_data"])
    await rina.press_data(UploadPeople(batch=batch).pack(), on=(await rina.last()).id)
    await rina.until("Kirim berkas daftar peserta")
    await rina.send_file("usulan.xlsx", listed(BAGUS_NIP, SRI_NIP, YOHANA_NIP), XLSX)
    twice = await rina.until("3 sudah ada")
    left = await rina.tap("Batal")
    people = await rina.tap("⬅️ Peserta")

    assert (
        explained.text.split("\n\n")[1].splitlines()[1].startswith("Cukup kolom nip sebagai teks; catatan boleh ada.")
    )
    assert explained.labels == ["Unggah peserta", "Unduh contoh berkas", "Unduh XLSX", "⬅️ Peserta"]
    assert sample.raw["document"]["name"] == "peserta-contoh.xlsx"
    assert (await sheet_of(bot_world, sample))[0] == ["nip", "catatan"]
    assert asked.text == (
        "Kirim berkas daftar peserta: XLSX atau CSV, paling besar 10 MB. Belum ada yang disimpan sebelum Anda setuju."
    )
    assert empty.labels == ["Unggah ulang", "Batal"]
    assert preview.text == (
        "2 baru, 1 sudah ada, 3 perlu diperbaiki. Belum ada yang disimpan.\n\n"
        "Lembar Daftar kami, baris 4, kolom A (NIP): Pemilik NIP ini belum terverifikasi. "
        "Ia perlu memperkenalkan diri kepada Jalin dahulu.\n"
        "Lembar Daftar kami, baris 5, kolom A (NIP): Terbaca 17 angka, NIP terdiri dari 18.\n"
        "Lembar Daftar kami, baris 6, kolom A (NIP): Sudah ada sebelumnya: usulan.xlsx, baris 2."
    )
    assert preview.labels == ["Simpan 2 yang benar", "Unduh daftar perbaikan", "Unggah ulang", "Batal"]
    assert before == []
    assert len(faults) == 4
    assert saved.text == (
        "✅ usulan.xlsx tersimpan: 1 kursi pasti, 1 daftar tunggu.\nSemua yang baru dikabari.\n"
        "1 sudah ada sebelumnya.\n3 yang perlu diperbaiki tidak ikut disimpan."
    )
    assert saved.labels == ["⬅️ Peserta"]
    assert told.text.startswith("✅ Kursi Anda sudah pasti")
    assert "daftar tunggu" in in_line.text
    assert old is not None
    assert twice.labels == ["Unggah ulang", "Batal"]
    assert (left.text, left.labels) == ("Tidak ada yang disimpan.", ["⬅️ Peserta"])
    assert people.labels[:2] == ["Punya kursi · 2", "Daftar tunggu · 1"]
    assert (await state_of(bot_world, BAGUS, batch), await state_of(bot_world, YOHANA, batch)) == (
        ["confirmed"],
        ["waitlisted"],
    )
    assert (await audited(bot_world))[-4:] == ["file.saving", "participant.added", "participant.added", "file.saved"]
    seen = " ".join(message.text for message in await rina.messages() if message.from_bot)
    assert not any(nip[8:14] in seen for nip in (*NIPS.values(), NOBODY_S))
    assert await bot_world.sandbox.warnings() == []


async def test_a_downloaded_list_sent_again_changes_nothing(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=1)
    for who in (YOHANA, SRI):
        person = await meet(bot_world, who)
        await give_nip(bot_world, who, NIPS[who])
        await enrol(person, batch)
    rina, _ = await room(bot_world, batch)

    files = await rina.tap("Unggah/unduh peserta")
    await rina.press("Unduh XLSX")
    await rina.until(below(files.id, "Tambah peserta"))
    file = await document(rina)
    content = await content_of(bot_world, file)
    await rina.tap("Unggah/unduh peserta")
    await rina.tap("Unggah peserta")
    await rina.send_file(file.raw["document"]["name"], content, XLSX)
    preview = await rina.until("Belum ada yang disimpan.")

    assert preview.text == "2 sudah ada. Belum ada yang disimpan."
    assert preview.labels == ["Unggah ulang", "Batal"]


async def test_what_became_of_the_batch_or_the_role_meanwhile_is_told(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=1)
    await meet(bot_world, BAGUS)
    await give_nip(bot_world, BAGUS, BAGUS_NIP)
    rina, _ = await room(bot_world, batch)
    await rina.tap("Unggah/unduh peserta")
    await rina.tap("Unggah peserta")
    await rina.send_file("usulan.xlsx", listed(BAGUS_NIP), XLSX)
    await rina.until("1 baru")
    async with bot_world.database.write() as connection:
        await connection.execute(update(BatchRow).where(BatchRow.id == batch).values(state="cancelled"))

    await rina.press("Simpan 1 baris")
    refused = await rina.until(lambda message: message.labels == ["⬅️ Peserta"])
    toast = await press(rina, UploadPeople(batch=batch).pack())
    async with bot_world.database.write() as connection:
        rinas = await connection.scalar(select(PersonRow.id).where(PersonRow.telegram_id == RINA))
        await Audit(connection).add(
            "file.saving",
            subject="file",
            subject_id=7,
            at=bot_world.now(),
            actor_id=rinas,
            agency_id=None,
            table="participants",
            batch=batch,
        )
    await bot_world.app.tools.files.owe_interrupted()
    bot_world.app.deliverer.wake()
    told = await rina.until("terhenti di tengah jalan")

    assert "dibatalkan" in refused.text
    assert toast is not None
    assert await state_of(bot_world, BAGUS, batch) == []
    assert told.text.startswith("⚠️ Penyimpanan daftar peserta terhenti")
    assert told.labels == ["Peserta", "Menu"]


async def test_others_send_nobody_in(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana = await meet(bot_world, YOHANA)
    dewi = bot_world.person(DEWI)
    await dewi.ask("/start")

    for person in (dewi, yohana):
        for form in (PeopleFiles(batch=batch), UploadPeople(batch=batch), SamplePeople(batch=batch)):
            assert await press(person, form.pack()) in {
                "Bagian ini hanya untuk penyelenggara.",
                "Bagian ini hanya untuk penyelenggara BPSDM DKI Jakarta.",
            }, form
        await person.send_file("usulan.xlsx", listed(YOHANA_NIP), XLSX)
        await person.until("tulisan, foto, dan dokumen")
    assert await state_of(bot_world, YOHANA, batch) == []
