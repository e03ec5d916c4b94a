"""Reply markups: read with python-telegram-bot's types, held against its limits, refused in Telegram's words."""

from typing import Any

import telegram
from telegram.constants import InlineKeyboardButtonLimit, InlineKeyboardMarkupLimit

from sandbox.chats import Chat, Private
from sandbox.errors import bad_request
from sandbox.html import checked_url
from sandbox.methods.registry import Call

Markup = dict[str, Any]

_TYPED = (
    "url",
    "callback_data",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)
_STYLES = (None, "", "default", "primary", "danger", "success")
_KINDS: tuple[tuple[str, type[telegram.TelegramObject]], ...] = (
    ("keyboard", telegram.ReplyKeyboardMarkup),
    ("inline_keyboard", telegram.InlineKeyboardMarkup),
    ("remove_keyboard", telegram.ReplyKeyboardRemove),
    ("force_reply", telegram.ForceReply),
)
_REQUESTS = {"request_contact": "Phone number", "request_location": "Location", "request_poll": "Poll"}


def read_markup(call: Call) -> Markup | None:
    """The reply markup of a call, None without one. What only the chat can decide is left to `check_markup`."""
    data = call.params.json("reply_markup", "reply keyboard markup")
    if data is None:
        return None
    if not isinstance(data, dict):
        raise bad_request("Object expected as reply markup")
    _read_rows(data, "keyboard", 'Field "keyboard" must be an Array of Arrays', _reply_button)
    rows = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    _read_rows(data, "inline_keyboard", rows, _inline_button)
    kind = next((kind for name, kind in _KINDS if data.get(name)), None)
    return call.known(kind, data, "reply keyboard markup") if kind else None


def _read_rows(data: Markup, name: str, reason: str, read: Any) -> None:
    rows = data.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(reason)
    if rows:
        data[name] = [[read(button) for button in row] for row in rows if row]


def _reply_button(button: Any) -> Markup:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("Can't parse keyboard button: KeyboardButton must be a String or an Object")
    return _with_text(button, "Can't parse keyboard button")


def _inline_button(button: Any) -> Markup:
    if not isinstance(button, dict):
        raise bad_request("Can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    read = _with_text(button, "Can't parse inline keyboard button")
    for name in ("url", "callback_data"):
        if not isinstance(read.get(name, ""), str):
            raise bad_request(f'Can\'t parse inline keyboard button: Field "{name}" must be of type String')
    if not isinstance(read.get("copy_text", {}), dict):
        raise bad_request('Can\'t parse inline keyboard button: Field "copy_text" must be of type Object')
    if not any(read.get(name) not in (None, "") or (name in read and "switch" in name) for name in _TYPED):
        raise bad_request("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    return read


def _with_text(button: Markup, where: str) -> Markup:
    if "text" not in button:
        raise bad_request(f'{where}: Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise bad_request(f'{where}: Field "text" must be of type String')
    if button.get("style") not in _STYLES:
        raise bad_request(f"{where}: invalid button style specified")
    return {key: value for key, value in button.items() if value is not None}


def check_markup(markup: Markup | None, chat: Chat) -> None:
    """Refuses what Telegram refuses once it knows the chat."""
    for row in (markup or {}).get("keyboard", []):
        for button in row:
            _check_reply_button(button, chat)
    _check_inline_rows((markup or {}).get("inline_keyboard", []))


def check_inline_markup(markup: Markup | None) -> None:
    """As above, where nothing but an inline keyboard may stand."""
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    _check_inline_rows((markup or {}).get("inline_keyboard", []))


def _check_inline_rows(rows: list[list[Markup]]) -> None:
    for row in rows:
        for button in row:
            _check_inline_button(button)
    count = sum(len(row) for row in rows)
    wide = any(len(row) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows)
    if wide or count > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("reply markup is too long")


def _check_reply_button(button: Markup, chat: Chat) -> None:
    if not button["text"].strip():
        raise bad_request("Keyboard button text must be non-empty")
    for name, what in _REQUESTS.items():
        if button.get(name) and not isinstance(chat, Private):
            raise bad_request(f"{what} can be requested in private chats only")


def _check_inline_button(button: Markup) -> None:
    if not button["text"].strip():
        raise bad_request("Inline keyboard button text must be non-empty")
    if len(str(button.get("callback_data", "")).encode()) > InlineKeyboardButtonLimit.MAX_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url and not url.startswith("tg://user") and checked_url(url) is None:
        raise bad_request(f"Inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    copied = (button.get("copy_text") or {}).get("text")
    if copied is not None and not 0 < len(copied) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
