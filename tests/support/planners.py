"""Organizers and the secretariat at work on plans, for journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.tables.planning import TrainingMoveRow
from storage.tables.trainings import TrainingRow
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from bot.app import App
    from tests.journeys.conftest import World

DEWI = 700000002
SEKAR, GALIH = 700000003, 700000005
TITLE, OTHER = "Pengawasan Pangan Terpadu Lintas Pasar", "Pengawasan Pangan Lintas Daerah"
WHOLE = {
    "competency": "teknis-fungsional",
    "mode": "klasikal",
    "funding": "APBD",
    "funding_note": "Tuan rumah menanggung pelatihan.",
    "planned_month": "2027-03",
    "summary": "Mengawasi mutu pangan dari lahan sampai pasar.",
    "objectives": "Peserta mengawasi mutu pangan.",
    "materials": "Modul pengawasan.",
}


async def meet(world: World, telegram_id: int) -> Person:
    """Telegram lets a bot write only to who has written to it."""
    person = world.person(telegram_id)
    await person.ask("/start")
    return person


async def say(person: Person, text: str) -> Message:
    """Type an answer; what comes next is the newest message with buttons."""
    await person.send(text)
    return await person.until(lambda message: bool(message.labels))


async def open_room(person: Person) -> Message:
    """From /kelola into the room."""
    await person.ask("/kelola")
    return await person.tap("Rencana pelatihan")


async def agency(app: App, who: int) -> int:
    """The agency somebody organizes for."""
    [found] = await app.tools.planning.agencies(actor_telegram_id=who)
    return found.id


async def drafted(app: App, who: int, title: str = TITLE, **changes: str) -> int:
    """A draft with everything in it."""
    planning = app.tools.planning
    hours = changes.pop("lesson_hours", "40")
    number = await planning.begin(
        actor_telegram_id=who,
        agency_id=await agency(app, who),
        title=title,
        lesson_hours=hours,
        key=f"{who}-{len(title)}",
    )
    for field, text in (WHOLE | changes).items():
        await planning.edit(training_id=number, actor_telegram_id=who, field=field, text=text)
    return number


async def submitted(app: App, who: int, title: str = TITLE, **changes: str) -> int:
    """A draft in the queue of the secretariat."""
    number = await drafted(app, who, title, **changes)
    assert await app.tools.planning.submit(training_id=number, actor_telegram_id=who) == ()
    return number


async def accepted(app: App, who: int = DEWI) -> int:
    """A training that takes seats."""
    number = await submitted(app, who)
    await app.tools.planning.accept(training_ids=(number,), actor_telegram_id=SEKAR)
    return number


async def states(world: World) -> dict[str, str]:
    """Where the trainings of these tests stand."""
    async with world.database.read() as connection:
        query = select(TrainingRow.title, TrainingRow.state).where(TrainingRow.title.in_((TITLE, OTHER)))
        return {row.title: row.state for row in await connection.execute(query)}


async def history(world: World, title: str) -> list[str]:
    """The steps of a training."""
    async with world.database.read() as connection:
        query = select(TrainingMoveRow.what).join(TrainingRow, TrainingRow.id == TrainingMoveRow.training_id)
        return list(await connection.scalars(query.where(TrainingRow.title == title).order_by(TrainingMoveRow.id)))
