"""Methods that send: texts, pictures, documents, copies."""

from typing import Any

import telegram

from sandbox.chats import Chat, Message
from sandbox.errors import bad_request
from sandbox.methods.access import check_member, check_reachable
from sandbox.methods.content import caption_content, link_preview, read_formatted, read_text, text_content
from sandbox.methods.markup import check_markup, read_markup
from sandbox.methods.media import read_media
from sandbox.methods.registry import Call, method
from sandbox.methods.topics import place, read_thread

TOO_LONG = "Message is too long"
CAPTION_TOO_LONG = "Message caption is too long"


@method("sendMessage")
def send_message(call: Call) -> dict[str, Any]:
    raw = read_text(call)
    preview = link_preview(call)
    return send(call, lambda: text_content(raw, too_long=TOO_LONG) | preview)


@method("sendPhoto")
def send_photo(call: Call) -> dict[str, Any]:
    return _send_media(call, "photo")


@method("sendDocument")
def send_document(call: Call) -> dict[str, Any]:
    return _send_media(call, "document")


def _send_media(call: Call, kind: str) -> dict[str, Any]:
    media = read_media(call, kind)
    raw = read_formatted(call, "caption", "caption_entities")
    return send(call, lambda: media() | caption_content(raw, too_long=CAPTION_TOO_LONG))


@method("copyMessage")
def copy_message(call: Call) -> dict[str, Any]:
    source = call.world.find_chat(call.bot, call.params.text("from_chat_id"))
    copied = source.messages.get(call.params.integer("message_id"))
    if copied is None:
        raise bad_request("message to copy not found")
    if copied.content.keys().isdisjoint(("text", "rich_message", "photo", "document")):
        raise bad_request("message can't be copied")
    content = {key: value for key, value in copied.content.items() if key != "has_protected_content"}
    if "caption" in call.params and content.keys().isdisjoint(("text", "rich_message")):
        raw = read_formatted(call, "caption", "caption_entities")
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= caption_content(raw, too_long=CAPTION_TOO_LONG)
    return {"message_id": send(call, lambda: content)["message_id"]}


def send(call: Call, make_content: Any) -> dict[str, Any]:
    """Checks in Telegram's order (markup's form, chat, reply, content, person, flood), then posts."""
    markup = read_markup(call)
    chat = call.chat()
    check_member(call, chat)
    named = read_thread(call, chat)
    reply_to = _reply_to(call, chat)
    content = make_content()
    check_markup(markup, chat)
    check_reachable(chat)
    thread = place(call, chat, named, chat.messages.get(reply_to) if reply_to else None)
    call.account.floods.admit(chat.id, call.world.now())
    if call.params.flag("protect_content"):
        content = content | {"has_protected_content": True}
    posted = _post(call, chat, content, markup, {"reply_to": reply_to, "thread": thread})
    return call.world.checker.check(telegram.Message, posted)


def _post(
    call: Call, chat: Chat, content: dict[str, Any], markup: dict[str, Any] | None, more: dict[str, Any]
) -> dict[str, Any]:
    inline = markup if markup and "inline_keyboard" in markup else None
    shows = markup is not None and inline is None
    message = call.world.post(chat, call.bot.user(), content, markup=inline, keyboard_shown=shows, **more)
    call.accepted(chat, message.id)
    if markup is not None and shows:
        call.world.set_keyboard(chat, markup if "keyboard" in markup else None)
    return chat.wire(message)


def _reply_to(call: Call, chat: Chat) -> int | None:
    """The message that is replied to; refuses one that is not there unless the bot said it does not mind."""
    given = call.params.json("reply_parameters", "reply parameters")
    if given is None:
        given = {"message_id": call.params.integer("reply_to_message_id")}
        given["allow_sending_without_reply"] = call.params.flag("allow_sending_without_reply")
    if not isinstance(given, dict):
        raise bad_request("Object expected as reply parameters")
    number = given.get("message_id", 0)
    if not isinstance(number, int):
        raise bad_request('Field "message_id" must be of type Number')
    if not number:
        return None
    if _replied(call, chat, given) is not None:
        return number
    if given.get("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def _replied(call: Call, chat: Chat, given: dict[str, Any]) -> Message | None:
    if given.get("chat_id") not in (None, "", chat.id, str(chat.id)):
        raise bad_request("the sandbox knows replies within one chat only")
    return chat.messages.get(given["message_id"])
