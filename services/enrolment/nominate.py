"""Nomination: an agency ranks its applicants until a moment. Nobody ranks where they applied themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may, reach
from services.clock import Clock
from services.enrolment.organizers import Organizer
from services.errors import NotAllowed, Refusal
from services.identity import Nip
from services.vault import Vault
from storage.database import Database
from storage.repositories.batches import Batches
from storage.repositories.nominations import Applicant, Group, Nominations
from storage.repositories.people import People

__all__ = ["GetNomination", "Group", "NominationQueue", "NominationView", "Nominee", "RankApplicants"]

RANK = "nomination.rank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """An applicant as the ranking agency sees them; `ready` is False while the recommendation is not approved."""

    enrolment_id: int
    name: str
    nip: str | None
    """Masked."""
    agency: str | None
    rank: int | None
    ready: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationView:
    """What is to be ranked, and the applicants in the order of applying."""

    group: Group
    nominees: tuple[Nominee, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NominationQueue:
    """The batches whose applicants somebody may rank, by deadline. Raises NotAllowed."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Group, ...]:
        async with self.database.read() as connection:
            within = reach(RANK, await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not within:
                raise NotAllowed
            rankers = None if within.everywhere else within.agencies
            return await Nominations(connection).list_groups(rankers, now=self.now(), but=actor_telegram_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetNomination:
    """The applicants of one batch that one agency ranks. Raises NotAllowed, or a Refusal: nomination-over."""

    database: Database
    vault: Vault
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, agency_id: int, actor_telegram_id: int) -> NominationView:
        async with self.database.read() as connection:
            await _check(connection, agency_id, actor_telegram_id, self.admin_ids)
            group = await _group(connection, batch_id, agency_id, actor_telegram_id, self.now())
            applicants = await Nominations(connection).list_applicants(batch_id, agency_id)
        return NominationView(group=group, nominees=tuple(self._nominee(one) for one in applicants))

    def _nominee(self, applicant: Applicant) -> Nominee:
        cipher = applicant.nip_cipher
        return Nominee(
            enrolment_id=applicant.enrolment_id,
            name=applicant.name or "",
            nip=Nip(self.vault.decrypt(cipher)).masked if cipher else None,
            agency=applicant.agency,
            rank=applicant.rank,
            ready=applicant.ready,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RankApplicants:
    """Keep the order of an agency's applicants; who is left out, or applies later, stands behind those in it.

    The last order that is kept holds. Returns how many are ranked. Raises NotAllowed, or a Refusal: nomination-over
    (also where the actor applied), nomination-changed (somebody in the order is no applicant any more).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, agency_id: int, actor_telegram_id: int, order: Sequence[int]) -> int:
        async with self.database.write() as connection:
            await _check(connection, agency_id, actor_telegram_id, self.admin_ids)
            await Batches(connection).lock(batch_id)
            now = self.now()
            await _group(connection, batch_id, agency_id, actor_telegram_id, now)
            nominations = Nominations(connection)
            applicants = [one.enrolment_id for one in await nominations.list_applicants(batch_id, agency_id)]
            wanted = list(dict.fromkeys(order))
            if not set(wanted) <= set(applicants):
                raise Refusal("nomination-changed")
            await nominations.set_ranks(applicants, wanted)
            person = await People(connection).find(actor_telegram_id)
            organizer = Organizer(actor_telegram_id, person.id if person else None, agency_id)
            await organizer.record(connection, "nomination.ranked", "batch", batch_id, now, order=wanted)
        return len(wanted)


async def _check(
    connection: AsyncConnection, agency_id: int, actor_telegram_id: int, admin_ids: frozenset[int]
) -> None:
    if not may(RANK, await grants_of(connection, actor_telegram_id, admin_ids), agency_id):
        raise NotAllowed


async def _group(
    connection: AsyncConnection, batch_id: int, agency_id: int, actor_telegram_id: int, now: datetime
) -> Group:
    groups = await Nominations(connection).list_groups({agency_id}, now=now, but=actor_telegram_id, batch_id=batch_id)
    if not groups:
        raise Refusal("nomination-over")
    return groups[0]
