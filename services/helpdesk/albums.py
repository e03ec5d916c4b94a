"""Albums: pictures or documents that were sent at once. Each part is an entry of its own, kept with its first part.

Telegram hands the parts one by one, all with the album's number, which stands in an entry's `media`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.helpdesk.acting import ANSWER, as_team
from services.helpdesk.asking import hold_own
from services.helpdesk.message import Said, album_of, title_of
from services.helpdesk.telling import ANSWERED, What, tell_asker, tell_team
from services.helpdesk.thread import wait_again
from storage.database import Database
from storage.repositories.ticket_entries import Entry, Side, TicketEntries
from storage.repositories.tickets import Tickets, TicketState


def together(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """What was said in its order: the parts of an album as one, where its first part stands."""
    said: dict[object, list[Entry]] = {}
    for entry in entries:
        said.setdefault(album_of(entry.media) or entry.id, []).append(entry)
    return [tuple(parts) for parts in said.values()]


def is_later_part(entries: Iterable[Entry], entry: Entry) -> bool:
    """Whether an earlier part of the same album is among the entries."""
    return any(entry in parts[1:] for parts in together(entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinAlbum:
    """Keep a later part of an album with its earlier parts: in their question, on their side. Nothing more is said.

    Returns whether it belongs to them: False where no part of the album was kept. The same message twice is kept once;
    of an answer that was taken back nothing more is kept. What holds for how many messages somebody may write does not
    hold for parts. Raises NotAllowed, or a Refusal: consent-needed, ticket-unknown, ticket-own, ticket-long.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, telegram_id: int, said: Said) -> bool:
        if said.album is None:
            return False
        async with self.database.read() as connection:
            first = await TicketEntries(connection).find_near(said.chat_id, said.message_id, said.album)
        if first is None:
            return False
        async with self.database.write() as connection:
            if first.side == Side.ASKER:
                await self._add(connection, first, telegram_id, said)
            else:
                await self._answer(connection, first, telegram_id, said)
        return True

    async def _add(self, connection: AsyncConnection, first: Entry, telegram_id: int, said: Said) -> None:
        ticket, person = await hold_own(connection, first.ticket_id, telegram_id)
        now, body = self.now(), said.tidy()
        entry_id = await self._keep(connection, first, person.id, said)
        if entry_id is None:
            return
        what = What.REOPENED if ticket.state == TicketState.CLOSED else What.PART
        if not ticket.title and body:
            await Tickets(connection).set(ticket.id, title=title_of(body))
        ticket = await wait_again(connection, ticket, now)
        await tell_team(connection, ticket, what, now=now, occasion=str(entry_id), entry_id=entry_id)

    async def _answer(self, connection: AsyncConnection, first: Entry, telegram_id: int, said: Said) -> None:
        ticket, member = await as_team(connection, first.ticket_id, telegram_id, ANSWER, self.admin_ids)
        now, entry_id = self.now(), await self._keep(connection, first, member.person_id, said)
        if entry_id is None:
            return
        if first.side == Side.NOTE:
            await member.record(connection, "noted", ticket, now, entry=entry_id)
            return
        await tell_asker(connection, ticket, ANSWERED, now=now, occasion=str(entry_id), entry=entry_id)
        await member.record(connection, "answered", ticket, now, entry=entry_id)
        if said.tidy():  # a group reads the words of an answer that was written elsewhere
            await tell_team(connection, ticket, What.ANSWERED, now=now, occasion=str(entry_id), entry_id=entry_id)

    async def _keep(self, connection: AsyncConnection, first: Entry, author_id: int | None, said: Said) -> int | None:
        """The new entry; None where it was kept before, or its album was taken back."""
        entries = TicketEntries(connection)
        held = await entries.find(first.id)
        if held is None or held.withdrawn_at is not None:
            return None
        return await entries.add(
            ticket_id=first.ticket_id,
            author_id=author_id,
            side=first.side,
            body=said.tidy(),
            at=self.now(),
            **said.source,
        )


async def parts_of(connection: AsyncConnection, entry: Entry) -> list[Entry]:
    """All parts of the album that an entry belongs to, in their order; of any other entry itself alone."""
    album = album_of(entry.media)
    if album is None:
        return [entry]
    return [one for one in await TicketEntries(connection).list(entry.ticket_id) if album_of(one.media) == album]


async def is_part(connection: AsyncConnection, entry: Entry) -> bool:
    """Whether an entry continues an album; one that begins it, or stands alone, does not."""
    return (await parts_of(connection, entry))[0].id != entry.id


def titled(bodies: Iterable[str]) -> str:
    """The title of a question: of its first words, in whichever part they stand."""
    return next((title for body in bodies if (title := title_of(body))), "")
