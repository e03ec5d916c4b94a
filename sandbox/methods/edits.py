"""Methods that change or delete what was sent."""

from collections.abc import Callable
from typing import Any

import telegram

from sandbox.chats import Chat, Group, Message, Private
from sandbox.errors import bad_request
from sandbox.methods.access import check_member
from sandbox.methods.content import caption_content, link_preview, read_formatted, read_text, text_content
from sandbox.methods.markup import check_inline_markup, read_markup
from sandbox.methods.media import read_media
from sandbox.methods.registry import Call, method
from sandbox.methods.rich import read_rich
from sandbox.params import Params

DELETABLE_SECONDS = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
_MOST_IDS = 100


@method("editMessageText", newer=["rich_message"])
def edit_text(call: Call) -> dict[str, Any] | bool:
    content = _new_text(call)
    chat, message, markup = _editable(call)
    if message.content.keys().isdisjoint(("text", "rich_message")):
        raise bad_request("There is no text in the message to edit")
    return _edit(call, chat, message, content() | _kept(message), markup)


def _new_text(call: Call) -> Callable[[], dict[str, Any]]:
    """A text may become a rich message, and the other way round."""
    if call.params.values.get("rich_message") is not None:
        return read_rich(call)
    raw = read_text(call)
    preview = link_preview(call)
    return lambda: text_content(raw, too_long="MESSAGE_TOO_LONG") | preview


def _kept(message: Message) -> dict[str, Any]:
    """What no edit changes: the protection of what was sent protected, and the bot it came by."""
    return {key: value for key, value in message.content.items() if key in ("has_protected_content", "via_bot")}


@method("editMessageCaption")
def edit_caption(call: Call) -> dict[str, Any] | bool:
    raw = read_formatted(call, "caption", "caption_entities")
    chat, message, markup = _editable(call)
    if message.content.keys().isdisjoint(("photo", "document")):
        raise bad_request("There is no caption in the message to edit")
    rest = {key: value for key, value in message.content.items() if not key.startswith("caption")}
    caption = caption_content(raw, too_long="MEDIA_CAPTION_TOO_LONG")
    return _edit(call, chat, message, rest | caption, markup)


@method("editMessageMedia")
def edit_media(call: Call) -> dict[str, Any] | bool:
    given = call.params.json("media", "input media")
    if not isinstance(given, dict) or given.get("type") not in ("photo", "document"):
        raise bad_request("Can't parse InputMedia: the sandbox edits photos and documents only")
    inner = Call(
        call.world, call.account, call.method, Params(given | {given["type"]: given.get("media")}, call.params.files)
    )
    media, raw = read_media(inner, given["type"]), read_formatted(inner, "caption", "caption_entities")
    chat, message, markup = _editable(call)
    content = media() | caption_content(raw, too_long="MEDIA_CAPTION_TOO_LONG") | _kept(message)
    return _edit(call, chat, message, content, markup)


@method("editMessageReplyMarkup")
def edit_markup(call: Call) -> dict[str, Any] | bool:
    chat, message, markup = _editable(call)
    return _edit(call, chat, message, message.content, markup)


def _editable(call: Call) -> tuple[Chat, Message, dict[str, Any] | None]:
    """The bot's own message that it wants to edit, with the new inline keyboard."""
    markup = read_markup(call)
    if not call.params.text("chat_id") and not call.params.integer("message_id"):
        return *_inline_message(call), markup
    chat = call.chat()
    check_member(call, chat)
    message = chat.messages.get(call.params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender["id"] != call.bot.id or message.keyboard_shown:
        raise bad_request("Message can't be edited")
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return chat, message, markup


def _inline_message(call: Call) -> tuple[Chat, Message]:
    """A message that somebody sent by way of the bot, in a chat that the bot need not know."""
    inline_id = call.params.text("inline_message_id")
    if not inline_id:
        raise bad_request("Message identifier is not specified")
    return call.world.inline.message(call.bot.id, inline_id)


def _edit(
    call: Call, chat: Chat, message: Message, content: dict[str, Any], markup: dict[str, Any] | None
) -> dict[str, Any] | bool:
    check_inline_markup(markup)
    if content == message.content and markup == message.markup:
        raise bad_request(_NOT_MODIFIED)
    by_inline_id = not call.params.text("chat_id")
    # Of an inline message the bot does not know the chat: each counts as one of its own.
    call.account.floods.admit(message.id if by_inline_id else chat.id, call.world.now())
    message.rewrite(content, markup, int(call.world.now()))
    call.world.tell("edited", chat, message)
    if by_inline_id:
        call.accepted(None, None)
        return True
    call.accepted(chat, message.id)
    return call.world.checker.check(telegram.Message, chat.wire(message))


@method("deleteMessage")
def delete_message(call: Call) -> bool:
    if not call.params.text("chat_id"):
        raise bad_request("Chat identifier is not specified")
    if not call.params.integer("message_id"):
        raise bad_request("Message identifier is not specified")
    chat = call.chat()
    check_member(call, chat)
    message = chat.messages.get(call.params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(call, chat, message)
    call.world.delete(chat, message.id)
    call.accepted(chat, message.id)
    return True


@method("deleteMessages")
def delete_messages(call: Call) -> bool:
    ids = call.params.json("message_ids", "message_ids")
    if not ids:
        raise bad_request("Message identifiers are not specified")
    if not isinstance(ids, list) or len(ids) > _MOST_IDS:
        reason = (
            "Too many message identifiers specified"
            if isinstance(ids, list)
            else "Expected an Array of message identifiers"
        )
        raise bad_request(reason)
    if not all(isinstance(message_id, int) for message_id in ids):
        raise bad_request("Message identifier must be a Number")
    chat = call.chat()
    check_member(call, chat)
    messages = [message for message in map(chat.messages.get, ids) if message is not None]
    for message in messages:
        _check_deletable(call, chat, message)
    for message in messages:
        call.world.delete(chat, message.id)
        call.accepted(chat, message.id)
    return True


def _check_deletable(call: Call, chat: Chat, message: Message) -> None:
    """Own messages and, in a private chat or as administrator, those of others; nothing older than 48 hours."""
    own = message.sender["id"] == call.bot.id
    administrator = isinstance(chat, Group) and chat.may(call.bot.id, "can_delete_messages")
    if isinstance(chat, Group) and message.id in chat.topics:
        raise bad_request("Message can't be deleted")
    if not (own or administrator or isinstance(chat, Private)):
        raise bad_request("Message can't be deleted")
    if call.world.now() - message.date > DELETABLE_SECONDS and not administrator:
        raise bad_request("Message can't be deleted for everyone")
