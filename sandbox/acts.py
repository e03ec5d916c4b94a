"""What people do: write, press, share, edit, delete. The bots hear of it by updates."""

from dataclasses import dataclass
from typing import Any

from telegram.constants import MessageLimit

from sandbox.chats import MEMBER, Chat, Dialogue, Group, Message, Private
from sandbox.errors import ControlError
from sandbox.params import Upload
from sandbox.people import Person
from sandbox.service import put_update, tell_bots
from sandbox.text import Formatted, tidy
from sandbox.topics import may_manage, thread_of
from sandbox.world import Account, World

_ASKS = ("switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat")
MEDIA = ("photo", "document", "video")
_PICTURES = ("image/png", "image/jpeg", "image/webp", "image/gif")


@dataclass(frozen=True, slots=True)
class Place:
    """A person in a chat; `account` is the bot of a private chat."""

    world: World
    chat: Chat
    person: Person
    account: Account | None

    def message(self, message_id: Any) -> Message:
        message = self.chat.messages.get(message_id)
        if message is None:
            raise ControlError(f"There is no message {message_id} in this chat.")
        return message


def find_place(world: World, chat_id: int, person_id: Any, bot_id: Any = None) -> Place:
    """Who acts where. In a private chat the bot may be left out: the first one is meant."""
    group = world.groups.get(chat_id)
    if group is not None:
        person = world.person(person_id)
        if group.migrated_to is not None:
            raise ControlError(f"The group {group.title} has the number {group.migrated_to} now.")
        if group.members.get(person.id) not in MEMBER:
            raise ControlError(f"{person.name} is not in the group {group.title}.")
        return Place(world, group, person, None)
    if chat_id in world.dialogues:
        return _in_dialogue(world, world.dialogues[chat_id], world.person(person_id))
    person = world.person(chat_id)
    if person_id not in (None, person.id):
        raise ControlError("In a private chat only its own person writes.")
    account = find_bot(world, bot_id)
    return Place(world, world.private_chat(account.bot, person), person, account)


def _in_dialogue(world: World, dialogue: Dialogue, person: Person) -> Place:
    if person not in dialogue.people:
        raise ControlError(f"{person.name} is not in this chat.")
    return Place(world, dialogue, person, None)


def find_bot(world: World, bot_id: Any = None) -> Account:
    if not world.accounts:
        raise ControlError("There is no bot yet: it appears with its first call.")
    account = world.accounts.get(bot_id) if bot_id is not None else next(iter(world.accounts.values()))
    if account is None:
        raise ControlError(f"There is no bot {bot_id}.")
    return account


def text_of(text: str) -> dict[str, Any]:
    """The content of a text that a person types."""
    tidied = tidy(Formatted(text))
    if not tidied.text:
        raise ControlError("A message needs some text.")
    if len(tidied.text) > MessageLimit.MAX_TEXT_LENGTH:
        raise ControlError(f"A message has at most {MessageLimit.MAX_TEXT_LENGTH:d} characters.")
    content: dict[str, Any] = {"text": tidied.text}
    return content | ({"entities": tidied.entities} if tidied.entities else {})


def contact_of(person: Person, given: Any) -> dict[str, Any]:
    """The content of a shared contact: the person's own, or somebody else's."""
    if isinstance(given, dict):
        if not isinstance(given.get("phone_number"), str):
            raise ControlError("A contact needs a phone_number.")
        contact = {"first_name": person.first_name} | {key: value for key, value in given.items() if value is not None}
        return {"contact": contact}
    if not person.phone:
        raise ControlError(f"{person.name} has no phone number to share.")
    names = {"last_name": person.last_name} if person.last_name else {}
    own = {"phone_number": person.phone, "first_name": person.first_name, "user_id": person.id}
    return {"contact": own | names}


def file_of(world: World, upload: Upload, caption: str, kind: str | None) -> dict[str, Any]:
    """The content of a file a person attaches: a picture or video where it is one, unless asked for as a document."""
    kind = kind or kind_of(upload)
    return world.files.put(kind, upload.name, upload.mime, upload.content).content_of() | caption_of(caption)


def kind_of(upload: Upload) -> str:
    """As what a file goes where nothing else is asked for."""
    if upload.mime in _PICTURES:
        return "photo"
    return "video" if upload.mime.startswith("video/") else "document"


def caption_of(caption: str) -> dict[str, Any]:
    said = tidy(Formatted(caption))
    if len(said.text) > MessageLimit.CAPTION_LENGTH:
        raise ControlError(f"A caption has at most {MessageLimit.CAPTION_LENGTH:d} characters.")
    content: dict[str, Any] = {"caption": said.text} if said.text else {}
    return content | ({"caption_entities": said.entities} if said.entities else {})


def sticker() -> dict[str, Any]:
    ids = {"file_id": "CAACAgUAAxkBAAISandboxSticker", "file_unique_id": "AgADSandboxSticker"}
    flags = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": ids | flags | {"emoji": "👍"}}


def voice() -> dict[str, Any]:
    ids = {"file_id": "AwACAgUAAxkBAAISandboxVoice", "file_unique_id": "AgADSandboxVoice"}
    return {"voice": ids | {"duration": 3, "mime_type": "audio/ogg", "file_size": 9_000}}


