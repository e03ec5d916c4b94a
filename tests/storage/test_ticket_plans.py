"""Questions are found by an index, however many were asked and closed: the queue, what waits, alarms, one's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event, text

from storage.database import Database
from storage.repositories.ticket_alarms import TicketAlarms
from storage.repositories.ticket_entries import TicketEntries
from storage.repositories.tickets import Tickets
from tests.support.clock import NOON

pytestmark = pytest.mark.postgres
TEAM: dict[str, Any] = {"closed": False, "holder_id": None, "but": 1}
PAGE: dict[str, Any] = {"skip": 0, "limit": 5}
BY_STATE = "ix_tickets_agency_id_state_closed_at"
QUERIES: dict[str, tuple[Callable[[Any], Awaitable[Any]], str, str]] = {
    "queue": (
        lambda at: Tickets(at).list_for_team([1, 2], **TEAM, **PAGE),
        BY_STATE,
        "state",
    ),
    "its length": (lambda at: Tickets(at).count_for_team([1], **TEAM), BY_STATE, "state"),
    "closed": (
        lambda at: Tickets(at).count_for_team([1], **TEAM | {"closed": True}),
        BY_STATE,
        "state",
    ),
    "what waits anywhere": (lambda at: Tickets(at).list_waiting(None, but=1), "ix_tickets_alarm", ""),
    "alarms": (lambda at: TicketAlarms(at).list_due(NOON, limit=100), "ix_tickets_alarm", "alarm_at"),
    "own": (lambda at: Tickets(at).list_own(7, **PAGE), "ix_tickets_person_id", "person_id"),
    "open ones of one's own": (
        lambda at: Tickets(at).count_own(7, unclosed_only=True),
        "ix_tickets_person_id",
        "person_id",
    ),
    "messages of late": (lambda at: TicketEntries(at).count_asked(7, since=NOON), "ix_tickets_person_id", "person_id"),
}


@pytest.mark.parametrize(("ask", "index", "by"), QUERIES.values(), ids=QUERIES)
async def test_an_index_is_used(database: Database, ask: Callable[[Any], Awaitable[Any]], index: str, by: str) -> None:
    asked: list[tuple[str, Any]] = []

    def keep(connection: Any, cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if "SELECT" in statement:
            asked.append((statement, parameters))

    async with database.read() as connection:
        is_sqlite = connection.dialect.name == "sqlite"
        if not is_sqlite:  # a table of no rows is read whole, by a planner that may
            await connection.execute(text("SET enable_seqscan = off"))
        event.listen(Engine, "before_cursor_execute", keep)
        await ask(connection)
        event.remove(Engine, "before_cursor_execute", keep)
        [(statement, parameters)] = asked
        explained = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement}"
        plan = await connection.run_sync(lambda sync: "\n".join(map(str, sync.exec_driver_sql(explained, parameters))))

    if is_sqlite:
        assert index in plan
        assert by in plan.partition(index)[2]
    assert "Seq Scan on tickets" not in plan
