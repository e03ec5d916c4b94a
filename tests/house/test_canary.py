"""No token and no NIP in any log: the watch over the whole session can fail, and production's formatter passes it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.support import canary

SECRETS = [
    pytest.param(canary.TOKEN, id="the token"),
    pytest.param(f"https://api.telegram.org/bot{canary.TOKEN}/getMe", id="the token in an address"),
    pytest.param(canary.NIP, id="the NIP"),
    pytest.param("19770707 200707 1 777", id="the NIP in groups"),
    pytest.param(repr({"text": canary.NIP}), id="the NIP inside an update"),
    pytest.param("1234567890:" + "x" * 35, id="any other token"),
    pytest.param("199003152015032014", id="any other NIP"),
]


@pytest.fixture
def quiet() -> Iterator[logging.Logger]:
    """A logger that the session's own watch does not hear."""
    logger = logging.getLogger("tests.house.canary")
    logger.propagate = False
    yield logger
    logger.handlers.clear()
    logger.propagate = True


@pytest.mark.parametrize("secret", SECRETS)
def test_an_unredacted_log_is_found_out(quiet: logging.Logger, secret: str) -> None:
    collector = canary.Collector(logging.Formatter())
    quiet.addHandler(collector)

    quiet.debug("got %s", secret)

    assert len(collector.leaked) == 1
    assert secret not in collector.leaked[0]


@pytest.mark.parametrize("secret", SECRETS)
def test_production_shows_no_secret(quiet: logging.Logger, secret: str) -> None:
    with canary.production_logs() as formatter:
        collector = canary.Collector(formatter)
        quiet.addHandler(collector)
        quiet.debug("got %s", secret)

    assert (collector.seen, collector.leaked) == (1, [])


def test_a_secret_in_a_traceback_is_not_shown(quiet: logging.Logger) -> None:
    with canary.production_logs() as formatter:
        collector = canary.Collector(formatter)
        quiet.addHandler(collector)
        try:
            raise ValueError(canary.NIP, canary.TOKEN)
        except ValueError:
            quiet.exception("failed")

    assert (collector.seen, collector.leaked) == (1, [])


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2026-11-17T04:00:00.000000Z", id="a moment"),
        pytest.param("port=54321 pid=1234567", id="small numbers"),
        pytest.param("1763352000000000000", id="nanoseconds"),
        pytest.param("1990…014", id="a masked NIP"),
    ],
)
def test_harmless_lines_pass(text: str) -> None:
    assert canary.leaks(text) == []


def test_the_session_listens_at_debug(log_collector: canary.Collector) -> None:
    before = log_collector.seen

    logging.getLogger("any.library").debug("hello")

    assert log_collector.seen == before + 1
