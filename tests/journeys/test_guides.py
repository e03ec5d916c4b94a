"""The guides, walked as a person does: question by question, back, changed, shared, to the letter and the picture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import docx
import pytest
from sqlalchemy import select

from bot.callbacks_guides import Assist, Ready
from storage.tables.fsm import FsmRow
from storage.tables.people import PersonRow
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.one_database

STRANGER = 600000004


async def tap_all(person: Person, *names: str) -> Message:
    """Tap one button after another; the last screen."""
    for name in names:
        shown = await person.tap(name)
    return shown


async def refuse(person: Person) -> Message:
    await person.ask("/start g_bk")
    return await tap_all(
        person, "Kami dimintai bantuan", "Pelayanan publik", "b", "Tidak darurat", "a", "Belum dibahas"
    )


async def test_from_the_knowledge_screen_to_a_refusal_and_its_letter(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/menu")
    ask = await person.ask("/cari")

    first = await person.tap("Panduan bantuan dinas")
    refusal = await tap_all(
        person, "Kami dimintai bantuan", "Pelayanan publik", "b", "Tidak darurat", "a", "Belum dibahas"
    )
    letter = await person.tap("Buat surat penolakan")

    assert ask.id == first.id == refusal.id
    assert first.text == "Bantuan Kedinasan · 1 dari 6\n\nPosisi instansi Anda?"
    assert refusal.text.startswith("Boleh menolak, dengan alasan tertulis")
    assert letter.raw["document"]["name"] == "surat-penolakan.docx"
    assert "Lengkapi bagian bertanda […]" in letter.text


async def test_the_letter_can_be_opened(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await refuse(person)

    letter = await person.tap("Buat surat penolakan")
    text = await content_of(bot_world, letter)

    assert "Pasal 36 ayat (1) huruf a" in text


async def content_of(world: World, message: Message) -> str:
    async with world.sandbox.http.get(world.sandbox.url + message.raw["document"]["url"]) as response:
        content = await response.read()
    return "\n".join(line.text for line in docx.Document(io.BytesIO(content)).paragraphs)


async def test_an_emergency_leaves_out_the_disturbance_and_must_be_helped(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start g_bk")

    limits = await tap_all(person, "Kami dimintai bantuan", "Pelayanan publik", "b", "Ya, darurat")
    outcome = await tap_all(person, "Tidak ada", "Belum dibahas")

    assert limits.labels == ["b", "c", "Tidak ada", "⬅️ Kembali"]
    assert outcome.text.startswith("⚠️ Wajib membantu\n")
    assert outcome.labels[0] == "Buat surat jawaban"


async def test_who_asks_has_one_question_less(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start g_bk")

    second = await person.tap("Kami meminta bantuan")
    outcome = await tap_all(person, "Menetapkan keputusan", "d", "Tidak darurat", "Tanpa biaya")

    assert "2 dari 5" in second.text
    assert outcome.text.startswith("Boleh meminta Bantuan Kedinasan")


async def test_one_can_go_back_change_an_answer_and_close(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    outcome = await refuse(person)

    await person.tap("Ubah jawaban")
    asked = await person.tap("4")
    limits = await person.tap("Ya, darurat")
    back = await person.tap("Kembali")
    again = await person.tap("Tidak darurat")
    await tap_all(person, "Tidak ada")
    closed = await person.tap("Tutup")

    assert "4 dari 6" in asked.text
    assert "5 dari 6" in limits.text
    assert back.text == asked.text
    assert "5 dari 6" in again.text
    assert closed.id == outcome.id
    assert closed.text.startswith("Berkewajiban membantu")
    assert closed.labels == ["Buka menu"]


async def test_the_clauses_open_as_cards_below_and_the_outcome_stays(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    outcome = await refuse(person)

    law = await person.tap("Baca pasalnya")
    card = await person.tap("3")

    assert law.id == outcome.id
    assert card.id != outcome.id
    assert card.text.startswith("📘 Kapan Bantuan Kedinasan boleh ditolak")


async def test_a_card_of_the_subject_leads_into_the_guide(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    card = await person.ask("biaya bantuan kedinasan")

    first = await person.tap("Panduan bantuan dinas")

    assert card.labels[:2] == ["Baca selengkapnya", "Panduan bantuan dinas"]
    assert "1 dari 6" in first.text


async def test_a_shared_outcome_opens_for_somebody_else(bot_world: World) -> None:
    outcome = await refuse(bot_world.person(STRANGER))
    url = parse_qs(urlsplit(outcome.button("Bagikan")["url"]).query)["url"][0]
    payload = parse_qs(urlsplit(url).query)["start"][0]

    opened = await bot_world.person(600000002).ask(f"/start {payload}")

    assert opened.text == outcome.text


async def test_old_and_forged_buttons_lead_to_the_question_that_is_open(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    first = await person.ask("/start g_bk")
    forged = Assist.model_validate({"show": "letter", "side": "asked", "urgency": "yes", "obstacle": "a"})

    outside = Assist.model_validate({"show": "letter", "side": "asked", "purpose": "private"})

    await person.press_data(forged.pack(), on=first.id)
    shown = await person.until()
    await person.press_data(outside.pack(), on=first.id)
    without_letter = await person.until()

    assert "2 dari 6" in shown.text
    assert without_letter.text.startswith("Belum termasuk Bantuan Kedinasan")


async def test_an_english_guide_says_that_the_letter_is_indonesian(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/bahasa")
    await person.tap("English")
    await person.ask("/start g_bk")

    outcome = await tap_all(person, "We ask for help", "Other official duty", "e", "No emergency", "Not discussed yet")
    letter = await person.tap("Draft a request")

    assert outcome.text.startswith("You may ask for Bantuan Kedinasan")
    assert "in Indonesian as official letters are" in letter.text


async def test_from_twelve_marks_and_the_signs_to_the_picture(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    first = await person.ask("/start g_siap")

    signs = await tap_all(person, *["Cukup sesuai"] * 11, "Belum sesuai")
    await tap_all(person, "1", "4", "Lanjut", "5")
    await person.press("Lihat hasil")
    picture = await person.until(lambda message: message.raw["photo"] is not None)
    left = next(message for message in await person.messages() if message.id == first.id)

    assert signs.labels == ["⬜ 1", "⬜ 2", "⬜ 3", "⬜ 4", "Lanjut", "⬅️ Kembali"]
    assert picture.text.startswith("Yang paling perlu dibangun: Kepemimpinan fasilitatif, 33%")
    assert left.text == "Kesiapan berkolaborasi: hasilnya ada di bawah ini."
    assert left.labels == []


async def test_after_the_picture_one_can_read_change_and_leave(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start g_siap")
    await tap_all(person, *["Sangat sesuai"] * 12, "Lanjut")
    await person.press("Lihat hasil")
    picture = await person.until(lambda message: message.raw["photo"] is not None)

    card = await person.tap("1")
    changed = await person.tap("Ubah jawaban")

    assert card.text.startswith("📘 Tujuh tanda budaya kolaboratif")
    assert changed.id not in {picture.id, card.id}
    assert changed.labels[3] == "✅ Sangat sesuai"


async def test_a_result_asked_for_too_early_asks_what_is_missing(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    first = await person.ask("/start g_siap")

    await person.press_data(Ready(marks="111100000000", at=13, done=True).pack(), on=first.id)
    shown = await person.until()

    assert "5 dari 14" in shown.text


async def test_nothing_of_the_answers_is_kept(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await refuse(person)
    await tap_all(person, "Buat surat penolakan")
    await person.ask("/start g_siap")
    await tap_all(person, *["Sedikit sesuai"] * 12)

    async with bot_world.database.read() as connection:
        people = (await connection.execute(select(PersonRow.id).where(PersonRow.telegram_id == STRANGER))).all()
        conversations = (await connection.execute(select(FsmRow.__table__))).all()

    assert people == []
    assert not any("asked" in str(kept) or "2222" in str(kept) for kept in conversations)
