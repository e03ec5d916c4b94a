"""Somebody new introduces themselves: NIP, name, agency, phone, and every way this can end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from storage.tables import DeliveryRow, VerificationRow
from tests.journeys.conftest import DEWI, STRANGER, YOHANA
from tests.support.newcomer import (
    AGENCY,
    KEYBOARD,
    NAME,
    NIP,
    introduced,
    say,
    tap,
    texts,
    to_phone,
    to_request,
)

if TYPE_CHECKING:
    from tests.journeys.conftest import World

UNLISTED = "199508172020122031"
KNOWN_SANDBOX_GAP = "ReplyKeyboardRemove.remove_keyboard"


async def requests(world: World) -> list[str]:
    async with world.database.read() as connection:
        return list((await connection.execute(select(VerificationRow.state))).scalars())


async def owed(world: World, kind: str = "verification-request") -> int:
    async with world.database.read() as connection:
        found = await connection.execute(select(func.count()).where(DeliveryRow.kind == kind))
        return int(found.scalar_one())


async def nothing_unknown_was_sent(world: World) -> bool:
    return all(KNOWN_SANDBOX_GAP in warning for warning in await world.sandbox.warnings())


async def test_who_is_on_the_staff_list_is_verified_by_their_phone(bot_world: World) -> None:
    person = await to_phone(bot_world)
    keyboard_before = (await person.view()).keyboard_labels

    await person.share_contact()
    done = await person.until("Anda terverifikasi")

    assert done.text == f"✅ Anda terverifikasi: {NAME}, {AGENCY}.\n\nWaktu ditampilkan dalam WITA."
    assert done.labels == ["Cari pelatihan", "Ubah zona waktu", "Buka menu"]
    assert keyboard_before == KEYBOARD
    assert (await person.view()).keyboard_labels == []
    assert "…" not in (await texts(person)).split("\n")
    menu = await tap(person, "Buka menu", NAME)
    assert menu.id == done.id
    assert "Lanjutkan perkenalan" not in menu.labels
    assert await nothing_unknown_was_sent(bot_world)


async def test_a_contact_of_somebody_else_is_no_proof_and_the_question_stays(bot_world: World) -> None:
    person = await to_phone(bot_world)

    await person.share_contact("+6284000000001", user_id=DEWI)
    refused = await person.until("bukan nomor akun Telegram Anda")
    keyboard = (await person.view()).keyboard_labels
    await person.share_contact("+6284000000001")
    await person.until("bukan nomor akun Telegram Anda")
    await person.share_contact()
    await person.until("Anda terverifikasi")

    assert refused.text.startswith("Satu lagi: nomor HP")
    assert keyboard == KEYBOARD


async def test_text_and_stickers_at_the_phone_are_answered_with_what_to_tap(bot_world: World) -> None:
    person = await to_phone(bot_world)

    after_text = await say(person, "0840-0000-0001", "Tinggal mengetuk")
    await person.send_sticker()
    after_sticker = await person.until("Tinggal mengetuk")

    assert after_text.text == after_sticker.text
    assert (await person.view()).keyboard_labels == KEYBOARD


async def test_without_a_phone_the_organizers_are_asked_once(bot_world: World) -> None:
    dewi = bot_world.person(DEWI)
    await dewi.ask("/start")
    person = await to_phone(bot_world)

    outcome = await say(person, "Lewati, minta dicek", "Tanpa nomor HP")
    data = outcome.button("Minta diperiksa")["callback_data"]
    first = await person.press_data(data, on=outcome.id)
    second = await person.press_data(data, on=outcome.id)
    await first.answer()
    await second.answer()
    asked = await person.until("Terkirim")

    assert outcome.text == (
        "⏳ Tanpa nomor HP, penyelenggara perlu memastikan ini Anda.\n\n"
        f"{NAME} · 19900315 201503 2 014 · {AGENCY}\n\n"
        "Sambil menunggu, pengetahuan dan daftar pelatihan sudah terbuka."
    )
    assert outcome.labels == ["Minta diperiksa", "Perbaiki data", "Nanti saja"]
    assert asked.text == "⏳ Terkirim ke BPSDM NTT, Sel, 17 Nov 2026 pukul 12.00 WITA. Hasilnya dikabarkan di sini."
    assert await requests(bot_world) == ["open"]
    assert await owed(bot_world) == 1
    await dewi.until("Yohana Contoh")
    assert (await person.view()).keyboard_labels == []


async def test_an_open_request_is_found_again_and_withdrawn_by_corrected_data(bot_world: World) -> None:
    person = await to_request(bot_world)

    menu = await say(person, "/start", "sedang diperiksa")
    request = await tap(person, "Lihat permintaan", "Terkirim ke BPSDM NTT")
    choice = await tap(person, "Perbaiki data", "Apa yang diperbaiki?")
    question = await tap(person, "Nama", "Perbaiki nama")
    await tap(person, "Kembali", "Apa yang diperbaiki?")
    await tap(person, "Kembali", "Terkirim ke BPSDM NTT")
    kept = await requests(bot_world)
    await tap(person, "Perbaiki data", "Apa yang diperbaiki?")
    await tap(person, "Nama", "Perbaiki nama")
    await say(person, "Yohana Contoh, S.P.", "Satu lagi: nomor HP")

    assert menu.id == request.id
    assert choice.text == (
        "Apa yang diperbaiki?\nYang lain tetap tersimpan.\n\n"
        f"NIP: 19900315 201503 2 014\nNama: {NAME}\nInstansi: {AGENCY}"
    )
    assert question.text.endswith(f"Tersimpan: {NAME}")
    assert kept == ["open"]
    assert await requests(bot_world) == ["withdrawn"]


@pytest.mark.parametrize(
    ("nip", "name", "said"),
    [
        pytest.param(NIP, "Lestari Khayal", "dengan nama yang berbeda", id="another name"),
        pytest.param(UNLISTED, "Lestari Khayal", "belum ditemukan di daftar pegawai NTT", id="not on the list"),
    ],
)
async def test_what_stands_in_the_way_is_said_and_can_be_corrected(
    bot_world: World, nip: str, name: str, said: str
) -> None:
    person = await introduced(bot_world, STRANGER, nip, name)

    outcome = await person.until(said)
    await tap(person, "Perbaiki data", "Apa yang diperbaiki?")
    await tap(person, "Nama", "Perbaiki nama")
    await person.send("Yohana Contoh" if nip == NIP else "Lestari Contoh")
    after = await person.until("Satu lagi: nomor HP" if nip == NIP else "Lestari Contoh")

    assert outcome.labels == ["Minta diperiksa", "Perbaiki data", "Nanti saja"]
    assert after.id > outcome.id


async def test_a_phone_that_differs_from_the_list_asks_for_a_check(bot_world: World) -> None:
    person = await introduced(bot_world, STRANGER)
    await person.until("Satu lagi: nomor HP")

    await person.share_contact()
    outcome = await person.until("Nomor HP ini berbeda")

    assert "Minta diperiksa" in outcome.labels
    assert (await person.view()).keyboard_labels == []


async def test_a_nip_of_another_account_stays_with_it(bot_world: World) -> None:
    yohana = await to_phone(bot_world)
    await yohana.share_contact()
    await yohana.until("Anda terverifikasi")

    stranger = await introduced(bot_world, STRANGER)
    outcome = await stranger.until("sudah terhubung ke akun Telegram lain")

    assert "Akun itu tidak berubah." in outcome.text
    owner = await bot_world.app.tools.people.find(telegram_id=YOHANA)
    assert owner is not None
    assert owner.identity == "verified"


async def test_the_whole_way_in_english(bot_world: World) -> None:
    person = bot_world.person(YOHANA)
    await person.ask("/start")

    await tap(person, "English", "Before you start")
    await person.tap("Read, then start")
    await tap(person, "Agree and continue", "Step 1 of 3: NIP")
    await say(person, "1", "1 digit read, a NIP has 18.")
    await say(person, "19900231 201503 2 014", "February 1990 has only 28 days.")
    await say(person, "19900315 2O1503 2 014", "Did you mean the digit 0?")
    await tap(person, "Use the digit 0", "Step 2 of 3: Name")
    await say(person, NAME, "Step 3 of 3: Agency")
    await say(person, "dinas pangan ntt", AGENCY)
    await tap(person, "1", "One more: your phone number")
    await person.share_contact()
    done = await person.until("You are verified")

    assert done.text == f"✅ You are verified: {NAME}, {AGENCY}.\n\nTimes are shown in WITA."
