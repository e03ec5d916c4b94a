"""The control API: its state, its events, its sentences; and the process."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.errors import ControlError
from sandbox.events import Hub
from sandbox.people import load
from sandbox.world import World
from tests.support.sandbox import PEOPLE, Sandbox, SandboxError, running_sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


async def test_the_state_names_bots_people_and_groups(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001], [4242])

    state = await sandbox.control("GET", "state")

    assert state["bots"] == [{"id": 4242, "username": "jalin_bot", "first_name": "Jalin"}]
    assert [person["note"] for person in state["people"]] == [person["note"] for person in PEOPLE]
    assert state["groups"] == [
        {
            "id": group,
            "title": "Panitia",
            "type": "supergroup",
            "is_forum": False,
            "members": [7001],
            "bots": [4242],
            "admins": [],
        }
    ]


async def test_a_person_is_added_and_changed(sandbox: Sandbox) -> None:
    added = await sandbox.add_person(first_name="Dewi", last_name="Umpama")
    await sandbox.add_person(id=added.id, first_name="Dewi", note="BPSDM NTT")

    people = (await sandbox.control("GET", "state"))["people"]

    assert people[-1]["id"] == 7004
    assert (people[-1]["last_name"], people[-1]["note"]) == ("Umpama", "BPSDM NTT")


class Stream:
    """The events of one chat, read one by one."""

    def __init__(self, response: aiohttp.ClientResponse) -> None:
        self.response = response

    async def next(self) -> tuple[str, dict[str, Any]]:
        name = ""
        async with asyncio.timeout(5):
            while True:
                line = (await self.response.content.readline()).decode().rstrip("\n")
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                if line.startswith("data: "):
                    return name, json.loads(line.removeprefix("data: "))


async def test_everything_that_happens_in_a_chat_is_told_as_an_event(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    keyboard = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    place: dict[str, Any] = {"chat_id": 7001}
    async with sandbox.http.get(f"{sandbox.url}/api/events?chat=7001") as response:
        stream = Stream(response)
        await yohana.send("/start")
        await sandbox.person(7002).send("not for this chat")
        said = (await sandbox.call("sendMessage", **place, text="<b>A</b>", parse_mode="HTML", reply_markup=keyboard))[
            "result"
        ]
        press = await yohana.press("Ya")
        await sandbox.call("answerCallbackQuery", callback_query_id=press.id, text="Baik")
        await sandbox.call("editMessageText", **place, message_id=said["message_id"], text="B")
        await sandbox.call("deleteMessage", **place, message_id=said["message_id"])
        await sandbox.call("sendChatAction", **place, action="typing")
        await sandbox.call("sendMessage", **place, text="C", reply_markup={"keyboard": [["D"]]})
        await sandbox.call("setMyCommands", commands=[{"command": "cari", "description": "Cari"}])
        await yohana.block()
        await sandbox.add_person(id=7009, first_name="Baru")
        events = [await stream.next() for _ in range(11)]

    names = [name for name, _ in events]
    data = dict(events)
    said_and_done = "message message callback edited deleted action message keyboard commands blocked state"
    assert names == said_and_done.split()
    assert all((body["chat"], body["bot"]) == (7001, 4242) for name, body in events if name != "state")
    assert events[1][1]["message"]["html"] == "<b>A</b>"
    assert data["callback"]["text"] == "Baik"
    assert (data["callback"]["from"], data["callback"]["callback_query_id"]) == (7001, press.id)
    assert (data["edited"]["message"]["text"], data["edited"]["message"]["edited"]) == ("B", True)
    assert data["deleted"]["message_id"] == said["message_id"]
    assert data["action"]["action"] == "typing"
    assert data["keyboard"]["reply_keyboard"] == {"keyboard": [[{"text": "D"}]]}
    assert data["commands"]["commands"] == [{"command": "cari", "description": "Cari"}]
    assert data["blocked"]["blocked"] is True


async def test_a_group_is_heard_whichever_bot_was_asked_for(sandbox: Sandbox) -> None:
    group = await sandbox.add_group("Panitia", [7001], [4242])
    async with sandbox.http.get(f"{sandbox.url}/api/events?chat={group}&bot=4242") as response:
        await sandbox.person(7001).in_group(group).send("halo")

        name, data = await Stream(response).next()

    assert (name, data["bot"], data["message"]["text"]) == ("message", None, "halo")


def test_a_listener_that_reads_too_slowly_is_let_go() -> None:
    hub = Hub()
    slow = hub.subscribe(None, None)

    for _ in range(2_000):
        hub.publish("state")

    assert not hub.listens(None, None)
    assert slow.queue.qsize() == 1_000


async def test_a_wait_for_a_press_ends_with_the_time_or_the_answer(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    press = await yohana.press_data("x", on=(await yohana.send("/start")).message_id)

    too_early = await sandbox.callback(press.id, wait=0.02)
    async with asyncio.TaskGroup() as tasks:
        answer = tasks.create_task(press.answer())
        await asyncio.sleep(0.01)
        await sandbox.call("answerCallbackQuery", callback_query_id=press.id)

    assert not too_early.answered
    assert answer.result().answered


WRONG: dict[str, tuple[str, str, Any, str]] = {
    "nobody": ("POST", "chats/999/send", {"text": "a"}, "There is no person 999."),
    "somebody else": (
        "POST",
        "chats/7001/send",
        {"from": 7002, "text": "a"},
        "In a private chat only its own person writes.",
    ),
    "no bot": ("POST", "chats/7001/send", {"bot": 5, "text": "a"}, "There is no bot 5."),
    "no text": ("POST", "chats/7001/send", {"text": " "}, "A message needs some text."),
    "long text": ("POST", "chats/7001/send", {"text": "a" * 4097}, "A message has at most 4096 characters."),
    "reply to nothing": (
        "POST",
        "chats/7001/send",
        {"text": "a", "reply_to": 1},
        "There is no message 1 in this chat.",
    ),
    "press on nothing": (
        "POST",
        "chats/7001/press",
        {"message_id": 1, "data": "x"},
        "There is no message 1 in this chat.",
    ),
    "no press": ("GET", "callbacks/1", None, "There is no such press."),
    "no number": ("GET", "ledger?after=x", None, "after must be a whole number."),
    "no update": (
        "POST",
        "updates",
        {"update": 1},
        "update must be an object with a whole number as its update_id, or none.",
    ),
    "no name": ("POST", "people", {"id": 5}, "A person needs a first_name."),
    "no field": ("POST", "people", {"first_name": "A", "age": 5}, "A person has no age."),
    "no title": ("POST", "groups", {}, "A group needs a title."),
    "no negative id": ("POST", "groups", {"id": 5, "title": "A"}, "A group's id is a negative number."),
    "no token": ("POST", "bots", {"token": "x"}, "Unauthorized: invalid token specified"),
}


@pytest.mark.parametrize(("verb", "path", "body", "sentence"), WRONG.values(), ids=WRONG.keys())
async def test_a_mistake_is_told_in_a_sentence(
    sandbox: Sandbox, verb: str, path: str, body: Any, sentence: str
) -> None:
    with pytest.raises(SandboxError) as told:
        await sandbox.control(verb, path, body)

    assert str(told.value) == sentence


async def test_without_a_bot_nobody_can_be_written_to() -> None:
    async with running_sandbox() as sandbox:
        with pytest.raises(SandboxError, match="There is no bot yet"):
            await sandbox.person(7001).send("halo")


async def test_a_reset_forgets_all_but_the_people_file_and_repeats_no_number(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    before = await yohana.send("/start")
    await sandbox.call("sendMessage", chat_id=7001, text="Halo")
    await sandbox.add_person(id=7009, first_name="Baru")
    await sandbox.fault("5xx")

    await sandbox.reset()

    after = await yohana.send("/start")
    assert [person["id"] for person in (await sandbox.control("GET", "state"))["people"]] == [7001, 7002, 7003]
    assert await sandbox.ledger() == []
    assert await sandbox.faults() == []
    assert len(await yohana.messages()) == 1
    assert after.update_ids > before.update_ids
    assert after.message_id > before.message_id


def test_the_oldest_messages_go_when_too_many_are_kept() -> None:
    world = World(messages_kept=3)
    account = world.account("4242:" + "k" * 35)
    chat = world.private_chat(account.bot, world.people[7001])

    for number in range(5):
        world.post(chat, account.bot.user(), {"text": str(number)})

    assert [message.content["text"] for message in chat.messages.values()] == ["2", "3", "4"]


async def test_until_sees_only_what_came_after_the_last_act(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    await sandbox.call("sendMessage", chat_id=7001, text="Lama")
    await yohana.send("/menu")

    with pytest.raises(SandboxError, match="Not within"):
        await yohana.until("Lama", timeout=0.02)
    await yohana.silence()
    async with asyncio.TaskGroup() as tasks:
        found = tasks.create_task(yohana.until("Menu"))
        await asyncio.sleep(0.01)
        await sandbox.call("sendMessage", chat_id=7001, text="Menu utama")

    assert found.result().text == "Menu utama"


async def test_the_page_and_its_modules_are_served(sandbox: Sandbox) -> None:
    async with sandbox.http.get(f"{sandbox.url}/?person=7001") as page:
        assert (page.status, page.content_type) == (200, "text/html")
    async with sandbox.http.get(f"{sandbox.url}/static/../server.py") as outside:
        assert outside.status == 404


async def test_it_runs_as_a_process_of_its_own_and_stops_when_told() -> None:
    async with running_sandbox(process=True) as sandbox:
        await sandbox.add_bot()
        await sandbox.person(7001).send("/start")

        updates = (await sandbox.call("getUpdates"))["result"]

    assert [update["message"]["text"] for update in updates] == ["/start"]


def test_a_people_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "people.json"
    broken.write_text("{")

    with pytest.raises(ControlError, match="cannot be read"):
        load(broken)


def test_a_message_that_is_packed_away_reads_the_same() -> None:
    world = World()
    account = world.account("4242:" + "k" * 35)
    chat = world.private_chat(account.bot, world.people[7001])
    markup = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    message = world.post(chat, account.bot.user(), {"text": "😀"}, markup=markup)
    before = chat.wire(message)

    message.pack()
    packed = chat.wire(message)
    message.rewrite({"text": "Baru"}, None, 5)

    assert packed == before
    assert (message.content, message.markup, message.sender["id"]) == ({"text": "Baru"}, None, 4242)
