"""A PostgreSQL server for a test session."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

from bot.bench import postgres

WANTED = os.environ.get("JALIN_TEST_POSTGRES", "") not in ("", "0")
"""Whether tests that use a database run on PostgreSQL too."""

MEMORY = Path("/dev/shm")
# Nothing here needs to outlive the session: no waiting for the disk.
CARELESS = "-F -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def server() -> AbstractContextManager[str]:
    """Start a server; yields its URL with `{database}` in place of the database's name."""
    # In memory where that is possible: hundreds of databases are made and dropped.
    return postgres.server(options=CARELESS, within=MEMORY if MEMORY.is_dir() else None)
