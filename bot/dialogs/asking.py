"""Asking the organizers: the question, what is known about it already, and to whom it goes.

The question waits in the conversation, with any NIP masked, until it is sent; a refusal loses nothing of it.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select
from aiogram_dialog.widgets.text import Format

from bot import places
from bot.albums import settle
from bot.dialogs.messages import PressesInPlace
from bot.dialogs.said import Said as Label
from bot.dialogs.single import end, parts, show_mode
from bot.handlers.articles import show_full
from bot.helpdesk import own
from bot.helpdesk.buttons import ask_button
from bot.helpdesk.phrases import media_told, shortened
from bot.helpdesk.reading import from_kept, kept, said_in
from bot.helpdesk.sending import send_about
from bot.knowledge import cards
from bot.nip_messages import delete, holds_nip
from bot.screens import Screen
from bot.visitor import Visitor
from knowledge import Article
from services.errors import Refusal
from services.helpdesk.message import Said, plain
from services.helpdesk.routes import Route

LONGEST_SEARCHED = 500
QUOTE_SHOWN = 160


class AskingSG(StatesGroup):
    """The steps."""

    question = State()
    offer = State()
    route = State()
    agency = State()


TAKES_TEXT = frozenset({AskingSG.question, AskingSG.agency})


async def ask_for_question(manager: DialogManager, *, batch_id: int = 0, said: Said | None = None) -> None:
    """Begin; what was typed already (and answered unsatisfactorily) is not asked for again."""
    data: dict[str, Any] = {"batch": batch_id, "said": kept(said) if said else None}
    state = AskingSG.route if said else AskingSG.question
    await manager.start(state, data=data, mode=StartMode.RESET_STACK, show_mode=show_mode(manager))


async def begin(_: Any, manager: DialogManager) -> None:
    """What is known from the start belongs to the conversation."""
    manager.dialog_data.update(manager.start_data or {})  # type: ignore[arg-type]


async def get_question(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """What to write, to whom it goes where that is known, and what was not right."""
    tools, _visitor = parts(dialog_manager)
    voice, batch = visitor.voice, dialog_manager.dialog_data.get("batch")
    route = await tools.helpdesk.route(batch_id=batch) if batch else None
    to = voice.html("question-to", agency=route.agency.short_name, training=route.training or "-") if route else None
    return {"text": voice.paragraphs(_fault(dialog_manager, visitor), voice.lines(voice.html("question-write"), to))}


async def get_offer(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """The short answer of what the knowledge base says about it."""
    article, voice = _offered(dialog_manager), visitor.voice
    if article is None:  # it went while it was shown
        return {"text": voice.html("question-nothing-known"), "has_article": False}
    text = voice.paragraphs(
        _fault(dialog_manager, visitor),
        voice.html("question-perhaps"),
        voice.lines(voice.html("knowledge-title", title=cards.title_of(voice, article)), _short(visitor, article)),
        _album(dialog_manager, visitor),
    )
    return {"text": text, "has_article": True}


async def get_routes(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """To whom it may go: a number for each."""
    tools, _visitor = parts(dialog_manager)
    voice = visitor.voice
    routes = await tools.helpdesk.routes(telegram_id=visitor.telegram_id)
    quote = shortened(next((one.html for one in _said(dialog_manager) if one.html), ""), QUOTE_SHOWN)
    text = voice.paragraphs(
        _fault(dialog_manager, visitor),
        voice.lines(
            voice.html("question-quote", text=quote) if quote else None,
            _album(dialog_manager, visitor),
        ),
        voice.lines(voice.html("question-to-whom" if routes else "question-to-nobody-known"), *_lines(visitor, routes)),
    )
    return {"text": text, "routes": _numbers(routes), "no_routes": not routes}


async def get_agencies(dialog_manager: DialogManager, visitor: Visitor, **_: Any) -> dict[str, Any]:
    """Part of an agency's name, and what is like it."""
    tools, _visitor = parts(dialog_manager)
    voice, typed = visitor.voice, dialog_manager.dialog_data.get("agency")
    routes = await tools.helpdesk.find_routes(telegram_id=visitor.telegram_id, text=typed) if typed else ()
    said = voice.html("question-agency-unknown", text=typed) if typed and not routes else None
    asked = voice.html("question-agency-found" if routes else "question-agency")
    text = voice.paragraphs(_fault(dialog_manager, visitor), said, voice.lines(asked, *_lines(visitor, routes)))
    return {"text": text, "found": _numbers(routes)}


