"""From a draft to `scheduled`: at once below a number of recipients, above it when a second person agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may, reach
from services.broadcasts.approvers import APPROVE, list_approvers, may_approve
from services.broadcasts.content import Body
from services.broadcasts.writing import WRITE, Actor, Stage, author_of, bounds, hold_draft, hold_own
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.outbox import post
from storage.database import Database
from storage.repositories.announcements import Announcement, Announcements
from storage.repositories.broadcasts import Broadcasts
from storage.repositories.people import People

SAMPLE: Final = "announcement-sample"
REQUEST: Final = "announcement-request"
DECISION: Final = "announcement-decision"
"""Kinds of messages: the announcement itself for who is to approve it, the request below it, and what was decided."""
LONGEST_REMARK: Final = 500
FURTHEST: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of it, and for how many people; `changed` is False where it was so before."""

    state: str
    count: int
    changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTime:
    """When it is sent; None: as soon as it may be.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on, announce-time (over, or too far away).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, send_at: datetime | None) -> None:
        now = self.now()
        if send_at is not None and not now < send_at <= now + FURTHEST:
            raise Refusal("announce-time", days=FURTHEST.days)
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_draft(connection, broadcast_id, author)
            if found.send_at == send_at:
                return
            await Announcements(connection).set(found.id, send_at=send_at, version=found.version + 1)
            await author.record(connection, "edited", found, now, part="time")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandIn:
    """Send it, or ask a second person first where it goes to more than `approval_above`; twice is once.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on (it is not what was looked at any more),
    announce-text-none, announce-nobody, announce-time, announce-no-second.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]
    approval_above: int

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, version: int) -> Outcome:
        now, count = self.now(), await _count_now(self.database, broadcast_id)
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_own(connection, broadcast_id, author)
            if found.version != version or found.template:
                raise Refusal("announce-moved-on")
            if found.state in {Stage.WAITING, Stage.SCHEDULED}:
                return Outcome(state=found.state, count=count, changed=False)
            if found.state != Stage.DRAFT:
                raise Refusal("announce-moved-on")
            _check(found, count, now)
            if count <= self.approval_above:
                await _schedule(connection, found, now, remark=None)
                await author.record(connection, "scheduled", found, now, count=count)
                return Outcome(state=Stage.SCHEDULED, count=count, changed=True)
            asked = await list_approvers(connection, found)
            if not asked and not self.admin_ids - {actor_telegram_id}:
                raise Refusal("announce-no-second")
            await Announcements(connection).set(found.id, state=Stage.WAITING, remark=None)
            await author.record(connection, "requested", found, now, count=count)
            for person_id in asked:
                await _ask(connection, found, person_id, now)
            return Outcome(state=Stage.WAITING, count=count, changed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """Back to a draft, before anybody got it; returns whether it was not one already.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on (it is on its way).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> bool:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_own(connection, broadcast_id, author)
            if found.state == Stage.DRAFT:
                return False
            if found.state not in {Stage.WAITING, Stage.SCHEDULED}:
                raise Refusal("announce-moved-on")
            await _to_draft(connection, found, remark=None)
            await author.record(connection, "recalled", found, self.now())
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """A second person agrees: it is counted anew, and sent at its time. Twice is once.

    Raises NotAllowed, or a Refusal: announce-unknown, announce-moved-on, announce-own, announce-author-left,
    announce-nobody.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, version: int) -> Outcome:
        now, count = self.now(), await _count_now(self.database, broadcast_id)
        async with self.database.write() as connection:
            actor, found = await _hold_to_approve(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            if found.version == version and found.state != Stage.WAITING and _has_approved(actor, found):
                return Outcome(state=found.state, count=count, changed=False)
            if found.state != Stage.WAITING or found.version != version:
                raise Refusal("announce-moved-on")
            await _check_author(connection, found, self.admin_ids)
            if not count:
                raise Refusal("announce-nobody")
            await _schedule(connection, found, now, remark=None, approved_by=actor.person_id, approved_at=now)
            await actor.record(connection, "approved", found, now, count=count)
            await _tell_author(connection, found, "approved", now, by=actor.person_id)
            return Outcome(state=Stage.SCHEDULED, count=count, changed=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A second person gives it back with a remark. Raises as Approve does, and Refusal("announce-remark")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, version: int, remark: str) -> None:
        remark = " ".join(remark.split())
        if not remark or len(remark) > LONGEST_REMARK:
            raise Refusal("announce-remark", count=len(remark), longest=LONGEST_REMARK)
        now = self.now()
        async with self.database.write() as connection:
            actor, found = await _hold_to_approve(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            if found.state != Stage.WAITING or found.version != version:
                raise Refusal("announce-moved-on")
            await _to_draft(connection, found, remark=remark)
            await actor.record(connection, "returned", found, now)
            await _tell_author(connection, found, "returned", now, by=actor.person_id)


async def _hold_to_approve(
    connection: AsyncConnection, broadcast_id: int, telegram_id: int, admin_ids: frozenset[int]
) -> tuple[Actor, Announcement]:
    actor = await Actor.find(connection, telegram_id, admin_ids)
    if not reach(APPROVE, actor.grants):
        raise NotAllowed
    found = await Announcements(connection).lock(broadcast_id)
    if found is None or found.template:
        raise Refusal("announce-unknown")
    if actor.person_id is not None and actor.person_id == found.author_id:
        raise Refusal("announce-own")
    if not await may_approve(connection, actor, found):
        raise NotAllowed
    return actor, found


def _has_approved(actor: Actor, found: Announcement) -> bool:
    return actor.person_id is not None and found.approved_by == actor.person_id


async def _check_author(connection: AsyncConnection, found: Announcement, admin_ids: frozenset[int]) -> None:
    """Who may write no more, or address fewer people than was chosen, has nothing sent in their name."""
    author = await People(connection).find_by_id(found.author_id) if found.author_id else None
    grants = await grants_of(connection, author.telegram_id, admin_ids) if author else ()
    is_bound = bool(found.audience.within) or not bounds(grants, found.agency_id)
    if not may(WRITE, grants, found.agency_id) or not is_bound:
        raise Refusal("announce-author-left")


def _check(found: Announcement, count: int, now: datetime) -> None:
    if not Body.read(found.body).texts:
        raise Refusal("announce-text-none")
    if found.send_at is not None and found.send_at <= now:
        raise Refusal("announce-time", days=FURTHEST.days)
    if not count:
        raise Refusal("announce-nobody")


async def _count_now(database: Database, broadcast_id: int) -> int:
    """For how many it is now. Counted before anything is held: of many people that takes a while."""
    async with database.read() as connection:
        found = await Announcements(connection).find(broadcast_id)
        if found is None:
            return 0
        counted = await Broadcasts(connection).count(found.audience, general=found.general)
    return counted.reachable + (0 if found.audience.reachable_only else counted.unreachable)


async def _schedule(connection: AsyncConnection, found: Announcement, now: datetime, **values: object) -> None:
    send_at = max(found.send_at or now, now)
    await Announcements(connection).set(found.id, state=Stage.SCHEDULED, send_at=send_at, **values)


async def _to_draft(connection: AsyncConnection, found: Announcement, *, remark: str | None) -> None:
    send_at = found.send_at if found.state == Stage.WAITING else None
    await Announcements(connection).set(
        found.id,
        state=Stage.DRAFT,
        remark=remark,
        send_at=send_at,
        approved_by=None,
        approved_at=None,
        version=found.version + 1,
    )


async def _ask(connection: AsyncConnection, found: Announcement, person_id: int, now: datetime) -> None:
    """The announcement itself, as its recipients will see it, and the request right below it."""
    for kind, urgency in ((SAMPLE, 3), (REQUEST, 4)):
        await post(
            connection,
            person_id=person_id,
            kind=kind,
            subject=str(found.id),
            occasion=str(found.version),
            payload={"broadcast": found.id, "version": found.version},
            due_at=now,
            now=now,
            urgency=urgency,
        )


async def _tell_author(
    connection: AsyncConnection, found: Announcement, what: str, now: datetime, *, by: int | None
) -> None:
    if found.author_id is None:
        return
    await post(
        connection,
        person_id=found.author_id,
        kind=DECISION,
        subject=str(found.id),
        occasion=f"{what}:{found.version}",
        payload={"broadcast": found.id, "version": found.version, "what": what, "by": by},
        due_at=now,
        now=now,
    )
