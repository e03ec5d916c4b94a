"""The message of what fell due to one person, if any of it is still true."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.delivery import Kind, Recipient, Rendered
from bot.reminders.message import message
from bot.toolbox import Tools
from services.outbox import Policy
from services.reminders import DELIVERY


@dataclass(frozen=True, slots=True)
class Reminding:
    """Looks each reminder up once more; None where nothing of it is true any more."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        ids: list[int] = payload["reminders"]
        views = await self.tools.reminders.get(person_id=recipient.person_id, ids=ids)
        if not views:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        screen = message(voice, views, ids[0], self.tools.now())
        return Rendered(screen.text, screen.keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """Said at most once: a reminder that comes twice teaches people to ignore them."""
    return [Kind(DELIVERY, Policy.AT_MOST_ONCE, Reminding(tools))]
