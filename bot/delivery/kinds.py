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
class Document:
    """A document that was made for this message, and the name of its file."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message as it is sent: Telegram's HTML, buttons where there are any, under a picture or document or alone.

    With `edits` it takes the place of a message that was sent (a `Document` that of its picture or document as well);
    a `Deletion` takes one back. In a group it stands in the topic `thread`; `reply_to` is the message it answers, if
    that is still there.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    media: Media | Picture | Document | None = None
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


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A topic that gets another name, or else is closed or opened again; one that is gone is left alone."""

    number: int
    closed: bool = True
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Erasure:
    """A message whose words are to go: deleted, or where Telegram does not let it go any more `instead` in its place.

    With `stays` it is not deleted: what follows hangs on it.
    """

    message_id: int
    instead: str
    document: Document
    """Takes the place of a picture or document, which no text can."""
    stays: bool = False

    @property
    def ways(self) -> tuple[Deletion | Rendered, ...]:
        """What is tried, one after the other."""
        text = Rendered(self.instead, edits=self.message_id)
        media = Rendered(self.instead, media=self.document, edits=self.message_id)
        return (text, media) if self.stays else (Deletion(self.message_id), text, media)


Outgoing = Rendered | Deletion | Topic | TopicChange | Erasure
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