async def take_question(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """The question: kept in the conversation, and first looked up."""
    tools, _visitor = parts(manager)
    data, said = manager.dialog_data, said_in(message)
    await settle(message, manager.middleware_data["state"])
    try:
        said.tidy()
    except Refusal as refusal:
        data["fault"] = {"key": refusal.key, "values": refusal.values}
        return
    if holds_nip(message.text or message.caption or ""):
        await delete(message)
    data.pop("fault", None)
    data["said"], data["parts"] = kept(said), []
    words = plain(said.html)[:LONGEST_SEARCHED].strip()
    data["article"] = cards.shown_at_once(tools.index.search(words)) if words else None
    if data["article"]:
        await manager.switch_to(AskingSG.offer)
    elif not await _send_to_known(message, manager):
        await manager.switch_to(AskingSG.route)


async def take_part(message: Message, manager: DialogManager) -> bool:
    """A later part of the album that asks: kept with it until it is sent. False where none such is being asked."""
    if not manager.has_context() or manager.current_context().state not in AskingSG:
        return False
    data, said = manager.dialog_data, said_in(message)
    before = _said(manager)
    if said.album is None or not before or before[0].album != said.album:
        return False
    if any(one.message_id == said.message_id for one in before):
        return True
    try:
        if said.media is None:
            raise Refusal("album-unread")
        said.tidy()
    except Refusal as refusal:
        data["fault"] = {"key": refusal.key, "values": refusal.values}
    else:
        data["parts"] = [*data.get("parts", ()), kept(said)]
    if holds_nip(message.caption or ""):
        await delete(message)
    await manager.show(ShowMode.EDIT)
    return True


async def take_agency(message: Message, _: MessageInput, manager: DialogManager) -> None:
    """Part of an agency's name."""
    manager.dialog_data.pop("fault", None)
    manager.dialog_data["agency"] = (message.text or "").strip()[:100]


async def still_ask(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Kirim pertanyaan]: what is known does not answer it."""
    if not await _send_to_known(event, manager):
        await manager.switch_to(AskingSG.route)


async def read_article(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Baca selengkapnya]: the whole article, and the choice again below it."""
    tools, visitor = parts(manager)
    bot: Bot = manager.middleware_data["bot"]
    article = _offered(manager)
    if article is not None:
        await show_full(event, article, visitor, tools, bot)
        manager.show_mode = ShowMode.SEND


async def already_answered(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Sudah terjawab]: nothing is sent."""
    voice = parts(manager)[1].voice
    await end(event, manager, Screen(voice.html("question-known"), ([places.go(voice, "menu", "button-open-menu")],)))


async def leave(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """[Batal]: nothing is sent."""
    voice = parts(manager)[1].voice
    rows = ([ask_button(voice)], [places.go(voice, "menu", "button-menu-back")])
    await end(event, manager, Screen(voice.html("question-not-sent"), rows))


async def to_question(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Write it anew."""
    manager.dialog_data.pop("fault", None)
    await manager.switch_to(AskingSG.question)


async def to_agency(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Somebody else."""
    manager.dialog_data.pop("fault", None)
    manager.dialog_data.pop("agency", None)
    await manager.switch_to(AskingSG.agency)


async def to_routes(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the likely ones."""
    manager.dialog_data.pop("fault", None)
    await manager.switch_to(AskingSG.route)


async def choose(event: CallbackQuery, _: Any, manager: DialogManager, item: str) -> None:
    """To this one: a batch's host, or an agency."""
    kind, number = item[0], int(item[1:])
    await _send(event, manager, **{"batch_id" if kind == "b" else "agency_id": number})


async def _send_to_known(event: Message | CallbackQuery, manager: DialogManager) -> bool:
    """Sends it where it was known from the start to whom it goes."""
    batch = manager.dialog_data.get("batch")
    if not batch:
        return False
    await _send(event, manager, batch_id=batch)
    return True


async def _send(
    event: Message | CallbackQuery, manager: DialogManager, *, batch_id: int | None = None, agency_id: int | None = None
) -> None:
    tools, visitor = parts(manager)
    said, *more = _said(manager)
    try:
        opened = await tools.helpdesk.ask(
            telegram_id=visitor.telegram_id, said=said, parts=more, agency_id=agency_id, batch_id=batch_id
        )
    except Refusal as refusal:
        if refusal.key == "consent-needed":
            await end(event, manager, own.guest(visitor.voice))
            return
        manager.dialog_data["fault"] = {"key": refusal.key, "values": refusal.values}
        # Where it was to go at once, others can be chosen now.
        manager.dialog_data["batch"] = 0
        if manager.current_context().state in {AskingSG.question, AskingSG.offer}:
            await manager.switch_to(AskingSG.route)
        return
    if isinstance(event, CallbackQuery):
        await manager.done(show_mode=ShowMode.NO_UPDATE)
        if isinstance(event.message, Message):
            await tools.stage.set_buttons(event.message, ())
    else:
        await manager.reset_stack()
    desk = await tools.desk.hours(agency_id=opened.ticket.agency.id)
    await send_about(event, opened.ticket, own.received(visitor.voice, opened.ticket, desk), tools)


def _said(manager: DialogManager) -> list[Said]:
    """The message that asks, and where it is an album its later parts."""
    data = manager.dialog_data
    return [from_kept(one) for one in (data["said"], *data.get("parts", ()))] if data.get("said") else []


def _album(manager: DialogManager, visitor: Visitor) -> str | None:
    """How many pictures or documents go along, where there are several."""
    media = [one.media for one in _said(manager) if one.media]
    return media_told(visitor.voice, media) if len(media) > 1 else None


def _fault(manager: DialogManager, visitor: Visitor) -> str | None:
    fault = manager.dialog_data.get("fault")
    return visitor.voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None


def _offered(manager: DialogManager) -> Article | None:
    tools, _ = parts(manager)
    return tools.index.library.find(manager.dialog_data.get("article") or "")


def _short(visitor: Visitor, article: Article) -> str:
    return visitor.voice.html("question-short", text=cards.short_of(visitor.voice, article))


def _lines(visitor: Visitor, routes: tuple[Route, ...]) -> list[str]:
    voice = visitor.voice
    return [
        voice.html("question-route-training", number=number, training=one.training, agency=one.agency.short_name)
        if one.training
        else voice.html("question-route", number=number, agency=one.agency.short_name)
        for number, one in enumerate(routes, 1)
    ]


def _numbers(routes: tuple[Route, ...]) -> list[tuple[str, str]]:
    return [
        (str(number), f"b{one.batch_id}" if one.batch_id else f"a{one.agency.id}")
        for number, one in enumerate(routes, 1)
    ]


def _select(name: str, items: str) -> Group:
    buttons = Select(Format("{item[0]}"), id=name, item_id_getter=itemgetter(1), items=items, on_click=choose)
    return Group(buttons, width=6)


def build() -> Dialog:
    """The four windows."""
    dialog = Dialog(
        Window(
            Format("{text}"),
            MessageInput(take_question, content_types=[ContentType.TEXT, ContentType.PHOTO, ContentType.DOCUMENT]),
            Button(Label("button-question-cancel"), id="asking_leave", on_click=leave),
            state=AskingSG.question,
            getter=get_question,
        ),
        Window(
            Format("{text}"),
            Column(
                Button(Label("button-question-send"), id="asking_send", on_click=still_ask),
                Button(Label("button-question-known"), id="asking_known", on_click=already_answered),
                Button(Label("button-full"), id="asking_read", on_click=read_article, when="has_article"),
            ),
            state=AskingSG.offer,
            getter=get_offer,
        ),
        Window(
            Format("{text}"),
            _select("asking_route", "routes"),
            Button(Label("button-question-others"), id="asking_others", on_click=to_agency, when="routes"),
            Button(Label("button-question-find"), id="asking_find", on_click=to_agency, when="no_routes"),
            Button(Label("button-question-rewrite"), id="asking_rewrite", on_click=to_question),
            Button(Label("button-question-cancel"), id="asking_leave_routes", on_click=leave),
            state=AskingSG.route,
            getter=get_routes,
        ),
        Window(
            Format("{text}"),
            MessageInput(take_agency, content_types=[ContentType.TEXT]),
            _select("asking_found", "found"),
            Button(Label("button-back"), id="asking_back", on_click=to_routes),
            state=AskingSG.agency,
            getter=get_agencies,
        ),
        on_start=begin,
    )
    dialog.callback_query.middleware(PressesInPlace())
    return dialog
