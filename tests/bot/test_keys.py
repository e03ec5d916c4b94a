"""The vault's keys: given, kept beside the database, or refused in a sentence that shows none of them."""

from __future__ import annotations

import base64
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from bot import keys
from bot.keys import BadKey, new_key, open_vault
from bot.settings import Settings


def settings(folder: Path, **given: Any) -> Settings:
    return Settings(_env_file=None, database_url=f"sqlite:///{folder}/jalin.db", **given)  # type: ignore[call-arg]


def test_missing_keys_are_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"

    cipher = open_vault(settings(folder)).encrypt("x")

    assert open_vault(settings(folder)).decrypt(cipher) == "x"
    assert stat.S_IMODE((folder / "keys.env").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["keys.env"]


@pytest.mark.parametrize("attempt", range(10))
def test_of_processes_that_start_at_once_all_get_the_same_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attempt: int
) -> None:
    together, real = Barrier(4), keys._make

    def make(file: Path) -> None:
        together.wait(5)  # each has seen that there is no file
        real(file)

    monkeypatch.setattr(keys, "_make", make)
    with ThreadPoolExecutor(4) as processes:
        vaults = list(processes.map(lambda _: open_vault(settings(tmp_path)), range(4)))

    hashes = {vault.lookup("x") for vault in vaults}
    assert (len(hashes), [file.name for file in tmp_path.iterdir()]) == (1, ["keys.env"])


def test_the_operators_keys_come_first_and_make_no_file(tmp_path: Path) -> None:
    given = {"data_key": new_key(), "lookup_key": new_key()}

    first, second = open_vault(settings(tmp_path, **given)), open_vault(settings(tmp_path, **given))

    assert first.lookup("x") == second.lookup("x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("alphabet", [base64.urlsafe_b64encode, base64.standard_b64encode], ids=["urlsafe", "standard"])
def test_both_alphabets_of_base64_are_read(tmp_path: Path, alphabet: Any) -> None:
    key = alphabet(b"\xfb\xff" * 16).decode()

    assert open_vault(settings(tmp_path, data_key=key, lookup_key=key)).lookup("x")


@pytest.mark.parametrize(
    ("key", "said"),
    [
        pytest.param("c2hvcnQ=", "5 bytes", id="too short"),
        pytest.param("a", "not base64", id="cut off"),
        pytest.param("rahasia-é", "not base64", id="no letters of base64"),
    ],
)
def test_a_key_that_is_none_is_named_and_not_shown(tmp_path: Path, key: str, said: str) -> None:
    with pytest.raises(BadKey, match=said) as refused:
        open_vault(settings(tmp_path, data_key=key, lookup_key=new_key()))

    assert str(refused.value).startswith("DATA_KEY")
    assert key not in str(refused.value).replace("base64", "").replace("DATA_KEY has", "") or len(key) == 1


def test_a_file_that_lost_a_key_is_not_filled_up_with_another(tmp_path: Path) -> None:
    kept = tmp_path / "keys.env"
    kept.write_text(f"DATA_KEY={new_key()}\n", encoding="utf-8")

    with pytest.raises(BadKey, match="LOOKUP_KEY"):
        open_vault(settings(tmp_path))
