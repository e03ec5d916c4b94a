"""Files that bots download."""

from typing import Any

import telegram
from telegram.constants import FileSizeLimit

from sandbox.errors import bad_request
from sandbox.methods.registry import Call, method


@method("getFile")
def get_file(call: Call) -> dict[str, Any]:
    file_id = call.params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = call.world.files.by_id(file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    if file.content is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    data = {"file_id": file.file_id, "file_unique_id": file.unique_id, "file_size": file.size, "file_path": file.path}
    return call.world.checker.check(telegram.File, data)
