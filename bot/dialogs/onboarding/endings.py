"""How the introduction ends, and where one goes from there."""

from __future__ import annotations

from typing import Any, cast

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button

from bot.browse.opening import card_screen, list_screen
from bot.callbacks import Browse, Card
from bot.dialogs.onboarding.path import tools_of, visitor_of
from bot.dialogs.said import voice_of
from bot.opening import open_place
from services.catalogue import batch_of_payload
from services.identity import CheckKind, OwnIdentity


async def get_outcome(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Read anew: an organizer may have decided since this window was first shown."""
    own = await _own(dialog_manager)
    verified = own.identity == "verified"
    kind = CheckKind.VERIFIED if verified else dialog_manager.dialog_data.get("kind", CheckKind.NOT_FOUND)
    training = verified and _batch(dialog_manager) is not None
    return {
        "text": _verified(dialog_manager, own) if verified else await _unverified(dialog_manager, own, kind),
        "verified": verified,
        "unverified": not verified,
        "training": training,
        "only_verified": verified and not training,
    }


async def get_asked(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Who was asked, and when; or how it ended meanwhile."""
    voice, own = voice_of(dialog_manager), await _own(dialog_manager)
    if own.request is None:
        text = voice.html("introduction-request-closed")
    else:
        agency, at = own.request.agency.short_name, voice.moment(own.request.at)
        text = voice.html("introduction-asked", agency=agency, moment=at)
    return {"text": text, "training": _batch(dialog_manager) is not None}


async def to_training(event: CallbackQuery, _: Button, manager: DialogManager) -> None:
    """Back to the training one came for."""
    batch, visitor, tools = _batch(manager), visitor_of(manager), tools_of(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    assert batch is not None
    username = (await event.bot.me()).username if event.bot else None
    await tools.stage.show(event, await card_screen(Card(batch=batch), visitor, tools, username or ""))


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


async def _own(manager: DialogManager) -> OwnIdentity:
    own = await tools_of(manager).identity.own(telegram_id=visitor_of(manager).telegram_id)
    return own or OwnIdentity(nip=None, name=None, agency=None, identity="unknown", request=None)


def _verified(manager: DialogManager, own: OwnIdentity) -> str:
    voice = voice_of(manager)
    zone = own.agency.zone if own.agency and not voice.zone_is_own else voice.zone
    agency = own.agency.name if own.agency else ""
    return voice.paragraphs(
        voice.html("introduction-verified", name=own.name or "", agency=agency),
        voice.html("introduction-zone", zone=zone),
    )


async def _unverified(manager: DialogManager, own: OwnIdentity, kind: str) -> str:
    voice = voice_of(manager)
    province = own.agency.province or own.agency.short_name if own.agency else ""
    typed = " · ".join(part for part in (own.name, own.nip and own.nip.grouped, own.agency and own.agency.name) if part)
    return voice.paragraphs(
        voice.html(f"introduction-{kind}", province=province),
        voice.html("introduction-typed", typed=typed),
        voice.html("introduction-meanwhile"),
    )


def _batch(manager: DialogManager) -> int | None:
    data = cast(dict[str, Any], manager.start_data or {})
    return batch_of_payload(data.get("return_to") or "")
