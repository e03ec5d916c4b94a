"""Announcements from /umumkan to `scheduled`: written, addressed, looked at, sent or approved."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import insert, select

from storage.tables import AuditRow, BroadcastRow, PersonRow
from tests.journeys.conftest import DEWI, RINA, World
from tests.support.announcing import refused
from tests.support.planners import SEKAR, meet
from tests.support.sandbox import Message, Person

DARMA = 700000004
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

pytestmark = pytest.mark.one_database

UNDER_WAY = {"scheduled", "queueing", "sending", "done"}
"""The clock of the schedule is the real one: the next second may have taken it up already."""


@pytest.fixture
async def rina(bot_world: World) -> Person:
    return await meet(bot_world, RINA)


@pytest.fixture
async def darma(bot_world: World) -> Person:
    return await meet(bot_world, DARMA)


async def employ(world: World, count: int) -> None:
    """So many people of BPSDM DKI Jakarta who agreed, and the organizers' own records beside them."""
    async with world.database.write() as connection:
        people = [
            {
                "telegram_id": 650000000 + number,
                "agency_id": await agency(world),
                "consent_version": "1",
                "created_at": world.now(),
            }
            for number in range(count)
        ]
        await connection.execute(insert(PersonRow), people)


async def agency(world: World) -> int:
    [one] = await world.app.tools.announcing.speakers(actor_telegram_id=RINA)
    return one.id


async def rows(world: World) -> list[dict[str, Any]]:
    async with world.database.read() as connection:
        found = await connection.execute(select(BroadcastRow.__table__).order_by(BroadcastRow.id))
        return [dict(row) for row in found.mappings()]


async def write(person: Person, text: str = "Kelas pindah ke Aula Lantai 3.") -> Message:
    """A draft with its first words."""
    await person.ask("/umumkan")
    await person.tap("Tulis pengumuman")
    return await say(person, text)


async def say(person: Person, text: str) -> Message:
    await person.send(text)
    return await person.until(lambda message: bool(message.labels))


async def preview(person: Person) -> Message:
    """The screen below the message itself."""
    await person.press("Lihat pratinjau")
    return await person.until("Waktu:")


async def test_written_addressed_tried_and_sent_at_once(bot_world: World, rina: Person) -> None:
    await employ(bot_world, 3)
    home = await rina.ask("/kelola")
    room = await rina.tap("Pengumuman")
    asked = await rina.tap("Tulis pengumuman")
    draft = await say(rina, "Kelas pindah ke Aula Lantai 3.")
    await rina.tap("Tombol")
    await rina.tap("Tambah tautan")
    too_long = await say(rina, "Buka denah gedung dan jadwalnya")
    await say(rina, "Buka denah")
    wrong = await say(rina, "javascript:alert(1)")
    await say(rina, "https://contoh.go.id/denah")
    await rina.tap("Kartu pelatihan")
    await rina.tap("1")
    await rina.tap("Jawaban cepat")
    full = await rina.tap("Sudah saya baca")
    await rina.tap("⬅️ Isi pesan")
    await rina.tap("Teks English")
    await say(rina, "The class moves to the hall.")
    audience = await rina.tap("Pilih penerima")
    await rina.tap("Provinsi")
    await rina.tap("⬜ DKI")
    twice = await rina.tap("✅ DKI")
    await rina.tap("⬜ DKI")
    chosen = await rina.tap("Selesai memilih")
    await rina.press("Lihat pratinjau")
    seen = await rina.until("Waktu:")
    before = await rina.messages()
    await rina.press("Lihat versi English")
    english = await rina.until("The class moves to the hall.")
    await rina.press("Kirim ke saya dulu")
    tried = await rina.until("✅ Sudah dikirim ke Anda")
    first = await rina.press("Kirim", on=tried.id)
    second = await rina.press("Kirim", on=tried.id)
    await first.answer()
    await second.answer()
    done = await rina.until("penerima siap")

    assert "Pengumuman" in home.labels
    assert room.labels == ["Tulis pengumuman", "Pengumuman terkirim", "⬅️ Kelola"]
    assert asked.text.startswith("Tulis isi pengumuman.")
    assert draft.text.startswith("Pengumuman BPSDM DKI Jakarta\n\nIsi: Kelas pindah ke Aula Lantai 3.")
    assert len(draft.labels) == 8
    assert too_long.text.startswith("Tulisan tombol 1 sampai 22 huruf; yang ini 31.")
    assert wrong.text.startswith("Tautan dimulai dengan https://")
    assert "1. Buka denah: membuka https://contoh.go.id/denah" in full.text
    assert "Hapus 3" in full.labels
    assert "Tambah tautan" not in full.labels
    assert "semua dalam jangkauan instansi Anda · dapat dihubungi" in audience.text
    assert "Saat ini 3 orang." in audience.text
    assert "jangkauan" in twice.text
    assert "Penerima: DKI · dapat dihubungi" in chosen.text
    assert seen.text.startswith("3 penerima · kurang dari 1 menit · di luar jam tenang\nWaktu: segera")
    sample = next(one for one in reversed(before) if one.text.startswith("📣"))
    assert sample.text == "📣 BPSDM DKI Jakarta untuk ASN DKI\n\nKelas pindah ke Aula Lantai 3."
    assert sample.labels == ["Buka denah", "Lihat pelatihan", "Sudah saya baca", "Atur pengumuman"]
    assert sample.button("Sudah saya baca")["callback_data"].startswith("zp:")
    assert english.text.startswith("📣 BPSDM DKI Jakarta for civil servants of DKI")
    assert done.text == "✅ Pengumuman untuk 3 penerima siap. Waktu kirim: Sel, 17 Nov 2026 pukul 11.00 WIB"
    [row] = await rows(bot_world)
    assert row["state"] in UNDER_WAY
    assert (row["send_at"], row["general"]) == (bot_world.now(), True)
    assert [one["kind"] for one in row["body"]["buttons"]] == ["link", "card", "answer"]
    assert await bot_world.sandbox.warnings() == []


