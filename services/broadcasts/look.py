"""An announcement that is being written, as its author and who approves it see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import may, reach
from services.broadcasts.approvers import may_approve
from services.broadcasts.message import MessageView, message_of
from services.broadcasts.writing import WRITE, Actor, Stage, author_of
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from services.outbox.quiet import after_quiet_hours
from storage.database import Database
from storage.repositories.announcements import Announcement, Announcements
from storage.repositories.broadcasts import Broadcasts, Counted

MOST_LISTED: Final = 50
DAYTIME: Final = 14 * 60 * 60
"""Between two nights there are so many seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """All there is to it. `by`: the author's name; `zone`: of the agency, in which its moments are told."""

    id: int
    agency: str
    zone: str
    state: str
    version: int
    message: MessageView
    send_at: datetime | None
    remark: str | None
    by: str | None
    is_own: bool
    may_approve: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What sending it would mean now: for how many, how long, whether a part waits for the morning, who approves."""

    counted: Counted
    seconds: int
    is_quiet: bool
    needs_approval: bool
    above: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GetDraft:
    """One of them, for its author or who may approve it. Raises NotAllowed, or Refusal("announce-unknown")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> DraftView:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            return await view_for(connection, broadcast_id, actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class GetForecast:
    """Who would get it now, and what sending would mean; raises as GetDraft does.

    `rate` messages go out in a second; above `approval_above` recipients a second person approves.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]
    rate: float
    approval_above: int

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> Forecast:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            view = await view_for(connection, broadcast_id, actor)
            counted = await Broadcasts(connection).count(view.message.audience, general=view.message.general)
        begins = max(view.send_at or self.now(), self.now())
        seconds = max(1, round(recipients(view.message, counted) / self.rate))
        ends = begins + timedelta(seconds=seconds)
        return Forecast(
            counted=counted,
            seconds=seconds,
            is_quiet=any(after_quiet_hours(moment, view.zone) != moment for moment in (begins, ends))
            or seconds > DAYTIME,
            needs_approval=recipients(view.message, counted) > self.approval_above,
            above=self.approval_above,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What somebody has at hand: own drafts, and the templates of the own agencies."""

    drafts: tuple[DraftView, ...]
    templates: tuple[tuple[int, str], ...]
    pending: tuple[DraftView, ...]
    """Own ones that wait for approval or for their time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GetShelf:
    """What somebody has at hand; raises NotAllowed, or Refusal("announce-start-first")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> Shelf:
        async with self.database.read() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            announcements, within = Announcements(connection), reach(WRITE, author.grants)
            assert author.person_id is not None
            drafts = await announcements.list_drafts(author.person_id)
            templates = await announcements.list_templates(None if within.everywhere else within.agencies)
            waiting = [*await announcements.list_in(Stage.WAITING), *await announcements.list_in(Stage.SCHEDULED)]
            own = [one for one in waiting if one.author_id == author.person_id]
            return Shelf(
                drafts=tuple([await view(connection, one, author) for one in drafts[:MOST_LISTED]]),
                templates=tuple((one.id, one.template or "") for one in templates[:MOST_LISTED]),
                pending=tuple([await view(connection, one, author) for one in own[:MOST_LISTED]]),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListToApprove:
    """The numbers of those that wait for this person's approval, the oldest first; none for who has no role."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[int, ...]:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            if not reach("broadcast.approve", actor.grants):
                return ()
            waiting = await Announcements(connection).list_in(Stage.WAITING)
            return tuple([one.id for one in waiting if await may_approve(connection, actor, one)])


@dataclass(frozen=True, slots=True, kw_only=True)
class FindName:
    """The name of somebody at work on announcements, for a message to a colleague; None where there is none."""

    database: Database

    async def __call__(self, *, person_id: int) -> str | None:
        async with self.database.read() as connection:
            return await Announcements(connection).author_name(person_id)


def recipients(message: MessageView, counted: Counted) -> int:
    """How many copies there will be."""
    return counted.reachable + (0 if message.audience.reachable_only else counted.unreachable)


async def view_for(connection: AsyncConnection, broadcast_id: int, actor: Actor) -> DraftView:
    """One of them, for its author or who may approve it."""
    if not (reach(WRITE, actor.grants) or reach("broadcast.approve", actor.grants)):
        raise NotAllowed
    found = await Announcements(connection).find(broadcast_id)
    if found is None or found.template:
        raise Refusal("announce-unknown")
    seen = await view(connection, found, actor)
    if not seen.is_own and not seen.may_approve:
        raise NotAllowed
    return seen


async def view(connection: AsyncConnection, found: Announcement, actor: Actor) -> DraftView:
    """As this person sees it."""
    announcements = Announcements(connection)
    is_author = found.author_id is not None and found.author_id == actor.person_id
    return DraftView(
        id=found.id,
        agency=found.agency,
        zone=found.agency_zone,
        state=found.state,
        version=found.version,
        message=message_of(found, await announcements.name(found.audience)),
        send_at=found.send_at,
        remark=found.remark,
        by=await announcements.author_name(found.author_id) if found.author_id else None,
        is_own=is_author and may(WRITE, actor.grants, found.agency_id),
        may_approve=found.state != Stage.DRAFT and await may_approve(connection, actor, found),
    )
