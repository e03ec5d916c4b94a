"""Seats as people live them: enrolling, waiting, offers, leaving; by HTTP, through the sandbox."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.callbacks_enrolment import Accept, AskToEnrol, EnrolIn, Leave, ShowEnrolment, ShowOffer
from services.enrolment import CancelBatch, Recommend, ReviewRecommendation
from storage.tables import DeliveryRow
from storage.tables.agencies import AgencyRow
from storage.tables.enrolments import EnrolmentRow, OfferRow
from storage.tables.people import PersonRow
from tests.journeys.conftest import BAGUS, RINA, SRI, YOHANA
from tests.support.catalogue import add, add_batch, add_training
from tests.support.newcomer import NAME, NIP, choose_agency, say, tap
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

NAMES = {YOHANA: "Yohana Contoh", SRI: "Sri Andai", BAGUS: "Bagus Misal"}


async def agency_of(world: World, code: str) -> int:
    async with world.database.read() as connection:
        return int((await connection.execute(select(AgencyRow.id).where(AgencyRow.code == code))).scalar_one())


async def meet(world: World, telegram_id: int, language: str = "id") -> Person:
    """A verified civil servant of NTT who has written to the bot."""
    await add(
        world.database,
        PersonRow,
        telegram_id=telegram_id,
        consent_at=world.now(),
        consent_version="2026-11",
        name=NAMES[telegram_id],
        agency_id=await agency_of(world, "dinas-pangan-ntt"),
        identity="verified",
        unit="Bidang Distribusi",
        superior="Sri Andai, Kepala Bidang",
        language=language,
        created_at=world.now(),
    )
    person = world.person(telegram_id)
    await person.ask("/start")
    return person


async def open_batch(world: World, code: str = "uji", capacity: int | None = 1, **changes: object) -> int:
    """A batch from 7 to 11 December 2026 that asks for no recommendation."""
    host = await agency_of(world, "bpsdm-dki")
    training = await add_training(world.database, host, code, title=f"Pelatihan {code}")
    values = {"needs_recommendation": False, "capacity": capacity} | changes
    return await add_batch(world.database, training, host, f"{code}-1", **values)  # type: ignore[arg-type]


async def open_card(person: Person, batch: int) -> Message:
    return await say(person, f"/start p_{batch}", "JP")


async def enrol(person: Person, batch: int) -> Message:
    """From the card to where it leads, by the two taps that it takes."""
    await open_card(person, batch)
    await person.tap("Daftar")
    return await person.tap("Daftar")


async def press(person: Person, data: str) -> str | None:
    """Press a button by its data, however old; the toast."""
    pressed = await person.press_data(data, on=(await person.last()).id)
    return (await pressed.answer()).text


async def state_of(world: World, telegram_id: int, batch: int) -> list[str]:
    async with world.database.read() as connection:
        query = (
            select(EnrolmentRow.state)
            .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
            .where(PersonRow.telegram_id == telegram_id, EnrolmentRow.batch_id == batch)
            .order_by(EnrolmentRow.id)
        )
        return list(await connection.scalars(query))


async def only(world: World, row: type[EnrolmentRow] | type[OfferRow]) -> int:
    async with world.database.read() as connection:
        return int((await connection.execute(select(row.id).order_by(row.id.desc()))).scalars().first() or 0)


async def test_somebody_enrols_and_finds_the_seat_under_their_own(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=2)
    yohana = await meet(bot_world, YOHANA)

    card = await open_card(yohana, batch)
    asked = await yohana.tap("Daftar")
    done = await yohana.tap("Daftar")
    toast = await press(yohana, EnrolIn(batch=batch).pack())
    await yohana.ask("/menu")
    mine = await yohana.tap("Pendaftaran saya")
    one = await yohana.tap("1")

    assert card.labels[:2] == ["Daftar", "Lihat pembagian kursi"]
    assert "Kursi untuk semua 0/2, masih ada 2." in card.text
    assert asked.text.startswith("Daftar Pelatihan uji, 7–11 Des 2026?\n\nYohana Contoh · ")
    assert done.text == (
        "✅ Kursi Anda sudah pasti: Pelatihan uji.\n\n"
        "Sen, 7 Des 2026 pukul 09.00 WITA\nPembatalan sampai Jum, 4 Des 2026 pukul 18.00 WITA."
    )
    assert done.id == asked.id == card.id
    assert done.labels == ["Simpan ke kalender", "Surat pemanggilan", "Pendaftaran saya", "Menu"]
    assert toast == "Anda sudah terdaftar. Kursinya tetap satu."
    assert mine.text == "Pendaftaran saya\n\n1. ✅ Pelatihan uji · kursi pasti, 7–11\u00a0Des".replace("–", "–\u2060")
    assert one.text.endswith("Riwayat · waktu WITA\n17 Nov 12.00 · Kursi pasti")
    assert one.labels[:2] == ["Simpan ke kalender", "Surat pemanggilan"]
    assert one.labels[2:] == [
        *("Lihat pelatihan", "Tanya penyelenggara", "Batalkan pendaftaran", "⬅️ Pendaftaran saya"),
    ]
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
    assert await bot_world.sandbox.warnings() == []


async def test_a_seat_that_is_given_back_is_offered_and_taken(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(yohana, batch)

    waiting = await enrol(sri, batch)
    await yohana.tap("Pendaftaran saya")
    await yohana.tap("1")
    why = await yohana.tap("Batalkan pendaftaran")
    asked = await yohana.tap("Ada tugas dinas")
    left = await yohana.tap("Batalkan pendaftaran")
    offer = await sri.until("Ada kursi untuk Anda")
    menu = await sri.ask("/menu")
    again = await sri.tap("Jawab tawaran")
    taken = await sri.tap("Terima")
    toast = await press(sri, Accept(offer=await only(bot_world, OfferRow)).pack())

    assert waiting.text.startswith(
        "⏳ Pelatihan uji: Anda masuk daftar tunggu. Kursi terbuka 1/1, Anda urutan ke-1.\n\nBila ada kursi yang lepas"
    )
    assert "tawarannya dikirim ke sini dan ditahan 48 jam." in waiting.text
    assert "Keluar daftar tunggu" in waiting.labels
    assert why.labels[-1] == "Tetap ikut"
    assert "langsung ditawarkan ke urutan berikutnya" in asked.text
    assert asked.labels == ["Tetap ikut", "Batalkan pendaftaran"]
    assert left.text.startswith("Pendaftaran Pelatihan uji dibatalkan Sel, 17 Nov 2026 pukul 12.00 WITA.")
    assert "Jawab sampai Kam, 19 Nov 2026 pukul 12.00 WITA (sisa 2 hari)." in offer.text
    assert offer.labels == ["Terima", "Tolak", "Lihat pelatihan"]
    assert taken.text.startswith("✅ Kursi Anda sudah pasti: Pelatihan uji.")
    assert "⏰ Ada kursi untuk Anda: Pelatihan uji. Jawab sampai Kam, 19 Nov 2026 pukul 12.00 WITA" in menu.text
    assert again.text == offer.text
    assert toast == "Anda sudah terdaftar. Kursinya tetap satu."
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled"]
    assert await state_of(bot_world, SRI, batch) == ["confirmed"]


async def test_an_offer_that_nobody_answers_goes_to_the_next(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, sri, bagus = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    for person in (yohana, sri, bagus):
        await enrol(person, batch)
    await press(yohana, Leave(enrolment=1, why="ill").pack())
    offer = await sri.until("Ada kursi untuk Anda")

    bot_world.now.advance(days=2)
    await bot_world.app.schedule.move_seats()
    told = await sri.until("berakhir Kam, 19 Nov 2026 pukul 12.00 WITA; kursinya sudah diteruskan")
    passed_on = await bagus.until("Ada kursi untuk Anda")
    await sri.press("Terima", on=offer.id)
    late = await sri.until("sudah diteruskan")
    again = await sri.tap("Masuk daftar tunggu")
    rejoined = await sri.tap("Daftar")
    declining = await bagus.tap("Tolak")
    declined = await bagus.tap("Tolak kursi")

    assert offer.id < told.id
    assert told.labels == ["Masuk daftar tunggu", "Cari yang serupa", "Pendaftaran saya", "Menu"]
    assert "(sisa 2 hari)" in passed_on.text
    assert late.text == told.text
    assert late.text.endswith("di urutan paling belakang (kini ke-1).")
    assert again.text.startswith("Daftar Pelatihan uji")
    assert "Kursi terbuka 1/1, Anda urutan ke-1." in rejoined.text
    assert declining.labels == ["⬅️ Kembali ke tawaran", "Tolak kursi"]
    assert declined.text.startswith("Kursi Pelatihan uji Anda tolak dan sudah diteruskan.")
    assert await state_of(bot_world, SRI, batch) == ["expired", "offered"]
    assert await state_of(bot_world, BAGUS, batch) == ["declined"]


async def test_overlapping_seats_are_refused_by_name_and_an_offer_can_be_swapped(bot_world: World) -> None:
    first, second = await open_batch(bot_world, "satu"), await open_batch(bot_world, "dua")
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(sri, second)
    await enrol(yohana, second)
    await enrol(yohana, first)

    refused = await enrol(sri, first)
    await press(sri, Leave(enrolment=1, why="duty").pack())
    await yohana.until("Ada kursi untuk Anda: Pelatihan dua")
    overlap = await yohana.tap("Terima")
    swapped = await yohana.tap("Tukar ke yang ini")

    assert refused.text.startswith("Pelatihan satu (7–11 Des 2026) beririsan dengan Pelatihan dua (7–11 Des 2026)")
    assert refused.labels == ["Cari yang serupa", "Lihat kursi saya", "⬅️ Kembali"]
    assert "Bila ditukar, kursi Pelatihan dua menjadi pasti" in overlap.text
    assert overlap.labels == ["⬅️ Kembali ke tawaran", "Tukar ke yang ini", "Lihat kursi saya"]
    assert swapped.text.startswith("✅ Kursi Anda sudah pasti: Pelatihan dua.")
    assert await state_of(bot_world, YOHANA, first) == ["cancelled"]
    assert await state_of(bot_world, YOHANA, second) == ["confirmed"]


async def test_who_is_not_verified_is_led_to_the_introduction_and_back(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    guest = bot_world.person(YOHANA)

    await open_card(guest, batch)
    await press(guest, EnrolIn(batch=batch).pack())
    consent = await guest.until("Setelah ini Anda kembali ke Pelatihan uji.")
    await tap(guest, "Setuju dan lanjutkan", "Langkah 1 dari 3")
    await open_card(guest, batch)
    first = await guest.tap("Daftar")
    await tap(guest, "Lanjutkan perkenalan", "Langkah 1 dari 3")
    await say(guest, NIP, "Langkah 2 dari 3")
    await say(guest, NAME, "Langkah 3 dari 3")
    await choose_agency(guest)
    await guest.until("Satu lagi: nomor HP")
    await guest.share_contact()
    await guest.until("Anda terverifikasi")
    card = await tap(guest, "Kembali ke pelatihan", "Pelatihan uji")
    asked = await guest.tap("Daftar")
    done = await guest.tap("Daftar")

    assert consent.labels[0] == "Setuju dan lanjutkan"
    assert first.text.startswith("Mendaftar terbuka setelah data Anda dipastikan")
    assert first.labels == ["Lanjutkan perkenalan", "⬅️ Kembali"]
    assert card.labels[0] == "Daftar"
    assert "Yohana Contoh · NIP 1990…014 · Dinas Pangan Provinsi NTT" in asked.text
    assert done.text.startswith("✅ Kursi Anda sudah pasti")


async def test_a_recommendation_is_said_honestly_and_can_be_withdrawn(bot_world: World) -> None:
    batch = await open_batch(bot_world, needs_recommendation=True)
    yohana = await meet(bot_world, YOHANA)

    done = await enrol(yohana, batch)
    await yohana.tap("Pendaftaran saya")
    await yohana.tap("1")
    asked = await yohana.tap("Batalkan pendaftaran")
    left = await yohana.tap("Batalkan pendaftaran")

    assert done.text.startswith("⏳ Pendaftaran tersimpan: Pelatihan uji. Satu langkah lagi: rekomendasi atasan.")
    assert done.labels == ["Unggah surat", "Kirim ke atasan", "Unduh contoh surat", "Pendaftaran saya", "Menu"]
    assert asked.labels == ["Tetap ikut", "Batalkan pendaftaran"]
    assert left.text.startswith("Pendaftaran Pelatihan uji dibatalkan")
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled"]


async def test_an_offer_of_the_night_that_is_answered_in_the_menu_is_not_sent_any_more(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(yohana, batch)
    await enrol(sri, batch)
    bot_world.now.advance(hours=9)
    await press(yohana, Leave(enrolment=1, why="duty").pack())

    menu = await sri.ask("/menu")
    await sri.tap("Jawab tawaran")
    await sri.tap("Terima")
    bot_world.now.advance(hours=10)
    bot_world.app.deliverer.wake()

    assert "Jawab sampai Jum, 20 Nov 2026 pukul 06.00 WITA" in menu.text
    assert await became(bot_world, "seat.offered") == ["skipped"]


async def became(world: World, kind: str) -> list[str]:
    """What became of the messages of a kind, once none is owed any more."""
    async with asyncio.timeout(5):
        while True:
            async with world.database.read() as connection:
                states = list(await connection.scalars(select(DeliveryRow.state).where(DeliveryRow.kind == kind)))
            if not {"queued", "sending"} & set(states):
                return states
            await asyncio.sleep(0.01)


async def test_each_word_about_a_recommendation_comes_by_itself(bot_world: World) -> None:
    batch = await open_batch(bot_world, needs_recommendation=True)
    full = await open_batch(bot_world, "penuh", capacity=0, needs_recommendation=True)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await enrol(yohana, batch)
    await enrol(yohana, full)
    database, now, admins = bot_world.database, bot_world.now, frozenset[int]()
    recommend = Recommend(database=database, now=now)
    review = ReviewRecommendation(database=database, now=now, admin_ids=admins)

    await recommend(superior_telegram_id=sri.id, enrolment_id=1, given=False, reason="Ada tugas lain.")
    no = await yohana.until("belum merekomendasikan Pelatihan uji")
    now.advance(minutes=1)
    await recommend(superior_telegram_id=sri.id, enrolment_id=1, given=True)
    yes = await yohana.until("Atasan Anda merekomendasikan Pelatihan uji")
    now.advance(minutes=1)
    await review(enrolment_id=1, actor_telegram_id=RINA, approved=False, reason="Belum ditandatangani.")
    returned = await yohana.until("belum disetujui BPSDM DKI Jakarta")
    await review(enrolment_id=1, actor_telegram_id=RINA, approved=True)
    sure = await yohana.until("Kursi Anda sudah pasti: Pelatihan uji")
    await review(enrolment_id=2, actor_telegram_id=RINA, approved=True)
    waiting = await yohana.until("Pelatihan penuh: Anda masuk daftar tunggu")

    assert 'Catatannya: "Ada tugas lain."\nPendaftaran tetap tersimpan.' in no.text
    assert yes.labels == ["Lihat pendaftaran saya", "Menu"]
    assert "Surat baru ditunggu BPSDM DKI Jakarta sampai Jum, 20 Nov 2026 pukul 17.00 WITA." in returned.text
    assert sure.labels[-2:] == ["Pendaftaran saya", "Menu"]
    assert "Rekomendasi disetujui BPSDM DKI Jakarta, tetapi kursi untuk Anda sedang penuh." in waiting.text


async def test_a_cancelled_batch_is_told_to_everybody(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana = await meet(bot_world, YOHANA)
    await enrol(yohana, batch)
    admins: frozenset[int] = frozenset()
    cancel = CancelBatch(database=bot_world.database, now=bot_world.now, admin_ids=admins)

    await cancel(batch_id=batch, actor_telegram_id=RINA, reason="Gedung direnovasi.")
    told = await yohana.until("dibatalkan oleh BPSDM DKI Jakarta")

    assert 'Catatannya: "Gedung direnovasi."' in told.text
    assert told.labels == ["Cari yang serupa", "Pendaftaran saya", "Menu"]


@pytest.mark.parametrize("form", ["leave", "show", "accept", "offer"])
async def test_buttons_of_somebody_else_move_nothing(bot_world: World, form: str) -> None:
    batch = await open_batch(bot_world)
    yohana, sri, bagus = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    await enrol(yohana, batch)
    await enrol(sri, batch)
    forged = {
        "leave": Leave(enrolment=1, why="ill").pack(),
        "show": ShowEnrolment(enrolment=1).pack(),
        "accept": Accept(offer=1).pack(),
        "offer": ShowOffer(offer=1).pack(),
    }
    if form in {"accept", "offer"}:
        await press(yohana, Leave(enrolment=1, why="ill").pack())
        await sri.until("Ada kursi untuk Anda")

    toast = await press(bagus, forged[form])

    gone = "Tawaran itu sudah tidak ada." if form in {"accept", "offer"} else "Pendaftaran itu sudah tidak ada."
    assert toast == gone
    assert await state_of(bot_world, BAGUS, batch) == []
    assert await state_of(bot_world, SRI, batch) == ["offered" if form in {"accept", "offer"} else "waitlisted"]


async def test_in_english(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    yohana, sri = await meet(bot_world, YOHANA, "en"), await meet(bot_world, SRI, "en")

    await open_card(yohana, batch)
    seats = await yohana.tap("See the seat plan")
    await yohana.tap("Enrol")
    done = await yohana.tap("Enrol")
    await open_card(sri, batch)
    await sri.tap("Enrol")
    waiting = await sri.tap("Enrol")
    mine = await sri.ask("/saya")

    assert seats.text.startswith("Pelatihan uji: 1 seat\nNot shared: whoever enrols first.\n\nopen\u00a00/1")
    assert done.text.startswith("✅ Your seat is confirmed: Pelatihan uji.\n\nMon, 7 Dec 2026, 09:00 WITA")
    assert "open seats 1/1, your place in line: 1." in waiting.text
    assert mine.text == "My enrolments\n\n1. ⏳ Pelatihan uji · waitlist, place 1"
    assert AskToEnrol(batch=batch).pack().startswith("ea:")
