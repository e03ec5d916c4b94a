"""An organizer finds a message that perhaps did not arrive, and sends it again."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot.callbacks_deliveries import SeeOneParked, SeeParked, SendOnceMore
from bot.keys import open_vault
from storage.tables import AgencyRow, DeliveryRow, PersonRow, VerificationRow
from tests.journeys.conftest import DEWI, RINA, STRANGER, YOHANA, World
from tests.support.catalogue import add
from tests.support.clock import NOON
from tests.support.rooms import find_room
from tests.support.staff import YOHANA_NIP

pytestmark = pytest.mark.one_database

NOT_FOR_YOU = "Bagian ini hanya untuk penyelenggara."


async def park_request(world: World) -> int:
    """A request to Dewi of NTT about Yohana, that perhaps arrived."""
    cipher = open_vault(world.app.settings).encrypt(YOHANA_NIP)
    claim = {"nip_lookup": b"x", "nip_cipher": cipher, "name": "Yohana", "reason": "taken", "state": "withdrawn"}
    async with world.database.read() as connection:
        agency = await connection.scalar(select(AgencyRow.id).where(AgencyRow.code == "bpsdm-ntt"))
        dewi = await connection.scalar(select(PersonRow.id).where(PersonRow.telegram_id == DEWI))
    yohana = await add(world.database, PersonRow, telegram_id=YOHANA, name="Yohana Contoh", created_at=NOON)
    at = {"agency_id": agency, "claimed_agency_id": agency, "created_at": NOON}
    request = await add(world.database, VerificationRow, person_id=yohana, **at, **claim)
    sent = {"state": "unknown", "attempt": 1, "due_at": NOON, "done_at": NOON, "created_at": NOON}
    return await add(
        world.database,
        DeliveryRow,
        person_id=dewi,
        kind="verification-request",
        subject=f"verification:{request}",
        payload={"verification": request},
        **sent,
    )


async def state_of(world: World, delivery: int) -> str:
    async with world.database.read() as connection:
        return str(await connection.scalar(select(DeliveryRow.state).where(DeliveryRow.id == delivery)))


async def test_an_organizer_sends_it_again_once(bot_world: World) -> None:
    delivery = await park_request(bot_world)
    dewi = bot_world.person(DEWI)
    await find_room(dewi, "Kiriman tertahan")
    await dewi.press("Kiriman tertahan")
    listed = await dewi.until("1. Permintaan verifikasi")
    assert "belum pasti terkirim" in listed.text
    await dewi.press("1")
    one = await dewi.until("Mungkin sudah sampai")
    toast = await (await dewi.press("Kirim lagi")).answer()
    assert toast.text == "Dikirim lagi sekarang, pada jam tenang besok pagi."
    await dewi.until("Tidak ada kiriman yang tertahan.")

    # Looked at again before it is sent: the request was withdrawn, so it is not true any more.
    async with asyncio.timeout(10):
        while await state_of(bot_world, delivery) != "skipped":
            await asyncio.sleep(0.05)
    again = SendOnceMore(delivery=delivery, attempt=1).pack()
    toast = await (await dewi.press_data(again, on=one.id)).answer()
    assert toast.text == "Sudah dikirim lagi sebelumnya. Kirimannya tetap satu."


async def test_another_agency_and_a_stranger_are_kept_out(bot_world: World) -> None:
    delivery = await park_request(bot_world)

    for telegram_id in (RINA, STRANGER):
        person = bot_world.person(telegram_id)
        menu = await person.ask("/menu")
        for data in (SeeOneParked(delivery=delivery).pack(), SendOnceMore(delivery=delivery, attempt=1).pack()):
            answer = await (await person.press_data(data, on=menu.id)).answer()
            assert answer.text == NOT_FOR_YOU
    stranger = bot_world.person(STRANGER)
    answer = await (await stranger.press_data(SeeParked().pack(), on=(await stranger.last()).id)).answer()
    assert answer.text == NOT_FOR_YOU
    assert await state_of(bot_world, delivery) == "unknown"
