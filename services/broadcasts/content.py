"""What an announcement says: a text by language, one picture or document, up to three buttons. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any, Final

MOST_BUTTONS: Final = 3
LINK, CARD, ANSWER = "link", "card", "answer"
HEAD: Final = 246
"""Kept free for the line above the text, which says from whom it is and for whom."""
LONGEST_TEXT: Final = 4096 - HEAD
LONGEST_WITH_MEDIA: Final = 1024 - HEAD
"""Telegram takes 4,096 characters, and 1,024 under a picture or document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture (`photo`) or document that Telegram keeps already."""

    kind: str
    file_id: str
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """`link` opens `url`, `card` shows the training of `batch`, `answer` is counted."""

    kind: str
    label: str
    url: str | None = None
    batch: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """All of it. Texts are Telegram's HTML; who reads a language without one gets the Indonesian text."""

    texts: dict[str, str]
    media: Media | None = None
    buttons: tuple[Button, ...] = ()

    @classmethod
    def read(cls, kept: dict[str, Any]) -> Body:
        """From what `kept` gives."""
        media, texts = kept.get("media"), kept.get("text") or {}
        return cls(
            texts={language: text for language, text in texts.items() if text},
            media=Media(**media) if media else None,
            buttons=tuple(Button(**one) for one in kept.get("buttons") or ()),
        )

    @property
    def kept(self) -> dict[str, Any]:
        """As it stands in the row."""
        media = self.media
        return {
            "text": {"id": self.texts.get("id"), "en": self.texts.get("en")},
            "media": {"kind": media.kind, "file_id": media.file_id, "name": media.name} if media else None,
            "buttons": [_kept(button) for button in self.buttons],
        }

    @property
    def longest(self) -> int:
        """How long a text may be."""
        return LONGEST_WITH_MEDIA if self.media else LONGEST_TEXT

    def text(self, language: str) -> str:
        """For who reads this language."""
        return self.texts.get(language) or self.texts.get("id", "")


def length(html: str) -> int:
    """As Telegram counts: what is read, without tags, in UTF-16."""
    reader = _Reading()
    reader.feed(html)
    reader.close()
    return len("".join(reader.read).encode("utf-16-le")) // 2


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def handle_data(self, data: str) -> None:
        self.read.append(data)


def _kept(button: Button) -> dict[str, Any]:
    match button.kind:
        case "link":
            return {"kind": LINK, "label": button.label, "url": button.url}
        case "card":
            return {"kind": CARD, "label": button.label, "batch": button.batch}
        case _:
            return {"kind": ANSWER, "label": button.label}
