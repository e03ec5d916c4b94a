"""Somebody looks for a training: the list, the filter, a name, a shared link."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import select, update

from bot.callbacks import Browse, Card
from storage.tables.agencies import AgencyRow
from storage.tables.people import PersonRow
from storage.tables.trainings import BatchRow
from tests.support.catalogue import add
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.one_database

YOHANA, STRANGER = 600000001, 600000004
AKP = "Analisis Ketahanan Pangan"


async def batch_id(world: World, code: str) -> int:
    async with world.database.read() as connection:
        return int((await connection.execute(select(BatchRow.id).where(BatchRow.code == code))).scalar_one())


async def verify(world: World, telegram_id: int, agency: str = "bpsdm-ntt") -> None:
    async with world.database.read() as connection:
        agency_id = (await connection.execute(select(AgencyRow.id).where(AgencyRow.code == agency))).scalar_one()
    await add(
        world.database,
        PersonRow,
        telegram_id=telegram_id,
        consent_at=world.now(),
        consent_version="2026-11",
        name="Yohana Contoh",
        agency_id=agency_id,
        identity="verified",
        created_at=world.now(),
    )


async def number_of(person: Person, title: str) -> str:
    """The number that the newest list gives a training."""
    lines = (await person.last()).text.splitlines()
    return next(line.split(".")[0] for line in lines if title in line)


def share_link(message: Message) -> str:
    url = message.button("Bagikan")["url"]
    return parse_qs(urlsplit(url).query)["url"][0]


async def test_from_the_list_to_a_card_and_back_to_the_same_page(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    first = await person.ask("/pelatihan")
    second = await person.tap("Berikutnya")
    card = await person.tap("1")
    details = await person.tap("Rincian")
    await person.tap("⬅️ Kembali")
    back = await person.tap("⬅️ Daftar pelatihan")

    assert first.text.startswith("15 pelatihan dibuka\nHalaman 1 dari 4\n")
    assert second.id == first.id == card.id == back.id
    assert "JP" in card.text
    assert "Biaya: " in details.text
    assert back.text == second.text != first.text


async def test_the_card_is_told_in_the_persons_own_zone(bot_world: World) -> None:
    await verify(bot_world, YOHANA)
    person = bot_world.person(YOHANA)

    shown = await person.ask("/pelatihan")
    card = await person.tap(await number_of(person, AKP))

    assert shown.text.startswith("14 pelatihan dibuka untuk NTT")
    assert card.text.splitlines()[:4] == [
        f"{AKP} · Angkatan 2",
        "",
        "Sen, 7 Des 2026 pukul 09.00 WITA sampai Jum, 11 Des 2026",
        "BPSDM DKI Jakarta (tuan rumah) · klasikal · 40 JP",
    ]
    assert "Kursi NTT 0/2, masih ada 2. Perlu rekomendasi atasan." in card.text
    assert "Pendaftaran ditutup Sen, 30 Nov 2026 pukul 17.00 WITA." in card.text


async def test_the_filter_narrows_says_how_many_are_left_and_is_kept(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")
    await person.tap("Saring")

    await person.tap("Kompetensi")
    filtered = await person.tap("Manajerial")
    shown = await person.tap(filtered.labels[0])
    card = await person.tap("1")
    back = await person.tap("⬅️ Daftar pelatihan")

    assert "Kompetensi: manajerial" in filtered.text
    assert filtered.labels[0] == "Lihat 2 pelatihan"
    assert shown.text.splitlines()[1] == "Saringan: manajerial"
    assert "Pelatihan Kepemimpinan" in card.text
    assert back.text == shown.text


async def test_what_opens_later_can_be_added(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")
    await person.tap("Saring")
    await person.tap("Kompetensi")
    await person.tap("Manajerial")

    switched = await person.tap("✅ Sedang dibuka")
    shown = await person.tap(switched.labels[0])

    assert switched.labels[0] == "Lihat 3 pelatihan"
    assert "Nasional Tingkat II" in shown.text
    assert "pendaftaran mulai" in shown.text


async def test_nothing_fits_leads_to_the_nearest_month(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")

    await person.press_data(Browse(competency="m", month="2026-12").pack(), on=shown.id)
    empty = await person.until("Belum ada")
    nearest = await person.tap(empty.labels[0])

    assert empty.text == "Belum ada pelatihan yang cocok: manajerial · Desember 2026.\n\nYang terdekat: Januari 2027."
    assert "Saringan: manajerial · Januari 2027" in nearest.text


async def test_a_name_is_found_in_spite_of_a_slip_and_the_next_text_is_a_question_again(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")

    asked = await person.tap("Cari nama")
    found = await person.ask("ketahanan panggan")
    card = await person.tap("1")
    answer = await person.ask("apa itu wog?")

    assert asked.text.startswith("Ketik nama pelatihan")
    assert f"1. {AKP}" in found.text
    assert card.text.startswith(AKP)
    assert answer.text.startswith("📘")


async def test_the_question_for_a_name_can_be_left(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")
    await person.tap("Cari nama")

    back = await person.tap("⬅️ Daftar pelatihan")
    answer = await person.ask("apa itu wog?")

    assert back.text == shown.text
    assert back.labels == shown.labels
    assert answer.text.startswith("📘")


async def test_a_name_asked_for_twice_still_takes_one_text(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")
    data = shown.button("Cari nama")["callback_data"]
    await (await person.press_data(data, on=shown.id)).answer()
    await (await person.press_data(data, on=shown.id)).answer()

    found = await person.ask("bina damai")
    answer = await person.ask("apa itu wog?")

    assert "1. Bina Damai" in found.text
    assert answer.text.startswith("📘")


async def test_words_behind_the_command_are_looked_up_at_once(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    found = await person.ask("/pelatihan diklatpim 4")
    nothing = await person.ask("/pelatihan xyzzy")

    assert "1. Pelatihan Kepemimpinan Pengawas" in found.text
    assert nothing.text.startswith('Belum ada pelatihan dengan nama mirip "xyzzy".')


async def test_a_shared_link_opens_the_card_for_who_is_new(bot_world: World) -> None:
    yohana, stranger = bot_world.person(YOHANA), bot_world.person(STRANGER)
    await yohana.ask("/pelatihan analisis ketahanan")
    link = share_link(await yohana.tap("1"))

    card = await stranger.ask(f"/start {parse_qs(urlsplit(link).query)['start'][0]}")
    consent = await stranger.tap("Kenali Jalin dulu")

    assert link.startswith("https://t.me/jalin_bot?start=p_")
    assert card.text.startswith(f"Halo! Pelatihan ini dibagikan kepada Anda.\n\n{AKP}")
    assert AKP in consent.text


async def test_a_shared_training_that_is_closed_leads_to_similar_ones(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    closed = await batch_id(bot_world, "akp-1")

    gone = await person.ask(f"/start p_{closed}")
    alike = await person.tap("Cari yang serupa")

    assert gone.text == "Pelatihan yang dibagikan ini sudah tidak dibuka."
    assert f"1. {AKP}" in alike.text


async def test_a_shared_training_that_never_was_leads_to_the_list(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    gone = await person.ask("/start p_999999999")
    shown = await person.tap("Cari yang serupa")

    assert gone.text == "Pelatihan yang dibagikan ini sudah tidak dibuka."
    assert shown.text.startswith("15 pelatihan dibuka")


async def test_an_old_button_of_a_training_taken_back_says_so(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")
    withdrawn = await batch_id(bot_world, "akp-2")
    async with bot_world.database.write() as connection:
        await connection.execute(update(BatchRow).where(BatchRow.id == withdrawn).values(state="draft"))

    await person.press_data(Card(batch=withdrawn, page=2).pack(), on=shown.id)
    gone = await person.until()
    back = await person.tap("⬅️ Daftar pelatihan")

    assert gone.text == "Pelatihan ini sudah tidak ada dalam daftar."
    assert "Halaman 2 dari 4" in back.text


async def test_a_page_that_is_no_longer_there_shows_the_last_one(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")

    await person.press_data(Browse(page=99).pack(), on=shown.id)
    last = await person.until()

    assert "Halaman 4 dari 4" in last.text


async def test_a_list_that_has_been_talked_past_is_shown_anew(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    old = await person.ask("/pelatihan")
    await person.ask("apa itu wog?")

    new = await person.tap("Berikutnya")

    assert new.id > old.id
    assert [message.labels for message in await person.messages() if message.id == old.id] == [[]]


async def test_the_question_keeps_no_button_once_it_is_answered(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")
    asked = await person.tap("Cari nama")

    found = await person.ask("pangan")
    question = next(message for message in await person.messages() if message.id == asked.id)

    assert found.id != asked.id
    assert question.labels == []


async def test_after_looking_for_a_name_no_step_of_an_introduction_takes_the_next_text(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/pelatihan")
    await person.ask("/menu")
    await person.tap("Mulai perkenalan")
    await person.tap("Setuju dan lanjutkan")
    await person.press_data(shown.button("Cari nama")["callback_data"], on=shown.id)
    await person.until("Ketik nama pelatihan")
    await person.ask("bina damai")

    answer = await person.ask("apa itu wog?")
    menu = await person.ask("/menu")

    assert answer.text.startswith("📘 Whole of Government")
    assert menu.labels[0] == "Lanjutkan perkenalan"


async def test_what_opens_later_can_be_chosen_once_it_is_wanted(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/pelatihan")
    await person.tap("Saring")

    without = await person.tap("Bulan")
    await person.tap("⬅️ Kembali")
    await person.tap("✅ Sedang dibuka")
    months = await person.tap("Bulan")

    assert "Februari 2027" not in without.labels
    assert "Februari 2027" in months.labels
