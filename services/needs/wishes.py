"""Wishing for a topic, supporting somebody else's, and taking a wish back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.catalogue.words import asked_words
from services.clock import Clock
from services.errors import Refusal
from services.identity.decisions import mask_nips
from services.imports.columns import COMPETENCIES
from services.planning.likeness import topics_alike
from storage.database import Database
from storage.repositories.needs import Needs, Topic, Wish
from storage.repositories.people import VERIFIED, People, Person

SHORTEST: Final = 3
LONGEST: Final = 100
MOST_WISHES: Final = 20
ALIKE: Final = 72
"""From here on two topics are shown as perhaps the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindTopics:
    """Topics like this one that others asked for, the most alike first; the very same one alone, if it is there.

    Raises a Refusal: need-short, need-long.
    """

    database: Database

    async def __call__(self, *, text: str, limit: int = 3) -> tuple[Topic, ...]:
        topic = tidy_topic(text)
        async with self.database.read() as connection:
            topics = await Needs(connection).list_topics(None)
        key = key_of(topic)
        same = tuple(one for one in topics if one.key == key)
        scored = sorted(
            ((topics_alike(topic, one.topic), one) for one in topics), key=lambda pair: (-pair[0], -pair[1].people)
        )
        return same or tuple(one for score, one in scored if score >= ALIKE)[:limit]


@dataclass(frozen=True, slots=True, kw_only=True)
class WishFor:
    """Keep a wish; the same topic, in whatever spelling of case and accents, counts once. True when it is new.

    Raises a Refusal: need-short, need-long, need-unverified, need-many.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, text: str, competency: str | None = None) -> bool:
        topic = tidy_topic(text)
        known = competency if competency in COMPETENCIES else None
        async with self.database.write() as connection:
            return await _wish(connection, self.now, telegram_id, key_of(topic), topic, known)


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportTopic:
    """Wish for a topic that somebody asked for already; returns it. Raises the Refusals of `WishFor`, or need-gone."""

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, need_id: int) -> Wish:
        async with self.database.write() as connection:
            wish = await Needs(connection).find(need_id)
            if wish is None:
                raise Refusal("need-gone")
            await _wish(connection, self.now, telegram_id, wish.key, wish.topic, wish.competency)
        return wish


@dataclass(frozen=True, slots=True, kw_only=True)
class MyWishes:
    """A person's own wishes, each with how many people share it."""

    database: Database

    async def __call__(self, *, telegram_id: int) -> tuple[tuple[Wish, int], ...]:
        async with self.database.read() as connection:
            person = await People(connection).find(telegram_id)
            if person is None:
                return ()
            wishes = await Needs(connection).list_own(person.id)
            people = {topic.key: topic.people for topic in await Needs(connection).list_topics(None)}
        return tuple((wish, people.get(wish.key, 1)) for wish in wishes)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawWish:
    """Take an own wish back; False where there is none (any more)."""

    database: Database

    async def __call__(self, *, telegram_id: int, need_id: int) -> bool:
        async with self.database.write() as connection:
            person = await People(connection).find(telegram_id)
            return person is not None and await Needs(connection).delete_own(person.id, need_id)


def tidy_topic(text: str) -> str:
    """A topic on one line, without a NIP in it."""
    topic = mask_nips(" ".join(text.split()))
    if len(key_of(topic)) < SHORTEST:
        raise Refusal("need-short", least=SHORTEST)
    if len(topic) > LONGEST:
        raise Refusal("need-long", count=len(topic), most=LONGEST)
    return topic


def key_of(topic: str) -> str:
    """What makes two spellings one topic: no case, no accents, no "pelatihan" before it."""
    return " ".join(asked_words(topic))[:200]


async def _wish(
    connection: AsyncConnection, now: Clock, telegram_id: int, key: str, topic: str, competency: str | None
) -> bool:
    person = await _hold_verified(connection, telegram_id)
    needs = Needs(connection)
    own = await needs.list_own(person.id)
    if any(wish.key == key for wish in own):
        return False
    if len(own) >= MOST_WISHES:
        raise Refusal("need-many", most=MOST_WISHES)
    return await needs.add(person.id, key=key, topic=topic, competency=competency, province=person.province, at=now())


async def _hold_verified(connection: AsyncConnection, telegram_id: int) -> Person:
    person = await People(connection).lock_person(telegram_id)
    if person is None or person.identity != VERIFIED:
        raise Refusal("need-unverified")
    return person
