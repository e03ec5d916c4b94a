"""All settings, read once from the environment and `.env`. The token and the keys never show in a repr or a log."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
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
    data_key: SecretStr = SecretStr("")
    lookup_key: SecretStr = SecretStr("")
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    modules_folder: Path = Path(__file__).parent.parent / "knowledge" / "modules"

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _split_ids(cls, value: object) -> object:
        return frozenset(int(part) for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def _name_the_driver(cls, value: str) -> str:
        # Operators copy `postgresql://` from their provider; without a driver it would mean one we do not ship.
        for given, meant in (("postgresql://", "postgresql+asyncpg://"), ("sqlite+aiosqlite://", "sqlite://")):
            if value.startswith(given):
                return meant + value.removeprefix(given)
        return value

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


def read_settings() -> Settings:
    """The settings of the environment and `.env`; leaves with a sentence a setting when one is not right."""
    try:
        return Settings()
    except ValidationError as error:
        # Only where and what: the value itself might be a secret.
        faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise SystemExit("\n".join(faults)) from None
