"""Going elsewhere ends an open dialog: otherwise the next text would still be taken for an answer to its question."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.types import TelegramObject
from aiogram_dialog import DialogManager

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class LeaveDialogs(BaseMiddleware):
    """Closes what is open before the handler runs; what was answered is kept by the use cases already."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        manager: DialogManager = data["dialog_manager"]
        if manager.has_context():
            await manager.reset_stack()
        return await handler(event, data)


def elsewhere(router: Router) -> Router:
    """The router, as a place one goes to: whatever it handles ends an open dialog."""
    router.message.middleware(LeaveDialogs())
    router.callback_query.middleware(LeaveDialogs())
    return router
