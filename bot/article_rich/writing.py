"""An article as rich HTML. What comes first stands open; the rest is folded under its headings, and so are sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import chain

from markdown_it.tree import SyntaxTreeNode

from bot.article_html import Inline, Resolve, parsed, render

OPEN = 900
"""So many characters of the body are read without opening anything: about two screens of a phone."""
ROOMY_COLUMNS = 2
"""A table with more is set closer, so that a phone shows more of it at once."""
ALIGNED = "text-align:"
NEWLINE = "\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around an article's body."""

    title: str
    answer: str
    sources_label: str
    sources: Sequence[str]
    note: str | None = None


def rich_html(frame: Frame, body: str, resolve: Resolve) -> str:
    """The whole article; links lead where `resolve` says."""
    note = [f"<p><i>{_safe(frame.note)}</i></p>"] if frame.note else []
    sources = "".join(f"<li>{_safe(source)}</li>" for source in frame.sources)
    return "".join(
        [
            f"<h1>{_safe(frame.title)}</h1>",
            f"<p>{_safe(frame.answer)}</p>",
            *note,
            *_sections(_Writer(Inline(resolve)), parsed(body)),
            _folded(_safe(frame.sources_label), f"<ul>{sources}</ul>"),
        ]
    )


@dataclass(slots=True)
class _Section:
    """A heading and what stands under it; what comes before the first heading has none."""

    heading: SyntaxTreeNode | None
    nodes: list[SyntaxTreeNode] = field(default_factory=list)


def _sections(writer: _Writer, root: SyntaxTreeNode) -> Iterator[str]:
    read, folding = 0, False
    for place, section in enumerate(_split(root)):
        written = "".join(map(writer.block, section.nodes))
        read += sum(len(text) for node in section.nodes for text in _texts(node))
        if section.heading is None:
            yield written
            continue
        folding = folding or (place > 0 and read > OPEN)
        heading = writer.words(section.heading)
        yield _folded(heading, written) if folding else f"<h2>{heading}</h2>{written}"


def _split(root: SyntaxTreeNode) -> list[_Section]:
    sections = [_Section(None)]
    for node in root.children:
        if node.type == "heading" and node.tag in ("h1", "h2"):
            sections.append(_Section(node))
        else:
            sections[-1].nodes.append(node)
    return [section for section in sections if section.heading or section.nodes]


def _texts(node: SyntaxTreeNode) -> Iterator[str]:
    return chain.from_iterable(map(_texts, node.children)) if node.children else iter([node.content])


def _folded(summary: str, content: str) -> str:
    return f"<details><summary>{summary}</summary>{content}</details>"


@dataclass(frozen=True, slots=True)
class _Writer:
    inline: Inline

    def words(self, node: SyntaxTreeNode) -> str:
        """What is in a paragraph, a heading or a cell."""
        return render(self.inline.runs(node))

    def block(self, node: SyntaxTreeNode) -> str:
        """A block with all that is in it."""
        match node.type:
            case "heading":
                return f"<h3>{self.words(node)}</h3>"
            case "paragraph":
                return f"<p>{self.words(node)}</p>"
            case "bullet_list":
                return f"<ul>{self._items(node)}</ul>"
            case "ordered_list":
                start = f' start="{node.attrs["start"]}"' if "start" in node.attrs else ""
                return f"<ol{start}>{self._items(node)}</ol>"
            case "blockquote":
                return f"<blockquote>{self._inside(node)}</blockquote>"
            case "table":
                return self._table(node)
            case "fence" | "code_block":
                return f"<pre>{_safe(node.content.strip(NEWLINE))}</pre>"
        return ""

    def _inside(self, node: SyntaxTreeNode) -> str:
        return "".join(map(self.block, node.children))

    def _items(self, node: SyntaxTreeNode) -> str:
        return "".join(f"<li>{self._item(item)}</li>" for item in node.children)

    def _item(self, item: SyntaxTreeNode) -> str:
        only = item.children[0] if len(item.children) == 1 else None
        return self.words(only) if only is not None and only.type == "paragraph" else self._inside(item)

    def _table(self, node: SyntaxTreeNode) -> str:
        rows = [row.children for part in node.children for row in part.children]
        compact = " compact" if len(rows[0]) > ROOMY_COLUMNS else ""
        written = "".join(f"<tr>{''.join(map(self._cell, cells))}</tr>" for cells in rows)
        return f"<table bordered striped{compact}>{written}</table>"

    def _cell(self, cell: SyntaxTreeNode) -> str:
        style = str(cell.attrs.get("style", ""))
        align = f' align="{style.removeprefix(ALIGNED)}"' if style.startswith(ALIGNED) else ""
        return f"<{cell.tag}{align}>{self.words(cell)}</{cell.tag}>"


def _safe(text: str) -> str:
    return escape(text, quote=False)
