"""Somebody erases what is kept of them at the very moment at which others act on their question."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.errors import Refusal
from services.helpdesk.alarms import SoundAlarms
from services.privacy import EraseData
from storage.tables import DeliveryRow
from storage.tables.helpdesk import TicketEntryRow, TicketMessageRow, TicketRow
from tests.support.clock import Clock
from tests.support.helpdesk import DARMA, DEWI, RINA, YOHANA, Desk

pytestmark = pytest.mark.postgres


@pytest.mark.parametrize("act", ["answer", "close", "move", "take", "withdraw", "keep", "alarm", "add", "edit"])
async def test_who_erases_at_the_same_moment_leaves_nothing(desk: Desk, now: Clock, act: str) -> None:
    ticket = await desk.open()
    said = desk.said("Ya.", chat=DARMA)
    answered = await desk.answer(ticket_id=ticket, actor_telegram_id=DARMA, said=said)
    if act == "alarm":
        await desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Belum jelas"))
        now.advance(days=1)
    by: dict[str, Any] = {"ticket_id": ticket, "actor_telegram_id": RINA}
    acts: dict[str, Callable[[], Awaitable[object]]] = {
        "answer": lambda: desk.reply(ticket),
        "close": lambda: desk.close_by_team(**by),
        "move": lambda: desk.move(**by, agency_id=desk.ntt),
        "take": lambda: desk.take(**by),
        "withdraw": lambda: desk.withdraw(entry_id=answered.entry_id, actor_telegram_id=RINA),
        "keep": lambda: desk.keep(chat_id=YOHANA, message_id=5, ticket_id=ticket, entry_id=answered.entry_id),
        "alarm": SoundAlarms(database=desk.database, now=now, admin_ids=frozenset()),
        "add": lambda: desk.add(telegram_id=YOHANA, ticket_id=ticket, said=desk.said("Lagi")),
        "edit": lambda: desk.edit(
            actor_telegram_id=DARMA, said=desk.said("Tidak.", chat=DARMA, message=said.message_id)
        ),
    }
    erase = EraseData(database=desk.database, now=now)

    erased, *rest = await asyncio.gather(
        erase(telegram_id=YOHANA), *(acts[act]() for _ in range(3)), return_exceptions=True
    )

    assert not isinstance(erased, BaseException), erased
    assert [one for one in rest if isinstance(one, BaseException) and not isinstance(one, Refusal)] == []
    for row in (TicketRow, TicketEntryRow):
        assert await desk.staff.rows(row) == []
    assert await desk.staff.rows(TicketMessageRow, by="message_id") == []
    team = {await desk.staff.person_id(who) for who in (RINA, DARMA, DEWI)}
    assert {row["person_id"] for row in await desk.staff.rows(DeliveryRow)} <= team
