"""/umumkan: announcements are written, addressed, looked at and handed in. The use cases ask at every press who may."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.announcing import preview, screens
from bot.announcing.opening import (
    audience_screen,
    buttons_screen,
    choices_screen,
    draft_screen,
    preview_screen,
    room_screen,
    seen,
    send_sample,
)
from bot.callbacks_announcing import (
    AddCard,
    Announcing,
    AskPart,
    AskToDeleteDraft,
    ChooseCard,
    ChooseTime,
    ClearFilters,
    DeleteADraft,
    DropButton,
    DropPart,
    DropTemplate,
    FindByName,
    HandInDraft,
    ListOf,
    OnlyReachable,
    Preview,
    RecallDraft,
    ShowAudience,
    ShowButtons,
    ShowChoices,
    ShowDraft,
    ShowTemplate,
    Switch,
    TakeTime,
    TrySending,
    UseTemplate,
    WriteNew,
)
from bot.chats import in_private
from bot.dialogs.announcing import ask_for_part, write_new
from bot.dialogs.find_recipients import ask_for_recipients
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.broadcasts.content import CARD, Button
from services.errors import NotAllowed, Refusal


async def open_room(event: Message | CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """/umumkan, and [Pengumuman] in /kelola."""
    await tools.stage.show(event, await room_screen(visitor, tools))


async def write(
    event: CallbackQuery, callback_data: WriteNew, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Tulis pengumuman]: in whose name, where there is a choice; then its first words."""
    agencies = await tools.announcing.speakers(actor_telegram_id=visitor.telegram_id)
    chosen = [one for one in agencies if callback_data.agency in {0, one.id}]
    if not chosen:
        raise NotAllowed
    if len(chosen) > 1:
        await tools.stage.show(event, screens.speakers(visitor.voice, chosen))
        return
    await write_new(dialog_manager, chosen[0].id)


async def show_list(event: CallbackQuery, callback_data: ListOf, visitor: Visitor, tools: Tools) -> None:
    """Own drafts, what is pending, or templates."""
    shelf = await tools.announcing.shelf(actor_telegram_id=visitor.telegram_id)
    screen = screens.listed(visitor.voice, shelf, callback_data.which, callback_data.page)
    await tools.stage.show(event, screen)


async def show(event: CallbackQuery, callback_data: ShowDraft, visitor: Visitor, tools: Tools) -> None:
    """One of them."""
    await tools.stage.show(event, await draft_screen(callback_data.broadcast, visitor, tools))


