"""What organizers do about messages that nothing sends by itself any more: look, and send one again by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import ORGANIZER, Grant, Reach, grants_of, reach
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.broadcasts import KIND as BROADCAST
from storage.repositories.parked import Parked, ParkedDeliveries
from storage.repositories.people import People

TEND = "deliveries.tend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedView:
    """One message as an organizer sees it. `name`: only for the person's own agency and the host, else None.

    `attempt` tells one try from the next: a button that carries it sends again what was looked at, once.
    """

    id: int
    kind: str
    state: str
    attempt: int
    reason: str | None
    at: datetime | None
    name: str | None
    agency: str | None
    """The person's agency."""


@dataclass(frozen=True, slots=True)
class ParkedPage:
    """A page of them; the nearest page there is, where another was asked for. `away`: more whose people are away."""

    items: tuple[ParkedView, ...]
    page: int
    pages: int
    total: int
    away: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListParked:
    """Messages about the organizer's agency that were refused or are unsure, the newest first; admins see all.

    People who blocked the bot are counted only: nothing can be sent to them. Raises NotAllowed.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int, page: int, size: int) -> ParkedPage:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            within = _within(grants)
            parked, agencies = ParkedDeliveries(connection), None if within.everywhere else within.agencies
            total, away = await parked.count(agencies)
            pages = max(1, -(-total // size))
            page = min(max(page, 1), pages)
            found = await parked.list(agencies, skip=(page - 1) * size, limit=size)
        return ParkedPage(tuple(_view(one, grants) for one in found), page, pages, total, away)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetParked:
    """One of them, whatever became of it since; raises NotAllowed, or Refusal("delivery-gone")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, delivery_id: int, actor_telegram_id: int) -> ParkedView:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            return _view(await _find(connection, delivery_id, _within(grants)), grants)


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAgain:
    """Queue one parked message once more, as it was: whoever is to get it may have got it before.

    The only way that what is sent at most once is sent again. `attempt` is what the organizer looked at; when it was
    sent again since, nothing happens and False comes back. Raises NotAllowed, or Refusal("delivery-gone").
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, delivery_id: int, attempt: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            within = _within(await grants_of(connection, actor_telegram_id, self.admin_ids))
            parked = await _find(connection, delivery_id, within)
            if not await ParkedDeliveries(connection).requeue(delivery_id, attempt=attempt, now=now):
                return False
            person = await People(connection).find(actor_telegram_id)
            await Audit(connection).add(
                "delivery.sent-again",
                subject="delivery",
                subject_id=delivery_id,
                at=now,
                actor_id=person.id if person else None,
                agency_id=parked.agency_id,
                kind=parked.kind,
                state=parked.state,
                attempt=attempt,
                account=actor_telegram_id,
            )
        return True


def _within(grants: tuple[Grant, ...]) -> Reach:
    within = reach(TEND, grants)
    if not within:
        raise NotAllowed
    return within


async def _find(connection: AsyncConnection, delivery_id: int, within: Reach) -> Parked:
    parked = await ParkedDeliveries(connection).find(delivery_id)
    if parked is None:
        raise Refusal("delivery-gone")
    if not within.covers(parked.agency_id):
        raise NotAllowed
    return parked


def _view(parked: Parked, grants: tuple[Grant, ...]) -> ParkedView:
    own = {grant.agency_id for grant in grants if grant.role == ORGANIZER and grant.agency_id is not None}
    is_known = parked.person_agency_id in own or (parked.kind != BROADCAST and parked.agency_id in own)
    return ParkedView(
        id=parked.id,
        kind=parked.kind,
        state=parked.state,
        attempt=parked.attempt,
        reason=parked.reason,
        at=parked.done_at,
        name=parked.person_name if is_known else None,
        agency=parked.person_agency,
    )
