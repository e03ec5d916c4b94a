"""To who made a role link: somebody took the role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.callbacks_team import OpenTeam, ShowMember
from bot.delivery import Kind, Recipient, Rendered
from bot.organizing.team import role_told, short
from bot.screens import Screen, button
from bot.toolbox import Tools
from services.errors import Refusal
from services.invitations import TAKEN_KIND
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class RoleTaken:
    """Untrue once the role was taken away again, or the reader may not see the team any more."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.team.member(role_id=payload["role"], actor_telegram_id=recipient.telegram_id)
        except Refusal:
            return None
        voice, one = self.tools.words.voice(recipient.language, recipient.zone), view.member
        text = voice.html("role-taken-told", name=short(voice, one), **role_told(voice, one))
        see = [button(voice.plain("button-see-member"), ShowMember(role=one.id))]
        return Rendered(text, Screen(text, (see, [button(voice.plain("button-team"), OpenTeam())])).keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """Nobody may miss that the wrong person got in."""
    return [Kind(TAKEN_KIND, Policy.AT_LEAST_ONCE, RoleTaken(tools))]
