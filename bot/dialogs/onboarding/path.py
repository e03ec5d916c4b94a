"""The way through the introduction: which step comes next, and how it ended."""

from __future__ import annotations

from typing import Any, cast

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, StartMode

from bot.dialogs.onboarding.states import IntroductionSG
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.identity import CheckKind, OwnIdentity

STEP_OF = {"nip": IntroductionSG.nip, "name": IntroductionSG.name, "agency": IntroductionSG.agency}
NOBODY = OwnIdentity(nip=None, name=None, agency=None, identity="unknown", request=None)
KIND = "kind"
"""How the last comparison ended; also the reason given to an organizer."""
CORRECTING = "correcting"
"""One answer is being put right: the way back leads to the choice of what to correct."""


def tools_of(manager: DialogManager) -> Tools:
    """All use cases."""
    tools: Tools = manager.middleware_data["tools"]
    return tools


def visitor_of(manager: DialogManager) -> Visitor:
    """Who is being introduced."""
    visitor: Visitor = manager.middleware_data["visitor"]
    return visitor


async def own_identity(manager: DialogManager) -> OwnIdentity:
    """What this person has answered so far."""
    return await tools_of(manager).identity.own(telegram_id=visitor_of(manager).telegram_id) or NOBODY


def answers_of(own: OwnIdentity) -> dict[str, str]:
    """What was answered, by step, as its owner may see it."""
    answers = {"nip": own.nip and own.nip.grouped, "name": own.name, "agency": own.agency and own.agency.name}
    return {step: str(answer) for step, answer in answers.items() if answer}


def start_data_of(manager: DialogManager) -> dict[str, Any]:
    """What the dialog was started with."""
    return cast(dict[str, Any], manager.start_data or {})


def kind_of(manager: DialogManager) -> str:
    """How the last comparison ended."""
    return str(manager.dialog_data.get(KIND) or start_data_of(manager).get(KIND) or CheckKind.NOT_FOUND)


async def start_onboarding(manager: DialogManager, *, return_to: str | None) -> None:
    """Begin at the first step that is missing. `return_to` is the payload of the link one came by."""
    state, kind = await _next(manager)
    await manager.start(state, data={"return_to": return_to, KIND: str(kind)}, mode=StartMode.RESET_STACK)


async def go_on(manager: DialogManager, *, phone: str | None = None, phone_is_own: bool = False) -> None:
    """Compare with the staff list: ask for what is missing, for the phone, or tell how it ended."""
    state, kind = await _next(manager, phone=phone, phone_is_own=phone_is_own)
    manager.dialog_data[KIND] = str(kind)
    manager.dialog_data.pop(CORRECTING, None)
    await manager.switch_to(state)


async def end_with(manager: DialogManager, kind: str) -> None:
    """Show how it ended."""
    manager.dialog_data[KIND] = kind
    await manager.switch_to(IntroductionSG.outcome)


async def _next(
    manager: DialogManager, *, phone: str | None = None, phone_is_own: bool = False
) -> tuple[State, CheckKind]:
    """The step that follows from what is known now. A request that is still open is shown as it stands."""
    check = await tools_of(manager).identity.check(
        telegram_id=visitor_of(manager).telegram_id, phone=phone, phone_is_own=phone_is_own
    )
    if check.kind is CheckKind.INCOMPLETE:
        return STEP_OF[check.missing or "nip"], check.kind
    if check.kind is CheckKind.VERIFIED:
        return IntroductionSG.outcome, check.kind
    if (await own_identity(manager)).request is not None:
        return IntroductionSG.asked, check.kind
    return IntroductionSG.phone if check.kind is CheckKind.PHONE_WANTED else IntroductionSG.outcome, check.kind
