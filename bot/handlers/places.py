"""The fixed screens: commands, the menu's buttons, language, zone, consent."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot import places
from bot.callbacks import Agree, Go, Place, SetLanguageTo, SetZoneTo
from bot.dialogs.onboarding import start_onboarding
from bot.opening import open_place
from bot.toolbox import Tools
from bot.visitor import GUEST_LANGUAGE, Visitor
from services.catalogue import batch_of_payload
from services.errors import Refusal

COMMANDS: dict[str, Place] = {
    "menu": "menu",
    "bantuan": "help",
    "pengaturan": "settings",
    "bahasa": "language",
    "privasi": "privacy",
}
CONSENT_VERSION = "2026-11"
RETURN_TO = "return_to"
"""Where a newcomer came from (a deep link's payload), kept in the conversation until the introduction is over."""


async def by_command(message: Message, command: CommandObject, visitor: Visitor, tools: Tools) -> None:
    """A command that opens a place; it may stand under a picture."""
    await open_place(message, COMMANDS[command.command.lower()], visitor, tools)


async def by_button(event: CallbackQuery, callback_data: Go, visitor: Visitor, tools: Tools) -> None:
    """A button that opens a place."""
    await open_place(event, callback_data.place, visitor, tools)


async def consent_by_button(event: CallbackQuery, visitor: Visitor, tools: Tools, state: FSMContext) -> None:
    """The consent, with the training one came for named in its last line."""
    title = await _title_to_return_to(tools, state)
    await tools.stage.show(event, places.consent(visitor.voice, title))


async def agree(
    event: CallbackQuery,
    callback_data: Agree,
    visitor: Visitor,
    tools: Tools,
    state: FSMContext,
    dialog_manager: DialogManager,
) -> None:
    """Consent given: from here on a record is kept, and the introduction begins."""
    if not callback_data.yes:
        await tools.stage.show(event, places.not_agreed(visitor.voice))
        return
    await tools.people.consent(
        telegram_id=visitor.telegram_id, language=visitor.voice.language, version=CONSENT_VERSION
    )
    payload = (await state.get_data()).get(RETURN_TO)
    await start_onboarding(dialog_manager, return_to=payload)


async def introduce(
    event: CallbackQuery, visitor: Visitor, tools: Tools, state: FSMContext, dialog_manager: DialogManager
) -> None:
    """The introduction, from where it was left; consent comes first."""
    if not visitor.has_agreed:
        await tools.stage.show(event, places.consent(visitor.voice))
        return
    await start_onboarding(dialog_manager, return_to=(await state.get_data()).get(RETURN_TO))


async def set_language(
    event: CallbackQuery, callback_data: SetLanguageTo, visitor: Visitor, tools: Tools, state: FSMContext
) -> None:
    """Keep the language: with the person, or for a guest in the conversation only."""
    person = await tools.people.set_language(telegram_id=visitor.telegram_id, language=callback_data.language)
    if person is None:
        await state.update_data({GUEST_LANGUAGE: callback_data.language})
    voice = tools.words.voice(callback_data.language, visitor.voice.zone if visitor.voice.zone_is_own else None)
    screens = {"start": places.hello, "consent": places.consent, "language": places.language}
    await event.answer(voice.plain("language-kept"))
    await tools.stage.show(event, screens[callback_data.then](voice))


async def set_zone(event: CallbackQuery, callback_data: SetZoneTo, visitor: Visitor, tools: Tools) -> None:
    """Keep the zone in which moments are shown."""
    person = await tools.people.set_zone(telegram_id=visitor.telegram_id, zone=callback_data.zone or None)
    zone = person.effective_zone if person else None
    changed = Visitor(visitor.telegram_id, person, tools.words.voice(visitor.voice.language, zone))
    await event.answer(changed.voice.plain("zone-kept", zone=changed.voice.zone))
    await tools.stage.show(event, places.zone(changed))


async def _title_to_return_to(tools: Tools, state: FSMContext) -> str | None:
    batch_id = batch_of_payload((await state.get_data()).get(RETURN_TO, ""))
    try:
        return (await tools.catalogue.card(batch_id=batch_id)).title if batch_id else None
    except Refusal:  # gone meanwhile: then there is nothing to come back to
        return None


def setup() -> Router:
    """Commands first, then buttons with a meaning of their own, then plain places."""
    router = Router(name=__name__)
    router.message.register(by_command, Command(*COMMANDS, ignore_case=True))
    router.callback_query.register(agree, Agree.filter())
    router.callback_query.register(set_language, SetLanguageTo.filter())
    router.callback_query.register(set_zone, SetZoneTo.filter())
    router.callback_query.register(consent_by_button, Go.filter(F.place == "consent"))
    router.callback_query.register(introduce, Go.filter(F.place == "onboarding"))
    router.callback_query.register(by_button, Go.filter())
    return router
