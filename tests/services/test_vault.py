"""The vault and the folding of phone numbers."""

from __future__ import annotations

import pytest

from services.vault import Vault, WrongKey, fold_phone


@pytest.fixture
def vault() -> Vault:
    return Vault(*Vault.new_keys())


def test_a_cipher_opens_to_the_same_text(vault: Vault) -> None:
    cipher = vault.encrypt("199003152015032014")

    assert vault.decrypt(cipher) == "199003152015032014"


def test_a_cipher_shows_neither_the_text_nor_that_two_texts_are_equal(vault: Vault) -> None:
    first, second = vault.encrypt("199003152015032014"), vault.encrypt("199003152015032014")

    assert b"1990" not in first
    assert first != second


def test_a_cipher_of_another_key_is_refused_with_a_name(vault: Vault) -> None:
    cipher = Vault(*Vault.new_keys()).encrypt("199003152015032014")

    with pytest.raises(WrongKey, match="DATA_KEY"):
        vault.decrypt(cipher)


@pytest.mark.parametrize("spoil", [0, 1, 12, 13, -1], ids=["version", "nonce", "nonce-end", "body", "tag"])
def test_a_changed_byte_is_noticed_wherever_it_stands(vault: Vault, spoil: int) -> None:
    cipher = bytearray(vault.encrypt("199003152015032014"))
    cipher[spoil] ^= 1

    with pytest.raises(WrongKey):
        vault.decrypt(bytes(cipher))


@pytest.mark.parametrize("cut", [b"", b"\x01", b"\x01short"], ids=["empty", "version-only", "short"])
def test_what_is_no_cipher_is_refused(vault: Vault, cut: bytes) -> None:
    with pytest.raises(WrongKey):
        vault.decrypt(cut)


def test_a_look_up_is_the_same_for_one_key_and_another_for_the_next(vault: Vault) -> None:
    other = Vault(*Vault.new_keys())

    assert vault.lookup("199003152015032014") == vault.lookup("199003152015032014")
    assert vault.lookup("199003152015032014") != other.lookup("199003152015032014")
    assert len(vault.lookup("")) == 32


def test_keys_of_another_length_are_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(b"short", b"short")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("081234567890", "6281234567890", id="national"),
        pytest.param("+6281234567890", "6281234567890", id="international"),
        pytest.param("6281234567890", "6281234567890", id="as-telegram-sends-it"),
        pytest.param("0812-3456-7890", "6281234567890", id="dashes"),
        pytest.param("+62 812 3456 7890", "6281234567890", id="spaces"),
        pytest.param("+62 (0)812 3456 7890", "6281234567890", id="both-prefixes"),
        pytest.param("0062 812 3456 7890", "6281234567890", id="double-zero"),
        pytest.param("０８１２３４５６７８９０", "6281234567890", id="full-width"),
        pytest.param("+81 90 1234 5678", "819012345678", id="japan"),
        pytest.param("tidak ada", "", id="none"),
    ],
)
def test_one_number_folds_to_one_spelling(text: str, folded: str) -> None:
    assert fold_phone(text) == folded
