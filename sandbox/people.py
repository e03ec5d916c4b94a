"""The people of the sandbox: made-up civil servants, from a file or by default."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sandbox.errors import ControlError


@dataclass(slots=True)
class Person:
    """Somebody with a Telegram account; `note` tells the web chat who it is."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "id"
    phone: str | None = None
    note: str | None = None

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def user(self) -> dict[str, Any]:
        """A `User` of the Bot API."""
        given = {"last_name": self.last_name, "username": self.username, "language_code": self.language_code}
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | {key: value for key, value in given.items() if value}

    def row(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(slots=True)
class Cast:
    """What a people file holds."""

    bot: dict[str, Any] = field(default_factory=dict)
    people: list[dict[str, Any]] = field(default_factory=list)
    groups: list[dict[str, Any]] = field(default_factory=list)
    dialogues: list[list[int]] | None = None

    def pairs(self) -> list[list[int]]:
        """Who has a chat without a bot. Unless the file says: everyone with themself, and the first two."""
        if self.dialogues is not None:
            return self.dialogues
        known = [person["id"] for person in self.people if "id" in person]
        return [[person] for person in known] + ([known[:2]] if len(known) > 1 else [])


DEFAULT = Cast(
    bot={"username": "jalin_bot", "first_name": "Jalin"},
    people=[
        {"id": 7001, "first_name": "Yohana", "last_name": "Contoh", "phone": "+6280000000001", "note": "ASN di NTT"},
        {"id": 7002, "first_name": "Bagus", "last_name": "Misal", "phone": "+6280000000002", "note": "ASN di Jatim"},
        {"id": 7003, "first_name": "Rina", "last_name": "Teladan", "phone": "+6280000000003", "note": "BPSDM DKI"},
        {"id": 7004, "first_name": "Wira", "last_name": "Misalnya", "phone": "+6280000000004", "note": "Sekber MPU"},
    ],
)


def load(path: Path) -> Cast:
    """Reads a people file; ControlError says what is wrong with it."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ControlError(f"The people file {path} cannot be read: {error}") from error
    if not isinstance(data, dict):
        raise ControlError(f"The people file {path} must hold an object.")
    known = ("bot", "people", "groups", "dialogues")
    return Cast(**{name: data[name] for name in known if name in data})


def make(data: dict[str, Any], person_id: int) -> Person:
    """A person from the control API's words."""
    unknown = set(data) - {"id", "first_name", "last_name", "username", "language_code", "phone", "note"}
    if unknown:
        raise ControlError(f"A person has no {', '.join(sorted(unknown))}.")
    if not isinstance(data.get("first_name"), str) or not data["first_name"]:
        raise ControlError("A person needs a first_name.")
    if not 0 < person_id < 2**40:
        raise ControlError("A person's id is a positive number.")
    return Person(**data | {"id": person_id})
