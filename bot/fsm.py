"""aiogram's FSM storage over the update in hand: no query of its own, no state outside the update's transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from copy import deepcopy
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseEventIsolation, BaseStorage, StateType, StorageKey

from bot.scope import CURRENT


class ScopedStorage(BaseStorage):
    """Reads and changes the current update's entries; the inbox writes them."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        CURRENT.get().set_state(_key(key), state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        return CURRENT.get().entry(_key(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        CURRENT.get().set_data(_key(key), deepcopy(dict(data)))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return deepcopy(dict(CURRENT.get().entry(_key(key)).data or {}))

    async def close(self) -> None:
        """Nothing is held open."""


def _key(key: StorageKey) -> str:
    return f"{key.chat_id}:{key.user_id}:{key.thread_id or ''}:{key.destiny}"


class Unlocked(BaseEventIsolation):
    """No locks: the inbox's lanes already let one update of a person through at a time."""

    @asynccontextmanager
    async def lock(self, key: StorageKey) -> AsyncIterator[None]:
        yield None

    async def close(self) -> None:
        """Nothing is held."""
