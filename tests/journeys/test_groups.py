"""Jalin in a group: it says nothing unless asked by a command, and then only where to speak with it alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.callbacks import Agree, Go
from storage.tables import FsmRow, InboxRow, PersonRow

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

RINA, STRANGER = 700000001, 600000004
HELLO = "Jalin menerima pertanyaan peserta pelatihan untuk penyelenggara."


@pytest.fixture
async def rina(bot_world: World) -> Person:
    """Rina in a group that hears everything, as with privacy mode off."""
    group = await bot_world.sandbox.add_group("Latsar", [RINA, STRANGER], [bot_world.app.bot.id])
    person = bot_world.person(RINA).in_group(group)
    await person.until(HELLO)
    return person


async def said_in(person: Person) -> list[str]:
    """What the bot said since it introduced itself."""
    said = [message.text for message in await person.messages() if message.from_bot]
    return [text for text in said if not text.startswith(HELLO)]


async def raw(world: World, text: str, chat: int, **more: object) -> int:
    """A group message as a bot without privacy mode gets it."""
    sender = {"id": RINA, "is_bot": False, "first_name": "Rina"}
    message = {"message_id": 900, "date": 1, "chat": {"id": chat, "type": "supergroup", "title": "Latsar"}}
    entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}] if text[:1] == "/" else []
    return await world.sandbox.queue_update(
        {"message": message | {"from": sender, "text": text, "entities": entities} | more}
    )


async def states(world: World) -> set[str]:
    """What became of all updates, once none waits."""
    async with asyncio.timeout(20):
        while True:
            async with world.database.read() as connection:
                found = set((await connection.execute(select(InboxRow.state))).scalars())
            if "waiting" not in found and not await world.sandbox.pending():
                return found
            await asyncio.sleep(0.01)


async def test_what_is_said_in_a_group_is_not_answered(bot_world: World, rina: Person) -> None:
    for text in ("apa itu wog?", "halo", "19900315 201503 2 014", "/cari wog", "/pelatihan", "/kelola", "/batal", "/x"):
        await raw(bot_world, text, rina.chat)
    await raw(bot_world, "", rina.chat, new_chat_members=[{"id": 1, "is_bot": False, "first_name": "B"}])
    await raw(bot_world, "", rina.chat, caption="/menu@lain_bot")
    await bot_world.person(RINA).ask("/start")

    assert await said_in(rina) == []
    assert await states(bot_world) == {"done"}


@pytest.mark.parametrize("command", ["/menu@jalin_bot", "/start", "/bantuan@jalin_bot", "/start@jalin_bot p_1"])
async def test_a_command_is_answered_with_the_way_to_a_private_chat(
    bot_world: World, rina: Person, command: str
) -> None:
    answer = await rina.ask(command)

    assert answer.text.startswith("Jalin berbicara dengan satu orang dalam obrolan pribadi")
    assert answer.button("Buka obrolan pribadi")["url"] == "https://t.me/jalin_bot"


async def test_a_command_for_another_bot_is_left_to_it(bot_world: World, rina: Person) -> None:
    await raw(bot_world, "/menu@lain_bot", rina.chat)
    await bot_world.person(RINA).ask("/start")

    assert await said_in(rina) == []


@pytest.mark.parametrize("data", [Agree(yes=True).pack(), Go(place="menu").pack(), "abc\x1dmenu"])
async def test_a_button_pressed_in_a_group_opens_nothing_and_is_answered(
    bot_world: World, rina: Person, data: str
) -> None:
    shown = await rina.ask("/menu@jalin_bot")

    answer = await (await rina.press_data(data, on=shown.id)).answer()

    assert answer.times == 1
    assert len(await said_in(rina)) == 1
    async with bot_world.database.read() as connection:
        people = select(PersonRow.id).where(PersonRow.telegram_id == RINA, PersonRow.consent_at.is_not(None))
        assert (await connection.execute(people)).first() is None
        talks = await connection.execute(select(FsmRow.key, FsmRow.state).where(FsmRow.state.is_not(None)))
        assert talks.first() is None


async def test_being_added_and_thrown_out_says_nothing_of_the_person(bot_world: World, rina: Person) -> None:
    private = bot_world.person(RINA)
    await private.ask("/start")
    await private.tap("Baca, lalu mulai")
    await private.tap("Setuju dan lanjutkan")
    me = {"id": bot_world.app.bot.id, "is_bot": True, "first_name": "Jalin"}
    event = {"chat": {"id": rina.chat, "type": "supergroup", "title": "L"}, "date": 1}
    event |= {"from": {"id": RINA, "is_bot": False, "first_name": "Rina"}}
    for old, new in (("left", "member"), ("member", "kicked")):
        statuses = [{"user": me, "status": status, "until_date": 0} for status in (old, new)]
        changed = {"old_chat_member": statuses[0], "new_chat_member": statuses[1]}
        await bot_world.sandbox.queue_update({"my_chat_member": event | changed})
    await private.ask("/menu")

    async with bot_world.database.read() as connection:
        since = select(PersonRow.unreachable_since).where(PersonRow.telegram_id == RINA)
        assert (await connection.execute(since)).scalar_one() is None
    assert await states(bot_world) == {"done"}
