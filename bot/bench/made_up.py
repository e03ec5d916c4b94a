"""Articles on made-up topics in the words of real ones: what a library of many more modules would put in the way."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence

from knowledge import Article, Library, Passage, Source

SEED = 20_261_126
WORD = re.compile(r"[a-z]{4,}")
SYLLABLES = ("ba", "dar", "ku", "lis", "mon", "ne", "pra", "ri", "sel", "ta", "wu", "yo", "gan", "hi", "jem")
TOPICS = 4_000
"""So many topics of their own the made-up articles share, as the articles of one module share theirs."""


class _Writer:
    """Writes from the words of a library, common ones as often as there, and from words that mean nothing."""

    def __init__(self, library: Library) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - a benchmark must be the same each time
        text = " ".join(f"{article.title} {article.answer} {article.body}" for article in library).lower()
        counts = Counter(WORD.findall(text))
        self._words, self._weights = list(counts), list(counts.values())
        self._topics = ["".join(self._chance.choices(SYLLABLES, k=3)) for _ in range(TOPICS)]

    def words(self, count: int) -> list[str]:
        return self._chance.choices(self._words, self._weights, k=count)

    def topic(self) -> str:
        return self._chance.choice(self._topics)

    def named(self, topic: str, count: int) -> str:
        """A name of a few words with the topic somewhere in it."""
        words = [topic, *self.words(count)]
        self._chance.shuffle(words)
        return " ".join(words)

    def sentence(self, topics: Sequence[str], count: int) -> str:
        words = [*topics, *self.words(count)]
        self._chance.shuffle(words)
        return " ".join(words).capitalize() + "."


def padded(library: Library, size: int) -> Library:
    """`library` with made-up articles behind it, `size` in all; the same ones each time."""
    writer, module = _Writer(library), library.modules[0].id
    made_up = [_article(writer, f"buatan-{number}", module) for number in range(size - len(library.articles))]
    return Library(library.modules, (*library.articles, *made_up))


def _article(writer: _Writer, article_id: str, module: str) -> Article:
    topics = [writer.topic(), writer.topic()]
    passages = tuple(
        Passage(writer.named(topics[1], 2).capitalize(), " ".join(writer.sentence(topics, 12) for _ in range(3)), False)
        for _ in range(3)
    )
    return Article(
        id=article_id,
        module=module,
        title=writer.named(topics[0], 3).capitalize(),
        title_en=writer.named(topics[0], 2).capitalize(),
        answer=writer.sentence(topics, 28),
        answer_en=writer.sentence(topics, 20),
        aliases=tuple(writer.named(topic, 2) for topic in topics * 3),
        tags=("buatan",),
        related=(),
        sources=(Source("Buatan", "bab 1"),),
        body="\n\n".join(f"## {passage.heading}\n{passage.text}" for passage in passages),
        passages=passages,
    )
