"""Logs on standard error, one line each, with tokens and NIPs taken out wherever they come from."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

# In an address the token follows "bot" directly, and its colon may be escaped.
TOKEN = re.compile(r"(?<!\d)\d{6,12}(?::|%3[Aa])[A-Za-z0-9_-]{30,}")
NIP = re.compile(r"(?<!\d)(?:19|20)\d{2}[\s.-]?\d{4}[\s.-]*(?:19|20)\d{2}[\s.-]?\d{2}[\s.-]*[12][\s.-]*\d{3}(?!\d)")


CHATTY = ("aiogram.event", "alembic", "apscheduler", "markdown_it")
"""Libraries that say at INFO or DEBUG what nobody asked."""


def redact(text: str) -> str:
    """The text without bot tokens and NIPs."""
    return NIP.sub("<nip>", TOKEN.sub("<token>", text))


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, so that no library's message or traceback slips past."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logs(level: str) -> None:
    """Route structlog and the standard library's logging through one redacting handler."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        RedactingFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "logger", "event"]),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
