"""What every file of the repository keeps to."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.tree import PACKAGES, ROOT, files, files_in, relative, texts

LONGEST = 400
CODE = {".py", ".js", ".css", ".html", ".ftl"}
OF_ONE_MACHINE = re.compile(r"(?<![\w./~-])/(?:root|work|mnt|Users/\w|home/\w|opt/(?:wheels|pypi))\b")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def test_no_file_grows_past_reading_in_one_go() -> None:
    long = {
        relative(path): lines
        for path in files()
        if path.suffix in CODE and (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }

    assert long == {}


def test_no_file_names_a_place_on_one_machine() -> None:
    this_file = Path(__file__).resolve()
    offenders = [
        f"{relative(path)}:{number}: {line.strip()}"
        for path in texts()
        if path != this_file
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if OF_ONE_MACHINE.search(line)
    ]

    assert offenders == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        relative(path)
        for path in files_in(*PACKAGES)
        if (source := path.read_text(encoding="utf-8").strip()) and not ast.get_docstring(ast.parse(source))
    ]

    assert silent == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_hash_and_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    entries = re.findall(r"^(\S+?)==(\S+).*\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", text, re.MULTILINE)
    named = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line)]

    assert len(entries) == len(named) > 0
    assert not re.search(r"://|--index|--find-links|--trusted-host|\bfile:", text)


def test_what_runs_is_what_was_tested() -> None:
    runtime, tested = pins("requirements.lock"), pins("requirements-dev.lock")

    assert runtime.items() <= tested.items()
    assert pins("requirements-build.lock").items() <= tested.items()


def pins(lock: str) -> dict[str, str]:
    """Package and version, as a lock has them."""
    found = re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    return {name.lower(): version for name, version in found}
