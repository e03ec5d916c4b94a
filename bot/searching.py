"""`jalin search`: the knowledge base from the command line."""

from __future__ import annotations

import sys

from bot.settings import read_settings
from bot.words import Words
from knowledge import Index, load_library
from knowledge.serve import serve


def search_lines() -> None:
    """Queries in, one a line; one line of JSON out for each, at once."""
    index = _index()

    def write(line: str) -> None:
        sys.stdout.write(line)
        sys.stdout.flush()

    serve(index, sys.stdin, write)


def search_once(query: str) -> str:
    """The answer to one query as people read it."""
    answer = _index().search(query)
    voice = Words().voice("id", None)
    if not answer.answered:
        near = [f"- {topic.title}" for topic in answer.near]
        return "\n".join([voice.plain("knowledge-none", query=query), *near])
    return "\n\n".join(f"{result.title}\n{result.text}" for result in answer.results[: 1 if answer.sure else 3])


def _index() -> Index:
    return Index.build(load_library(read_settings().modules_folder))
