"""Methods about the bot itself: who it is, its commands, its texts."""

import re
from typing import Any

import telegram
from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit

from sandbox.errors import bad_request
from sandbox.methods.registry import Call, method
from sandbox.service import commands_for

_COMMAND = re.compile(rf"[a-z0-9_]{{{BotCommandLimit.MIN_COMMAND:d},{BotCommandLimit.MAX_COMMAND:d}}}")
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


@method("getMe")
def get_me(call: Call) -> dict[str, Any]:
    bot = call.bot
    abilities = {"can_join_groups": True, "can_read_all_group_messages": not bot.privacy}
    abilities |= {"supports_inline_queries": bot.inline}
    abilities |= dict.fromkeys(("can_connect_to_business", "has_main_web_app"), False)
    return call.world.checker.check(telegram.User, bot.user() | abilities)


def _scope(call: Call) -> str:
    """A key for the scope of commands: its type, and the chat and member it is about."""
    scope = call.params.json("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict):
        raise bad_request("Can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = scope.get("type")
    if not isinstance(kind, str):
        raise bad_request('Can\'t parse BotCommandScope: Field "type" must be of type String')
    if kind in _SCOPES:
        return kind
    if kind not in _CHAT_SCOPES:
        raise bad_request("Can't parse BotCommandScope: Unsupported type specified")
    if not scope.get("chat_id"):
        raise bad_request("Can't parse BotCommandScope: Empty chat_id specified")
    chat = call.world.find_chat(call.bot, str(scope["chat_id"]))
    return f"{kind}:{chat.id}:{scope['user_id']}" if kind == "chat_member" else f"{kind}:{chat.id}"


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    commands = call.params.json("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("Expected an Array of BotCommand")
    if len(commands) > BotCommandLimit.MAX_COMMAND_NUMBER:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    checked = [_command(call, command) for command in commands]
    call.bot.commands[(_scope(call), call.params.text("language_code"))] = checked
    _tell(call)
    return True


def _command(call: Call, given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise bad_request("Can't parse BotCommand: expected an Object")
    name, description = str(given.get("command", "")).removeprefix("/").lower(), str(given.get("description", ""))
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not BotCommandLimit.MIN_DESCRIPTION <= len(description.strip()) <= BotCommandLimit.MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return call.world.checker.check(telegram.BotCommand, {"command": name, "description": description})


@method("getMyCommands")
def get_my_commands(call: Call) -> list[dict[str, Any]]:
    return call.bot.commands.get((_scope(call), call.params.text("language_code")), [])


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop((_scope(call), call.params.text("language_code")), None)
    _tell(call)
    return True


def _tell(call: Call) -> None:
    for (bot_id, _), chat in list(call.world.private.items()):
        if bot_id == call.bot.id and call.world.hub.listens(chat.id, bot_id):
            commands = commands_for(call.bot, chat, chat.person)
            call.world.hub.publish("commands", chat.id, bot_id, commands=commands)


_TEXTS = {
    "name": ("name", BotNameLimit.MAX_NAME_LENGTH, "BOT_TITLE_INVALID"),
    "description": ("description", BotDescriptionLimit.MAX_DESCRIPTION_LENGTH, "BOT_DESCRIPTION_INVALID"),
    "shortdescription": ("short_description", BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH, "BOT_ABOUT_INVALID"),
}


def _key(call: Call, verb: str) -> tuple[str, int, str]:
    return _TEXTS[call.method.lower().removeprefix(f"{verb}my")]


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_text(call: Call) -> bool:
    name, most, refusal = _key(call, "set")
    text = call.params.text(name)
    if len(text) > most:
        raise bad_request(refusal)
    call.bot.profile[f"{name}:{call.params.text('language_code')}"] = text
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_text(call: Call) -> dict[str, Any]:
    name, _, _ = _key(call, "get")
    language = call.params.text("language_code")
    usual = call.bot.first_name if name == "name" else ""
    profile = call.bot.profile
    return {name: profile.get(f"{name}:{language}") or profile.get(f"{name}:") or usual}


@method("setChatMenuButton", "setMyDefaultAdministratorRights")
def taken(call: Call) -> bool:
    """Taken without effect: the web chat has no place for it."""
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> dict[str, Any]:
    return {"type": "commands"}
