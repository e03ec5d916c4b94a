"""Around the conversations: screens in place or anew, commands in any form, taps answered once, names in any form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from storage.tables import PersonRow

if TYPE_CHECKING:
    from tests.journeys.conftest import World

pytestmark = pytest.mark.one_database

STRANGER = 600000004


async def test_the_newest_screen_changes_in_place(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")

    more = await person.tap("Lainnya")
    back = await person.tap("⬅️ Menu")

    assert (shown.id, shown.id) == (more.id, back.id)
    assert back.text == shown.text


async def test_a_screen_that_was_talked_past_is_sent_anew_and_loses_its_buttons(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    old = await person.ask("/menu")
    await person.ask("apa itu wog?")

    new = await person.tap("Lainnya")
    buttons = {message.id: message.labels for message in await person.messages()}

    assert (new.text, new.id > old.id, buttons[old.id]) == ("Pilih yang ingin dibuka.", True, [])


async def test_a_screen_deleted_meanwhile_is_sent_anew(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")
    press = person.press("Lainnya", on=shown.id)
    await bot_world.sandbox.fault("latency", "editMessageText", seconds=0.2)
    await press
    await person.delete(shown.id)

    new = await person.until("Pilih yang ingin dibuka.")

    assert new.id > shown.id


async def test_the_same_screen_again_is_no_fault(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")

    answers = [await (await person.press_data("go:menu", on=shown.id)).answer() for _ in range(3)]

    assert [answer.times for answer in answers] == [1, 1, 1]


async def test_a_slow_tap_is_answered_before_it_is_through(bot_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.answers.PATIENCE", 0.02)
    person = bot_world.person(STRANGER)
    shown = await person.ask("/menu")
    await bot_world.sandbox.fault("latency", "editMessageText", seconds=0.5)

    press = await person.press("Lainnya", on=shown.id)
    answer = await press.answer(timeout=0.4)
    more = await person.until("Pilih yang ingin dibuka.")

    assert (answer.times, (await press.answer()).times, more.id) == (1, 1, shown.id)


@pytest.mark.parametrize("command", ["/MENU", "/menu@jalin_bot", "/menu sekarang", "/menu\nlagi"])
async def test_a_command_is_known_in_any_form(bot_world: World, command: str) -> None:
    shown = await bot_world.person(STRANGER).ask(command)

    assert "Mendaftar pelatihan terbuka" in shown.text


async def test_a_command_under_a_picture_is_a_command(bot_world: World) -> None:
    person = bot_world.person(STRANGER)

    await person.send_file("a.png", b"\x89PNG", "image/png", caption="/bantuan")

    assert "/pelatihan –" in (await person.until()).text


@pytest.mark.parametrize("name", ["<b>Siti</b>", "A & B", "&lt;i&gt;", "\u202eitiS", "</b><a href='x'>"])
async def test_a_name_of_any_form_is_shown_as_it_is(bot_world: World, name: str) -> None:
    person = bot_world.person(STRANGER)
    await person.ask("/start")
    await person.tap("Baca, lalu mulai")
    await person.tap("Setuju dan lanjutkan")
    async with bot_world.database.write() as connection:
        known = update(PersonRow).where(PersonRow.telegram_id == STRANGER)
        await connection.execute(known.values(name=name, identity="verified", zone="WITA"))

    await person.send("/menu")
    menu = await person.until("Selamat siang")

    assert menu.text.startswith(f"Selamat siang, {name}.")


async def test_what_the_bot_says_telegram_knows(bot_world: World) -> None:
    person = bot_world.person(STRANGER)
    for text in ("/start", "/menu", "/bantuan", "/bahasa", "/privasi", "/pelatihan", "apa itu wog?"):
        await person.ask(text)

    assert await bot_world.sandbox.warnings() == []