async def test_formatting_stays_as_it_was_typed(bot_world: World, rina: Person) -> None:
    await employ(bot_world, 1)
    await rina.ask("/umumkan")
    asked = await rina.tap("Tulis pengumuman")
    entities = [
        {"type": "bold", "offset": 0, "length": 5},
        {"type": "text_link", "offset": 13, "length": 4, "url": "https://contoh.go.id/denah?a=1&b=2"},
    ]
    user = {"id": RINA, "is_bot": False, "first_name": "Rina"}
    message = {"message_id": asked.id + 100, "date": 1, "chat": {"id": RINA, "type": "private"}, "from": user}
    text = {"text": "Kelas pindah Aula <3", "entities": entities}
    await bot_world.sandbox.queue_update({"update_id": 9_000_000, "message": message | text})
    await rina.until("Isi: Kelas pindah Aula <3")
    await rina.press("Lihat pratinjau")
    await rina.until("1 penerima")
    sample = next(one for one in reversed(await rina.messages()) if one.text.startswith("📣"))

    [row] = await rows(bot_world)
    assert row["body"]["text"]["id"].startswith("<b>Kelas</b> pindah <a href=")
    assert row["body"]["text"]["id"].endswith("Aula</a> &lt;3")
    kinds = [one["type"] for one in sample.raw["entities"]]
    assert kinds == ["bold", "bold", "text_link"]


