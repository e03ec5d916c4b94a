"""Screens: a text and its buttons, shown in place where someone walks a path, sent anew where they look for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyParameters,
)

from bot.session import LastMessages

NOT_MODIFIED = "message is not modified"

Row = list[InlineKeyboardButton]

ROOM = {1: 64, 2: 18, 3: 11}
"""How many characters of a label a phone of 360 points shows, by the buttons beside it."""
ROOM_OF_MANY = 7


@dataclass(frozen=True, slots=True)
class Screen:
    """What a person sees at once."""

    text: str
    rows: tuple[Row, ...] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as Telegram takes them; empty rows are left out, labels that a phone would cut go one a row."""
        rows = [part for row in self.rows if row for part in _apart(row)]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def button(text: str, data: CallbackData) -> InlineKeyboardButton:
    """A button that carries typed data."""
    return InlineKeyboardButton(text=text, callback_data=data.pack())


def link(text: str, url: str) -> InlineKeyboardButton:
    """A button that opens an address."""
    return InlineKeyboardButton(text=text, url=url)


def _apart(row: Row) -> list[Row]:
    room = ROOM.get(len(row), ROOM_OF_MANY)
    return [row] if all(len(one.text) <= room for one in row) else in_rows(row, 1)


def in_rows(buttons: Iterable[InlineKeyboardButton], width: int) -> list[Row]:
    """The buttons, so many a row."""
    buttons = list(buttons)
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


@dataclass(frozen=True, slots=True)
class Stage:
    """Where screens are shown."""

    last: LastMessages

    async def show(self, event: Message | CallbackQuery, screen: Screen) -> None:
        """In place after a tap, unless other messages have come between; else as a new message."""
        if isinstance(event, Message):
            await event.answer(screen.text, reply_markup=screen.keyboard)
            return
        message = event.message
        if message is None:
            return
        if isinstance(message, InaccessibleMessage) or not self.last.is_last(message.chat.id, message.message_id):
            await self._anew(message, screen)
            return
        try:
            await message.edit_text(screen.text, reply_markup=screen.keyboard)
        except TelegramBadRequest as error:
            if NOT_MODIFIED not in error.message:
                await self._anew(message, screen)

    async def add(self, event: Message | CallbackQuery, screen: Screen, *, reply: bool = False) -> Message | None:
        """As a new message, which comes back; with `reply`, as an answer to the person's own message."""
        message = event if isinstance(event, Message) else event.message
        if message is None:
            return None
        to = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True) if reply else None
        return await message.answer(screen.text, reply_markup=screen.keyboard, reply_parameters=to)

    async def show_beside(self, event: CallbackQuery, screen: Screen) -> None:
        """As `show`, but anew below a picture, whose other buttons are still wanted."""
        under_picture = isinstance(event.message, Message) and bool(event.message.photo)
        await (self.add if under_picture else self.show)(event, screen)

    async def set_buttons(self, message: Message, rows: Iterable[Row]) -> None:
        """Other buttons under a message that stays as it is."""
        try:
            await message.edit_reply_markup(reply_markup=Screen("", tuple(rows)).keyboard)
        except TelegramBadRequest:
            return  # gone, or they are there already

    async def _anew(self, message: Message | InaccessibleMessage, screen: Screen) -> None:
        await message.answer(screen.text, reply_markup=screen.keyboard)
        if isinstance(message, Message) and message.reply_markup is not None:
            await _take_buttons(message)


async def _take_buttons(message: Message) -> None:
    try:
        await message.edit_reply_markup(reply_markup=None)
    except TelegramBadRequest:
        return  # gone or too old: then nobody can press them either
