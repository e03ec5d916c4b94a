"""Who types on asks anew with each letter: of the questions that wait, only the last is answered."""

from __future__ import annotations

import asyncio
from typing import Any

from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetMe

from bot.inbox import is_moot
from storage.database import Database
from storage.repositories.inbox import Waiting
from tests.support.clock import Clock
from tests.support.inbox import World, update


def typed(update_id: int, person: int = 1) -> dict[str, Any]:
    query = {"id": str(update_id), "from": {"id": person}, "query": "wog", "offset": ""}
    return {"update_id": update_id, "inline_query": query}


class Feed:
    """Handles what comes, once it is let go."""

    def __init__(self) -> None:
        self.handled: list[int] = []
        self.go = asyncio.Event()

    async def __call__(self, raw: dict[str, Any]) -> None:
        await self.go.wait()
        self.handled.append(raw["update_id"])


async def test_a_query_that_waits_is_done_when_a_newer_one_waits_too(database: Database, now: Clock) -> None:
    feed = Feed()
    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1), typed(2), typed(3), update(4), typed(5), update(6)])
        feed.go.set()
        await world.settle()

    assert feed.handled == [1, 4, 5, 6]


async def test_the_queries_of_others_make_none_moot(database: Database, now: Clock) -> None:
    feed = Feed()
    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([update(1), typed(2), typed(3, person=7), update(4, person=7)])
        feed.go.set()
        await world.settle()

    assert sorted(feed.handled) == [1, 2, 3, 4]


async def test_a_query_that_waits_for_telegram_is_not_tried_again_after_a_newer_one(
    database: Database, now: Clock
) -> None:
    tried: list[int] = []

    async def feed(raw: dict[str, Any]) -> None:
        tried.append(raw["update_id"])
        if raw["update_id"] == 1:
            await world.inbox.take([typed(2)])
            raise TelegramNetworkError(GetMe(), "away")

    world = World(database, now, feed)
    async with world.running():
        await world.inbox.take([typed(1)])
        await world.settle()

    assert tried == [1, 2]


def test_who_writes_of_inline_queries_has_asked_none() -> None:
    text = Waiting(1, 1, 1, '{"update_id": 1, "message": {"text": "inline_query"}}')
    query = Waiting(2, 2, 1, '{"update_id": 2, "inline_query": {}}')

    assert not is_moot(text, [query])
    assert not is_moot(query, [text])
    assert is_moot(query, [text, query])
