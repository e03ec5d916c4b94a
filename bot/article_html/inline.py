"""The words within a block: Markdown as a tree, and a node of it as runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.article_html.runs import Run, Tags

Resolve = Callable[[str], str | None]
"""From a link's target in the article to the address to open; None leaves the words without a link."""


def parsed(markdown: str) -> SyntaxTreeNode:
    """The tree of a Markdown text. HTML in it is text."""
    return SyntaxTreeNode(_parser().parse(markdown))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True, slots=True)
class Inline:
    """Reads what is in a paragraph, a heading or a cell."""

    resolve: Resolve

    def runs(self, node: SyntaxTreeNode, tags: Tags = ()) -> Iterator[Run]:
        """Its stretches, within `tags` and its own."""
        match node.type:
            case "softbreak":
                yield Run(" ", tags)
            case "hardbreak":
                yield Run("\n", tags)
            case "strong" | "em" | "link":
                tags = self._tags_of(node, tags)
                yield from (run for child in node.children for run in self.runs(child, tags))
            case _ if node.children:
                yield from (run for child in node.children for run in self.runs(child, tags))
            case _ if node.content:
                yield Run(node.content, tags)

    def _tags_of(self, node: SyntaxTreeNode, tags: Tags) -> Tags:
        if node.type != "link":
            return within(tags, "b" if node.type == "strong" else "i")
        url = self.resolve(str(node.attrs.get("href", "")))
        if url is None or any(tag.startswith("a ") for tag in tags):
            return tags
        return (*tags, f'a href="{escape(url)}"')


def within(tags: Tags, *more: str) -> Tags:
    """The tags and those further ones that are not among them."""
    return (*tags, *(tag for tag in more if tag not in tags))
