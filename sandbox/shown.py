"""Messages and chats as people see them: what the control API answers and the events carry."""

from typing import Any

from sandbox.chats import Chat, Message
from sandbox.files import FileStore
from sandbox.polls import Polls
from sandbox.render import render
from sandbox.rich import view as rich
from sandbox.text import Formatted


def shown(files: FileStore, polls: Polls, chat: Chat, message: Message) -> dict[str, Any]:
    """The *shown* message of docs/sandbox.md."""
    content = message.content
    inline = message.markup.get("inline_keyboard") if message.markup else None
    return {
        "message_id": message.id,
        "date": message.date,
        "from": _who(message.sender),
        "via_bot": content.get("via_bot", {}).get("username"),
        "text": content.get("text"),
        "entities": content.get("entities", []),
        "html": _html(content, "text", "entities"),
        "rich": rich.shown(content["rich_message"]["blocks"]) if "rich_message" in content else None,
        "caption": content.get("caption"),
        "caption_html": _html(content, "caption", "caption_entities"),
        "photo": _photo(files, content),
        "document": _document(files, content),
        "album": content.get("media_group_id"),
        "contact": content.get("contact"),
        "poll": _poll(polls, chat, message) if "poll" in content else None,
        "reply_to": _replied(chat, message),
        "inline_keyboard": inline,
        "edited": message.edited is not None,
        "changed": message.changed,
        "service": service_line(content),
        "thread": message.thread,
    }


def _who(user: dict[str, Any]) -> dict[str, Any]:
    name = " ".join(part for part in (user["first_name"], user.get("last_name")) if part)
    return {"id": user["id"], "name": name, "is_bot": user["is_bot"]}


def _html(content: dict[str, Any], text: str, entities: str) -> str | None:
    return render(Formatted(content[text], content.get(entities, []))) if content.get(text) else None


def _photo(files: FileStore, content: dict[str, Any]) -> str | None:
    file = files.by_id(content["photo"][-1]["file_id"]) if content.get("photo") else None
    return file.url if file else None


def _document(files: FileStore, content: dict[str, Any]) -> dict[str, Any] | None:
    document = content.get("document")
    file = files.by_id(document["file_id"]) if document else None
    return {"name": file.name, "size": file.size, "url": file.url} if file else None


def _poll(polls: Polls, chat: Chat, message: Message) -> dict[str, Any]:
    """A poll with everybody's votes; one that is forgotten shows its counts only."""
    poll = polls.find(chat, message.id)
    return poll.shown() if poll else message.content["poll"] | {"votes": {}}


def _replied(chat: Chat, message: Message) -> dict[str, Any] | None:
    replied = chat.messages.get(message.reply_to) if message.reply_to is not None else None
    if replied is None:
        return None
    text = text_of(replied.content)
    return {"message_id": replied.id, "name": _who(replied.sender)["name"], "text": text[:200]}


def text_of(content: dict[str, Any]) -> str:
    """The words of a message, whatever it is."""
    if "rich_message" in content:
        return rich.text_of(content["rich_message"]["blocks"])
    return str(content.get("text") or content.get("caption") or content.get("poll", {}).get("question") or "")


def service_line(content: dict[str, Any]) -> str | None:
    """A line for what is neither text nor file."""
    if "sticker" in content:
        return f"Stiker {content['sticker'].get('emoji', '')}".strip()
    if "voice" in content:
        return f"Pesan suara, {content['voice']['duration']} detik"
    if "video" in content:
        return f"Video, {content['video']['duration']} detik"
    if "new_chat_members" in content:
        names = ", ".join(member["first_name"] for member in content["new_chat_members"])
        return f"{names} masuk ke grup"
    if "left_chat_member" in content:
        return f"{content['left_chat_member']['first_name']} keluar dari grup"
    if "migrate_to_chat_id" in content or "migrate_from_chat_id" in content:
        return "Grup menjadi supergrup"
    return _of_topic(content)


def _of_topic(content: dict[str, Any]) -> str | None:
    if "forum_topic_created" in content:
        return f"Topik “{content['forum_topic_created']['name']}” dibuat"
    if "forum_topic_edited" in content:
        name = content["forum_topic_edited"].get("name")
        return f"Topik diganti nama menjadi “{name}”" if name else "Ikon topik diganti"
    if "forum_topic_closed" in content:
        return "Topik ditutup"
    return "Topik dibuka lagi" if "forum_topic_reopened" in content else None
