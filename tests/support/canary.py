"""The canary: a bot token and a NIP that tests use on purpose, and that no log may ever show."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot.logs import set_up_logs

TOKEN = "7700000077:AAcanaryCanaryCanaryCanaryCanary77"
"""Shaped like a real one: tests that need a token use this."""
NIP = "197707072007071777"
"""A valid PNS number; tests that need one NIP of no particular person use this."""

# Looser than what `bot.logs` redacts, so that a gap in its patterns shows.
TOKEN_LIKE = re.compile(r"(?<!\d)\d{6,12}(?::|%3A)[A-Za-z0-9_-]{30,}")
NIP_LIKE = re.compile(r"(?<![\dA-Fa-f])(?:19|20)\d{16}(?![\dA-Fa-f])")
SEPARATORS = re.compile(r"(?<=\d)[\s./_-]{1,3}(?=\d)")


def leaks(text: str) -> list[str]:
    """What a log must not hold and this text does: the name of each kind, never the value."""
    joined = SEPARATORS.sub("", text)
    found = {
        "the canary token": TOKEN.partition(":")[2] in text,
        "the canary NIP": NIP in joined,
        "something like a bot token": TOKEN_LIKE.search(text),
        "something like a NIP": NIP_LIKE.search(text),
    }
    return [name for name, is_there in found.items() if is_there]


class Collector(logging.Handler):
    """Formats every record as production would, and keeps the lines that leak."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(formatter)
        self.seen = 0
        self.leaked: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Look at one record; only where it came from is kept, not what it said."""
        self.seen += 1
        if found := leaks(self.format(record)):
            self.leaked.append(f"{record.name} ({record.pathname}:{record.lineno}) logged {', '.join(found)}")


@contextmanager
def listening(collector: Collector) -> Iterator[Collector]:
    """The collector hears every logger, whatever was set up before."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.addHandler(collector)
    root.setLevel(logging.DEBUG)
    try:
        yield collector
    finally:
        root.handlers[:] = before
        root.setLevel(level)


@contextmanager
def production_logs() -> Iterator[logging.Formatter]:
    """Set logging up as `jalin run` does, at DEBUG, but speaking to nobody; yields the formatter production uses."""
    root = logging.getLogger()
    before, level, configured = root.handlers[:], root.level, structlog.get_config()
    set_up_logs("DEBUG")
    (handler,) = root.handlers
    root.handlers[:] = before
    root.setLevel(level)
    # A logger kept from one test would ignore what a later test sets up.
    structlog.configure(cache_logger_on_first_use=False)
    try:
        assert handler.formatter is not None
        yield handler.formatter
    finally:
        structlog.configure(**configured)
