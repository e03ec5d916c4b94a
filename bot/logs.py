"""Logs on standard error, one line each, with tokens and NIPs taken out wherever they come from."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

# In an address the token follows "bot" directly, and its colon may be escaped.
# In an address the token follows "bot" directly, and its colon may be escaped.
TOKEN = re.compile(r"(?<!\d)\d{3,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
BETWEEN = r"(?:\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\+[nrt]|%[0-9a-f]{2}|&nbsp;|[^0-9A-Za-z\\]){0,3}"
"""What people put between a NIP's digits, as it stands and as logs write it."""
PARTED = BETWEEN.join([r"[12]", r"[09]", *[r"\d"] * 2, r"[01]", r"\d", r"[0-3]", r"\d"])
PARTED += BETWEEN + BETWEEN.join([r"[12]", r"[09]", *[r"\d"] * 4, r"[12]", *[r"\d"] * 3])
# In one piece, also what is mistyped: nothing else of ours has 18 digits.
NIP = re.compile(rf"(?<!\d)(?:(?:19|20)\d{{16}}|{PARTED})(?!\d)", re.IGNORECASE)

CHATTY = ("aiogram.event", "alembic", "apscheduler", "markdown_it")
"""Libraries that say at INFO or DEBUG what nobody asked."""


def redact(text: str) -> str:
    """The text without bot tokens and NIPs."""
    return NIP.sub("<nip>", TOKEN.sub("<token>", text))


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, so that no library's message or traceback slips past."""

    def format(self, record: logging.LogRecord) -> str:
        try:
            return redact(super().format(record))
        except (TypeError, ValueError):  # logging itself would print the values as they are
            return f"unreadable record of {record.name}, {record.pathname}:{record.lineno}"


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
    logging.captureWarnings(True)  # aiogram's warning about an unknown update holds the whole update
    for name in CHATTY:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
