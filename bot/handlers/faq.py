"""From answer to article: drafts, their approval, and what is found. The use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.callbacks import LARGEST_ID
from bot.callbacks_faq import (
    ApproveFaq,
    AskToDrop,
    AskToRevise,
    DropFaq,
    EditFaq,
    Faqs,
    HandInFaq,
    KeepFromTicket,
    ListFaqs,
    MakeArticle,
    MakeFromMiss,
    ReturnFaq,
    ReviewFaq,
    ReviseFaq,
    ShowFaq,
)
from bot.chats import in_private, outside
from bot.dialogs.faq import ask_for_part, ask_for_remark
from bot.handlers.browse import username_of
from bot.handlers.kelola import open_kelola
from bot.organizing.faq import screens
from bot.organizing.faq.opening import faq_screen, room_screen, seen, ticket_screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import NotAllowed, Refusal

PAYLOAD = "faq_"
"""What leads from a group to a draft of one of its questions: the ticket's number follows."""


async def open_room(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Artikel dari jawaban] in /kelola."""
    await tools.stage.show(event, await room_screen(visitor, tools))


async def show_list(event: CallbackQuery, callback_data: ListFaqs, visitor: Visitor, tools: Tools) -> None:
    """Those in one state."""
    which = callback_data.which
    found = await tools.faq.list(state=which, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, screens.listed(visitor.voice, found, which, callback_data.page))


async def show(event: CallbackQuery, callback_data: ShowFaq, visitor: Visitor, tools: Tools) -> None:
    """One of them."""
    await tools.stage.show(event, await faq_screen(callback_data.faq, visitor, tools))


async def make_article_in_group(
    event: CallbackQuery, callback_data: MakeArticle, visitor: Visitor, tools: Tools, bot: Bot
) -> None:
    """The same button in the organizers' group leads to the presser's own chat: drafts are nobody else's business."""
    await tools.faq.propose(ticket_id=callback_data.ticket, actor_telegram_id=visitor.telegram_id)
    await event.answer(url=f"https://t.me/{await username_of(bot)}?start={PAYLOAD}{callback_data.ticket}")


async def show_proposal(message: Message, payload: str, visitor: Visitor, tools: Tools) -> bool:
    """What that link opens; False where the payload is none. Who may is asked here."""
    number = payload.removeprefix(PAYLOAD)
    if number == payload or not number.isdecimal() or not 0 < int(number) <= LARGEST_ID:
        return False
    await tools.stage.show(message, await ticket_screen(int(number), visitor, tools))
    return True


async def make_article(event: CallbackQuery, callback_data: MakeArticle, visitor: Visitor, tools: Tools) -> None:
    """[Jadikan artikel] under a question: below it, for the question is still wanted."""
    await tools.stage.add(event, await ticket_screen(callback_data.ticket, visitor, tools))


async def keep(event: CallbackQuery, callback_data: KeepFromTicket, visitor: Visitor, tools: Tools) -> None:
    """[Simpan draf]; where question or answer have changed since, it is looked at again."""
    ticket = callback_data.ticket
    try:
        number = await tools.faq.keep(ticket_id=ticket, mark=callback_data.mark, actor_telegram_id=visitor.telegram_id)
    except Refusal as refusal:
        if refusal.key != "faq-moved-on":
            raise
        screen = await ticket_screen(ticket, visitor, tools, visitor.voice.html("faq-proposed-anew"))
    else:
        screen = await faq_screen(number, visitor, tools)
    await tools.stage.show(event, screen)


async def make_from_miss(event: CallbackQuery, callback_data: MakeFromMiss, visitor: Visitor, tools: Tools) -> None:
    """[Jadikan artikel] under what was looked for in vain: in whose name, where there is a choice."""
    agencies = await tools.faq.speakers(actor_telegram_id=visitor.telegram_id)
    chosen = [one for one in agencies if callback_data.agency in {0, one.id}]
    if not chosen:
        raise NotAllowed
    if len(chosen) > 1:
        await tools.stage.show(event, screens.speakers(visitor.voice, callback_data.miss, chosen))
        return
    number = await tools.faq.begin(
        miss_id=callback_data.miss, agency_id=chosen[0].id, actor_telegram_id=visitor.telegram_id
    )
    await tools.stage.show(event, await faq_screen(number, visitor, tools))


