"""Reads the list that a YAML file of questions or exercises is, and of each item what both have in common."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from knowledge.articles.faults import Told
from knowledge.articles.front import ID, expected
from knowledge.articles.spot import Spot
from knowledge.articles.tree import BrokenError, read_list

ID_LIMIT = 80
"""What people do with an item is kept by its id, in columns of this length."""
Lined = tuple[str, int]
"""A text, and the line that it stands in."""


def read_items(file: Path, told: Told, what: str) -> list[Spot]:
    """The items of `file`, which lists `what`; where it cannot be read there are none, and (line, message) is told."""
    try:
        spot = read_list(file.read_text(encoding="utf-8"), 1)
    except UnicodeDecodeError:
        told(1, "not UTF-8 text")
        return []
    except OSError as error:  # gone since the folder was listed, or not for us to read
        told(1, f"cannot be read: {error.strerror}")
        return []
    except BrokenError as broken:
        told(broken.line, broken.message)
        return []
    if not isinstance(spot.value, list) or not spot.value:
        told(spot.line, f"expected a list of {what}, each beginning with `- id: ...`")
        return []
    return spot.value


class ItemReader:
    """Reads the fields of one item; `is_sound` until anything is told about it.

    `what` is what an item is called, `fields` all that it may have, `needed` those of them that it must have, `limits`
    how many characters of a field a phone takes.
    """

    what: str
    fields: Sequence[str]
    needed: Sequence[str]
    limits: Mapping[str, int]

    def __init__(self, spot: Spot, told: Told) -> None:
        self.spot, self._pass_on = spot, told
        self._fields = spot.value if isinstance(spot.value, dict) else {}
        self.is_sound = True

    def has_form(self) -> bool:
        """Whether it is a mapping at all; fields that it may not have are told."""
        if not isinstance(self.spot.value, dict):
            self.told(self.spot.line, expected(self.what, "of the form `field: value`", self.spot))
            return False
        for name in self._fields.keys() - set(self.fields):
            self.told(self._fields[name].line, f"unknown field `{name}`; expected one of: {', '.join(self.fields)}")
        return True

    def told(self, line: int, message: str) -> None:
        """Pass on what is wrong."""
        self.is_sound = False
        self._pass_on(line, message)

    def line_of(self, name: str) -> int:
        """The line of a field that is there."""
        return self._fields[name].line

    def text(self, name: str) -> str:
        """The text of a field; empty where there is none, or it is not as it should be."""
        spot = self.field(name)
        if spot is None:
            return ""
        if not isinstance(spot.value, str) or not spot.value:
            self.told(spot.line, expected(f"`{name}`", "text", spot))
            return ""
        if name in self.limits:
            self.check_length(f"`{name}`", spot.value, self.limits[name], spot.line)
        return spot.value

    def id(self) -> str:
        """Its id, which anything that points to it uses."""
        text = self.text("id")
        if text and not ID.fullmatch(text):
            self.told(self.line_of("id"), f"`{text}` is no id; expected small letters, digits and single hyphens")
        if len(text) > ID_LIMIT:
            self.told(self.line_of("id"), f"the id has {len(text)} characters; at most {ID_LIMIT} are kept")
        return text

    def check_length(self, what: str, text: str, limit: int, line: int) -> None:
        """Tell of a text that is too long for a phone."""
        if len(text) > limit:
            self.told(line, f"{what} has {len(text)} characters; a phone takes at most {limit}")

    def listed(self, name: str, what: str, fewest: int, most: int) -> Iterator[Lined]:
        """The texts of a field that is a list of `fewest` to `most`, each called `what`."""
        spot = self.field(name)
        if spot is None:
            return
        if not isinstance(spot.value, list):
            self.told(spot.line, expected(f"`{name}`", "a list", spot))
            return
        if not fewest <= len(spot.value) <= most:
            wanted = str(fewest) if fewest == most else f"{fewest} to {most}"
            self.told(spot.line, f"`{name}` holds {len(spot.value)}; {wanted} are expected")
        for item in spot.value:
            if isinstance(item.value, str) and item.value:
                yield item.value, item.line
            else:
                self.told(item.line, expected(what, "text", item))

    def field(self, name: str) -> Spot | None:
        """A field as it stands; one that is missing and needed is told."""
        spot = self._fields.get(name)
        if spot is None and name in self.needed:
            self.told(self.spot.line, f"the field `{name}` is missing")
        return spot
