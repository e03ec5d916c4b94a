"""The vault: personal numbers go in, ciphers and look-up hashes come out. Two keys, so that one alone tells little."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import unicodedata
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
VERSION = b"\x01"
"""The first byte of every cipher, authenticated with it: tells a later vault which key and method made it."""
COUNTRY = "62"


class WrongKey(Exception):  # noqa: N818 - read by an operator as a sentence
    """A cipher does not open with this key: another key made it, or it was changed."""


class Keys(NamedTuple):
    """A fresh pair, in the order the vault takes them."""

    data_key: bytes
    lookup_key: bytes


class Vault:
    """Encrypts texts (AES-256-GCM) and makes hashes to find them by (HMAC-SHA256). Both keys hold 32 bytes."""

    __slots__ = ("_cipher", "_lookup_key")

    def __init__(self, data_key: bytes, lookup_key: bytes) -> None:
        if len(data_key) != KEY_BYTES or len(lookup_key) != KEY_BYTES:
            raise ValueError(f"both keys of the vault hold {KEY_BYTES} bytes")
        self._cipher = AESGCM(data_key)
        self._lookup_key = lookup_key

    @staticmethod
    def new_keys() -> Keys:
        """Two random keys."""
        return Keys(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(KEY_BYTES))

    def encrypt(self, text: str) -> bytes:
        """Version, nonce, cipher. The same text gives another cipher each time."""
        nonce = os.urandom(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, text.encode(), VERSION)

    def decrypt(self, cipher: bytes) -> str:
        """What `encrypt` was given; raises WrongKey when it does not open."""
        version, nonce, body = cipher[:1], cipher[1 : 1 + NONCE_BYTES], cipher[1 + NONCE_BYTES :]
        if version != VERSION or len(nonce) != NONCE_BYTES:
            raise WrongKey("this is no cipher that this vault can read")
        try:
            return self._cipher.decrypt(nonce, body, VERSION).decode()
        except InvalidTag:
            raise WrongKey("the cipher does not open: was DATA_KEY changed?") from None

    def lookup(self, text: str) -> bytes:
        """32 bytes that are always the same for the same text, and tell nothing without the key."""
        return hmac.new(self._lookup_key, text.encode(), hashlib.sha256).digest()


def fold_phone(text: str) -> str:
    """A phone number's digits in international form (`0812...`, `+62 812...` and `62812...` are one); empty if none.

    A bare `812...` stays as it is: it could be a number of another country (81 is Japan).
    """
    digits = "".join(str(unicodedata.decimal(char)) for char in text if char.isdecimal()).removeprefix("00")
    if digits.startswith(COUNTRY + "0"):  # +62 (0)812...
        return COUNTRY + digits.removeprefix(COUNTRY + "0")
    return COUNTRY + digits[1:] if digits.startswith("0") else digits
