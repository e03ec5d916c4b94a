"""Settings: the forms operators paste, and faults that are named without showing the value."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from bot.settings import Settings, read_settings

TOKEN = "7700000077:AAsecretSecretSecretSecretSecret777"


def settings(**given: Any) -> Settings:
    return Settings(_env_file=None, **given)  # type: ignore[call-arg]


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        pytest.param("postgresql://u:p@db/jalin", "postgresql+asyncpg://u:p@db/jalin", id="as providers write it"),
        pytest.param("postgres://u:p@db:5433/jalin", "postgresql+asyncpg://u:p@db:5433/jalin", id="the old way"),
        pytest.param("postgresql+asyncpg://u@db/jalin", "postgresql+asyncpg://u@db/jalin", id="with the driver"),
        pytest.param(
            "postgres://u:p@db/jalin?sslmode=require&channel_binding=require",
            "postgresql+asyncpg://u:p@db/jalin?ssl=require",
            id="with libpq's words",
        ),
        pytest.param("postgres://u:p%40%2F@db/jalin", "postgresql+asyncpg://u:p%40%2F@db/jalin", id="signs escaped"),
        pytest.param("sqlite:///data/jalin.db", "sqlite:///data/jalin.db", id="a file"),
        pytest.param("sqlite+aiosqlite:////var/jalin.db", "sqlite:////var/jalin.db", id="a file by its whole path"),
    ],
)
def test_a_database_is_understood_however_it_is_written(given: str, meant: str) -> None:
    assert settings(database_url=given).database_url == meant
    assert make_url(meant).database


@pytest.mark.parametrize(
    ("given", "ids"),
    [
        ("", set()),
        ("12", {12}),
        ("12,34", {12, 34}),
        (" 12 , 34 ,", {12, 34}),
        ("12;34", {12, 34}),
        ("12 34", {12, 34}),
        ("[12, 34]", {12, 34}),
    ],
)
def test_admins_are_understood_however_they_are_written(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, given: str, ids: set[int]
) -> None:
    monkeypatch.setenv("ADMIN_IDS", given)

    assert read_settings().admin_ids == ids


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ADMIN_IDS", TOKEN),
        ("DATABASE_URL", f"mysql://jalin:{TOKEN}@db/jalin"),
        ("DATABASE_URL", TOKEN),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("TELEGRAM_API_URL", TOKEN),
        ("DEFAULT_TIMEZONE", TOKEN),
        ("LOG_LEVEL", TOKEN),
        ("SENDS_PER_SECOND", TOKEN),
        ("SENDS_PER_SECOND", "1001"),
    ],
)
def test_a_fault_names_the_setting_and_never_the_value(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    with pytest.raises(SystemExit) as left:
        read_settings()

    said = str(left.value)
    assert said.startswith(f"{name.lower()}: ")
    assert value not in said or value == "sqlite://"  # which the sentence itself holds
    assert "secret" not in said.lower()


def test_all_faults_are_named_at_once(nowhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SENDS_PER_SECOND", "many")
    monkeypatch.setenv("LOG_LEVEL", "LOUD")

    with pytest.raises(SystemExit) as left:
        read_settings()

    assert {line.split(":")[0] for line in str(left.value).splitlines()} == {"sends_per_second", "log_level"}


def test_secrets_do_not_show() -> None:
    shown = repr(settings(bot_token=TOKEN, data_key=TOKEN, lookup_key=TOKEN))

    assert TOKEN not in shown


def test_the_file_beside_is_read_and_the_environment_goes_before_it(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (nowhere / ".env").write_text("SENDS_PER_SECOND=3\nLOG_LEVEL=ERROR\nUNKNOWN=1\n", encoding="utf-8")
    monkeypatch.setenv("SENDS_PER_SECOND", "7")

    read = read_settings()

    assert (read.sends_per_second, read.log_level) == (7, "ERROR")


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("sqlite:///data/jalin.db", Path("data")),
        ("sqlite:////srv/j/jalin.db", Path("/srv/j")),
        ("postgresql://u@db/jalin", Path("data")),
    ],
)
def test_what_a_run_makes_is_kept_beside_its_database(url: str, folder: Path) -> None:
    assert settings(database_url=url).data_folder == folder


def test_nothing_is_paid_for_unless_it_is_set() -> None:
    assert settings().paid_broadcast is False
    assert settings(paid_broadcast="true", sends_per_second="1000").paid_broadcast is True
