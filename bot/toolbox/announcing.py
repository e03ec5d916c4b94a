"""Announcements, until they are sent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.broadcasts.message import GetMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncingTools:
    """Announcements, until they are sent."""

    message: GetMessage


def build(parts: Parts) -> AnnouncingTools:
    """Give each use case what it needs."""
    return AnnouncingTools(message=GetMessage(database=parts.database))
