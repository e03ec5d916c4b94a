"""What belongs to the update being handled: its person's conversation state, and which of its queries are answered.

State is read once, changed in memory, and written in the transaction that marks the update done.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from storage.repositories.fsm import FsmEntry


@dataclass(slots=True)
class UpdateScope:
    """The update in hand."""

    lane: int
    entries: dict[str, FsmEntry] = field(default_factory=dict)
    changes: dict[str, FsmEntry] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    cut_short: bool = False
    """The handler was stopped while it waited for Telegram."""

    def entry(self, key: str) -> FsmEntry:
        """What the key holds now."""
        return self.changes.get(key) or self.entries.get(key, FsmEntry())

    def set_state(self, key: str, state: str | None) -> None:
        """Change the state under a key."""
        self._change(key, FsmEntry(state, self.entry(key).data))

    def set_data(self, key: str, data: Mapping[str, Any]) -> None:
        """Change the data under a key; the mapping is copied, and an empty one is none."""
        self._change(key, FsmEntry(self.entry(key).state, dict(data) or None))

    def _change(self, key: str, entry: FsmEntry) -> None:
        if entry == self.entries.get(key, FsmEntry()):
            self.changes.pop(key, None)
        else:
            self.changes[key] = entry


CURRENT: ContextVar[UpdateScope] = ContextVar("update")
