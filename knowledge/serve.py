"""The search for tools and for people: queries in by line, answers out as JSON or as plain text."""

import json
from collections.abc import Callable, Iterable

from knowledge.search.answer import Answer
from knowledge.search.index import Index


def serve(index: Index, lines: Iterable[str], write: Callable[[str], None]) -> None:
    """Answers each line as it comes with one line of JSON; `write` must pass it on at once."""
    for line in lines:
        write(as_json(index.search(line.strip())) + "\n")


def as_json(answer: Answer) -> str:
    """The answer on one line, as tools read it."""
    results = [{"id": r.id, "title": r.title, "text": r.text, "score": r.score} for r in answer.results]
    near = [{"id": topic.id, "title": topic.title} for topic in answer.near]
    told = {"query": answer.query, "answered": answer.answered, "results": results, "near": near}
    return json.dumps(told, ensure_ascii=False)


def for_people(answer: Answer, none: str, unsure: str) -> str:
    """The answer as plain text. `none` introduces the nearest topics, `unsure` the other titles that may be meant."""
    if not answer.answered:
        return "\n".join([none, *(f"- {topic.title}" for topic in answer.near)])
    first = answer.results[0]
    said = f"{first.title}\n{first.text}"
    if answer.sure or len(answer.results) == 1:
        return said
    return "\n".join([said, "", unsure, *(f"- {result.title}" for result in answer.results[1:])])
