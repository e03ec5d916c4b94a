"""Arrows point down only: bot -> services -> storage, and the sandbox stands apart."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.tree import PACKAGES, ROOT, files_in, relative

TELEGRAM = {"aiogram", "aiogram_dialog", "telegram"}
HTTP = {"aiohttp", "httpx", "requests"}

FORBIDDEN = {
    "bot": {"telegram"},
    "services": TELEGRAM | HTTP,
    "storage": TELEGRAM | HTTP,
    "knowledge": TELEGRAM | HTTP | {"sqlalchemy"},
    "sandbox": {"aiogram", "aiogram_dialog", "sqlalchemy"},
}
"""Libraries that a package must not know."""

WRONG = [
    pytest.param("services/clock.py", "import bot.words", id="services import bot"),
    pytest.param("storage/base.py", "import services.clock", id="storage imports services"),
    pytest.param("storage/base.py", "import knowledge.articles", id="storage imports knowledge"),
    pytest.param("knowledge/__init__.py", "import storage.base", id="knowledge imports storage"),
    pytest.param("sandbox/__init__.py", "import bot.words", id="the sandbox imports bot"),
    pytest.param("bot/words.py", "import sandbox.world", id="bot imports the sandbox"),
]


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_all_arrows_point_down() -> None:
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("file", "line"), WRONG)
def test_an_arrow_that_points_up_is_seen(tmp_path: Path, file: str, line: str) -> None:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a") as out:
        out.write(f"\n{line}\n")

    result = lint_imports(tmp_path)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "BROKEN" in result.stdout


@pytest.mark.parametrize("package", FORBIDDEN)
def test_a_package_knows_only_its_own_libraries(package: str) -> None:
    offenders = {
        f"{relative(path)}: {name}"
        for path in files_in(package)
        for name in imported(path)
        if name.split(".")[0] in FORBIDDEN[package]
    }

    assert offenders == set()


def imported(path: Path) -> set[str]:
    """The modules that a file imports, at its top or inside."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return names
