"""All dialogs: their widgets do not answer for one another, and every window has its words in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any, cast

import pytest
from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.entities import Context
from aiogram_dialog.utils import intent_callback_data
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Keyboard, Select

import bot.dialogs
from bot.app import App
from bot.loading import load_into
from bot.visitor import Visitor
from services.identity import CheckKind
from tests.journeys.conftest import DEWI, EXAMPLES, YOHANA, settings_for
from tests.support import shared
from tests.support.clock import Clock

MODULES = [
    module
    for name in sorted(info.name for info in pkgutil.iter_modules(bot.dialogs.__path__))
    if hasattr(module := importlib.import_module(f"bot.dialogs.{name}"), "build")
]
DIALOGS: list[Dialog] = [module.build() for module in MODULES]
LANGUAGES = ("id", "en")
CALLBACK_BYTES, BUTTON_LENGTH, MOST_LINES = 64, 22, 8
LONGEST_INTENT, LARGEST_ID = "x" * 6, str(2**31 - 1)
each_dialog = pytest.mark.parametrize("dialog", DIALOGS, ids=Dialog.states_group_name)


@dataclass
class Standing:
    """A dialog manager that stands in one window, without a chat around it."""

    middleware_data: dict[str, Any]
    context: Context
    event: None = None
    is_preview: Any = field(default=lambda: False)

    @property
    def dialog_data(self) -> dict[str, Any]:
        return self.context.dialog_data

    @property
    def start_data(self) -> Any:
        return self.context.start_data

    def current_context(self) -> Context:
        return self.context


def windows_of(dialog: Dialog) -> list[Window]:
    return [cast(Window, window) for window in dialog.windows.values()]


def widgets_in(keyboard: Keyboard | None) -> Iterator[Keyboard]:
    """A keyboard and all that it holds, hidden or not."""
    if keyboard is not None:
        yield keyboard
        for inner in getattr(keyboard, "buttons", ()):
            yield from widgets_in(inner)


def ids_in(dialog: Dialog) -> list[str]:
    return [
        widget.widget_id for window in windows_of(dialog) for widget in widgets_in(window.keyboard) if widget.widget_id
    ]


def test_there_are_dialogs_to_look_at() -> None:
    assert {"IntroductionSG", "RejectionSG", "FindTraining"} <= {dialog.states_group_name() for dialog in DIALOGS}
    assert "use_digit" in ids_in(next(d for d in DIALOGS if d.states_group_name() == "IntroductionSG"))


@each_dialog
def test_no_two_widgets_of_a_dialog_share_an_id(dialog: Dialog) -> None:
    doubled = [name for name, times in Counter(ids_in(dialog)).items() if times > 1]

    assert doubled == []


@each_dialog
def test_every_step_has_a_window(dialog: Dialog) -> None:
    assert set(dialog.windows) == set(dialog.states_group().__all_states__)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
async def test_a_dialog_says_which_of_its_steps_take_text(module: Any) -> None:
    dialog: Dialog = module.build()

    listening = {state for state, window in dialog.windows.items() if await takes_text(cast(Window, window))}

    assert listening == module.TAKES_TEXT


async def takes_text(window: Window) -> bool:
    """Whether a window's input is for texts, perhaps among others."""
    if window.on_message is None:
        return False
    text = SimpleNamespace(content_type=ContentType.TEXT)
    return all([await each.call(text) for each in cast(MessageInput, window.on_message).filters])


@each_dialog
def test_what_a_button_carries_fits(dialog: Dialog) -> None:
    longest = {
        widget.widget_id: f"{widget.widget_id}:{LARGEST_ID}" if isinstance(widget, Select) else widget.widget_id
        for window in windows_of(dialog)
        for widget in widgets_in(window.keyboard)
        if widget.widget_id
    }

    sizes = {name: len(str(intent_callback_data(LONGEST_INTENT, data)).encode()) for name, data in longest.items()}

    assert {name: size for name, size in sizes.items() if size > CALLBACK_BYTES} == {}


@pytest.fixture
async def app(database_url: str, now: Clock) -> AsyncIterator[App]:
    """The bot at rest; Yohana has answered everything and asked BPSDM NTT for a check."""
    settings = settings_for("http://127.0.0.1:9", database_url)
    await load_into(settings, EXAMPLES, now=now)
    async with shared.opened_app(settings, now) as app:
        identity = app.tools.identity
        await app.tools.people.consent(telegram_id=YOHANA, language="id", version="1")
        await identity.enter_nip(telegram_id=YOHANA, text="199003152015032014")
        await identity.enter_name(telegram_id=YOHANA, text="Yohana Contoh")
        agency = (await identity.find_agencies(text="dinas pangan provinsi ntt", limit=1))[0]
        await identity.choose_agency(telegram_id=YOHANA, agency_id=agency.id)
        await identity.request(telegram_id=YOHANA, reason="phone-skipped")
        yield app


