"""Organizers vouch for people: from the message they get to the result the person reads."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot.callbacks_verification import DoNotVouch, ShowVerification, Vouch
from services.identity import Requested
from storage.tables import DeliveryRow
from tests.journeys.conftest import DEWI, RINA, SRI, STRANGER, World
from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

DARMA = 700000004
LESTARI_NIP, SECOND_NIP = "199508172020122031", "199002022015031017"
HAS_BUTTONS = "Permintaan verifikasi"


async def ask(
    world: World, telegram_id: int = STRANGER, nip: str = LESTARI_NIP, name: str = "Lestari Khayal"
) -> Requested:
    """Somebody who is on no staff list introduces themselves and asks BPSDM DKI Jakarta to be checked."""
    tools = world.app.tools
    await tools.people.consent(telegram_id=telegram_id, language="id", version="1")
    await tools.identity.enter_nip(telegram_id=telegram_id, text=nip)
    await tools.identity.enter_name(telegram_id=telegram_id, text=name)
    agency = (await tools.identity.find_agencies(text="bpsdm dki jakarta"))[0]
    await tools.identity.choose_agency(telegram_id=telegram_id, agency_id=agency.id)
    return await tools.identity.request(telegram_id=telegram_id, reason="not-found")


async def meet(world: World, telegram_id: int) -> Person:
    """Telegram lets a bot write only to who has written to it."""
    person = world.person(telegram_id)
    await person.ask("/start")
    return person


@pytest.fixture
async def rina(bot_world: World) -> Person:
    return await meet(bot_world, RINA)


@pytest.fixture
async def lestari(bot_world: World) -> Person:
    return await meet(bot_world, STRANGER)


async def identity_of(world: World, telegram_id: int = STRANGER) -> str:
    person = await world.app.tools.people.find(telegram_id=telegram_id)
    assert person is not None
    return person.identity


async def delivered(world: World) -> list[str]:
    """How all deliveries stand, once none of them is owed any more."""
    async with asyncio.timeout(5):
        while True:
            async with world.database.read() as connection:
                states = list(await connection.scalars(select(DeliveryRow.state)))
            if not {"queued", "sending"} & set(states):
                return states
            await asyncio.sleep(0.01)


async def test_an_organizer_vouches_and_the_person_hears_of_it(bot_world: World, rina: Person, lestari: Person) -> None:
    await ask(bot_world)

    asked = await rina.until(HAS_BUTTONS)
    decided = await rina.tap("Benar")
    result = await lestari.until("sudah memastikan data Anda")

    assert "Nama: Lestari Khayal\nNIP: 19950817 202012 2 031\nInstansi: " in asked.text
    assert "Daftar pegawai: NIP ini belum ada" in asked.text
    assert decided.text == "✅ Sudah dipastikan oleh Rina Teladan. Hasilnya dikabarkan kepada orangnya."
    assert decided.id == asked.id
    assert result.labels == ["Cari pelatihan", "Buka menu"]
    assert await identity_of(bot_world) == "verified"
    assert await bot_world.sandbox.warnings() == []


async def test_the_person_reads_the_note_of_who_did_not_vouch(bot_world: World, rina: Person, lestari: Person) -> None:
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)

    question = await rina.tap("Bukan")
    await rina.send("Nama berbeda dengan SK <2020>.")
    decided = await rina.until("Dijawab")
    result = await lestari.until("belum dapat memastikan")

    assert question.text.startswith("Tulis catatan singkat")
    assert decided.text.startswith('Dijawab "bukan" oleh Rina Teladan.')
    assert 'Catatannya: "Nama berbeda dengan SK <2020>."' in result.text
    assert result.labels == ["Perbaiki data", "Tanya penyelenggara", "Buka menu"]
    assert await identity_of(bot_world) == "rejected"
    assert [message.labels for message in await rina.messages() if "catatan singkat" in message.text] == [[]]


async def test_a_note_is_not_needed(bot_world: World, rina: Person, lestari: Person) -> None:
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await rina.tap("Bukan")

    decided = await rina.tap("Tanpa catatan")
    result = await lestari.until("belum dapat memastikan")

    assert decided.text.startswith('Dijawab "bukan" oleh Rina Teladan.')
    assert "Catatannya" not in result.text


async def test_a_note_that_is_too_long_is_asked_for_again_and_a_nip_in_it_is_masked(
    bot_world: World, rina: Person, lestari: Person
) -> None:
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await rina.tap("Bukan")

    await rina.send("x" * 301)
    again = await rina.until("paling banyak 300")
    undecided = await identity_of(bot_world)
    await rina.send(f"NIP {LESTARI_NIP} milik orang lain.")
    result = await lestari.until("belum dapat memastikan")

    assert "301 karakter" in again.text
    assert undecided == "waiting"
    assert 'Catatannya: "NIP 1995…031 milik orang lain."' in result.text


async def test_one_may_come_back_from_the_note_and_vouch_after_all(
    bot_world: World, rina: Person, lestari: Person
) -> None:
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await rina.tap("Bukan")

    back = await rina.tap("⬅️ Kembali")
    await rina.tap("Benar")

    assert back.text.startswith("Verifikasi 1 dari 1")
    assert back.labels == ["Benar", "Bukan", "⬅️ Kelola"]
    await lestari.until("sudah memastikan data Anda")


async def test_who_comes_second_hears_who_was_first(bot_world: World, rina: Person, lestari: Person) -> None:
    darma = await meet(bot_world, DARMA)
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await darma.until(HAS_BUTTONS)

    await rina.tap("Benar")
    press = await darma.press("Benar")
    answer, seen = await press.answer(), await darma.until("Sudah dipastikan")

    assert answer.text == "Sudah diputuskan Rina Teladan, Sel, 17 Nov 2026 pukul 11.00 WIB."
    assert seen.text.startswith("✅ Sudah dipastikan oleh Rina Teladan.")
    assert answer.times == 1
    await lestari.until("sudah memastikan data Anda")


async def test_a_colleague_may_be_faster_while_the_note_is_written(
    bot_world: World, rina: Person, lestari: Person
) -> None:
    darma = await meet(bot_world, DARMA)
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await darma.until(HAS_BUTTONS)
    await darma.tap("Bukan")

    await rina.tap("Benar")
    press = await darma.press("Tanpa catatan")

    assert (await press.answer()).text is not None
    assert (await darma.until("Sudah dipastikan")).text.startswith("✅ Sudah dipastikan oleh Rina Teladan.")
    await lestari.until("sudah memastikan data Anda")
    assert await identity_of(bot_world) == "verified"


@pytest.mark.parametrize("form", [Vouch, DoNotVouch, ShowVerification])
@pytest.mark.parametrize("who", [SRI, DEWI], ids=["somebody", "another agency's organizer"])
async def test_a_forged_button_moves_nothing(
    bot_world: World, who: int, form: type[Vouch] | type[DoNotVouch] | type[ShowVerification]
) -> None:
    request = await ask(bot_world)
    stranger = await meet(bot_world, who)

    press = await stranger.press_data(form(request=request.request_id).pack(), on=(await stranger.last()).id)
    answer = await press.answer()

    assert answer.show_alert
    assert answer.text == "Bagian ini hanya untuk penyelenggara."
    assert await identity_of(bot_world) == "waiting"
    assert not any("Lestari" in message.text for message in await stranger.messages())


@pytest.mark.parametrize("data", ["vy:0", "vy:99999999999999999999", "vn:-4", "vy:x", "vs:99999999999999999999"])
async def test_a_number_that_never_was_gets_a_kind_word(bot_world: World, rina: Person, data: str) -> None:
    press = await rina.press_data(data, on=(await rina.last()).id)

    answer = await press.answer()

    assert answer.text == "Layar ini sudah berganti. Ini yang terbaru."


async def test_organizers_do_not_vouch_for_themselves(bot_world: World, rina: Person) -> None:
    request = await ask(bot_world, RINA, SECOND_NIP, "Rina Teladan")

    press = await rina.press_data(Vouch(request=request.request_id).pack(), on=(await rina.last()).id)
    answer = await press.answer()

    assert answer.text == "Data sendiri dipastikan oleh rekan, bukan oleh diri sendiri."
    assert await identity_of(bot_world, RINA) == "waiting"


async def test_an_old_button_of_a_withdrawn_request_says_so(bot_world: World, rina: Person) -> None:
    await ask(bot_world)
    asked = await rina.until(HAS_BUTTONS)
    await bot_world.app.tools.identity.enter_name(telegram_id=STRANGER, text="Lestari Khayal Baru")

    press = await rina.press("Benar", on=asked.id)
    answer, seen = await press.answer(), await rina.until("tidak berlaku")

    assert answer.text == "Permintaan ini sudah tidak berlaku: orangnya memperbaiki data, atau sudah terverifikasi."
    assert seen.text == answer.text
    assert await identity_of(bot_world) == "unknown"


async def test_a_withdrawn_request_is_told_to_nobody(bot_world: World, rina: Person) -> None:
    await bot_world.app.tools.people.unreachable(telegram_id=DARMA)
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await bot_world.app.tools.identity.enter_name(telegram_id=STRANGER, text="Lestari Khayal Baru")

    darma = await meet(bot_world, DARMA)
    states = await delivered(bot_world)

    assert sorted(states) == ["sent", "skipped"]
    assert not any(HAS_BUTTONS in message.text for message in await darma.messages())


async def test_the_queue_is_walked_with_skipping_and_ends_empty(bot_world: World, rina: Person) -> None:
    await ask(bot_world)
    bot_world.now.advance(minutes=5)
    await ask(bot_world, SRI, SECOND_NIP, "Sri Andai")
    await rina.until(lambda message: "Sri Andai" in message.text)

    menu = await rina.ask("/kelola")
    first = await rina.tap("Periksa verifikasi")
    second = await rina.tap("Lewati")
    around = await rina.tap("Lewati")
    await rina.tap("Benar")
    following = await rina.tap("Berikutnya")
    last = await rina.tap("Benar")
    empty = await rina.tap("⬅️ Kelola")

    assert menu.text.endswith("1. 2 verifikasi")
    assert [("Lestari" in shown.text, "Sri" in shown.text) for shown in (first, second, around, following)] == [
        (True, False),
        (False, True),
        (True, False),
        (False, True),
    ]
    assert "Berikutnya" not in last.labels
    assert empty.text == "Tidak ada yang menunggu."


async def test_skipping_passes_over_what_was_withdrawn(bot_world: World, rina: Person) -> None:
    await ask(bot_world)
    bot_world.now.advance(minutes=5)
    await ask(bot_world, SRI, SECOND_NIP, "Sri Andai")
    await rina.until(lambda message: "Sri Andai" in message.text)
    await rina.ask("/kelola")
    await rina.tap("Periksa verifikasi")
    await bot_world.app.tools.identity.enter_name(telegram_id=SRI, text="Sri Andai Baru")

    shown = await rina.tap("Lewati")

    assert "Lestari" in shown.text
    assert shown.text.startswith("Verifikasi 1 dari 1")


async def test_the_question_for_a_note_ends_when_the_person_erases_their_data(bot_world: World, rina: Person) -> None:
    await ask(bot_world)
    await rina.until(HAS_BUTTONS)
    await rina.tap("Bukan")
    await bot_world.app.tools.privacy.erase(telegram_id=STRANGER)

    gone = await rina.tap("Tanpa catatan")
    after = await rina.ask("/batal")

    assert gone.text == "Permintaan itu sudah tidak ada."
    assert gone.labels == ["⬅️ Kelola"]
    assert after.text == "Tidak ada yang sedang berjalan."


async def test_who_organizes_nothing_is_told_so(bot_world: World, lestari: Person) -> None:
    answer: Message = await lestari.ask("/kelola")

    assert answer.text == "Bagian ini hanya untuk penyelenggara."
