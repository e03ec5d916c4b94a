"""The baseline: the smallest aiogram bot that answers a tap and edits a message. Run as a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetUpdates
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

BUTTONS = [[InlineKeyboardButton(text=str(number), callback_data=f"b:{number}") for number in range(1, 5)]] * 2
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=BUTTONS)


async def greet(message: Message) -> None:
    """Something to press on."""
    await message.answer("Halo", reply_markup=KEYBOARD)


async def press(event: CallbackQuery) -> None:
    """Answer, and edit in place."""
    await event.answer()
    if isinstance(event.message, Message):
        await event.message.edit_text(f"{event.data} {event.id}", reply_markup=KEYBOARD)


async def main() -> None:
    """Poll, and say `ready` after the first answer."""
    api = TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"])
    bot = Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=api))
    dispatcher = Dispatcher()
    dispatcher.message.register(greet)
    dispatcher.callback_query.register(press)
    await bot(GetUpdates(timeout=0, limit=1))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await dispatcher.start_polling(bot, handle_signals=True)


if __name__ == "__main__":
    asyncio.run(main())
