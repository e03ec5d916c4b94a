"""Rich messages: what is sent, edited, picked inline and shown, and what is refused."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.sandbox import Sandbox, SandboxError, running_sandbox

ARTICLE = """
<h2>Bantuan <b>Kedinasan</b></h2>
<p>Satu instansi membantu   yang lain.</p>
<table bordered><caption>Siapa</caption>
<tr><th>Pihak</th><th>Tugas</th></tr><tr><td>Peminta</td><td>Alasan</td></tr></table>
<details><summary>Kapan ditolak?</summary><p>Bila rahasia.</p><ul><li>satu</li><li>dua</li></ul></details>
"""


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.person(7001).send("/start")
        yield sandbox


async def send(sandbox: Sandbox, rich: Any, **more: Any) -> dict[str, Any]:
    return await sandbox.call("sendRichMessage", chat_id=7001, rich_message=rich, **more)


def paragraph(text: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


async def test_a_rich_message_comes_back_as_telegram_gives_it_and_can_be_read(sandbox: Sandbox) -> None:
    sent = await send(
        sandbox, {"html": ARTICLE}, reply_markup={"inline_keyboard": [[{"text": "M", "callback_data": "m"}]]}
    )

    assert sent["ok"]
    assert "text" not in sent["result"]
    assert [block["type"] for block in sent["result"]["rich_message"]["blocks"]] == [
        "heading",
        "paragraph",
        "table",
        "details",
    ]
    message = await sandbox.person(7001).until("membantu yang lain")
    assert (message.is_rich, message.headings, message.labels) == (True, ["Bantuan Kedinasan"], ["M"])
    assert message.tables == [[["Pihak", "Tugas"], ["Peminta", "Alasan"]]]
    assert message.details == {"Kapan ditolak?": "Bila rahasia.\n• satu\n• dua"}
    assert message.raw["rich"]["tables"][0]["caption"] == "Siapa"
    assert message.raw["rich"]["details"][0]["is_open"] is False
    assert await sandbox.warnings() == []


async def test_what_is_found_can_be_left_alone(sandbox: Sandbox) -> None:
    sent = await send(sandbox, {"html": "/menu", "skip_entity_detection": True, "is_rtl": True})

    assert sent["result"]["rich_message"] == {"blocks": [paragraph("/menu")], "is_rtl": True}


async def test_a_press_a_reply_and_a_copy_carry_the_rich_message(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    keyboard = {"inline_keyboard": [[{"text": "M", "callback_data": "m"}]]}
    said = (await send(sandbox, {"html": "<h1>A</h1>"}, reply_markup=keyboard, protect_content=True))["result"]

    await yohana.press("M")
    await yohana.send("Ya", reply_to=said["message_id"])
    copied = await sandbox.call("copyMessage", chat_id=7001, from_chat_id=7001, message_id=said["message_id"])

    pressed, replied = (await sandbox.call("getUpdates"))["result"][-2:]
    assert pressed["callback_query"]["message"] == said
    assert replied["message"]["reply_to_message"]["rich_message"] == said["rich_message"]
    assert (await yohana.messages())[-2].raw["reply_to"]["text"] == "A"
    assert (await yohana.last()).id == copied["result"]["message_id"]
    assert (await yohana.last()).headings == ["A"]


async def test_a_text_becomes_rich_and_a_rich_message_a_text(sandbox: Sandbox) -> None:
    said = (await sandbox.call("sendMessage", chat_id=7001, text="A"))["result"]
    edit: dict[str, Any] = {"chat_id": 7001, "message_id": said["message_id"]}

    rich = await sandbox.call("editMessageText", **edit, rich_message={"html": "<h1>B</h1>"})
    same = await sandbox.call("editMessageText", **edit, rich_message={"html": "<h1>B</h1>"})
    plain = await sandbox.call("editMessageText", **edit, text="C")

    assert rich["result"]["rich_message"]["blocks"] == [{"type": "heading", "text": "B", "size": 1}]
    assert "text" not in rich["result"]
    assert same["description"].startswith("Bad Request: message is not modified")
    assert (plain["result"]["text"], "rich_message" in plain["result"]) == ("C", False)
    assert await sandbox.warnings() == []


async def test_a_rich_message_is_picked_inline(sandbox: Sandbox) -> None:
    yohana = await sandbox.person(7001).beside(7002)
    asked = await yohana.inline("bantuan")
    content = {"rich_message": {"html": ARTICLE}}
    article = {"type": "article", "id": "1", "title": "Bantuan", "input_message_content": content}
    keyboard = {"inline_keyboard": [[{"text": "M", "callback_data": "m"}]]}
    await sandbox.call("answerInlineQuery", inline_query_id=asked.id, results=[article | {"reply_markup": keyboard}])

    chosen = await yohana.choose(asked, "1")
    edit: dict[str, Any] = {"inline_message_id": chosen.inline_message_id, "rich_message": {"html": "<h1>Baru</h1>"}}

    assert (await yohana.messages())[0].headings == ["Bantuan Kedinasan"]
    assert (await asked.results()).results[0].text.startswith("Bantuan Kedinasan\n")
    assert (await sandbox.call("editMessageText", **edit))["result"] is True
    assert (await yohana.messages())[0].headings == ["Baru"]


def nested(depth: int) -> str:
    return "<details><summary>a</summary>" * depth + "b" + "</details>" * depth


def blocks(*given: Any) -> dict[str, Any]:
    return {"blocks": list(given)}


def deep_blocks(depth: int) -> dict[str, Any]:
    block = paragraph("a")
    for _ in range(depth - 1):
        block = {"type": "details", "summary": "b", "blocks": [block]}
    return blocks(block)


def heading(**more: Any) -> dict[str, Any]:
    return {"type": "heading", "text": "a", "size": 1} | more


CANT = "can't parse InputRichBlock: "
COLUMNS = "<table><tr>" + "<td>a</td>" * 19 + "<td colspan={}>a</td></tr></table>"
BAD: dict[str, tuple[Any, str]] = {
    "nothing": (None, "rich message must be non-empty"),
    "empty": ({}, "rich message must be non-empty"),
    "no object": ([1], "object expected as InputRichMessage"),
    "no JSON": ("{", "can't parse rich message JSON object"),
    "empty HTML": ({"html": " "}, "RICH_MESSAGE_HTML_INVALID"),
    "tag cut off": ({"html": "<p>a</p><tab"}, "RICH_MESSAGE_HTML_INVALID"),
    "tag not closed": ({"html": "<p>a"}, "RICH_MESSAGE_HTML_INVALID"),
    "wrong end": ({"html": "<b><i>a</b></i>"}, "RICH_MESSAGE_HTML_INVALID"),
    "end without start": ({"html": "a</p>"}, "RICH_MESSAGE_HTML_INVALID"),
    "only a divider": ({"html": "<hr/>"}, "RICH_MESSAGE_EMPTY"),
    "no blocks": (blocks(), "RICH_MESSAGE_EMPTY"),
    "long text": ({"html": "a" * 32_769}, "RICH_MESSAGE_TEXT_TOO_LONG"),
    "many blocks": ({"html": "<p>a</p>" * 501}, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
    "many rows": ({"html": f"<table>{'<tr><td>a</td></tr>' * 500}</table>"}, "RICH_MESSAGE_BLOCKS_TOO_MANY"),
    "wide table": ({"html": COLUMNS.format(2)}, "RICH_MESSAGE_TABLE_COLS_TOO_MANY"),
    "deep details": ({"html": nested(16)}, "RICH_MESSAGE_DEPTH_INVALID"),
    "deep marks": ({"html": "<b>" * 16 + "a" + "</b>" * 16}, "RICH_MESSAGE_DEPTH_INVALID"),
    "bottomless": ({"html": "<b>" * 5_000}, "RICH_MESSAGE_DEPTH_INVALID"),
    "deep blocks": (deep_blocks(17), "RICH_MESSAGE_DEPTH_INVALID"),
    "bad link": ({"html": "<a href='catatan/x'>a</a>"}, "RICH_MESSAGE_URL_INVALID"),
    "bad mail": ({"html": "<a href='mailto:siapa'>a</a>"}, "RICH_MESSAGE_EMAIL_INVALID"),
    "mixed list": (
        {"blocks": [{"type": "list", "items": [{"blocks": [], "type": "1"}, {"blocks": []}]}]},
        CANT + "List must be either ordered or unordered",
    ),
    "list without items": (blocks({"type": "list", "items": []}), CANT + "List must be non-empty"),
    "item type": (
        blocks({"type": "list", "items": [{"blocks": [], "type": "x"}]}),
        CANT + "Invalid list item type specified",
    ),
    "block without a type": (blocks({"text": "a"}), CANT + 'Can\'t find field "type"'),
    "block no object": (blocks("a"), CANT + "Object expected as InputRichBlock"),
    "unknown block": (blocks({"type": "sectionHeading"}), CANT + 'type "sectionHeading" is unsupported'),
    "heading without a size": (blocks({"type": "heading", "text": "a"}), CANT + 'Can\'t find field "size"'),
    "heading of odd size": (blocks(heading(size=7)), CANT + "Invalid section heading size specified"),
    "odd field": (blocks(heading(size="1")), CANT + 'Field "size" must be of type Number'),
    "table without cells": (blocks({"type": "table"}), CANT + 'Can\'t find field "cells"'),
    "odd cells": (blocks({"type": "table", "cells": [{}]}), CANT + 'Field "cells" must be an Array of Arrays'),
    "odd span": (
        blocks({"type": "table", "cells": [[{"text": "a", "colspan": -1}]]}),
        CANT + "Invalid table cell colspan specified",
    ),
    "odd text": (blocks(heading(text={"type": "plain", "text": "a"})), CANT + "Unsupported rich text type"),
    "half a sign": (blocks(heading(text="\ud83d")), CANT + "Rich text must be encoded in UTF-8"),
    "bad link with a space": ({"html": "<a href='x.id/a b'>a</a>"}, "RICH_MESSAGE_URL_INVALID"),
}


@pytest.mark.parametrize(("rich", "reason"), BAD.values(), ids=BAD.keys())
async def test_a_bad_rich_message_is_refused(sandbox: Sandbox, rich: Any, reason: str) -> None:
    refused = await send(sandbox, rich)

    assert refused["description"] == f"Bad Request: {reason}"
    assert await sandbox.ledger() == []


FITS = {
    "long text": "a" * 32_768,
    "many blocks": "<p>a</p>" * 500,
    "wide table": COLUMNS.format(1),
    "deep details": nested(15),
    "deep marks": "<b>" * 15 + "a" + "</b>" * 15,
}


@pytest.mark.parametrize("html", FITS.values(), ids=FITS.keys())
async def test_what_just_fits_is_taken(sandbox: Sandbox, html: str) -> None:
    assert (await send(sandbox, {"html": html}))["ok"]


async def test_a_form_that_cannot_be_read_is_refused_before_the_chat_and_a_limit_after(sandbox: Sandbox) -> None:
    lost: dict[str, Any] = {"chat_id": 999}

    form = await sandbox.call("sendRichMessage", **lost, rich_message=blocks({"type": "heading", "text": "a"}))
    limit = await sandbox.call("sendRichMessage", **lost, rich_message={"html": "<hr/>"})

    assert form["description"].endswith('Can\'t find field "size"')
    assert limit["description"] == "Bad Request: chat not found"


NOT_HERE = {
    "markdown": {"markdown": "# A"},
    "a picture": {"html": "<img src='https://x.id/a.png'/>"},
    "media": {"html": "a", "media": [{"id": "a", "media": {}}]},
    "buttons": {"blocks": [{"type": "buttons", "buttons": []}]},
}


@pytest.mark.parametrize("rich", NOT_HERE.values(), ids=NOT_HERE.keys())
async def test_what_the_sandbox_does_not_know_it_says_itself(sandbox: Sandbox, rich: dict[str, Any]) -> None:
    assert "the sandbox " in (await send(sandbox, rich))["description"]


async def test_what_nobody_knows_is_passed_over_and_remembered(sandbox: Sandbox) -> None:
    await send(sandbox, {"blocks": [heading(anchor="x")], "html": "b", "shine": 1}, sparkle=True)

    assert sorted(await sandbox.warnings()) == [
        "sendRichMessage: InputRichMessage has blocks and html, of which only one counts",
        "sendRichMessage: InputRichMessage.shine is not known",
        "sendRichMessage: rich message: heading.anchor is not known",
        "sendRichMessage: the parameter sparkle is not known",
    ]


async def test_one_persons_rich_messages_can_be_refused_so_that_the_bot_falls_back(sandbox: Sandbox) -> None:
    await sandbox.person(7002).send("/start")
    await sandbox.fault("400", "sendRichMessage", chat=7001, times=-1)

    refused = [(await send(sandbox, {"html": "a"}))["description"] for _ in range(2)]
    other = await sandbox.call("sendRichMessage", chat_id=7002, rich_message={"html": "a"})
    plain = await sandbox.call("sendMessage", chat_id=7001, text="a")
    await sandbox.clear_faults()
    await sandbox.fault("400", "sendRichMessage", description="RICH_MESSAGE_TOO_LARGE")
    large = await send(sandbox, {"html": "a"})
    await sandbox.fault("404", "sendRichMessage")
    old_server = await send(sandbox, {"html": "a"})

    assert refused == ["Bad Request: RICH_MESSAGE_UNSUPPORTED"] * 2
    assert other["ok"]
    assert plain["ok"]
    assert large["description"] == "Bad Request: RICH_MESSAGE_TOO_LARGE"
    assert (old_server["error_code"], old_server["description"]) == (404, "Not Found: method not found")
    with pytest.raises(SandboxError, match="description of a fault is a text"):
        await sandbox.fault("400", description="")
