"""All settings, read once from the environment and `.env`. The token and the keys never show in a repr or a log."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
DRIVERS = (
    ("postgresql://", "postgresql+asyncpg://"),
    ("postgres://", "postgresql+asyncpg://"),
    ("sqlite+aiosqlite://", "sqlite://"),
)
Zone = Literal["WIB", "WITA", "WIT"]


class Settings(BaseSettings):
    """What an operator may set; `docs/operations.md` explains each."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore")

    bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = TELEGRAM
    database_url: str = "sqlite:///data/jalin.db"
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    default_timezone: Zone = "WIB"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    sends_per_second: float = Field(default=25, gt=0, le=1000)
    paid_broadcast: bool = False
    broadcast_approval_above: int = Field(default=500, ge=0)
    data_key: SecretStr = SecretStr("")
    lookup_key: SecretStr = SecretStr("")
    modules_folder: Path = Path(__file__).parent.parent / "knowledge" / "modules"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        try:
            return frozenset(int(part) for part in re.split(r"[\s,;]+", value.strip(" []")) if part)
        except ValueError:  # whose words would show the value, and it might be a token in the wrong line
            raise ValueError("expected Telegram ids with commas between, such as 12345678,23456789") from None

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, value: str) -> str:
        # Operators copy `postgresql://` from their provider; without a driver it would mean one we do not ship.
        for given, meant in DRIVERS:
            if value.startswith(given):
                value = meant + value.removeprefix(given)
        if value.startswith("sqlite:///") and not value.startswith(("sqlite:///:memory:", "sqlite:///?")):
            return value
        if value.startswith("postgresql+asyncpg://"):
            return _with_asyncpgs_words(value)
        raise ValueError("expected sqlite:///folder/file.db or postgresql://name:password@host/database")

    @field_validator("telegram_api_url")
    @classmethod
    def _is_a_url(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc:
            raise ValueError("expected an http or https address, such as " + TELEGRAM)
        return value.rstrip("/")

    @property
    def data_folder(self) -> Path:
        """Where an embedded run keeps what it makes: beside the SQLite file, else `./data`."""
        _, _, path = self.database_url.partition("sqlite:///")
        return Path(path).parent if path else Path("data")


def _with_asyncpgs_words(url: str) -> str:
    """libpq's `sslmode` is called `ssl` here, and `channel_binding` is settled by the driver itself."""
    head, mark, query = url.partition("?")
    words = [(("ssl" if name == "sslmode" else name), value) for name, value in parse_qsl(query)]
    kept = [(name, value) for name, value in words if name != "channel_binding"]
    return head + mark * bool(kept) + urlencode(kept)


def read_settings() -> Settings:
    """The settings of the environment and `.env`; leaves with a sentence a setting when one is not right."""
    try:
        return Settings()
    except ValidationError as error:
        # Only where and what: the value itself might be a secret.
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise SystemExit("\n".join(faults)) from None
