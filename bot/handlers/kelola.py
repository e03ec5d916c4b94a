"""What organizers do from the chat: see what waits, and vouch for people."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot import verification_screens as screens
from bot.callbacks import Kelola, KelolaMore
from bot.callbacks_verification import DoNotVouch, ShowVerification, SkipVerification, Vouch
from bot.dialogs.rejection import ask_for_note
from bot.organizing.home import home, more
from bot.roles import count_verifications, list_waiting
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.access import reach
from services.errors import NotAllowed


async def open_kelola(event: Message | CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """/kelola and its button."""
    grants = await tools.people.grants(telegram_id=visitor.telegram_id)
    if not reach("kelola.open", grants):
        raise NotAllowed
    await tools.stage.show(event, home(visitor.voice, grants, await list_waiting(visitor, tools)))


async def open_more(event: CallbackQuery, callback_data: KelolaMore, visitor: Visitor, tools: Tools) -> None:
    """The rooms that did not fit beside what waits."""
    grants = await tools.people.grants(telegram_id=visitor.telegram_id)
    if not reach("kelola.open", grants):
        raise NotAllowed
    await tools.stage.show(event, more(visitor.voice, grants, callback_data.seen))


async def show(event: CallbackQuery, callback_data: ShowVerification, visitor: Visitor, tools: Tools) -> None:
    """A request, or the oldest that waits."""
    await _show(event, callback_data.request, visitor, tools)


async def skip(event: CallbackQuery, callback_data: SkipVerification, visitor: Visitor, tools: Tools) -> None:
    """The request after this one; after the last comes the first."""
    queue = await tools.identity.queue(actor_telegram_id=visitor.telegram_id)
    following = next((request for request in queue if request > callback_data.request), 0)
    await _show(event, following, visitor, tools)


async def vouch(event: CallbackQuery, callback_data: Vouch, visitor: Visitor, tools: Tools) -> None:
    """[Benar]: the person is verified, unless a colleague decided before."""
    decision = await tools.identity.decide(
        request_id=callback_data.request, actor_telegram_id=visitor.telegram_id, confirmed=True
    )
    if not decision.changed:
        await event.answer(screens.faster(visitor.voice, decision))
    left, mine = await count_verifications(visitor, tools), decision.changed
    await tools.stage.show(event, screens.decided(visitor.voice, decision.state, decision.by, more=left, mine=mine))


async def do_not_vouch(
    event: CallbackQuery, callback_data: DoNotVouch, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Bukan]: asks for the note the person will read; shows the request again if it is decided already."""
    view = await tools.identity.get(request_id=callback_data.request, actor_telegram_id=visitor.telegram_id)
    if view.state != "open":
        await tools.stage.show(event, screens.request(visitor.voice, view))
        return
    await ask_for_note(dialog_manager, view.id)


async def _show(event: CallbackQuery, request: int, visitor: Visitor, tools: Tools) -> None:
    if not request:
        queue = await tools.identity.queue(actor_telegram_id=visitor.telegram_id)
        if not queue:
            await open_kelola(event, visitor, tools)
            return
        request = queue[0]
    view = await tools.identity.get(request_id=request, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.request(visitor.voice, view))


def setup() -> Router:
    """/kelola and the verification buttons."""
    router = Router(name=__name__)
    router.message.register(open_kelola, Command("kelola", ignore_case=True))
    router.callback_query.register(open_kelola, Kelola.filter())
    router.callback_query.register(open_more, KelolaMore.filter())
    router.callback_query.register(show, ShowVerification.filter())
    router.callback_query.register(skip, SkipVerification.filter())
    router.callback_query.register(vouch, Vouch.filter())
    router.callback_query.register(do_not_vouch, DoNotVouch.filter())
    return router
