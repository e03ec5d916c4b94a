"""What a message says: its text or caption, read from the parameters."""

from typing import Any

import telegram
from telegram.constants import MessageLimit

from sandbox import html
from sandbox.errors import bad_request
from sandbox.methods.registry import Call
from sandbox.text import Entity, Formatted, given_entities, tidy

_MOST_BYTES = 1 << 15


def read_text(call: Call) -> Formatted:
    """The text of a message; refuses an empty one and broken markup."""
    if not call.params.text("text"):
        raise bad_request("Message text is empty")
    return read_formatted(call, "text", "entities")


def read_formatted(call: Call, name: str, entities: str, parse_mode: str = "parse_mode") -> Formatted:
    """A text and its entities, by parse_mode or as given, before it is tidied."""
    source, mode = call.params.text(name), call.params.text(parse_mode).lower()
    if len(source.encode()) > _MOST_BYTES:
        raise bad_request("Text is too long")
    if source and mode not in ("", "none"):
        raw = _parsed(source, mode)
    else:
        given = given_entities(source, call.params.json(entities, "MessageEntity"))
        raw = Formatted(source, [call.known(telegram.MessageEntity, entity, "MessageEntity") for entity in given])
    return Formatted(raw.text, [entity for entity in map(_mentioner(call), raw.entities) if entity])


def _parsed(source: str, mode: str) -> Formatted:
    if mode == "html":
        return html.parse(source)
    if mode in ("markdown", "markdownv2"):
        raise bad_request("Can't parse entities: the sandbox reads parse_mode HTML only")
    raise bad_request("Unsupported parse_mode")


def _mentioner(call: Call) -> Any:
    """Mentions of people by id carry the person; of somebody unknown nothing is left."""

    def resolve(entity: Entity) -> Entity | None:
        if entity["type"] != "text_mention":
            return entity
        person = call.world.people.get(entity.get("user_id") or entity["user"].get("id"))
        kept = {key: value for key, value in entity.items() if key != "user_id"}
        return kept | {"user": person.user()} if person else None

    return resolve


def text_content(raw: Formatted, *, too_long: str) -> dict[str, Any]:
    """The content of a text message; refuses one without words, and with `too_long` one over the limit."""
    text = tidy(raw)
    if not text.text:
        raise bad_request("Text must be non-empty")
    if len(text.text) > MessageLimit.MAX_TEXT_LENGTH:
        raise bad_request(too_long)
    return _fields(text, "text", "entities")


def caption_content(raw: Formatted, *, too_long: str) -> dict[str, Any]:
    """Caption and its entities, nothing when it is empty; refuses one over the limit."""
    caption = tidy(raw)
    if len(caption.text) > MessageLimit.CAPTION_LENGTH:
        raise bad_request(too_long)
    return _fields(caption, "caption", "caption_entities") if caption.text else {}


def _fields(text: Formatted, name: str, entities: str) -> dict[str, Any]:
    content: dict[str, Any] = {name: text.text}
    if text.entities:
        content[entities] = text.entities[: MessageLimit.MESSAGE_ENTITIES]
    return content


def link_preview(call: Call) -> dict[str, Any]:
    options = call.params.json("link_preview_options", "link preview options")
    if options is None:
        return {"link_preview_options": {"is_disabled": True}} if call.params.flag("disable_web_page_preview") else {}
    if not isinstance(options, dict):
        raise bad_request("Object expected as link preview options")
    given = call.known(telegram.LinkPreviewOptions, options, "link preview options")
    return {"link_preview_options": given} if given else {}
