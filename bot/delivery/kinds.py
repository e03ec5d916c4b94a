"""The kinds of messages the bot sends unasked: how each reads, and what holds for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from aiogram.types import InlineKeyboardMarkup

from services.outbox import After, Policy, Rule


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who the message is for, and how to speak to them; `language` is empty while they have chosen none."""

    person_id: int
    telegram_id: int
    language: str | None
    zone: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or document that Telegram keeps already."""

    kind: Literal["photo", "document"]
    file_id: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was made for this message, and the name of its file."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as it is sent: Telegram's HTML, buttons where there are any, under a picture or document or alone.

    With `edits` it takes the place of a message that was sent; a `Deletion` takes one back. In a group it stands in
    the topic `thread`; `reply_to` is the message it answers, if that is still there.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    media: Media | Picture | None = None
    edits: int | None = None
    thread: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Deletion:
    """A message that was sent and is to go."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that is to be opened in a forum; the id of what was sent is the topic's."""

    name: str


Outgoing = Rendered | Deletion | Topic
Render = Callable[[dict[str, Any], Recipient], Awaitable[Outgoing | None]]
"""Makes the message from the payload at the moment it is sent; None when what it would say is no longer true."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `urgent` ones come at night too; `after` is what follows from the end of one."""

    name: str
    policy: Policy
    render: Render
    urgent: bool = False
    after: After | None = None


class Kinds:
    """All kinds that this process can render."""

    def __init__(self, kinds: Iterable[Kind] = ()) -> None:
        self._kinds: dict[str, Kind] = {}
        for kind in kinds:
            self.register(kind)

    def register(self, kind: Kind) -> None:
        """Add a kind; its name must be new."""
        if kind.name in self._kinds:
            raise ValueError(f"the kind {kind.name!r} is registered already")
        self._kinds[kind.name] = kind

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def rules(self) -> dict[str, Rule]:
        """What the outbox must know of each kind."""
        return {name: Rule(kind.policy, kind.urgent, kind.after) for name, kind in self._kinds.items()}
