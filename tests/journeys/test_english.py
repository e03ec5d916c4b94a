"""A whole visit in English: no Indonesian but names, whatever is opened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

STRANGER = 600000004
INDONESIAN = re.compile(
    r"\b(?:anda|yang|untuk|dengan|tidak|belum|sudah|pilih|ketik|data anda|pelatihan|pengetahuan|perkenalan|langkah"
    r"|instansi|kembali|buka|bisa|boleh|dari|saat|waktu|permintaan|silakan|mohon|terkirim|halaman|menunggu|lewati)\b",
    re.IGNORECASE,
)
NAMES = re.compile(
    r"/\w+|Bahasa Indonesia|Pilih bahasa|<b>.*?</b>|<i>.*?</i>|\[.*?\]|^\d+\. .*$|pasal \d+", re.MULTILINE
)
"""Commands, names of trainings and agencies (bold or in lists), the choice of language, which is in both."""


def indonesian_in(message: Message) -> list[str]:
    shown = "\n".join([message.html, *message.labels])
    return INDONESIAN.findall(NAMES.sub(" ", shown))


@pytest.fixture
async def guest(bot_world: World) -> Person:
    """Somebody who chose English at the first word."""
    person = bot_world.person(STRANGER)
    await person.ask("/start")
    await person.tap("English")
    return person


async def test_a_guests_way_is_english(guest: Person) -> None:
    hello = await guest.last()
    screens = [hello, await guest.tap("Read, then start"), await guest.tap("Details"), await guest.tap("Back")]
    screens += [await guest.tap("Do not agree"), await guest.tap("See trainings")]
    for command in ("/menu", "/bantuan", "/pengaturan", "/privasi", "/batal", "/nothing", "/data_saya", "/cari"):
        screens.append(await guest.ask(command))
    await guest.send_sticker()
    screens += [await guest.until(), await guest.ask("/menu"), await guest.tap("More"), await guest.tap("Settings")]
    screens += [await guest.tap("Change time zone"), await guest.tap("Back"), await guest.tap("Language")]

    assert {screen.text: indonesian_in(screen) for screen in screens if indonesian_in(screen)} == {}


async def test_the_introduction_is_english(guest: Person) -> None:
    screens = [await guest.tap("Read, then start"), await guest.tap("Agree and continue")]
    for text in ("1990", "19900315 2O1503 2 014"):
        await guest.send(text)
        screens.append(await guest.until(lambda message: bool(message.labels)))
    await guest.send("198501012010011999")
    screens.append(await guest.until("Step 2"))
    await guest.send("Andai Contoh")
    screens.append(await guest.until("Step 3"))
    await guest.send("bpsdm ntt")
    await guest.until(lambda message: "1" in message.labels)
    await guest.press("1")
    screens.append(await guest.until(lambda message: "Ask" in " ".join(message.labels)))

    assert {screen.text: indonesian_in(screen) for screen in screens if indonesian_in(screen)} == {}


async def test_the_choice_outlives_the_consent(guest: Person) -> None:
    await guest.tap("Read, then start")
    await guest.tap("Agree and continue")

    await guest.send("/menu")
    menu = await guest.until(lambda message: "Trainings" in message.labels)

    assert indonesian_in(menu) == []


async def test_toasts_and_alerts_are_english(guest: Person) -> None:
    shown = await guest.ask("/menu")

    refused = await (await guest.press_data("kelola", on=shown.id)).answer()
    stale = await (await guest.press_data("gone:1", on=shown.id)).answer()

    assert (refused.text, stale.text) == (
        "This part is for organizers only.",
        "This screen has changed. Here is the newest one.",
    )
