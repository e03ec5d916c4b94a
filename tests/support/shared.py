"""The articles, which all apps of a test process share: none of them changes a file, and to read them takes long."""

from __future__ import annotations

import gc
from contextlib import AbstractAsyncContextManager
from functools import cache
from pathlib import Path

from bot.app import App, open_app
from bot.settings import Settings
from bot.shelf import Shelf
from services.clock import Clock


def opened_app(settings: Settings, now: Clock) -> AbstractAsyncContextManager[App]:
    """The bot, wired as in production."""
    return open_app(settings, now=now, shelf=_shelf(settings.modules_folder))


@cache
def _shelf(folder: Path) -> Shelf:
    shelf = Shelf(folder)
    gc.freeze()  # it stays until the end, and is large: nobody needs to look through it again
    return shelf
