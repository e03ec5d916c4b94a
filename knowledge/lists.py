"""Reads the list that a YAML file of questions or exercises is."""

from pathlib import Path

from knowledge.articles.faults import Told
from knowledge.articles.spot import Spot
from knowledge.articles.tree import BrokenError, read_list


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
