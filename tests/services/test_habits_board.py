"""The board of provinces: only who joined counts, and only who said so is named."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from services.errors import Refusal
from services.practice.habits import HIDDEN, NAMED, OFF, Board, Placed, Ranked, SeeBoard, rank
from services.privacy import EraseData
from storage.database import Database
from storage.repositories.board import Province
from tests.services.test_outbox_claiming import plans_of
from tests.support.catalogue import add_agency
from tests.support.clock import Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID
from tests.support.habits import Learners

NTT, DKI, SEKBER = 1, 2, 3
TUESDAY = date(2026, 11, 17)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def learners(database: Database, now: Clock) -> Learners:
    """Five people in NTT, three in DKI, all verified; nobody joined yet."""
    learners = Learners(database, now)
    for id_, code, province in ((NTT, "ntt", "NTT"), (DKI, "dki", "DKI"), (SEKBER, "sekber", None)):
        await add_agency(database, code, id=id_, province=province)
    for id_ in range(1, 9):
        await learners.meet(id_, agency_id=NTT if id_ <= 5 else DKI, name=f"Orang {id_}", identity="verified")
    return learners


async def join(learners: Learners, board: str, *ids: int) -> None:
    for id_ in ids:
        await learners.board(person=await learners.person(id_), board=board)


async def learn(learners: Learners, **right: int) -> None:
    """`p3=7`: person 3 answered 7 right on Tuesday."""
    for name, count in right.items():
        await learners.learn(int(name[1:]), TUESDAY, 10, count)


async def seen(learners: Learners, id_: int) -> Board:
    see = SeeBoard(database=learners.database, now=learners.now)
    return await see(person=await learners.person(id_), zone="WITA")


def told(board: Board) -> list[tuple[int, str | None, int]]:
    return [(one.place, one.name, one.right) for one in board.people]


async def test_nobody_is_on_the_board_who_did_not_join(learners: Learners) -> None:
    await learn(learners, p1=9, p2=8, p3=7, p4=6)
    await join(learners, OFF, 1, 2, 3, 4)

    board = await seen(learners, 1)

    assert (board.joined, board.ranked, board.few, board.people, board.own) == (OFF, (), 0, (), None)


async def test_provinces_stand_by_right_answers_per_participant(learners: Learners) -> None:
    await join(learners, HIDDEN, 1, 2, 3, 4, 6, 7, 8)
    await learn(learners, p1=9, p2=8, p3=7, p4=4, p6=9, p7=9, p8=6)
    await learners.learn(8, TUESDAY - DAY, 5, 3)
    await learners.learn(8, TUESDAY - 2 * DAY, 5, 5)  # last week

    board = await seen(learners, 1)

    assert board.ranked == (Ranked("DKI", 1, 3, 9.0), Ranked("NTT", 2, 4, 7.0))
    assert board.own == Placed(1, 4, 9)
    assert board.monday == TUESDAY - DAY


async def test_a_province_with_few_participants_is_neither_ranked_nor_shown(learners: Learners) -> None:
    await join(learners, NAMED, 1, 2, 6, 7, 8)
    await learn(learners, p1=9, p2=8, p6=1, p7=1, p8=1)

    few, many = await seen(learners, 1), await seen(learners, 6)

    assert [one.code for one in few.ranked] == ["DKI"]
    assert (few.few, few.people) == (1, ())
    assert (few.own, few.right) == (None, 9)  # a place among two would tell of the other one
    assert len(many.people) == 3


async def test_only_names_that_were_released_show_and_everybody_sees_their_own_place(learners: Learners) -> None:
    await join(learners, NAMED, 1, 2)
    await join(learners, HIDDEN, 3, 4)
    await learn(learners, p1=9, p2=8, p3=8, p4=5, p5=10)

    hidden, away = await seen(learners, 4), await seen(learners, 5)

    assert told(hidden) == [(1, "Orang 1", 9), (2, "Orang 2", 8), (2, None, 8), (4, None, 5)]
    assert hidden.own is not None
    assert (hidden.own.place, hidden.own.of, hidden.own.right) == (4, 4, 5)
    assert told(away) == told(hidden)
    assert away.own is None


async def test_who_stands_far_below_still_sees_their_own_place(learners: Learners) -> None:
    await learners.meet(*range(11, 19), agency_id=NTT, name="X", identity="verified")
    people = [1, *range(11, 19)]
    await join(learners, NAMED, *people)
    await learn(learners, **{f"p{id_}": 20 - id_ if id_ > 1 else 1 for id_ in people})

    board = await seen(learners, 1)

    assert [place for place, _, _ in told(board)] == [1, 2, 3, 4, 5]
    assert board.own is not None
    assert (board.own.place, board.own.of) == (9, 9)


async def test_a_name_nobody_vouched_for_and_a_province_nobody_knows_are_refused(learners: Learners) -> None:
    await learners.meet(20, agency_id=NTT, name="Tak dikenal")
    await learners.meet(21, agency_id=SEKBER, name="Dewi", identity="verified")
    await learners.meet(22)

    with pytest.raises(Refusal, match="board-name"):
        await join(learners, NAMED, 20)
    for id_ in (21, 22):
        with pytest.raises(Refusal, match="board-province"):
            await join(learners, HIDDEN, id_)
    await join(learners, HIDDEN, 20)

    assert (await seen(learners, 20)).joined == HIDDEN
    assert (await seen(learners, 22)).province is None


async def test_who_joins_or_takes_their_name_back_sees_that_at_once(learners: Learners) -> None:
    see = SeeBoard(database=learners.database, now=learners.now)
    person = await learners.person(1)
    await join(learners, NAMED, 2, 3)
    await learn(learners, p1=9, p2=8, p3=7)

    before = await see(person=person, zone="WITA")
    await join(learners, NAMED, 1)
    named = await see(person=person, zone="WITA")
    await join(learners, HIDDEN, 1)
    hidden = await see(person=person, zone="WITA")
    await join(learners, OFF, 1)
    gone = await see(person=person, zone="WITA")

    await join(learners, NAMED, 1)
    back = await see(person=person, zone="WITA")

    assert (before.people, before.own) == ((), None)
    assert told(back) == told(named)
    assert back.own == named.own == Placed(1, 3, 9)
    assert [one.name for one in named.people] == ["Orang 1", "Orang 2", "Orang 3"]
    assert [one.name for one in hidden.people] == [None, "Orang 2", "Orang 3"]
    assert (gone.people, gone.own) == ((), None)


async def test_a_name_that_was_taken_back_or_erased_shows_nowhere_from_then_on(learners: Learners) -> None:
    """Also where another process added the people up just before; nobody is added up anew for it."""
    see = SeeBoard(database=learners.database, now=learners.now)
    asked: dict[str, Any] = {"person": await learners.person(5), "zone": "WITA"}
    await join(learners, NAMED, 1, 2, 3, 4, 5)
    await learn(learners, p1=9, p2=8, p3=7, p4=6, p5=5)
    before = await see(**asked)

    await join(learners, HIDDEN, 1)
    await join(learners, OFF, 2)
    await EraseData(database=learners.database, now=learners.now)(telegram_id=FIRST_TELEGRAM_ID + 3)
    with plans_of(learners.database) as reads:
        after = await see(**asked)
    await join(learners, OFF, 1)
    few = await see(**asked)

    assert told(before) == [(place, f"Orang {place}", 10 - place) for place in range(1, 6)]
    assert told(after) == [(1, None, 9), (2, "Orang 4", 6), (3, "Orang 5", 5)]
    assert after.own == Placed(3, 3, 5)
    assert (few.people, few.own, few.right) == ((), None, 5)
    assert not [statement for statement, _ in reads if "sum(" in statement]


async def test_provinces_are_added_up_once_a_minute(learners: Learners) -> None:
    see = SeeBoard(database=learners.database, now=learners.now)
    asked: dict[str, Any] = {"person": await learners.person(6), "zone": "WIB"}
    await join(learners, HIDDEN, 6, 7, 8)
    await learn(learners, p6=3, p7=3)

    before = await see(**asked)
    await learn(learners, p8=3)
    soon = await see(**asked)
    learners.now.advance(minutes=1)
    later = await see(**asked)

    assert [board.few for board in (before, soon, later)] == [1, 1, 0]
    assert later.ranked == (Ranked("DKI", 1, 3, 3.0),)


def test_equal_provinces_share_a_place() -> None:
    found = rank([Province("NTT", 4, 8), Province("DKI", 3, 6), Province("BALI", 3, 3), Province("NTB", 2, 90)])

    assert [(one.place, one.code) for one in found] == [(1, "DKI"), (1, "NTT"), (3, "BALI")]
