"""Papers as people get them: the calendar file, the call letter and its check, the draft; by HTTP, in the sandbox."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import icalendar
import pytest

from bot.callbacks_papers import GetPaper
from services.enrolment import CancelBatch
from services.papers import check_payload
from tests.journeys.conftest import BAGUS, RINA, YOHANA
from tests.journeys.test_enrolment import enrol, meet, open_batch, press
from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World


async def document(world: World, person: Person, label: str) -> tuple[Message, bytes]:
    """The document that a button brings."""
    await person.press(label)
    message = await person.until(lambda message: message.raw["document"] is not None)
    async with world.sandbox.http.get(world.sandbox.url + message.raw["document"]["url"]) as response:
        return message, await response.read()


async def test_a_sure_seat_comes_with_calendar_file_and_call_letter(bot_world: World) -> None:
    batch = await open_batch(bot_world, access="Gedung B, lantai 3", place="Kampus BPSDM")
    yohana, bagus = await meet(bot_world, YOHANA), await meet(bot_world, BAGUS)
    await enrol(yohana, batch)
    await enrol(bagus, batch)

    calendar, dates = await document(bot_world, yohana, "Simpan ke kalender")
    letter, pdf = await document(bot_world, yohana, "Surat pemanggilan")
    await yohana.press("Surat pemanggilan")
    again = await yohana.until(lambda message: message.id > letter.id)
    back = await yohana.tap("Lihat pendaftaran saya")
    foreign = [await press(bagus, GetPaper(enrolment=1, kind=kind).pack()) for kind in ("calendar", "call", "draft")]
    unsure = await press(bagus, GetPaper(enrolment=2, kind="call").pack())

    (event,) = icalendar.Calendar.from_ical(dates.decode()).walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert f"https://t.me/jalin_bot?start=p_{batch}" in str(event["DESCRIPTION"])
    assert "Gedung B, lantai 3" in str(event["DESCRIPTION"])
    assert calendar.raw["document"]["name"] == "jadwal-pelatihan.ics"
    assert calendar.labels == ["Lihat pendaftaran saya", "Menu"]
    assert letter.raw["document"]["name"] == again.raw["document"]["name"] == "surat-pemanggilan.pdf"
    assert pdf.startswith(b"%PDF-")
    assert back.text.startswith("✅ Kursi Anda sudah pasti: Pelatihan uji.")
    assert foreign == ["Pendaftaran itu sudah tidak ada."] * 3
    assert unsure == "Berkas ini tersedia begitu kursi Anda pasti."
    assert not any(message.raw["document"] for message in await bagus.messages())
    assert await bot_world.sandbox.warnings() == []


async def test_whoever_scans_a_call_letter_sees_whether_it_stands(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, stranger = await meet(bot_world, YOHANA), bot_world.person(BAGUS)
    await enrol(yohana, batch)
    seat = await bot_world.app.tools.papers.seat(telegram_id=YOHANA, enrolment_id=1)
    link = f"/start {check_payload(1, seat.code)}"

    stands = await stranger.ask(link)
    cancel = CancelBatch(database=bot_world.database, now=bot_world.now, admin_ids=frozenset())
    await cancel(batch_id=batch, actor_telegram_id=RINA, reason="Gedung direnovasi.")
    over = await stranger.ask(link)
    unknown = await stranger.ask(f"/start {check_payload(1, 'A' * 10)}")

    assert stands.text == (
        "✅ Surat pemanggilan ini berlaku.\nYohana Contoh\nPelatihan uji, 7–11 Des 2026\nTuan rumah BPSDM DKI Jakarta"
    )
    assert over.text.startswith("⚠️ Surat pemanggilan ini tidak berlaku lagi")
    assert unknown.text.startswith("Kode itu tidak cocok dengan surat pemanggilan mana pun.")
    assert unknown.labels == ["Lihat pelatihan", "Menu"]


async def test_the_draft_of_the_letter_is_there_where_one_is_awaited(bot_world: World) -> None:
    batch = await open_batch(bot_world, needs_recommendation=True)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)

    message, draft = await document(bot_world, yohana, "Unduh contoh surat")

    lines = [line.text for line in docx.Document(io.BytesIO(draft)).paragraphs]
    assert message.raw["document"]["name"] == "surat-rekomendasi.docx"
    assert "Nama\t:\tYohana Contoh" in lines
    assert "Pelatihan\t:\tPelatihan uji, Angkatan 2" in lines
