"""What holds for every seat plan, whatever the sizes."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st

from services.seats import Method, make_plan, refit
from tests.support.seats import rule_of

SIZES = st.dictionaries(st.sampled_from("abcdefghijkl"), st.integers(0, 400_000), min_size=1)
SEATS = st.integers(0, 200)
SHARED = st.sampled_from([Method.PROPORTIONAL, Method.ONE_EACH, Method.EQUAL])
quick = settings(max_examples=120, deadline=None)


@quick
@given(SHARED, SIZES, SEATS)
def test_every_seat_is_given_once(method: Method, sizes: dict[str, int], seats: int) -> None:
    plan = make_plan(rule_of(method, sizes), seats)

    assert sum(plan.seats.values()) == seats
    assert plan.seats["open"] == 0
    assert sum(pool.exact for pool in plan.pools) == seats


@quick
@given(SHARED, SIZES, SEATS)
def test_a_share_is_rounded_by_less_than_a_seat(method: Method, sizes: dict[str, int], seats: int) -> None:
    for pool in make_plan(rule_of(method, sizes), seats).pools:
        assert floor(pool.exact) <= pool.seats <= ceil(pool.exact)
        assert pool.rounded_up == (pool.seats > floor(pool.exact))


@quick
@given(SHARED, SIZES, SEATS)
def test_the_larger_never_gets_less(method: Method, sizes: dict[str, int], seats: int) -> None:
    given_ = make_plan(rule_of(method, sizes), seats).seats

    by_size = sorted(sizes, key=lambda name: sizes[name])
    assert all(given_[less] <= given_[more] for less, more in pairwise(by_size) if sizes[less] < sizes[more])


@quick
@given(SHARED, SIZES, SEATS, st.randoms(use_true_random=False))
def test_the_order_of_listing_does_not_matter(
    method: Method, sizes: dict[str, int], seats: int, random: object
) -> None:
    names = list(sizes)
    random.shuffle(names)  # type: ignore[attr-defined]

    assert make_plan(rule_of(method, {name: sizes[name] for name in names}), seats).seats == (
        make_plan(rule_of(method, sizes), seats).seats
    )


@quick
@given(SIZES, SEATS)
def test_one_each_leaves_nobody_out_while_there_are_seats(sizes: dict[str, int], seats: int) -> None:
    given_ = make_plan(rule_of(Method.ONE_EACH, sizes), seats).seats

    assert sum(given_[name] > 0 for name in sizes) == len(sizes) or seats < len(sizes)
    assert max(given_[name] for name in sizes) <= 1 or seats >= len(sizes)


@quick
@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1), SEATS)
def test_refitting_keeps_all_seats_and_everyone_in_theirs(pools: dict[str, tuple[int, int]], more: int) -> None:
    wanted = {name: size for name, (size, _) in pools.items()}
    taken = {name: count for name, (_, count) in pools.items()}
    capacity = sum(taken.values()) + more

    sizes = refit(wanted, taken, capacity)

    assert sum(sizes.values()) == capacity
    assert all(sizes[name] >= count for name, count in taken.items())
