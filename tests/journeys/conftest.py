"""A whole world for a conversation: the sandbox, the bot wired as in production, the example data, a clock."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.app import App
from bot.loading import load_into
from bot.settings import Settings
from storage.database import Database
from tests.support import shared
from tests.support.clock import Clock
from tests.support.sandbox import TOKEN, Person, Sandbox, running_sandbox

EXAMPLES = Path(__file__).parents[2] / "examples"
KEY = "a2V5LWtleS1rZXkta2V5LWtleS1rZXkta2V5LWtleS0="
YOHANA, BAGUS, SRI, STRANGER = 600000001, 600000002, 600000003, 600000004
RINA, DEWI = 700000001, 700000002


@dataclass(slots=True)
class World:
    """Everything a journey can look at or change."""

    sandbox: Sandbox
    app: App
    now: Clock

    @property
    def database(self) -> Database:
        return self.app.database

    def person(self, telegram_id: int) -> Person:
        """Somebody of examples/people.json."""
        return self.sandbox.person(telegram_id)


def settings_for(url: str, database_url: str, **more: Any) -> Settings:
    """Settings of a bot in the sandbox, apart from the environment's."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr(TOKEN),
        telegram_api_url=url,
        database_url=database_url,
        data_key=SecretStr(KEY),
        lookup_key=SecretStr(KEY),
        **more,
    )


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox with the demo's people, and one bot."""
    cast = json.loads((EXAMPLES / "people.json").read_text(encoding="utf-8"))
    async with running_sandbox(people=cast["people"]) as sandbox:
        await sandbox.add_bot(username="jalin_bot", first_name="Jalin")
        yield sandbox


@pytest.fixture
async def bot_world(sandbox: Sandbox, database_url: str, now: Clock) -> AsyncIterator[World]:
    """The bot at work on the example data."""
    settings = settings_for(sandbox.url, database_url)
    await load_into(settings, EXAMPLES, now=now)
    stop, ready = asyncio.Event(), asyncio.Event()
    async with shared.opened_app(settings, now) as app, asyncio.TaskGroup() as tasks:
        tasks.create_task(app.run(stop, ready.set))
        await asyncio.wait_for(ready.wait(), 20)
        yield World(sandbox, app, now)
        stop.set()
