"""The keys that encrypt and look up NIPs. An embedded run makes missing ones beside its database, and says so."""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

import structlog

from bot.settings import Settings
from services.vault import Vault

log = structlog.get_logger(__name__)

NAMES = ("DATA_KEY", "LOOKUP_KEY")


class BadKey(Exception):  # noqa: N818 - read by an operator as a sentence
    """A key that is not 32 bytes in base64."""


def open_vault(settings: Settings) -> Vault:
    """The vault with the operator's keys, or with keys kept beside the embedded database."""
    given = _given(settings)
    if not all(given.values()):
        kept = _kept_keys(settings.data_folder / "keys.env")
        given = {name: value or kept[name] for name, value in given.items()}
    return Vault(*(_decode(name, given[name]) for name in NAMES))


def check_given(settings: Settings) -> None:
    """Raises `BadKey` where a key of the operator is none. Makes no key, and opens no file."""
    for name, value in _given(settings).items():
        if value:
            _decode(name, value)


def _given(settings: Settings) -> dict[str, str]:
    return {"DATA_KEY": settings.data_key.get_secret_value(), "LOOKUP_KEY": settings.lookup_key.get_secret_value()}


def _decode(name: str, value: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(value)
    except ValueError as error:
        raise BadKey(f"{name} is not base64 (make one with: jalin keys)") from error
    if len(key) != 32:
        raise BadKey(f"{name} has {len(key)} bytes, expected 32 (make one with: jalin keys)")
    return key


def new_key() -> str:
    """32 random bytes in base64, as the settings want them."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def _kept_keys(file: Path) -> dict[str, str]:
    if not file.exists():
        _make(file)
    lines = file.read_text(encoding="utf-8").splitlines()
    kept = dict(line.split("=", 1) for line in lines if "=" in line)
    if missing := [name for name in NAMES if not kept.get(name)]:
        raise BadKey(f"{file} holds no {' and no '.join(missing)}; put its backup back")
    return kept


def _make(file: Path) -> None:
    """Whole or not at all, and on the disk before it is used. Of two processes that start at once, one makes it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as out:
            out.writelines(f"{name}={new_key()}\n" for name in NAMES)
            out.flush()
            os.fsync(out.fileno())
        os.link(fresh, file)
        log.warning("keys_made", file=str(file), keep="back this file up apart from the database")
    except FileExistsError:
        return  # the other one was faster; its keys hold
    finally:
        fresh.unlink()
