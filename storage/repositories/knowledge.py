"""What readers make of the knowledge base: votes, readings, views, and what was looked for in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.tables.knowledge import ArticleReadingRow, ArticleViewRow, ArticleVoteRow, MissRow

OPEN = MissRow.settled_at.is_(None)


@dataclass(frozen=True, slots=True)
class ArticleVotes:
    """How many people an article helped, and how many not."""

    article: str
    ups: int
    downs: int


@dataclass(frozen=True, slots=True)
class Miss:
    """What was looked for and is not there, how often, and when last."""

    id: int
    query: str
    count: int
    last_at: datetime
    settled_at: datetime | None


class Votes:
    """Whether articles helped, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, person_id: int, article: str) -> int | None:
        """1, -1, or None where the person has not voted."""
        value = ArticleVoteRow.value
        vote: int | None = await self._connection.scalar(select(value).where(*_of(ArticleVoteRow, person_id, article)))
        return vote

    async def set(self, person_id: int, article: str, value: int, *, at: datetime) -> None:
        """The person's vote, in place of an earlier one; the same again changes nothing."""
        insert = insert_for(self._connection, ArticleVoteRow).values(
            person_id=person_id, article=article, value=value, at=at
        )
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["article", "person_id"],
                set_={"value": value, "at": at},
                where=ArticleVoteRow.value != value,
            )
        )

    async def delete(self, person_id: int, article: str) -> None:
        """Take the person's vote back."""
        await self._connection.execute(delete(ArticleVoteRow).where(*_of(ArticleVoteRow, person_id, article)))

    async def count(self) -> tuple[ArticleVotes, ...]:
        """The votes of every article that has some, worst first."""
        ups = func.sum(case((ArticleVoteRow.value > 0, 1), else_=0))
        downs = func.sum(case((ArticleVoteRow.value < 0, 1), else_=0))
        query = (
            select(ArticleVoteRow.article, ups, downs)
            .group_by(ArticleVoteRow.article)
            .order_by(func.sum(ArticleVoteRow.value), downs.desc(), ArticleVoteRow.article)
        )
        return tuple(ArticleVotes(*row) for row in await self._connection.execute(query))


class Readings:
    """What people opened last, and how often articles are shown, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, person_id: int, article: str) -> datetime | None:
        """When the person last opened the article."""
        at = ArticleReadingRow.at
        last: datetime | None = await self._connection.scalar(
            select(at).where(*_of(ArticleReadingRow, person_id, article))
        )
        return last

    async def list(self, person_id: int) -> tuple[str, ...]:
        """The articles the person opened, the last one first."""
        return tuple(await self._connection.scalars(_readings_of(person_id)))

    async def set(self, person_id: int, article: str, *, at: datetime) -> None:
        """The person opened the article."""
        insert = insert_for(self._connection, ArticleReadingRow).values(person_id=person_id, article=article, at=at)
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["person_id", "article"], set_={"at": at})
        )

    async def delete_all_but(self, person_id: int, newest: int) -> None:
        """Forget what the person opened before the so many newest."""
        kept = _readings_of(person_id).limit(newest)
        await self._connection.execute(
            delete(ArticleReadingRow).where(
                ArticleReadingRow.person_id == person_id, ArticleReadingRow.article.not_in(kept)
            )
        )

    async def add_view(self, article: str, day: date) -> None:
        """The article was shown once more on this day."""
        insert = insert_for(self._connection, ArticleViewRow).values(article=article, day=day, count=1)
        await self._connection.execute(
            insert.on_conflict_do_update(index_elements=["article", "day"], set_={"count": ArticleViewRow.count + 1})
        )

    async def list_most_viewed(self, since: date, limit: int) -> tuple[str, ...]:
        """The articles shown most since a day, most first."""
        query = (
            select(ArticleViewRow.article)
            .where(ArticleViewRow.day >= since)
            .group_by(ArticleViewRow.article)
            .order_by(func.sum(ArticleViewRow.count).desc(), ArticleViewRow.article)
            .limit(limit)
        )
        return tuple(await self._connection.scalars(query))

    async def delete_views(self, *, before: date) -> int:
        """Forget the views of days before this one; how many rows went."""
        return (await self._connection.execute(delete(ArticleViewRow).where(ArticleViewRow.day < before))).rowcount


class Misses:
    """What was looked for in vain, within one transaction of the caller's."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def add(self, key: str, query: str, *, at: datetime) -> None:
        """Looked for once more; what was settled is open again, and counted anew."""
        insert = insert_for(self._connection, MissRow).values(key=key, query=query, count=1, last_at=at)
        await self._connection.execute(
            insert.on_conflict_do_update(
                index_elements=["key"],
                set_={"count": case((OPEN, MissRow.count + 1), else_=1), "last_at": at, "settled_at": None},
            )
        )

    async def find(self, miss_id: int) -> Miss | None:
        """One of them, settled or not."""
        row = (await self._connection.execute(_MISS.where(MissRow.id == miss_id))).first()
        return Miss(*row) if row else None

    async def list_open(self, *, skip: int, limit: int) -> tuple[Miss, ...]:
        """A part of those that are not settled, most looked for first, of those the latest first."""
        order: Sequence[Any] = (MissRow.count.desc(), MissRow.last_at.desc(), MissRow.id)
        query = _MISS.where(OPEN).order_by(*order).offset(skip).limit(limit)
        return tuple(Miss(*row) for row in await self._connection.execute(query))

    async def count_open(self) -> int:
        """How many are not settled."""
        return await self._connection.scalar(select(func.count()).select_from(MissRow).where(OPEN)) or 0

    async def set_settled(self, miss_id: int, *, at: datetime) -> bool:
        """Settle one; False when it was settled before."""
        done = await self._connection.execute(update(MissRow).where(MissRow.id == miss_id, OPEN).values(settled_at=at))
        return done.rowcount > 0

    async def delete_old(self, *, before: datetime) -> int:
        """Forget what nobody has looked for since a moment; how many rows went."""
        return (await self._connection.execute(delete(MissRow).where(MissRow.last_at < before))).rowcount


_MISS = select(MissRow.id, MissRow.query, MissRow.count, MissRow.last_at, MissRow.settled_at)


def _of(row: type[ArticleVoteRow | ArticleReadingRow], person_id: int, article: str) -> tuple[Any, Any]:
    return row.person_id == person_id, row.article == article


def _readings_of(person_id: int) -> Select[Any]:
    query = select(ArticleReadingRow.article).where(ArticleReadingRow.person_id == person_id)
    return query.order_by(ArticleReadingRow.at.desc(), ArticleReadingRow.article)
