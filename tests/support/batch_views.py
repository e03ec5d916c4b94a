"""A batch as its organizers see it, for the tests of screens."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from services.batches import BatchView, Caution, CautionKind, Outlook, Problem
from services.enrolment import PoolFigures, SeatTable
from services.seats import Method, make_plan
from storage.repositories.batch_desk import DeskBatch
from tests.support.seats import PNS, rule_of

PROVINCES = tuple(sorted([*PNS, "Papua Barat Daya", "Papua Pegunungan"]))


def make_batch(**changes: Any) -> DeskBatch:
    """A draft from 7 to 11 December 2026, or another."""
    values: dict[str, Any] = {
        "id": 2**31 - 1,
        "code": "akp-2",
        "number": 2,
        "training_id": 1,
        "title": "Analisis <Ketahanan> Pangan",
        "mode": "klasikal",
        "training_state": "published",
        "host_id": 4,
        "host_short_name": "BPSDM DKI Jakarta",
        "host_zone": "WIB",
        "state": "draft",
        "place": "Kampus <BPSDM>",
        "access": "https://rapat.example/<1>",
        "starts_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC),
        "ends_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC),
        "registration_opens_at": datetime(2026, 11, 2, 1, 0, tzinfo=UTC),
        "registration_closes_at": datetime(2026, 11, 30, 9, 0, tzinfo=UTC),
        "capacity": 30,
        "needs_recommendation": True,
        "offer_hours": 48,
        "seats_release_at": datetime(2026, 11, 30, 1, 0, tzinfo=UTC),
        "seats_released_at": None,
        "cancel_until": None,
        "fill": "first-come",
        "nominate_until": None,
        "has_plan": True,
    }
    return DeskBatch(**(values | changes))


def make_view(*, pools: bool = True, **changes: Any) -> BatchView:
    """The same with its seats, its line and all that can be said about its days; fields of the batch may change."""
    own = {name: changes.pop(name) for name in list(changes) if name in BatchView.__slots__}
    plan = make_plan(rule_of(Method.PROPORTIONAL), 30)
    table = SeatTable(
        plan=plan,
        pools=tuple(PoolFigures(pool.key, 0, pool.seats) for pool in plan.pools),
        own=None,
        place=None,
        release_at=None,
        released_at=None,
    )
    cautions = (
        Caution(kind=CautionKind.HOLIDAY, days=(date(2026, 12, 25),), name="Hari Raya <Natal>"),
        Caution(kind=CautionKind.FRIDAY, days=(date(2026, 12, 11),), zone="WIB"),
        Caution(kind=CautionKind.WEEKEND, days=(date(2026, 12, 12), date(2026, 12, 13))),
        Caution(kind=CautionKind.LATE, zone="WIT", clock=time(18)),
        Caution(kind=CautionKind.EARLY, zone="WIB", clock=time(6)),
    )
    values: dict[str, Any] = {
        "batch": make_batch(**changes),
        "provinces": (),
        "all_provinces": PROVINCES,
        "states": {"confirmed": 3, "waitlisted": 2, "offered": 1, "submitted": 4, "cancelled": 1},
        "table": table if pools else None,
        "is_used": True,
        "cancel_until": datetime(2026, 12, 4, 10, 0, tzinfo=UTC),
        "problems": (Problem.NO_PLAN, Problem.PAST),
        "outlook": Outlook(starts=(("WIB", time(8)), ("WITA", time(9)), ("WIT", time(10))), cautions=cautions),
    }
    return BatchView(**(values | own))