def write(
    place: Place,
    content: dict[str, Any],
    reply_to: int | None = None,
    markup: dict[str, Any] | None = None,
    topic: int | None = None,
) -> tuple[Message, list[int]]:
    """A person's message, and the ids of the updates that the bots get. An answer goes where what it answers is."""
    world, chat = place.world, place.chat
    if isinstance(chat, Private):
        if chat.blocked:
            raise ControlError(f"{place.person.name} has blocked the bot; unblock it first.")
        chat.started = True
    replied = place.message(reply_to) if reply_to is not None else None
    thread = _thread(place, topic, replied)
    message = world.post(chat, place.person.user(), content, reply_to=reply_to, markup=markup, thread=thread)
    if chat.reply_keyboard and chat.reply_keyboard.get("one_time_keyboard"):
        world.set_keyboard(chat, None)
    return message, _told(place, message, "message")


def _thread(place: Place, topic: int | None, replied: Message | None) -> int | None:
    """The topic a person writes in; only those who may manage it write in one that is closed."""
    if not isinstance(place.chat, Group):
        return None
    if topic is not None and topic not in place.chat.topics:
        raise ControlError(f"There is no topic {topic} in this group.")
    thread = topic if topic is not None else thread_of(place.chat, replied)
    found = place.chat.topics.get(thread) if thread is not None else None
    if found is not None and found.closed and not may_manage(place.chat, found, place.person.id):
        raise ControlError(f"The topic {found.name} is closed.")
    return thread


def _told(place: Place, message: Message, kind: str) -> list[int]:
    if isinstance(place.chat, Group):
        return tell_bots(place.world, place.chat, message, kind)
    told = put_update(place.world, place.account, kind, place.chat.wire(message)) if place.account else None
    return [told] if told is not None else []


def edit(place: Place, message_id: Any, text: Any, upload: Upload | None = None) -> list[int]:
    """A person edits an own message: its text, or the caption of its picture or document, or that itself."""
    message = place.message(message_id)
    if message.sender["id"] != place.person.id or "via_bot" in message.content:
        raise ControlError("People edit their own messages only.")
    if "text" in message.content and upload is None:
        content = text_of(str(text))
    elif any(kind in message.content for kind in MEDIA):
        rest = {key: value for key, value in message.content.items() if not key.startswith("caption")}
        content = (rest if upload is None else _replaced(place.world, rest, upload)) | caption_of(str(text))
    else:
        raise ControlError("People edit texts and captions only.")
    if content == message.content:
        return []
    message.rewrite(content, None, int(place.world.now()))
    place.world.tell("edited", place.chat, message)
    return _told(place, message, "edited_message")


def _replaced(world: World, content: dict[str, Any], upload: Upload) -> dict[str, Any]:
    """Another picture or document in place of one; in an album it must fit the other parts."""
    album = {key: value for key, value in content.items() if key == "media_group_id"}
    if album and ("document" in content) != (kind_of(upload) == "document"):
        raise ControlError("Documents go in an album with documents only.")
    return file_of(world, upload, "", None) | album


def press(place: Place, message_id: Any, button: dict[str, Any]) -> dict[str, Any]:
    """A person presses an inline button; only those with callback data reach the bot."""
    message = place.message(message_id)
    for name, key in (("url", "url"), ("login_url", "login_url"), ("web_app", "web_app"), ("copy_text", "copy_text")):
        if button.get(name):
            return {key: button[name]}
    asks = next((name for name in _ASKS if name in button), None)
    if asks:
        return {asks: button[asks]}
    if "callback_data" not in button:
        raise ControlError("This button does nothing here.")
    account = _owner(place, message)
    if account is None:
        raise ControlError("The message of this button is not a bot's.")
    if isinstance(place.chat, Private) and place.chat.blocked and not message.inline_id:
        raise ControlError(f"{place.person.name} has blocked the bot; unblock it first.")
    callback = place.world.callbacks.press(account.bot.id, place.chat, place.person.id)
    inline = {"inline_message_id": message.inline_id} if message.inline_id else {"message": place.chat.wire(message)}
    body = {"id": callback.id, "from": place.person.user()} | inline
    body |= {"chat_instance": str(-(abs(place.chat.id) * 7919 + account.bot.id)), "data": button["callback_data"]}
    update_id = put_update(place.world, account, "callback_query", body)
    return {"callback_query_id": callback.id, "update_id": update_id}


def _owner(place: Place, message: Message) -> Account | None:
    """The bot whose button it is: the one by way of which the message was sent, the chat's, or its sender."""
    via = message.content.get("via_bot")
    return place.world.accounts.get((via or message.sender)["id"]) if via or not place.account else place.account


def find_button(message: Message, order: dict[str, Any]) -> dict[str, Any]:
    """The button that is meant: by its data (also of one that is gone), by row and column, or by its text."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    if isinstance(order.get("data"), str):
        return {"callback_data": order["data"]}
    if isinstance(order.get("row"), int) and isinstance(order.get("column"), int):
        if order["row"] in range(len(rows)) and order["column"] in range(len(rows[order["row"]])):
            return dict(rows[order["row"]][order["column"]])
        raise ControlError("The message has no button at this row and column.")
    for button in (button for row in rows for button in row):
        if button["text"] == order.get("text"):
            return dict(button)
    raise ControlError(f"The message has no button {order.get('text')!r}.")
