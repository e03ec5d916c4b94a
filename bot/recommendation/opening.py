"""What a superior is asked, together with what it needs from the use cases, for handlers and dialogs alike."""

from __future__ import annotations

from bot.recommendation import asking
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal


async def asked_screen(token: str, visitor: Visitor, tools: Tools) -> Screen:
    """The request of a link, or why there is nothing to answer."""
    try:
        request = await tools.recommendation.request(token=token, telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        return asking.refused(visitor.voice, refusal)
    return asking.asked(visitor.voice, request, token)
