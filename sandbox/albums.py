"""Albums: several files that a person sends at once. Each part is a message, and an update, of its own."""

from collections.abc import Sequence

from telegram.constants import MediaGroupLimit

from sandbox.acts import Place, caption_of, file_of, kind_of, write
from sandbox.chats import Message
from sandbox.errors import ControlError
from sandbox.params import Upload


def send(
    place: Place,
    uploads: Sequence[Upload],
    captions: Sequence[str],
    kind: str | None = None,
    *,
    reply_to: int | None = None,
    topic: int | None = None,
) -> tuple[list[Message], list[int]]:
    """The parts in their order, with the same `media_group_id`, and the updates; nothing is sent of a wrong album."""
    if not MediaGroupLimit.MIN_MEDIA_LENGTH <= len(uploads) <= MediaGroupLimit.MAX_MEDIA_LENGTH:
        raise ControlError("An album has 2 to 10 parts.")
    if len(captions) > len(uploads):
        raise ControlError("An album has no more captions than parts.")
    kinds = [kind or kind_of(upload) for upload in uploads]
    if "document" in kinds and set(kinds) != {"document"}:
        raise ControlError("Documents go in an album with documents only.")
    texts = [*captions, *[""] * (len(uploads) - len(captions))]
    for text in texts:
        caption_of(text)
    album = {"media_group_id": place.world.new_album()}
    parts: list[Message] = []
    told: list[int] = []
    for upload, one, text in zip(uploads, kinds, texts, strict=True):
        content = file_of(place.world, upload, text, one) | album
        message, updates = write(place, content, reply_to, topic=topic)
        parts.append(message)
        told += updates
    return parts, told
