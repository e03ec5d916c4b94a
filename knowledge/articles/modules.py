"""A module's folder: its id, and what its optional module.yaml says about it."""

from pathlib import Path

from knowledge.articles.faults import Fault, Told, teller
from knowledge.articles.front import ID
from knowledge.articles.model import Module
from knowledge.articles.spot import Spot
from knowledge.articles.tree import BrokenError, read_any

LAST = 1_000
FIELDS = ("title", "title_en", "order")


def read_module(place: Path, faults: list[Fault]) -> Module:
    """The module in `place`; without module.yaml its name is its title and it comes last."""
    named = place.name.replace("-", " ").capitalize()
    if not ID.fullmatch(place.name):
        teller(place, faults)(1, f"`{place.name}` is a module's id; expected small letters, digits and single hyphens")
    file = place / "module.yaml"
    if not file.exists():
        return Module(place.name, named, named, LAST)
    told = teller(file, faults)
    fields = _fields(file, told)
    return Module(place.name, _text(fields, "title", told), _text(fields, "title_en", told), _order(fields, told))


def _fields(file: Path, told: Told) -> dict[str, Spot]:
    try:
        spot = read_any(file.read_text(encoding="utf-8"), 1)
    except BrokenError as broken:
        told(broken.line, broken.message)
        return {}
    if not isinstance(spot.value, dict):
        told(spot.line, f"expected the fields {', '.join(FIELDS)}")
        return {}
    for name in spot.value.keys() - set(FIELDS):
        told(spot.value[name].line, f"unknown field `{name}`; expected one of: {', '.join(FIELDS)}")
    return spot.value


def _text(fields: dict[str, Spot], name: str, told: Told) -> str:
    spot = fields.get(name)
    if spot is not None and isinstance(spot.value, str) and spot.value:
        return spot.value
    told(spot.line if spot else 1, f"`{name}` must be text")
    return ""


def _order(fields: dict[str, Spot], told: Told) -> int:
    spot = fields.get("order")
    if spot is None:
        return LAST
    if not spot.written.isdecimal():
        told(spot.line, "`order` must be a whole number")
        return LAST
    return int(spot.written)
