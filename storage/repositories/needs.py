"""What people would like to learn: topics, each person once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import case, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.planning import NeedRow


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, and how many people ask for it: in all, and of one province."""

    id: int
    """The first wish for it, which names it."""
    key: str
    topic: str
    people: int
    own: int


@dataclass(frozen=True, slots=True)
class Wish:
    """One person's wish."""

    id: int
    key: str
    topic: str
    competency: str | None


class Needs:
    """Rows of wishes."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list_topics(self, province: str | None) -> tuple[Topic, ...]:
        """All topics, most asked for first; `own` counts the people of the province."""
        own = func.sum(case((NeedRow.province == province, 1), else_=0))
        counted = (
            select(func.min(NeedRow.id).label("id"), func.count().label("people"), own.label("own"))
            .group_by(NeedRow.key)
            .subquery()
        )
        query = (
            select(NeedRow.id, NeedRow.key, NeedRow.topic, counted.c.people, counted.c.own)
            .join(counted, counted.c.id == NeedRow.id)
            .order_by(counted.c.people.desc(), NeedRow.id)
        )
        return tuple(Topic(*row) for row in await self._connection.execute(query))

    async def count_people(self, keys: tuple[str, ...]) -> int:
        """How many people ask for at least one of these topics."""
        query = select(func.count(NeedRow.person_id.distinct())).where(NeedRow.key.in_(keys))
        return int((await self._connection.execute(query)).scalar_one())

    async def find(self, need_id: int) -> Wish | None:
        """A wish by its number."""
        query = select(NeedRow.id, NeedRow.key, NeedRow.topic, NeedRow.competency).where(NeedRow.id == need_id)
        row = (await self._connection.execute(query)).one_or_none()
        return Wish(*row) if row else None

    async def list_own(self, person_id: int) -> tuple[Wish, ...]:
        """A person's wishes, the oldest first."""
        query = select(NeedRow.id, NeedRow.key, NeedRow.topic, NeedRow.competency)
        query = query.where(NeedRow.person_id == person_id).order_by(NeedRow.id)
        return tuple(Wish(*row) for row in await self._connection.execute(query))

    async def add(
        self,
        person_id: int,
        *,
        key: str,
        topic: str,
        competency: str | None,
        province: str | None,
        at: datetime,
    ) -> bool:
        """One wish; False where the person has it already."""
        row = {"person_id": person_id, "key": key, "topic": topic, "competency": competency}
        statement = insert_for(self._connection, NeedRow).values(**row, province=province, at=at)
        statement = statement.on_conflict_do_nothing(index_elements=["person_id", "key"])
        return bool((await self._connection.execute(statement)).rowcount)

    async def delete_own(self, person_id: int, need_id: int) -> bool:
        """Take a wish back; False where it is not theirs or gone."""
        statement = delete(NeedRow).where(NeedRow.id == need_id, NeedRow.person_id == person_id)
        return bool((await self._connection.execute(statement)).rowcount)
