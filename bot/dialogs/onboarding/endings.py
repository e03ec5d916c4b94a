"""How the introduction ends, and where one goes from there."""

from __future__ import annotations

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from bot.browse.opening import card_screen, list_screen
from bot.callbacks import Browse, Card
from bot.dialogs.onboarding.path import answers_of, kind_of, own_identity, start_data_of, tools_of, visitor_of
from bot.dialogs.said import voice_of
from bot.opening import open_place
from bot.recommendation.opening import asked_screen
from bot.words import Html
from services.catalogue import batch_of_payload
from services.identity import OwnIdentity
from services.invitations import token_of_payload

VERIFIED = "verified"


async def get_outcome(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Read anew: an organizer may have decided since this window was first shown."""
    own = await own_identity(dialog_manager)
    verified = own.identity == VERIFIED
    training = verified and _batch(dialog_manager) is not None
    request = verified and _token(dialog_manager) is not None
    return {
        "text": _verified(dialog_manager, own) if verified else _unverified(dialog_manager, own),
        "verified": verified,
        "unverified": not verified,
        "training": training,
        "request": request,
        "only_verified": verified and not training and not request,
    }


async def get_asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who was asked, and when; or how it ended meanwhile."""
    voice, own = voice_of(dialog_manager), await own_identity(dialog_manager)
    verified = own.identity == VERIFIED
    if own.request is not None:
        agency, at = own.request.agency.short_name, voice.moment(own.request.at)
        text = voice.html("introduction-asked", agency=agency, moment=at)
    else:
        text = _verified(dialog_manager, own) if verified else voice.html("introduction-request-closed")
    training, request = _batch(dialog_manager) is not None, verified and _token(dialog_manager) is not None
    return {"text": text, "training": training, "request": request, "unverified": not verified}


async def get_answers(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Everything that was answered, each on a line."""
    voice, own = voice_of(dialog_manager), await own_identity(dialog_manager)
    answers = answers_of(own)
    listed = voice.lines(*(voice.html(f"correcting-{key}", value=value) for key, value in answers.items()))
    return {"text": voice.paragraphs(voice.html("correcting"), listed)}


async def to_training(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the training one came for."""
    batch, visitor, tools = _batch(manager), visitor_of(manager), tools_of(manager)
    if batch is None:
        await to_trainings(event, _, manager)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    username = (await event.bot.me()).username if event.bot else None
    await tools.stage.show(event, await card_screen(Card(batch=batch), visitor, tools, username or ""))


async def to_request(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to what a colleague asked of one."""
    token, visitor, tools = _token(manager), visitor_of(manager), tools_of(manager)
    if token is None:
        await to_trainings(event, _, manager)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await tools.stage.show(event, await asked_screen(token, visitor, tools))


async def to_trainings(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """To the list of trainings."""
    visitor, tools = visitor_of(manager), tools_of(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await tools.stage.show(event, await list_screen(Browse(), visitor, tools))


async def to_zone(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """To the choice of a time zone."""
    visitor, tools = visitor_of(manager), tools_of(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    await open_place(event, "zone", visitor, tools)


def _verified(manager: DialogManager, own: OwnIdentity) -> Html:
    voice = voice_of(manager)
    zone = own.agency.zone if own.agency and not voice.zone_is_own else voice.zone
    agency = own.agency.name if own.agency else ""
    return voice.paragraphs(
        voice.html("introduction-verified", name=own.name or "", agency=agency),
        voice.html("introduction-zone", zone=zone),
    )


def _unverified(manager: DialogManager, own: OwnIdentity) -> Html:
    voice = voice_of(manager)
    province = own.agency.province or own.agency.short_name if own.agency else ""
    typed = answers_of(own)
    return voice.paragraphs(
        voice.html(f"introduction-{kind_of(manager)}", province=province),
        voice.html(
            "introduction-typed", typed=" · ".join(typed[key] for key in ("name", "nip", "agency") if key in typed)
        ),
        voice.html("introduction-meanwhile"),
    )


def _batch(manager: DialogManager) -> int | None:
    return batch_of_payload(start_data_of(manager).get("return_to") or "")


def _token(manager: DialogManager) -> str | None:
    return token_of_payload(start_data_of(manager).get("return_to") or "")
