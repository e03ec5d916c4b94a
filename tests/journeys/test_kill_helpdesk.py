"""`kill -9` while people ask and an organizer answers: no question and no answer is lost, none is kept twice."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import func, select

from bot.loading import load_into
from services.clock import utc_now
from services.helpdesk.telling import ANSWERED
from storage.database import Database
from storage.tables import DeliveryRow, PersonRow
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from tests.journeys.conftest import EXAMPLES, RINA, settings_for
from tests.support.catalogue import add
from tests.support.jalin_process import jalin_running
from tests.support.killing import KILLS, LIMIT, PATIENCE, Insistent, kill_often
from tests.support.sandbox import Message, Sandbox

ASKERS = 8
FIRST_ID = 611_000_001
pytestmark = [pytest.mark.process, pytest.mark.timeout(LIMIT), pytest.mark.one_database]


class Asker(Insistent):
    """Somebody with one question."""

    async def ask(self) -> None:
        await self.write("/tanya", "Tulis pertanyaan")
        await self.write(
            f"Parkir bus nomor {self.person.id} tersedia?", lambda message: "Cari instansi" in message.labels
        )
        await self.tap("Cari instansi", "Ketik sebagian nama instansi")
        await self.write("bpsdm dki jakarta", lambda message: "1" in message.labels)
        await self.tap("1", "sudah sampai ke")
        await self.until("Jawaban T-")


class Organizer(Insistent):
    """Answers every question that is brought, one after the other."""

    async def answer_all(self) -> None:
        for number in range(1, ASKERS + 1):
            card = await self._brought(f"T-000{number} ")
            asked = card.text.split("Parkir bus nomor ")[1].split()[0]
            self.updates.append((await self.person.press("Jawab", on=card.id)).update_id)
            await self.until(f"Tulis jawaban untuk T-000{number}")
            await self.write(f"Jawaban bagi {asked}.", f"✅ Jawaban T-000{number}")

    async def _brought(self, number: str) -> Message:
        view = await self.person.view()
        async with asyncio.timeout(PATIENCE):
            while True:
                for message in view.messages:
                    if message.from_bot and number in message.text and "Jawab" in message.labels:
                        return message
                view = await self.person.view(after=view.changed, wait=PATIENCE)


async def test_no_question_and_no_answer_is_lost_or_kept_twice_by_kills(sandbox: Sandbox, database_url: str) -> None:
    await load_into(settings_for(sandbox.url, database_url), EXAMPLES)
    await sandbox.settings(callback_seconds=600)
    organizer = Organizer(await sandbox.add_person(id=RINA, first_name="Rina"))
    askers = [
        Asker(await sandbox.add_person(id=FIRST_ID + number, first_name=f"Contoh {number}")) for number in range(ASKERS)
    ]
    agreed = {"consent_version": "1", "consent_at": utc_now(), "created_at": utc_now()}
    database = Database(database_url)
    for asker in askers:
        await add(database, PersonRow, telegram_id=asker.person.id, **agreed)

    async with jalin_running(sandbox.url, database_url, LOG_LEVEL="INFO") as jalin:
        await organizer.write("/start", "Halo")
        journeys = asyncio.gather(organizer.answer_all(), *(asker.ask() for asker in askers))
        await kill_often(sandbox, jalin, journeys, kills=KILLS * 3 // 5)
        await journeys
        async with asyncio.timeout(PATIENCE):  # what was seen, but not noted, is sent once more after its lease
            while await _answers(database) != {"sent": ASKERS}:
                await asyncio.sleep(0.1)
        assert await jalin.stop() == 0

    people = select(TicketRow.id, PersonRow.telegram_id).join(PersonRow, PersonRow.id == TicketRow.person_id)
    async with database.read() as connection:
        tickets = (await connection.execute(people)).all()
        said = select(TicketEntryRow.side, TicketEntryRow.ticket_id, func.count()).group_by(
            TicketEntryRow.side, TicketEntryRow.ticket_id
        )
        kept = {(side, ticket): count for side, ticket, count in await connection.execute(said)}
    assert sorted(asker for _, asker in tickets) == [asker.person.id for asker in askers]
    assert kept == {(side, number): 1 for side in ("asker", "team") for number in range(1, ASKERS + 1)}
    assert await _answers(database) == {"sent": ASKERS}
    answers = [[m.text for m in await asker.person.messages() if "Jawaban bagi" in m.text] for asker in askers]
    for asker, copies in zip(askers, answers, strict=True):
        assert copies
        assert all(f"Jawaban bagi {asker.person.id}." in text for text in copies)
    # What Telegram took while its process died before it could note that is sent again.
    assert sum(map(len, answers)) <= ASKERS + KILLS
    await database.close()


async def _answers(database: Database) -> dict[str, int]:
    """How many answers are owed, by what became of them."""
    query = select(DeliveryRow.state, func.count()).where(DeliveryRow.kind == ANSWERED).group_by(DeliveryRow.state)
    async with database.read() as connection:
        rows = await connection.execute(query)
        return dict(rows.all())
