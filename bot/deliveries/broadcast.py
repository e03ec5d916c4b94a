"""Announcements: a person's copy, and what becomes of it when its text changes or it is taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from cachetools import LRUCache

from bot.announcing.message import message
from bot.delivery import Deletion, Kind, Recipient, Rendered
from bot.toolbox import Tools
from services.broadcasts import DELETE, EDIT, KIND
from services.broadcasts.message import MessageView
from services.outbox import Policy

TEXTS_KEPT = 16


@dataclass(frozen=True, slots=True)
class Texts:
    """What announcements say, kept by version: thousands of copies are made from one."""

    tools: Tools
    kept: LRUCache[tuple[int, int], MessageView] = field(default_factory=lambda: LRUCache(TEXTS_KEPT))

    async def render(self, broadcast_id: int, version: int, recipient: Recipient) -> Rendered | None:
        """In the recipient's language."""
        view = self.kept.get((broadcast_id, version))
        if view is None:
            view = await self.tools.announcing.message(broadcast_id=broadcast_id)
            if view is None:
                return None
            self.kept[broadcast_id, version] = view
        return message(self.tools.words.voice(recipient.language, recipient.zone), view)


@dataclass(frozen=True, slots=True)
class Copy:
    """Not sent where the announcement was stopped, or its reader switched such things off meanwhile."""

    texts: Texts

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        number = payload["broadcast"]
        copy = self.texts.tools.broadcasts.copy
        version = await copy(broadcast_id=number, person_id=recipient.person_id)
        return None if version is None else await self.texts.render(number, version, recipient)


@dataclass(frozen=True, slots=True)
class Edit:
    """The text of now in the message of then; untrue where a later text overtook it."""

    texts: Texts

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        number, version = payload["broadcast"], payload["version"]
        edit = self.texts.tools.broadcasts.edit
        target = await edit(broadcast_id=number, person_id=recipient.person_id, version=version)
        if target is None:
            return None
        rendered = await self.texts.render(number, version, recipient)
        return replace(rendered, edits=target) if rendered else None


@dataclass(frozen=True, slots=True)
class Taking:
    """The message of then, taken back; not any more where Telegram would not let us."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Deletion | None:
        deletion = self.tools.broadcasts.deletion
        target = await deletion(broadcast_id=payload["broadcast"], person_id=recipient.person_id)
        return None if target is None else Deletion(target)


def kinds(tools: Tools) -> list[Kind]:
    """A copy comes at most once. Its changes make no sound, do no harm twice, and so need not wait for the morning."""
    texts = Texts(tools)
    return [
        Kind(KIND, Policy.AT_MOST_ONCE, Copy(texts)),
        Kind(EDIT, Policy.AT_LEAST_ONCE, Edit(texts), urgent=True),
        Kind(DELETE, Policy.AT_LEAST_ONCE, Taking(tools), urgent=True),
    ]
