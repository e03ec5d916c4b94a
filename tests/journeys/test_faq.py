"""From answer to article: a question or a miss becomes a draft, a colleague agrees, and everybody finds it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiogram.types import InlineKeyboardMarkup
from sqlalchemy import select, update

from bot.faq_export import export
from bot.organizing.faq.buttons import make_article_button
from bot.words import Words
from knowledge import check
from storage.tables import AuditRow, FaqRow, MissRow, PersonRow
from tests.journeys.conftest import BAGUS, DEWI, RINA, STRANGER, YOHANA, World
from tests.journeys.test_enrolment import agency_of
from tests.support.faqs import add_ticket
from tests.support.planners import meet, say
from tests.support.rooms import find_room
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

DARMA = 700000004
ASKED = "Halo, saya Yohana Contoh, nip 19900315 201503 2 014. Peserta dari luar Jakarta dapat penginapan?"
ANSWERED = "Ya, Bu Yohana, asrama tersedia. Hubungi Darma Andaikata, 0812-9990-0001."


@pytest.fixture
async def rina(bot_world: World) -> Person:
    return await meet(bot_world, RINA)


@pytest.fixture
async def darma(bot_world: World) -> Person:
    return await meet(bot_world, DARMA)


async def ticket(world: World) -> int:
    """Yohana asked BPSDM DKI Jakarta, and was answered."""
    await world.app.tools.people.consent(telegram_id=YOHANA, language="id", version="1")
    async with world.database.write() as connection:
        named = update(PersonRow).where(PersonRow.telegram_id == YOHANA).values(name="Yohana Contoh")
        await connection.execute(named)
    yohana = await world.app.tools.people.find(telegram_id=YOHANA)
    assert yohana
    dki = await agency_of(world, "bpsdm-dki")
    return await add_ticket(world.database, dki, yohana.id, [("asker", ASKED), ("team", ANSWERED)])


async def slug(world: World) -> str:
    async with world.database.read() as connection:
        return str(await connection.scalar(select(FaqRow.slug)))


async def test_a_question_becomes_an_article_that_everybody_finds(
    bot_world: World, rina: Person, darma: Person, tmp_path: Path
) -> None:
    bagus = bot_world.person(BAGUS)
    number, at = await ticket(bot_world), (await rina.last()).id
    before = await bagus.ask("penginapan peserta luar jakarta")

    await rina.press_data(f"faqm:{number}", on=at)
    proposed = await rina.until("belum disimpan")
    stale = await rina.press_data(f"faqk:{number}:1", on=proposed.id)
    again = await rina.until("baru saja berubah")
    await stale.answer()
    keep = again.button("Simpan draf")["callback_data"]
    for press in [await rina.press_data(keep, on=again.id) for _ in range(2)]:
        await press.answer()
    draft = await rina.until("Draf artikel")
    asked = await rina.tap("Jawaban singkat")
    nip = await say(rina, "Hubungi 1990 0315 2015 0320 14")
    mended = await say(rina, "Ya, asrama tersedia bagi peserta dari luar daerah.")
    await rina.tap("Kata lain")
    words = await say(rina, "mes peserta\nasrama diklat")
    await rina.tap("Rincian")
    await say(rina, "Bawa:\n- KTP\n- surat tugas")
    waiting = await rina.tap("Minta persetujuan")

    request = await darma.until("meminta persetujuan")
    await darma.press("Kembalikan")
    await darma.until("Apa yang perlu diubah?")
    returned = await say(darma, "Sebutkan tanggalnya.")
    told = await rina.until("mengembalikan artikel")
    await rina.tap("Ubah draf")
    await rina.tap("Judul")
    retitled = await say(rina, "Apakah peserta dari luar Jakarta dapat penginapan?")
    await rina.tap("Minta persetujuan")
    second = await darma.until(lambda message: "meminta persetujuan" in message.text and message.id > returned.id)
    old = request.button("Setujui artikel")["callback_data"]
    late = await (await darma.press_data(old, on=second.id)).answer()
    home = await darma.ask("/kelola")
    await darma.tap("Periksa artikel")
    agree = second.button("Setujui artikel")["callback_data"]
    for press in [await darma.press_data(agree, on=(await darma.last()).id) for _ in range(2)]:
        await press.answer()
    approved = await darma.until("kini dapat ditemukan")
    heard = await rina.until("menyetujui artikel")

    found = await bagus.ask("penginapan peserta luar jakarta")
    whole = await bagus.tap("Baca selengkapnya")
    linked = await bagus.ask(f"/start a_{await slug(bot_world)}")
    inline = await (await bagus.inline("penginapan peserta luar jakarta")).results()
    files = await asyncio.to_thread(export, bot_world.app.settings, tmp_path)
    shelf = await _retire(rina)
    gone = await bagus.ask(f"/start a_{await slug(bot_world)}")
    after = await bagus.ask("penginapan peserta luar jakarta")

    assert "asrama" not in before.text
    assert proposed.text == (
        "Artikel dari T-0001, belum disimpan\n\nPeserta dari luar Jakarta dapat penginapan?\n"
        "Ya, Bu […], asrama tersedia. Hubungi […].\n\nKata lain: Penginapan peserta\n\n"
        "⚠️ 5 bagian pribadi diganti […]: nama, NIP, nomor telepon, alamat surel.\n\n"
        "Periksa lagi: yang tidak dikenali masih bisa tertinggal."
    )
    assert again.text.startswith("Pertanyaan atau jawabannya baru saja berubah.")
    assert "Masih ada […]" in draft.text
    assert "Sekarang: Ya, Bu […], asrama tersedia." in asked.text
    assert nip.text.startswith("Terbaca NIP dalam tulisan Anda.")
    assert "Masih ada" not in mended.text
    assert "Kata lain: mes peserta, asrama diklat" in words.text
    assert waiting.text.startswith("⏳ Menunggu persetujuan orang kedua · BPSDM DKI Jakarta")
    assert request.text.startswith("📘 Rina Teladan (BPSDM DKI Jakarta) meminta persetujuan")
    assert "Bawa:\n- KTP\n- surat tugas" in request.text
    assert returned.text == "Artikel dikembalikan kepada penulisnya dengan catatan Anda."
    assert told.text.startswith("📘 Darma Andaikata mengembalikan artikel Anda, drafnya tersimpan:\nPeserta dari")
    assert told.text.endswith('\nCatatannya: "Sebutkan tanggalnya."')
    assert retitled.text.startswith('⚠️ Dikembalikan: "Sebutkan tanggalnya."')
    assert (late.show_alert, "sudah berubah" in (late.text or "")) == (True, True)
    assert "1 artikel menunggu persetujuan Anda" in home.text
    assert approved.labels == ["Buka artikelnya", "⬅️ Kelola"]
    assert heard.text.startswith("📘 Darma Andaikata menyetujui artikel Anda, kini dapat ditemukan siapa pun:\nApakah")
    assert found.text.startswith("📘 Apakah peserta dari luar Jakarta dapat penginapan?\n\nYa, asrama tersedia bagi")
    assert found.text.splitlines()[-1] == "Sumber: Jawaban BPSDM DKI Jakarta, 17 Nov 2026"
    assert "• KTP\n• surat tugas" in whole.text
    assert linked.text.startswith("📘 Apakah peserta dari luar Jakarta")
    assert inline.results[0].raw["title"] == "Apakah peserta dari luar Jakarta dapat penginapan?"
    assert [file.parent.name for file in files] == ["tanya-jawab"]
    assert [fault.message for fault in check(tmp_path) if "related" not in fault.message] == []
    assert shelf.startswith("Artikel sudah ditarik.")
    assert "asrama" not in gone.text + after.text
    async with bot_world.database.read() as connection:
        done = list(await connection.scalars(select(AuditRow.action).where(AuditRow.subject == "faq")))
    assert done == [
        "faq.drafted",
        *["faq.edited"] * 3,
        *("faq.requested", "faq.returned", "faq.edited", "faq.requested", "faq.approved", "faq.retired"),
    ]
    assert await bot_world.sandbox.warnings() == []


async def _retire(rina: Person) -> str:
    """From /kelola to a look at what it means, and back to the room."""
    await find_room(rina, "Artikel jawaban")
    await rina.tap("Artikel jawaban")
    await rina.tap("Dapat ditemukan")
    shown = await rina.tap("1")
    asked = await rina.tap("Tarik artikel")
    kept = await rina.tap("Biarkan ditemukan")
    assert "Disetujui Darma Andaikata, Sel, 17 Nov 2026" in shown.text
    assert (asked.labels, kept.text) == (["Biarkan ditemukan", "Tarik artikel"], shown.text)
    await rina.tap("Tarik artikel")
    return (await rina.tap("Tarik artikel")).text


async def test_what_was_looked_for_in_vain_becomes_an_article_and_is_settled(
    bot_world: World, rina: Person, darma: Person
) -> None:
    bagus = bot_world.person(BAGUS)
    await bagus.ask("tempat wisata di banyuwangi")
    await find_room(rina, "Pengetahuan")
    await rina.tap("Pengetahuan")
    await rina.tap("Dicari, tidak ada")
    miss = await rina.tap("1")
    draft = await rina.tap("Jadikan artikel")
    await rina.tap("Jawaban singkat")
    written = await say(rina, "Tempat wisata tidak termasuk layanan pelatihan.")
    pressed = await rina.press_data("faqh:1:1", on=written.id)
    stale = await pressed.answer()
    own = await (await rina.press_data("faqy:1:2", on=written.id)).answer()
    await rina.press("Minta persetujuan", on=written.id)
    first = await darma.until("meminta persetujuan")
    recalled = await rina.tap("Ubah artikel")
    await rina.tap("Minta persetujuan")
    await darma.until(lambda message: "meminta persetujuan" in message.text and message.id > first.id)
    await darma.tap("Setujui artikel")
    opened = await darma.tap("Buka artikelnya")
    found = await bagus.ask("tempat wisata di banyuwangi")

    assert miss.labels[0] == "Jadikan artikel"
    assert draft.text.startswith("Draf artikel · BPSDM DKI Jakarta\n\nTempat wisata di banyuwangi\nJawabannya belum")
    assert "Minta persetujuan" not in draft.labels
    assert "sudah berubah" in (stale.text or "")
    assert own.text == "Artikel yang Anda tulis disetujui oleh orang kedua."
    assert recalled.text.startswith("Draf artikel")
    assert opened.text.startswith("📘 Tempat wisata di banyuwangi")
    assert "tidak termasuk layanan pelatihan" in found.text
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(MissRow.settled_at))) == [bot_world.now()]


def _under(ticket_id: int) -> InlineKeyboardMarkup:
    """What stands under a question in its team's group."""
    button = make_article_button(Words().voice("id", None), ticket_id)
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


