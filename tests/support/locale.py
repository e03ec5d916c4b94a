"""The Fluent files, taken apart for tests: keys, variables, and everything that a sentence can come to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from tests.support.tree import ROOT

LOCALES = ROOT / "bot" / "locales"
LANGUAGES = ("id", "en")
SAMPLE = "00"
"""Stands for a value: a number of two digits, as counts on buttons are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One message: where it is, which variables it takes, and its text in every variant."""

    file: Path
    variables: frozenset[str]
    texts: tuple[str, ...]


@cache
def entries(language: str) -> dict[str, Entry]:
    """All messages of a language; a key that two files have is a fault."""
    found: dict[str, Entry] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        for key, entry in _of_file(file):
            if key in found:
                raise ValueError(f"{file.name}: {key} is already in {found[key].file.name}")
            found[key] = entry
    return found


def _of_file(file: Path) -> Iterator[tuple[str, Entry]]:
    for item in FluentParser().parse(file.read_text(encoding="utf-8")).body:
        if isinstance(item, ast.Junk):
            raise ValueError(f"{file.name}: cannot be read: {item.content!r}")
        if isinstance(item, ast.Message) and item.value is not None:
            variables = _Variables()
            variables.visit(item.value)
            yield item.id.name, Entry(file, frozenset(variables.names), tuple(_texts(item.value)))


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - fluent.syntax's name
        self.names.add(node.id.name)


def _texts(pattern: ast.Pattern) -> Iterator[str]:
    for parts in product(*(list(_of_element(element)) for element in pattern.elements)):
        yield "".join(parts)


def _of_element(element: ast.TextElement | ast.Placeable) -> Iterator[str]:
    if isinstance(element, ast.TextElement):
        yield element.value
    elif isinstance(element.expression, ast.SelectExpression):
        for variant in element.expression.variants:
            yield from _texts(variant.value)
    elif isinstance(element.expression, ast.StringLiteral):
        yield element.expression.parse()["value"]
    else:
        yield SAMPLE
