"""The fields of front matter: which there are, of what kind, and what is wrong with them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from knowledge.articles.faults import Told
from knowledge.articles.model import Source
from knowledge.articles.spot import Spot

ANSWER_LIMIT = 300
FEWEST_ALIASES = 4
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NUMBER = re.compile(r"\b\d{1,3}/\d{4}\b")
LAW = re.compile(r"\b(UU|PP|Perppu|Perpres|Keppres|Permendagri|PMK) (\d{1,3}/\d{4})\b")

TEXTS = ("title", "title_en", "answer", "answer_en")
LISTS = ("aliases", "tags", "related")
OPTIONAL = ("ambiguous",)
FIELDS = (*TEXTS, *LISTS, "sources", *OPTIONAL)


@dataclass(slots=True)
class Front:
    """What front matter says, as far as it could be read, and the line of each thing that others check."""

    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)

    def words(self, name: str) -> tuple[str, ...]:
        return tuple(text for text, _ in self.lists.get(name, []))


def read_front(spot: Spot, told: Told) -> Front:
    """The fields in `spot`; everything that is wrong is told as (line, message)."""
    front = Front()
    if not isinstance(spot.value, dict):
        told(spot.line, "expected front matter of the form `field: value`")
        return front
    for name in spot.value.keys() - set(FIELDS):
        told(spot.value[name].line, f"unknown field `{name}`; expected one of: {', '.join(FIELDS)}")
    for name in FIELDS:
        _read_field(front, name, spot.value.get(name), spot.line, told)
    if "answer" in spot.value:
        _check_laws(front, spot.value["answer"].line, told)
    return front


def _check_laws(front: Front, line: int, told: Told) -> None:
    """A law that the short answer goes by must be among the sources, so that it can be looked up."""
    sources = {number for source in front.sources for number in NUMBER.findall(f"{source.work} {source.place}")}
    for law, number in dict.fromkeys(LAW.findall(front.texts.get("answer", ""))):
        if number not in sources:
            told(line, f"`answer` cites {law} {number}, and no source does; expected it among `sources`")


def _read_field(front: Front, name: str, spot: Spot | None, top: int, told: Told) -> None:
    if spot is None:
        if name not in OPTIONAL:
            told(top, f"the field `{name}` is missing")
    elif name in TEXTS:
        front.texts[name] = _text(name, spot, told)
    elif name == "sources":
        front.sources = list(_sources(spot, told))
    else:
        front.lists[name] = list(_list(name, spot, told))
        _check_list(name, front.lists[name], spot.line, told)


def _text(name: str, spot: Spot, told: Told) -> str:
    if not isinstance(spot.value, str):
        told(spot.line, expected(f"`{name}`", "text", spot))
        return ""
    if not spot.value:
        told(spot.line, f"`{name}` is empty")
    if name.startswith("answer") and len(spot.value) > ANSWER_LIMIT:
        told(spot.line, f"`{name}` has {len(spot.value)} characters; at most {ANSWER_LIMIT} are allowed")
    return spot.value


def _list(name: str, spot: Spot, told: Told) -> Iterator[tuple[str, int]]:
    if not isinstance(spot.value, list):
        told(spot.line, expected(f"`{name}`", "a list", spot))
        return
    for item in spot.value:
        if isinstance(item.value, str) and item.value:
            yield item.value, item.line
        else:
            told(item.line, expected(f"an item of `{name}`", "text", item))


def _check_list(name: str, items: list[tuple[str, int]], line: int, told: Told) -> None:
    if not items:
        told(line, f"`{name}` is empty")
    elif name == "aliases" and len(items) < FEWEST_ALIASES:
        told(line, f"`aliases` holds {len(items)}; at least {FEWEST_ALIASES} are expected, as people type them")
    seen: set[str] = set()
    for text, at in items:
        if text.casefold() in seen:
            told(at, f"`{text}` stands in `{name}` twice")
        seen.add(text.casefold())


def _sources(spot: Spot, told: Told) -> Iterator[Source]:
    if not isinstance(spot.value, list) or not spot.value:
        told(spot.line, "`sources` needs a list with at least one {work: ..., place: ...}")
        return
    for item in spot.value:
        if not isinstance(item.value, dict):
            told(item.line, expected("a source", "{work: ..., place: ...}", item))
            continue
        for name in item.value.keys() - {"work", "place"}:
            told(item.line, f"a source has `work` and `place`, not `{name}`")
        work, place = (_source_part(item, name, told) for name in ("work", "place"))
        yield Source(work, place)


def _source_part(item: Spot, name: str, told: Told) -> str:
    assert isinstance(item.value, dict)
    part = item.value.get(name)
    if part is None or not isinstance(part.value, str) or not part.value:
        told(part.line if part else item.line, f"a source without `{name}`; expected {{work: ..., place: ...}}")
        return ""
    return part.value


def expected(what: str, kind: str, spot: Spot) -> str:
    """The message for a value of another kind; what YAML reads as a number or a date is shown as written."""
    if spot.value is None and spot.written:
        return f"{what} must be {kind}, not {spot.written}; put it in quotes if it is meant as text"
    return f"{what} must be {kind}, not {_kind(spot)}"


def _kind(spot: Spot) -> str:
    if not spot.value:
        return "nothing"
    return "a mapping" if isinstance(spot.value, dict) else "a list" if isinstance(spot.value, list) else "text"
