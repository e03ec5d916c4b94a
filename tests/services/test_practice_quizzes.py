"""Quizzes: begun, gone on with, answered once, left, repeated; and a week of them on an injected clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from knowledge import Bank, Use
from services.errors import Refusal
from services.practice import Asked, Result
from services.privacy import EraseData
from storage.database import Database
from storage.tables import PracticeCardRow, PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow
from tests.support.clock import Clock
from tests.support.practice import BAGUS, DEWI, GUEST, YOHANA, Learner, bank_of, learner_of, numbered, question
from tests.support.staff import Staff


@pytest.fixture
async def yohana(database: Database, now: Clock) -> Learner:
    """Six questions of one module, and one of another."""
    return await learner_of(database, now, Bank((*bank_of(numbered(6)), question("lain", "smart", "smart-training"))))


async def kept(learner: Learner) -> list[int]:
    """How many rows practice has: quizzes, answers, cards, days."""
    staff = Staff(learner.database)
    tables = (QuizRow, "id"), (QuizAnswerRow, "place"), (PracticeCardRow, "question"), (PracticeDayRow, "day")
    return [len(await staff.rows(row, by=by)) for row, by in tables]


async def test_a_quiz_is_gone_on_with_at_the_same_question(yohana: Learner) -> None:
    first = await yohana.start()
    await yohana.answer(first, right=True)

    second = await yohana.start()

    assert (second.quiz_id, second.number, second.total) == (first.quiz_id, 2, 3)
    assert await yohana.start() == second


async def test_another_topic_leaves_the_open_quiz_and_the_same_goes_on(yohana: Learner) -> None:
    mixed = await yohana.start()

    chosen = await yohana.start("kolaborasi")

    assert chosen.quiz_id != mixed.quiz_id
    assert (await yohana.start("kolaborasi")).quiz_id == chosen.quiz_id
    assert (await yohana.start()).quiz_id == chosen.quiz_id
    assert await yohana.see(mixed.quiz_id) is None


async def test_after_a_day_another_quiz_is_drawn(yohana: Learner, now: Clock) -> None:
    old = await yohana.start()
    now.advance(hours=23)
    assert (await yohana.start()).quiz_id == old.quiz_id
    now.advance(hours=1)

    assert (await yohana.start()).quiz_id != old.quiz_id


async def test_an_answer_is_kept_with_the_card_and_the_day(yohana: Learner, now: Clock) -> None:
    asked = await yohana.start()
    now.set(datetime.fromisoformat("2026-11-17T23:30:00+08:00"))  # still the 17th in NTT, and there only
    said = await yohana.answer(asked, right=False)

    assert said.counted
    assert said.feedback is not None
    assert not said.feedback.right
    staff = Staff(yohana.database)
    assert [(row["right"], row["chosen"]) for row in await staff.rows(QuizAnswerRow, by="place")] == [(False, 2)]
    (card,) = await staff.rows(PracticeCardRow, by="question")
    assert (card["question"], card["wrong_count"], card["due_at"]) == (asked.question.id, 1, now() + timedelta(days=1))
    (day,) = await staff.rows(PracticeDayRow, by="day")
    assert (day["day"], day["answered"], day["right"]) == (date(2026, 11, 17), 1, 0)


async def test_the_first_answer_of_a_day_plans_the_summary_of_the_week(yohana: Learner, now: Clock) -> None:
    staff, asked = Staff(yohana.database), await yohana.start()
    await yohana.tap(asked.quiz_id, asked.place, None)
    skipped = await staff.rows(PracticeHabitRow, by="person_id")
    await yohana.sit()

    (habits,) = await staff.rows(PracticeHabitRow, by="person_id")

    assert not skipped
    assert habits["next_week_at"] == datetime.fromisoformat("2026-11-22T19:30:00+08:00")
    assert (habits["weekly"], habits["board"], habits["quiz_at"]) == (True, "off", None)


async def test_a_double_tap_and_a_replay_change_nothing_and_hear_the_same_again(yohana: Learner) -> None:
    asked = await yohana.start()
    once = await yohana.answer(asked, right=True)
    before = await kept(yohana)

    for option in range(4):
        again = await yohana.tap(asked.quiz_id, asked.place, option)
        assert (again.counted, again.feedback) == (False, once.feedback)
    assert await kept(yohana) == before == [1, 1, 1, 1]


async def test_a_tap_from_an_older_screen_changes_nothing(yohana: Learner) -> None:
    first = await yohana.start()
    await yohana.answer(first, right=True)
    await yohana.answer(await yohana.start(), right=True)
    before = await kept(yohana)

    stale = await yohana.tap(first.quiz_id, first.place, 2)

    assert (stale.counted, stale.stands, stale.feedback) == (False, True, None)
    assert await kept(yohana) == before


async def test_a_tap_ahead_of_the_quiz_or_on_one_that_was_left_changes_nothing(yohana: Learner) -> None:
    left = await yohana.start()
    asked = await yohana.start("kolaborasi")

    ahead, on_left = await yohana.tap(asked.quiz_id, 2, 0), await yohana.tap(left.quiz_id, 0, 0)

    assert not ahead.counted
    assert not on_left.counted
    assert await kept(yohana) == [2, 0, 0, 0]


async def test_what_is_skipped_is_no_answer(yohana: Learner) -> None:
    asked = await yohana.start()

    skipped = await yohana.tap(asked.quiz_id, asked.place, None)

    assert (skipped.counted, skipped.feedback) == (True, None)
    assert await kept(yohana) == [1, 1, 0, 0]
    assert (await yohana.start()).number == 2


@pytest.mark.parametrize(("seconds", "days"), [pytest.param(5, 2, id="fast"), pytest.param(90, 1, id="slow")])
async def test_a_slow_answer_comes_back_sooner(yohana: Learner, now: Clock, seconds: float, days: int) -> None:
    await yohana.answer(await yohana.start(), right=True, seconds=seconds)

    (card,) = await Staff(yohana.database).rows(PracticeCardRow, by="question")
    assert card["due_at"] == now() + timedelta(days=days)


async def test_a_screen_from_after_now_tells_no_time(yohana: Learner, now: Clock) -> None:
    asked = await yohana.start()
    await yohana.tap(asked.quiz_id, asked.place, asked.order.index(asked.question.right), timedelta(days=2))

    (card,) = await Staff(yohana.database).rows(PracticeCardRow, by="question")
    assert card["due_at"] == now() + timedelta(days=2)


async def test_the_result_counts_and_what_was_missed_is_repeated(yohana: Learner) -> None:
    first = await yohana.start("kolaborasi")
    await yohana.answer(first, right=False)
    second = await yohana.start()
    await yohana.tap(second.quiz_id, second.place, None)
    last = await yohana.answer(await yohana.start(), right=True)

    assert last.feedback is not None
    assert last.feedback.is_last
    result = await yohana.see(first.quiz_id)
    assert result == Result(first.quiz_id, right=1, total=3, missed=2, streak=1)
    again = await yohana.repeat(first.quiz_id)
    assert (again.total, {again.question.id} <= {first.question.id, second.question.id}) == (2, True)
    assert await yohana.repeat(first.quiz_id) == again


async def test_what_was_all_right_has_nothing_to_repeat(yohana: Learner) -> None:
    asked = await yohana.start()
    await yohana.sit()

    with pytest.raises(Refusal, match="practice-none-missed"):
        await yohana.repeat(asked.quiz_id)


async def test_a_finished_quiz_makes_room_for_the_next(yohana: Learner) -> None:
    first = await yohana.start("kolaborasi")
    await yohana.sit("kolaborasi")

    assert (await yohana.start("kolaborasi")).quiz_id != first.quiz_id


async def test_a_retired_question_disappears_from_an_open_quiz(yohana: Learner) -> None:
    first = await yohana.start("kolaborasi")
    await yohana.answer(first, right=True)
    second = await yohana.start()
    yohana.bank = Bank(tuple(one for one in yohana.bank if one.id != second.question.id))

    tapped = await yohana.tap(second.quiz_id, second.place, 0)
    third = await yohana.start()

    assert (tapped.counted, tapped.stands) == (False, False)
    assert (third.quiz_id, third.number, third.total) == (first.quiz_id, 2, 2)
    assert third.question.id not in {first.question.id, second.question.id}
    await yohana.answer(third, right=True)
    assert await yohana.see(first.quiz_id) == Result(first.quiz_id, right=2, total=2, missed=0, streak=1)


async def test_a_quiz_of_which_everything_was_retired_gives_way(yohana: Learner) -> None:
    old = await yohana.start("kolaborasi")
    yohana.bank = bank_of(["baru"])

    assert await yohana.see(old.quiz_id) is None
    asked = await yohana.start("kolaborasi")
    assert (asked.question.id, asked.total) == ("baru", 1)


async def test_a_question_that_was_written_anew_is_passed_over_and_not_judged_by_what_nobody_saw(
    yohana: Learner,
) -> None:
    first = await yohana.start("kolaborasi")
    seen = first.question
    turned = replace(seen, options=tuple(reversed(seen.options)), right=2)
    yohana.bank = Bank(tuple(turned if one is seen else one for one in yohana.bank))

    tapped = await yohana.tap(first.quiz_id, first.place, first.order.index(seen.right))
    here = await yohana.see(first.quiz_id)

    assert (tapped.counted, tapped.stands) == (False, False)
    assert isinstance(here, Asked)
    assert (here.place, here.number, here.total) == (1, 1, 2)
    corrected = replace(here.question, right=3)  # the same words: only the key was wrong
    yohana.bank = Bank(tuple(corrected if one is here.question else one for one in yohana.bank))
    said = await yohana.tap(here.quiz_id, here.place, here.order.index(3))
    assert said.feedback is not None
    assert said.feedback.right


async def test_a_question_that_comes_back_does_not_open_a_finished_quiz(yohana: Learner) -> None:
    """Files are read while the bot runs: a fault of a minute takes questions away, and brings them back."""
    whole, first = yohana.bank, await yohana.start("kolaborasi")
    yohana.bank = Bank(tuple(one for one in whole if one.id != first.question.id))
    assert len(await yohana.sit("kolaborasi")) == 2
    yohana.bank = whole

    assert await yohana.see(first.quiz_id) == Result(first.quiz_id, right=2, total=2, missed=0, streak=1)


async def test_who_was_erased_meanwhile_leaves_nothing_behind(yohana: Learner) -> None:
    """The daily quiz begins beside the person's own taps; who has a role keeps an empty record."""
    staff = Staff(yohana.database)
    await staff.give_role(BAGUS, "Bagus Umpama", agency=None)
    for telegram_id in (YOHANA, BAGUS):
        yohana.telegram_id = telegram_id
        asked, person = await yohana.start(), await yohana.person()
        await EraseData(database=yohana.database, now=yohana.now)(telegram_id=telegram_id)

        for use in (yohana.start_as(person), yohana.repeat_as(person, asked.quiz_id)):
            with pytest.raises(Refusal, match="practice-consent"):
                await use
    assert await kept(yohana) == [0, 0, 0, 0]


