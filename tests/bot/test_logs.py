"""Logs: no token and no NIP in any form, whoever logs it and however; one line a record."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
import structlog

from bot.logs import redact
from tests.support import canary

SECRET = canary.TOKEN.partition(":")[2]
DIGITS = canary.NIP


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(canary.TOKEN, id="bare"),
        pytest.param(f"https://api.telegram.org/bot{canary.TOKEN}/getMe", id="in an address"),
        pytest.param(f"/file/bot{canary.TOKEN}/documents/a.pdf", id="in a file's address"),
        pytest.param(canary.TOKEN.replace(":", "%3A"), id="escaped"),
        pytest.param("next=bot" + canary.TOKEN.replace(":", "%3a"), id="escaped in small letters"),
        pytest.param(repr({"token": canary.TOKEN}), id="in a repr"),
        pytest.param(f"4242:{SECRET}", id="a short bot id"),
    ],
)
def test_a_token_is_taken_out(text: str) -> None:
    assert SECRET not in redact(text)


SEPARATORS = [" ", ".", "-", "/", "_", "  ", " - ", "\u00a0", "\u202f", "\t", "\n", ", ", "|", "·"]


@pytest.mark.parametrize("separator", SEPARATORS, ids=ascii)
@pytest.mark.parametrize("groups", [(8, 14, 15), (4, 6, 8, 12, 14, 15), (3, 9), tuple(range(1, 18))], ids=str)
@pytest.mark.parametrize("shown", [str, repr, ascii], ids=["as it is", "repr", "ascii"])
def test_a_nip_is_taken_out_whatever_stands_between(separator: str, groups: tuple[int, ...], shown: type) -> None:
    nip = separator.join(DIGITS[a:b] for a, b in zip((0, *groups), (*groups, 18), strict=True))

    assert redact(f"x={shown(nip)};") in {"x=<nip>;", "x='<nip>';"}


@pytest.mark.parametrize(
    "nip",
    [
        pytest.param("199003152015212014", id="PPPK"),
        pytest.param("199013152015032014", id="mistyped month"),
        pytest.param("199003152051033014", id="mistyped sex"),
        pytest.param("19900315%20201503%202%20014", id="in an address"),
    ],
)
def test_other_nips_are_taken_out(nip: str) -> None:
    assert redact(f"nip {nip}.") == "nip <nip>."


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-17T04:00:00.000000Z",
        "2026-11-17 04:00:00.123456",
        "update_id=199003152 seq=2015032",
        "1763352000000000000",
        "1990…014",
        "0001_the_first_tables",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert redact(text) == text


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["1 9 ", "19\\x20", "1 9 9 0 0 3 1 5 2 0 ", "%19", "1:" + "a" * 29])
def test_a_long_line_is_read_quickly(piece: str) -> None:
    redact(piece * 50_000)


SCRIPT = """
import logging, sys, warnings
import structlog
from bot.logs import set_up_logs
set_up_logs(sys.argv[1])
token, nip = sys.argv[2:]
log = structlog.get_logger("ours")
log.info("said", text=nip, nested={"url": f"https://x/bot{token}/y"}, raw=nip.encode())
logging.getLogger("aiohttp.client").debug("POST https://x/bot%s/getMe", token)
logging.getLogger("aiogram.dispatcher").debug("got %r", {"text": nip})
logging.getLogger("aiosqlite").debug("executing %r", ("INSERT", nip))
logging.getLogger("any").warning("bad arguments %d", nip)
warnings.warn(f"unknown update {nip}", RuntimeWarning)
def fail():
    raise ValueError(f"{nip} at /bot{token}")
for log_error in (log.exception, logging.getLogger("lib").exception):
    try:
        fail()
    except ValueError:
        log_error("failed")
"""


@pytest.mark.parametrize("level", ["DEBUG", "INFO"])
def test_a_process_shows_no_secret_and_a_line_a_record(level: str) -> None:
    grouped = f"{DIGITS[:8]} {DIGITS[8:14]} {DIGITS[14]} {DIGITS[15:]}"

    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, level, canary.TOKEN, grouped], capture_output=True, text=True, check=True
    )

    assert canary.leaks(done.stderr) == []
    assert "Logging error" not in done.stderr
    assert all(line.startswith(("timestamp=", "unreadable record")) for line in done.stderr.splitlines())
    assert "event='failed'" in done.stderr
    assert "ValueError" in done.stderr


def test_structlogs_values_go_through_the_same_door(log_collector: canary.Collector) -> None:
    before = log_collector.seen

    structlog.get_logger("tests.logs").warning("seen", what="anything")

    assert log_collector.seen == before + 1
    assert isinstance(logging.getLogger("tests.logs"), logging.Logger)
