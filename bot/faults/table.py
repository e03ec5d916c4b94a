"""Each row of the table of what Telegram and the network may answer: what becomes of a message, and how often it comes.

A few announcements and a few notices meet each row; a row's figure is how many of them ended otherwise than promised.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select

from bot.bench.deliverer import delivering
from bot.faults import outbox
from bot.faults.line import UNREADABLE, Answer, Line, line_to, refusal
from bot.faults.stand_in import StandIn
from bot.faults.worker import BEGAN, SPEED
from services.broadcasts import KIND
from storage.database import Database
from storage.tables import PersonRow

MESSAGES = 10
LIMIT = 600.0
LINE_DOWN_S = 1.5
SETTLE_S = 0.3

SENT_ONCE = {"sent": 1}
FAILED = {"failed": 0}
STAYS = {"queued": 0}
Ends = dict[str, int]
"""The state in which a message ends, and how often it was accepted."""


@dataclass(frozen=True, slots=True)
class Row:
    """A failure, how to bring it about for a chat, and how announcements and notices end."""

    key: str
    cause: Callable[[StandIn, Line, int], Awaitable[object]]
    announcement: Ends
    notice: Ends


def _fault(kind: str, **more: object) -> Callable[[StandIn, Line, int], Awaitable[object]]:
    return lambda sandbox, line, chat: sandbox.fault(kind, chat, **more)


def _answer(answer: Callable[[int], Answer]) -> Callable[[StandIn, Line, int], Awaitable[object]]:
    async def cause(sandbox: StandIn, line: Line, chat: int) -> None:
        line.answers[chat] = answer(chat)

    return cause


async def _nothing(sandbox: StandIn, line: Line, chat: int) -> None:
    return None


ROWS = (
    Row("no_connection", _nothing, SENT_ONCE, SENT_ONCE),
    Row("retry_after", _fault("429", retry_after=1), SENT_ONCE, SENT_ONCE),
    Row("unparsed", _fault("400", description="can't parse entities: a lone tag"), SENT_ONCE, SENT_ONCE),
    Row("refused", _fault("400", description="message is too strange"), FAILED, FAILED),
    Row("blocked", lambda sandbox, _, chat: sandbox.block(chat, blocked=True), FAILED, FAILED),
    Row("moved", _answer(lambda chat: refusal(400, "moved", migrate_to_chat_id=chat + MESSAGES)), SENT_ONCE, SENT_ONCE),
    Row("revoked", _answer(lambda _: refusal(401, "Unauthorized")), STAYS, STAYS),
    Row("conflict", _answer(lambda _: refusal(409, "Conflict: another process")), STAYS, STAYS),
    Row("read_timeout", _fault("latency", seconds=60), {"unknown": 0}, SENT_ONCE),
    Row("cut_before", _fault("reset_before"), {"unknown": 0}, SENT_ONCE),
    Row("cut_after", _fault("reset_after"), {"unknown": 1}, {"sent": 2}),
    Row("unreadable", _answer(lambda _: Answer(200, UNREADABLE, after=True)), {"unknown": 1}, {"sent": 2}),
    Row("server_trouble", _fault("5xx", status=502), {"unknown": 0}, SENT_ONCE),
)


async def try_all(database: Database, sandbox: StandIn) -> AsyncIterator[tuple[str, int]]:
    """Each row's key, and how many messages ended otherwise than it says."""
    async with line_to(sandbox.url) as line:
        for row in ROWS:
            yield f"row.{row.key}", await _try(row, database, sandbox, line)


async def _try(row: Row, database: Database, sandbox: StandIn, line: Line) -> int:
    await outbox.owe(database, MESSAGES, MESSAGES)
    chats = [outbox.chat_of(number) for number in range(1, MESSAGES + 1)]
    for chat in chats:
        await row.cause(sandbox, line, chat)
    down = row.key == "no_connection"
    if down:
        await line.close()
    async with _working(database, line, ROWS.index(row)):
        if down:
            await asyncio.sleep(LINE_DOWN_S)
            await line.open()
        await _over(row, database)
    if row.key == "blocked":
        wrong = MESSAGES - await _unreachable(database)
        for chat in chats:
            await sandbox.block(chat, blocked=False)
    else:
        wrong = 0
    line.answers.clear()
    accepted = Counter(copy.text for copy in await sandbox.copies())
    return wrong + sum(_is_wrong(row, one, accepted) for one in await outbox.standings(database))


def _is_wrong(row: Row, one: outbox.Standing, accepted: Counter[str]) -> bool:
    ends = row.announcement if one.kind == KIND else row.notice
    return ends.get(one.state) != accepted[one.number]


async def _over(row: Row, database: Database) -> None:
    """Until nothing is open, or, where the worker gives up, nothing is being sent."""
    waiting: Iterable[str] = ("sending",) if row.announcement is STAYS else outbox.OPEN
    await asyncio.sleep(SETTLE_S)
    await outbox.until_none(database, *waiting)


@asynccontextmanager
async def _working(database: Database, line: Line, number: int) -> AsyncIterator[None]:
    """A worker in this process; each begins an hour after the one before, whose halts are over by then."""
    began, stop = time.monotonic(), asyncio.Event()

    def now() -> datetime:
        return BEGAN + timedelta(hours=1 + number, seconds=SPEED * (time.monotonic() - began))

    url = database.url.render_as_string(hide_password=False)
    async with delivering(url, line.url, limit=LIMIT, now=now) as deliverer, asyncio.TaskGroup() as tasks:
        tasks.create_task(deliverer.run(stop))
        yield
        stop.set()


async def _unreachable(database: Database) -> int:
    async with database.read() as connection:
        query = select(func.count()).select_from(PersonRow).where(PersonRow.unreachable_since.is_not(None))
        return await connection.scalar(query) or 0
