"""A person's message, as the helpdesk keeps it."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message

from services.helpdesk.masking import masked
from services.helpdesk.message import Media, Said, album_of, read

READ = (ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT)
"""What the helpdesk takes."""


def said_in(message: Message) -> Said:
    """Its words, its picture (the largest form) or document, and which message it is."""
    text = message.text or message.caption
    return Said(
        html=masked(message.html_text) if text else "",
        media=media_in(message),
        chat_id=message.chat.id,
        message_id=message.message_id,
        album=message.media_group_id,
    )


def media_in(message: Message) -> Media | None:
    """The picture, in its largest form, or the document."""
    if message.photo:
        return Media(kind="photo", file_id=message.photo[-1].file_id)
    if message.document:
        return Media(kind="document", file_id=message.document.file_id, name=message.document.file_name)
    return None


def kept(said: Said) -> dict[str, Any]:
    """As a conversation keeps it; a NIP is masked in it already."""
    return {"html": said.html, "media": said.kept_media, "chat": said.chat_id, "message": said.message_id}


def from_kept(data: dict[str, Any]) -> Said:
    """The message that a conversation kept."""
    media = data["media"]
    return Said(
        html=data["html"],
        media=read(media),
        chat_id=data["chat"],
        message_id=data["message"],
        album=album_of(media),
    )