async def test_the_daily_quiz_is_one_of_its_own_day(yohana: Learner, now: Clock) -> None:
    now.set(datetime.fromisoformat("2026-11-18T07:30:05+08:00"))
    wednesday = await yohana.start(occasion="daily")
    again = await yohana.start(occasion="daily")
    now.set(datetime.fromisoformat("2026-11-19T07:30:01+08:00"))  # within a day of the other

    thursday = await yohana.start(occasion="daily")

    assert again.quiz_id == wednesday.quiz_id
    assert thursday.quiz_id != wednesday.quiz_id
    assert (await yohana.start()).quiz_id == thursday.quiz_id


async def test_an_article_without_questions_of_its_own_asks_three_of_its_module(yohana: Learner) -> None:
    asked = await yohana.start("article:tanpa", module="kolaborasi")
    again = await yohana.start("article:tanpa", module="kolaborasi")

    assert (asked.topic, asked.total, asked.question.module) == ("article:tanpa", 3, "kolaborasi")
    assert again == asked
    with pytest.raises(Refusal, match="practice-none"):
        await yohana.start("article:lain", module="tiada")
    assert (await yohana.start()).quiz_id == asked.quiz_id  # what cannot be asked leaves no quiz


async def test_where_there_is_nothing_to_ask_it_says_so(yohana: Learner) -> None:
    for topic in ("tiada", "article:tiada"):
        with pytest.raises(Refusal, match="practice-none"):
            await yohana.start(topic)


