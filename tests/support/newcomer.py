"""Somebody who introduces themselves to the bot, as far as a test wants them to have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.conftest import YOHANA
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

NIP, NAME, AGENCY = "199003152015032014", "Yohana Contoh", "Dinas Pangan Provinsi NTT"
KEYBOARD = ["Bagikan nomor saya", "Lewati, minta dicek"]


async def to_nip(world: World, telegram_id: int = YOHANA) -> Person:
    """Agreed, and asked for the NIP."""
    person = world.person(telegram_id)
    await person.ask("/start")
    await person.tap("Baca, lalu mulai")
    await person.press("Setuju dan lanjutkan")
    await person.until("Langkah 1 dari 3")
    return person


async def to_name(world: World, telegram_id: int = YOHANA, nip: str = NIP) -> Person:
    person = await to_nip(world, telegram_id)
    await say(person, nip, "Langkah 2 dari 3")
    return person


async def to_agency(world: World, telegram_id: int = YOHANA, nip: str = NIP, name: str = NAME) -> Person:
    person = await to_name(world, telegram_id, nip)
    await say(person, name, "Langkah 3 dari 3")
    return person


async def introduced(world: World, telegram_id: int = YOHANA, nip: str = NIP, name: str = NAME) -> Person:
    """All three answered: what comes next depends on the staff list."""
    person = await to_agency(world, telegram_id, nip, name)
    await choose_agency(person)
    return person


async def to_phone(world: World) -> Person:
    person = await introduced(world)
    await person.until("Satu lagi: nomor HP")
    return person


async def to_request(world: World) -> Person:
    """Without a phone number, and asking for a check."""
    person = await to_phone(world)
    await say(person, "Lewati, minta dicek", "Tanpa nomor HP")
    await tap(person, "Minta diperiksa", "Terkirim ke BPSDM NTT")
    return person


async def choose_agency(person: Person) -> None:
    await say(person, "dinas pangan ntt", f"1. {AGENCY}")
    await person.press("1")


async def say(person: Person, text: str, wanted: str) -> Message:
    await person.send(text)
    return await person.until(wanted)


async def tap(person: Person, label: str, wanted: str) -> Message:
    await person.press(label)
    return await person.until(wanted)


async def texts(person: Person) -> str:
    return "\n".join(message.text for message in await person.messages())
