"""The ledger: every accepted call that sends, edits or deletes, in order. Tests take it as the truth."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

_KEPT = 500_000


@dataclass(frozen=True, slots=True)
class Entry:
    n: int
    time: float
    bot: int
    method: str
    chat: int | None
    message_id: int | None
    params: bytes

    def row(self) -> dict[str, Any]:
        """The entry as the control API gives it, its parameters read."""
        return asdict(self) | {"params": json.loads(self.params)}


class Ledger:
    """Numbers entries from 1 without gaps; the oldest go when half a million are kept."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._entries: deque[Entry] = deque(maxlen=kept)
        self._last = 0

    def write(
        self, time: float, bot: int, method: str, chat: int | None, message_id: int | None, params: dict[str, Any]
    ) -> None:
        """Adds an entry. Parameters are kept as JSON, which takes a third of the memory."""
        self._last += 1
        packed = json.dumps(params).encode()
        self._entries.append(Entry(self._last, time, bot, method, chat, message_id, packed))

    def read(
        self, *, after: int = 0, bot: int | None = None, chat: int | None = None, method: str | None = None
    ) -> Iterator[Entry]:
        """Entries with a number above `after`, oldest first."""
        dropped = self._last - len(self._entries)
        for entry in islice(self._entries, max(after - dropped, 0), None):
            wrong = (bot not in (None, entry.bot), chat not in (None, entry.chat), method not in (None, entry.method))
            if not any(wrong):
                yield entry

    def clear(self) -> None:
        """Forgets the entries; numbers go on, so that `after` still holds."""
        self._entries.clear()
