"""The body of an article: what markup it may hold, and its passages without markup."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.articles.faults import Told
from knowledge.articles.model import Passage
from knowledge.articles.plain import blocks, passages

UNSUPPORTED = {
    "html_block": "HTML",
    "html_inline": "HTML",
    "image": "a picture",
    "fence": "a code block",
    "code_block": "a code block (text indented by four spaces)",
    "code_inline": "code",
    "hr": "a line across",
    "hardbreak": "a forced line break",
}
ALLOWED = "headings ##, paragraphs, lists, **bold**, *italic*, quotes, tables and links to articles"


@dataclass(frozen=True, slots=True)
class Link:
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Body:
    passages: tuple[Passage, ...]
    links: tuple[Link, ...]


@cache
def _parser() -> MarkdownIt:
    # It tells of every rule it tries, a hundred lines a paragraph: at DEBUG that drowns a log and takes seconds.
    logging.getLogger("markdown_it").setLevel(logging.INFO)
    return MarkdownIt("commonmark").enable("table")


def read_body(text: str, first_line: int, told: Told) -> Body:
    """The passages and links of a Markdown body whose first line is `first_line` of its file; faults are told."""
    tokens = _parser().parse(text)
    if not text.strip():
        told(first_line, "the body is empty; it adds what the short answer leaves out")
    links: list[Link] = []
    for token, line in _with_lines(tokens, first_line):
        _check(token, line, told)
        if token.type == "link_open":
            links.append(Link(str(token.attrGet("href") or ""), line))
    return Body(tuple(passages(list(blocks(tokens)))), tuple(links))


def _with_lines(tokens: list[Token], first_line: int) -> Iterator[tuple[Token, int]]:
    line = first_line
    for token in tokens:
        line = first_line + token.map[0] if token.map else line
        yield token, line
        inner = line
        for child in token.children or ():
            yield child, inner
            inner += child.type in ("softbreak", "hardbreak")


def _check(token: Token, line: int, told: Told) -> None:
    if token.type in UNSUPPORTED:
        told(line, f"{UNSUPPORTED[token.type]} is not supported; expected {ALLOWED}")
    elif token.type == "heading_open" and token.tag == "h1":
        told(line, "a heading of level 1; the title is that already, so begin with ##")
    elif token.type == "heading_open" and token.tag not in ("h2", "h3"):
        told(line, f"a heading of level {token.tag[1]}; only ## and ### are used")
