"""An article as it was read, before it is checked against the others."""

from dataclasses import dataclass
from pathlib import Path

from knowledge.articles.body import Link
from knowledge.articles.front import Front
from knowledge.articles.model import Article


@dataclass(frozen=True, slots=True)
class Draft:
    """The article, and the lines that checks across articles need to name."""

    file: Path
    article: Article
    front: Front
    links: tuple[Link, ...]
