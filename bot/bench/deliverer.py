"""The delivery worker alone, wired as in the bot but for what it says: for benches and fault runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup

from bot.delivery import Deliverer, Kind, Kinds, Recipient, Rendered
from bot.pacer import Pacer
from bot.session import ReadableSession
from services.broadcasts import KIND
from services.clock import Clock, utc_now
from services.outbox import Desk, Policy
from services.people import MarkUnreachable
from storage.database import Database

TOKEN = "7300000001:BENCH-bench-BENCH-bench-BENCH-bench"  # noqa: S105 - opens nothing but a stand-in
NOTICE = "notice"

Say = Callable[[dict[str, Any]], tuple[str, InlineKeyboardMarkup | None]]


def text_of(payload: dict[str, Any]) -> tuple[str, InlineKeyboardMarkup | None]:
    """What the payload holds."""
    return payload["text"], None


def kinds_saying(say: Say) -> Kinds:
    """Announcements, at most once, and a notice, at least once."""

    async def render(payload: dict[str, Any], _: Recipient) -> Rendered:
        return Rendered(*say(payload))

    policies = {KIND: Policy.AT_MOST_ONCE, NOTICE: Policy.AT_LEAST_ONCE}
    return Kinds([Kind(name, policy, render, urgent=True) for name, policy in policies.items()])


@asynccontextmanager
async def delivering(
    database_url: str,
    api_url: str,
    *,
    limit: float,
    say: Say = text_of,
    kinds: Kinds | None = None,
    now: Clock = utc_now,
    token: str = TOKEN,
) -> AsyncIterator[Deliverer]:
    """A worker on a database of its own connections, and at the end all of them closed."""
    database, kinds = Database(database_url), kinds or kinds_saying(say)
    bot = Bot(token, session=ReadableSession(api=TelegramAPIServer.from_base(api_url)))

    async def unreachable(telegram_id: int) -> None:
        await MarkUnreachable(database=database, now=now)(telegram_id=telegram_id)

    yield Deliverer(
        bot=bot,
        kinds=kinds,
        desk=Desk(database=database, now=now, rules=kinds.rules()),
        pacer=Pacer(limit),
        unreachable=unreachable,
        now=now,
    )
    await bot.session.close()
    await database.close()
