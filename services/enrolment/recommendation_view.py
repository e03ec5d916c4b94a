"""What an organizer of the host sees of a recommendation, and what approving it would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may, reach
from services.enrolment.moves import State
from services.enrolment.review import DECIDE, mark_of
from services.enrolment.seating import PoolFigures, usable
from services.errors import NotAllowed, Refusal
from services.identity import Nip
from services.seats import OPEN
from services.vault import Vault
from storage.database import Database
from storage.repositories.batches import Batch, Batches
from storage.repositories.enrolments import Enrolments
from storage.repositories.nominations import Nominations
from storage.repositories.own_enrolments import EnrolmentLine, OwnEnrolments
from storage.repositories.papers import Papers
from storage.repositories.people import Claim, People
from storage.repositories.seats import SeatPools


class Effect(StrEnum):
    """What approving would do as things stand."""

    SEAT = "seat"
    LINE = "line"
    SWAP = "swap"
    """The seat is offered: another sure seat of the person's overlaps."""
    NOMINATION = "nomination"
    """Their agency ranks them, and seats are given on the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationView:
    """An enrolment whose recommendation is to be decided, or was."""

    line: EnrolmentLine
    name: str
    nip: str | None
    """Grouped for organizers of the person's own agency, else masked."""
    agency: str | None
    province: str | None
    mark: int
    """Tells this letter from the next; 0: nothing is there to decide about."""
    effect: Effect
    pool: PoolFigures | None
    """The pool of the seat as it would be; None: no seat is free, or there is no limit."""
    decided_by: str | None
    decided_at: datetime | None
    position: int | None
    """Place in the organizer's queue from 1; None when it is not in it."""
    total: int
    unit: str | None = None
    superior: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GetRecommendation:
    """One recommendation, for organizers of the host; raises NotAllowed, or Refusal("enrolment-unknown")."""

    database: Database
    vault: Vault
    admin_ids: frozenset[int]

    async def __call__(self, *, enrolment_id: int, actor_telegram_id: int) -> RecommendationView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            within = reach(DECIDE, grants)
            if not within:
                raise NotAllowed
            own = OwnEnrolments(connection)
            line = await own.find(enrolment_id)
            batch = await Batches(connection).find(line.batch_id) if line else None
            claim = await People(connection).find_claim(line.telegram_id) if line else None
            if line is None or batch is None or claim is None:
                raise Refusal("enrolment-unknown")
            if not may(DECIDE, grants, batch.host_id):
                raise NotAllowed(agency=line.host_short_name)
            hosts = None if within.everywhere else within.agencies
            queue = await own.list_recommended(hosts, but=actor_telegram_id)
            paper = await Papers(connection).find(enrolment_id)
            decided = await own.last_decision(enrolment_id)
            approved = await Nominations(connection).is_approved(enrolment_id)
            effect, pool = await _effect(connection, batch, line, claim.agency.province if claim.agency else None)
        # A role for all agencies is nobody's own agency: the agency must be named in the role.
        whole = claim.agency is not None and claim.agency.id in reach("nip.view", grants).agencies
        return RecommendationView(
            line=line,
            name=claim.name or "",
            nip=self._nip(claim, whole=whole),
            agency=claim.agency.short_name if claim.agency else None,
            province=claim.agency.province if claim.agency else None,
            mark=0 if approved else mark_of(line.state, line.letter_at),
            effect=effect,
            pool=pool,
            decided_by=decided[0] if decided else None,
            decided_at=decided[1] if decided else None,
            position=queue.index(enrolment_id) + 1 if enrolment_id in queue else None,
            total=len(queue),
            unit=paper.unit if paper else None,
            superior=paper.superior if paper else None,
        )

    def _nip(self, claim: Claim, *, whole: bool) -> str | None:
        if claim.nip_cipher is None:
            return None
        nip = Nip(self.vault.decrypt(claim.nip_cipher))
        return nip.grouped if whole else nip.masked


async def _effect(
    connection: AsyncConnection, batch: Batch, line: EnrolmentLine, province: str | None
) -> tuple[Effect, PoolFigures | None]:
    """As approving would go now; whoever is in line has been served already wherever a seat is free."""
    if batch.nominates_until is not None:
        return Effect.NOMINATION, None
    figures = await _next_seat(connection, batch, province)
    if batch.capacity is not None and figures is None:
        return Effect.LINE, None
    if line.state not in {State.SUBMITTED, State.RECOMMENDED}:
        return Effect.SEAT, figures
    overlapping = await Enrolments(connection).list_overlapping(line.person_id, batch.id)
    return Effect.SWAP if overlapping else Effect.SEAT, figures


async def _next_seat(connection: AsyncConnection, batch: Batch, province: str | None) -> PoolFigures | None:
    pools = await SeatPools(connection).list(batch.id)
    if not pools and batch.capacity:  # nobody planned any: the first seat makes one for all
        return PoolFigures(OPEN, 1, batch.capacity)
    free = next((pool for pool in usable(pools, province) if pool.free), None)
    return PoolFigures(free.key, free.taken + 1, free.size) if free else None