async def test_above_the_limit_a_colleague_returns_it_and_then_agrees(
    bot_world: World, rina: Person, darma: Person
) -> None:
    await employ(bot_world, 501)
    await write(rina, "Rapat Sen, 23 Nov 2026.")
    seen = await preview(rina)
    await rina.press("Minta persetujuan")
    await (await rina.press("Minta persetujuan", on=seen.id)).answer()
    waiting = await rina.until("Permintaan persetujuan sudah dikirim")

    request = await darma.until("meminta persetujuan")
    sample = next(one for one in await darma.messages() if one.text.startswith("📣 BPSDM DKI"))
    home = await darma.ask("/kelola")
    await darma.press("Periksa pengumuman")
    again = await darma.until("meminta persetujuan")
    who = await darma.tap("Lihat penerima")
    await darma.tap("⬅️ Kembali")
    await darma.tap("Kembalikan")
    long = await say(darma, "x" * 501)
    returned = await say(darma, "Tanggalnya keliru.")

    told = await rina.until("mengembalikan pengumuman")
    await rina.tap("Ubah isi")
    await rina.tap("Ubah teks")
    mended = await say(rina, "Rapat Sel, 24 Nov 2026.")
    stale = await darma.press("Setujui dan kirim", on=request.id)
    gone = await stale.answer()
    await preview(rina)
    await rina.tap("Minta persetujuan")
    second = await darma.until(lambda message: "meminta persetujuan" in message.text and message.id > returned.id)
    first = await darma.press("Setujui dan kirim", on=second.id)
    twice = await darma.press("Setujui dan kirim", on=second.id)
    await first.answer()
    await twice.answer()
    approved = await darma.until("Disetujui untuk")
    heard = await rina.until("menyetujui pengumuman Anda")

    assert "perlu persetujuan orang kedua (lebih dari 500)" in seen.text
    assert waiting.text.startswith("⏳ Permintaan persetujuan sudah dikirim. Pengumuman untuk 501 penerima menunggu")
    assert request.text.startswith("📣 Rina Teladan meminta persetujuan: pengumuman untuk 501 orang, dikirim begitu")
    assert request.labels[:3] == ["Setujui dan kirim", "Lihat penerima", "Kembalikan"]
    assert sample.text.endswith("Rapat Sen, 23 Nov 2026.")
    assert sample.id < request.id
    assert "1 pengumuman menunggu persetujuan Anda" in home.text
    assert again.text == request.text
    assert "semua dalam jangkauan" in who.text
    assert long.text.startswith("Catatan 1 sampai 500 huruf; yang ini 501.")
    assert told.text == '📣 Darma Andaikata mengembalikan pengumuman: "Tanggalnya keliru." Drafnya tersimpan.'
    assert told.labels == ["Ubah isi", "Hapus draf"]
    assert mended.text.startswith('⚠️ Dikembalikan: "Tanggalnya keliru."')
    assert "sudah berubah" in (gone.text or "")
    assert approved.text.startswith("✅ Disetujui untuk 501 penerima.")
    assert heard.text.startswith("📣 Darma Andaikata menyetujui pengumuman Anda.")
    [row] = await rows(bot_world)
    assert row["state"] in UNDER_WAY
    assert row["body"]["text"]["id"] == "Rapat Sel, 24 Nov 2026."
    async with bot_world.database.read() as connection:
        done = list(await connection.scalars(select(AuditRow.action).where(AuditRow.subject == "broadcast")))
    assert done == [
        "broadcast.drafted",
        "broadcast.requested",
        "broadcast.returned",
        "broadcast.edited",
        "broadcast.requested",
        "broadcast.approved",
    ]


async def test_nobody_approves_their_own_and_nobody_elsewhere_sees_it(bot_world: World, rina: Person) -> None:
    dewi = await meet(bot_world, DEWI)
    await employ(bot_world, 501)
    draft = await write(rina)
    await preview(rina)
    await rina.tap("Minta persetujuan")
    on = (await dewi.last()).id

    own = await (await rina.press_data("anz:1:1", on=draft.id)).answer()
    returned = await (await rina.press_data("an1:1:1", on=draft.id)).answer()
    foreign = [
        await (await dewi.press_data(data, on=on)).answer()
        for data in ("and:1", "any:1:1", "anz:1:1", "an2:1", "an1:1:1", "anx:1")
    ]
    home = await dewi.ask("/kelola")

    assert own.text == returned.text == "Pengumuman Anda sendiri disetujui oleh orang kedua."
    assert {one.show_alert for one in foreign} == {True}
    assert len({one.text for one in foreign}) == 1
    assert "Periksa pengumuman" not in home.labels
    assert [row["state"] for row in await rows(bot_world)] == ["waiting"]


async def test_a_picture_and_a_document_with_words_under_them(bot_world: World, rina: Person) -> None:
    await employ(bot_world, 1)
    await rina.ask("/umumkan")
    await rina.tap("Tulis pengumuman")
    await rina.send_file("aula.png", PNG, "image/png", "Aula yang baru.")
    drawn = await rina.until("Lampiran: gambar")
    await rina.tap("Lepas lampiran")
    await rina.tap("Beri lampiran")
    words = await say(rina, "nanti saja")
    await rina.send_file("contoh-data.xlsx", b"PK", "application/vnd.ms-excel")
    attached = await rina.until("Lampiran: contoh-data.xlsx")
    await rina.tap("Ubah teks")
    long = await say(rina, "x" * 800)
    await rina.tap("⬅️ Kembali")
    await rina.press("Lihat pratinjau")
    await rina.until("1 penerima")
    sample = next(one for one in reversed(await rina.messages()) if "Aula yang baru." in one.text)

    assert "Isi: Aula yang baru." in drawn.text
    assert words.text.startswith("Kirim satu gambar atau satu dokumen.")
    assert "Isi: Aula yang baru." in attached.text
    assert long.text.startswith("Panjangnya 800 huruf, paling banyak 778.")
    assert sample.text.startswith("📣 BPSDM DKI Jakarta untuk ASN")
    assert sample.raw["document"]
    [row] = await rows(bot_world)
    assert row["body"]["media"]["kind"] == "document"


