"""The files of this checkout, for tests that watch over the house."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("bot", "services", "storage", "knowledge", "sandbox")
TEXT = {".py", ".md", ".toml", ".ftl", ".yaml", ".yml", ".lock", ".js", ".css", ".html", ".csv", ".txt", ".mako", ""}


@cache
def files() -> tuple[Path, ...]:
    """What git keeps, and what it would keep if it were added now: everything that is not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def files_in(*folders: str, suffix: str = ".py") -> list[Path]:
    """Files under these folders, by the end of their names."""
    return [path for path in files() if path.suffix == suffix and relative(path).split("/")[0] in folders]


def texts() -> list[Path]:
    """Files that people read and write."""
    return [path for path in files() if path.suffix in TEXT]


def relative(path: Path) -> str:
    """A path as it is named in the repository."""
    return path.relative_to(ROOT).as_posix()
