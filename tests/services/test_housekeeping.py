"""What is old is forgotten, what is young stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.errors import Refusal
from services.housekeeping import ForgetOld, Forgotten
from storage.database import Database
from storage.repositories.fsm import FsmEntry, FsmStates
from storage.repositories.inbox import Arrival, Inbox
from storage.repositories.knowledge import Misses, Readings
from storage.tables import PracticeCardRow, PracticeDayRow, QuizAnswerRow, QuizRow
from tests.support.clock import Clock
from tests.support.habits import Learners
from tests.support.practice import bank_of, learner_of
from tests.support.staff import Staff


async def test_old_updates_and_idle_conversations_go_in_time(database: Database, now: Clock) -> None:
    forget = ForgetOld(database=database, now=now)
    async with database.write() as connection:
        [item] = await Inbox(connection).add([Arrival(1, 1, "{}")], now())
        await Inbox(connection).set_done(item.seq, now())
        await FsmStates(connection).save(1, {"k": FsmEntry("s", {"a": 1})}, now())

    forgotten = []
    for days in (6, 2, 23):
        now.advance(days=days)
        forgotten.append(await forget())

    assert forgotten == [Forgotten(0, 0, 0, 0), Forgotten(1, 0, 0, 0), Forgotten(0, 1, 0, 0)]


async def test_quizzes_go_after_four_hundred_days_in_slices_and_what_is_known_stays(
    database: Database, now: Clock
) -> None:
    learners = Learners(database, now)
    await learners.meet(101, 102)
    for number in range(7):
        await learners.quiz(101 + number % 2, now() + timedelta(minutes=2), ("wog-01", True), ("bk-01", False))
    await learners.learn(101, now().date())
    yohana = await learner_of(database, now, bank_of(["wog-01"]))
    await yohana.sit()
    old = await yohana.start()  # never come back to
    now.advance(days=200)
    await learners.quiz(102, now(), ("wog-01", True))
    forget = ForgetOld(database=database, now=now, slice_size=3)

    went = []
    for days in (199, 1, 199):
        now.advance(days=days, minutes=1)
        went.append((await forget()).quizzes)

    staff = Staff(database)
    assert went == [0, 9, 0]
    assert [len(await staff.rows(row, by="person_id")) for row in (QuizRow, QuizAnswerRow)] == [1, 1]
    assert [len(await staff.rows(row, by="person_id")) for row in (PracticeCardRow, PracticeDayRow)] == [1, 2]
    with pytest.raises(Refusal, match="quiz-gone"):
        await yohana.see(old.quiz_id)


async def test_views_and_what_was_sought_in_vain_go_after_four_hundred_days(database: Database, now: Clock) -> None:
    forget = ForgetOld(database=database, now=now)
    async with database.write() as connection:
        await Readings(connection).add_view("wog", now().date())
        await Misses(connection).add("cuti", "cuti", at=now())
        await Misses(connection).add("gaji", "gaji", at=now())
    now.advance(days=100)
    async with database.write() as connection:
        await Misses(connection).add("gaji", "gaji", at=now())

    forgotten = []
    for days in (300, 1, 100):
        now.advance(days=days)
        forgotten.append(await forget())

    assert forgotten == [Forgotten(0, 0, 0, 0), Forgotten(0, 0, 1, 1), Forgotten(0, 0, 0, 1)]
