"""What lies before a person in the next days, as a calendar file needs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from services.clock import Clock
from services.papers.seat import SeatPaper, own_paper, seat_paper
from services.reminders.agenda import DAYS
from services.vault import Vault
from storage.database import Database
from storage.repositories.people import People
from storage.repositories.reminders import Entry, Reminders


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPaper:
    """Starts with their seats, and what must be done or opens until a moment."""

    seats: tuple[SeatPaper, ...]
    deadlines: tuple[Entry, ...]

    def __bool__(self) -> bool:
        return bool(self.seats or self.deadlines)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetAgendaPaper:
    """The agenda of a person's next 30 days (`GetAgenda`), its starts with all that is known of them."""

    database: Database
    vault: Vault
    now: Clock

    async def __call__(self, *, telegram_id: int) -> AgendaPaper:
        now = self.now()
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            until = now + timedelta(days=DAYS)
            found = await Reminders(connection).list_agenda(person.id, after=now, until=until) if person else ()
            starts = [await own_paper(connection, telegram_id, entry.about) for entry in found if entry.kind == "start"]
        return AgendaPaper(
            seats=tuple(seat_paper(paper, until, self.vault) for paper, until in starts),
            deadlines=tuple(entry for entry in found if entry.kind != "start"),
        )
