"""People with habits of practice, and what they answered."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select

from services.people import FindPerson, Person
from services.practice.habits import GetHabits, GetWeek, IsQuizWanted, SetBoard, SetQuizHour, SetWeekly, SweepHabits
from services.practice.habits.hours import next_week
from storage.database import Database
from storage.repositories.habits import HabitRows
from storage.tables import DeliveryRow, PracticeDayRow, PracticeHabitRow, QuizAnswerRow, QuizRow
from tests.support.clock import Clock
from tests.support.deliveries import FIRST_TELEGRAM_ID, add_people

CONSENT = "2026-11"


class Learners:
    """The use cases, and people with zones of their own."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.database, self.now = database, now
        self.find = FindPerson(database=database)
        self.get = GetHabits(database=database)
        self.hour = SetQuizHour(database=database, now=now)
        self.weekly = SetWeekly(database=database, now=now)
        self.board = SetBoard(database=database, now=now)
        self.sweep = SweepHabits(database=database, now=now)
        self.wanted = IsQuizWanted(database=database, now=now)
        self.week = GetWeek(database=database, now=now)

    async def meet(self, *ids: int, zone: str | None = "WITA", **values: Any) -> None:
        """People who agreed."""
        await add_people(self.database, *ids, zone=zone, consent_version=CONSENT, **values)

    async def person(self, id_: int) -> Person:
        person = await self.find(telegram_id=FIRST_TELEGRAM_ID + id_)
        assert person is not None
        return person

    async def choose(self, id_: int, hour: str | None, zone: str = "WITA") -> None:
        """Somebody chooses an hour."""
        await self.hour(person=await self.person(id_), zone=zone, hour=hour)

    async def at(self, moment: datetime) -> tuple[int, int]:
        """The clock moves to a moment and ticks there: how many messages are owed, how many were dropped."""
        self.now.set(moment)
        swept = await self.sweep()
        return swept.posted, swept.dropped

    async def quiz(self, id_: int, done_at: datetime, *answers: tuple[str, bool]) -> None:
        """Somebody finished a quiz."""
        async with self.database.write() as connection:
            values = {
                "person_id": id_,
                "questions": [],
                "state": "done",
                "started_at": done_at - timedelta(minutes=2),
                "done_at": done_at,
            }
            quiz = await connection.scalar(insert(QuizRow).returning(QuizRow.id), values)
            for place, (question, right) in enumerate(answers):
                await connection.execute(
                    insert(QuizAnswerRow).values(
                        quiz_id=quiz, place=place, person_id=id_, question=question, chosen=1, right=right, at=done_at
                    )
                )

    async def learn(self, id_: int, day: date, answered: int = 3, right: int = 2) -> None:
        """Somebody answered something on a day, for the first time, so that their summary is planned."""
        values = {"person_id": id_, "day": day, "answered": answered, "right": right}
        async with self.database.write() as connection:
            await connection.execute(insert(PracticeDayRow).values(**values))
            await HabitRows(connection).plan_week(id_, next_week("WITA", self.now()), at=self.now())

    async def owed(self, kind: str) -> list[tuple[int, str]]:
        """To whom messages of a kind are owed, and the occasion."""
        query = select(DeliveryRow.person_id, DeliveryRow.occasion).where(DeliveryRow.kind == kind)
        async with self.database.read() as connection:
            return [(person, occasion) for person, occasion in await connection.execute(query.order_by(DeliveryRow.id))]

    async def planned(self, id_: int) -> tuple[datetime | None, datetime | None]:
        """When somebody's next quiz and next summary are planned."""
        query = select(PracticeHabitRow.next_quiz_at, PracticeHabitRow.next_week_at).where(
            PracticeHabitRow.person_id == id_
        )
        async with self.database.read() as connection:
            row = (await connection.execute(query)).one()
        return row[0], row[1]
