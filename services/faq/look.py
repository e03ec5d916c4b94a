"""Articles made of answers, as those who write and approve them see them, and as everybody finds them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import may, reach
from services.errors import NotAllowed, Refusal
from services.faq.acting import WRITE, Actor, Stage
from services.faq.approvers import APPROVE, is_asked, may_approve
from storage.database import Database
from storage.repositories.faqs import Faq, Faqs, Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqView:
    """One of them, and what this person can do with it."""

    faq: Faq
    may_write: bool
    may_approve: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GetFaq:
    """One of them, for the agency's organizers and who may approve it; raises NotAllowed, or Refusal("faq-unknown")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, faq_id: int, actor_telegram_id: int) -> FaqView:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            if not reach(WRITE, actor.grants) and not reach(APPROVE, actor.grants):
                raise NotAllowed
            found = await Faqs(connection).find(faq_id)
        if found is None:
            raise Refusal("faq-unknown")
        if not actor.may_write(found.agency_id) and not may(APPROVE, actor.grants, found.agency_id):
            raise NotAllowed
        return FaqView(
            faq=found,
            may_write=actor.may_write(found.agency_id),
            may_approve=found.state == Stage.WAITING and may_approve(actor, found),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountFaqs:
    """How many there are in each state, of the own agencies and of those one approves for; raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> dict[str, int]:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            counted = await Faqs(connection).count(_within(actor, Stage.DRAFT))
            waiting = await Faqs(connection).count(_within(actor, Stage.WAITING))
        return counted | {state: count for state, count in waiting.items() if state == Stage.WAITING}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFaqs:
    """Those in one state, what changed last first; raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, state: str, actor_telegram_id: int) -> tuple[Faq, ...]:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            return await Faqs(connection).list_in(state, _within(actor, state))


@dataclass(frozen=True, slots=True, kw_only=True)
class ListToApprove:
    """The numbers of those that wait for this very person, the oldest first; none for who has no role."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[int, ...]:
        async with self.database.read() as connection:
            actor = await Actor.find(connection, actor_telegram_id, self.admin_ids)
            return await _to_approve(connection, actor)


@dataclass(frozen=True, slots=True, kw_only=True)
class StampShown:
    """The same as long as the same is shown."""

    database: Database

    async def __call__(self) -> Stamp:
        async with self.database.read() as connection:
            return await Faqs(connection).stamp()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShown:
    """What everybody finds."""

    database: Database

    async def __call__(self) -> tuple[Faq, ...]:
        async with self.database.read() as connection:
            return await Faqs(connection).list_shown()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindName:
    """What a colleague is called."""

    database: Database

    async def __call__(self, *, person_id: int) -> str | None:
        async with self.database.read() as connection:
            return await Faqs(connection).find_name(person_id)


async def _to_approve(connection: AsyncConnection, actor: Actor) -> tuple[int, ...]:
    within = reach(APPROVE, actor.grants)
    if not within:
        return ()
    found = await Faqs(connection).list_in(Stage.WAITING, None if within.everywhere else within.agencies)
    return tuple([one.id for one in reversed(found) if await is_asked(connection, actor, one)])


def _within(actor: Actor, state: str) -> frozenset[int] | None:
    """The agencies whose articles somebody sees; None: all. What waits is seen by who approves as well."""
    actions = (WRITE, APPROVE) if state == Stage.WAITING else (WRITE,)
    reaches = [reach(action, actor.grants) for action in actions]
    if not any(reaches):
        raise NotAllowed
    if any(one.everywhere for one in reaches):
        return None
    return frozenset().union(*(one.agencies for one in reaches))
