"""Going elsewhere in the middle of the introduction: the next text is a question again, and nothing typed is lost."""

from __future__ import annotations

import pytest

from services.catalogue import Filter, share_payload
from tests.journeys.conftest import YOHANA, World
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database

NIP = "19900315 201503 2 014"


async def at_the_name(world: World) -> Person:
    """Somebody whom the bot has just asked for the name."""
    yohana = world.person(YOHANA)
    await yohana.send("/start")
    await yohana.until("Sebelum mulai")
    await yohana.tap("Baca, lalu mulai")
    await yohana.press("Setuju dan lanjutkan")
    await yohana.until("Langkah 1")
    await yohana.send(NIP)
    await yohana.until("Langkah 2")
    return yohana


@pytest.mark.parametrize("way", ["/menu", "/pelatihan", "/privasi", "/bantuan", "/start"])
async def test_a_command_ends_the_question_that_was_open(bot_world: World, way: str) -> None:
    yohana = await at_the_name(bot_world)

    await yohana.send(way)
    await yohana.until(lambda message: "Langkah" not in message.text)
    await yohana.send("apa itu wog")

    assert (await yohana.until("Whole of Government")).reply_to is not None


async def test_the_introduction_goes_on_where_it_was_left(bot_world: World) -> None:
    yohana = await at_the_name(bot_world)

    await yohana.send("/menu")
    await yohana.until(lambda message: "Lanjutkan perkenalan" in message.labels)
    await yohana.press("Lanjutkan perkenalan")

    await yohana.until("Langkah 2")


async def test_after_a_shared_training_the_way_back_survives_a_detour(bot_world: World) -> None:
    yohana = bot_world.person(YOHANA)
    await yohana.send("/pelatihan")
    await yohana.until("pelatihan dibuka")
    open_now = await bot_world.app.tools.catalogue.list(filter=Filter(), size=1)
    await yohana.send(f"/start {share_payload(open_now.items[0].id)}")
    await yohana.until("dibagikan kepada Anda")
    await yohana.press("Kenali Jalin dulu")
    consent = await yohana.until("Data Anda, hak Anda")
    await yohana.press("Setuju dan lanjutkan")
    await yohana.until("Langkah 1")
    await yohana.press("Lewati dulu")
    await yohana.until(lambda message: "Lanjutkan perkenalan" in message.labels)
    await yohana.press("Lanjutkan perkenalan")
    await yohana.until("Langkah 1")
    for answer, following in ((NIP, "Langkah 2"), ("Yohana Contoh", "Langkah 3")):
        await yohana.send(answer)
        await yohana.until(following)
    await yohana.send("dinas pangan ntt")
    await yohana.until(lambda message: "1" in message.labels)
    await yohana.press("1")
    await yohana.until("Satu lagi")
    await yohana.share_contact()
    await yohana.until("Anda terverifikasi")
    await yohana.press("Kembali ke pelatihan")

    assert "Setelah ini Anda kembali ke" in consent.text
    await yohana.until("Pendaftaran")
