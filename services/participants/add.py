"""Adding somebody by hand: finding them, looking once more, and giving them a seat or a place in line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import Grant, grants_of, may, reach
from services.clock import Clock
from services.enrolment.organizers import Organizer, hold_for
from services.errors import NotAllowed, Refusal
from services.imports.check import today_of
from services.participants.people import PersonLine, line_of, wanted
from services.participants.placing import ADDED, Placed, place, placed, tell_placed
from services.vault import Vault
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.batches import Batch
from storage.repositories.enrolments import Enrolment, Enrolments
from storage.repositories.participants import Candidate, HostedBatch, Participants
from storage.repositories.people import VERIFIED, People, Person

ADD = "participants.add"
MARK_BYTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Somebody who may be added. `mark` proves that this organizer found them: ids alone can be guessed."""

    person_id: int
    mark: int
    person: PersonLine


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCandidates:
    """Verified people by a NIP in full, or by name among those of the agencies that the host answers for.

    Raises NotAllowed, or Refusal("training-gone").
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, text: str, limit: int = 5) -> tuple[Found, ...]:
        sought = wanted(self.vault, text, today_of(self.now()))
        async with self.database.read() as connection:
            batch, grants = await may_add(connection, batch_id, actor_telegram_id, self.admin_ids)
            agencies = await Agencies(connection).list()
            host = next(agency for agency in agencies if agency.id == batch.host_id)
            people = await Participants(connection).list_candidates(
                nip_lookup=sought.nip_lookup,
                words=sought.words,
                agencies=[agency.id for agency in agencies if host.answers_for(agency)],
                limit=limit,
            )
        own = reach("nip.view", grants).agencies
        return tuple(
            Found(
                person_id=one.person_id,
                mark=mark_of(self.vault, batch_id, one.person_id, actor_telegram_id),
                person=line_of(self.vault, one, own),
            )
            for one in people
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GetCandidate:
    """Somebody this organizer found before, and the batch; raises NotAllowed, or a Refusal: person-gone."""

    database: Database
    vault: Vault
    admin_ids: frozenset[int]

    async def __call__(
        self, *, batch_id: int, person_id: int, mark: int, actor_telegram_id: int
    ) -> tuple[HostedBatch, PersonLine]:
        async with self.database.read() as connection:
            batch, grants = await may_add(connection, batch_id, actor_telegram_id, self.admin_ids)
            candidate = await _candidate(connection, self.vault, batch_id, person_id, mark, actor_telegram_id)
        return batch, line_of(self.vault, candidate, reach("nip.view", grants).agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddByHand:
    """Give a verified person a seat where one is free for them, else a place in line. There already: `again`.

    Neither the registration's dates nor a recommendation are asked for: the organizer answers for it. Raises
    NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-over, person-gone, participant-own,
    participant-left, participant-overlap, participant-province.
    """

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, person_id: int, mark: int, actor_telegram_id: int) -> Placed:
        async with self.database.write() as connection:
            await _candidate(connection, self.vault, batch_id, person_id, mark, actor_telegram_id)
            person = await People(connection).find_by_id(person_id)
            held = await People(connection).lock_employees([person.telegram_id]) if person else {}
            batch, organizer = await hold_for(connection, batch_id, ADD, actor_telegram_id, self.admin_ids)
            found = held.get(person.telegram_id) if person else None
            if found is None or found[0].identity != VERIFIED:
                raise Refusal("person-gone")
            person, left = found
            live = await Enrolments(connection).find_live(person.id, batch_id)
            if live is not None:
                return await placed(connection, live, again=True)
            now = self.now()
            ensure_open(batch, now)
            return await placed(connection, await add_held(connection, batch, organizer, person, left, now))


def ensure_open(batch: Batch, now: datetime) -> None:
    """People can be added still; raises a Refusal: batch-cancelled, training-gone, batch-over."""
    if batch.is_cancelled:
        raise Refusal("batch-cancelled")
    if not batch.is_published:
        raise Refusal("training-gone")
    if now >= batch.ends_at:
        raise Refusal("batch-over")


async def add_held(
    connection: AsyncConnection, batch: Batch, organizer: Organizer, person: Person, left: bool, now: datetime
) -> Enrolment:
    """Somebody verified who is not in the batch yet, both held: placed, told and noted down.

    Raises a Refusal: participant-own, participant-left, participant-overlap, participant-province.
    """
    if person.telegram_id == organizer.telegram_id:
        raise Refusal("participant-own")
    if left:
        raise Refusal("participant-left")
    new = await place(connection, batch, person, organizer.actor, now, by_hand=True)
    await tell_placed(connection, ADDED, new, now)
    await organizer.record(connection, "participant.added", "enrolment", new.id, now, person=person.id)
    return new


def mark_of(vault: Vault, batch_id: int, person_id: int, telegram_id: int) -> int:
    """What only who looked somebody up for this batch can know."""
    found = vault.lookup(f"candidate:{batch_id}:{person_id}:{telegram_id}")
    return int.from_bytes(found[:MARK_BYTES], "big")


async def _candidate(
    connection: AsyncConnection, vault: Vault, batch_id: int, person_id: int, mark: int, telegram_id: int
) -> Candidate:
    if mark != mark_of(vault, batch_id, person_id, telegram_id):
        raise NotAllowed
    candidate = await Participants(connection).find_candidate(person_id)
    if candidate is None:
        raise Refusal("person-gone")
    return candidate


async def may_add(
    connection: AsyncConnection, batch_id: int, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[HostedBatch, tuple[Grant, ...]]:
    """The batch, and what the asker holds; raises NotAllowed, or Refusal("training-gone")."""
    grants = await grants_of(connection, telegram_id, admin_ids)
    batch = await Participants(connection).find_batch(batch_id)
    if batch is None:
        raise Refusal("training-gone")
    if not may(ADD, grants, batch.host_id):
        raise NotAllowed(agency=batch.host)
    return batch, grants
