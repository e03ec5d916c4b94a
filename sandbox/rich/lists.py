"""The labels of list items: bullets, numbers, letters, Roman numerals."""

from typing import Any

from sandbox.errors import bad_request

_KINDS = ("a", "A", "i", "I", "1")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_BULLET = "•"
_HIGHEST = 1_000_000


def labelled(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items with their labels; a list is ordered when its items have a type, and then all must."""
    if any(item.get("type", "1") not in _KINDS for item in items):
        raise bad_request("Invalid list item type specified")
    ordered = ["type" in item for item in items]
    if any(ordered) and not all(ordered):
        raise bad_request("List must be either ordered or unordered")
    return _numbered(items) if all(ordered) else [{"label": _BULLET} | _plain(item) for item in items]


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key != "value"}


def _numbered(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    number, result = 0, []
    for item in items:
        number = item.get("value", number + 1)
        result.append({"label": _label(number, item["type"])} | item | {"value": number})
    return result


def _label(number: int, kind: str) -> str:
    if not 0 < number < _HIGHEST or kind == "1":
        return f"{number}."
    label = _roman(number) if kind in "iI" else _letters(number)
    return f"{label.lower() if kind in 'ai' else label}."


def _letters(number: int) -> str:
    """1 is A, 26 Z, 27 AA."""
    signs = ""
    while number:
        number, rest = divmod(number - 1, 26)
        signs = chr(ord("A") + rest) + signs
    return signs


def _roman(number: int) -> str:
    signs = ""
    for value, sign in _ROMAN:
        signs += sign * (number // value)
        number %= value
    return signs
