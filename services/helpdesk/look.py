"""One question as its team sees it: who asks (by a masked NIP), all that was said, and whether answers arrived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.helpdesk.acting import ANSWER, as_team, team_of
from services.helpdesk.telling import ANSWERED, ticket_subject
from services.identity.nip import Nip
from services.vault import Vault
from storage.database import Database
from storage.repositories.helpdesk_lists import AskerBlocks
from storage.repositories.outbox import Outbox
from storage.repositories.people import People
from storage.repositories.ticket_entries import Entry, TicketEntries
from storage.repositories.tickets import Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """A question for its team."""

    ticket: Ticket
    entries: tuple[Entry, ...]
    """Oldest first; notes and what was taken back (without words) are among them."""
    deliveries: Mapping[int, str]
    """Where the delivery of each answer stands, by entry."""
    name: str | None
    nip: str | None
    """Masked."""
    province: str | None
    agency: str | None
    """The asker's."""
    is_blocked: bool
    is_mine: bool
    is_held: bool
    """Somebody looks after it who is in the team still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookTicket:
    """Raises NotAllowed, or a Refusal: ticket-unknown, ticket-own."""

    database: Database
    vault: Vault
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, actor_telegram_id: int) -> TicketView:
        async with self.database.read() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ANSWER, self.admin_ids, lock=False)
            entries = await TicketEntries(connection).list(ticket_id)
            states = await Outbox(connection).map_states(ticket.person_id, ANSWERED, ticket_subject(ticket_id))
            claim = await People(connection).find_claim(ticket.telegram_id)
            team = await team_of(connection, ticket.agency.id, but=ticket.telegram_id)
            is_blocked = await AskerBlocks(connection).is_blocked(ticket.agency.id, ticket.person_id)
        agency = claim.agency if claim else None
        cipher = claim.nip_cipher if claim else None
        return TicketView(
            ticket=ticket,
            entries=entries,
            deliveries={int(occasion): state for occasion, state in states.items()},
            name=claim.name if claim else None,
            nip=Nip(self.vault.decrypt(cipher)).masked if cipher else None,
            province=agency.province if agency else None,
            agency=agency.short_name if agency else None,
            is_blocked=is_blocked,
            is_mine=member.person_id is not None and ticket.holder_id == member.person_id,
            is_held=ticket.holder_id in team,
        )
