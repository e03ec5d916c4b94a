"""Nomination as people live it: applying, being ranked by tapping, and the day; by HTTP, in the sandbox."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from bot.callbacks_nomination import Nominate, Nominations, RankNext, SaveRanks
from tests.journeys.conftest import BAGUS, DEWI, RINA, SRI, YOHANA
from tests.journeys.test_enrolment import agency_of, enrol, meet, open_batch, open_card, press, state_of
from tests.journeys.test_recommendation import RECEIVED, hand_in, organizer
from tests.support.rooms import find_room

if TYPE_CHECKING:
    from tests.journeys.conftest import World


async def nominating(world: World, capacity: int = 1, **changes: object) -> int:
    """A batch by nomination until a week from now."""
    until = world.now() + timedelta(days=7)
    return await open_batch(world, capacity=capacity, fill="nomination", nominate_until=until, **changes)  # type: ignore[arg-type]


async def test_applicants_are_ranked_by_tapping_and_seated_on_the_day(bot_world: World) -> None:
    batch = await nominating(bot_world)
    ntt = await agency_of(bot_world, "bpsdm-ntt")
    yohana, sri, bagus = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    dewi, rina = await organizer(bot_world, DEWI), await organizer(bot_world, RINA)

    await open_card(yohana, batch)
    asked = await yohana.tap("Daftar")
    applied = await yohana.tap("Daftar")
    for person in (sri, bagus):
        bot_world.now.advance(minutes=1)
        await enrol(person, batch)
    mine = await yohana.ask("/saya")
    kelola = await dewi.ask("/kelola")
    groups = await dewi.tap("Susun nominasi")
    opened = await dewi.tap("1")
    first = await dewi.tap("3")
    await dewi.tap("1")
    out = await dewi.tap("1")
    second = await dewi.tap("2")
    saved = await dewi.tap("Simpan urutan")
    changed = await dewi.tap("Ubah urutan")
    foreign = [
        await press(rina, form.pack())
        for form in (
            Nominate(batch=batch, agency=ntt),
            RankNext(batch=batch, agency=ntt, enrolment=1, page=1),
            SaveRanks(batch=batch, agency=ntt),
        )
    ]
    stranger = await press(yohana, Nominations().pack())
    bot_world.now.advance(days=7)
    stale = await press(dewi, SaveRanks(batch=batch, agency=ntt).pack())
    await bot_world.app.schedule.move_seats()
    sure = await bagus.until("✅ Kursi Anda sudah pasti")
    next_ = await sri.until("Anda masuk daftar tunggu")
    last = await yohana.until("Anda masuk daftar tunggu")

    assert "Kursi dibagikan menurut urutan dari instansi" in asked.text
    assert "langsung pasti" not in asked.text
    assert applied.text == (
        "⏳ Diajukan: Pelatihan uji.\n\n"
        "Instansi Anda menyusun urutan sampai Sel, 24 Nov 2026 pukul 12.00 WITA. "
        "Sesudah itu kursi dibagikan, dan hasilnya dikabarkan di sini."
    )
    assert applied.labels == ["Pendaftaran saya", "Menu"]
    assert "diajukan, urutan disusun sampai 24 Nov" in mine.text
    assert "1 nominasi belum lengkap urutannya" in kelola.text
    assert "Pelatihan uji · BPSDM NTT · 0 dari 3 diurutkan · sampai 24 Nov" in groups.text
    assert opened.text.startswith("Pelatihan uji, Angkatan 2 · BPSDM NTT: 3 pendaftar\n\n1. Yohana Contoh · ")
    assert opened.labels == ["1", "2", "3", "Simpan urutan", "⬅️ Kembali"]
    assert "3. Bagus Misal · Dinas Pangan NTT · urutan 1" in first.text
    assert "Urutan ini belum disimpan." in first.text
    assert "1. Yohana Contoh · Dinas Pangan NTT\n" in out.text
    assert "2. Sri Andai · Dinas Pangan NTT · urutan 2" in second.text
    assert saved.text.startswith("✅ Urutan 2 pendaftar Pelatihan uji tersimpan.")
    assert "belum disimpan" not in changed.text
    assert foreign == ["Bagian ini hanya untuk penyelenggara."] * 3
    assert stranger == "Bagian ini hanya untuk penyelenggara."
    assert stale is not None
    assert stale.startswith("Urutan untuk angkatan ini sudah tidak disusun di sini.")
    assert sure.labels[0] == "Simpan ke kalender"
    assert "Anda urutan ke-1." in next_.text
    assert "Kursi sudah dibagikan menurut urutan dari instansi." in next_.text
    assert "Anda urutan ke-2." in last.text
    assert await state_of(bot_world, BAGUS, batch) == ["confirmed"]
    assert await bot_world.sandbox.warnings() == []


async def test_an_approved_recommendation_joins_the_nomination(bot_world: World) -> None:
    batch = await nominating(bot_world, needs_recommendation=True)
    yohana, rina, dewi = await meet(bot_world, YOHANA), await organizer(bot_world), await organizer(bot_world, DEWI)
    submitted = await enrol(yohana, batch)
    await hand_in(yohana)
    await yohana.until(RECEIVED)

    await find_room(dewi, "Nominasi")
    await dewi.tap("Nominasi")
    unready = await dewi.tap("1")
    await rina.ask("/kelola")
    shown = await rina.tap("Periksa rekomendasi")
    done = await rina.tap("Setujui")
    told = await yohana.until("rekomendasi sudah disetujui BPSDM DKI Jakarta")
    one = await yohana.tap("Lihat pendaftaran saya")
    ready = await press(dewi, Nominate(batch=batch, agency=await agency_of(bot_world, "bpsdm-ntt")).pack())
    listed = await dewi.until("Yohana Contoh")
    bot_world.now.advance(days=7)
    await bot_world.app.schedule.move_seats()
    sure = await yohana.until("✅ Kursi Anda sudah pasti")

    assert "Instansi Anda menyusun urutan sampai" in submitted.text
    assert "rekomendasi belum disetujui" in unready.text
    assert "ikut dalam nominasi" in shown.text
    assert done.text.startswith("✅ Disetujui: Yohana Contoh ikut dalam nominasi instansinya.")
    assert "Instansi Anda menyusun urutan sampai" in told.text
    assert "Unggah surat" not in one.labels
    assert not ready
    assert "rekomendasi belum disetujui" not in listed.text
    assert "Pelatihan uji" in sure.text


async def test_more_applicants_than_a_page_and_one_who_leaves(bot_world: World) -> None:
    batch = await nominating(bot_world, capacity=3)
    people = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    dewi = await organizer(bot_world, DEWI)
    for person in people:
        await enrol(person, batch)
    await find_room(dewi, "Nominasi")
    await dewi.tap("Nominasi")
    await dewi.tap("1")
    await dewi.tap("1")
    await people[0].ask("/saya")
    await people[0].tap("1")
    await people[0].tap("Batalkan pendaftaran")
    await people[0].tap("Batalkan pendaftaran")

    left = await dewi.tap("Simpan urutan")

    assert left.text.startswith("✅ Tersimpan tanpa urutan")
    assert await state_of(bot_world, YOHANA, batch) == ["cancelled"]
