"""What organizers are told about a file whose saving was cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.callbacks_files import Files
from bot.callbacks_participants import Participants
from bot.delivery import Kind, Recipient, Rendered
from bot.places import go
from bot.screens import Screen, button
from bot.toolbox import Tools
from services.imports.interrupted import INTERRUPTED
from services.outbox import Policy


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Half saved: what is safe, and what finishes it. Untrue once the file was sent again."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        if not await self.tools.files.interrupted(file=payload["file"]):
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        text = voice.html("file-interrupted", what=voice.plain(f"file-what-{payload['table']}"))
        batch = payload.get("batch")
        where = Participants(batch=batch) if batch else Files()
        label = voice.plain("button-people" if batch else "button-files")
        rows = ([button(label, where)], [go(voice, "menu", "button-menu")])
        return Rendered(text, Screen(text, rows).keyboard)


def kinds(tools: Tools) -> list[Kind]:
    """The one kind."""
    return [Kind(INTERRUPTED, Policy.AT_LEAST_ONCE, Interrupted(tools))]
