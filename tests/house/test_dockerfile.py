"""The image: built in two stages, run by nobody special, without tests. No engine is needed to read it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support.tree import PACKAGES, ROOT


@pytest.fixture(scope="module")
def stages() -> list[list[tuple[str, str]]]:
    """The instructions of each stage, as (word, rest); continued lines are joined."""
    text = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8"))
    found: list[list[tuple[str, str]]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        if word == "FROM":
            found.append([])
        found[-1].append((word, rest.strip()))
    return found


Stages = list[list[tuple[str, str]]]


def rest_of(stage: list[tuple[str, str]], wanted: str) -> list[str]:
    return [rest for word, rest in stage if word == wanted]


def sources(stage: list[tuple[str, str]]) -> list[str]:
    """What a stage copies out of the checkout."""
    copies = [rest.split() for rest in rest_of(stage, "COPY")]
    return [name for parts in copies if not parts[0].startswith("--from=") for name in parts[:-1]]


def test_there_are_two_stages_on_a_base_named_without_a_host(stages: Stages) -> None:
    bases = [rest_of(stage, "FROM")[0].split()[0] for stage in stages]

    assert bases == ["python:3.11-slim", "python:3.11-slim"]


def test_what_is_installed_is_pinned_by_hash(stages: Stages) -> None:
    installs = [rest for rest in rest_of(stages[0], "RUN") if "pip install" in rest]

    assert all("--require-hashes" in rest or "--no-deps" in rest for rest in installs)
    assert not [rest for rest in rest_of(stages[1], "RUN") if "pip" in rest]


def test_it_runs_as_a_user_without_rights_and_keeps_its_data_in_one_place(stages: Stages) -> None:
    final = stages[1]

    assert rest_of(final, "USER") == ["10001"]
    assert rest_of(final, "VOLUME") == ["/data"]
    assert "PYTHONDONTWRITEBYTECODE=1" in rest_of(final, "ENV")[0]
    assert "sqlite:////data/" in rest_of(final, "ENV")[0]


def test_it_starts_the_bot(stages: Stages) -> None:
    assert json.loads(rest_of(stages[1], "ENTRYPOINT")[0]) == ["jalin"]
    assert json.loads(rest_of(stages[1], "CMD")[0]) == ["run"]


def test_every_path_it_copies_is_there_and_none_is_a_test(stages: Stages) -> None:
    copied = [name for stage in stages for name in sources(stage)]

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert set(PACKAGES) <= set(copied)
    assert not [name for name in copied if Path(name).parts[0] in {"tests", "docs", ".", ".git"}]


def test_what_it_copies_is_not_ignored(stages: Stages) -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    let_in = {line.removeprefix("!") for line in lines if line.startswith("!")}

    assert "*" in lines
    assert {name for stage in stages for name in sources(stage)} == let_in
