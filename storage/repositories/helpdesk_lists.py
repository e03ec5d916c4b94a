"""What an agency keeps for its helpdesk: answers that are ready, and people whose questions it does not take."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.helpdesk import AskerBlockRow, ReadyAnswerRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyAnswer:
    """An answer that an agency keeps ready; `body` is Telegram's HTML."""

    id: int
    agency_id: int
    title: str
    body: str


_READY = (ReadyAnswerRow.id, ReadyAnswerRow.agency_id, ReadyAnswerRow.title, ReadyAnswerRow.body)


class ReadyAnswers:
    """Rows of ready answers, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, agency_id: int) -> tuple[ReadyAnswer, ...]:
        """An agency's, by title."""
        query = select(*_READY).where(ReadyAnswerRow.agency_id == agency_id)
        rows = await self._connection.execute(query.order_by(ReadyAnswerRow.title, ReadyAnswerRow.id))
        return tuple(ReadyAnswer(**row._asdict()) for row in rows)

    async def find(self, ready_id: int) -> ReadyAnswer | None:
        """One of them."""
        row = (await self._connection.execute(select(*_READY).where(ReadyAnswerRow.id == ready_id))).first()
        return ReadyAnswer(**row._asdict()) if row else None

    async def count(self, agency_id: int) -> int:
        """How many an agency has."""
        query = select(func.count()).select_from(ReadyAnswerRow).where(ReadyAnswerRow.agency_id == agency_id)
        return int(await self._connection.scalar(query) or 0)

    async def add(self, *, agency_id: int, title: str, body: str, author_id: int | None, at: datetime) -> int:
        """The new one's id."""
        values = {"agency_id": agency_id, "title": title, "body": body, "author_id": author_id, "at": at}
        statement = insert(ReadyAnswerRow).values(**values).returning(ReadyAnswerRow.id)
        return int((await self._connection.execute(statement)).scalar_one())

    async def delete(self, ready_id: int) -> bool:
        """Take one away; False where it is gone."""
        statement = delete(ReadyAnswerRow).where(ReadyAnswerRow.id == ready_id)
        return bool((await self._connection.execute(statement)).rowcount)


class AskerBlocks:
    """Rows of blocks, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def is_blocked(self, agency_id: int, person_id: int) -> bool:
        """Whether an agency does not take this person's questions."""
        query = select(AskerBlockRow.person_id).where(
            AskerBlockRow.agency_id == agency_id, AskerBlockRow.person_id == person_id
        )
        return await self._connection.scalar(query) is not None

    async def add(self, agency_id: int, person_id: int, *, blocked_by: int | None, at: datetime) -> bool:
        """Block; False where it was so before."""
        values = {"agency_id": agency_id, "person_id": person_id, "blocked_by": blocked_by, "at": at}
        statement = insert_for(self._connection, AskerBlockRow).values(**values)
        statement = statement.on_conflict_do_nothing(index_elements=["agency_id", "person_id"])
        return bool((await self._connection.execute(statement)).rowcount)

    async def delete(self, agency_id: int, person_id: int) -> bool:
        """Unblock; False where there was no block."""
        statement = delete(AskerBlockRow).where(
            AskerBlockRow.agency_id == agency_id, AskerBlockRow.person_id == person_id
        )
        return bool((await self._connection.execute(statement)).rowcount)
