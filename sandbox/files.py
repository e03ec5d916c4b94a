"""Uploaded files, kept in memory; the oldest contents go when half a gigabyte is full."""

import base64
import hashlib
import struct
from dataclasses import dataclass
from itertools import count
from typing import Any

_KEPT_BYTES = 512 * 1024 * 1024
_NO_SIZE = (800, 600)


@dataclass(slots=True)
class StoredFile:
    number: int
    kind: str
    name: str
    mime: str
    size: int
    file_id: str
    unique_id: str
    content: bytes | None

    @property
    def path(self) -> str:
        """Where the Bot API lets it be downloaded."""
        folder = f"{self.kind}s"
        ending = self.name.rsplit(".", 1)[-1] if "." in self.name else "bin"
        return f"{folder}/file_{self.number}.{ending}"

    @property
    def url(self) -> str:
        return f"/api/files/{self.number}"

    def content_of(self) -> dict[str, Any]:
        """The field of a message that holds it."""
        if self.kind == "photo":
            return {"photo": self.as_photo()}
        return {"video": self.as_video()} if self.kind == "video" else {"document": self.as_document()}

    def as_video(self) -> dict[str, Any]:
        return self.as_document() | {"width": 640, "height": 360, "duration": 3}

    def as_document(self) -> dict[str, Any]:
        return {
            "file_name": self.name,
            "mime_type": self.mime,
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }

    def as_photo(self) -> list[dict[str, Any]]:
        width, height = picture_size(self.content or b"")
        ids = {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}
        return [ids | {"width": width, "height": height}]


class FileStore:
    """Files by number, by file_id and by download path."""

    def __init__(self, kept_bytes: int = _KEPT_BYTES) -> None:
        self._numbers = count(1)
        self._files: dict[int, StoredFile] = {}
        self._by_id: dict[str, StoredFile] = {}
        self._kept_bytes = kept_bytes
        self._bytes = 0

    def put(self, kind: str, name: str, mime: str, content: bytes) -> StoredFile:
        number = next(self._numbers)
        digest = hashlib.sha256(content + f"{kind}{number}".encode()).digest()
        prefix = "AgACAgUAAxkBAAI" if kind == "photo" else "BQACAgUAAxkBAAI"
        file_id = prefix + base64.urlsafe_b64encode(digest[:24]).decode().rstrip("=")
        unique_id = "AQAD" + base64.urlsafe_b64encode(digest[24:]).decode().rstrip("=")
        file = StoredFile(number, kind, name, mime, len(content), file_id, unique_id, content)
        self._files[number] = self._by_id[file_id] = file
        self._bytes += len(content)
        self._make_room()
        return file

    def _make_room(self) -> None:
        for file in self._files.values():
            if self._bytes <= self._kept_bytes:
                return
            if file.content is not None:
                self._bytes -= file.size
                file.content = None

    def by_id(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_number(self, number: int) -> StoredFile | None:
        return self._files.get(number)

    def by_path(self, path: str) -> StoredFile | None:
        digits = "".join(sign for sign in path.rsplit("/", 1)[-1].split(".")[0] if sign.isdigit())
        file = self._files.get(int(digits)) if digits else None
        return file if file is not None and file.path == path else None

    def clear(self) -> None:
        """Forgets the files; numbers go on."""
        self._files.clear()
        self._by_id.clear()
        self._bytes = 0


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG, GIF or JPEG; a usual size for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if content[:3] == b"GIF" and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return int(width), int(height)
    return _jpeg_size(content) if content[:2] == b"\xff\xd8" else _NO_SIZE


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + length
    return _NO_SIZE
