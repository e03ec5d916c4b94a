"""People who go on with what they do while the bot's process dies under their hands, again and again."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.support.jalin_process import Jalin
from tests.support.sandbox import Message, Person, Sandbox

KILLS = int(os.environ.get("JALIN_KILLS", "5"))
"""JALIN_KILLS=100 makes it the run that the promise speaks of."""
PATIENCE = 200.0
"""What was on its way when the process died waits for the end of its lease of 45 seconds, and may die once more."""
LIMIT = 250 + 15 * KILLS
"""Seconds for a test of this kind."""

Wanted = str | Callable[[Message], bool]


@dataclass
class Insistent:
    """Somebody who waits for an answer as long as it takes, and taps again when a screen comes twice."""

    person: Person
    updates: list[int] = field(default_factory=list)
    presses: list[str] = field(default_factory=list)

    async def write(self, text: str, wanted: Wanted) -> Message:
        """Send a text; the message that is wanted then."""
        sent = await self.person.send(text)
        self.updates += sent.update_ids
        return await self.until(wanted)

    async def tap(self, label: str, wanted: Wanted) -> Message:
        """Press a button until what is wanted stands there."""
        there = wanted if callable(wanted) else lambda message: wanted in message.text
        # A screen whose process died before it could remember it is sent again: then its newer copy is tapped.
        for _ in range(KILLS + 2):
            press = await self.person.press(label)
            self.updates.append(press.update_id)
            self.presses.append(press.id)
            message = await self.until(lambda m: there(m) or label in m.labels)
            if there(message):
                return message
        raise AssertionError(f"{self.person.id} does not get past {label!r}")

    async def until(self, wanted: Wanted) -> Message:
        """The newest message once it is the wanted one."""
        return await self.person.until(wanted, timeout=PATIENCE)


async def kill_often(sandbox: Sandbox, jalin: Jalin, journeys: asyncio.Future[list[None]], kills: int = KILLS) -> None:
    """Kill after a random number of accepted sends, so that death comes in the middle of work, never in idle time."""
    chance = random.Random(20261121)
    for _ in range(kills):
        wanted = len(await sandbox.ledger()) + chance.randint(5, 18)
        while len(await sandbox.ledger()) < wanted and not journeys.done():
            await asyncio.sleep(0.005)
        await jalin.kill()
        await jalin.start()
