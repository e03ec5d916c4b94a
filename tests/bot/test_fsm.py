"""Conversation state within one update: read from the scope, changed in memory, copied at the door."""

from __future__ import annotations

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.fsm import ScopedStorage
from bot.scope import CURRENT, UpdateScope
from storage.repositories.fsm import FsmEntry

KEY = StorageKey(bot_id=1, chat_id=5, user_id=5)
NAME = "5:5::default"


class SG(StatesGroup):
    one = State()


@pytest.fixture
def scope() -> UpdateScope:
    scope = UpdateScope(5, {NAME: FsmEntry("SG:one", {"a": [1]})})
    CURRENT.set(scope)
    return scope


async def test_what_was_kept_is_read(scope: UpdateScope) -> None:
    storage = ScopedStorage()

    assert (await storage.get_state(KEY), await storage.get_data(KEY)) == ("SG:one", {"a": [1]})
    assert scope.changes == {}


async def test_what_is_read_can_be_changed_without_a_trace(scope: UpdateScope) -> None:
    storage = ScopedStorage()

    (await storage.get_data(KEY))["a"].append(2)

    assert await storage.get_data(KEY) == {"a": [1]}


async def test_a_change_and_its_way_back_leave_nothing_to_write(scope: UpdateScope) -> None:
    storage = ScopedStorage()

    await storage.update_data(KEY, {"b": 2})
    changed = dict(scope.changes)
    await storage.set_data(KEY, {"a": [1]})

    assert changed == {NAME: FsmEntry("SG:one", {"a": [1], "b": 2})}
    assert scope.changes == {}


async def test_what_is_cleared_is_empty_and_to_be_deleted(scope: UpdateScope) -> None:
    storage = ScopedStorage()

    await storage.set_state(KEY, None)
    await storage.set_data(KEY, {})

    assert scope.changes[NAME].is_empty
    assert (await storage.get_state(KEY), await storage.get_data(KEY)) == (None, {})


async def test_destinies_threads_and_chats_are_apart(scope: UpdateScope) -> None:
    storage = ScopedStorage()
    keys = [KEY, *(StorageKey(1, chat, 5, thread, destiny=to) for chat, thread, to in [(5, 7, "d"), (6, None, "d")])]

    for number, key in enumerate(keys):
        await storage.set_state(key, SG.one if number else None)

    assert set(scope.changes) == {NAME, "5:5:7:d", "6:5::d"}
