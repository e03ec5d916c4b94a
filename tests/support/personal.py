"""A person who left traces in every table, for the tests of the data rights."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from storage.database import Database
from storage.tables import (
    ArticleReadingRow,
    ArticleVoteRow,
    BroadcastPressRow,
    BroadcastRow,
    FsmRow,
    InboxRow,
    InvitationRow,
    NeedRow,
    PersonRow,
    PracticeCardRow,
    PracticeDayRow,
    PracticeHabitRow,
    QuizAnswerRow,
    QuizRow,
    ReminderRow,
    WatchRow,
)
from tests.support.catalogue import add, add_batch, add_training
from tests.support.clock import NOON
from tests.support.staff import Staff

YOHANA, BAGUS, DEWI = 88000101, 88000102, 88000500
BAGUS_NIP = "198506172010011009"
OFFSET = "sehari"
TYPED_NAME = "Yohana Contoh Sekali"


async def cast(database: Database) -> Staff:
    """An organizer at BPSDM NTT, and Yohana, who has agreed and named herself."""
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.welcome_yohana(YOHANA, name=TYPED_NAME, language="en", zone="WITA")
    return staff


async def talk(database: Database, telegram_id: int) -> None:
    """An open conversation, a handled message, and one that could not be handled."""
    key = f"{telegram_id}:{telegram_id}::default"
    entry = {"lane": telegram_id, "key": key, "state": "A:b", "data": {"return_to": "p-3"}, "updated_at": NOON}
    update = {"lane": telegram_id, "received_at": NOON}
    async with database.write() as connection:
        await connection.execute(insert(FsmRow).values(**entry))
        await connection.execute(insert(InboxRow).values(update_id=2 * (telegram_id % 1000), state="done", **update))
        await connection.execute(
            insert(InboxRow).values(
                update_id=2 * (telegram_id % 1000) + 1,
                state="quarantined",
                cipher=b"cipher",
                reference="J-7K2M",
                **update,
            )
        )


async def read(staff: Staff, telegram_id: int) -> None:
    """Two articles opened, the later one voted on."""
    person_id = await staff.person_id(telegram_id)
    async with staff.database.write() as connection:
        for minute, article in enumerate(("dibaca-dulu", "dibaca-lalu")):
            at = NOON + timedelta(minutes=minute)
            await connection.execute(insert(ArticleReadingRow).values(person_id=person_id, article=article, at=at))
        await connection.execute(
            insert(ArticleVoteRow).values(person_id=person_id, article="dibaca-lalu", value=-1, at=NOON)
        )


async def wish(staff: Staff, telegram_id: int) -> None:
    """A training that somebody asked for."""
    person_id = await staff.person_id(telegram_id)
    need = {"key": "jurnalisme data", "topic": "Jurnalisme data", "province": "NTT", "at": NOON}
    async with staff.database.write() as connection:
        await connection.execute(insert(NeedRow).values(person_id=person_id, **need))


async def invite(staff: Staff, telegram_id: int) -> None:
    """A link to a role that somebody made."""
    link = {"token_hash": b"hash", "purpose": "role", "role": "instructor", "created_at": NOON, "expires_at": NOON}
    async with staff.database.write() as connection:
        await connection.execute(insert(InvitationRow).values(invited_by=await staff.person_id(telegram_id), **link))


async def follow(staff: Staff, telegram_id: int, *, wrote: bool = False) -> None:
    """A training that somebody watches, a reminder of it, and an announcement (their own) they pressed a button of."""
    person_id, agency = await staff.person_id(telegram_id), staff.agencies["bpsdm-ntt"].id
    training = await add_training(staff.database, agency)
    batch = await add_batch(staff.database, training, agency)
    moments: dict[str, Any] = dict.fromkeys(("base_at", "due_at", "until_at", "created_at"), NOON)
    reminder = {"kind": "start", "batch_id": batch, "about": 0, "offset": OFFSET}
    written: dict[str, Any] = {
        "agency_id": agency,
        "author_id": person_id if wrote else None,
        "body": {},
        "audience": {},
        "created_at": NOON,
    }
    await add(staff.database, ReminderRow, person_id=person_id, **reminder, **moments)
    broadcast = await add(staff.database, BroadcastRow, **written)
    async with staff.database.write() as connection:
        await connection.execute(insert(WatchRow).values(person_id=person_id, training_id=training, at=NOON))
        await connection.execute(
            insert(BroadcastPressRow).values(broadcast_id=broadcast, person_id=person_id, button=1, at=NOON)
        )


async def practise(staff: Staff, telegram_id: int) -> None:
    """A quiz with one answer, what is known of its question since, a day of learning, and an hour for quizzes."""
    person_id = await staff.person_id(telegram_id)
    asked = "soal-yang-dijawab"
    quiz = await add(
        staff.database, QuizRow, person_id=person_id, topic="smart", questions=[[asked, [1, 0]]], started_at=NOON
    )
    values = {"person_id": person_id, "question": asked}
    known = {"state": 2, "stability": 2.5, "difficulty": 5.0, "due_at": NOON, "last_at": NOON, "right_count": 1}
    async with staff.database.write() as connection:
        await connection.execute(insert(PracticeCardRow).values(**values, **known))
        await connection.execute(
            insert(QuizAnswerRow).values(**values, quiz_id=quiz, place=0, chosen=1, right=True, at=NOON)
        )
        await connection.execute(
            insert(PracticeDayRow).values(person_id=person_id, day=NOON.date(), answered=1, right=1)
        )
        await connection.execute(
            insert(PracticeHabitRow).values(person_id=person_id, quiz_at="23:45", board="hidden", changed_at=NOON)
        )


async def fill(staff: Staff, telegram_id: int, **values: Any) -> None:
    """Change a person's row directly."""
    async with staff.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.telegram_id == telegram_id).values(**values))
