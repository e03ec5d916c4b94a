"""The way through the introduction: which step comes next, and how it ended."""

from __future__ import annotations

from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs.onboarding.states import IntroductionSG
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.identity import CheckKind, OwnIdentity

STEP_OF = {"nip": IntroductionSG.nip, "name": IntroductionSG.name, "agency": IntroductionSG.agency}


def tools_of(manager: DialogManager) -> Tools:
    """All use cases."""
    tools: Tools = manager.middleware_data["tools"]
    return tools


def visitor_of(manager: DialogManager) -> Visitor:
    """Who is being introduced."""
    visitor: Visitor = manager.middleware_data["visitor"]
    return visitor


async def start_onboarding(manager: DialogManager, *, return_to: str | None) -> None:
    """Begin at the first step that is missing. `return_to` is the payload of the link one came by."""
    own = await tools_of(manager).identity.own(telegram_id=visitor_of(manager).telegram_id)
    data: dict[str, Any] = {"return_to": return_to}
    if own is not None and own.request is not None:
        await manager.start(IntroductionSG.asked, data=data, mode=StartMode.RESET_STACK)
        return
    missing = first_missing(own)
    if missing is not None:
        await manager.start(missing, data=data, mode=StartMode.RESET_STACK)
        return
    await manager.start(IntroductionSG.outcome, data=data, mode=StartMode.RESET_STACK)
    await go_on(manager)


def first_missing(own: OwnIdentity | None) -> State | None:
    """The first step without an answer."""
    if own is None or own.nip is None:
        return IntroductionSG.nip
    if own.name is None:
        return IntroductionSG.name
    return IntroductionSG.agency if own.agency is None else None


async def go_on(manager: DialogManager, *, phone: str | None = None, phone_is_own: bool = False) -> None:
    """Compare with the staff list: ask for what is missing, for the phone, or tell how it ended."""
    check = await tools_of(manager).identity.check(
        telegram_id=visitor_of(manager).telegram_id, phone=phone, phone_is_own=phone_is_own
    )
    if check.kind is CheckKind.INCOMPLETE:
        await manager.switch_to(STEP_OF[check.missing or "nip"])
    elif check.kind is CheckKind.PHONE_WANTED:
        await manager.switch_to(IntroductionSG.phone)
    else:
        await end_with(manager, str(check.kind))


async def end_with(manager: DialogManager, kind: str) -> None:
    """Show how it ended; the kind is also the reason given to an organizer."""
    manager.dialog_data["kind"] = kind
    await manager.switch_to(IntroductionSG.outcome)
