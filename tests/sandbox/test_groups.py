"""Groups: who is in them, with which rights, what bots hear of it, and the move to a supergroup."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.support.sandbox import TOKEN, Sandbox, SandboxError, running_sandbox

BOT, OTHER = 4242, "77:" + "o" * 35
EVERYTHING = ["message", "edited_message", "my_chat_member", "chat_member"]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        await sandbox.call("getUpdates", allowed_updates=EVERYTHING)
        yield sandbox


async def heard(sandbox: Sandbox, kind: str, token: str = TOKEN) -> list[dict[str, Any]]:
    """The updates of a kind that wait for a bot."""
    updates = (await sandbox.call("getUpdates", token=token))["result"]
    return [update[kind] for update in updates if kind in update]


async def member(sandbox: Sandbox, group: int, user: int = BOT) -> dict[str, Any]:
    return dict((await sandbox.call("getChatMember", chat_id=group, user_id=user))["result"])


async def test_a_bot_hears_of_every_change_of_its_own_seat(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001, 7003], [BOT])

    await sandbox.seat(group, BOT, "administrator", by=7003, rights=["can_manage_topics"])
    await sandbox.seat(group, BOT, "administrator", by=7003, rights=["can_delete_messages"])
    await sandbox.seat(group, BOT, "member", by=7003)
    unchanged = await sandbox.seat(group, BOT, "member", by=7003)
    await sandbox.seat(group, BOT, "kicked", by=7003)

    changes = [(c["old_chat_member"], c["new_chat_member"]) for c in await heard(sandbox, "my_chat_member")]
    assert [(old["status"], new["status"]) for old, new in changes] == [
        ("left", "member"),
        ("member", "administrator"),
        ("administrator", "administrator"),
        ("administrator", "member"),
        ("member", "kicked"),
    ]
    assert (changes[1][1]["can_manage_topics"], changes[1][1]["can_delete_messages"]) == (True, False)
    assert (changes[2][1]["can_manage_topics"], changes[2][1]["can_delete_messages"]) == (False, True)
    assert unchanged == []


async def test_a_bot_reads_its_rights_and_those_of_the_others(sandbox: Sandbox) -> None:
    other = await sandbox.add_bot(OTHER)
    group = await sandbox.add_group(
        "Panitia", [7001, 7003], [BOT, other], admins=[7003, BOT, other], rights=["can_pin_messages"]
    )
    await sandbox.seat(group, 7001, "creator")

    mine = await member(sandbox, group)
    listed = (await sandbox.call("getChatAdministrators", chat_id=group))["result"]
    with_bots = (await sandbox.call("getChatAdministrators", chat_id=group, return_bots=True))["result"]

    assert (mine["can_pin_messages"], mine["can_manage_chat"], mine["can_manage_topics"]) == (True, True, False)
    assert [(one["user"]["id"], one["status"]) for one in listed] == [
        (7001, "creator"),
        (7003, "administrator"),
        (BOT, "administrator"),
    ]
    assert [one["user"]["id"] for one in with_bots] == [7001, 7003, BOT, other]
    assert await sandbox.warnings() == []


async def test_people_come_and_go_and_administrators_hear_of_it(sandbox: Sandbox) -> None:
    await sandbox.add_bot(OTHER)
    await sandbox.call("getUpdates", OTHER, allowed_updates=EVERYTHING)
    group = await sandbox.add_group("Panitia", [7003], [BOT, 77], admins=[BOT])

    await sandbox.seat(group, 7001, "member")
    await sandbox.seat(group, 7001, "left")

    changes = await heard(sandbox, "chat_member")
    statuses = [(c["old_chat_member"]["status"], c["new_chat_member"]["status"]) for c in changes]
    lines = await heard(sandbox, "message", OTHER)
    assert statuses[-2:] == [("left", "member"), ("member", "left")]
    assert {change["from"]["id"] for change in changes[-2:]} == {7001}
    assert await heard(sandbox, "chat_member", OTHER) == []
    assert [user["id"] for user in lines[-2]["new_chat_members"]] == [7001]
    assert lines[-1]["left_chat_member"]["id"] == 7001
    with pytest.raises(SandboxError, match="is not in the group"):
        await sandbox.person(7001).in_group(group).send("halo")


async def test_chat_member_is_told_only_to_bots_that_asked(sandbox: Sandbox) -> None:
    await sandbox.call("getUpdates", allowed_updates=[])
    group = await sandbox.add_group("Panitia", [7003], [BOT], admins=[BOT])

    await sandbox.seat(group, 7001, "member")

    assert await heard(sandbox, "chat_member") == []


async def test_without_the_right_an_administrator_deletes_only_what_is_its_own(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7003], [BOT], admins=[BOT], rights=["can_manage_topics"])
    sent = await sandbox.person(7003).in_group(group).send("Selamat pagi")

    refused = await sandbox.call("deleteMessage", chat_id=group, message_id=sent.message_id)
    await sandbox.seat(group, BOT, "administrator", rights=["can_delete_messages"])

    assert refused["description"] == "Bad Request: message can't be deleted"
    assert (await sandbox.call("deleteMessage", chat_id=group, message_id=sent.message_id))["ok"]


async def test_a_group_becomes_a_supergroup_with_another_number(sandbox: Sandbox) -> None:
    old = await sandbox.add_group("Panitia", [7001, 7003], [BOT], admins=[BOT], type="group")
    before = await member(sandbox, old)

    new = await sandbox.person(7003).in_group(old).migrate()

    refused = await sandbox.call("sendMessage", chat_id=old, text="Halo")
    leaving, arriving = (await heard(sandbox, "message"))[-2:]
    assert refused["error_code"] == 400
    assert refused["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refused["parameters"] == {"migrate_to_chat_id": new}
    assert (leaving["chat"], leaving["migrate_to_chat_id"]) == ({"id": old, "type": "group", "title": "Panitia"}, new)
    assert (arriving["chat"]["id"], arriving["migrate_from_chat_id"]) == (new, old)
    assert "can_manage_topics" not in before
    assert (await member(sandbox, new))["can_manage_topics"]
    assert (await sandbox.call("sendMessage", chat_id=new, text="Halo"))["result"]["chat"]["type"] == "supergroup"
    assert (await sandbox.call("getChat", chat_id=old))["ok"]
    with pytest.raises(SandboxError, match=str(new)):
        await sandbox.person(7003).in_group(old).send("halo")
    with pytest.raises(SandboxError, match="Only a basic group"):
        await sandbox.person(7003).in_group(new).migrate()


async def test_people_edit_texts_and_captions_and_bots_that_hear_them_are_told(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001, 7003], [BOT], admins=[BOT])
    rina = sandbox.person(7003).in_group(group)
    text = await rina.send("Ya, di asrama.")
    paper = await rina.send_file("surat.pdf", b"%PDF-1", "application/pdf", "Suratnya", reply_to=text.message_id)
    sticker = await rina.send_sticker()

    await rina.edit(text.message_id, "Ya, di asrama Kupang.")
    await rina.edit(paper.message_id, "")
    same = await rina.edit(text.message_id, "Ya, di asrama Kupang.")

    first, second = await heard(sandbox, "edited_message")
    assert (first["message_id"], first["text"]) == (text.message_id, "Ya, di asrama Kupang.")
    assert (second["document"]["file_name"], second.get("caption")) == ("surat.pdf", None)
    assert second["reply_to_message"]["message_id"] == text.message_id
    assert same == []
    assert [message.edited for message in (await rina.messages())[-3:]] == [True, True, False]
    with pytest.raises(SandboxError, match="texts and captions only"):
        await rina.edit(sticker.message_id, "x")
    with pytest.raises(SandboxError, match="own messages only"):
        await sandbox.person(7001).in_group(group).edit(text.message_id, "x")
    with pytest.raises(SandboxError, match="at most 1024"):
        await rina.edit(paper.message_id, "x" * 1025)


async def test_in_privacy_mode_only_edits_that_are_meant_for_the_bot_are_heard(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7003], [BOT])
    rina = sandbox.person(7003).in_group(group)
    asked = (await sandbox.call("sendMessage", chat_id=group, text="T-0217"))["result"]
    chatter = await rina.send("Siapa tahu?")
    answer = await rina.send("Ya", reply_to=asked["message_id"])

    assert await rina.edit(chatter.message_id, "Siapa yang tahu?") == []
    assert len(await rina.edit(answer.message_id, "Tidak")) == 1


MISTAKES: dict[str, tuple[str, dict[str, Any], str]] = {
    "no such status": ("member", {"user": 7001, "status": "boss"}, "A status is one of"),
    "nobody": ("member", {"user": 1, "status": "member"}, "There is no person 1"),
    "no such right": ("member", {"user": 7001, "status": "administrator", "rights": ["can_fly"]}, "rights is a list"),
    "no forum": ("topic", {"from": 7001, "name": "Umum"}, "the chat is not a forum"),
    "no topics to look at": ("send", {"from": 7001, "text": "a", "topic": 5}, "There is no topic 5"),
}


@pytest.mark.parametrize(("path", "body", "sentence"), MISTAKES.values(), ids=MISTAKES.keys())
async def test_mistakes_are_told_in_a_sentence(
    sandbox: Sandbox, path: str, body: dict[str, Any], sentence: str
) -> None:
    group = await sandbox.add_group("Panitia", [7001], [BOT])

    with pytest.raises(SandboxError, match=sentence):
        await sandbox.control("POST", f"chats/{group}/{path}", body)


async def test_answers_in_a_supergroup_have_a_thread_that_sends_pass_over(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7003], [BOT], admins=[BOT])
    asked = (await sandbox.call("sendMessage", chat_id=group, text="T-0217"))["result"]
    await sandbox.person(7003).in_group(group).send("Ya", reply_to=asked["message_id"])

    answer = (await heard(sandbox, "message"))[-1]
    sent = await sandbox.call("sendMessage", chat_id=group, text="a", message_thread_id=answer["message_thread_id"])

    assert answer["message_thread_id"] == asked["message_id"]
    assert "is_topic_message" not in answer
    assert "message_thread_id" not in sent["result"]


async def test_a_group_of_the_people_file_may_be_a_forum_with_the_bot_in_charge() -> None:
    forum = {"id": -1001000000007, "title": "Panitia", "members": [7003], "is_forum": True, "rights": True}
    async with running_sandbox(groups=[forum]) as sandbox:
        await sandbox.add_bot()
        rina = sandbox.person(7003).in_group(-1001000000007)

        topic = await sandbox.call("createForumTopic", chat_id=rina.chat, name="T-1")
        await sandbox.call(
            "sendMessage", chat_id=rina.chat, text="Halo", message_thread_id=topic["result"]["message_thread_id"]
        )

        assert (await rina.last()).text == "Halo"
        assert (await rina.until("Halo")).topic == topic["result"]["message_thread_id"]
