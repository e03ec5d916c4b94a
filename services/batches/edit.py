"""Changing a batch. Where its dates move and people are in it, they are told; nothing else happens to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import grants_of, may
from services.batches.checks import out_of_order
from services.batches.desk import EDIT, Held, hold
from services.batches.notices import tell_of_move
from services.batches.plan import share_again
from services.clock import Clock
from services.errors import NotAllowed, Refusal
from storage.database import Database
from storage.repositories.batch_desk import BatchDesk, DeskBatch
from storage.repositories.batches import Batches
from storage.repositories.enrolments import Enrolments

LONGEST_PLACE, LONGEST_ACCESS = 200, 1000
MOST_OFFER_HOURS = 24 * 14
DATES = frozenset({"starts_at", "ends_at"})
SECRET = frozenset({"access"})
"""What the record of changes names without its value."""


class BatchChanges(TypedDict, total=False):
    """What can be changed; what is not named stays. Texts without letters are taken away."""

    starts_at: datetime
    ends_at: datetime
    place: str | None
    access: str | None
    registration_opens_at: datetime
    registration_closes_at: datetime
    needs_recommendation: bool
    offer_hours: int
    seats_release_at: datetime | None
    cancel_until: datetime | None
    provinces: tuple[str, ...]
    fill: str
    nominate_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What came of it. `told` people hear that the dates moved."""

    changed: bool
    told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What moving the dates would mean: how many are told, and how many would then be in two places at once."""

    people: int
    overlapping: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBatch:
    """Change a batch; a published one only so that everything still fits together.

    Raises NotAllowed, or a Refusal: training-gone, batch-cancelled, batch-started (dates), batch-in-past (dates),
    batch-ends-early, registration-order, seats-released, offer-hours, fill-in-use, batch-out-of-order (with all
    `problems`).
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, **changes: Unpack[BatchChanges]) -> Edited:
        async with self.database.write() as connection:
            held, now = await hold(connection, batch_id, actor_telegram_id, self.admin_ids), self.now()
            before = await _with_provinces(connection, held.desk)
            changed = {name: value for name, value in _tidy(changes).items() if before[name] != value}
            if not changed:
                return Edited(changed=False, told=0)
            _check(held.desk, changed, now)
            if "fill" in changed and await BatchDesk(connection).has_enrolments(batch_id):
                raise Refusal("fill-in-use")
            after = await _write(connection, held.desk, changed)
            told = 0
            if held.desk.is_published:
                _check_order(held.desk, after)
                told = await self._move(connection, held.desk, after, now) if DATES & changed.keys() else 0
            await self._record(connection, held, changed, told, now)
        return Edited(changed=True, told=told)

    async def _move(self, connection: AsyncConnection, before: DeskBatch, after: DeskBatch, now: datetime) -> int:
        if not after.is_self_paced:
            await BatchDesk(connection).cut_offers(after.id, after.starts_at)
        # Who said that they come said it of the old dates.
        await Enrolments(connection).forget_coming(after.id)
        return await tell_of_move(connection, before, after, now)

    async def _record(
        self, connection: AsyncConnection, held: Held, changed: Mapping[str, Any], told: int, now: datetime
    ) -> None:
        values = {name: _plain(value) for name, value in changed.items() if name not in SECRET}
        values |= {name: "…" for name in changed if name in SECRET}
        await held.organizer.record(
            connection, "batch.changed", "batch", held.desk.id, now, changes=values, **({"told": told} if told else {})
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighDates:
    """Say what moving a batch's dates would mean, before it is done. Raises NotAllowed, or a Refusal: training-gone."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(
        self, *, batch_id: int, actor_telegram_id: int, starts_at: datetime, ends_at: datetime
    ) -> Weighed:
        async with self.database.read() as connection:
            desk = BatchDesk(connection)
            batch = await desk.find(batch_id)
            if batch is None:
                raise Refusal("training-gone")
            if not may(EDIT, await grants_of(connection, actor_telegram_id, self.admin_ids), batch.host_id):
                raise NotAllowed
            if not batch.is_published:
                return Weighed(people=0, overlapping=0)
            overlaps = 0 if batch.is_self_paced else await desk.count_overlapping(batch_id, starts_at, ends_at)
            return Weighed(people=await desk.count_live(batch_id), overlapping=overlaps)


def _tidy(changes: Mapping[str, Any]) -> dict[str, Any]:
    tidy = dict(changes)
    for name, longest in (("place", LONGEST_PLACE), ("access", LONGEST_ACCESS)):
        if isinstance(text := tidy.get(name), str):
            tidy[name] = text.strip()[:longest] or None
    if "provinces" in tidy:
        tidy["provinces"] = tuple(sorted(set(tidy["provinces"])))
    if tidy.get("fill") == "first-come":
        tidy["nominate_until"] = None
    return tidy


async def _with_provinces(connection: AsyncConnection, desk: DeskBatch) -> dict[str, Any]:
    values = {name: getattr(desk, name) for name in BatchChanges.__annotations__ if name != "provinces"}
    return values | {"provinces": await Batches(connection).list_provinces(desk.id)}


def _check(batch: DeskBatch, changed: Mapping[str, Any], now: datetime) -> None:
    """What no batch may become, not even in draft; and what is over for this one."""
    starts, ends = changed.get("starts_at", batch.starts_at), changed.get("ends_at", batch.ends_at)
    if ends <= starts:
        raise Refusal("batch-ends-early")
    if DATES & changed.keys() and not batch.is_draft:
        if now >= batch.starts_at and not batch.is_self_paced:
            raise Refusal("batch-started")
        if (ends if batch.is_self_paced else starts) <= now:
            raise Refusal("batch-in-past")
    opens = changed.get("registration_opens_at", batch.registration_opens_at)
    if changed.get("registration_closes_at", batch.registration_closes_at) < opens:
        raise Refusal("registration-order")
    if "seats_release_at" in changed and batch.seats_released_at is not None:
        raise Refusal("seats-released")
    if not 1 <= changed.get("offer_hours", 1) <= MOST_OFFER_HOURS:
        raise Refusal("offer-hours", most=MOST_OFFER_HOURS)


def _check_order(before: DeskBatch, after: DeskBatch) -> None:
    """A published batch may be as it was, but not become worse."""
    problems = [problem for problem in out_of_order(after) if problem not in out_of_order(before)]
    if problems:
        raise Refusal("batch-out-of-order", problems=problems)


async def _write(connection: AsyncConnection, batch: DeskBatch, changed: Mapping[str, Any]) -> DeskBatch:
    desk = BatchDesk(connection)
    await desk.change(batch.id, {name: value for name, value in changed.items() if name != "provinces"})
    if "provinces" in changed:
        await desk.set_provinces(batch.id, changed["provinces"])
        await share_again(connection, batch.id)
    after = await desk.find(batch.id)
    assert after is not None
    return after


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else list(value) if isinstance(value, tuple) else value
