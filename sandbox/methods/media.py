"""Pictures and documents of a call: uploaded, or known by their file_id."""

import mimetypes
from collections.abc import Callable
from typing import Any

from telegram.constants import FileSizeLimit

from sandbox.errors import Refusal, bad_request
from sandbox.files import StoredFile
from sandbox.methods.registry import Call
from sandbox.params import Upload

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8", b"RIFF", b"BM")


def read_media(call: Call, kind: str, name: str | None = None) -> Callable[[], dict[str, Any]]:
    """Checks the file of a call and returns what stores it: a call that is refused later leaves no file behind."""
    name = name or kind
    upload = call.params.files.get(name) or _attached(call, call.params.text(name))
    if upload is not None:
        _check_size(upload, kind)
        return lambda: _stored(call, kind, upload).content_of()
    given = call.params.text(name)
    if not given:
        raise bad_request(f"There is no {kind} in the request")
    return _known_file(call, kind, given)


def _attached(call: Call, given: str) -> Upload | None:
    return call.params.files.get(given.removeprefix("attach://")) if given.startswith("attach://") else None


def _known_file(call: Call, kind: str, file_id: str) -> Callable[[], dict[str, Any]]:
    if "://" in file_id:
        raise bad_request("Failed to get HTTP URL content")
    file = call.world.files.by_id(file_id)
    if file is None:
        raise bad_request("Wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"Can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file.content_of


def _check_size(upload: Upload, kind: str) -> None:
    size = len(upload.content)
    if size > FileSizeLimit.FILESIZE_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    if size == 0:
        raise bad_request("File must be non-empty")
    if kind == "photo" and size > FileSizeLimit.PHOTOSIZE_UPLOAD:
        raise bad_request(f"File of size {size} bytes is too big for a photo; the maximum size is 10485760 bytes")
    if kind == "photo" and not upload.content.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")


def _stored(call: Call, kind: str, upload: Upload) -> StoredFile:
    mime = mimetypes.guess_type(upload.name)[0] or upload.mime or "application/octet-stream"
    return call.world.files.put(kind, upload.name, mime, upload.content)
