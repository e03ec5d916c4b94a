"""The seat plan: which pools a batch has, how many seats each, and the figures that explain why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import Any

from services.errors import Refusal
from services.seats.apportion import Allotment, Allotments, as_given, by_size, equally, one_each_then_by_size
from services.seats.rule import OPEN, Method, Reserve, SeatRule, Who

LONGEST_REASON = 500


class PoolKind(StrEnum):
    """Why a pool is there."""

    PROVINCE = "province"
    RESERVED = "reserved"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPool:
    """A named share of the seats. `exact` is the share before rounding; `planned` is what the rule gave."""

    key: str
    kind: PoolKind
    who: Who
    seats: int
    planned: int
    exact: Fraction
    rounded_up: bool
    size: int = 0
    """How many civil servants the province has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A change by hand: the pools' seats before and after, by whom (their person id), when and why."""

    before: Mapping[str, int]
    after: Mapping[str, int]
    reason: str
    by: int | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """All pools of a batch, in the order in which a person's own are tried: the province's, reserved ones, open."""

    capacity: int
    rule: SeatRule
    pools: tuple[PlannedPool, ...]
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def seats(self) -> dict[str, int]:
        """The seats of each pool."""
        return {pool.key: pool.seats for pool in self.pools}

    @property
    def total_size(self) -> int:
        """The civil servants of all parties together: what the shares are shares of."""
        return sum(self.rule.sizes.values())

    def as_data(self) -> dict[str, Any]:
        """The plan as JSON knows it; what the rule gives is worked out again."""
        return {
            "capacity": self.capacity,
            "rule": self.rule.as_data(),
            "adjustments": [asdict(change) | {"at": change.at.isoformat()} for change in self.adjustments],
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any], seats: Mapping[str, int] | None = None) -> SeatPlan:
        """The plan that `as_data` wrote down, with the seats that its pools have now."""
        plan = make_plan(SeatRule.from_data(data["rule"]), data["capacity"])
        changes = [
            Adjustment(**(change | {"at": datetime.fromisoformat(change["at"])})) for change in data["adjustments"]
        ]
        return replace(plan.with_seats(seats or {}), adjustments=tuple(changes))

    def with_seats(self, seats: Mapping[str, int]) -> SeatPlan:
        """The same pools with other numbers of seats; those not named keep theirs."""
        return replace(self, pools=tuple(replace(pool, seats=seats.get(pool.key, pool.seats)) for pool in self.pools))


SHARING: dict[Method, Callable[[int, SeatRule], Allotments]] = {
    Method.PROPORTIONAL: lambda seats, rule: by_size(seats, rule.sizes),
    Method.ONE_EACH: lambda seats, rule: one_each_then_by_size(seats, rule.sizes),
    Method.EQUAL: lambda seats, rule: equally(seats, rule.sizes),
    Method.BY_HAND: lambda seats, rule: as_given({party.key: party.seats for party in rule.parties}),
    Method.FIRST_COME: lambda seats, rule: as_given({party.key: 0 for party in rule.parties}),
}


def make_plan(rule: SeatRule, capacity: int) -> SeatPlan:
    """First what is reserved, then the parties' shares of the rest, and what is left is open to everyone."""
    reserved = {reserve.key: _reserved(reserve, capacity) for reserve in rule.reserves}
    rest = _left(capacity, reserved)
    shares = SHARING[rule.method](rest, rule)
    left = _left(rest, shares)
    pools = (
        *(_pool(key, PoolKind.PROVINCE, Who((key,)), share, rule.sizes[key]) for key, share in shares.items()),
        *(_pool(reserve.key, PoolKind.RESERVED, reserve.who, reserved[reserve.key]) for reserve in rule.reserves),
        _pool(OPEN, PoolKind.OPEN, Who(), Allotment(left, Fraction(left), False)),
    )
    return SeatPlan(capacity=capacity, rule=rule, pools=pools)


def adjust(plan: SeatPlan, seats: Mapping[str, int], *, reason: str, by: int | None, at: datetime) -> SeatPlan:
    """Change pools by hand. All seats of the batch stay in some pool, and the reason is kept with the plan."""
    if not reason.strip():
        raise Refusal("reason-missing")
    if unknown := sorted(seats.keys() - plan.seats.keys()):
        raise Refusal("seat-pool-unknown", pool=unknown[0])
    changed = plan.with_seats(seats)
    total = sum(changed.seats.values())
    if total != plan.capacity or min(changed.seats.values()) < 0:
        raise Refusal("seats-not-capacity", total=total, capacity=plan.capacity)
    change = Adjustment(
        before={key: plan.seats[key] for key in seats},
        after=dict(seats),
        reason=reason.strip()[:LONGEST_REASON],
        by=by,
        at=at,
    )
    return replace(changed, adjustments=(*plan.adjustments, change))


def refit(wanted: Mapping[str, int], taken: Mapping[str, int], capacity: int) -> dict[str, int]:
    """Sizes as near to the wanted ones as the capacity allows: never below what is taken.

    What is too much is given up by the pool with the most free seats; what is over goes to the open pool.
    """
    if sum(taken.values()) > capacity:
        raise Refusal("capacity-below-taken", taken=sum(taken.values()), capacity=capacity)
    sizes = {key: max(seats, taken.get(key, 0)) for key, seats in wanted.items()}
    for _ in range(sum(sizes.values()) - capacity):
        sizes[min(sizes, key=lambda key: (taken.get(key, 0) - sizes[key], key))] -= 1
    sizes[OPEN] = sizes.get(OPEN, 0) + capacity - sum(sizes.values())
    return sizes


def _reserved(reserve: Reserve, capacity: int) -> Allotment:
    if reserve.seats is not None:
        return Allotment(reserve.seats, Fraction(reserve.seats), False)
    exact = Fraction(capacity * (reserve.percent or 0), 100)
    return Allotment(ceil(exact), exact, rounded_up=exact != ceil(exact))


def _left(seats: int, given: Allotments) -> int:
    total = sum(share.seats for share in given.values())
    if total > seats:
        raise Refusal("seats-over-capacity", total=total, capacity=seats)
    return seats - total


def _pool(key: str, kind: PoolKind, who: Who, share: Allotment, size: int = 0) -> PlannedPool:
    return PlannedPool(
        key=key,
        kind=kind,
        who=who,
        seats=share.seats,
        planned=share.seats,
        exact=share.exact,
        rounded_up=share.rounded_up,
        size=size,
    )
