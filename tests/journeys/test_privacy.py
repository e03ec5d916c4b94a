"""Data rights in the chat: seeing all that is kept, and leaving without a trace."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from sqlalchemy import select

from bot.callbacks_privacy import Erase
from storage.base import Base
from storage.repositories.inbox import Inbox
from tests.journeys.conftest import DEWI, RINA, STRANGER, YOHANA, World
from tests.support.sandbox import Message, Person

NIP, NAME = "199508172020122031", "Lestari Khayal"
YOHANA_NIP = "199003152015032014"


@pytest.fixture
def lestari(bot_world: World) -> Person:
    return bot_world.person(STRANGER)


async def introduce(person: Person) -> None:
    """Nobody by this NIP is on a staff list, so an organizer is asked."""
    await begin(person, NIP)
    await continue_with(person, NAME, "bpsdm dki")
    await person.until("belum ditemukan")
    await person.press("Minta diperiksa")
    await person.until("Terkirim ke")


async def continue_with(person: Person, name: str, agency: str) -> None:
    """Name and agency."""
    await person.send(name)
    await person.until("Langkah 3")
    await person.send(agency)
    await person.until(lambda message: "1" in message.labels)
    await person.press("1")


async def begin(person: Person, nip: str) -> None:
    """Consent and NIP."""
    await person.ask("/start")
    await person.tap("Baca, lalu mulai")
    await person.press("Setuju dan lanjutkan")
    await person.until("Langkah 1")
    await person.send(nip)
    await person.until("Langkah 2")


async def ask_for_document(person: Person) -> Message:
    """The answer to /data_saya; a window that was open loses its buttons meanwhile."""
    await person.send("/data_saya")
    return await person.until(lambda message: message.raw["document"] is not None)


async def document_of(world: World, message: Message) -> Any:
    """The JSON document that the message carries."""
    async with world.sandbox.http.get(world.sandbox.url + message.raw["document"]["url"]) as response:
        return json.loads(await response.read())


async def left_of(world: World, *secrets: str) -> list[str]:
    """Which of these stand anywhere in the database; the roster's own ciphers are the agencies'."""
    await handled(world)
    said = []
    async with world.database.read() as connection:
        for table in Base.metadata.sorted_tables:
            for row in (await connection.execute(select(table))).mappings():
                said += [f"{table.name}.{name}: {_text(value)}" for name, value in row.items()]
    return [line for line in said for secret in secrets if secret in line]


async def handled(world: World) -> None:
    """Until every update is through: what it leaves behind is written after its answer."""
    async with asyncio.timeout(5):
        while True:
            async with world.database.read() as connection:
                if await Inbox(connection).count_waiting() == 0:
                    return
            await asyncio.sleep(0.01)


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


async def test_a_guest_is_told_kindly_that_nothing_is_kept(lestari: Person) -> None:
    shown = await lestari.ask("/data_saya")
    erased = await lestari.ask("/hapus_data")

    assert shown.text.startswith("Tidak ada data Anda yang tersimpan")
    assert erased.text == shown.text
    assert shown.labels == ["Lihat pelatihan", "Menu"]


async def test_all_that_is_kept_comes_as_a_document(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)

    message = await ask_for_document(lestari)
    document = await document_of(bot_world, message)

    assert message.raw["document"]["name"] == "data-saya.json"
    assert message.text.startswith("Inilah semua yang tersimpan tentang Anda.")
    assert document["Profil"]["NIP"] == "19950817 202012 2 031"
    assert document["Profil"]["Nama"] == NAME
    assert document["Profil"]["Status"] == "sedang diperiksa"
    assert [request["Keadaan"] for request in document["Permintaan verifikasi"]] == ["menunggu"]


async def test_the_document_stays_when_one_goes_on(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)
    document = await ask_for_document(lestari)

    await lestari.press("Privasi dan data")
    page = await lestari.until("Anda sudah menyetujui")

    (kept,) = [message for message in await lestari.messages() if message.raw["document"]]
    assert page.id > document.id
    assert kept.text == document.text
    assert kept.labels == []


async def test_keeping_the_data_keeps_it(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)
    await lestari.send("/hapus_data")
    question = await lestari.until("Hapus data Anda")

    kept = await lestari.tap(question.labels[0])

    person = await bot_world.app.tools.people.find(telegram_id=STRANGER)
    assert question.labels == ["Tetap simpan data", "Hapus data saya"]
    assert "Anda sudah menyetujui" in kept.text
    assert person is not None
    assert person.name == NAME


async def test_after_erasing_nothing_is_left_and_one_is_new(bot_world: World, lestari: Person) -> None:
    rina = bot_world.person(RINA)
    await rina.ask("/start")
    await introduce(lestari)
    asked = await rina.until("Permintaan verifikasi")
    lookup = bot_world.app.tools.privacy.export.vault.lookup(NIP).hex()
    await lestari.send("/hapus_data")
    await lestari.until("Hapus data Anda")

    done = await lestari.tap("Hapus data saya")

    assert done.text.startswith("✅ Data Anda sudah dihapus dan persetujuan Anda ditarik.")
    assert await left_of(bot_world, NAME, lookup) == []
    assert await rows_with_id(bot_world) == []
    press = await rina.press("Benar", on=asked.id)
    assert (await press.answer()).text == "Permintaan itu sudah tidak ada."
    assert (await lestari.ask("/start")).text.startswith("Halo! Di sini ASN mencari pelatihan")
    assert (await lestari.ask("/data_saya")).text.startswith("Tidak ada data Anda yang tersimpan")
    assert await bot_world.sandbox.warnings() == []


async def test_erasing_in_the_middle_of_the_introduction_ends_it(bot_world: World, lestari: Person) -> None:
    await begin(lestari, NIP)
    await lestari.send("/hapus_data")
    await lestari.until("Hapus data Anda")

    await lestari.tap("Hapus data saya")
    nothing = await lestari.ask("/batal")

    assert nothing.text == "Tidak ada yang sedang berjalan."
    assert await rows_with_id(bot_world) == []


async def test_erasing_while_the_phone_is_asked_for_takes_its_keyboard_away(bot_world: World) -> None:
    yohana = bot_world.person(YOHANA)
    await begin(yohana, YOHANA_NIP)
    await yohana.send("/hapus_data")
    question = await yohana.until("Hapus data Anda")
    await yohana.ask("/menu")
    await yohana.tap("Lanjutkan perkenalan")
    await continue_with(yohana, "Yohana Contoh", "dinas pangan ntt")
    await yohana.until("nomor HP")
    shown = (await yohana.view()).keyboard_labels

    await yohana.press("Hapus data saya", on=question.id)
    await yohana.until("✅ Data Anda sudah dihapus")

    assert "Bagikan nomor saya" in shown
    assert (await yohana.view()).keyboard_labels == []
    assert await rows_with_id(bot_world, YOHANA) == []


async def test_a_second_press_says_the_same(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)
    await lestari.send("/hapus_data")
    question = await lestari.until("Hapus data Anda")
    await lestari.tap("Hapus data saya")

    press = await lestari.press_data(Erase().pack(), on=question.id)
    answer = await press.answer()

    assert answer.text is None
    assert (await lestari.last()).text.startswith("✅ Data Anda sudah dihapus")


async def test_one_may_begin_anew(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)
    await lestari.send("/hapus_data")
    await lestari.until("Hapus data Anda")
    await lestari.tap("Hapus data saya")

    await introduce(lestari)

    person = await bot_world.app.tools.people.find(telegram_id=STRANGER)
    assert person is not None
    assert person.identity == "waiting"


async def test_an_organizer_keeps_the_role(bot_world: World) -> None:
    dewi = bot_world.person(DEWI)
    await dewi.ask("/start")

    await dewi.send("/hapus_data")
    question = await dewi.until("Hapus data Anda")
    await dewi.tap("Hapus data saya")
    kelola = await dewi.ask("/kelola")

    assert "Peran Anda juga tetap ada" in question.text
    assert kelola.text == "Tidak ada yang menunggu."
    assert (await document_of(bot_world, await dewi.ask("/data_saya")))["Peran"][0]["Peran"] == "penyelenggara"


async def test_in_a_group_nobodys_data_is_shown(bot_world: World) -> None:
    bot = bot_world.app.bot.id
    group = await bot_world.sandbox.add_group("Penyelenggara", [RINA], [bot])
    rina = bot_world.person(RINA).in_group(group)

    await rina.send("/data_saya@jalin_bot")
    await rina.send("/hapus_data@jalin_bot")
    await bot_world.person(RINA).ask("/start")

    said = [message.text for message in await rina.messages() if message.from_bot]
    assert [text for text in said if not text.startswith("Jalin menerima pertanyaan")] == []


async def rows_with_id(world: World, telegram_id: int = STRANGER) -> list[str]:
    """Where the person's Telegram id stands; updates keep the lane they came in for the days they are kept."""
    return [line for line in await left_of(world, str(telegram_id)) if not line.startswith("inbox.lane")]


async def test_the_rights_are_reached_by_buttons_too(bot_world: World, lestari: Person) -> None:
    await introduce(lestari)
    await lestari.send("/privasi")
    await lestari.until(lambda message: "Hapus data saya" in message.labels)

    await lestari.press("Lihat data saya")
    document = await lestari.until(lambda message: message.raw["document"] is not None)
    await lestari.send("/privasi")
    await lestari.until(lambda message: "Hapus data saya" in message.labels)
    asked = await lestari.tap("Hapus data saya")

    assert (await document_of(bot_world, document))["Profil"]["Nama"] == NAME
    assert asked.text.startswith("Hapus data Anda dari Jalin?")
    assert asked.labels[0] == "Tetap simpan data"
