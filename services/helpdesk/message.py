"""What somebody wrote about a question: text, one picture or document, and the message it came from. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from html import escape, unescape
from html.parser import HTMLParser
from typing import Any, Final

from services.broadcasts.content import LONGEST_TEXT, LONGEST_WITH_MEDIA, Media, length
from services.errors import Refusal
from services.helpdesk.masking import masked

__all__ = ["LONGEST_TEXT", "LONGEST_WITH_MEDIA", "NOTE_SIGN", "Media", "Said", "is_note", "read", "title_of"]

NOTE_SIGN: Final = "//"
"""Begins what stays within the team."""
LONGEST_TITLE: Final = 60
ALBUM: Final = "album"
UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters that show nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message: Telegram's HTML, perhaps a picture or document, and where it stands.

    Chat and message say which message it is, so that it is taken once, and its later edits are found. `album` is the
    number that all parts of an album have.
    """

    html: str
    media: Media | None = None
    chat_id: int
    message_id: int
    album: str | None = None

    @property
    def kept_media(self) -> dict[str, Any] | None:
        """As it stands in the row."""
        media = self.media
        if media is None:
            return None
        name = unescape(masked(escape(media.name, quote=False))) if media.name else None
        kept = {"kind": media.kind, "file_id": media.file_id, "name": name}
        return kept | {ALBUM: self.album} if self.album else kept

    @property
    def source(self) -> dict[str, Any]:
        """What an entry keeps of the message beside its words: its picture or document, and which message it is."""
        return {"media": self.kept_media, "chat_id": self.chat_id, "message_id": self.message_id}

    def within(self, kept: dict[str, Any] | None) -> Said:
        """The same as a later form of what a row holds: a part stays in its album."""
        return replace(self, album=album_of(kept))

    def tidy(self) -> str:
        """The text without a NIP in it. Raises Refusal("ticket-empty") or Refusal("ticket-long")."""
        text = masked(self.html.strip())
        count, longest = length(text), LONGEST_WITH_MEDIA if self.media else LONGEST_TEXT
        if not seen(text).removeprefix(NOTE_SIGN) and self.media is None:
            raise Refusal("ticket-empty")
        if count > longest:
            raise Refusal("ticket-long", count=count, longest=longest)
        return text


def read(kept: dict[str, Any] | None) -> Media | None:
    """The picture or document of a row; of what was taken back there is none."""
    if not kept or "file_id" not in kept:
        return None
    return Media(**{key: value for key, value in kept.items() if key != ALBUM})


def album_of(kept: dict[str, Any] | None) -> str | None:
    """The number of the album that the entry of a row belongs to."""
    return kept.get(ALBUM) if kept else None


def without_media(kept: dict[str, Any] | None) -> dict[str, Any] | None:
    """What stays of a row's media when it is taken back: the album, so that its other parts are still found."""
    album = album_of(kept)
    return {ALBUM: album} if album else None


def is_note(html: str) -> bool:
    """Whether the text begins as a note within the team does, whatever stands around it."""
    return seen(html).startswith(NOTE_SIGN)


def title_of(html: str) -> str:
    """The first words, on one line; empty where there are none."""
    words = " ".join(plain(html).split()) if seen(html) else ""
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words[: LONGEST_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,.;:") + "…"


def plain(html: str) -> str:
    """What is read, without tags."""
    reader = _Plain()
    reader.feed(html)
    reader.close()
    return "".join(reader.read)


def seen(html: str) -> str:
    """The letters that can be seen, one after the other."""
    letters = (one for one in plain(html) if one not in BLANKS)
    return "".join(one for one in letters if unicodedata.category(one) not in UNSEEN)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def handle_data(self, data: str) -> None:
        self.read.append(data)
