"""The languages people are spoken to in, the first one where nobody has chosen."""

from __future__ import annotations

from typing import Final

LANGUAGES: Final = ("id", "en")