async def ask_part(
    event: CallbackQuery, callback_data: AskPart, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """A part of it; what moved on meanwhile is shown as it is."""
    _, view = await seen(callback_data.broadcast, visitor, tools)
    if not view.is_own:
        raise NotAllowed
    if view.state != "draft":
        await tools.stage.show(event, await draft_screen(view.id, visitor, tools))
        return
    await ask_for_part(dialog_manager, view.id, callback_data.part)


async def drop_part(event: CallbackQuery, callback_data: DropPart, visitor: Visitor, tools: Tools) -> None:
    """Without a picture or document, or without an English text."""
    act = {"broadcast_id": callback_data.broadcast, "actor_telegram_id": visitor.telegram_id}
    if callback_data.part == "media":
        await tools.announcing.set_media(**act, media=None)
    else:
        await tools.announcing.set_text(**act, language="en", html=None)
    await tools.stage.show(event, await draft_screen(callback_data.broadcast, visitor, tools))


async def show_buttons(event: CallbackQuery, callback_data: ShowButtons, visitor: Visitor, tools: Tools) -> None:
    """The buttons under it."""
    await tools.stage.show(event, await buttons_screen(callback_data.broadcast, visitor, tools))


async def drop_button(event: CallbackQuery, callback_data: DropButton, visitor: Visitor, tools: Tools) -> None:
    """One away; a second tap only shows how it stands."""
    try:
        await tools.announcing.remove_button(
            broadcast_id=callback_data.broadcast,
            actor_telegram_id=visitor.telegram_id,
            at=callback_data.at,
            version=callback_data.version,
        )
    except Refusal as refusal:
        if refusal.key != "announce-moved-on":
            raise
    await tools.stage.show(event, await buttons_screen(callback_data.broadcast, visitor, tools))


async def choose_card(event: CallbackQuery, callback_data: ChooseCard, visitor: Visitor, tools: Tools) -> None:
    """Which training does a button show?"""
    number, page = callback_data.broadcast, callback_data.page
    pages, found = await tools.announcing.card_batches(
        broadcast_id=number, actor_telegram_id=visitor.telegram_id, page=page
    )
    await tools.stage.show(event, screens.cards(visitor.voice, number, found, page, pages))


async def add_card(event: CallbackQuery, callback_data: AddCard, visitor: Visitor, tools: Tools) -> None:
    """This one, under the usual label."""
    button = Button(kind=CARD, label=visitor.voice.plain("button-see-training"), batch=callback_data.batch)
    number = callback_data.broadcast
    await tools.announcing.add_button(broadcast_id=number, actor_telegram_id=visitor.telegram_id, added=button)
    await tools.stage.show(event, await buttons_screen(number, visitor, tools))


async def show_audience(event: CallbackQuery, callback_data: ShowAudience, visitor: Visitor, tools: Tools) -> None:
    """[Pilih penerima]: with a count of now."""
    screen = await audience_screen(callback_data.broadcast, visitor, tools, more=callback_data.more)
    await tools.stage.show(event, screen)


async def show_choices(event: CallbackQuery, callback_data: ShowChoices, visitor: Visitor, tools: Tools) -> None:
    """What a filter can be narrowed to."""
    number, field, page = callback_data.broadcast, callback_data.field, callback_data.page
    await tools.stage.show(event, await choices_screen(number, field, page, visitor, tools))


async def find_by_name(
    event: CallbackQuery, callback_data: FindByName, visitor: Visitor, tools: Tools, dialog_manager: DialogManager
) -> None:
    """[Cari nama]; what moved on meanwhile is shown as it is."""
    number, field = callback_data.broadcast, callback_data.field
    _, view = await seen(number, visitor, tools)
    if not view.is_own:
        raise NotAllowed
    if view.state != "draft":
        await tools.stage.show(event, await draft_screen(number, visitor, tools))
        return
    await ask_for_recipients(dialog_manager, number, field)


async def switch(event: CallbackQuery, callback_data: Switch, visitor: Visitor, tools: Tools) -> None:
    """One value on, or off."""
    number, field = callback_data.broadcast, callback_data.field
    await tools.announcing.choose(
        broadcast_id=number,
        actor_telegram_id=visitor.telegram_id,
        field=field,
        value=callback_data.value,
        chosen=callback_data.on,
    )
    await tools.stage.show(event, await choices_screen(number, field, callback_data.page, visitor, tools))


async def clear(event: CallbackQuery, callback_data: ClearFilters, visitor: Visitor, tools: Tools) -> None:
    """[Kosongkan]."""
    await tools.announcing.clear(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, await audience_screen(callback_data.broadcast, visitor, tools))


async def only_reachable(event: CallbackQuery, callback_data: OnlyReachable, visitor: Visitor, tools: Tools) -> None:
    """Leave out who cannot be reached, or not."""
    number = callback_data.broadcast
    await tools.announcing.reachable_only(
        broadcast_id=number, actor_telegram_id=visitor.telegram_id, only=callback_data.only
    )
    await tools.stage.show(event, await audience_screen(number, visitor, tools, more=True))


async def show_preview(event: CallbackQuery, callback_data: Preview, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """First the message itself, then what sending it would mean."""
    number, language = callback_data.broadcast, callback_data.language
    _, view = await seen(number, visitor, tools)
    if not view.is_own:
        raise NotAllowed
    if view.state == "draft" and not await send_sample(event, view, language, visitor, tools, bot):
        return
    await tools.stage.show(event, await preview_screen(number, visitor, tools, language))


async def try_sending(
    event: CallbackQuery, callback_data: TrySending, visitor: Visitor, tools: Tools, bot: Bot
) -> None:
    """[Kirim ke saya dulu]: in each language that it has."""
    _, view = await seen(callback_data.broadcast, visitor, tools)
    if not view.is_own:
        raise NotAllowed
    for language in view.message.body.texts or ("id",):
        if not await send_sample(event, view, language, visitor, tools, bot):
            return
    done = visitor.voice.html("announce-tried")
    await tools.stage.show(event, await preview_screen(view.id, visitor, tools, done=done))


async def choose_time(event: CallbackQuery, callback_data: ChooseTime, visitor: Visitor, tools: Tools) -> None:
    """[Atur waktu]."""
    voice, view = await seen(callback_data.broadcast, visitor, tools)
    is_draft = view.is_own and view.state == "draft"
    await tools.stage.show(
        event, preview.times(voice, view, tools.now()) if is_draft else await draft_screen(view.id, visitor, tools)
    )


async def take_time(event: CallbackQuery, callback_data: TakeTime, visitor: Visitor, tools: Tools) -> None:
    """At once, or then."""
    minute = callback_data.minute
    send_at = datetime.fromtimestamp(minute * 60, UTC) if minute else None
    await tools.announcing.set_time(
        broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id, send_at=send_at
    )
    await tools.stage.show(event, await preview_screen(callback_data.broadcast, visitor, tools))


async def hand_in(event: CallbackQuery, callback_data: HandInDraft, visitor: Visitor, tools: Tools) -> None:
    """[Kirim] or [Minta persetujuan]: once, however often it is pressed."""
    done = await tools.announcing.hand_in(
        broadcast_id=callback_data.broadcast,
        actor_telegram_id=visitor.telegram_id,
        version=callback_data.version,
    )
    voice, view = await seen(callback_data.broadcast, visitor, tools)
    await tools.stage.show(event, preview.handed_in(voice, view, done.count))


async def recall(event: CallbackQuery, callback_data: RecallDraft, visitor: Visitor, tools: Tools) -> None:
    """[Tarik kembali]: a draft again."""
    number = callback_data.broadcast
    await tools.announcing.recall(broadcast_id=number, actor_telegram_id=visitor.telegram_id)
    done = visitor.voice.html("announce-recalled")
    await tools.stage.show(event, await draft_screen(number, visitor, tools, done))


async def ask_to_delete(event: CallbackQuery, callback_data: AskToDeleteDraft, visitor: Visitor, tools: Tools) -> None:
    """[Hapus draf]: what it means."""
    voice, view = await seen(callback_data.broadcast, visitor, tools)
    is_draft = view.is_own and view.state == "draft"
    await tools.stage.show(
        event, screens.ask_to_delete(voice, view) if is_draft else await draft_screen(view.id, visitor, tools)
    )


async def delete(event: CallbackQuery, callback_data: DeleteADraft, visitor: Visitor, tools: Tools) -> None:
    """The destructive button."""
    await tools.announcing.delete(broadcast_id=callback_data.broadcast, actor_telegram_id=visitor.telegram_id)
    done = visitor.voice.html("announce-deleted")
    await tools.stage.show(event, await room_screen(visitor, tools, done))


async def show_template(event: CallbackQuery, callback_data: ShowTemplate, visitor: Visitor, tools: Tools) -> None:
    """A template."""
    shelf = await tools.announcing.shelf(actor_telegram_id=visitor.telegram_id)
    name = dict(shelf.templates).get(callback_data.template)
    if name is None:
        raise Refusal("announce-unknown")
    await tools.stage.show(event, screens.template(visitor.voice, callback_data.template, name))


async def use_template(event: CallbackQuery, callback_data: UseTemplate, visitor: Visitor, tools: Tools) -> None:
    """[Pakai templat]: a draft of it."""
    number = await tools.announcing.begin_from(
        template_id=callback_data.template, actor_telegram_id=visitor.telegram_id
    )
    await tools.stage.show(event, await draft_screen(number, visitor, tools))


async def drop_template(event: CallbackQuery, callback_data: DropTemplate, visitor: Visitor, tools: Tools) -> None:
    """[Hapus templat]."""
    await tools.announcing.delete_template(template_id=callback_data.template, actor_telegram_id=visitor.telegram_id)
    done = visitor.voice.html("announce-template-deleted")
    await tools.stage.show(event, await room_screen(visitor, tools, done))


def setup() -> Router:
    """/umumkan and the buttons of drafts; in private chats only."""
    router = Router(name=__name__)
    router.message.filter(in_private)
    router.callback_query.filter(in_private)
    router.message.register(open_room, Command("umumkan", ignore_case=True))
    for form, handler in (
        (Announcing, open_room),
        (WriteNew, write),
        (ListOf, show_list),
        (ShowDraft, show),
        (AskPart, ask_part),
        (DropPart, drop_part),
        (ShowButtons, show_buttons),
        (DropButton, drop_button),
        (ChooseCard, choose_card),
        (AddCard, add_card),
        (ShowAudience, show_audience),
        (ShowChoices, show_choices),
        (FindByName, find_by_name),
        (Switch, switch),
        (ClearFilters, clear),
        (OnlyReachable, only_reachable),
        (Preview, show_preview),
        (TrySending, try_sending),
        (ChooseTime, choose_time),
        (TakeTime, take_time),
        (HandInDraft, hand_in),
        (RecallDraft, recall),
        (AskToDeleteDraft, ask_to_delete),
        (DeleteADraft, delete),
        (ShowTemplate, show_template),
        (UseTemplate, use_template),
        (DropTemplate, drop_template),
    ):
        router.callback_query.register(handler, form.filter())
    return router
