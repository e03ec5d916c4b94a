"""What one rich message may hold, counted as Telegram counts it."""

from __future__ import annotations

from html.parser import HTMLParser

MOST_CHARACTERS = 32_768
MOST_BLOCKS = 500
MOST_LEVELS = 16
MOST_COLUMNS = 20
BLOCKS = frozenset(
    ("h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "blockquote", "pre", "details"),
)


def fits(html: str) -> bool:
    """Whether it can be one message."""
    found = _Count()
    found.feed(html)
    found.close()
    return (
        found.characters <= MOST_CHARACTERS
        and found.blocks <= MOST_BLOCKS
        and found.levels <= MOST_LEVELS
        and found.columns <= MOST_COLUMNS
    )


class _Count(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.characters = self.blocks = self.levels = self.columns = 0
        self._level = self._column = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.blocks += tag in BLOCKS
        self._level += 1
        self.levels = max(self.levels, self._level)
        self._column = 0 if tag == "tr" else self._column + (tag in ("th", "td"))
        self.columns = max(self.columns, self._column)

    def handle_endtag(self, tag: str) -> None:
        self._level -= 1

    def handle_data(self, data: str) -> None:
        self.characters += len(data)
