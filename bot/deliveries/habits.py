"""The daily quiz at the chosen hour, and the week as a picture."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.delivery import Kind, Picture, Recipient, Rendered
from bot.habits import picture, week
from bot.practice.opening import daily_screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.outbox import Policy
from services.practice.habits import QUIZ, WEEKLY


@dataclass(frozen=True, slots=True)
class DailyQuiz:
    """The first question itself; untrue once it is too late, was switched off, a quiz was done, or none can be asked.

    It begins the quiz, the one thing that a renderer writes: who is asked twice is asked the same question.
    """

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
        person = await self.tools.people.find(telegram_id=recipient.telegram_id)
        visitor = Visitor(recipient.telegram_id, person, self.tools.words.voice(recipient.language, recipient.zone))
        screen = await daily_screen(visitor, self.tools)
        return Rendered(screen.text, screen.keyboard) if screen else None


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """Untrue where nothing was learnt after all, the summary was switched off, or a day has passed."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        monday = date.fromisoformat(payload["monday"])
        found = await self.tools.habits.week(person_id=recipient.person_id, monday=monday, zone=recipient.zone)
        if found is None:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        stands = week.topics(voice, found, self.tools.bank, self.tools.index.library)
        drawn = await asyncio.to_thread(picture.png, week.picture_of(voice, found, stands, monday))
        screen, name = week.caption(voice, found, stands), voice.plain("week-picture-file", monday=monday.isoformat())
        return Rendered(screen.text, screen.keyboard, Picture(drawn, name))


def kinds(tools: Tools) -> list[Kind]:
    """Said at most once: who is asked twice for the same thing stops listening."""
    return [
        Kind(QUIZ, Policy.AT_MOST_ONCE, DailyQuiz(tools)),
        Kind(WEEKLY, Policy.AT_MOST_ONCE, WeekSummary(tools)),
    ]
