"""A later edit of what the team wrote: an answer's copy in the asker's chat follows it."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.acting import ANSWER, as_team
from services.helpdesk.message import Said, is_note
from services.helpdesk.telling import EDITED, tell_asker
from storage.database import Database
from storage.repositories.ticket_entries import Entry, Side, TicketEntries


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAnswer:
    """The message behind an answer or a note says something else now.

    Returns the entry as it was; None where the message is neither, nothing changed, or it was taken back. Another
    picture or document takes the place of the one that was sent. Raises NotAllowed, or a Refusal: ticket-own,
    ticket-empty, ticket-long, ticket-note-late (an answer that was sent cannot become a note), ticket-note-stays (nor a
    note an answer).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, said: Said) -> Entry | None:
        now = self.now()
        async with self.database.read() as connection:  # most edits are of other messages
            found = await TicketEntries(connection).find_by_message(said.chat_id, said.message_id)
            if found is None or found.side == Side.ASKER:
                return None
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, found.ticket_id, actor_telegram_id, ANSWER, self.admin_ids)
            entry = await TicketEntries(connection).find(found.id)
            if entry is None or entry.withdrawn_at is not None:
                return None
            body, media = said.tidy(), said.within(entry.media).kept_media
            if (body, media) == (entry.body, entry.media):
                return None
            if entry.side == Side.TEAM and is_note(body):
                raise Refusal("ticket-note-late")
            if entry.side == Side.NOTE and not is_note(body):
                raise Refusal("ticket-note-stays")
            version = entry.version + 1
            await TicketEntries(connection).set(entry.id, body=body, media=media, version=version, edited_at=now)
            if entry.side == Side.TEAM:
                occasion = f"{entry.id}:{version}"
                await tell_asker(connection, ticket, EDITED, now=now, occasion=occasion, entry=entry.id)
            await member.record(connection, "edited", ticket, now, entry=entry.id, version=version)
        return entry
