"""Somebody who asks and an organizer who answers, for journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.conftest import RINA, YOHANA
from tests.support.planners import meet
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

DARMA = 700000004
QUESTION = "Apakah tempat parkir bus tersedia?"
"""Nothing that the knowledge base knows."""


async def yohana(world: World) -> Person:
    """Agreed, of an office in NTT, and known by a NIP."""
    identity, who = world.app.tools.identity, YOHANA
    await world.app.tools.people.consent(telegram_id=who, language="id", version="1")
    await identity.enter_nip(telegram_id=who, text="199003152015032014")
    await identity.enter_name(telegram_id=who, text="Yohana Contoh")
    agency = (await identity.find_agencies(text="dinas pangan provinsi ntt", limit=1))[0]
    await identity.choose_agency(telegram_id=who, agency_id=agency.id)
    return await meet(world, who)


async def rina(world: World) -> Person:
    """The organizer of BPSDM DKI Jakarta; her colleague can be reached too."""
    await meet(world, DARMA)
    return await meet(world, RINA)


async def ask(person: Person, question: str = QUESTION, agency: str = "bpsdm dki jakarta") -> Message:
    """Asks an agency that is looked for by its name; the message with the number."""
    await person.ask("/tanya")
    await say(person, question)
    await person.tap("Instansi lain")
    await say(person, agency)
    await person.press("1")
    return await person.until("sudah sampai ke")


async def say(person: Person, text: str) -> Message:
    """What stands below it, with buttons."""
    await person.send(text)
    return await person.until(lambda message: bool(message.labels))
