"""What the introduction shows: the getter reads, the words come from the locale, the buttons say the result."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.enums import ContentType
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, RequestContact, Row, Select, SwitchTo
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Format

from bot.dialogs.onboarding import answers, endings, saying
from bot.dialogs.onboarding.path import CORRECTING, answers_of, own_identity, tools_of
from bot.dialogs.onboarding.states import IntroductionSG
from bot.dialogs.said import Said, Typed, voice_of
from bot.words import Html

TEXT = Format("{text}")
Getter = Callable[..., Awaitable[dict[str, Any]]]


def step(name: str) -> Getter:
    """A getter: notes, the step's title, its question or what is said to the answer, and what is kept already."""

    async def get(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
        voice, correcting = voice_of(dialog_manager), bool(dialog_manager.dialog_data.get(CORRECTING))
        kept = answers_of(await own_identity(dialog_manager)).get(name)
        return {
            "text": voice.paragraphs(
                _asked(dialog_manager, name, voice.html(f"introduction-{name}")),
                voice.html("introduction-kept", value=kept) if kept else None,
            ),
            "kept": bool(kept) and not correcting,
            "correcting": correcting,
            "first": not correcting,
        }

    return get


async def get_reason(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Why the NIP is asked for."""
    return {"text": voice_of(dialog_manager).html("introduction-nip-why")}


async def get_letter(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The letters, and the whole reading for its owner to check."""
    voice, own, digits = voice_of(dialog_manager), await own_identity(dialog_manager), saying.letters(dialog_manager)
    text = voice.paragraphs(
        saying.notes(dialog_manager, voice),
        saying.faults(dialog_manager, voice),
        voice.html("introduction-nip-letter", nip=own.nip.grouped if own.nip else ""),
    )
    both = voice.plain("button-use-digits") if len(digits) > 1 else None
    return {"text": text, "use": both or voice.plain("button-use-digit", digit="".join(digits))}


async def get_agencies(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The question, or the agencies that are like what was typed, by number."""
    voice, tools = voice_of(dialog_manager), tools_of(dialog_manager)
    ids = dialog_manager.dialog_data.get("agencies") or []
    found = [agency for agency in [await tools.identity.get_agency(agency_id=one) for one in ids] if agency]
    buttons = [(str(n), agency.id) for n, agency in enumerate(found, 1)]
    if not found:
        return await step("agency")(dialog_manager) | {"agencies": buttons, "found": False}
    listed = voice.lines(*(voice.html("agency-line", n=n, name=agency.name) for n, agency in enumerate(found, 1)))
    text = voice.paragraphs(_asked(dialog_manager, "agency", voice.html("introduction-agency-found")), listed)
    return {"text": text, "agencies": buttons, "found": True}


async def get_phone(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The last question; nothing of it is kept."""
    return {"text": _asked(dialog_manager, "phone", voice_of(dialog_manager).html("introduction-phone"))}


def _asked(manager: DialogManager, name: str, question: Html) -> Html:
    voice = voice_of(manager)
    title = f"correction-{name}-title" if manager.dialog_data.get(CORRECTING) else f"introduction-{name}-title"
    return voice.paragraphs(saying.notes(manager, voice), voice.html(title), saying.faults(manager, voice) or question)


def nip() -> Window:
    """Step 1."""
    return Window(
        TEXT,
        MessageInput(answers.take_nip, content_types=[ContentType.TEXT]),
        MessageInput(answers.not_a_text),
        Button(Said("button-keep"), id="keep_nip", on_click=answers.keep, when="kept"),
        SwitchTo(Said("button-why-nip"), id="why", state=IntroductionSG.nip_reason, on_click=answers.forget),
        Button(Said("button-skip-for-now"), id="skip_nip", on_click=answers.leave, when="first"),
        Button(Said("button-back"), id="nip_back", on_click=answers.back, when="correcting"),
        state=IntroductionSG.nip,
        getter=step("nip"),
    )


def nip_reason() -> Window:
    """Why the NIP is asked for; a NIP typed here is taken too."""
    return Window(
        TEXT,
        MessageInput(answers.take_nip, content_types=[ContentType.TEXT]),
        SwitchTo(Said("button-back"), id="back_to_nip", state=IntroductionSG.nip),
        state=IntroductionSG.nip_reason,
        getter=get_reason,
    )


def nip_letter() -> Window:
    """A letter was read where a digit belongs."""
    return Window(
        TEXT,
        MessageInput(answers.take_nip, content_types=[ContentType.TEXT]),
        Button(Format("{use}"), id="use_digit", on_click=answers.keep),
        SwitchTo(Said("button-retype"), id="retype", state=IntroductionSG.nip, on_click=answers.forget),
        state=IntroductionSG.nip_letter,
        getter=get_letter,
    )


def name() -> Window:
    """Step 2."""
    return Window(
        TEXT,
        MessageInput(answers.take_name, content_types=[ContentType.TEXT]),
        MessageInput(answers.not_a_text),
        Button(Said("button-keep"), id="keep_name", on_click=answers.keep, when="kept"),
        Button(Said("button-back"), id="name_back", on_click=answers.back),
        state=IntroductionSG.name,
        getter=step("name"),
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
        MessageInput(answers.not_a_text),
        Group(choices, width=answers.CHOICES),
        Button(Said("button-not-here"), id="not_here", on_click=answers.agency_not_here, when="found"),
        Button(Said("button-back"), id="agency_back", on_click=answers.back),
        state=IntroductionSG.agency,
        getter=get_agencies,
    )


def phone() -> Window:
    """The number that makes sure; a reply keyboard, for only there Telegram has the contact button."""
    return Window(
        TEXT,
        MessageInput(answers.take_contact, content_types=[ContentType.CONTACT]),
        MessageInput(answers.take_phone_text, content_types=[ContentType.TEXT]),
        MessageInput(answers.not_a_phone),
        Column(RequestContact(Said("button-share-phone")), Typed(Said("button-skip-phone"))),
        markup_factory=ReplyKeyboardFactory(resize_keyboard=True, one_time_keyboard=True),
        state=IntroductionSG.phone,
        getter=get_phone,
    )


def outcome() -> Window:
    """Verified, or what stands in the way and who can look into it."""
    return Window(
        TEXT,
        Button(Said("button-back-to-training"), id="to_training", on_click=endings.to_training, when="training"),
        Button(Said("button-back-to-request"), id="to_request", on_click=endings.to_request, when="request"),
        Button(Said("button-find-trainings"), id="find", on_click=endings.to_trainings, when="only_verified"),
        Row(
            Button(Said("button-change-zone"), id="zone", on_click=endings.to_zone),
            Button(Said("button-open-menu"), id="menu", on_click=answers.leave),
            when="verified",
        ),
        Button(Said("button-ask-to-check"), id="request", on_click=answers.request, when="unverified"),
        Row(
            SwitchTo(Said("button-correct-data"), id="correct", state=IntroductionSG.correcting),
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
        Button(Said("button-back-to-request"), id="asked_request", on_click=endings.to_request, when="request"),
        Row(
            Button(Said("button-open-menu"), id="asked_menu", on_click=answers.leave),
            SwitchTo(
                Said("button-correct-data"), id="asked_correct", state=IntroductionSG.correcting, when="unverified"
            ),
        ),
        state=IntroductionSG.asked,
        getter=endings.get_asked,
    )


def correcting() -> Window:
    """Everything that was answered, to choose what to put right."""
    return Window(
        TEXT,
        Row(
            Button(Said("button-correct-nip"), id="correct_nip", on_click=answers.correct),
            Button(Said("button-correct-name"), id="correct_name", on_click=answers.correct),
            Button(Said("button-correct-agency"), id="correct_agency", on_click=answers.correct),
        ),
        Button(Said("button-back"), id="correcting_back", on_click=answers.keep),
        state=IntroductionSG.correcting,
        getter=endings.get_answers,
    )
