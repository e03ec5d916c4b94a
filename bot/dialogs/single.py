"""What dialogs of a single question share: their tools, where the question is shown, and how it is closed."""

from __future__ import annotations

from aiogram.types import CallbackQuery, InaccessibleMessage, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor


def parts(manager: DialogManager) -> tuple[Tools, Visitor]:
    """The use cases, and who is asked."""
    return manager.middleware_data["tools"], manager.middleware_data["visitor"]


def show_mode(manager: DialogManager) -> ShowMode:
    """In place of the screen that was pressed while it is the last one; below it where others came between."""
    tools, _ = parts(manager)
    message = manager.event.message if isinstance(manager.event, CallbackQuery) else None
    if message is None or isinstance(message, InaccessibleMessage):
        return ShowMode.SEND
    return ShowMode.EDIT if tools.stage.last.is_last(message.chat.id, message.message_id) else ShowMode.SEND


async def end(event: Message | CallbackQuery, manager: DialogManager, screen: Screen) -> None:
    """Close the question: its buttons go where the answer stands below it."""
    if isinstance(event, Message):
        await manager.reset_stack()
    else:
        await manager.done(show_mode=ShowMode.NO_UPDATE)
    await parts(manager)[0].stage.show(event, screen)
