"""Seat plans: what each rule gives, how it explains itself, and changes by hand."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from services.errors import Refusal
from services.seats import (
    OPEN,
    Method,
    Party,
    PoolKind,
    Reserve,
    SeatPlan,
    SeatRule,
    Who,
    adjust,
    affirmative,
    make_plan,
    refit,
    regional_share,
)
from tests.support.clock import NOON
from tests.support.seats import PNS, rule_of

PAPUA = ("Papua Selatan", "Papua Tengah", "Papua Pegunungan", "Papua Barat Daya")
SIZE, EACH, EQUAL = Method.PROPORTIONAL, Method.ONE_EACH, Method.EQUAL
LARGEST_REMAINDER = {"Jatim": 7, "Jateng": 7, "Jabar": 6, "Lampung": 2, "NTB": 2, "NTT": 2} | dict.fromkeys(
    ("DKI", "DIY", "Bali", "Banten"), 1
)


def shares(plan: SeatPlan) -> dict[str, int]:
    """The seats of the pools that have any."""
    return {key: seats for key, seats in plan.seats.items() if seats}


@pytest.mark.parametrize(
    ("method", "sizes", "capacity", "expected"),
    [
        pytest.param(SIZE, PNS, 30, LARGEST_REMAINDER, id="the ten by largest remainder"),
        pytest.param(
            EACH, PNS, 30, dict.fromkeys(PNS, 2) | {"Jatim": 6, "Jabar": 5, "Jateng": 5}, id="the ten, one each"
        ),
        pytest.param(EQUAL, PNS, 30, dict.fromkeys(PNS, 3), id="the ten, equally"),
        pytest.param(
            EQUAL, PNS, 32, dict.fromkeys(PNS, 3) | {"Jatim": 4, "Jateng": 4}, id="what is over, to the largest"
        ),
        pytest.param(SIZE, PNS, 0, {}, id="no seats"),
        pytest.param(SIZE, {"NTT": 111198, "Bali": 72096}, 5, {"NTT": 3, "Bali": 2}, id="a pilot of two"),
        pytest.param(SIZE, {"NTT": 111198}, 30, {"NTT": 30}, id="one province"),
        pytest.param(SIZE, {}, 30, {OPEN: 30}, id="no province: all are open"),
        pytest.param(SIZE, {"a": 1, "b": 1}, 3, {"a": 2, "b": 1}, id="a tie of equals, by name"),
        pytest.param(SIZE, {"b": 1, "a": 1}, 3, {"a": 2, "b": 1}, id="a tie, listed the other way"),
        pytest.param(SIZE, {"a": 1, "b": 3}, 2, {"b": 2}, id="a tie of remainders, to the larger"),
        pytest.param(SIZE, {"a": 5, "b": 0}, 3, {"a": 3}, id="nobody there, no seat"),
        pytest.param(EACH, {"a": 5, "b": 0}, 3, {"a": 2, "b": 1}, id="nobody there, one seat all the same"),
        pytest.param(SIZE, {"a": 0, "b": 0}, 3, {"a": 2, "b": 1}, id="no size known"),
        pytest.param(SIZE, {"a": 9, "b": 8, "c": 7}, 2, {"a": 1, "b": 1}, id="more pools than seats"),
        pytest.param(EACH, {"c": 9, "b": 8, "a": 7}, 2, {"c": 1, "b": 1}, id="more pools than seats, one each"),
        pytest.param(EQUAL, {"c": 9, "b": 9, "a": 9}, 2, {"a": 1, "b": 1}, id="more equal pools than seats"),
        pytest.param(Method.FIRST_COME, PNS, 30, {OPEN: 30}, id="first come"),
    ],
)
def test_a_rule_gives(method: Method, sizes: dict[str, int], capacity: int, expected: dict[str, int]) -> None:
    assert shares(make_plan(rule_of(method, sizes), capacity)) == expected


def test_a_plan_explains_each_share() -> None:
    plan = make_plan(rule_of(SIZE), 30)

    ntt, jateng = (next(pool for pool in plan.pools if pool.key == key) for key in ("NTT", "Jateng"))

    assert plan.total_size == 1_652_396
    assert (ntt.size, round(float(ntt.exact), 2), ntt.seats, ntt.rounded_up) == (111_198, 2.02, 2, False)
    assert (round(float(jateng.exact), 2), jateng.seats, jateng.rounded_up) == (6.48, 7, True)
    assert {pool.key for pool in plan.pools if pool.rounded_up} == {"DIY", "Lampung", "Jateng", "NTB"}
    assert [pool.kind for pool in plan.pools] == [PoolKind.PROVINCE] * 10 + [PoolKind.OPEN]


def test_by_hand_gives_what_is_written_and_leaves_the_rest_open() -> None:
    rule = SeatRule(method=Method.BY_HAND, parties=(Party("NTT", seats=4), Party("Bali", seats=3)))

    assert shares(make_plan(rule, 10)) == {"NTT": 4, "Bali": 3, OPEN: 3}
    with pytest.raises(Refusal, match="seats-over-capacity"):
        make_plan(rule, 6)


@pytest.mark.parametrize(("capacity", "reserved"), [(30, 9), (10, 3), (25, 8), (1, 1), (0, 0)])
def test_a_reserved_share_is_a_minimum(capacity: int, reserved: int) -> None:
    plan = make_plan(SeatRule(method=Method.FIRST_COME, reserves=(regional_share(30),)), capacity)

    assert plan.seats == {"regional": reserved, OPEN: capacity - reserved}
    assert plan.pools[0].exact == Fraction(capacity * 3, 10)


def test_affirmative_seats_come_off_before_the_rest_is_shared() -> None:
    rule = SeatRule(
        method=EQUAL, parties=(Party("NTT", 3), Party("Bali", 2)), reserves=(affirmative("papua", PAPUA, 4),)
    )

    plan = make_plan(rule, 30)

    assert plan.seats == {"NTT": 13, "Bali": 13, "papua": 4, OPEN: 0}


def test_more_is_not_reserved_than_there_is() -> None:
    with pytest.raises(Refusal, match="seats-over-capacity") as refused:
        make_plan(SeatRule(method=SIZE, reserves=(affirmative("papua", PAPUA, 4),)), 3)

    assert refused.value.values == {"total": 4, "capacity": 3}


@pytest.mark.parametrize(
    ("who", "province", "may"),
    [
        pytest.param(Who(), None, True, id="all: a national body"),
        pytest.param(Who(), "NTT", True, id="all: a province"),
        pytest.param(Who(("NTT",)), "NTT", True, id="a province: its own"),
        pytest.param(Who(("NTT",)), "Bali", False, id="a province: another"),
        pytest.param(Who(("NTT",)), None, False, id="a province: a national body"),
        pytest.param(Who(regional=True), "Bali", True, id="regions: a province"),
        pytest.param(Who(regional=True), None, False, id="regions: a national body"),
    ],
)
def test_a_pool_is_for(who: Who, province: str | None, may: bool) -> None:
    assert who.admits(province) is may


def test_pools_have_names_of_their_own_and_reserves_one_measure() -> None:
    with pytest.raises(ValueError, match="NTT"):
        SeatRule(method=SIZE, parties=(Party("NTT"), Party("NTT")))
    with pytest.raises(ValueError, match="open"):
        SeatRule(method=SIZE, parties=(Party(OPEN),))
    with pytest.raises(ValueError, match="percentage"):
        Reserve(key="x", who=Who(), percent=30, seats=3)


def test_a_plan_is_adjusted_by_hand_and_keeps_the_reason() -> None:
    plan = adjust(make_plan(rule_of(SIZE), 30), {"Jatim": 6, "DIY": 2}, reason=" Permintaan DIY. ", by=7, at=NOON)

    (change,) = plan.adjustments

    assert shares(plan) == LARGEST_REMAINDER | {"Jatim": 6, "DIY": 2}
    assert (change.before, change.after) == ({"Jatim": 7, "DIY": 1}, {"Jatim": 6, "DIY": 2})
    assert (change.reason, change.by, change.at) == ("Permintaan DIY.", 7, NOON)
    assert next(pool.planned for pool in plan.pools if pool.key == "Jatim") == 7


@pytest.mark.parametrize(
    ("seats", "reason", "key"),
    [
        pytest.param({"Jatim": 6}, "Alasan.", "seats-not-capacity", id="a seat is lost"),
        pytest.param({"Jatim": 8}, "Alasan.", "seats-not-capacity", id="a seat is made"),
        pytest.param({"Jatim": 9, "DIY": -1}, "Alasan.", "seats-not-capacity", id="less than none"),
        pytest.param({"Aceh": 1, "DIY": 0}, "Alasan.", "seat-pool-unknown", id="not a pool"),
        pytest.param({"Jatim": 6, "DIY": 2}, "  ", "reason-missing", id="no reason"),
    ],
)
def test_an_adjustment_is_refused(seats: dict[str, int], reason: str, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        adjust(make_plan(rule_of(SIZE), 30), seats, reason=reason, by=7, at=NOON)


def test_a_plan_is_the_same_after_it_was_written_down() -> None:
    rule = SeatRule(
        method=EACH,
        parties=(Party("NTT", 9), Party("Bali", 7)),
        reserves=(regional_share(30), affirmative("p", PAPUA, 2)),
    )
    plan = adjust(make_plan(rule, 30), {"NTT": 9, "Bali": 10}, reason="Alasan.", by=None, at=NOON)

    read = SeatPlan.from_data(json.loads(json.dumps(plan.as_data())), plan.seats)

    assert read == plan


@pytest.mark.parametrize(
    ("wanted", "taken", "capacity", "expected"),
    [
        pytest.param({"a": 3, OPEN: 0}, {}, 3, {"a": 3, OPEN: 0}, id="it fits"),
        pytest.param({"a": 3, OPEN: 0}, {}, 5, {"a": 3, OPEN: 2}, id="what is over is open"),
        pytest.param({"a": 1, "b": 5, OPEN: 0}, {"a": 3}, 6, {"a": 3, "b": 3, OPEN: 0}, id="never below what is taken"),
        pytest.param({"a": 4, "b": 4, OPEN: 1}, {"b": 3}, 6, {"a": 1, "b": 4, OPEN: 1}, id="the emptiest gives first"),
        pytest.param({"a": 2, "b": 2, OPEN: 0}, {}, 3, {"a": 1, "b": 2, OPEN: 0}, id="equally empty, by name"),
    ],
)
def test_pools_are_fitted_to_another_capacity(
    wanted: dict[str, int], taken: dict[str, int], capacity: int, expected: dict[str, int]
) -> None:
    assert refit(wanted, taken, capacity) == expected


def test_a_capacity_below_what_is_taken_is_refused() -> None:
    with pytest.raises(Refusal, match="capacity-below-taken") as refused:
        refit({"a": 5, OPEN: 0}, {"a": 3, OPEN: 1}, 3)

    assert refused.value.values == {"taken": 4, "capacity": 3}