async def edit(
    event: CallbackQuery, callback_data: EditFaq, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """A part of a draft; what moved on meanwhile is shown as it is."""
    voice, view = await seen(callback_data.faq, visitor, tools)
    if not view.may_write:
        raise NotAllowed
    if view.faq.state != "draft":
        await tools.stage.show(event, screens.faq(voice, view))
        return
    await ask_for_part(dialog_manager, view.faq, callback_data.part)


async def hand_in(event: CallbackQuery, callback_data: HandInFaq, visitor: Visitor, tools: Tools) -> None:
    """[Minta persetujuan]."""
    await tools.faq.hand_in(
        faq_id=callback_data.faq, version=callback_data.version, actor_telegram_id=visitor.telegram_id
    )
    await tools.stage.show(event, await faq_screen(callback_data.faq, visitor, tools))


async def ask_to_revise(event: CallbackQuery, callback_data: AskToRevise, visitor: Visitor, tools: Tools) -> None:
    """[Ubah] on what is shown: what that means."""
    voice, view = await seen(callback_data.faq, visitor, tools)
    is_asked = view.may_write and view.faq.state == "shown"
    await tools.stage.show(event, screens.ask_to_revise(voice, view) if is_asked else screens.faq(voice, view))


async def revise(event: CallbackQuery, callback_data: ReviseFaq, visitor: Visitor, tools: Tools) -> None:
    """[Ubah]: a draft again."""
    await tools.faq.revise(
        faq_id=callback_data.faq, version=callback_data.version, actor_telegram_id=visitor.telegram_id
    )
    await tools.faq_shelf.refresh()
    await tools.stage.show(event, await faq_screen(callback_data.faq, visitor, tools))


async def ask_to_drop(event: CallbackQuery, callback_data: AskToDrop, visitor: Visitor, tools: Tools) -> None:
    """[Hapus draf], [Tarik artikel]: what that means."""
    voice, view = await seen(callback_data.faq, visitor, tools)
    is_asked = view.may_write and view.faq.state in {"draft", "shown"}
    await tools.stage.show(event, screens.ask_to_drop(voice, view) if is_asked else screens.faq(voice, view))


async def drop(event: CallbackQuery, callback_data: DropFaq, visitor: Visitor, tools: Tools) -> None:
    """It is gone, or no longer found."""
    deleted = await tools.faq.drop(
        faq_id=callback_data.faq, version=callback_data.version, actor_telegram_id=visitor.telegram_id
    )
    await tools.faq_shelf.refresh()
    done = visitor.voice.html("faq-deleted" if deleted else "faq-retired-now")
    await tools.stage.show(event, await room_screen(visitor, tools, done))


async def review(event: CallbackQuery, callback_data: ReviewFaq, visitor: Visitor, tools: Tools) -> None:
    """One that waits for the visitor, or the first."""
    number = callback_data.faq
    if not number:
        waiting = await tools.faq.to_approve(actor_telegram_id=visitor.telegram_id)
        if not waiting:
            await open_kelola(event, visitor, tools)
            return
        number = waiting[0]
    await tools.stage.show(event, await faq_screen(number, visitor, tools))


async def approve(event: CallbackQuery, callback_data: ApproveFaq, visitor: Visitor, tools: Tools) -> None:
    """[Setujui]: found at once here, and within seconds elsewhere."""
    await tools.faq.approve(
        faq_id=callback_data.faq, version=callback_data.version, actor_telegram_id=visitor.telegram_id
    )
    await tools.faq_shelf.refresh()
    voice, view = await seen(callback_data.faq, visitor, tools)
    await tools.stage.show(event, screens.approved(voice, view))


async def give_back(
    event: CallbackQuery, callback_data: ReturnFaq, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Kembalikan]: what is to change is asked first."""
    voice, view = await seen(callback_data.faq, visitor, tools)
    if not view.may_approve or view.faq.version != callback_data.version:
        await tools.stage.show(event, screens.faq(voice, view))
        return
    await ask_for_remark(dialog_manager, view.faq.id, view.faq.version)


def setup_in_groups() -> Router:
    """[Jadikan artikel] under a question in the organizers' group."""
    router = Router(name=f"{__name__}.in_groups")
    router.callback_query.register(make_article_in_group, outside, MakeArticle.filter())
    return router


def setup() -> Router:
    """All buttons of these articles; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    for form, handler in (
        (Faqs, open_room),
        (ListFaqs, show_list),
        (ShowFaq, show),
        (MakeArticle, make_article),
        (KeepFromTicket, keep),
        (MakeFromMiss, make_from_miss),
        (EditFaq, edit),
        (HandInFaq, hand_in),
        (AskToRevise, ask_to_revise),
        (ReviseFaq, revise),
        (AskToDrop, ask_to_drop),
        (DropFaq, drop),
        (ReviewFaq, review),
        (ApproveFaq, approve),
        (ReturnFaq, give_back),
    ):
        router.callback_query.register(handler, form.filter())
    return router
