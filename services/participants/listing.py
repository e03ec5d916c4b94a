"""Lists: the batches of the own agencies, and the people of one of them, page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from services.access import grants_of, may, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.imports.check import today_of
from services.participants.people import GROUPS, VIEW, Group, PersonLine, line_of, wanted
from services.vault import Vault
from storage.database import Database
from storage.repositories.participants import HostedBatch, Narrowing, Participants


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedParticipant:
    """A line of the list."""

    enrolment_id: int
    state: str
    person: PersonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantPage:
    """A page of people, from 1, with how many of the batch stand in each group."""

    batch: HostedBatch
    counts: Mapping[Group, int]
    items: tuple[ListedParticipant, ...]
    page: int
    pages: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListParticipants:
    """The people of a batch in the order of joining, for organizers of its host; NIPs of other agencies are masked.

    `text` is a NIP (found only whole) or a part of the name. Raises NotAllowed, or Refusal("training-gone").
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self,
        *,
        batch_id: int,
        actor_telegram_id: int,
        group: Group | None = None,
        text: str = "",
        page: int = 1,
        size: int = 5,
    ) -> ParticipantPage:
        sought = wanted(self.vault, text, today_of(self.now()))
        states = None if group is None else GROUPS[group]
        narrowed = Narrowing(states, sought.nip_lookup, sought.words)
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            participants = Participants(connection)
            batch = await participants.find_batch(batch_id)
            if batch is None:
                raise Refusal("training-gone")
            if not may(VIEW, grants, batch.host_id):
                raise NotAllowed(agency=batch.host)
            counted = await participants.count(batch_id)
            total = await participants.count_found(batch_id, narrowed)
            pages = max(1, -(-total // size))
            page = min(page, pages)
            found = await participants.list(batch_id, narrowed, limit=size, offset=(page - 1) * size)
        own = reach("nip.view", grants).agencies
        items = tuple(
            ListedParticipant(enrolment_id=one.id, state=one.state, person=line_of(self.vault, one, own))
            for one in found
        )
        counts = {name: sum(counted.get(state, 0) for state in states) for name, states in GROUPS.items()}
        return ParticipantPage(batch=batch, counts=counts, items=items, page=page, pages=pages, total=total)
