"""Asking an agency's organizers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import team_of
from services.helpdesk.albums import titled
from services.helpdesk.asking import check_may_open, hold_asker
from services.helpdesk.message import Said
from services.helpdesk.telling import What, tell_team
from services.helpdesk.waiting import alarm_at
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.ticket_entries import Side, TicketEntries
from storage.repositories.ticket_routes import TicketRoutes
from storage.repositories.tickets import Ticket, Tickets


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A question on its way; `new` is False where the same message had opened it before."""

    ticket: Ticket
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOrganizers:
    """Open a question and owe it to the team: of an agency, or (about its training) of a batch's host.

    The same message opens one. `parts` are the later parts of the album that asks. Raises a Refusal: consent-needed,
    agency-unknown, ticket-nobody (nobody answers there), ticket-empty, ticket-long, ticket-blocked, ticket-flood,
    ticket-many. None of them keeps anything.
    """

    database: Database
    now: Clock

    async def __call__(
        self,
        *,
        telegram_id: int,
        said: Said,
        parts: Sequence[Said] = (),
        agency_id: int | None = None,
        batch_id: int | None = None,
    ) -> Opened:
        now, bodies = self.now(), [one.tidy() for one in (said, *parts)]
        async with self.database.write() as connection:
            person = await hold_asker(connection, telegram_id)
            earlier = await _find_earlier(connection, said, person.id)
            if earlier is not None:
                return Opened(ticket=earlier, new=False)
            agency, training_id = await _route(connection, agency_id, batch_id)
            await check_may_open(connection, person, agency, now)
            if not await team_of(connection, agency.id, but=telegram_id):
                raise Refusal("ticket-nobody", agency=agency.short_name)
            tickets = Tickets(connection)
            ticket_id = await tickets.add(
                agency_id=agency.id,
                person_id=person.id,
                training_id=training_id,
                title=titled(bodies),
                at=now,
                alarm_at=await alarm_at(connection, agency, now),
            )
            ticket = await tickets.find(ticket_id)
            assert ticket is not None
            for number, (one, body) in enumerate(zip((said, *parts), bodies, strict=True)):
                entry_id = await TicketEntries(connection).add(
                    ticket_id=ticket_id,
                    author_id=person.id,
                    side=Side.ASKER,
                    body=body,
                    at=now,
                    **one.source,
                )
                if entry_id is None:  # the message was taken for a question of somebody else's
                    raise Refusal("ticket-unknown")
                what = What.PART if number else What.NEW
                await tell_team(connection, ticket, what, now=now, occasion=str(entry_id), entry_id=entry_id)
        return Opened(ticket=ticket, new=True)


async def _find_earlier(connection: AsyncConnection, said: Said, person_id: int) -> Ticket | None:
    entry = await TicketEntries(connection).find_by_message(said.chat_id, said.message_id)
    if entry is None or entry.author_id != person_id:
        return None
    return await Tickets(connection).find(entry.ticket_id)


async def _route(connection: AsyncConnection, agency_id: int | None, batch_id: int | None) -> tuple[Agency, int | None]:
    if batch_id is not None:
        route = await TicketRoutes(connection).find_batch(batch_id)
        if route is not None:
            return route.agency, route.training_id
    agency = await Agencies(connection).find(agency_id) if agency_id is not None else None
    if agency is None:
        raise Refusal("agency-unknown")
    return agency, None