async def test_exams_are_never_practised(yohana: Learner) -> None:
    yohana.bank = Bank((question("latihan"), *(question(use, use=use) for use in Use if use is not Use.PRACTICE)))

    assert await yohana.sit() == ["latihan"]
    assert await yohana.sit("article:wog") == ["latihan"]


@pytest.mark.parametrize("telegram_id", [pytest.param(GUEST, id="a guest"), pytest.param(DEWI, id="a role only")])
async def test_of_who_has_not_agreed_nothing_is_kept(yohana: Learner, telegram_id: int) -> None:
    asked = await yohana.start()
    before = await kept(yohana)
    yohana.telegram_id = telegram_id

    for ask in (
        yohana.start(),
        yohana.repeat(asked.quiz_id),
        yohana.see(asked.quiz_id),
        yohana.topics(),
        yohana.tap(asked.quiz_id, asked.place, 0),
    ):
        with pytest.raises(Refusal, match="practice-consent"):
            await ask
    assert await kept(yohana) == before


async def test_a_quiz_is_its_owner_s_alone(yohana: Learner) -> None:
    asked = await yohana.start()
    before = await kept(yohana)
    yohana.telegram_id = BAGUS

    for ask in (yohana.repeat(asked.quiz_id), yohana.see(asked.quiz_id), yohana.tap(asked.quiz_id, asked.place, 0)):
        with pytest.raises(Refusal, match="quiz-gone"):
            await ask
    assert await kept(yohana) == before