async def test_a_time_a_template_taking_back_and_deleting(bot_world: World, rina: Person, darma: Person) -> None:
    await employ(bot_world, 1)
    await write(rina)
    await preview(rina)
    times = await rina.tap("Atur waktu")
    await rina.tap("Jam lain")
    unclear = await say(rina, "besok-besok")
    past = await say(rina, "16 Nov 2026 pukul 09.00")
    timed = await say(rina, "18 Nov 2026 pukul 09.00")
    kept = await rina.tap("Simpan draf")
    await rina.tap("Draf")
    await rina.tap("1")
    await preview(rina)
    await rina.tap("Simpan templat")
    saved = await say(rina, "Kelas pindah")
    await rina.tap("Kirim")
    room = await rina.ask("/umumkan")
    await rina.tap("Yang menunggu")
    stands = await rina.tap("1")
    back = await rina.tap("Tarik kembali")
    asked = await rina.tap("Hapus draf")
    deleted = await rina.tap("Hapus draf")

    await darma.ask("/umumkan")
    await darma.tap("Templat")
    await darma.tap("1")
    copied = await darma.tap("Pakai templat")

    assert times.labels[:3] == ["Segera", "Sel, 17 Nov 13.00", "Rab, 18 Nov 08.00"]
    assert unclear.text.startswith("Waktunya belum terbaca.")
    assert past.text.startswith("Waktunya harus sesudah sekarang")
    assert "Waktu: Rab, 18 Nov 2026 pukul 09.00 WIB" in timed.text
    assert kept.text == "Pengumuman\n\n1 draf"
    assert saved.text.startswith('✅ Templat "Kelas pindah" tersimpan')
    assert "1 menunggu waktu atau persetujuan" in room.text
    assert "Dikirim Rab, 18 Nov 2026 pukul 09.00 WIB" in stands.text
    assert back.text.startswith("✅ Pengumuman ditarik kembali")
    assert asked.labels == ["Simpan draf", "Hapus draf"]
    assert deleted.text.startswith("Draf sudah dihapus.")
    assert "Isi: Kelas pindah ke Aula Lantai 3." in copied.text
    assert [(row["template"], row["state"]) for row in await rows(bot_world)] == [
        ("Kelas pindah", "draft"),
        (None, "draft"),
    ]


async def test_without_a_role_there_is_nothing_to_announce(bot_world: World) -> None:
    yohana = await meet(bot_world, 600000001)

    refusal = await yohana.ask("/umumkan")

    assert "penyelenggara" in refusal.text
    begun = bot_world.app.tools.announcing.shelf(actor_telegram_id=600000001)
    assert await refused(begun) == "not-allowed"


async def test_among_many_agencies_and_trainings_the_recipients_are_found_by_name(bot_world: World) -> None:
    sekar = await meet(bot_world, SEKAR)
    await write(sekar)
    await sekar.tap("Pilih penerima")
    await sekar.tap("Pilihan lain")
    pages = await sekar.tap("Instansi")
    asked = await sekar.tap("Cari nama")
    none = await say(sekar, "zzyzx & <b>qwrty</b>")
    found = await say(sekar, "dinas pangan ntt")
    chosen = await sekar.tap("⬜ 1")
    again = await say(sekar, "kemendagri")
    await sekar.tap("⬜ 1")
    audience = await sekar.tap("Selesai memilih")
    trainings = await sekar.tap("Pelatihan")
    await sekar.tap("Cari nama")
    ketahanan = await say(sekar, "ketahan pangan")
    await sekar.tap("⬜ 1")
    await sekar.send("199003152015032014")
    elsewhere = await sekar.until("NIP")
    before = [message.text for message in await sekar.messages()]

    assert len(pages.labels) <= 8
    assert asked.text.startswith("Ketik sebagian nama instansi penerima")
    assert none.text == 'Belum ada yang cocok dengan "zzyzx & <b>qwrty</b>". Ketik nama lain.'
    assert "1. Dinas Pangan" in found.text
    assert "Dinas Pangan" in chosen.text.split("Penerima:")[1]
    assert "✅ 1" in chosen.labels
    assert "Kemendagri" in again.text
    assert "atau" in audience.text.split("Penerima:")[1]
    assert "Cari nama" in trainings.labels
    assert "1. Analisis Ketahanan Pangan" in ketahanan.text
    assert "199003152015032014" not in "\n".join([*before, elsewhere.text])
    [row] = await rows(bot_world)
    assert {name: len(row["audience"].get(name, ())) for name in ("agencies", "trainings")} == {
        "agencies": 2,
        "trainings": 1,
    }
    assert await bot_world.sandbox.warnings() == []
