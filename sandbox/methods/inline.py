"""The answer to an inline query: its results and its button, checked in Telegram's order and refused in its words."""

import re
from collections.abc import Callable
from typing import Any

import telegram
from telegram.constants import (
    InlineQueryLimit,
    InlineQueryResultLimit,
    InlineQueryResultsButtonLimit,
    InlineQueryResultType,
)

from sandbox.errors import bad_request, within
from sandbox.inline import Answer, Offer
from sandbox.methods.content import link_preview, read_formatted, text_content
from sandbox.methods.markup import check_inline_markup, read_markup
from sandbox.methods.registry import Call, method
from sandbox.methods.rich import read_rich
from sandbox.params import Params

_DAY = 24 * 60 * 60
_RESULT = "Can't parse inline query result"
_START_SIGNS = re.compile(r"[A-Za-z0-9_-]*")
_TYPES = {kind.value for kind in InlineQueryResultType}


@method("answerInlineQuery")
def answer_inline_query(call: Call) -> bool:
    """Taken once and while the person still waits."""
    button = _read_button(call)
    read = [_read_result(call, result) for result in _read_list(call)]
    _check_button(button)
    offers = [make() for make in read]
    _check_ids([offer.shown["id"] for offer in offers])
    if any(not offer.shown["title"].strip() for offer in offers):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    next_offset = call.params.text("next_offset")
    if len(next_offset.encode()) > InlineQueryLimit.MAX_OFFSET_LENGTH:
        raise bad_request("NEXT_OFFSET_INVALID")
    inline = call.world.inline
    query = inline.open(call.bot.id, call.params.text("inline_query_id"))
    cache_time = call.params.number("cache_time", 300, 0, _DAY)
    by_id = {offer.shown["id"]: offer for offer in offers}
    inline.answer(query, Answer(by_id, button, next_offset, cache_time, call.params.flag("is_personal")))
    return True


def _read_list(call: Call) -> list[Any]:
    results = call.params.json("results", "JSON encoded inline query results")
    if results is None:
        return []
    if not isinstance(results, list):
        raise bad_request("Expected an Array of inline query results")
    if len(results) > InlineQueryLimit.RESULTS:
        raise bad_request("Too many inline query results specified")
    return results


def _read_result(call: Call, result: Any) -> Callable[[], Offer]:
    """Checks the form of one result; what is returned checks the rest, which Telegram does after all were read."""
    with within(_RESULT):
        if not isinstance(result, dict):
            raise bad_request("Inline query result must be an object")
        kind, result_id = _string(result, "type").lower(), _string(result, "id")
        if kind not in _TYPES:
            raise bad_request(f'type "{kind}" is unsupported for the inline query result')
        if kind != InlineQueryResultType.ARTICLE:
            raise bad_request(f"the sandbox knows articles only, not {kind}")
        content = _read_content(call, result)
        markup = read_markup(_inner(call, result))
        shown: dict[str, Any] = {"id": result_id, "type": kind, "title": _string(result, "title")}
        shown |= {name: _optional(result, name) for name in ("description", "url", "thumbnail_url")}
    apart = ("type", "input_message_content", "reply_markup")
    rest = {key: value for key, value in result.items() if key not in apart}
    call.known(telegram.InlineQueryResultArticle, rest | {"input_message_content": {}}, "inline query result")

    def offer() -> Offer:
        check_inline_markup(markup)
        return Offer(shown, content(), markup)

    return offer


def _read_content(call: Call, result: dict[str, Any]) -> Callable[[], dict[str, Any]]:
    """What is sent when the result is picked."""
    given = result.get("input_message_content")
    if given is None:
        raise bad_request('Can\'t find field "message_text"')
    if not isinstance(given, dict):
        raise bad_request('Field "input_message_content" must be of type Object')
    if given.get("rich_message") is not None:
        return read_rich(_inner(call, given))
    if not _optional(given, "message_text"):
        raise bad_request("Input message content is not specified")
    given = call.known(telegram.InputTextMessageContent, given, "inline query result")
    inner = _inner(call, given)
    raw, preview = read_formatted(inner, "message_text", "entities"), link_preview(inner)
    return lambda: text_content(raw, too_long="MESSAGE_TOO_LONG") | preview


def _inner(call: Call, values: dict[str, Any]) -> Call:
    return Call(call.world, call.account, call.method, Params(values, call.params.files))


def _string(given: dict[str, Any], name: str) -> str:
    if given.get(name) is None:
        raise bad_request(f'Can\'t find field "{name}"')
    return str(_optional(given, name))


def _optional(given: dict[str, Any], name: str) -> str | None:
    """A field that holds a text; numbers count as one, as they do for Telegram."""
    value = given.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise bad_request(f'Field "{name}" must be of type String')
    return None if value is None else str(value)


def _check_ids(ids: list[str]) -> None:
    most = InlineQueryResultLimit.MAX_ID_LENGTH
    if any(not InlineQueryResultLimit.MIN_ID_LENGTH <= len(result_id.encode()) <= most for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _read_button(call: Call) -> dict[str, Any] | None:
    given = call.params.json("button", "inline query results button")
    if given is None:
        return None
    with within("Can't parse inline query results button"):
        if not isinstance(given, dict):
            raise bad_request("InlineQueryResultsButton must be an Object")
        text = _string(given, "text")
        if given.get("web_app"):
            raise bad_request("the sandbox has no Web Apps")
        if "start_parameter" not in given:
            raise bad_request("InlineQueryResultsButton must have exactly one optional field")
        button = {"text": text, "start_parameter": _string(given, "start_parameter")}
    call.known(telegram.InlineQueryResultsButton, given, "inline query results button")
    return button


def _check_button(button: dict[str, Any] | None) -> None:
    if button is None:
        return
    parameter = button["start_parameter"]
    if not parameter:
        raise bad_request("Can't use empty start_parameter")
    if len(parameter.encode()) > InlineQueryResultsButtonLimit.MAX_START_PARAMETER_LENGTH:
        raise bad_request("Too long start_parameter specified")
    if not _START_SIGNS.fullmatch(parameter):
        raise bad_request("Unallowed characters in start_parameter are used")
    if not button["text"].strip():
        raise bad_request("SWITCH_PM_TEXT_EMPTY")
