"""The documents say what is there: links lead somewhere, settings, commands and make targets exist and are told of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from bot.cli import app
from bot.commands import COMMANDS
from bot.settings import Settings
from tests.support.tree import PACKAGES, ROOT, files, files_in, relative

DOCUMENTS = [path for path in files() if path.suffix == ".md" and "modules" not in path.parts]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)|<img src=\"([^\"]+)\"")
FENCE = re.compile(r"```.*?```", re.DOTALL)
INLINE = re.compile(r"`[^`\n]+`")


@pytest.mark.parametrize("document", DOCUMENTS, ids=relative)
def test_links_lead_somewhere(document: Path) -> None:
    broken = [link for link in links(document) if not leads_somewhere(document, link)]

    assert broken == []


def test_every_setting_is_explained_and_every_explained_one_exists() -> None:
    text = read("docs/operations.md")
    table = text[text.index("## Settings") : text.index("## Keys")]

    explained = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)

    assert len(explained) == len(set(explained))
    assert set(explained) == {name.upper() for name in Settings.model_fields}


def test_everything_that_the_log_says_is_explained() -> None:
    text = read("docs/operations.md")
    table = text[text.index("## Logs") : text.index("## Quarantine")]
    said = {
        event
        for path in files_in(*PACKAGES)
        for event in re.findall(r"\blog\.[a-z]+\(\s*\"([a-z_]+)\"", path.read_text(encoding="utf-8"))
    }

    assert set(re.findall(r"`([a-z]+_[a-z_]+|starting|stopped|migrated|tidied)`", table)) == said


def test_every_console_command_is_in_the_readme() -> None:
    told = set(re.findall(r"^\| `jalin ([a-z]+)\b", read("README.md"), re.MULTILINE))

    assert told == console_commands()


def test_no_document_tells_of_a_console_command_that_is_not_there() -> None:
    told = {name for path in DOCUMENTS for name in re.findall(r"\bjalin ([a-z]+)\b`?", code_of(path))}

    assert told - console_commands() - {"jalin"} == set()


def test_every_command_of_the_chat_is_explained_to_people() -> None:
    told = set(re.findall(r"^\| `/([a-z_]+)`", read("docs/id/peserta.md"), re.MULTILINE))

    assert told == set(COMMANDS)


def test_every_make_target_that_a_document_names_exists_and_all_are_listed() -> None:
    makefile = read("Makefile")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    listed = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    named = {target for path in DOCUMENTS for target in re.findall(r"\bmake ([a-z-]+)", code_of(path))}

    assert named - targets == set()
    assert targets == listed


def test_the_changelog_begins_with_what_is_not_released() -> None:
    headings = re.findall(r"^## (.*)$", read("CHANGELOG.md"), re.MULTILINE)

    assert headings[0] == "Unreleased"


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def code_of(path: Path) -> str:
    """What stands in a document as code: in fences and between backticks."""
    text = path.read_text(encoding="utf-8")
    return "\n".join([*FENCE.findall(text), *INLINE.findall(FENCE.sub("", text))])


def console_commands() -> set[str]:
    """The commands of `jalin`."""
    group = typer.main.get_command(app)
    return set(group.list_commands(None))  # type: ignore[attr-defined]


def links(document: Path) -> Iterator[str]:
    """The relative links of a document."""
    for match in LINK.finditer(INLINE.sub("", FENCE.sub("", document.read_text(encoding="utf-8")))):
        link = match[1] or match[2]
        if not re.match(r"[a-z]+:", link):
            yield link


def leads_somewhere(document: Path, link: str) -> bool:
    """Whether the file is there, and the heading in it."""
    name, _, heading = link.partition("#")
    target = (document.parent / name).resolve() if name else document
    if not target.exists():
        return False
    return not heading or heading in headings(target)


def headings(document: Path) -> set[str]:
    """The anchors of a document's headings, as they are made on the web."""
    titles = re.findall(r"^#+ (.*)$", FENCE.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
