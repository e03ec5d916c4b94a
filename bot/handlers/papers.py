"""Papers about an own enrolment, made on demand: what changes meanwhile is right in the next one."""

from __future__ import annotations

import asyncio
from functools import partial

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.callbacks_papers import GetPaper
from bot.chats import in_private
from bot.enrolment import papers
from bot.handlers.browse import username_of
from bot.letters import document, superior_letter
from bot.letters.text import say
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.catalogue import share_payload
from services.papers import calendar_file, call_letter, check_payload, read_check


async def send(event: CallbackQuery, callback_data: GetPaper, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The paper as a document of its own, with the way back under it."""
    make = {"calendar": _calendar, "call": _call_letter, "draft": _draft}[callback_data.kind]
    file = await make(callback_data.enrolment, visitor, tools, await username_of(bot))
    note = visitor.voice.html(f"paper-note-{callback_data.kind}")
    keyboard = papers.below(visitor.voice, callback_data.enrolment)
    await bot.send_document(visitor.telegram_id, file, caption=note, reply_markup=keyboard)


async def show_check(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """Whether the letter whose code was scanned stands; False where the payload names none."""
    asked = read_check(payload)
    if asked is None:
        return False
    enrolment_id, code = asked
    found = await tools.papers.check(enrolment_id=enrolment_id, code=code)
    await tools.stage.show(message, papers.checked(visitor.voice, found))
    return True


async def _calendar(enrolment_id: int, visitor: Visitor, tools: Tools, username: str) -> BufferedInputFile:
    seat = await tools.papers.seat(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    link = f"https://t.me/{username}?start={share_payload(seat.batch_id)}"
    make = partial(calendar_file, seat, words=visitor.voice.plain, link=link, now=tools.now())
    return BufferedInputFile(await asyncio.to_thread(make), filename=visitor.voice.plain("paper-file-calendar"))


async def _call_letter(enrolment_id: int, visitor: Visitor, tools: Tools, username: str) -> BufferedInputFile:
    seat = await tools.papers.seat(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    link = f"https://t.me/{username}?start={check_payload(enrolment_id, seat.code)}"
    make = partial(call_letter, seat, say=say, link=link, now=tools.now())
    return BufferedInputFile(await asyncio.to_thread(make), filename=visitor.voice.plain("paper-file-call"))


async def _draft(enrolment_id: int, visitor: Visitor, tools: Tools, _: str) -> BufferedInputFile:
    letter = superior_letter(await tools.papers.template(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id))
    return BufferedInputFile(await asyncio.to_thread(document, letter), filename=letter.file)


def setup() -> Router:
    """The buttons of papers; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(send, GetPaper.filter())
    return router
