"""The first step of the introduction: a NIP is read, its faults are named, and it leaves the chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.newcomer import (
    NAME,
    NIP,
    say,
    tap,
    texts,
    to_name,
    to_nip,
)

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

AGAIN = "Silakan kirim lagi selengkapnya."
REST_FITS = "Bagian lain sudah sesuai. Silakan kirim ulang NIP Anda."


async def test_the_message_with_the_nip_leaves_the_chat(bot_world: World) -> None:
    person = await to_nip(bot_world)

    await say(person, "19900315 201503 2 014", "Langkah 2 dari 3")

    assert all(message.from_bot or message.text == "/start" for message in await person.messages())
    assert "201503" not in await texts(person)


async def test_a_nip_that_telegram_keeps_in_the_chat_is_owned_up_to(bot_world: World) -> None:
    person = await to_nip(bot_world)
    await bot_world.sandbox.fault("5xx", "deleteMessage", status=400, times=1)

    asked = await say(person, NIP, "Langkah 2 dari 3")

    assert asked.text.startswith(
        "⚠️ Pesan berisi NIP tadi belum dapat dihapus dari sini. Anda bisa menghapusnya sendiri.\n\nLangkah 2"
    )
    assert NIP in await texts(person)


async def test_a_nip_deleted_by_its_owner_first_is_not_complained_about(bot_world: World) -> None:
    person = await to_nip(bot_world)
    await bot_world.sandbox.fault("latency", "deleteMessage", seconds=0.3)

    sent = await person.send(NIP)
    await person.delete(sent.message_id)
    asked = await person.until("Langkah 2 dari 3")

    assert asked.text.startswith("Langkah 2")


FAULTS = {
    "1990031520150320": f"Terbaca 16 angka, NIP terdiri dari 18.\n{AGAIN}",
    "19901315 201503 2 014": f"Angka 5–6 (bulan lahir) terbaca 13; bulan hanya 01 sampai 12.\n{REST_FITS}",
    "19900231 201503 2 014": f"Angka 7–8 (tanggal lahir) terbaca 31; Februari 1990 hanya sampai 28.\n{REST_FITS}",
    "19900315 205103 3 014": "Angka 9–12 (tahun pengangkatan) terbaca 2051, belum tiba.\n"
    f"Angka ke-15 terbaca 3; isinya 1 atau 2.\n{REST_FITS}",
    "20200315 201503 2 014": f"Angka 1–4 (tahun lahir) terbaca 2020; paling akhir 2011.\n{REST_FITS}",
    "apa itu wog?": "Belum ada angka yang terbaca. "
    "Ketik 18 angka NIP Anda, atau ketuk Lewati dulu bila ingin bertanya.",
}


async def test_each_fault_of_a_nip_is_named_instead_of_the_question(bot_world: World) -> None:
    person = await to_nip(bot_world)

    told = {text: (await say(person, text, said)).text for text, said in FAULTS.items()}

    assert told == {text: f"Langkah 1 dari 3: NIP\n\n{said}" for text, said in FAULTS.items()}
    left = await texts(person)
    assert [text for text in FAULTS if text in left] == ["apa itu wog?"]


async def test_a_letter_is_offered_as_the_digit_it_stands_for(bot_world: World) -> None:
    person = await to_nip(bot_world)

    offer = await say(person, "19900315 2O1503 2 014", "huruf O")
    again = await tap(person, "Ketik ulang", "Langkah 1 dari 3")
    await say(person, "19900315 2O1503 2 0l4", "huruf l")
    name = await tap(person, "Pakai angka 0 dan 1", "Langkah 2 dari 3")

    assert offer.text == (
        "Karakter ke-10 terbaca huruf O. Maksudnya angka 0?\n\nBila ya, NIP Anda 19900315 201503 2 014."
    )
    assert offer.labels == ["Pakai angka 0", "Ketik ulang"]
    assert again.id == offer.id
    assert "201503" not in name.text


async def test_a_nip_typed_where_its_reason_or_a_letter_is_shown_is_taken_too(bot_world: World) -> None:
    person = await to_nip(bot_world)

    await tap(person, "Baca alasannya", "Mengapa NIP?")
    await say(person, "19900315 2O1503 2 014", "huruf O")
    await say(person, "1990031520150320", "Terbaca 16 angka")
    await tap(person, "Baca alasannya", "Mengapa NIP?")
    await say(person, NIP, "Langkah 2 dari 3")

    assert NIP not in await texts(person)


async def test_a_nip_sent_again_at_the_next_step_leaves_the_chat_too(bot_world: World) -> None:
    person = await to_name(bot_world)

    refused = await say(person, NIP, "Ini terbaca seperti nomor")
    await say(person, NAME, "Langkah 3 dari 3")
    await say(person, NIP, "Belum ada instansi")

    assert refused.text == "Langkah 2 dari 3: Nama\n\nIni terbaca seperti nomor. Silakan ketik nama Anda."
    assert NIP not in await texts(person)
