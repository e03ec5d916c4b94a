"""The parameters of a call, wherever they stood: query, form, multipart or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad_request

_YES = {"true", "yes", "1"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    content: bytes


class Params:
    """Reads parameters as Telegram does: numbers that are none count as 0, flags that are none as false."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        text = value if isinstance(value, str) else json.dumps(value)
        if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
            raise bad_request("Strings must be encoded in UTF-8")
        return text

    def integer(self, name: str, default: int = 0) -> int:
        value = self.text(name).strip()
        try:
            return int(value) if value else default
        except ValueError:
            return 0

    def number(self, name: str, default: int, low: int, high: int) -> int:
        return min(max(self.integer(name, default), low), high)

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in _YES

    def json(self, name: str, what: str) -> Any:
        """The JSON value of a parameter, None when it is not given; `what` names it in Telegram's refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"Can't parse {what} JSON object") from None

    def for_ledger(self) -> dict[str, Any]:
        """The parameters as they were given, JSON read, files by name and size."""
        plain = {name: _readable(value) for name, value in self.values.items()}
        return plain | {name: {"file": file.name, "size": len(file.content)} for name, file in self.files.items()}


def _readable(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
