"""What those who write and approve articles made of answers are told unasked. Each looks again before it says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.callbacks_faq import ShowFaq
from bot.delivery import Kind, Recipient, Rendered
from bot.organizing.faq import screens
from bot.screens import Screen, button
from bot.toolbox import Tools
from services.errors import Refusal
from services.faq import FaqView
from services.faq.approval import DECISION, REQUEST
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class Request:
    """To who is to approve it: the article itself; untrue once it was decided, taken back, or changed."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await _find(self.tools, payload, recipient)
        if view is None or not view.may_approve or view.faq.version != payload["version"]:
            return None
        screen = screens.faq(self.tools.words.voice(recipient.language, view.faq.zone), view)
        return Rendered(screen.text, screen.keyboard)


@dataclass(frozen=True, slots=True)
class Decision:
    """To its author: somebody agreed, or gave it back; untrue once it went on."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await _find(self.tools, payload, recipient)
        if view is None:
            return None
        voice, found = self.tools.words.voice(recipient.language, view.faq.zone), view.faq
        by = await self.tools.faq.name(person_id=payload["by"]) if payload["by"] else None
        values = {"by": by or voice.plain("faq-somebody"), "title": found.title}
        if payload["what"] == "approved":
            if found.state != "shown" or found.version != payload["version"]:
                return None
            see = button(voice.plain("button-faq-see"), ShowFaq(faq=found.id))
            return Rendered(voice.html("faq-told-approved", **values), Screen("", ([see],)).keyboard)
        if found.state != "draft" or not found.remark or found.version != payload["version"] + 1:
            return None
        change = button(voice.plain("button-faq-see-draft"), ShowFaq(faq=found.id))
        text = screens.remarked(voice.html("faq-told-returned", **values), found.remark)
        return Rendered(text, Screen("", ([change],)).keyboard)


async def _find(tools: Tools, payload: dict[str, Any], recipient: Recipient) -> FaqView | None:
    try:
        return await tools.faq.get(faq_id=payload["faq"], actor_telegram_id=recipient.telegram_id)
    except Refusal:
        return None


def kinds(tools: Tools) -> list[Kind]:
    """Nobody may miss what waits for them."""
    return [
        Kind(REQUEST, Policy.AT_LEAST_ONCE, Request(tools)),
        Kind(DECISION, Policy.AT_LEAST_ONCE, Decision(tools)),
    ]
