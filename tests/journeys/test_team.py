"""Roles by one-time links, from [Tim] to the tap that takes one, and taking a role away; by HTTP, in the sandbox."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from bot.callbacks_team import MakeRoleLink, Revoke, ShowMember, TakeRole
from storage.tables import AuditRow, PersonRow
from tests.journeys.conftest import DEWI, RINA, STRANGER, YOHANA
from tests.journeys.test_enrolment import agency_of, press
from tests.journeys.test_verification import DARMA, delivered
from tests.support.rooms import find_room
from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

NOT_FOR_YOU = "Bagian ini hanya untuk penyelenggara."
SEKAR = 700000003


async def in_team(world: World, telegram_id: int = RINA) -> Person:
    """Somebody who looks at their team."""
    person = world.person(telegram_id)
    await find_room(person, "Tim")
    await person.tap("Tim")
    return person


async def link_of(person: Person) -> str:
    """The payload of the newest message that was made to be passed on."""
    found = [message for message in await person.messages() if "?start=i_" in message.text]
    payload = re.search(r"https://t\.me/jalin_bot\?start=(i_[\w-]{22})\b", found[-1].text)
    assert payload is not None
    return payload[1]


async def make_link(person: Person, role: str = "Penyelenggara") -> str:
    """A link for the own agency, from [Tim]."""
    await person.tap("Tambah rekan")
    await person.press(role)
    await person.until("Tautannya siap")
    return await link_of(person)


async def open_link(person: Person, payload: str) -> Message:
    return await person.ask(f"/start {payload}")


async def test_a_newcomer_takes_a_role_by_a_link_and_its_maker_hears_of_it(bot_world: World) -> None:
    rina, lestari = await in_team(bot_world), bot_world.person(STRANGER)
    team = await rina.last()
    choosing = await rina.tap("Tambah rekan")
    await rina.press("Penyelenggara")
    made = await rina.until("Tautannya siap")
    payload = await link_of(rina)

    offered = await open_link(lestari, payload)
    left = await lestari.tap("Bukan untuk saya")
    await open_link(lestari, payload)
    taken = await lestari.tap("Terima peran")
    told = await rina.until("menerima peran penyelenggara")
    kelola = await lestari.tap("Kelola")
    again = await open_link(lestari, payload)
    yohana = await open_link(bot_world.person(YOHANA), payload)

    assert team.text == "Tim\n\nAnggota tim: 2\nTidak ada tautan yang belum dipakai."
    assert team.labels == ["Tambah rekan", "Anggota tim", "⬅️ Kelola"]
    assert choosing.labels == ["Penyelenggara", "Pembimbing", "⬅️ Tim"]
    assert made.labels == ["Pilih penerima", "⬅️ Tim"]
    assert offered.text == (
        "Rina Teladan memberi Anda peran penyelenggara untuk BPSDM DKI Jakarta.\n\n"
        "Berlaku sampai Jum, 20 Nov 2026 pukul 11.00 WIB.\n"
        "Bila diterima, yang disimpan: peran ini, nomor akun Telegram Anda, dan nama Lestari Khayal, "
        "yang terlihat oleh tim."
    )
    assert offered.labels == ["Terima peran", "Bukan untuk saya"]
    assert left.text.startswith("Tidak ada yang berubah.")
    assert taken.text == (
        "✅ Peran penyelenggara untuk BPSDM DKI Jakarta kini milik Anda. Pekerjaannya ada di /kelola."
    )
    assert told.labels == ["Lihat perannya", "Tim"]
    assert kelola.text == "Tidak ada yang menunggu."
    assert again.text.startswith("Tautan ini sudah dipakai")
    assert yohana.text == again.text
    assert await bot_world.sandbox.warnings() == []


async def test_a_role_is_taken_away_and_gone_at_the_next_press(bot_world: World) -> None:
    rina, darma = await in_team(bot_world), await in_team(bot_world, DARMA)
    listed = await rina.tap("Anggota tim")
    one = await rina.tap("1")
    asked = await rina.tap("Cabut peran")
    kept = await rina.tap("Biarkan perannya")
    await rina.tap("Cabut peran")
    done = await rina.tap("Cabut peran")

    pressed = await darma.press("Tambah rekan")
    refused = (await pressed.answer()).text
    menu = await darma.ask("/kelola")
    await rina.tap("⬅️ Tim")
    await rina.tap("Anggota tim")
    await rina.tap("1")
    await rina.tap("Cabut peran")
    last = await (await rina.press("Cabut peran")).answer()

    assert listed.text == (
        "Anggota tim\n\n"
        "1. Darma Andaikata · penyelenggara · BPSDM DKI Jakarta\n"
        "2. Rina Teladan · penyelenggara · BPSDM DKI Jakarta"
    )
    assert one.text.startswith("Darma Andaikata\npenyelenggara · BPSDM DKI Jakarta\nSejak ")
    assert asked.labels == ["Biarkan perannya", "Cabut peran"]
    assert kept.text == one.text
    assert done.text == "Peran penyelenggara BPSDM DKI Jakarta sudah dicabut dari Darma Andaikata."
    assert refused == NOT_FOR_YOU
    assert menu.text == NOT_FOR_YOU
    assert last.text is not None
    assert last.text.startswith("Anda satu-satunya pemegang peran ini")
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(AuditRow.action))) == ["role.revoked"]


async def test_word_of_a_role_that_is_gone_by_the_morning_is_not_said(bot_world: World) -> None:
    rina, lestari = await in_team(bot_world), bot_world.person(STRANGER)
    payload = await make_link(rina)
    bot_world.now.advance(hours=9)  # 20.00 WIB: the word waits
    await open_link(lestari, payload)
    await lestari.tap("Terima peran")
    await rina.tap("⬅️ Tim")
    await rina.tap("Anggota tim")
    await rina.tap("2")
    await rina.tap("Cabut peran")
    await rina.tap("Cabut peran")
    bot_world.now.advance(hours=12)
    await rina.ask("/menu")

    assert await delivered(bot_world) == ["skipped"]


async def test_a_link_is_taken_back_before_anybody_used_it(bot_world: World) -> None:
    rina = await in_team(bot_world)
    payload = await make_link(rina, "Pembimbing")
    await rina.tap("⬅️ Tim")
    listed = await rina.tap("Tautan belum dipakai")
    one = await rina.tap("1")
    asked = await rina.tap("Batalkan tautan")
    pressed = await rina.press("Batalkan tautan")
    toast, after = await pressed.answer(), await rina.until("Tidak ada tautan")

    opened = await open_link(bot_world.person(STRANGER), payload)

    assert listed.text.endswith("1. pembimbing · BPSDM DKI Jakarta · sisa 3 hari")
    assert one.labels == ["Batalkan tautan", "⬅️ Daftar"]
    assert asked.labels == ["Biarkan terbuka", "Batalkan tautan"]
    assert toast.text == "Tautan sudah dibatalkan."
    assert after.labels == ["⬅️ Tim"]
    assert opened.text.startswith("Tautan ini sudah dibatalkan pengirimnya.")


async def test_two_phones_at_once_and_links_that_nobody_made(bot_world: World) -> None:
    rina = await in_team(bot_world)
    payload = await make_link(rina)
    lestari, yohana = bot_world.person(STRANGER), bot_world.person(YOHANA)
    await open_link(lestari, payload)
    await open_link(yohana, payload)

    await asyncio.gather(lestari.press("Terima peran"), yohana.press("Terima peran"))
    ends = [await person.until(lambda message: "Terima peran" not in message.labels) for person in (lestari, yohana)]
    unknown = [await open_link(lestari, guess) for guess in ("i_", "i_x", "i_" + "A" * 22)]
    own = await open_link(rina, payload)
    rest = await press(lestari, "it:" + "A" * 21)

    assert sorted(end.text[:16] for end in ends) == ["Tautan ini sudah", "✅ Peran penyelen"]
    assert {message.text[:28] for message in unknown} == {"Tautan ini tidak dikenal. Mi"}
    assert own.text.startswith("Tautan ini sudah dipakai")
    assert rest == "Layar ini sudah berganti. Ini yang terbaru."


async def test_others_make_no_link_and_forged_presses_change_nothing(bot_world: World) -> None:
    dki = await agency_of(bot_world, "bpsdm-dki")
    dewi, lestari, sekar = await in_team(bot_world, DEWI), bot_world.person(STRANGER), await in_team(bot_world, SEKAR)
    await lestari.ask("/start")

    for form in (MakeRoleLink(role="organizer", agency=dki), MakeRoleLink(role="secretariat", agency=0)):
        for person in (dewi, lestari):
            assert await press(person, form.pack()) == NOT_FOR_YOU
    for gone in (ShowMember(role=1), Revoke(role=1), Revoke(role=999)):
        assert await press(dewi, gone.pack()) == "Peran itu sudah tidak ada dalam daftar tim."
        assert await press(lestari, gone.pack()) == NOT_FOR_YOU
    assert (await press(lestari, TakeRole(token="A" * 22).pack())) is None
    seen = await sekar.tap("Anggota tim")

    assert "Rina Teladan" in seen.text
    async with bot_world.database.read() as connection:
        assert list(await connection.scalars(select(AuditRow.action))) == []
        assert STRANGER not in list(await connection.scalars(select(PersonRow.telegram_id)))


async def test_an_admin_looks_an_agency_up_by_its_name(bot_world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    admins = frozenset({STRANGER})
    team = bot_world.app.tools.team
    for tool in (team.get, team.choices, team.invite, team.open, team.accept, bot_world.app.tools.people.grants):
        object.__setattr__(tool, "admin_ids", admins)
    admin, yohana = await in_team(bot_world, STRANGER), bot_world.person(YOHANA)

    choosing = await admin.tap("Tambah rekan")
    asked = await admin.tap("Penyelenggara")
    await admin.send("zzzz qqqq")
    none = await admin.until("Belum ada instansi")
    await admin.tap("Cari instansi lain")
    await admin.send("bpsdm ntt")
    found = await admin.until("1. ")
    await admin.press("1")
    await admin.until("Tautannya siap")
    offered = await open_link(yohana, await link_of(admin))
    await admin.tap("⬅️ Tim")
    await admin.tap("Tambah rekan")
    secretariat = await admin.tap("Sekretariat")

    assert choosing.labels == ["Penyelenggara", "Pembimbing", "Sekretariat", "⬅️ Tim"]
    assert asked.labels == ["⬅️ Kembali"]
    assert none.labels == ["Cari instansi lain", "⬅️ Tim"]
    assert found.text.startswith("Peran penyelenggara untuk instansi mana?\n\n1. ")
    assert offered.text.startswith("pengelola Jalin memberi Anda peran penyelenggara untuk BPSDM NTT.")
    assert secretariat.labels == ["Sekber MPU", "Semua instansi", "⬅️ Kembali"]
