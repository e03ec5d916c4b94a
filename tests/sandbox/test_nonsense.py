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
RICH_TYPES = ["paragraph", "heading", "list", "table", "details", "pre", "url", "bold", "anchor", "blockquote"]
RICH_KEYS = ["type", "text", "size", "blocks", "items", "cells", "summary", "credit", "url", "value", "colspan"]
TEXTS = ["7001", "-1001", "@a", "²", "--5", "HTML", "<b>a</b>", "bold", "text_link", "{", "", "attach://x"]
SCRAPS = st.sampled_from([7001, 7002, *TEXTS, "<a href='tg://user?id=²'>a</a>"])
BUTTONS = ["text", "url", "callback_data", "copy_text", "inline_keyboard", "keyboard", "style", "login_url"]
KEYS = st.sampled_from([*BUTTONS, "message_id", "type", "offset", "length", "chat_id", "media", "command", "user"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.just(2**70) | SCRAPS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


RICH = st.recursive(
    SCRAPS | st.integers(-1, 7) | st.none() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.builds(
            lambda kind, fields: fields | {"type": kind},
            st.sampled_from(RICH_TYPES),
            st.dictionaries(st.sampled_from(RICH_KEYS), inner, max_size=4),
        )
    ),
    max_leaves=10,
)
SIGNS = ["<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td", " colspan='x'", ">", "</", "<ul><li>", "</li></ul>"]
SIGNS += ["<details>", "<summary>", "</summary>", "</details>", "<", "&lt;", "&#x41;", "é😀", " ", "\n", "a@b.id", "/x"]


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


@settings(max_examples=150, deadline=None)
@given(st.lists(RICH, max_size=3))
def test_any_block_is_taken_or_refused(blocks: list[Any]) -> None:
    answer = asyncio.run(outcome("sendrichmessage", rich(blocks=blocks)))

    assert isinstance(answer, dict) or answer.code == 400, answer


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=12))
def test_any_rich_html_is_taken_or_refused_and_what_was_taken_is_taken_again(parts: list[str]) -> None:
    answer = asyncio.run(outcome("sendrichmessage", rich(html="".join(parts))))
    if isinstance(answer, Refusal):
        assert answer.code == 400, answer
        return

    # What was found in a text depends on its surroundings: nothing is to be found here.
    blocks = asyncio.run(outcome("sendrichmessage", rich(html="".join(parts), skip_entity_detection=True)))
    again = asyncio.run(outcome("sendrichmessage", rich(**blocks["rich_message"], skip_entity_detection=True)))

    assert again["rich_message"] == blocks["rich_message"]


def rich(**message: Any) -> dict[str, Any]:
    return {"chat_id": 7001, "rich_message": message}


@settings(max_examples=150, deadline=None)
@given(VALUES, VALUES, VALUES)
def test_any_inline_result_is_taken_or_refused(result: Any, content: Any, button: Any) -> None:
    article = {"type": "article", "id": "1", "title": "a", "input_message_content": content, "reply_markup": result}
    params = {"inline_query_id": "1", "results": [article, result], "button": button}

    answer = asyncio.run(outcome("answerinlinequery", params))

    assert answer.code == 400, answer
