"""The daily quiz at the chosen hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.delivery import Kind, Recipient, Rendered
from bot.habits.settings import daily
from bot.toolbox import Tools
from services.outbox import Policy
from services.practice.habits import QUIZ


@dataclass(frozen=True, slots=True)
class DailyQuiz:
    """Untrue once it is too late, was switched off, or a quiz was done that day."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        wanted = await self.tools.habits.is_quiz_wanted(
            person_id=recipient.person_id,
            day=date.fromisoformat(payload["day"]),
            moment=datetime.fromisoformat(payload["at"]),
            zone=recipient.zone,
        )
        if not wanted:
            return None
        screen = daily(self.tools.words.voice(recipient.language, recipient.zone))
        return Rendered(screen.text, screen.keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """Said at most once: who is asked twice for the same thing stops listening."""
    return [Kind(QUIZ, Policy.AT_MOST_ONCE, DailyQuiz(tools))]
