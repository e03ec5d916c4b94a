"""What people do, and what the bots hear of it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.sandbox import TOKEN, Sandbox, SandboxError, running_sandbox

OTHER = "77:" + "o" * 35


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


async def heard(sandbox: Sandbox, token: str = TOKEN) -> list[dict[str, Any]]:
    """The updates that wait for a bot, without their numbers."""
    updates = (await sandbox.call("getUpdates", token=token))["result"]
    return [{key: value for key, value in update.items() if key != "update_id"} for update in updates]


async def confirm(sandbox: Sandbox, token: str = TOKEN) -> None:
    updates = (await sandbox.call("getUpdates", token=token))["result"]
    await sandbox.call("getUpdates", token=token, offset=updates[-1]["update_id"] + 1)


async def say(sandbox: Sandbox, chat: int = 7001, text: str = "Halo", **params: Any) -> dict[str, Any]:
    answer = await sandbox.call("sendMessage", chat_id=chat, text=text, **params)
    assert answer["ok"], answer
    return dict(answer["result"])


async def test_a_command_is_heard_with_its_entity(sandbox: Sandbox) -> None:
    sent = await sandbox.person(7001).send("  /start kode_123 ")

    (update,) = await heard(sandbox)

    message = update["message"]
    assert message["message_id"] == sent.message_id
    assert message["text"] == "/start kode_123"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": 7001,
        "is_bot": False,
        "first_name": "Yohana",
        "last_name": "Contoh",
        "language_code": "id",
    }
    assert message["chat"] == {"id": 7001, "type": "private", "first_name": "Yohana", "last_name": "Contoh"}


async def test_a_press_is_heard_with_the_message_it_was_on(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    await confirm(sandbox)
    keyboard = {"inline_keyboard": [[{"text": "✅ Setuju", "callback_data": "ya"}]]}
    message = await say(sandbox, reply_markup=keyboard)

    press = await yohana.press("Setuju")

    (update,) = await heard(sandbox)
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (press.id, "ya", 7001)
    assert query["message"] == message
    assert not (await sandbox.callback(press.id)).answered


async def test_a_press_finds_its_button_by_place_and_url_buttons_only_lead_away(sandbox: Sandbox) -> None:
    await sandbox.person(7001).send("/start")
    copy = {"text": "Salin", "copy_text": {"text": "T-1"}}
    rows = [[{"text": "Situs", "url": "https://x.id/"}], [copy, {"text": "Ya", "callback_data": "y"}]]
    on = (await say(sandbox, reply_markup={"inline_keyboard": rows}))["message_id"]

    led = await sandbox.control("POST", "chats/7001/press", {"from": 7001, "message_id": on, "row": 0, "column": 0})
    copied = await sandbox.control("POST", "chats/7001/press", {"from": 7001, "message_id": on, "text": "Salin"})
    pressed = await sandbox.control("POST", "chats/7001/press", {"from": 7001, "message_id": on, "row": 1, "column": 1})

    assert led["url"] == "https://x.id/"
    assert copied["copy_text"] == {"text": "T-1"}
    assert (await heard(sandbox))[-1]["callback_query"]["id"] == pressed["callback_query_id"]


async def test_the_own_contact_is_shared_with_the_own_id(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    await confirm(sandbox)
    keyboard = {"keyboard": [[{"text": "Bagikan nomor", "request_contact": True}]], "one_time_keyboard": True}
    await say(sandbox, reply_markup=keyboard)
    before = (await yohana.view()).keyboard_labels

    await yohana.share_contact()

    (update,) = await heard(sandbox)
    assert update["message"]["contact"] == {
        "phone_number": "+6280000000001",
        "first_name": "Yohana",
        "user_id": 7001,
        "last_name": "Contoh",
    }
    assert before == ["Bagikan nomor"]
    assert (await yohana.view()).keyboard_labels == []


async def test_a_contact_from_the_address_book_may_be_anybodys(sandbox: Sandbox) -> None:
    await sandbox.person(7001).share_contact("+6280000000099")

    (update,) = await heard(sandbox)

    assert update["message"]["contact"] == {"phone_number": "+6280000000099", "first_name": "Yohana"}


async def test_a_reply_keyboard_stays_until_it_is_removed(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    await say(sandbox, reply_markup={"keyboard": [["Ya", "Tidak"]], "resize_keyboard": True})
    await yohana.send("Ya")
    await say(sandbox, reply_markup={"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]})
    kept = (await yohana.view()).keyboard_labels

    await say(sandbox, reply_markup={"remove_keyboard": True})

    assert kept == ["Ya", "Tidak"]
    assert (await yohana.view()).reply_keyboard is None


async def test_blocking_and_unblocking_are_told_and_keep_the_bot_out(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    await confirm(sandbox)

    await yohana.block()
    refused = await sandbox.call("sendMessage", chat_id=7001, text="Halo")
    await yohana.block()
    await yohana.unblock()

    changes = [update["my_chat_member"] for update in await heard(sandbox)]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("member", "kicked"), ("kicked", "member")]
    assert changes[0]["new_chat_member"]["user"]["id"] == 4242
    assert refused["description"] == "Forbidden: bot was blocked by the user"
    assert (await sandbox.call("sendMessage", chat_id=7001, text="Halo"))["ok"]


async def test_who_has_blocked_the_bot_cannot_write_to_it(sandbox: Sandbox) -> None:
    await sandbox.person(7001).block()

    with pytest.raises(SandboxError, match="unblock it first"):
        await sandbox.person(7001).send("halo")


async def test_an_edit_by_its_author_is_heard(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    sent = await yohana.send("salah ketik")

    await yohana.edit(sent.message_id, "benar")

    edited = (await heard(sandbox))[-1]["edited_message"]
    assert (edited["message_id"], edited["text"]) == (sent.message_id, "benar")
    assert edited["edit_date"] >= edited["date"]


async def test_a_message_may_answer_another(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    asked = await say(sandbox, text="Nama Anda?")

    mine = await yohana.send("Yohana", reply_to=asked["message_id"])
    answer = await say(sandbox, text="Terima kasih", reply_parameters={"message_id": mine.message_id})

    replied = (await heard(sandbox))[-1]["message"]["reply_to_message"]
    assert (replied["message_id"], replied["text"]) == (asked["message_id"], "Nama Anda?")
    assert answer["reply_to_message"]["text"] == "Yohana"
    assert "reply_to_message" not in answer["reply_to_message"]
    assert (await yohana.last()).reply_to == mine.message_id


async def test_a_deleted_message_is_gone_for_both(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    secret = await yohana.send("19900315 201503 2 014")

    deleted = await sandbox.call("deleteMessage", chat_id=7001, message_id=secret.message_id)

    assert deleted == {"ok": True, "result": True}
    assert await yohana.messages() == []


async def test_stickers_and_voice_are_heard_and_shown(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send_sticker()
    await yohana.send_voice()

    sticker, voice = [update["message"] for update in await heard(sandbox)]

    assert sticker["sticker"]["emoji"] == "👍"
    assert voice["voice"]["duration"] == 3
    assert [message.raw["service"] for message in await yohana.messages()] == ["Stiker 👍", "Pesan suara, 3 detik"]


async def test_two_bots_have_their_own_chats_with_one_person(sandbox: Sandbox) -> None:
    other = await sandbox.add_bot(OTHER, username="lain_bot")
    yohana = sandbox.person(7001)
    await yohana.send("kepada yang pertama")

    await yohana.with_bot(other).send("kepada yang lain")

    assert [update["message"]["text"] for update in await heard(sandbox)] == ["kepada yang pertama"]
    assert [update["message"]["text"] for update in await heard(sandbox, OTHER)] == ["kepada yang lain"]
    assert [message.text for message in await yohana.with_bot(other).messages()] == ["kepada yang lain"]


async def test_a_bot_hears_that_it_was_put_into_a_group_and_thrown_out(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001, 7003], [4242])

    await sandbox.control("POST", f"chats/{group}/kick", {"from": 7003, "bot": 4242})

    changes = [update["my_chat_member"] for update in await heard(sandbox) if "my_chat_member" in update]
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    assert statuses == [("left", "member"), ("member", "kicked")]
    assert changes[1]["from"]["id"] == 7003
    assert changes[0]["chat"] == {"id": group, "type": "supergroup", "title": "Panitia"}


HEARD = {
    "chatter": ("Selamat pagi", False),
    "a command": ("/cari wog", True),
    "a command for the bot": ("/cari@jalin_bot wog", True),
    "a command for another": ("/cari@lain_bot wog", False),
    "its name": ("tolong @jalin_bot", True),
}


@pytest.mark.parametrize(("text", "expected"), HEARD.values(), ids=HEARD.keys())
async def test_in_a_group_a_bot_hears_only_what_is_meant_for_it(sandbox: Sandbox, text: str, expected: bool) -> None:
    group = await sandbox.add_group("Panitia", [7003], [4242])

    sent = await sandbox.person(7003).in_group(group).send(text)

    assert bool(sent.update_ids) is expected


async def test_replies_to_the_bot_are_heard_in_a_group(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001, 7003], [4242])
    question = await say(sandbox, group, "T-0217: dapat penginapan?")
    rina = sandbox.person(7003).in_group(group)

    chatter = await rina.send("Siapa tahu?")
    answer = await rina.send("Ya, di asrama.", reply_to=question["message_id"])

    assert chatter.update_ids == []
    message = (await heard(sandbox))[-1]["message"]
    assert (message["message_id"], message["text"]) == (answer.message_id, "Ya, di asrama.")
    assert message["reply_to_message"]["message_id"] == question["message_id"]


@pytest.mark.parametrize("more", [{"admins": [4242]}, {}], ids=["administrator", "no privacy"])
async def test_administrators_and_bots_without_privacy_hear_everything(sandbox: Sandbox, more: dict[str, Any]) -> None:
    await sandbox.add_bot(TOKEN, privacy=bool(more))
    group = await sandbox.add_group("Panitia", [7003], [4242], **more)

    sent = await sandbox.person(7003).in_group(group).send("Selamat pagi")

    assert len(sent.update_ids) == 1


async def test_who_is_not_in_a_group_cannot_write_there(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7003], [4242])

    with pytest.raises(SandboxError, match="Yohana Contoh is not in the group Panitia"):
        await sandbox.person(7001).in_group(group).send("halo")


async def test_a_bot_may_leave_a_group(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7003], [4242])

    await sandbox.call("leaveChat", chat_id=group)
    refused = await sandbox.call("sendMessage", chat_id=group, text="Halo")

    assert refused["description"] == "Forbidden: bot is not a member of the supergroup chat"
    assert (await sandbox.control("GET", "state"))["groups"][0]["bots"] == []


async def test_groups_of_the_people_file_take_in_the_bots_that_appear() -> None:
    groups = [{"id": -1001000000007, "title": "Panitia", "members": [7003]}]
    async with running_sandbox(groups=groups) as sandbox:
        await sandbox.add_bot()

        answer = await sandbox.call("sendMessage", chat_id=-1001000000007, text="Halo")

        assert answer["result"]["chat"]["title"] == "Panitia"


async def test_members_and_administrators_are_told(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001, 7003], [4242], admins=[7003])

    statuses = [
        (await sandbox.call("getChatMember", chat_id=group, user_id=user))["result"]["status"]
        for user in (7001, 7003, 4242, 7002)
    ]
    administrators = (await sandbox.call("getChatAdministrators", chat_id=group))["result"]

    assert statuses == ["member", "administrator", "member", "left"]
    assert [administrator["user"]["id"] for administrator in administrators] == [7003]
    assert (await sandbox.call("getChatMemberCount", chat_id=group))["result"] == 3
    assert (await sandbox.call("getChat", chat_id=group))["result"]["title"] == "Panitia"
