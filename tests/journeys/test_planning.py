"""Two provinces plan a training together: drafts, the secretariat, a merge or none, seats, a host, publishing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.tables import AuditRow
from storage.tables.planning import SeatCommitmentRow
from tests.journeys.conftest import DEWI, RINA, World
from tests.support.planners import (
    OTHER,
    SEKAR,
    TITLE,
    agency,
    history,
    meet,
    open_room,
    say,
    states,
    submitted,
)
from tests.support.sandbox import Person


@pytest.fixture
async def dewi(bot_world: World) -> Person:
    return await meet(bot_world, DEWI)


@pytest.fixture
async def rina(bot_world: World) -> Person:
    return await meet(bot_world, RINA)


@pytest.fixture
async def sekar(bot_world: World) -> Person:
    return await meet(bot_world, SEKAR)


async def test_a_draft_is_asked_for_step_by_step_and_loses_nothing(bot_world: World, dewi: Person) -> None:
    empty = await open_room(dewi)
    await dewi.tap("Buat rancangan")
    await say(dewi, "ab")
    hours = await say(dewi, TITLE)
    fault = await say(dewi, "banyak")
    competency = await say(dewi, "40 JP")
    mode = await dewi.tap("Teknis-fungsional")
    again = await dewi.tap("⬅️ Kembali")
    await dewi.press("Manajerial")
    twice = await dewi.press("Manajerial")
    await twice.answer()
    funding = await dewi.tap("Klasikal")
    typed = await say(dewi, "apbd saja")
    await dewi.tap("APBD")
    programme = await say(dewi, "Tuan rumah menanggung pelatihan.")
    month = await dewi.tap("Lewati")
    later = await dewi.tap("Bulan lain")
    await dewi.tap("Jun 2027")
    left = await dewi.tap("Nanti saja")
    await dewi.tap("Lengkapi isian")
    await say(dewi, "Mengawasi mutu pangan dari lahan sampai pasar.")
    await say(dewi, "x" * 701)
    await say(dewi, "Peserta mengawasi mutu pangan.")
    whole = await say(dewi, "Modul pengawasan.")
    await dewi.tap("Ubah isian")
    await dewi.tap("Isian lain")
    await dewi.tap("Bulan")
    await dewi.tap("Mar 2027")
    done = await dewi.tap("Ajukan ke Sekber")

    assert empty.text.startswith("Rencana pelatihan · BPSDM NTT\n\nBelum ada rancangan")
    assert "Sudah ada yang mirip: Pengawasan Pangan Terpadu." in hours.text
    assert "JP ditulis dengan angka, 1 sampai 2.000." in fault.text
    assert fault.text.endswith("misalnya 40.")
    assert competency.labels[:2] == ["Teknis-fungsional", "Manajerial"]
    assert len(mode.labels) == 8
    assert again.text.endswith("Saat ini: teknis-fungsional")
    assert funding.text.endswith("Sumber dananya?")
    assert "Tinggal mengetuk" in typed.text
    assert "Untuk program prioritas apa?" in programme.text
    assert "\n1. " in programme.text
    assert month.labels[0] == "Des 2026"
    assert later.labels[0] == "Jun 2027"
    assert "Belum diisi: ringkasan, tujuan, materi." in left.text
    assert whole.labels[0] == "Ajukan ke Sekber"
    assert "Belum diisi" not in whole.text
    assert done.text.startswith("✅ Sudah diajukan ke Sekber.")
    assert "klasikal · 40 JP · Mar 2027" in done.text
    assert await states(bot_world) == {TITLE: "submitted"}
    assert await bot_world.sandbox.warnings() == []


async def test_leaving_in_the_middle_keeps_what_was_answered(bot_world: World, dewi: Person) -> None:
    await open_room(dewi)
    await dewi.tap("Buat rancangan")
    await say(dewi, TITLE)
    await say(dewi, "24")
    await dewi.ask("/batal")
    await open_room(dewi)
    listed = await dewi.tap("Rancangan kami")
    await dewi.tap("1")
    await dewi.tap("Lengkapi isian")
    resumed = await dewi.tap("Manajerial")

    assert f"1. {TITLE} · 24 JP · belum diajukan" in listed.text
    assert resumed.text.endswith("Cara belajarnya?")


async def test_two_provinces_merge_their_drafts_and_publish_one_training(
    bot_world: World, dewi: Person, rina: Person, sekar: Person
) -> None:
    await submitted(bot_world.app, DEWI)
    await submitted(bot_world.app, RINA, OTHER, mode="blended", lesson_hours="32", planned_month="2027-04")
    told = await sekar.until(OTHER)
    home = await sekar.ask("/kelola")
    pair = await sekar.tap("Periksa rancangan")
    content = await sekar.tap("Bandingkan isi")
    await sekar.tap("⬅️ Kembali")
    await sekar.tap("Usulkan digabung")
    await sekar.tap("Lanjutkan A")
    waiting = await sekar.ask("/kelola")

    asked = await dewi.until("mengusulkan rancangan A dan B digabung")
    await dewi.tap("Lihat usulan")
    half = await dewi.tap("Setuju digabung")
    await rina.until("mengusulkan rancangan A dan B digabung")
    both = await rina.tap("Setuju digabung")
    await sekar.until("sudah digabung ke")
    await sekar.tap("Lihat rancangan")
    await sekar.tap("Terima")

    await dewi.until("Sekber menerima rancangan")
    await dewi.tap("Lihat rancangan")
    await dewi.tap("Sanggupi kursi")
    await dewi.tap("Angka lain")
    fault = await say(dewi, "lima")
    await say(dewi, "4")
    ready = await dewi.tap("Siap jadi tuan rumah")
    await open_room(rina)
    await rina.tap("Sanggupi kursi")
    await rina.tap("1")
    await rina.tap("Sanggupi kursi")
    await rina.tap("10")
    offered = await sekar.until("siap menjadi tuan rumah")
    choice = await sekar.tap("Pilih tuan rumah")
    await sekar.tap("2")
    agreed = await rina.until("disepakati: BPSDM DKI Jakarta")
    await rina.tap("Lihat rancangan")
    past = await rina.tap("Riwayat")
    await dewi.until("disepakati: BPSDM DKI Jakarta")
    await dewi.tap("Lihat rancangan")
    published = await dewi.tap("Terbitkan")
    heard = await rina.until("terbit")

    assert told.labels == ["Periksa rancangan"]
    assert home.text.endswith("1. 2 rancangan diajukan")
    assert pair.text == (
        "Dua rancangan mirip (87%)\n\n"
        f"A. BPSDM NTT: {TITLE} · klasikal · 40 JP · Mar 2027\n\n"
        f"B. BPSDM DKI Jakarta: {OTHER} · blended · 32 JP · Apr 2027\n\n"
        "Sama: teknis-fungsional, APBD.\nBeda: cara belajar, JP, bulan."
    )
    assert pair.labels[:6] == [
        "Usulkan digabung",
        "Terima keduanya",
        "Kembalikan A",
        "Kembalikan B",
        "Bandingkan isi",
        "Nanti saja",
    ]
    assert content.text.count("Modul pengawasan.") == 2
    assert waiting.text == "Tidak ada yang menunggu."
    assert asked.labels == ["Setuju digabung", "Lihat usulan", "Pertahankan"]
    assert half.text.endswith("BPSDM NTT sudah setuju.")
    assert both.text.startswith(f"✅ Kedua instansi setuju. Ini rancangan yang dilanjutkan.\n\n{TITLE}")
    assert fault.text.startswith("Kursi ditulis dengan angka, 0 sampai 1.000.")
    assert "Siap jadi tuan rumah" not in ready.labels
    assert offered.labels == ["Pilih tuan rumah", "Lihat rancangan"]
    assert "1. BPSDM NTT, 4 kursi, siap\n2. BPSDM DKI Jakarta, 10 kursi" in choice.text
    assert agreed.labels == ["Lihat rancangan"]
    assert "17 Nov 2026 · Sekber MPU: BPSDM DKI Jakarta menjadi tuan rumah" in past.text
    assert published.text.startswith("✅ Pelatihan terbit.")
    assert "BPSDM DKI Jakarta menjadi tuan rumah dan dapat membuka angkatannya." in heard.text
    assert await states(bot_world) == {TITLE: "published", OTHER: "merged"}
    assert (await history(bot_world, TITLE))[-6:] == [
        "accepted",
        "committed",
        "host-offered",
        "committed",
        "host",
        "published",
    ]
    async with bot_world.database.read() as connection:
        hosts = select(SeatCommitmentRow.agency_id).where(SeatCommitmentRow.is_host)
        assert list(await connection.scalars(hosts)) == [await agency(bot_world.app, RINA)]
        audit = set(await connection.scalars(select(AuditRow.action)))
    assert {"training.proposed", "training.merged", "training.host", "training.published"} <= audit
    assert await bot_world.sandbox.warnings() == []


async def test_a_returned_draft_is_mended_and_accepted(bot_world: World, dewi: Person, sekar: Person) -> None:
    await submitted(bot_world.app, DEWI)
    await sekar.until(TITLE)
    alone = await sekar.tap("Periksa rancangan")
    await sekar.tap("Kembalikan")
    back = await sekar.tap("⬅️ Kembali")
    await sekar.tap("Kembalikan")
    long = await say(sekar, "x" * 301)
    await say(sekar, "JP terlalu banyak untuk <lima> hari.")
    told = await dewi.until("mengembalikan rancangan")
    card = await dewi.tap("Lihat rancangan")
    await dewi.tap("Ubah isian")
    await dewi.tap("JP")
    mended = await say(dewi, "32")
    await dewi.tap("Ajukan ke Sekber")
    await sekar.until("mengajukan rancangan")
    await sekar.tap("Periksa rancangan")
    taken = await sekar.tap("Terima")
    await dewi.until("Sekber menerima rancangan")

    assert alone.labels == ["Terima", "Kembalikan", "Nanti saja", "Isi lengkap", "Riwayat", "⬅️ Rencana"]
    assert alone.text.endswith("Sudah ada yang mirip: Pengawasan Pangan Terpadu.")
    assert back.text == alone.text
    assert "301 karakter" in long.text
    assert '⚠️ Catatan Sekber: "JP terlalu banyak untuk <lima> hari."' in told.text
    assert '⚠️ Catatan Sekber: "JP terlalu banyak untuk <lima> hari."' in card.text
    assert "32 JP" in mended.text
    assert taken.text == "✅ Rancangan diterima. Instansi kini dapat menyanggupi kursi."
    assert await history(bot_world, TITLE) == ["drafted", "submitted", "returned", "submitted", "accepted"]


async def test_a_refused_merge_leaves_both_drafts_and_the_secretariat_accepts_both(
    bot_world: World, dewi: Person, rina: Person, sekar: Person
) -> None:
    first, second = await submitted(bot_world.app, DEWI), await submitted(bot_world.app, RINA, OTHER)
    await bot_world.app.tools.planning.propose(kept_id=first, merged_id=second, actor_telegram_id=SEKAR)
    mine = await dewi.until("mengusulkan rancangan")
    await rina.until("mengusulkan rancangan")
    kept = await rina.tap("Pertahankan")
    told = await dewi.until("mempertahankan rancangannya")
    press = await dewi.press("Setuju digabung", on=mine.id)
    over = await press.answer()
    await sekar.until("mempertahankan rancangannya")
    await sekar.ask("/kelola")
    pair = await sekar.tap("Periksa rancangan")
    both = await sekar.tap("Terima keduanya")

    assert kept.text.startswith("Rancangan tetap seperti semula.")
    assert f"{TITLE} tidak digabung dengan {OTHER}." in told.text
    assert over.text == "Usulan penggabungan ini sudah selesai."
    assert "Penggabungan keduanya pernah tidak disetujui." in pair.text
    assert both.text == "✅ 2 rancangan diterima. Instansi kini dapat menyanggupi kursi."
    assert await states(bot_world) == {TITLE: "accepted", OTHER: "accepted"}
