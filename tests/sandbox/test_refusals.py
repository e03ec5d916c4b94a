"""What Telegram refuses, the sandbox refuses in the same words."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest

from tests.support.sandbox import TOKEN, Sandbox, running_sandbox

STRANGER, SILENT, BLOCKER = 999, 7002, 7003
LONG, LONG_CAPTION = "a" * 4097, "a" * 1025
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@dataclass(frozen=True)
class Scene:
    """A bot in a chat with Yohana, a group it is in, one it was thrown out of."""

    sandbox: Sandbox
    ids: dict[str, Any]

    async def refusal(self, method: str, params: dict[str, Any]) -> tuple[int, str]:
        """`$name` in a parameter stands for an id of this scene."""
        values = {
            name: self.ids[value[1:]] if isinstance(value, str) and value.startswith("$") else value
            for name, value in params.items()
        }
        answer = await self.sandbox.call(method, **values)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    async with running_sandbox() as sandbox:
        bot = await sandbox.add_bot()
        yohana, blocker = sandbox.person(7001), sandbox.person(BLOCKER)
        own = (await yohana.send("/start")).message_id
        await blocker.send("/start")
        await blocker.block()
        group = await sandbox.add_group("Panitia", [7001], [bot])
        lost = await sandbox.add_group("Bekas", [7001], [bot])
        await sandbox.control("POST", f"chats/{lost}/kick", {"from": 7001, "bot": bot})
        from_group = (await yohana.in_group(group).send("Halo semua")).message_id
        said = (await sandbox.call("sendMessage", chat_id=7001, text="Halo"))["result"]["message_id"]
        keyboard = {"keyboard": [["Ya"]]}
        shown = (await sandbox.call("sendMessage", chat_id=7001, text="Ya?", reply_markup=keyboard))["result"]
        ids = {"group": group, "lost": lost, "own": own, "said": said, "keyboard": shown["message_id"]}
        yield Scene(sandbox, ids | {"from_group": from_group})


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(data: str = "x", **more: Any) -> dict[str, Any]:
    return {"text": "a", "callback_data": data} | more


def message(**params: Any) -> dict[str, Any]:
    return {"chat_id": 7001, "text": "a"} | params


BAD: dict[str, tuple[str, dict[str, Any], str]] = {
    "no text": ("sendMessage", message(text=""), "message text is empty"),
    "white text": ("sendMessage", message(text=" \n "), "text must be non-empty"),
    "only a tag": ("sendMessage", message(text="<b> </b>", parse_mode="HTML"), "text must be non-empty"),
    "long text": ("sendMessage", message(text=LONG), "message is too long"),
    "longest text": ("sendMessage", message(text="a" * 40_000), "text is too long"),
    "broken HTML": (
        "sendMessage",
        message(text="<x>", parse_mode="HTML"),
        'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
    ),
    "parse mode": ("sendMessage", message(parse_mode="BBCode"), "unsupported parse_mode"),
    "half a sign": ("sendMessage", message(text="\ud83d"), "strings must be encoded in UTF-8"),
    "no chat": ("sendMessage", {"text": "a"}, "chat_id is empty"),
    "unknown chat": ("sendMessage", message(chat_id=STRANGER), "chat not found"),
    "unknown group": ("sendMessage", message(chat_id=-5), "chat not found"),
    "unknown name": ("sendMessage", message(chat_id="@nobody"), "chat not found"),
    "reply to nothing": (
        "sendMessage",
        message(reply_parameters={"message_id": 1}),
        "message to be replied not found",
    ),
    "reply parameters": ("sendMessage", message(reply_parameters="{"), "can't parse reply parameters JSON object"),
    "entities": (
        "sendMessage",
        message(entities=[{"type": "bold"}]),
        'can\'t parse MessageEntity: Field "offset" must be of type Number',
    ),
    "markup no JSON": ("sendMessage", message(reply_markup="{"), "can't parse reply keyboard markup JSON object"),
    "markup no object": ("sendMessage", message(reply_markup=[1]), "object expected as reply markup"),
    "rows no rows": (
        "sendMessage",
        message(reply_markup={"inline_keyboard": [button()]}),
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    ),
    "keyboard no rows": (
        "sendMessage",
        message(reply_markup={"keyboard": ["a"]}),
        'field "keyboard" must be an Array of Arrays',
    ),
    "button without text": (
        "sendMessage",
        message(reply_markup=inline([{"callback_data": "x"}])),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    "button without a deed": (
        "sendMessage",
        message(reply_markup=inline([{"text": "a"}])),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    "button with white text": (
        "sendMessage",
        message(reply_markup=inline([button(text=" ")])),
        "inline keyboard button text must be non-empty",
    ),
    "button style": (
        "sendMessage",
        message(reply_markup=inline([button(style="pink")])),
        "can't parse inline keyboard button: invalid button style specified",
    ),
    "long data": ("sendMessage", message(reply_markup=inline([button("x" * 65)])), "BUTTON_DATA_INVALID"),
    "long data in bytes": ("sendMessage", message(reply_markup=inline([button("é" * 33)])), "BUTTON_DATA_INVALID"),
    "wrong address": (
        "sendMessage",
        message(reply_markup=inline([{"text": "a", "url": "localhost"}])),
        "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
    ),
    "too many buttons": (
        "sendMessage",
        message(reply_markup=inline(*[[button()] * 8] * 13)),
        "reply markup is too long",
    ),
    "too wide a row": ("sendMessage", message(reply_markup=inline([button()] * 9)), "reply markup is too long"),
    "contact in a group": (
        "sendMessage",
        message(chat_id="$group", reply_markup={"keyboard": [[{"text": "Nomor", "request_contact": True}]]}),
        "phone number can be requested in private chats only",
    ),
    "no photo": ("sendPhoto", {"chat_id": 7001}, "there is no photo in the request"),
    "unknown file": ("sendDocument", {"chat_id": 7001, "document": "x"}, "wrong file identifier/HTTP URL specified"),
    "file by address": (
        "sendPhoto",
        {"chat_id": 7001, "photo": "https://x.id/a.png"},
        "failed to get HTTP URL content",
    ),
    "edit of nothing": ("editMessageText", message(message_id=1), "message to edit not found"),
    "edit without an id": ("editMessageText", {"text": "a"}, "message identifier is not specified"),
    "edit of another's": ("editMessageText", message(message_id="$own"), "message can't be edited"),
    "edit under a keyboard": ("editMessageText", message(message_id="$keyboard"), "message can't be edited"),
    "long edit": ("editMessageText", message(message_id="$said", text=LONG), "MESSAGE_TOO_LONG"),
    "caption of a text": (
        "editMessageCaption",
        {"chat_id": 7001, "message_id": "$said", "caption": "a"},
        "there is no caption in the message to edit",
    ),
    "delete nothing": ("deleteMessage", {"chat_id": 7001, "message_id": 1}, "message to delete not found"),
    "delete without a chat": ("deleteMessage", {"message_id": 1}, "chat identifier is not specified"),
    "delete without an id": ("deleteMessage", {"chat_id": 7001}, "message identifier is not specified"),
    "delete another's in a group": (
        "deleteMessage",
        {"chat_id": "$group", "message_id": "$from_group"},
        "message can't be deleted",
    ),
    "delete no messages": ("deleteMessages", {"chat_id": 7001}, "message identifiers are not specified"),
    "delete too many": (
        "deleteMessages",
        {"chat_id": 7001, "message_ids": list(range(1, 102))},
        "too many message identifiers specified",
    ),
    "copy of nothing": (
        "copyMessage",
        {"chat_id": 7001, "from_chat_id": 7001, "message_id": 1},
        "message to copy not found",
    ),
    "action": ("sendChatAction", {"chat_id": 7001, "action": "dance"}, "wrong parameter action in request"),
    "long toast": ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}, "MESSAGE_TOO_LONG"),
    "no file id": ("getFile", {}, "file_id not specified"),
    "wrong file id": ("getFile", {"file_id": "x"}, "invalid file_id"),
    "command name": (
        "setMyCommands",
        {"commands": [{"command": "Data-Saya", "description": "a"}]},
        "BOT_COMMAND_INVALID",
    ),
    "command without words": (
        "setMyCommands",
        {"commands": [{"command": "cari", "description": ""}]},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    "commands no list": ("setMyCommands", {"commands": "{}"}, "expected an Array of BotCommand"),
    "command scope": (
        "getMyCommands",
        {"scope": {"type": "moon"}},
        "can't parse BotCommandScope: Unsupported type specified",
    ),
    "command scope of no type": (
        "getMyCommands",
        {"scope": {"type": []}},
        'can\'t parse BotCommandScope: Field "type" must be of type String',
    ),
    "webhook address": ("setWebhook", {"url": "nowhere"}, "invalid webhook URL specified"),
    "webhook without TLS": (
        "setWebhook",
        {"url": "http://x.id/"},
        "bad webhook: An HTTPS URL must be provided for webhook",
    ),
    "webhook port": (
        "setWebhook",
        {"url": "https://x.id:8080/"},
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    "webhook secret": (
        "setWebhook",
        {"url": "https://127.0.0.1/", "secret_token": "é"},
        "secret token contains unallowed characters",
    ),
    "leave a private chat": (
        "leaveChat",
        {"chat_id": 7001},
        "chat member status can't be changed in private chats",
    ),
    "member of nobody": ("getChatMember", {"chat_id": 7001}, "invalid user_id specified"),
}


@pytest.mark.parametrize(("method", "params", "reason"), BAD.values(), ids=BAD.keys())
async def test_a_bad_request_is_refused(scene: Scene, method: str, params: dict[str, Any], reason: str) -> None:
    accepted = len(await scene.sandbox.ledger())

    refusal = await scene.refusal(method, params)

    assert refusal == (400, f"Bad Request: {reason}")
    assert len(await scene.sandbox.ledger()) == accepted


FORBIDDEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "blocked": ("sendMessage", message(chat_id=BLOCKER), "bot was blocked by the user"),
    "never wrote": ("sendMessage", message(chat_id=SILENT), "bot can't initiate conversation with a user"),
    "action to a blocker": ("sendChatAction", {"chat_id": BLOCKER, "action": "typing"}, "bot was blocked by the user"),
    "thrown out": ("sendMessage", message(chat_id="$lost"), "bot was kicked from the supergroup chat"),
}


@pytest.mark.parametrize(("method", "params", "reason"), FORBIDDEN.values(), ids=FORBIDDEN.keys())
async def test_what_people_forbid_is_forbidden(scene: Scene, method: str, params: dict[str, Any], reason: str) -> None:
    refusal = await scene.refusal(method, params)

    assert refusal == (403, f"Forbidden: {reason}")


async def test_an_edit_that_changes_nothing_is_refused(scene: Scene) -> None:
    keyboard = inline([button()])
    edit: dict[str, Any] = {"chat_id": 7001, "message_id": "$said", "text": "<b>Baru</b>", "parse_mode": "HTML"}
    await scene.sandbox.call("editMessageText", **edit | {"message_id": scene.ids["said"]}, reply_markup=keyboard)

    again = await scene.refusal("editMessageText", edit | {"reply_markup": keyboard})
    markup_only = await scene.refusal("editMessageReplyMarkup", {**edit, "reply_markup": keyboard})
    other_format = await scene.sandbox.call(
        "editMessageText", chat_id=7001, message_id=scene.ids["said"], text="Baru", reply_markup=keyboard
    )

    assert again == markup_only == (400, NOT_MODIFIED)
    assert other_format["ok"]


async def test_a_press_is_answered_once_and_by_its_own_bot(scene: Scene) -> None:
    yohana = scene.sandbox.person(7001)
    press = await yohana.press_data("x", on=scene.ids["said"])
    other = "77:" + "o" * 35

    stolen = await scene.sandbox.call("answerCallbackQuery", token=other, callback_query_id=press.id)
    first = await scene.sandbox.call("answerCallbackQuery", callback_query_id=press.id, text="Ya")
    second = await scene.refusal("answerCallbackQuery", {"callback_query_id": press.id, "text": "Lagi"})
    unknown = await scene.refusal("answerCallbackQuery", {"callback_query_id": "1"})

    assert first == {"ok": True, "result": True}
    assert stolen["description"] == second[1] == unknown[1] == TOO_OLD
    assert (await press.answer()).text == "Ya"
    assert (await press.answer()).times == 2


async def test_a_press_that_has_grown_old_cannot_be_answered(scene: Scene) -> None:
    await scene.sandbox.settings(callback_seconds=0)
    press = await scene.sandbox.person(7001).press_data("x", on=scene.ids["said"])

    assert await scene.refusal("answerCallbackQuery", {"callback_query_id": press.id}) == (400, TOO_OLD)


async def test_the_longest_text_and_caption_are_taken_counted_in_characters(scene: Scene) -> None:
    text = await scene.sandbox.call("sendMessage", chat_id=7001, text="<b>" + "😀" * 4096 + "</b>", parse_mode="HTML")

    assert text["ok"]
    assert text["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]


async def test_a_long_caption_is_refused(scene: Scene) -> None:
    file = {"document": b"%PDF"}

    answer = await upload(scene.sandbox, "sendDocument", file, chat_id="7001", caption=LONG_CAPTION)

    assert answer["description"] == "Bad Request: message caption is too long"


async def upload(sandbox: Sandbox, method: str, files: dict[str, bytes], **params: str) -> dict[str, Any]:
    form = aiohttp.FormData(params)
    for name, content in files.items():
        form.add_field(name, content, filename=f"{name}.pdf", content_type="application/pdf")
    async with sandbox.http.post(f"{sandbox.url}/bot{TOKEN}/{method}", data=form) as response:
        return dict(await response.json())


async def test_a_picture_that_is_none_is_refused(scene: Scene) -> None:
    answer = await upload(scene.sandbox, "sendPhoto", {"photo": b"%PDF"}, chat_id="7001")

    assert answer["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


WRONG = {
    "malformed": ("123", "Unauthorized: invalid token specified"),
    "of another secret": ("4242:" + "y" * 35, "Unauthorized"),
}


@pytest.mark.parametrize(("token", "reason"), WRONG.values(), ids=WRONG.keys())
async def test_a_wrong_token_is_refused(scene: Scene, token: str, reason: str) -> None:
    answer = await scene.sandbox.call("getMe", token=token)

    assert answer == {"ok": False, "error_code": 401, "description": reason}


async def test_a_revoked_token_is_refused(scene: Scene) -> None:
    await scene.sandbox.control("POST", "bots", {"token": TOKEN, "revoked": True})

    assert (await scene.sandbox.call("getMe"))["description"] == "Unauthorized"


async def test_a_renewed_token_replaces_the_old_one(scene: Scene) -> None:
    new = "4242:" + "n" * 35
    await scene.sandbox.add_bot(new)

    assert (await scene.sandbox.call("getMe", token=new))["result"]["id"] == 4242
    assert (await scene.sandbox.call("getMe"))["description"] == "Unauthorized"


async def test_an_unknown_method_is_not_found(scene: Scene) -> None:
    answer = await scene.sandbox.call("sendMoney", chat_id=7001)

    assert answer == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_what_the_bot_api_does_not_know_is_passed_over_and_remembered(scene: Scene) -> None:
    keyboard = inline([button(colour="pink")])

    answer = await scene.sandbox.call("sendMessage", chat_id=7001, text="a", shine=True, reply_markup=keyboard)

    assert answer["result"]["reply_markup"] == inline([button()])
    assert await scene.sandbox.warnings() == [
        "sendMessage: the parameter shine is not known",
        "sendMessage: InlineKeyboardButton.colour is not known",
    ]
