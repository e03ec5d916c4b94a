"""What the introduction shows: the getter reads, the words come from the locale, the buttons say the result."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, RequestContact, Row, Select, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Format

from bot.dialogs.onboarding import answers, endings
from bot.dialogs.onboarding.path import tools_of
from bot.dialogs.onboarding.states import IntroductionSG
from bot.dialogs.said import Said, Typed, voice_of
from bot.words import Html, Voice

TEXT = Format("{text}")


def sentences(manager: DialogManager, voice: Voice) -> Html:
    """What is said above a question: faults and refusals, a line each."""
    said = manager.dialog_data.get(answers.ON_TOP, [])
    return voice.lines(*(voice.html(key, **_telling(values)) for key, values in said))


def _telling(values: dict[str, Any]) -> dict[str, Any]:
    # Years and positions are no amounts: without this a year would read 2.051.
    return {name: str(value) if isinstance(value, int) else value for name, value in values.items()}


def question(key: str) -> Any:
    """A getter: the sentences on top, then the question of a step."""

    async def get(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        voice = voice_of(dialog_manager)
        return {"text": voice.paragraphs(sentences(dialog_manager, voice), voice.html(key))}

    return get


async def get_agencies(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question, or the agencies that are like what was typed, by number."""
    voice, tools = voice_of(dialog_manager), tools_of(dialog_manager)
    ids = dialog_manager.dialog_data.get("agencies") or []
    found = [agency for agency in [await tools.identity.get_agency(agency_id=one) for one in ids] if agency]
    listed = voice.lines(*(voice.html("agency-line", n=n, name=a.name) for n, a in enumerate(found, 1)))
    text = voice.paragraphs(sentences(dialog_manager, voice), voice.html("introduction-agency"), listed)
    return {"text": text, "agencies": [(str(n), a.id) for n, a in enumerate(found, 1)], "found": bool(found)}


def nip() -> Window:
    """Step 1."""
    return Window(
        TEXT,
        MessageInput(answers.take_nip, content_types=[ContentType.TEXT]),
        MessageInput(answers.other_kind),
        SwitchTo(Said("button-why-nip"), id="why", state=IntroductionSG.nip_reason, on_click=answers.forget),
        Button(Said("button-skip-for-now"), id="skip_nip", on_click=answers.leave),
        state=IntroductionSG.nip,
        getter=question("introduction-nip"),
    )


def nip_reason() -> Window:
    """Why the NIP is asked for."""
    return Window(
        TEXT,
        SwitchTo(Said("button-back"), id="back_to_nip", state=IntroductionSG.nip),
        state=IntroductionSG.nip_reason,
        getter=question("introduction-nip-why"),
    )


def nip_letter() -> Window:
    """A letter was read where a digit belongs."""
    return Window(
        TEXT,
        Button(Said("button-use-digit"), id="use_digit", on_click=answers.accept_letter_fix),
        SwitchTo(Said("button-retype"), id="retype", state=IntroductionSG.nip, on_click=answers.forget),
        state=IntroductionSG.nip_letter,
        getter=question("introduction-nip-letter"),
    )


def name() -> Window:
    """Step 2."""
    return Window(
        TEXT,
        MessageInput(answers.take_name, content_types=[ContentType.TEXT]),
        MessageInput(answers.other_kind),
        SwitchTo(Said("button-back"), id="name_back", state=IntroductionSG.nip, on_click=answers.forget),
        state=IntroductionSG.name,
        getter=question("introduction-name"),
    )


def agency() -> Window:
    """Step 3."""
    choices = Select(
        Format("{item[0]}"),
        id="agency",
        item_id_getter=lambda item: item[1],
        items="agencies",
        on_click=answers.choose_agency,
    )
    return Window(
        TEXT,
        MessageInput(answers.take_agency, content_types=[ContentType.TEXT]),
        MessageInput(answers.other_kind),
        Group(choices, width=answers.CHOICES),
        Button(Said("button-not-here"), id="not_here", on_click=answers.agency_not_here, when="found"),
        SwitchTo(Said("button-back"), id="agency_back", state=IntroductionSG.name, on_click=answers.forget),
        state=IntroductionSG.agency,
        getter=get_agencies,
    )


def phone() -> Window:
    """The number that makes sure; a reply keyboard, for only there Telegram has the contact button."""
    return Window(
        TEXT,
        MessageInput(answers.take_contact, content_types=[ContentType.CONTACT]),
        MessageInput(answers.take_phone_text, content_types=[ContentType.TEXT]),
        MessageInput(answers.other_kind),
        Column(RequestContact(Said("button-share-phone")), Typed(Said("button-skip-phone"))),
        markup_factory=ReplyKeyboardFactory(resize_keyboard=True, one_time_keyboard=True),
        state=IntroductionSG.phone,
        getter=question("introduction-phone"),
    )


def outcome() -> Window:
    """Verified, or what stands in the way and who can look into it."""
    return Window(
        TEXT,
        Button(Said("button-back-to-training"), id="to_training", on_click=endings.to_training, when="training"),
        Button(Said("button-find-trainings"), id="find", on_click=endings.to_trainings, when="only_verified"),
        Row(
            Button(Said("button-change-zone"), id="zone", on_click=endings.to_zone),
            Button(Said("button-open-menu"), id="menu", on_click=answers.leave),
            when="verified",
        ),
        Button(Said("button-ask-to-check"), id="request", on_click=answers.request, when="unverified"),
        Row(
            Button(Said("button-correct-data"), id="correct", on_click=answers.correct),
            Button(Said("button-not-now"), id="later", on_click=answers.leave),
            when="unverified",
        ),
        state=IntroductionSG.outcome,
        getter=endings.get_outcome,
    )


def asked() -> Window:
    """The request is with the organizers."""
    return Window(
        TEXT,
        Button(Said("button-back-to-training"), id="asked_training", on_click=endings.to_training, when="training"),
        Row(
            Button(Said("button-open-menu"), id="asked_menu", on_click=answers.leave),
            Button(Said("button-correct-data"), id="asked_correct", on_click=answers.correct),
        ),
        state=IntroductionSG.asked,
        getter=endings.get_asked,
    )
