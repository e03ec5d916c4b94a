"""What Telegram finds in a plain text by itself: addresses, mentions, commands, hashtags."""

from typing import Any

from sandbox.html import checked_url
from sandbox.text import FOUND


def detected(text: str) -> Any:
    """The text as a RichText in which what was found stands by itself."""
    parts: list[Any] = []
    end = 0
    for match in FOUND.finditer(text):
        found = _found(match.lastgroup or "", match.group())
        if found is not None:
            parts += [text[end : match.start()], found]
            end = match.end()
    parts = [part for part in [*parts, text[end:]] if part != ""]
    return parts[0] if len(parts) == 1 else parts or ""


def _found(kind: str, text: str) -> dict[str, Any] | None:
    match kind:
        case "url":
            url = checked_url(text)
            return {"type": "url", "text": text, "url": url} if url else None
        case "email":
            return {"type": "email_address", "text": text, "email_address": text}
        case "mention":
            return {"type": "mention", "text": text, "username": text.removeprefix("@")}
        case "bot_command" | "hashtag":
            return {"type": kind, "text": text, kind: text}
    return None
