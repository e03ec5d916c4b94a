"""Whether articles help: a person's own vote, and for organizers all of them, without names."""

from __future__ import annotations

from dataclasses import dataclass

from services.clock import Clock
from services.knowledge.rights import check_may_tend
from storage.database import Database
from storage.repositories.knowledge import ArticleVotes, Votes
from storage.repositories.people import People


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote a person and article: it helped (1), it did not (-1), or taken back (0). The last one counts.

    The same again changes nothing. Returns whether it was kept: of who has not agreed nothing is.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, article: str, value: int) -> bool:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            if person is None or not person.consented:
                return False
            if value:
                await Votes(connection).set(person.id, article, value, at=self.now())
            else:
                await Votes(connection).delete(person.id, article)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesByArticle:
    """The articles that were voted on, worst first; raises NotAllowed for who does not tend the knowledge base."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[ArticleVotes, ...]:
        async with self.database.read() as connection:
            await check_may_tend(connection, actor_telegram_id, self.admin_ids)
            return await Votes(connection).count()