async def visitor(app: App, telegram_id: int, language: str) -> Visitor:
    person = await app.tools.people.find(telegram_id=telegram_id)
    return Visitor(telegram_id, person, app.tools.words.voice(language, person.effective_zone if person else None))


async def rendered(
    app: App, dialog: Dialog, state: State, who: Visitor, said: dict[str, Any], start: dict[str, Any]
) -> tuple[str, list[str]]:
    """A window's text and what stands on its buttons; what they carry is measured on the way."""
    start = {"batch": 1, "field": "place"} | start
    manager = Standing({}, Context(LONGEST_INTENT, "", state, start, said))
    manager.middleware_data |= {
        "voice": who.voice,
        "visitor": who,
        "tools": app.tools,
        "dialog_manager": manager,
    }
    given, window = cast(DialogManager, manager), cast(Window, dialog.windows[state])
    data = {"start_data": start, "dialog_data": said} | await window.getter(**manager.middleware_data)
    keyboard = await window.render_kbd(data, given)
    assert isinstance(keyboard, InlineKeyboardMarkup | ReplyKeyboardMarkup)
    rows = keyboard.inline_keyboard if isinstance(keyboard, InlineKeyboardMarkup) else keyboard.keyboard
    buttons = [button for row in rows for button in row]
    for button in buttons:
        if isinstance(button, InlineKeyboardButton):
            carried = intent_callback_data(LONGEST_INTENT, button.callback_data)
            assert carried is not None
            assert len(carried.encode()) <= CALLBACK_BYTES
    return await window.render_text(data, given), [button.text for button in buttons]


ANSWERS: list[Any] = [
    pytest.param({}, id="nothing said"),
    pytest.param(
        {
            "said": [
                ["nip-letter", {"position": 10, "letter": "O", "digit": "0"}],
                ["nip-birth-date", {"read": "31", "month": 2, "year": 1990, "last": 28}],
            ],
            "agencies": [1, 2, 3, 4, 5],
            "correcting": True,
        },
        id="faults, choices, correcting",
    ),
]


BEGUN: dict[str, dict[str, Any]] = {
    "RewordingSG": {"broadcast": 1, "language": "id", "longest": 3850, "count": 1204},
    "DraftingSG": {"field": "programme", "walk": True, "agency": 1},
    "WishingSG": {"topic": "analisis kebijakan"},
    "AskingSG": {"said": {"html": "Ada penginapan?", "media": None, "chat": 1, "message": 2}, "agency": "bpsdm"},
    "UploadSG": {"text": "187 baru, 12 berubah.", "good": 199, "faults": 3},
}
"""What a dialog always begins with."""
STARTED: dict[str, Any] = {
    "request": 1,
    "enrolment": 1,
    "role": "organizer",
    "name": "Yohana Contoh",
    "table": "roster",
    "part": "answer",
    "broadcast": 1,
    "field": "agencies",
    "faq": 1,
    "ticket": 217,
    "reopened": True,
}
"""What dialogs of one question are started with."""


@pytest.mark.one_database
@pytest.mark.parametrize("said", ANSWERS)
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_window_has_words_and_short_buttons(app: App, language: str, said: dict[str, Any]) -> None:
    who = {"RejectionSG": DEWI, "DraftingSG": DEWI}
    seen = 0

    for dialog in DIALOGS:
        visiting = await visitor(app, who.get(dialog.states_group_name(), YOHANA), language)
        for state in dialog.windows:
            if said.get("correcting") and state.state and state.state.endswith(":phone"):
                continue  # no correction leads there
            begun = said | BEGUN.get(dialog.states_group_name(), {})
            text, labels = await rendered(app, dialog, state, visiting, begun, STARTED)
            seen += 1
            lines = [line for line in text.splitlines() if line]
            assert 1 <= len(lines) <= MOST_LINES, text
            assert labels, state
            assert [label for label in labels if not 0 < len(label) <= BUTTON_LENGTH] == []

    assert seen >= len(DIALOGS)


@pytest.mark.parametrize("kind", sorted({*CheckKind, "phone-skipped"} - {"verified", "incomplete", "phone-wanted"}))
@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_ending_of_the_introduction_has_its_sentence(app: App, language: str, kind: str) -> None:
    dialog = next(dialog for dialog in DIALOGS if dialog.states_group_name() == "IntroductionSG")
    outcome = next(state for state in dialog.windows if state.state == "IntroductionSG:outcome")
    yohana = await visitor(app, YOHANA, language)

    text, labels = await rendered(app, dialog, outcome, yohana, {"kind": kind}, {})

    first, typed, _ = text.split("\n\n")
    assert len(first) > 20
    assert typed == "Yohana Contoh · 19900315 201503 2 014 · Dinas Pangan Provinsi NTT"
    assert len(labels) == 3
