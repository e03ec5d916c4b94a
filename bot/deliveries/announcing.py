"""What those who write and approve announcements are told unasked. Each looks again before it says anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.announcing import preview
from bot.announcing.message import message
from bot.announcing.phrases import moment_told
from bot.callbacks_announcing import AskToDeleteDraft, ShowDraft
from bot.delivery import Kind, Recipient, Rendered
from bot.screens import Screen, button
from bot.toolbox import Tools
from services.broadcasts.approval import DECISION, REQUEST, SAMPLE
from services.broadcasts.look import DraftView
from services.errors import Refusal
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class Sample:
    """To who is to approve it: the announcement itself, exactly as its recipients will get it."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await _still_asked(self.tools, payload, recipient)
        return message(self.tools.words.voice(recipient.language, recipient.zone), view.message) if view else None


@dataclass(frozen=True, slots=True)
class Request:
    """To who is to approve it; untrue once it was decided, taken back, or changed."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await _still_asked(self.tools, payload, recipient)
        if view is None:
            return None
        forecast = await self.tools.announcing.forecast(broadcast_id=view.id, actor_telegram_id=recipient.telegram_id)
        screen = preview.request(self.tools.words.voice(recipient.language, view.zone), view, forecast)
        return Rendered(screen.text, screen.keyboard)


@dataclass(frozen=True, slots=True)
class Decision:
    """To its author: somebody agreed, or gave it back; untrue once the author went on with it."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        view = await _find(self.tools, payload, recipient)
        if view is None or not view.is_own:
            return None
        voice, by = self.tools.words.voice(recipient.language, view.zone), payload["by"]
        name = await self.tools.announcing.name(person_id=by) if by else None
        name = name or voice.plain("announce-somebody")
        if payload["what"] == "approved":
            if view.state in {"draft", "waiting"}:
                return None
            text = voice.html("announce-told-approved", by=name, moment=moment_told(voice, view.send_at))
            see = [button(voice.plain("button-announce-see"), ShowDraft(broadcast=view.id))]
            return Rendered(text, Screen("", (see,)).keyboard)
        if view.state != "draft" or not view.remark or view.version != payload["version"] + 1:
            return None
        change = button(voice.plain("button-announce-change"), ShowDraft(broadcast=view.id))
        drop = button(voice.plain("button-announce-delete"), AskToDeleteDraft(broadcast=view.id))
        text = voice.html("announce-told-returned", by=name, remark=view.remark)
        return Rendered(text, Screen("", ([change], [drop])).keyboard)


async def _find(tools: Tools, payload: dict[str, Any], recipient: Recipient) -> DraftView | None:
    try:
        return await tools.announcing.get(broadcast_id=payload["broadcast"], actor_telegram_id=recipient.telegram_id)
    except Refusal:
        return None


async def _still_asked(tools: Tools, payload: dict[str, Any], recipient: Recipient) -> DraftView | None:
    view = await _find(tools, payload, recipient)
    is_asked = view and view.may_approve and view.state == "waiting" and view.version == payload["version"]
    return view if is_asked else None


def kinds(tools: Tools) -> list[Kind]:
    """Nobody may miss what waits for them."""
    return [
        Kind(SAMPLE, Policy.AT_LEAST_ONCE, Sample(tools)),
        Kind(REQUEST, Policy.AT_LEAST_ONCE, Request(tools)),
        Kind(DECISION, Policy.AT_LEAST_ONCE, Decision(tools)),
    ]
