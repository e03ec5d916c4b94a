"""Inline mode: a person asks a bot from any chat, the bot offers results, the person sends one of them."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.sandbox import TOKEN, Person, Sandbox, SandboxError, running_sandbox

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
MENU = {"inline_keyboard": [[{"text": "Rincian", "callback_data": "more"}]]}
OTHER = "77:" + "o" * 35


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


@pytest.fixture
async def colleagues(sandbox: Sandbox) -> Person:
    """Yohana, in her chat with Bagus."""
    return await sandbox.person(7001).beside(7002)


def article(result_id: str = "1", text: str = "<b>WoG</b>", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return {"type": "article", "id": result_id, "title": f"Judul {result_id}", "input_message_content": content} | more


async def heard(sandbox: Sandbox, token: str = TOKEN) -> list[dict[str, Any]]:
    """The updates that wait, without their numbers; they are confirmed."""
    updates = (await sandbox.call("getUpdates", token=token))["result"]
    if updates:
        await sandbox.call("getUpdates", token=token, offset=updates[-1]["update_id"] + 1)
    return [{key: value for key, value in update.items() if key != "update_id"} for update in updates]


async def give(sandbox: Sandbox, query_id: str, *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    return await sandbox.call("answerInlineQuery", inline_query_id=query_id, results=list(results), **more)


async def test_a_bot_says_that_it_takes_inline_queries(sandbox: Sandbox) -> None:
    assert (await sandbox.call("getMe"))["result"]["supports_inline_queries"]

    await sandbox.control("POST", "bots", {"token": TOKEN, "inline": False})

    assert not (await sandbox.call("getMe"))["result"]["supports_inline_queries"]
    with pytest.raises(SandboxError, match="@jalin_bot does not take inline queries"):
        await sandbox.person(7001).inline("wog")


async def test_what_is_asked_answered_and_picked_appears_in_a_chat_that_the_bot_is_not_in(
    sandbox: Sandbox, colleagues: Person
) -> None:
    asked = await colleagues.inline("apa itu wog")
    (update,) = await heard(sandbox)
    query = update["inline_query"]
    taken = await give(sandbox, query["id"], article("a", description="Singkat"), article("b"), next_offset="2")
    shown = await asked.results()

    chosen = await colleagues.choose(asked, "a")

    assert (query["query"], query["offset"], query["chat_type"]) == ("apa itu wog", "", "private")
    assert query["from"]["id"] == 7001
    assert taken == {"ok": True, "result": True}
    assert (shown.titles, shown.results[0].description, shown.results[0].text) == (
        ["Judul a", "Judul b"],
        "Singkat",
        "WoG",
    )
    assert (shown.next_offset, shown.cache_time, shown.is_personal) == ("2", 300, False)
    (message,) = await (await sandbox.person(7002).beside(7001)).messages()
    assert (message.id, message.text, message.html) == (chosen.message_id, "WoG", "<b>WoG</b>")
    assert (message.via_bot, message.from_bot, message.raw["from"]["id"]) == ("jalin_bot", False, 7001)
    assert chosen.inline_message_id is None
    assert await heard(sandbox) == []
    assert await sandbox.warnings() == []


CHATS = {"with the bot": "sender", "in a group": "supergroup", "saved": "private", "with another bot": "private"}


@pytest.mark.parametrize(("where", "chat_type"), CHATS.items(), ids=CHATS.keys())
async def test_a_bot_is_told_in_what_kind_of_chat_it_is_asked(sandbox: Sandbox, where: str, chat_type: str) -> None:
    yohana = sandbox.person(7001)
    group = await sandbox.add_group("Panitia", [7001], [])
    other = await sandbox.add_bot(OTHER)
    places = {"with the bot": yohana, "in a group": yohana.in_group(group), "with another bot": yohana.with_bot(other)}

    place = places.get(where) or await yohana.beside()
    await place.inline("", via=4242, offset="50")

    (update,) = await heard(sandbox)
    assert (update["inline_query"]["chat_type"], update["inline_query"]["offset"]) == (chat_type, "50")


async def test_where_the_bot_is_it_hears_the_message_that_came_by_it(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001], [4242])
    yohana = sandbox.person(7001).in_group(group)
    asked = await yohana.inline("wog")
    await heard(sandbox)
    await give(sandbox, asked.id, article(reply_markup=MENU))

    chosen = await yohana.choose(asked, "1")

    (update,) = await heard(sandbox)
    assert update["message"]["via_bot"]["id"] == 4242
    assert (update["message"]["from"]["id"], update["message"]["reply_markup"]) == (7001, MENU)
    assert update["message"]["message_id"] == chosen.message_id


async def test_a_button_of_an_inline_message_is_pressed_and_the_message_edited_by_its_id(
    sandbox: Sandbox, colleagues: Person
) -> None:
    asked = await colleagues.inline("wog")
    await give(sandbox, asked.id, article(reply_markup=MENU))
    chosen = await colleagues.choose(asked, "1")
    await heard(sandbox)

    press = await (await sandbox.person(7002).beside(7001)).press("Rincian")
    (update,) = await heard(sandbox)
    pressed = update["callback_query"]
    by_id = {"inline_message_id": pressed["inline_message_id"]}
    edited = await sandbox.call("editMessageText", **by_id, text="Rincian WoG", reply_markup=MENU)
    again = await sandbox.call("editMessageText", **by_id, text="Rincian WoG", reply_markup=MENU)
    bare = await sandbox.call("editMessageReplyMarkup", **by_id)
    await sandbox.call("answerCallbackQuery", callback_query_id=pressed["id"], text="Ini")

    assert pressed["inline_message_id"] == chosen.inline_message_id
    assert "message" not in pressed
    assert (pressed["from"]["id"], pressed["data"]) == (7002, "more")
    assert edited == bare == {"ok": True, "result": True}
    assert again["description"].startswith("Bad Request: message is not modified")
    assert (await press.answer()).text == "Ini"
    (message,) = await colleagues.messages()
    assert (message.text, message.labels, message.via_bot) == ("Rincian WoG", [], "jalin_bot")
    assert [(entry.chat, entry.message_id) for entry in await sandbox.ledger()] == [(None, None)] * 2


async def test_an_inline_message_is_edited_only_by_its_bot_and_while_it_is_there(
    sandbox: Sandbox, colleagues: Person
) -> None:
    asked = await colleagues.inline("wog")
    await give(sandbox, asked.id, article(reply_markup=MENU))
    chosen = await colleagues.choose(asked, "1")
    edit: dict[str, Any] = {"inline_message_id": chosen.inline_message_id, "text": "Baru"}

    by_another = await sandbox.call("editMessageText", token=OTHER, **edit)
    await colleagues.delete(chosen.message_id)
    too_late = await sandbox.call("editMessageText", **edit)
    never = await sandbox.call("editMessageText", inline_message_id="x", text="Baru")
    by_chat = await sandbox.call("editMessageText", chat_id=colleagues.chat, message_id=chosen.message_id, text="Baru")

    refusals = [answer["description"] for answer in (by_another, too_late, never)]
    assert refusals == ["Bad Request: MESSAGE_ID_INVALID"] * 3
    assert by_chat["description"] == "Bad Request: chat not found"


async def test_who_sent_it_cannot_edit_what_came_by_a_bot(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("wog")
    await give(sandbox, asked.id, article())
    chosen = await colleagues.choose(asked, "1")

    with pytest.raises(SandboxError, match="own messages only"):
        await colleagues.edit(chosen.message_id, "Lain")


async def test_a_bot_hears_what_was_picked_only_with_feedback(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("wog")
    await give(sandbox, asked.id, article(reply_markup=MENU))
    await heard(sandbox)

    await colleagues.choose(asked, "1")
    without = await heard(sandbox)
    await sandbox.settings(inline_feedback=True)
    chosen = await colleagues.choose(asked, "1")

    assert without == []
    (update,) = await heard(sandbox)
    picked = update["chosen_inline_result"]
    assert (picked["result_id"], picked["query"], picked["from"]["id"]) == ("1", "wog", 7001)
    assert picked["inline_message_id"] == chosen.inline_message_id


async def test_an_answer_is_remembered_for_its_time_and_for_whom_it_is(sandbox: Sandbox, colleagues: Person) -> None:
    bagus = sandbox.person(7002)
    await give(sandbox, (await colleagues.inline("umum")).id, article())
    await give(sandbox, (await colleagues.inline("saya")).id, article(), is_personal=True)
    await give(sandbox, (await colleagues.inline("segar")).id, article(), cache_time=0)
    await heard(sandbox)

    cached = [
        (await person.inline(text)).cached for person in (colleagues, bagus) for text in ("umum", "saya", "segar")
    ]
    await sandbox.settings(inline_cache=False)
    afresh = await colleagues.inline("umum")

    assert cached == [True, True, False, True, False, False]
    assert not afresh.cached
    assert [update["inline_query"]["query"] for update in await heard(sandbox)] == ["segar", "saya", "segar", "umum"]


async def test_a_query_is_answered_once_in_time_and_by_the_bot_that_was_asked(
    sandbox: Sandbox, colleagues: Person
) -> None:
    asked = await colleagues.inline("wog")
    stolen = await sandbox.call("answerInlineQuery", token=OTHER, inline_query_id=asked.id, results=[article()])
    first = await give(sandbox, asked.id)
    second = await give(sandbox, asked.id, article())
    await sandbox.settings(inline_seconds=0)
    late = await give(sandbox, (await colleagues.inline("lagi")).id, article())

    assert first["ok"]
    assert [answer["description"] for answer in (stolen, second, late)] == [f"Bad Request: {TOO_OLD}"] * 3
    assert ((await asked.results()).results, (await asked.results()).times) == ([], 2)


async def test_the_button_above_the_results_is_shown(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("daftar")

    await give(sandbox, asked.id, button={"text": "Daftar dulu", "start_parameter": "inline-1"})

    assert (await asked.results()).button == {"text": "Daftar dulu", "start_parameter": "inline-1"}


NO_CONTENT = {"type": "article", "id": "1", "title": "a"}
BAD: dict[str, tuple[dict[str, Any], str]] = {
    "no list": ({"results": {}}, "expected an Array of inline query results"),
    "too many": ({"results": [article(str(n)) for n in range(51)]}, "too many inline query results specified"),
    "no object": ({"results": [1]}, "can't parse inline query result: Inline query result must be an object"),
    "no type": ({"results": [{"id": "1"}]}, "can't parse inline query result: Can't find field \"type\""),
    "no id": ({"results": [{"type": "article"}]}, "can't parse inline query result: Can't find field \"id\""),
    "odd id": (
        {"results": [article() | {"id": [1]}]},
        'can\'t parse inline query result: Field "id" must be of type String',
    ),
    "odd type": (
        {"results": [article() | {"type": "poem"}]},
        'can\'t parse inline query result: type "poem" is unsupported for the inline query result',
    ),
    "no title": (
        {"results": [{key: value for key, value in article().items() if key != "title"}]},
        "can't parse inline query result: Can't find field \"title\"",
    ),
    "white title": ({"results": [article(title=" ")]}, "ARTICLE_TITLE_EMPTY"),
    "no content": ({"results": [NO_CONTENT]}, "can't parse inline query result: Can't find field \"message_text\""),
    "empty content": (
        {"results": [NO_CONTENT | {"input_message_content": {}}]},
        "can't parse inline query result: Input message content is not specified",
    ),
    "broken HTML": (
        {"results": [article(text="<x>a")]},
        "can't parse inline query result: Can't parse entities: Unsupported start tag \"x\" at byte offset 0",
    ),
    "no words": ({"results": [article(text="<b> </b>")]}, "text must be non-empty"),
    "long text": ({"results": [article(text="a" * 4097)]}, "MESSAGE_TOO_LONG"),
    "reply keyboard": ({"results": [article(reply_markup={"keyboard": [["a"]]})]}, "inline keyboard expected"),
    "button without a deed": (
        {"results": [article(reply_markup={"inline_keyboard": [[{"text": "a"}]]})]},
        "can't parse inline query result: Can't parse inline keyboard button: "
        "Text buttons are unallowed in the inline keyboard",
    ),
    "long data": (
        {"results": [article(reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]})]},
        "BUTTON_DATA_INVALID",
    ),
    "empty id": ({"results": [article("")]}, "RESULT_ID_INVALID"),
    "long id in bytes": ({"results": [article("é" * 33)]}, "RESULT_ID_INVALID"),
    "twice the same id": ({"results": [article(), article()]}, "RESULT_ID_DUPLICATE"),
    "long offset": ({"results": [], "next_offset": "x" * 65}, "NEXT_OFFSET_INVALID"),
    "button no object": (
        {"button": [1]},
        "can't parse inline query results button: InlineQueryResultsButton must be an Object",
    ),
    "button without words": (
        {"button": {"start_parameter": "a"}},
        "can't parse inline query results button: Can't find field \"text\"",
    ),
    "button that leads nowhere": (
        {"button": {"text": "a"}},
        "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    ),
    "empty parameter": ({"button": {"text": "a", "start_parameter": ""}}, "can't use empty start_parameter"),
    "long parameter": (
        {"button": {"text": "a", "start_parameter": "x" * 65}},
        "too long start_parameter specified",
    ),
    "odd parameter": (
        {"button": {"text": "a", "start_parameter": "a b"}},
        "unallowed characters in start_parameter are used",
    ),
}


@pytest.mark.parametrize(("params", "reason"), BAD.values(), ids=BAD.keys())
async def test_a_bad_answer_is_refused_and_leaves_the_query_open(
    sandbox: Sandbox, colleagues: Person, params: dict[str, Any], reason: str
) -> None:
    asked = await colleagues.inline("wog")

    refused = await sandbox.call("answerInlineQuery", inline_query_id=asked.id, **params)

    assert refused["description"] == f"Bad Request: {reason}"
    assert (await give(sandbox, asked.id, article()))["ok"]


async def test_fifty_results_and_the_longest_id_are_taken(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("wog")

    await give(sandbox, asked.id, *(article(f"{number:064}") for number in range(50)))

    assert len((await asked.results()).results) == 50


async def test_what_nobody_knows_in_a_result_is_remembered(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("wog")

    await give(sandbox, asked.id, article(shine=True))

    assert await sandbox.warnings() == ["answerInlineQuery: InlineQueryResultArticle.shine is not known"]


async def test_a_result_is_picked_by_whom_and_where_it_was_asked(sandbox: Sandbox, colleagues: Person) -> None:
    asked = await colleagues.inline("wog")
    with pytest.raises(SandboxError, match="has not answered yet"):
        await colleagues.choose(asked, "1")
    await give(sandbox, asked.id, article())

    with pytest.raises(SandboxError, match="asked by somebody else, or in another chat"):
        await sandbox.person(7001).choose(asked, "1")
    with pytest.raises(SandboxError, match="There is no result 'x'"):
        await colleagues.choose(asked, "x")
    with pytest.raises(SandboxError, match="at most 256 characters"):
        await colleagues.inline("a" * 257)


async def test_people_talk_where_no_bot_listens(sandbox: Sandbox, colleagues: Person) -> None:
    bagus = await sandbox.person(7002).beside(7001)

    sent = await colleagues.send("Sudah lihat @jalin_bot?")
    await bagus.send("Belum", reply_to=sent.message_id)

    assert sent.update_ids == []
    assert await heard(sandbox) == []
    assert [message.text for message in await colleagues.messages()] == ["Sudah lihat @jalin_bot?", "Belum"]
    with pytest.raises(SandboxError, match="Rina Teladan is not in this chat"):
        await Person(sandbox, 7003, colleagues.chat).send("halo")
    with pytest.raises(SandboxError, match="one person or two"):
        await sandbox.control("POST", "dialogues", {"people": [7001, 7002, 7003]})


async def test_everyone_of_the_people_file_has_saved_messages_and_the_first_two_talk(sandbox: Sandbox) -> None:
    dialogues = (await sandbox.control("GET", "state"))["dialogues"]

    assert [dialogue["people"] for dialogue in dialogues] == [[7001], [7002], [7003], [7001, 7002]]


ASKS = {
    "here": ("switch_inline_query_current_chat", "wog"),
    "anywhere": ("switch_inline_query", ""),
    "in a kind of chat": ("switch_inline_query_chosen_chat", {"query": "wog", "allow_group_chats": True}),
}


@pytest.mark.parametrize(("name", "value"), ASKS.values(), ids=ASKS.keys())
async def test_a_button_that_asks_tells_what_it_would_type(sandbox: Sandbox, name: str, value: Any) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    keyboard = {"inline_keyboard": [[{"text": "Bagikan", name: value}]]}
    said = (await sandbox.call("sendMessage", chat_id=7001, text="a", reply_markup=keyboard))["result"]
    press = {"from": 7001, "message_id": said["message_id"], "text": "Bagikan"}

    assert (await sandbox.control("POST", "chats/7001/press", press))[name] == value
