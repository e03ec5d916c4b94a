"""Letters as Telegram counts them: in UTF-16, where an emoji is two and more. Pure."""

from __future__ import annotations

_UTF_16 = "utf-16-le"


def count(text: str) -> int:
    """How many there are."""
    return len(text.encode(_UTF_16)) // 2


def cut(text: str, longest: int) -> str:
    """The first of them, at most so many; half a letter is none."""
    return text.encode(_UTF_16)[: 2 * longest].decode(_UTF_16, "ignore")
