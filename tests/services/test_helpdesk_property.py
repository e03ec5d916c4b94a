"""Whatever a team and an asker do: each answer reaches one person once, or is listed as not delivered."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.errors import Refusal
from services.helpdesk.copies import GetAnswerCopy, KeepCopy
from services.outbox import ClaimDeliveries, RecordResults, Result, Rule, Verdict
from services.outbox.rules import Policy
from storage.database import Database
from storage.repositories.ticket_entries import Side
from storage.tables.helpdesk import TicketEntryRow, TicketMessageRow, TicketRow
from tests.support.clock import Clock
from tests.support.databases import sqlite_copy
from tests.support.helpdesk import BAGUS, DARMA, RINA, YOHANA, Desk

KINDS = ("ticket-answer", "ticket-edit", "ticket-withdrawn", "ticket-closed", "ticket-moved")
LISTED = {"queued", "sending", "failed", "unknown"}
ACTS = st.sampled_from(
    ["ask", "answer", "answer", "again", "note", "edit", "withdraw", "close", "reopen", "send", "send"]
)
VERDICTS = [verdict for verdict in Verdict if verdict is not Verdict.SKIPPED]
STEPS = st.lists(st.tuples(ACTS, st.integers(0, 5), st.sampled_from(VERDICTS)), min_size=4, max_size=14)


class Talk:
    """A helpdesk, and a worker whose sends end as the test says."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.desk, self.now, self.database = Desk(database, now), now, database
        rules = {kind: Rule(Policy.AT_LEAST_ONCE, urgent=True, after=KeepCopy(now=now)) for kind in KINDS}
        self.claim = ClaimDeliveries(database=database, now=now, rules=rules)
        self.record = RecordResults(database=database, now=now, rules=rules)
        self.copy = GetAnswerCopy(database=database)
        self.tickets: list[int] = []
        self.answers: list[tuple[int, int]] = []
        """Entry and message of each answer."""
        self.arrived: dict[int, list[int]] = {}
        """Who got each answer."""
        self._sent = 0

    async def act(self, act: str, which: int, verdict: Verdict) -> None:
        """One step; what is refused changes nothing."""
        self.now.advance(minutes=11)
        try:
            await self._act(act, which, verdict)
        except Refusal:
            return

    async def _act(self, act: str, which: int, verdict: Verdict) -> None:
        desk, ticket = self.desk, self.tickets[which % len(self.tickets)] if self.tickets else 0
        message = 7000 + which
        match act:
            case "ask":
                self.tickets.append(await desk.open(f"Soal {which}", asker=YOHANA if which % 2 else BAGUS))
            case "answer":
                message = 5000 + len(self.answers)
                done = await desk.reply(ticket, f"Jawaban {message}", message=message)
                self.answers.append((done.entry_id, message))
            case "note":
                await desk.reply(ticket, "// catatan")
            case "close":
                await desk.close_by_team(ticket_id=ticket, actor_telegram_id=DARMA)
            case "reopen" if ticket:
                view = await desk.look(ticket_id=ticket, actor_telegram_id=RINA)
                await desk.reopen(telegram_id=view.ticket.telegram_id, ticket_id=ticket)
            case "send":
                await self.send(verdict)
            case _ if self.answers:
                entry, message = self.answers[which % len(self.answers)]
                if act == "withdraw":
                    await desk.withdraw(entry_id=entry, actor_telegram_id=DARMA)
                elif act == "edit":
                    await desk.edit(actor_telegram_id=RINA, said=desk.said(f"Lain {which}", chat=RINA, message=message))
                else:
                    await desk.reply(ticket, "diulang", message=message)

    async def send(self, verdict: Verdict) -> None:
        """What the worker does with what is due."""
        results = []
        for owed in await self.claim(limit=10):
            self._sent += 1
            entry = owed.payload.get("entry")
            copy = await self.copy(entry_id=entry, telegram_id=owed.telegram_id) if entry else None
            number: int | None = self._sent
            if owed.kind == "ticket-answer":
                if copy is None or copy.entry.withdrawn_at is not None:
                    results.append(Result(owed, Verdict.SKIPPED))
                    continue
                if verdict is Verdict.SENT:
                    self.arrived.setdefault(copy.entry.id, []).append(owed.telegram_id)
            results.append(Result(owed, verdict, message_id=number if verdict is Verdict.SENT else None))
        await self.record(results)


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_every_answer_reaches_one_person_once_or_is_listed(
    steps: list[tuple[str, int, Verdict]], sqlite_template: Path, tmp_path_factory: Any
) -> None:
    asyncio.run(hold(steps, sqlite_copy(sqlite_template, tmp_path_factory.mktemp("talk"))))


async def hold(steps: list[tuple[str, int, Verdict]], url: str) -> None:
    database = Database(url)
    talk = Talk(database, Clock())
    try:
        await talk.desk.found()
        await talk.act("ask", 1, Verdict.SENT)
        for act, which, verdict in steps:
            await talk.act(act, which, verdict)
        await check(talk)
    finally:
        await database.close()


async def check(talk: Talk) -> None:
    desk = talk.desk
    askers = {ticket: (await one_asker(desk, ticket)) for ticket in talk.tickets}
    owed = {row["payload"]["entry"]: row for row in await desk.owed(kind="ticket-answer")}
    entries = [row for row in await desk.staff.rows(TicketEntryRow) if row["side"] == Side.TEAM]
    copies = await desk.staff.rows(TicketMessageRow, by="message_id")
    for ticket in await desk.staff.rows(TicketRow):  # by this what waits is found by the index of alarms
        assert (ticket["waiting_since"] is None) == (ticket["alarm_at"] is None)
    for entry in entries:
        got, row = talk.arrived.get(entry["id"], []), owed[entry["id"]]
        assert len(got) <= 1
        assert got in ([], [askers[entry["ticket_id"]]])
        assert got or row["state"] in LISTED or entry["withdrawn_at"] is not None
        if got:
            assert row["state"] == "sent"
            assert [one["chat_id"] for one in copies if one["entry_id"] == entry["id"] and one["chat_id"] in got]
    assert len(entries) == len({entry["message_id"] for entry in entries}) == len(owed)


async def one_asker(desk: Desk, ticket: int) -> int:
    return (await desk.look(ticket_id=ticket, actor_telegram_id=RINA)).ticket.telegram_id
