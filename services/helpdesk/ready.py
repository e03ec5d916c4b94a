"""Answers that an agency keeps ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.access import may
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.helpdesk.acting import ANSWER, Member, as_team
from services.helpdesk.answer import Answered, answer
from services.helpdesk.message import Said, is_note, title_of
from storage.database import Database
from storage.repositories.helpdesk_lists import ReadyAnswer, ReadyAnswers

MOST: Final = 30
NO_CHAT: Final = 0
"""The chat of an answer that no message holds."""
READY_NUMBERS: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ListReady:
    """An agency's ready answers, by title. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, agency_id: int, actor_telegram_id: int) -> tuple[ReadyAnswer, ...]:
        async with self.database.read() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            if not may(ANSWER, member.grants, agency_id):
                raise NotAllowed
            return await ReadyAnswers(connection).list(agency_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReady:
    """Keep an answer ready, under its first words; its id. The same text twice is kept once.

    Raises NotAllowed, or a Refusal: ticket-empty, ticket-long, ready-note (`//` would not reach anybody), ready-many.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, agency_id: int, actor_telegram_id: int, html: str) -> int:
        now = self.now()
        body = Said(html=html, chat_id=NO_CHAT, message_id=0).tidy()
        if is_note(body):
            raise Refusal("ready-note")
        async with self.database.write() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            if not may(ANSWER, member.grants, agency_id):
                raise NotAllowed
            ready = ReadyAnswers(connection)
            kept = await ready.list(agency_id)
            same = next((one.id for one in kept if one.body == body), None)
            if same is not None:
                return same
            if len(kept) >= MOST:
                raise Refusal("ready-many", most=MOST)
            ready_id = await ready.add(
                agency_id=agency_id, title=title_of(body), body=body, author_id=member.person_id, at=now
            )
            await member.put_on_record(connection, "ready.added", "ready", ready_id, now, agency_id=agency_id)
        return ready_id


@dataclass(frozen=True, slots=True, kw_only=True)
class GetReady:
    """One ready answer. Raises NotAllowed, or Refusal("ready-gone")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, ready_id: int, actor_telegram_id: int) -> ReadyAnswer:
        async with self.database.read() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            found = await ReadyAnswers(connection).find(ready_id)
        if found is None:
            raise Refusal("ready-gone")
        if not may(ANSWER, member.grants, found.agency_id):
            raise NotAllowed
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveReady:
    """Keep it no longer; False where it was gone. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ready_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            member = await Member.find(connection, actor_telegram_id, self.admin_ids)
            found = await ReadyAnswers(connection).find(ready_id)
            if not may(ANSWER, member.grants, found.agency_id if found else None):
                if found is None and any(may(ANSWER, member.grants, grant.agency_id) for grant in member.grants):
                    return False
                raise NotAllowed
            if found is None or not await ReadyAnswers(connection).delete(ready_id):
                return False
            await member.put_on_record(connection, "ready.removed", "ready", ready_id, now, agency_id=found.agency_id)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class UseReady:
    """Answer a question with a ready answer of its agency. `after` is the last entry that was looked at.

    The same button twice answers once. Raises NotAllowed, or a Refusal: ready-gone, ticket-unknown, ticket-own.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, ticket_id: int, ready_id: int, after: int, actor_telegram_id: int) -> Answered:
        async with self.database.write() as connection:
            ticket, member = await as_team(connection, ticket_id, actor_telegram_id, ANSWER, self.admin_ids)
            ready = await ReadyAnswers(connection).find(ready_id)
            if ready is None or ready.agency_id != ticket.agency.id:
                raise Refusal("ready-gone")
            said = Said(html=ready.body, chat_id=NO_CHAT, message_id=after * READY_NUMBERS + ready_id % READY_NUMBERS)
            return await answer(connection, ticket, member, said, self.now, ready=ready_id)
