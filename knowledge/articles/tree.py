"""YAML with the line of every value, so that a fault can be named exactly.

Front matter is mostly written in one plain manner. `quick.read` understands that manner alone and is many times as fast
as a YAML parser, which counts at every start; everything else, and every mistake, goes through ruamel.yaml.
"""

from dataclasses import dataclass
from typing import Any

from knowledge.articles import quick
from knowledge.articles.spot import Spot

TEXT = "tag:yaml.org,2002:str"


@dataclass(frozen=True, slots=True)
class BrokenError(Exception):
    """The text is not YAML as articles use it."""

    line: int
    message: str


def read(text: str, first_line: int) -> Spot:
    """The values of `text`, whose first line is line `first_line` of its file. Raises `BrokenError`."""
    return quick.read(text, first_line) or read_any(text, first_line)


def read_list(text: str, first_line: int) -> Spot:
    """The same for a list of mappings, in one go where each is written in the plain manner. Raises `BrokenError`."""
    return quick.read_list(text, first_line) or read_any(text, first_line)


def read_any(text: str, first_line: int) -> Spot:
    """The same for any YAML, slowly. Raises `BrokenError`."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BrokenError(
            first_line + (mark.line if mark else 0), f"not YAML: {error.problem or error.context}"
        ) from error
    except YAMLError as error:
        raise BrokenError(first_line, f"not YAML: {error}") from error
    spot = Spot({}, first_line) if node is None else _spot(node, first_line)
    return Spot(spot.value, first_line, spot.written)


def _spot(node: Any, first_line: int) -> Spot:
    """A composed ruamel node as a `Spot`; its classes are told apart by `id`, which their stubs leave out."""
    line = first_line + node.start_mark.line
    if node.id == "sequence":
        return Spot([_spot(item, first_line) for item in node.value], line)
    if node.id == "mapping":
        return Spot(_mapping(node, first_line), line)
    if node.tag != TEXT:
        return Spot(None, line, node.value)
    return Spot(node.value.strip(), line)


def _mapping(node: Any, first_line: int) -> dict[str, Spot]:
    found: dict[str, Spot] = {}
    for key, value in node.value:
        line = first_line + key.start_mark.line
        if key.id != "scalar":
            raise BrokenError(line, "expected a plain key")
        if key.value in found:
            raise BrokenError(line, f"the key `{key.value}` stands here twice")
        spot = _spot(value, first_line)
        found[key.value] = Spot(spot.value, line, spot.written)
    return found
