"""What people would like to learn: proposed, supported, withdrawn, and seen by who plans."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from bot.callbacks_needs import ShowWish, WithdrawWish
from storage.tables import PersonRow
from tests.journeys.conftest import BAGUS, DEWI, STRANGER, YOHANA, World
from tests.journeys.test_enrolment import agency_of, meet
from tests.support.sandbox import Message, Person

pytestmark = pytest.mark.one_database


@pytest.fixture
async def yohana(bot_world: World) -> Person:
    return await meet(bot_world, YOHANA)


async def say(person: Person, text: str) -> Message:
    """Type an answer; what comes next is the newest message with buttons."""
    await person.send(text)
    return await person.until(lambda message: bool(message.labels))


async def wish(person: Person, topic: str) -> Message:
    """From the menu to a topic that nothing is like, without a competency."""
    await person.ask("/menu")
    await person.tap("Lainnya")
    await person.tap("Usulan pelatihan")
    await person.tap("Usulkan topik")
    await say(person, topic)
    return await person.tap("Lewati")


async def test_a_topic_is_proposed_supported_and_withdrawn(bot_world: World, yohana: Person) -> None:
    await yohana.ask("/menu")
    await yohana.tap("Lainnya")
    empty = await yohana.tap("Usulan pelatihan")
    await yohana.tap("Usulkan topik")
    short = await say(yohana, "a")
    competency = await say(yohana, "Analisis kebijakan <publik>")
    kept = await yohana.tap("Pemerintahan")
    await yohana.tap("Usulkan topik")
    await say(yohana, "ANALISIS kebijakan publik")
    again = await yohana.tap("Dukung usulan ini")

    bagus = await meet(bot_world, BAGUS)
    not_found = await bagus.ask("/pelatihan analisa kebijakan")
    await bagus.tap("Usulkan topik")
    like = await say(bagus, "analisa kebijakan publik daerah")
    supported = await bagus.tap("Dukung usulan ini")
    one = await bagus.tap("1")
    gone = await bagus.tap("Tarik usulan")
    stale = await bagus.press_data(WithdrawWish(need=2).pack(), on=gone.id)
    twice = await stale.answer()
    old = await bagus.press_data(ShowWish(need=1).pack(), on=gone.id)

    assert empty.text.endswith("Nama Anda tidak ditampilkan.")
    assert "paling sedikit 3 huruf" in short.text
    assert twice.text == "Usulan itu sudah ditarik."
    assert competency.labels == [
        "Teknis-fungsional",
        "Manajerial",
        "Sosio-kultural",
        "Pemerintahan",
        "Lewati",
        "⬅️ Kembali",
    ]
    assert kept.text.startswith("✅ Usulan Anda tersimpan")
    assert "1. Analisis kebijakan <publik> · 1 orang" in kept.text
    assert again.text.count("1 orang") == 1
    assert not_found.labels == ["Cari nama lain", "Usulkan topik", "⬅️ Daftar pelatihan"]
    assert "1. Analisis kebijakan <publik> · 1 orang" in like.text
    assert "1. Analisis kebijakan <publik> · 2 orang" in supported.text
    assert one.text == "Analisis kebijakan <publik>\nKompetensi pemerintahan\nDiusulkan 2 orang."
    assert gone.text.startswith("Usulannya ditarik.")
    assert (await old.answer()).text == "Usulan itu sudah ditarik."
    assert [people for _, people in await bot_world.app.tools.needs.mine(telegram_id=YOHANA)] == [1]
    assert await bot_world.sandbox.warnings() == []


async def test_the_own_topic_stays_ones_own_and_a_nip_is_not_kept(bot_world: World, yohana: Person) -> None:
    await wish(yohana, "Pengawasan pangan")
    await yohana.tap("Usulkan topik")
    await say(yohana, "Pengawasan pangan laut")
    await yohana.tap("Topik saya lain")
    two = await yohana.tap("Manajerial")
    await yohana.tap("Usulkan topik")
    nip = await say(yohana, "199003152015032014 minta pelatihan")

    assert "1. Pengawasan pangan · 1 orang\n2. Pengawasan pangan laut · 1 orang" in two.text
    assert "NIP" in nip.text
    assert len(await bot_world.app.tools.needs.mine(telegram_id=YOHANA)) == 2


async def test_who_is_not_verified_is_told_why(bot_world: World) -> None:
    stranger = bot_world.person(STRANGER)
    await stranger.ask("/menu")
    await stranger.tap("Lainnya")
    told = await stranger.tap("Usulan pelatihan")

    assert told.text.startswith("Mengusulkan topik terbuka setelah data Anda dipastikan")
    assert "Usulkan topik" not in told.labels


async def test_planners_see_the_topics_and_whom_a_title_is_for(bot_world: World, yohana: Person) -> None:
    await wish(yohana, "Pengawasan pangan")
    bagus = await meet(bot_world, BAGUS)
    jatim = await agency_of(bot_world, "kab-banyuwangi")
    async with bot_world.database.write() as connection:
        await connection.execute(update(PersonRow).where(PersonRow.telegram_id == BAGUS).values(agency_id=jatim))
    await bot_world.app.tools.needs.wish(telegram_id=BAGUS, text="Pengawasan pangan")
    await wish(bagus, "Bahasa isyarat")
    dewi = bot_world.person(DEWI)
    await dewi.ask("/kelola")
    await dewi.tap("Rencana pelatihan")
    all_ = await dewi.tap("Usulan pegawai")
    own = await dewi.tap("Provinsi kami saja")
    await dewi.tap("⬅️ Rencana")
    title = await dewi.tap("Buat rancangan")
    hours = await say(dewi, "Pengawasan Mutu Pangan")

    assert all_.text == (
        "Yang paling banyak diusulkan pegawai\n\n"
        "1. Pengawasan pangan · 2 orang, NTT 1\n2. Bahasa isyarat · 1 orang, NTT 0"
    )
    assert own.text == "Yang diusulkan pegawai NTT\n\n1. Pengawasan pangan · 2 orang, NTT 1"
    assert title.text.startswith("Paling banyak diusulkan pegawai:\n1. Pengawasan pangan · 2 orang\n2. Bahasa isyarat")
    assert "2 orang mengusulkan topik seperti ini." in hours.text
