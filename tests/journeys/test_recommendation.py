"""The superior's letter as people live it: handed in by the person, decided by the host; by HTTP, in the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.callbacks_recommendation import Approve, DoNotApprove, SeeLetter, ShowRecommendation
from storage.tables import RoleRow
from tests.journeys.conftest import DEWI, RINA, YOHANA
from tests.journeys.test_enrolment import agency_of, enrol, meet, open_batch, press, state_of
from tests.journeys.test_verification import DARMA
from tests.support.catalogue import add
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

PDF = b"%PDF-1.7\n" + b"surat rekomendasi\n" * 100
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08" + b"\x00" * 50
RECEIVED = "sedang diperiksa BPSDM DKI Jakarta"


async def ask_for_seat(world: World, telegram_id: int = YOHANA, **changes: object) -> tuple[Person, int]:
    """Somebody who enrolled where a recommendation is needed, and the batch."""
    batch = await open_batch(world, needs_recommendation=True, **changes)  # type: ignore[arg-type]
    person = await meet(world, telegram_id)
    await enrol(person, batch)
    return person, batch


async def hand_in(person: Person, name: str = "surat.pdf", content: bytes = PDF, mime: str = "application/pdf") -> None:
    await person.tap("Unggah surat")
    await person.send_file(name, content, mime)


async def test_what_is_no_letter_is_told_and_texts_and_batal_work_as_ever(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)

    asked = await yohana.tap("Unggah surat")
    await yohana.send_file("surat.pdf", PDF + b"\x00" * (10 * 1024 * 1024), "application/pdf")
    large = await yohana.until("batasnya 10 MB")
    await yohana.send_file("surat.pdf", b"PK\x03\x04 bukan surat", "application/pdf")
    other = await yohana.until("bukan PDF atau foto")
    await yohana.send_voice()
    voice = await yohana.until(lambda message: message.labels == ["⬅️ Kembali"])
    answer = await yohana.ask("apa itu wog")
    await yohana.send_file("surat.png", PNG, "image/png")
    kept = await yohana.until(RECEIVED)
    sent = await yohana.tap("Lihat surat")
    await yohana.tap("Ganti surat")
    await yohana.send("/batal")
    await yohana.until("dihentikan")
    await yohana.send_file("surat.pdf", PDF, "application/pdf")
    closed = await yohana.until("Berkas ini belum disimpan.")

    assert asked.text.startswith("Kirim surat rekomendasi atasan untuk Pelatihan uji")
    assert large.text.startswith("Berkas ini 11 MB")
    assert large.labels == other.labels == ["⬅️ Kembali"]
    assert voice.text == other.text
    assert "Whole of Government" in answer.text
    assert kept.labels[:2] == ["Lihat surat", "Ganti surat"]
    assert sent.text
    assert closed.labels == ["Ganti surat", "Menu"]
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]
    assert await bot_world.sandbox.warnings() == []


async def organizer(world: World, telegram_id: int = RINA) -> Person:
    """An organizer who has written to the bot."""
    person = world.person(telegram_id)
    await person.ask("/start")
    return person


async def test_a_letter_is_handed_in_seen_and_approved(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    rina = await organizer(bot_world)
    await hand_in(yohana)
    await yohana.until(RECEIVED)

    menu = await rina.ask("/menu")
    kelola = await rina.tap("Kelola · 1 menunggu")
    shown = await rina.tap("Periksa rekomendasi")
    await rina.press("Lihat surat")
    below = await rina.until(lambda message: message.id > shown.id and "Setujui" in message.labels)
    letter = next(message for message in await rina.messages() if message.id == below.id - 1)
    done = await rina.tap("Setujui")
    told = await yohana.until("✅ Kursi Anda sudah pasti")
    empty = await rina.tap("⬅️ Kelola")
    toast = await press(rina, Approve(enrolment=1, mark=1).pack())

    assert "Kelola · 1 menunggu" in menu.labels
    assert kelola.text.endswith("1. 1 rekomendasi")
    assert shown.text == (
        "Rekomendasi 1 dari 1 · Pelatihan uji\n\n"
        "Yohana Contoh · Dinas Pangan NTT · NTT\n"
        "Bidang Distribusi\n"
        "Atasan: Sri Andai, Kepala Bidang\n"
        "Surat diunggah Sel, 17 Nov 2026 pukul 11.00 WIB.\n"
        "Bila disetujui: kursi pasti; kursi terbuka menjadi 1/1."
    )
    assert shown.labels == ["Setujui", "Tolak dengan alasan", "Lihat surat", "⬅️ Kelola"]
    assert letter.raw["document"]["name"] == "surat.pdf"
    assert below.text == shown.text
    assert done.text == "✅ Disetujui: kursi Yohana Contoh sudah pasti. Hasilnya dikabarkan kepada orangnya."
    assert "Pelatihan uji" in told.text
    assert empty.text == "Tidak ada yang menunggu."
    assert toast == "Sudah diputuskan Rina Teladan, Sel, 17 Nov 2026 pukul 11.00 WIB."
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
    assert await bot_world.sandbox.warnings() == []


async def test_who_is_not_approved_reads_why_and_hands_in_another(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    rina, darma = await organizer(bot_world), await organizer(bot_world, DARMA)
    await hand_in(yohana)
    await yohana.until(RECEIVED)
    for person in (rina, darma):
        await person.ask("/kelola")
        await person.tap("Periksa rekomendasi")

    asked = await rina.tap("Tolak dengan alasan")
    await rina.send("Surat <belum> ditandatangani.")
    done = await rina.until("belum disetujui")
    told = await yohana.until("belum disetujui BPSDM DKI Jakarta")
    pressed = await darma.press("Setujui")
    second, over = await pressed.answer(), await darma.until("Sudah diputuskan Rina Teladan")
    await yohana.tap("Unggah surat baru")
    await yohana.send_file("foto.png", PNG, "image/png")
    await yohana.until(RECEIVED)
    await darma.tap("⬅️ Kelola")
    await darma.tap("Periksa rekomendasi")
    await darma.press("Lihat surat")
    picture = await darma.until("Surat rekomendasi Yohana Contoh")

    assert asked.text.startswith("Tulis alasan singkat")
    assert done.text.startswith("Rekomendasi Yohana Contoh belum disetujui.")
    assert 'Catatannya: "Surat <belum> ditandatangani."' in told.text
    assert told.labels == ["Unggah surat baru", "Lihat pendaftaran saya", "Menu"]
    assert second.text is not None
    assert second.text.startswith("Sudah diputuskan Rina Teladan")
    assert over.labels == ["⬅️ Kelola"]
    assert picture.raw["photo"]
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]
    assert await bot_world.sandbox.warnings() == []


async def test_a_letter_that_was_replaced_is_looked_at_again(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    rina = await organizer(bot_world)
    await hand_in(yohana)
    await yohana.until(RECEIVED)
    await rina.ask("/kelola")
    await rina.tap("Periksa rekomendasi")
    bot_world.now.advance(minutes=5)
    await yohana.tap("Ganti surat")
    await yohana.send_file("baru.pdf", PDF, "application/pdf")
    await yohana.until("pukul 12.05 WITA")

    pressed = await rina.press("Setujui")
    toast, shown = await pressed.answer(), await rina.until("pukul 11.05 WIB")

    assert toast.text == "Suratnya baru saja diganti. Belum ada yang diputuskan; periksa surat yang terbaru."
    assert shown.labels[0] == "Setujui"
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]


async def test_others_may_not_decide_and_nobody_does_so_for_themselves(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    await hand_in(yohana)
    await yohana.until(RECEIVED)
    await add(
        bot_world.database,
        RoleRow,
        telegram_id=YOHANA,
        agency_id=await agency_of(bot_world, "bpsdm-dki"),
        role="organizer",
        name="Yohana Contoh",
        granted_at=bot_world.now(),
    )
    dewi = await organizer(bot_world, DEWI)
    mark = await mark_now(bot_world)

    for form in (
        Approve(enrolment=1, mark=mark),
        DoNotApprove(enrolment=1, mark=mark),
        SeeLetter(enrolment=1),
        ShowRecommendation(enrolment=1),
    ):
        assert await press(dewi, form.pack()) == "Bagian ini hanya untuk penyelenggara."
    own = await press(yohana, Approve(enrolment=1, mark=mark).pack())
    kelola = await yohana.ask("/kelola")

    assert own == "Rekomendasi diberikan oleh orang lain, bukan oleh diri sendiri."
    assert kelola.text == "Tidak ada yang menunggu."
    assert not any("Yohana" in message.text for message in await dewi.messages())
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]


async def mark_now(world: World) -> int:
    view = await world.app.tools.recommendation.get(enrolment_id=1, actor_telegram_id=RINA)
    return view.mark


async def test_who_hands_nothing_in_is_told_and_can_begin_anew(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)
    bot_world.now.advance(days=3, hours=6)

    await bot_world.app.schedule.move_seats()
    told = await yohana.until("belum diterima sampai Jum, 20 Nov 2026 pukul 17.00 WITA")
    await bot_world.app.schedule.move_seats()
    asked = await yohana.tap("Daftar lagi")
    again = await yohana.tap("Daftar")
    await yohana.ask("/saya")
    await yohana.tap("Yang selesai")
    ended = await yohana.tap("1")

    assert told.labels == ["Daftar lagi", "Cari yang serupa", "Pendaftaran saya", "Menu"]
    assert asked.text.startswith("Daftar Pelatihan uji")
    assert "Ditunggu sampai Sen, 23 Nov 2026" in again.text
    assert "Berakhir, rekomendasi belum diterima" in ended.text
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled", "submitted"]
