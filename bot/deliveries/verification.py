"""The request to an agency's organizers, and its result to the person. Both look again before they say anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot import verification_screens as screens
from bot.callbacks import Kelola
from bot.callbacks_verification import DoNotVouch, Vouch
from bot.delivery import Recipient, Rendered
from bot.helpdesk.buttons import ask_button
from bot.places import go, trainings
from bot.screens import Row, Screen, button
from bot.toolbox import Tools
from services.errors import Refusal


@dataclass(frozen=True, slots=True)
class Request:
    """To each organizer; no longer true once somebody decided, or the person corrected their data."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.identity.get(
                request_id=payload["verification"], actor_telegram_id=recipient.telegram_id
            )
        except Refusal:  # the role was taken away meanwhile, or the person erased their data
            return None
        if view.state != "open":
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        text = voice.paragraphs(voice.html("verification-asked"), screens.facts(voice, view))
        rows = (
            [button(voice.plain("button-vouch"), Vouch(request=view.id))],
            [button(voice.plain("button-do-not-vouch"), DoNotVouch(request=view.id))],
            [button(voice.plain("button-kelola"), Kelola())],
        )
        return Rendered(text, Screen(text, rows).keyboard)


@dataclass(frozen=True, slots=True)
class Result:
    """To the person, both ways, with the next step."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        request = await self.tools.identity.own_verification(
            request_id=payload["verification"], telegram_id=recipient.telegram_id
        )
        if request is None or request.state not in {"confirmed", "rejected"}:
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        agency = request.agency.short_name
        if request.state == "confirmed":
            text = voice.html("verification-result-confirmed", agency=agency)
            find = [trainings(voice, "button-find-trainings")]
            rows: tuple[Row, ...] = (find, [go(voice, "menu", "button-open-menu")])
        else:
            note = voice.html("verification-result-note", note=request.note) if request.note else None
            text = voice.lines(
                voice.html("verification-result-rejected", agency=agency),
                note,
                voice.html("verification-result-kept"),
            )
            ask = [ask_button(voice)]
            rows = ([go(voice, "onboarding", "button-correct-data")], ask, [go(voice, "menu", "button-open-menu")])
        return Rendered(text, Screen(text, rows).keyboard)
