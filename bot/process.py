"""The bot as a process: logs, signals, the exit code."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys

import structlog
from aiogram.exceptions import TelegramUnauthorizedError

from bot.app import describe, open_app
from bot.keys import BadKey
from bot.logs import set_up_logs
from bot.polling import AnotherPoller
from bot.settings import Settings

log = structlog.get_logger(__name__)

SAID = {
    TelegramUnauthorizedError: "Telegram does not know this BOT_TOKEN; it may have been revoked.",
    AnotherPoller: "Another process keeps polling with this BOT_TOKEN; stop it first.",
}


def run_bot(settings: Settings) -> int:
    """Run until SIGTERM or SIGINT; 0 after an orderly stop, 1 when the bot cannot run."""
    set_up_logs(settings.log_level)
    try:
        asyncio.run(serve(settings))
    except BaseExceptionGroup as group:
        return _explain(group.exceptions[0])
    except (TelegramUnauthorizedError, AnotherPoller, BadKey) as error:
        return _explain(error)
    return 0


async def serve(settings: Settings) -> None:
    """Open the app, say `ready` after the first answer of Telegram, and work until told to stop."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    async with open_app(settings) as app:
        log.info("starting", **describe(app))
        gc.freeze()  # the modules of the libraries need never be looked through again
        gc.enable()
        await app.run(stop, _say_ready)
    log.info("stopped")


def _say_ready() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


def _explain(error: BaseException) -> int:
    for kind, sentence in SAID.items():
        if isinstance(error, kind):
            sys.stderr.write(f"{sentence}\n")
            return 1
    if isinstance(error, BadKey):
        sys.stderr.write(f"{error}\n")
        return 1
    raise error
