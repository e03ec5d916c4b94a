"""Papers about an enrolment: the calendar file, letters, and whether a letter is ours."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.papers import CheckCallLetter, GetAgendaPaper, GetSeatPaper, GetTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTools:
    """Papers about an enrolment: the calendar file, letters, and whether a letter is ours."""

    seat: GetSeatPaper
    template: GetTemplate
    check: CheckCallLetter
    agenda: GetAgendaPaper


def build(parts: Parts) -> PaperTools:
    """Give each use case what it needs."""
    return PaperTools(
        seat=GetSeatPaper(database=parts.database, vault=parts.vault),
        template=GetTemplate(database=parts.database, vault=parts.vault),
        check=CheckCallLetter(database=parts.database, vault=parts.vault),
        agenda=GetAgendaPaper(database=parts.database, vault=parts.vault, now=parts.now),
    )
