"""What is missing is asked once on the way into a training; by HTTP, in the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from bot.callbacks_enrolment import EnrolIn
from bot.callbacks_work import ChangeWork
from storage.tables import PersonRow
from tests.journeys.conftest import YOHANA
from tests.journeys.test_enrolment import meet, open_batch, open_card, press, state_of

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World
    from tests.support.sandbox import Person


async def newcomer(world: World) -> Person:
    """Yohana, of whom nobody knows unit or superior."""
    person = await meet(world, YOHANA)
    async with world.database.write() as connection:
        await connection.execute(
            update(PersonRow).where(PersonRow.telegram_id == YOHANA).values(unit=None, superior=None)
        )
    return person


async def test_superior_and_unit_are_asked_once_and_the_answer_enrols(bot_world: World) -> None:
    batch = await open_batch(bot_world, needs_recommendation=True)
    other = await open_batch(bot_world, "lain", needs_recommendation=True)
    yohana = await newcomer(bot_world)

    await open_card(yohana, batch)
    asked = await yohana.tap("Daftar")
    superior = await yohana.tap("Daftar")
    await yohana.send("x" * 201)
    long = await yohana.until("paling banyak 200")
    await yohana.send("Sri <Andai>, Kepala Bidang Distribusi")
    unit = await yohana.until("Apa unit kerja Anda?")
    await yohana.send("Bidang Distribusi")
    done = await yohana.until("Pendaftaran tersimpan: Pelatihan uji")
    toast = await press(yohana, EnrolIn(batch=batch).pack())
    await open_card(yohana, other)
    known = await yohana.tap("Daftar")
    second = await yohana.tap("Daftar")

    assert "Atasan: ditanyakan setelah Anda mengetuk [Daftar]" in asked.text
    assert asked.labels == ["Daftar", "Ubah data", "⬅️ Kembali"]
    assert superior.text.startswith("Sebelum pendaftaran disimpan:\nSiapa atasan Anda?")
    assert superior.labels == ["⬅️ Kembali"]
    assert long.text.startswith("Terbaca 201 karakter")
    assert unit.labels == ["⬅️ Kembali"]
    assert done.labels[0] == "Unggah surat"
    assert toast == "Anda sudah terdaftar. Tidak ada yang berubah."
    assert "Unit kerja: Bidang Distribusi\nAtasan: Sri <Andai>, Kepala Bidang Distribusi" in known.text
    assert second.text.startswith("⏳ Pendaftaran tersimpan: Pelatihan lain.")
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]
    assert await bot_world.sandbox.warnings() == []


async def test_one_can_go_back_leave_and_change_both(bot_world: World) -> None:
    batch = await open_batch(bot_world, needs_recommendation=True)
    yohana = await newcomer(bot_world)

    await open_card(yohana, batch)
    await yohana.tap("Daftar")
    await yohana.tap("Daftar")
    back = await yohana.tap("⬅️ Kembali")
    await yohana.tap("Daftar")
    await yohana.send("/batal")
    stopped = await yohana.until("dihentikan")
    await open_card(yohana, batch)
    await yohana.tap("Daftar")
    change = await yohana.tap("Ubah data")
    await yohana.tap("Ubah atasan")
    await yohana.send("Bagus Misal, Sekretaris")
    changed = await yohana.until("Atasan: Bagus Misal, Sekretaris")
    await yohana.tap("Ubah data")
    await yohana.tap("Ubah unit kerja")
    await yohana.send("Sekretariat")
    both = await yohana.until("Unit kerja: Sekretariat")

    assert back.labels[0] == "Daftar"
    assert stopped.labels
    assert change.text == "Data untuk surat\nUnit kerja: belum diisi\nAtasan: belum diisi"
    assert change.labels == ["Ubah unit kerja", "Ubah atasan", "⬅️ Kembali"]
    assert changed.labels == both.labels == ["Daftar", "Ubah data", "⬅️ Kembali"]
    assert await state_of(bot_world, YOHANA, batch) == []


async def test_without_a_letter_nothing_is_asked_and_guests_have_nothing_to_change(bot_world: World) -> None:
    batch = await open_batch(bot_world)
    closed = await open_batch(bot_world, "tutup", needs_recommendation=True, registration_closes_at=bot_world.now())
    yohana = await newcomer(bot_world)
    guest = bot_world.person(600000004)
    await guest.ask("/start")

    await open_card(yohana, batch)
    asked = await yohana.tap("Daftar")
    done = await yohana.tap("Daftar")
    await press(yohana, EnrolIn(batch=closed).pack())
    refused = await yohana.until("Pendaftarannya sudah ditutup")
    toast = await press(guest, ChangeWork(batch=batch, what="unit").pack())

    assert "Atasan" not in asked.text
    assert done.text.startswith("✅ Kursi Anda sudah pasti")
    assert refused.labels[-1] == "⬅️ Kembali"
    assert toast == "Mendaftar terbuka setelah data Anda dipastikan."