async def test_topics_tell_what_there_is_and_what_is_due(yohana: Learner, now: Clock) -> None:
    assert await yohana.topics() == [("kolaborasi", 6, 0, 0), ("smart-training", 1, 0, 0)]
    names = await yohana.sit("kolaborasi")
    await yohana.sit("kolaborasi", wrong=set(numbered(6)) - set(names))

    now.advance(days=1)

    assert await yohana.topics() == [("kolaborasi", 6, 6, 3), ("smart-training", 1, 0, 0)]


WRONG = {0: "h", 1: "h", 3: "b"}
SLOW = {2: "g"}
WEEK = [
    # The day, what is asked in this order, and when each comes back (November, then December).
    ("Tue 17", "g h c", "g 19, h 18, c 19"),  # all new; h is missed
    ("Wed 18", "h b d", "h 19, b 20, d 20"),  # h, then new ones; h is missed again
    ("Thu 19", "h g c", "h 20, g 27, c 30"),  # three are due, the missed one first; g is slow
    ("Fri 20", "h b d", "h 22, b 21, d 1"),  # what was missed twice stays near; b is missed
    ("Sat 21", "b a e", "b 22, a 23, e 23"),
    ("Sun 22", "b h f", "b 24, h 26, f 24"),  # the last new one
    ("Mon 23", "a e g", "a 30, e 30, g 9"),  # two are due; then the one that is known least, ahead of its day
]


async def test_a_week_of_quizzes_on_the_clock(database: Database, now: Clock) -> None:
    """Every day at noon; eight questions, of which one is missed twice, one once, and one answered slowly."""
    yohana = await learner_of(database, now, bank_of("abcdefgh"))
    table = []
    for day in range(7):
        names = await yohana.sit(wrong=WRONG.get(day, ""), slow=SLOW.get(day, ""))
        due = {row["question"]: row["due_at"] for row in await Staff(database).rows(PracticeCardRow, by="question")}
        back = ", ".join(f"{name} {due[name]:%-d}" for name in names)
        table.append((f"{now():%a %-d}", " ".join(names), back))
        now.set(now().replace(hour=4, minute=0, second=0) + timedelta(days=1))

    assert table == WEEK