@pytest.mark.one_database
async def test_from_the_group_the_draft_opens_in_the_pressers_own_chat(bot_world: World, rina: Person) -> None:
    number = await ticket(bot_world)
    dewi = await meet(bot_world, DEWI)
    stranger = await meet(bot_world, STRANGER)

    team = await bot_world.sandbox.add_group("Tim", [RINA, STRANGER], [bot_world.app.bot.id])
    at = await bot_world.app.bot.send_message(team, "T-0001", reply_markup=_under(number))
    led = await (await rina.in_group(team).press("Jadikan artikel", on=at.message_id)).answer()
    foreign = await (await stranger.in_group(team).press("Jadikan artikel", on=at.message_id)).answer()
    opened = await rina.ask(f"/start faq_{number}")
    refused = [await person.ask(f"/start faq_{number}") for person in (dewi, stranger)]
    unknown = await rina.ask("/start faq_99")
    forged = [
        await (await dewi.press_data(data, on=(await dewi.last()).id)).answer()
        for data in (f"faqm:{number}", f"faqk:{number}:0", "faqc:1")
    ]

    assert led.url == f"https://t.me/jalin_bot?start=faq_{number}"
    assert (foreign.url, foreign.text) == (None, "Bagian ini hanya untuk penyelenggara.")
    assert opened.text.startswith("Artikel dari T-0001, belum disimpan")
    assert {one.text for one in refused} == {"Bagian ini hanya untuk penyelenggara."}
    assert unknown.text == "Pertanyaan itu sudah tidak ada."
    assert [one.show_alert for one in forged] == [True] * 3
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(FaqRow.id))) == []
