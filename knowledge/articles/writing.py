"""Articles made elsewhere: from plain text to an `Article`, and from an `Article` to the file that authors write."""

import json
import re
import textwrap
from collections.abc import Iterable, Iterator

from knowledge.articles.body import read_body
from knowledge.articles.model import Article, Source
from knowledge.articles.plain import PASSAGE_LIMIT
from knowledge.articles.quick import FLOW_PART, NOT_TEXT, PLAIN

WIDTH = 110
_BULLET = re.compile(r"[-*•–]\s+(.*)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(.*)")
_MARKUP = re.compile(r"([\\`*_\[\]<>&|~])")
_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_FIRST = re.compile(r"^([#+=:-]+|\d+(?=[.)]))")


def make_article(
    *,
    id: str,
    module: str,
    title: str,
    answer: str,
    text: str,
    aliases: Iterable[str],
    tags: Iterable[str],
    source: Source,
) -> Article:
    """An article of which there is one language, and whose `text` is plain: lines, and lists with dashes or numbers.

    Without a text its body repeats the short answer, for it cannot be empty.
    """
    body = as_markdown(text.strip() or answer)
    return Article(
        id=id,
        module=module,
        title=title,
        title_en=title,
        answer=answer,
        answer_en=answer,
        aliases=tuple(aliases),
        tags=tuple(tags),
        sources=(source,),
        related=(),
        body=body,
        passages=read_body(body, 1, lambda line, message: None).passages,
    )


def as_markdown(text: str) -> str:
    """Plain text as Markdown that says just that: each line a paragraph, lines with dashes or numbers a list."""
    return "\n".join(_lines(text)).strip()


def _lines(text: str) -> Iterator[str]:
    listed = ""
    for line in _short_lines(text):
        bullet, number = _BULLET.fullmatch(line), _NUMBER.fullmatch(line)
        if bullet or number:
            if listed != ("-" if bullet else "1"):
                yield ""
            listed = "-" if bullet else "1"
            if bullet:
                yield f"- {_escaped(bullet[1])}"
            elif number:
                yield f"{number[1]}. {_escaped(number[2])}"
        elif line:
            listed = ""
            yield from ("", _escaped(line))


def _short_lines(text: str) -> Iterator[str]:
    """The lines without needless spaces; one that no card has room for is parted where sentences end."""
    for line in (" ".join(line.split()) for line in text.splitlines()):
        part = ""
        for sentence in _SENTENCE.split(line):
            if part and len(part) + len(sentence) >= PASSAGE_LIMIT:
                yield part
                part = ""
            part = f"{part} {sentence}".strip()
        yield part


def _escaped(line: str) -> str:
    """The line with everything that Markdown would read as more than letters between backslashes."""
    line = _MARKUP.sub(r"\\\1", line).replace("![", "\\![")
    first = _FIRST.match(line)
    if first is None:
        return line
    mark, rest = first[1], line[first.end() :]
    return f"{mark}\\{rest}" if mark.isdigit() else "\\" + mark[0] + mark[1:] + rest


def written(article: Article) -> str:
    """The file of an article, as authors write it."""
    front = [
        f"title: {_scalar(article.title)}",
        f"title_en: {_scalar(article.title_en)}",
        *_folded("answer", article.answer),
        *_folded("answer_en", article.answer_en),
        "aliases:",
        *(f"  - {_scalar(alias)}" for alias in article.aliases),
        f"tags: [{', '.join(_in_flow(tag) for tag in article.tags)}]",
        "sources:",
        *(f"  - {{work: {_in_flow(one.work)}, place: {_in_flow(one.place)}}}" for one in article.sources),
        f"related: [{', '.join(article.related)}]",
    ]
    return "\n".join(["---", *front, "---", article.body, ""])


def _folded(key: str, text: str) -> list[str]:
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{key}: >", *(f"  {line}" for line in lines)]


def _scalar(text: str) -> str:
    """Plain where no reader could mistake it, else in quotes."""
    is_plain = PLAIN.fullmatch(text) and not NOT_TEXT.fullmatch(text)
    is_safe = ": " not in text and " #" not in text and not text.endswith(":")
    return text if is_plain and is_safe else json.dumps(text, ensure_ascii=False)


def _in_flow(text: str) -> str:
    match = FLOW_PART.fullmatch(text)
    is_plain = match is not None and not match[1] and match[2] == text and _scalar(text) == text
    return text if is_plain else json.dumps(text, ensure_ascii=False)
