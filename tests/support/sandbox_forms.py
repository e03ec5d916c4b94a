"""Forms of the sandbox's control API: calls that carry files."""

from __future__ import annotations

import io
import json
from typing import Any

import aiohttp

File = tuple[str, bytes, str]
"""Its name, what is in it, and its type."""
PNG = b"\x89PNG\r\n\x1a\n"


def form(fields: dict[str, Any], *files: File) -> aiohttp.FormData:
    """Fields that have a value, lists as JSON, and files: one is called `file`, several by their number."""
    made = aiohttp.FormData()
    for name, value in fields.items():
        if value is not None:
            made.add_field(name, json.dumps(value) if isinstance(value, list) else str(value))
    for number, (name, content, mime) in enumerate(files):
        called = "file" if len(files) == 1 else f"file{number}"
        made.add_field(called, io.BytesIO(content), filename=name, content_type=mime)
    return made


def pictures(count: int) -> tuple[File, ...]:
    """So many pictures, none like another."""
    return tuple((f"gambar-{number}.png", PNG + bytes([number]), "image/png") for number in range(1, count + 1))
