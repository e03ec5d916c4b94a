"""The superior's letter as people live it: handed in by the person, decided by the host; by HTTP, in the sandbox."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.conftest import YOHANA
from tests.journeys.test_enrolment import enrol, meet, open_batch, state_of
from tests.support.sandbox import Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

PDF = b"%PDF-1.7\n" + b"surat rekomendasi\n" * 100
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x00\x00\x00\x08\x00\x00\x00\x08" + b"\x00" * 50
RECEIVED = "sedang diperiksa BPSDM DKI Jakarta"


async def ask_for_seat(world: World, telegram_id: int = YOHANA, **changes: object) -> tuple[Person, int]:
    """Somebody who enrolled where a recommendation is needed, and the batch."""
    batch = await open_batch(world, needs_recommendation=True, **changes)  # type: ignore[arg-type]
    person = await meet(world, telegram_id)
    await enrol(person, batch)
    return person, batch


async def hand_in(person: Person, name: str = "surat.pdf", content: bytes = PDF, mime: str = "application/pdf") -> None:
    await person.tap("Unggah surat")
    await person.send_file(name, content, mime)


async def test_what_is_no_letter_is_told_and_texts_and_batal_work_as_ever(bot_world: World) -> None:
    yohana, batch = await ask_for_seat(bot_world)

    asked = await yohana.tap("Unggah surat")
    await yohana.send_file("surat.pdf", PDF + b"\x00" * (10 * 1024 * 1024), "application/pdf")
    large = await yohana.until("batasnya 10 MB")
    await yohana.send_file("surat.pdf", b"PK\x03\x04 bukan surat", "application/pdf")
    other = await yohana.until("bukan PDF atau foto")
    await yohana.send_voice()
    voice = await yohana.until(lambda message: message.labels == ["⬅️ Kembali"])
    answer = await yohana.ask("apa itu wog")
    await yohana.send_file("surat.png", PNG, "image/png")
    kept = await yohana.until(RECEIVED)
    sent = await yohana.tap("Lihat surat")
    await yohana.tap("Ganti surat")
    await yohana.send("/batal")
    await yohana.until("dihentikan")
    await yohana.send_file("surat.pdf", PDF, "application/pdf")
    closed = await yohana.until("Jalin membaca tulisan, foto, dan dokumen.")

    assert asked.text.startswith("Kirim surat rekomendasi atasan untuk Pelatihan uji")
    assert large.text.startswith("Berkas ini 11 MB")
    assert large.labels == other.labels == ["⬅️ Kembali"]
    assert voice.text == other.text
    assert "Whole of Government" in answer.text
    assert kept.labels[:2] == ["Lihat surat", "Ganti surat"]
    assert sent.text
    assert closed.labels == ["Buka menu"]
    assert await state_of(bot_world, YOHANA, batch) == ["submitted"]
    assert await bot_world.sandbox.warnings() == []
