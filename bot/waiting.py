"""Waiting for one of two events without leaving a task behind."""

from __future__ import annotations

import asyncio


async def either(first: asyncio.Event, second: asyncio.Event) -> bool:
    """Wait until one of the two is set; always True, so that it can head a `while`."""
    loop = asyncio.get_running_loop()
    waits = {loop.create_task(first.wait()), loop.create_task(second.wait())}
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
    return True


async def sleep_or(stop: asyncio.Event, seconds: float) -> None:
    """Sleep, but no longer than until `stop` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
