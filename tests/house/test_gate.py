"""The gate runs what the README tells people to run, and stops at the first thing that fails."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

from storage.database import Database
from storage.repositories.inbox import Arrival, Inbox
from tests.support.clock import NOON
from tests.support.tree import ROOT

GATE = ROOT / ".ci" / "run"


def test_the_gate_can_be_run_and_is_strict() -> None:
    lines = GATE.read_text(encoding="utf-8").splitlines()

    assert os.access(GATE, os.X_OK)
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert "export CI=true" in lines
    assert subprocess.run(["bash", "-n", GATE], check=False).returncode == 0


def test_the_gate_runs_the_developers_commands() -> None:
    commands = re.findall(r"^make ([a-z-]+)$", GATE.read_text(encoding="utf-8"), re.MULTILINE)

    assert commands == ["setup", "test", "lint", "test-postgres"]
    assert "make test " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_make_alone_lists_every_target() -> None:
    listed = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, check=True, capture_output=True, text=True)

    assert re.findall(r"^  make ([a-z-]+)", listed.stdout, re.MULTILINE) == re.findall(
        r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("time", ["first", "second"])
async def test_each_test_gets_a_database_without_traces_of_another(database: Database, time: str) -> None:
    async with database.write() as connection:
        new = await Inbox(connection).add([Arrival(update_id=1, lane=1, body="{}")], NOON)

    assert len(new) == 1, f"not empty the {time} time"
