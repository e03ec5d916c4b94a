"""The bot's own messages about questions: those to which a reply means the question."""

from __future__ import annotations

from aiogram import Bot
from aiogram.types import CallbackQuery, Message

from bot.screens import Screen
from bot.toolbox import Tools
from services.helpdesk.message import read
from storage.repositories.ticket_entries import Entry
from storage.repositories.tickets import Ticket

MOST_FILES = 10


async def send_about(event: Message | CallbackQuery, ticket: Ticket, screen: Screen, tools: Tools) -> None:
    """A new message about a question, remembered as such."""
    sent = await tools.stage.add(event, screen)
    if sent is not None:
        await tools.helpdesk.keep(chat_id=sent.chat.id, message_id=sent.message_id, ticket_id=ticket.id)


async def send_files(bot: Bot, chat_id: int, entries: tuple[Entry, ...], tools: Tools) -> int:
    """The latest pictures and documents of a thread, in their order, each remembered; how many there were."""
    found = [(entry, media) for entry in entries if (media := read(entry.media)) is not None][-MOST_FILES:]
    for entry, media in found:
        send = bot.send_photo if media.kind == "photo" else bot.send_document
        sent = await send(chat_id, media.file_id)
        await tools.helpdesk.keep(chat_id=chat_id, message_id=sent.message_id, ticket_id=entry.ticket_id)
    return len(found)
