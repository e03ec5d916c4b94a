"""To the organizers of an agency: something is wrong with the group in which they answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.callbacks_desk import ShowGroup
from bot.delivery import Kind, Recipient, Rendered
from bot.organizing.desk import group_steps
from bot.screens import Screen, button
from bot.toolbox import Tools
from services.errors import Refusal
from services.helpdesk.desks import TROUBLE_KIND
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class GroupTrouble:
    """Untrue once it was mended, or the reader keeps the desk no more."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            desk = await self.tools.desk.get(agency_id=payload["agency"], actor_telegram_id=recipient.telegram_id)
        except Refusal:
            return None
        if desk.trouble != payload["trouble"]:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        text = voice.paragraphs(voice.html("desk-trouble", title=desk.title or "-"), group_steps(voice, desk))
        see = [button(voice.plain("button-desk-group"), ShowGroup(agency=desk.agency.id))]
        return Rendered(text, Screen(text, (see,)).keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """Questions go astray until somebody mends it."""
    return [Kind(TROUBLE_KIND, Policy.AT_LEAST_ONCE, GroupTrouble(tools))]
