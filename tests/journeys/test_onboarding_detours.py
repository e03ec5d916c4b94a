"""The introduction by detours: leaving and coming back, stepping back, old buttons, messages that come twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.journeys.conftest import DEWI, YOHANA
from tests.support.newcomer import (
    NAME,
    NIP,
    choose_agency,
    say,
    tap,
    texts,
    to_agency,
    to_name,
    to_nip,
    to_phone,
    to_request,
)

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

NIP_QUESTION = """Langkah 1 dari 3: NIP

Ketik 18 angka NIP Anda, PNS atau PPPK. Spasi tidak masalah. Contoh: 19900315 201503 2 014
Setelah dibaca, pesan Anda dihapus dari obrolan ini."""


async def test_nothing_typed_is_lost_by_leaving_at_any_step(bot_world: World) -> None:
    person = await to_nip(bot_world)

    menu = await tap(person, "Lewati dulu", "Mendaftar pelatihan terbuka")
    await tap(person, "Lanjutkan perkenalan", "Langkah 1 dari 3")
    await say(person, NIP, "Langkah 2 dari 3")
    await say(person, "/batal", "Yang sudah Anda isi tetap tersimpan")
    await tap(person, "Lanjutkan perkenalan", "Langkah 2 dari 3")
    await say(person, NAME, "Langkah 3 dari 3")
    await say(person, "/start", "Mendaftar pelatihan terbuka")
    await tap(person, "Lanjutkan perkenalan", "Langkah 3 dari 3")
    await choose_agency(person)
    await person.until("Satu lagi: nomor HP")
    await say(person, "/batal", "Yang sudah Anda isi tetap tersimpan")
    keyboard = (await person.view()).keyboard_labels
    await tap(person, "Lanjutkan perkenalan", "Satu lagi: nomor HP")
    await say(person, "/start", "Mendaftar pelatihan terbuka")

    assert "Lanjutkan perkenalan" in menu.labels
    assert keyboard == (await person.view()).keyboard_labels == []
    removals = [
        entry
        for entry in await bot_world.sandbox.ledger(chat=YOHANA, method="sendMessage")
        if "remove_keyboard" in str(entry.params)
    ]
    assert len(removals) == 2


async def test_a_step_back_keeps_what_was_answered(bot_world: World) -> None:
    person = await to_agency(bot_world)

    name = await tap(person, "Kembali", "Langkah 2 dari 3")
    nip = await tap(person, "Kembali", "Langkah 1 dari 3")
    last = await tap(person, "Pakai yang tersimpan", "Langkah 3 dari 3")

    assert name.text.endswith(f"Tersimpan: {NAME}")
    assert nip.text.endswith("Tersimpan: 19900315 201503 2 014")
    assert name.id == nip.id == last.id


async def test_a_shared_training_is_come_back_to(bot_world: World) -> None:
    batch = (await bot_world.app.tools.catalogue.search(text="Analisis Ketahanan Pangan", limit=1))[0]
    person = bot_world.person(YOHANA)

    card = await person.ask(f"/start p_{batch.id}")
    consent = await tap(person, "Kenali Jalin dulu", "Setelah ini Anda kembali ke Analisis Ketahanan Pangan.")
    await tap(person, "Setuju dan lanjutkan", "Langkah 1 dari 3")
    await say(person, NIP, "Langkah 2 dari 3")
    await say(person, NAME, "Langkah 3 dari 3")
    await choose_agency(person)
    await person.until("Satu lagi: nomor HP")
    await person.share_contact()
    done = await person.until("Anda terverifikasi")
    back = await tap(person, "Kembali ke pelatihan", "Analisis Ketahanan Pangan")

    assert "Analisis Ketahanan Pangan" in card.text
    assert consent.labels[0] == "Setuju dan lanjutkan"
    assert done.labels == ["Kembali ke pelatihan", "Ubah zona waktu", "Buka menu"]
    assert back.id == done.id


async def test_a_sticker_in_a_text_step_is_told_that_text_is_awaited(bot_world: World) -> None:
    person = await to_nip(bot_world)

    await person.send_sticker()
    told = await person.until("Jalin menunggu tulisan di langkah ini.")

    assert told.text == f"Jalin menunggu tulisan di langkah ini.\n\n{NIP_QUESTION}"


async def test_a_button_of_a_step_gone_by_does_nothing_but_say_so(bot_world: World) -> None:
    person = await to_name(bot_world)
    old = await person.last()
    data = old.button("Kembali")["callback_data"]
    new = await say(person, NAME, "Langkah 3 dari 3")

    toast = await (await person.press_data(data, on=old.id)).answer()
    await person.silence()
    await say(person, "/menu", "Mendaftar pelatihan terbuka")
    after = await (await person.press_data(data, on=old.id)).answer()
    menu = await person.until("Mendaftar pelatihan terbuka")

    assert toast.text == after.text == "Layar ini sudah berganti. Ini yang terbaru."
    assert menu.id > new.id


async def test_the_same_message_under_another_number_answers_one_question_only(bot_world: World) -> None:
    person = await to_name(bot_world)
    sent = await person.send(NAME)
    asked = await person.until("Langkah 3 dari 3")

    update = await bot_world.sandbox.queue_update(
        {
            "message": {
                "message_id": sent.message_id,
                "date": 1_795_000_000,
                "chat": {"id": YOHANA, "type": "private", "first_name": "Yohana"},
                "from": {"id": YOHANA, "is_bot": False, "first_name": "Yohana"},
                "text": NAME,
            }
        }
    )
    await person.press("Kembali")
    back = await person.until("Langkah 2 dari 3")

    assert update > sent.update_ids[0]
    assert back.id == asked.id
    assert "Belum ada instansi" not in await texts(person)


async def test_a_question_between_is_answered_and_the_introduction_goes_on(bot_world: World) -> None:
    person = await to_phone(bot_world)
    outcome = await say(person, "Lewati, minta dicek", "Tanpa nomor HP")

    answer = await say(person, "apa itu wog?", "Whole of Government")
    asked = await tap(person, "Minta diperiksa", "Terkirim ke BPSDM NTT")

    assert answer.reply_to is not None
    assert asked.id > answer.id
    assert outcome.id not in [message.id for message in await person.messages() if message.labels]


async def test_a_question_is_not_taken_for_a_name(bot_world: World) -> None:
    person = await to_name(bot_world)

    told = await say(person, "apa itu wog?", "Ini terbaca seperti pertanyaan")
    await say(person, "/batal", "Yang sudah Anda isi tetap tersimpan")
    answer = await say(person, "apa itu wog?", "Whole of Government")

    assert told.text.startswith("Langkah 2 dari 3: Nama")
    assert answer.reply_to is not None


async def test_who_an_organizer_confirms_meanwhile_is_told_so_at_the_next_answer(bot_world: World) -> None:
    person = await to_request(bot_world)
    await tap(person, "Perbaiki data", "Apa yang diperbaiki?")
    await tap(person, "Nama", "Perbaiki nama")
    tools = bot_world.app.tools.identity
    request = (await tools.queue(actor_telegram_id=DEWI))[0]
    await tools.decide(request_id=request, actor_telegram_id=DEWI, confirmed=True, note=None)

    done = await say(person, "Yohana Contoh Lain", "Anda terverifikasi")

    assert NAME in done.text
