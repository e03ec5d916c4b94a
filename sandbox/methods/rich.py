"""Rich messages of a call: read from blocks or HTML, checked, and sent."""

from collections.abc import Callable
from typing import Any

from sandbox.errors import bad_request, within
from sandbox.methods.registry import Call, method
from sandbox.methods.sending import send
from sandbox.rich import markup, measure
from sandbox.rich.reader import Reader

_SOURCES = ("blocks", "markdown", "html")
_KNOWN = {*_SOURCES, "is_rtl", "skip_entity_detection", "media"}
_PARAMETERS = (
    "chat_id",
    "rich_message",
    "business_connection_id",
    "message_thread_id",
    "direct_messages_topic_id",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "message_effect_id",
    "suggested_post_parameters",
    "reply_parameters",
    "reply_markup",
    "ephemeral_message_parameters",
)


@method("sendRichMessage", newer=_PARAMETERS)
def send_rich_message(call: Call) -> dict[str, Any]:
    return send(call, read_rich(call))


def read_rich(call: Call) -> Callable[[], dict[str, Any]]:
    """Reads the `rich_message` of a call; what is returned holds it against the limits and makes the content.

    In this order Telegram refuses: a field that cannot be read before the chat is looked at, a limit after.
    """
    given = call.params.json("rich_message", "rich message")
    if given is None:
        raise bad_request("Rich message must be non-empty")
    if not isinstance(given, dict):
        raise bad_request("Object expected as InputRichMessage")
    for name in given.keys() - _KNOWN:
        call.world.warn(f"{call.method}: InputRichMessage.{name} is not known")
    blocks = _read_blocks(call, given)
    message: dict[str, Any] = {"blocks": blocks} | ({"is_rtl": True} if given.get("is_rtl") is True else {})

    def content() -> dict[str, Any]:
        measure.check(blocks)
        return {"rich_message": message}

    return content


def _read_blocks(call: Call, given: dict[str, Any]) -> list[dict[str, Any]]:
    reader = Reader(_finder(call), _warner(call), detect=given.get("skip_entity_detection") is not True)
    match _source(call, given):
        case "html":
            return reader.blocks(_from_html(call, given["html"]))
        case "blocks":
            with within("Can't parse InputRichBlock"):
                return reader.blocks(given["blocks"])
    raise bad_request("the sandbox reads rich messages from html and blocks only")


def _source(call: Call, given: dict[str, Any]) -> str:
    """Telegram takes one of several without a word, and drops the others."""
    sources = [name for name in _SOURCES if given.get(name) is not None]
    if not sources:
        raise bad_request("Rich message must be non-empty")
    if len(sources) > 1:
        call.world.warn(f"{call.method}: InputRichMessage has {' and '.join(sources)}, of which only one counts")
    if given.get("media"):
        raise bad_request("the sandbox knows no media in rich messages")
    return sources[0]


def _from_html(call: Call, source: Any) -> list[dict[str, Any]]:
    if not isinstance(source, str):
        raise bad_request('Field "html" must be of type String')
    if not source.strip():
        raise bad_request("RICH_MESSAGE_HTML_INVALID")
    return markup.read(source, _warner(call))


def _finder(call: Call) -> Callable[[int], dict[str, Any] | None]:
    def find(person_id: int) -> dict[str, Any] | None:
        person = call.world.people.get(person_id)
        return person.user() if person else None

    return find


def _warner(call: Call) -> Callable[[str], None]:
    return lambda text: call.world.warn(f"{call.method}: rich message: {text}")
