"""Fixtures for all tests. Nothing here mocks a part of ours: databases are files or servers, HTTP is HTTP."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.lean_aiogram import import_aiogram
from storage.database import Database
from tests.support import canary, databases, postgres
from tests.support.clock import Clock
from tests.support.network import no_network
from tests.support.postgres import MEMORY

import_aiogram()  # as the product does, before any test imports it: three seconds and 100 MB of each process

ENOUGH = 4 * 2**30
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH:
    # Files of tests are in memory where that is possible: thousands of commits wait for no disk.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

BACKENDS = [pytest.param("sqlite", id="sqlite")]
if postgres.WANTED:
    BACKENDS.append(pytest.param("postgres", id="postgres", marks=pytest.mark.postgres))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of each area a conversation is held on both databases; the others on one: their use cases are tested on both.

    The long ones begin first: nobody waits for them at the end.
    """
    twice = [item for item in items if all(item.get_closest_marker(name) for name in ("postgres", "one_database"))]
    if twice:
        config.hook.pytest_deselected(items=twice)
    kept = set(items) - set(twice)
    items[:] = sorted((item for item in items if item in kept), key=lambda item: not item.get_closest_marker("process"))


def pytest_collection_finish() -> None:
    """All libraries are imported now; their classes stay for good, and need not be looked through again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def now() -> Clock:
    """The injected clock, at noon of the example day."""
    return Clock()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, to be copied."""
    return databases.make_sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A server for the whole session: a URL with `{database}` in it."""
    with postgres.server() as url:
        databases.make_postgres_template(url)
        yield url


@pytest.fixture(scope="session")
def postgres_copies(postgres_server: str) -> databases.PostgresCopies:
    """Databases with all tables, lent to one test after the other."""
    return databases.PostgresCopies(postgres_server)


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where an empty database of this test's own is; with JALIN_TEST_POSTGRES=1 once more on PostgreSQL."""
    if request.param == "sqlite":
        yield databases.sqlite_copy(request.getfixturevalue("sqlite_template"), tmp_path)
        return
    with request.getfixturevalue("postgres_copies").one() as url:
        yield url


@pytest.fixture(params=BACKENDS)
def blank_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a database without any table is, for migrations; with JALIN_TEST_POSTGRES=1 once more on PostgreSQL."""
    if request.param == "sqlite":
        yield databases.sqlite_url(tmp_path / "blank.db")
        return
    with databases.postgres_copy(request.getfixturevalue("postgres_server"), of="template1") as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database of this test's own."""
    database = Database(database_url)
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def network_guard() -> Iterator[None]:
    """A test that reaches past loopback fails, also where the error was swallowed on its way."""
    with no_network() as asked:
        yield
    if asked:
        pytest.fail(f"reached past loopback: {', '.join(asked)}", pytrace=False)


@pytest.fixture(scope="session")
def log_collector() -> Iterator[canary.Collector]:
    """Hears every logger of the session at DEBUG, and at its end fails when a token or a NIP got through."""
    with canary.production_logs() as formatter:
        collector = canary.Collector(formatter)
        yield collector
    if collector.leaked:
        pytest.fail("\n".join(["secrets in the log:", *sorted(set(collector.leaked))]), pytrace=False)


@pytest.fixture(autouse=True)
def listening(log_collector: canary.Collector) -> Iterator[None]:
    """Each test is heard, whatever the test before did to the logging."""
    with canary.listening(log_collector):
        yield
