"""Whatever a bot says, it gets an answer in Telegram's shape; nothing breaks the sandbox."""

import asyncio
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox import api, methods
from sandbox.errors import Refusal
from sandbox.methods import Call
from sandbox.params import Params
from sandbox.world import World

METHODS = methods.load()
NAMES = sorted({name for method in METHODS.values() for name in method.known} - {"timeout"})
TEXTS = ["7001", "-1001", "@a", "²", "--5", "HTML", "<b>a</b>", "bold", "text_link", "{", "", "attach://x"]
SCRAPS = st.sampled_from([7001, 7002, *TEXTS, "<a href='tg://user?id=²'>a</a>"])
BUTTONS = ["text", "url", "callback_data", "copy_text", "inline_keyboard", "keyboard", "style", "login_url"]
KEYS = st.sampled_from([*BUTTONS, "message_id", "type", "offset", "length", "chat_id", "media", "command", "user"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.just(2**70) | SCRAPS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


def scene() -> tuple[World, int]:
    """A world where message 1 of a started chat is the bot's, with its real number."""
    world = World()
    account = world.account("4242:" + "k" * 35)
    chat = world.private_chat(account.bot, world.people[7001])
    chat.started = True
    return world, world.post(chat, account.bot.user(), {"text": "Halo"}).id


async def outcome(name: str, params: dict[str, Any]) -> Any:
    world, message_id = scene()
    account = world.accounts[4242]
    if params.get("message_id") == 1:
        params["message_id"] = message_id
    method = METHODS[name]
    try:
        return await api.execute(Call(world, account, method.name, Params(params)), method)
    except Refusal as refusal:
        return refusal


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(METHODS)), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=5))
def test_any_call_is_answered_or_refused(name: str, params: dict[str, Any]) -> None:
    answer = asyncio.run(outcome(name, {"chat_id": 7001, "message_id": 1, "text": "a"} | params))

    if isinstance(answer, Refusal):
        assert answer.code in (400, 403, 409), answer
    else:
        assert json.loads(json.dumps(answer)) == answer


@settings(max_examples=400, deadline=None)
@given(VALUES, VALUES, VALUES)
def test_any_keyboard_reply_or_entity_is_taken_or_refused(markup: Any, reply: Any, entities: Any) -> None:
    params = {"chat_id": 7001, "text": "halo", "reply_markup": markup, "reply_parameters": reply, "entities": entities}

    answer = asyncio.run(outcome("sendmessage", params))

    assert isinstance(answer, dict) or answer.code == 400, answer
