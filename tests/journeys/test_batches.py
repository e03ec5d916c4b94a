"""An organizer runs a batch from the chat: made, shared, published, changed, closed, cancelled; by HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from bot.callbacks_batches import (
    AdjustPools,
    AskToCancel,
    ChangeField,
    CloseNow,
    KeepPlan,
    PublishNow,
    ShowBatch,
    ShowDetails,
    ShowPlan,
)
from storage.tables import AuditRow, BatchRow
from storage.tables.seats import SeatPoolRow
from tests.journeys.conftest import BAGUS, RINA, SRI, YOHANA
from tests.journeys.test_enrolment import enrol, meet, open_batch, open_card, press, state_of
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

LINK = "https://rapat.example/pangan"


def newest(label: str) -> object:
    """The screen with this button, and not the old one that loses its own."""
    return lambda message: any(label in one for one in message.labels)


async def say(person: Person, text: str, label: str) -> Message:
    """Type an answer, and wait for the question with this button."""
    await person.send(text)
    return await person.until(newest(label))  # type: ignore[arg-type]


async def organizer(world: World, telegram_id: int = RINA) -> Person:
    person = world.person(telegram_id)
    await person.ask("/kelola")
    return person


async def batch_row(world: World, batch: int) -> dict[str, object]:
    async with world.database.read() as connection:
        return dict((await connection.execute(select(BatchRow.__table__).where(BatchRow.id == batch))).mappings().one())


async def last_batch(world: World) -> int:
    async with world.database.read() as connection:
        return int((await connection.scalars(select(BatchRow.id).order_by(BatchRow.id.desc()))).first() or 0)


async def actions(world: World) -> list[str]:
    async with world.database.read() as connection:
        return list(await connection.scalars(select(AuditRow.action).order_by(AuditRow.id)))


async def test_an_organizer_makes_shares_and_publishes_a_batch_and_a_person_enrols(bot_world: World) -> None:
    rina, yohana = await organizer(bot_world), await meet(bot_world, YOHANA)

    listed = await rina.tap("Angkatan")
    await rina.tap("Buat angkatan")
    calendar = await rina.tap("1")
    december = await rina.tap("Des ›")
    hours = await rina.tap("21")
    ends = await rina.tap("08.30")
    await rina.tap("24")
    place = await rina.tap("16.00")
    await say(rina, "Kampus <BPSDM>", "Lewati")
    seats = await say(rina, LINK, "Tanpa batas kursi")
    unread = await say(rina, "banyak", "Tanpa batas kursi")
    opens = await say(rina, "30", "Dibuka sekarang")
    closes = await rina.tap("Dibuka sekarang")
    provinces = await rina.tap("H-3 · Jum, 18 Des")
    toggled = await rina.tap("Bali")
    await say(rina, "NTT, bali, Jatim", "Perlu rekomendasi")
    fill = await rina.tap("Tidak perlu")
    overview = await rina.tap("Siapa cepat")
    rules = await rina.tap("Bagi kursi")
    plan = await rina.tap("Sebanding jumlah PNS")
    kept = await rina.tap("Pakai pembagian ini")
    published = await rina.tap("Terbitkan")
    batch = await last_batch(bot_world)
    again = await press(rina, PublishNow(batch=batch).pack())
    card = await open_card(yohana, batch)
    await yohana.tap("Daftar")
    done = await yohana.tap("Daftar")

    assert listed.labels[-2:] == ["Buat angkatan", "⬅️ Kelola"]
    assert "Waktu WIB, mengikuti BPSDM DKI Jakarta." in calendar.text
    assert calendar.labels[:8] == ["November 2026", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"]
    assert "16" not in calendar.labels
    assert december.labels[0] == "Desember 2026"
    assert hours.text.startswith("Sen, 21 Des 2026: mulai pukul berapa (WIB)?")
    assert "20" not in ends.labels
    assert "Di mana tempatnya?" in place.text
    assert seats.text.startswith("Berapa kursi?")
    assert unread.text.startswith("Angkanya belum terbaca. Isinya 1 sampai 100.000.\n\nBerapa kursi?")
    assert "Sekarang: Sel, 17 Nov 2026 pukul 11.00 WIB" in opens.text
    assert closes.labels[:3] == ["H-7 · Sen, 14 Des", "H-3 · Jum, 18 Des", "H-1 · Min, 20 Des"]
    assert "Terpilih: semua provinsi" in provinces.text
    assert toggled.labels[0] == "✅ Bali"
    assert fill.labels == ["Siapa cepat", "Nominasi", "⬅️ Kembali", "Lewati"]
    assert overview.text == (
        "Analisis Ketahanan Pangan · Angkatan 3 · draf\n\n"
        "Sen, 21 Des 2026 pukul 08.30 sampai Kam, 24 Des 2026 pukul 16.00 WIB\n"
        "Kampus <BPSDM>\n"
        "Pendaftaran ditutup Jum, 18 Des 2026 pukul 17.00 WIB.\n"
        "Kursi pasti 0/30\n\n"
        "⚠️ Sebelum terbit, lengkapi:\n– Pembagian kursi belum dipilih\n\n"
        "Mulai 08.30\u00a0WIB · 09.30\u00a0WITA\n"
        "Perlu diperhatikan:\n– Kam,\u00a024\u00a0Des: Cuti Bersama Hari Raya Natal"
    )
    assert "Terbitkan" not in overview.labels
    assert rules.labels[-2:] == ["Atur sendiri", "⬅️ Kembali"]
    assert "NTT\u00a06" in plan.text
    assert "Jatim: 389.663 dari 572.957 PNS, setara 20,40 kursi, jadi 20." in plan.text
    assert kept.text.startswith("✅ Pembagian kursi disimpan.")
    assert kept.labels[0] == "Terbitkan"
    assert published.labels[0] == "Lihat kartu pelatihan"
    assert again == "Angkatan ini sudah terbit."
    assert LINK not in card.text
    assert f"Cara masuk: {LINK}" in done.text
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
    assert (await actions(bot_world)).count("batch.published") == 1
    assert await bot_world.sandbox.warnings() == []


async def test_double_taps_old_buttons_and_steps_back_lose_and_double_nothing(bot_world: World) -> None:
    rina = await organizer(bot_world)
    await rina.tap("Angkatan")
    before = await last_batch(bot_world)
    await rina.tap("Buat angkatan")
    first = await rina.tap("1")

    day = first.button("25")["callback_data"]
    await rina.press_data(day, on=first.id)
    await rina.press_data(day, on=first.id)
    hour = await rina.until("mulai pukul berapa")
    back = await rina.tap("Kembali")
    await say(rina, "31 Nov", "⬅️ Kembali")
    unread = await rina.last()
    again = await say(rina, "28 nov", "08.00")
    await say(rina, "pukul 9", "30")
    ends = await say(rina, "28/11/2026", "12.00")
    too_early = await say(rina, "08.30", "12.00")
    twelve = too_early.button("12.00")["callback_data"]
    await rina.press_data(twelve, on=too_early.id)
    await rina.press_data(twelve, on=too_early.id)
    place = await rina.until("Di mana tempatnya?")
    await rina.send("/batal")
    stopped = await rina.until("dihentikan")
    made = await last_batch(bot_world)
    listed = await rina.ask("/kelola")
    draft = await rina.tap("Angkatan")

    assert "25 Nov 2026: mulai" in hour.text
    assert back.text.startswith("Analisis Ketahanan Pangan\n\nHari pertama?")
    assert unread.text.startswith("Harinya belum terbaca.")
    assert again.text.startswith("Sab, 28 Nov 2026: mulai")
    assert ends.text.startswith("Sab, 28 Nov 2026: selesai")
    assert too_early.text.startswith("Selesainya perlu sesudah mulainya.")
    assert place.labels == ["⬅️ Kembali", "Lewati"]
    assert stopped.labels
    assert made == before + 1
    assert "Angkatan" in listed.labels
    assert "28 Nov · 0/30 · draf" in draft.text
    assert (await actions(bot_world)).count("batch.created") == 1


async def test_more_seats_go_to_the_line_and_a_hand_adjustment_is_seen_with_its_reason(bot_world: World) -> None:
    batch = await open_batch(bot_world, capacity=1)
    rina, yohana, sri = await organizer(bot_world), await meet(bot_world, YOHANA), await meet(bot_world, SRI)
    await press(rina, ShowPlan(batch=batch).pack())
    await rina.until("bagaimana 1 kursi dibagi?")
    await rina.tap("Atur sendiri")
    wrong = await say(rina, "NTT satu", "⬅️ Kembali")
    look = await say(rina, "NTT 1", "Pakai pembagian ini")
    await rina.tap("Pakai pembagian ini")
    await enrol(yohana, batch)
    await enrol(sri, batch)

    await press(rina, ChangeField(batch=batch, field="capacity").pack())
    await rina.until("Berapa kursi?")
    sure = await say(rina, "3", "Ubah kapasitas")
    resized = await rina.tap("Ubah kapasitas")
    offer = await sri.until("Ada kursi untuk Anda")
    stale = await press(rina, KeepPlan(batch=batch, rule="equal").pack())
    await press(rina, AdjustPools(batch=batch).pack())
    pools = await rina.until("Pindahkan kursi antar-kuota")
    await say(rina, "NTT", "+1")
    over = await rina.tap("+1")
    await say(rina, "terbuka", "+1")
    named = await rina.last()
    await say(rina, "open", "−1")
    ready = await rina.tap("−1")
    why = await rina.tap("Lanjut, tulis alasan")
    too_long = await say(rina, "a" * 301, "⬅️ Kembali")
    await rina.send("NTT mengirim dua pelatih.")
    adjusted = await rina.until("✅ Kuota diubah")
    seen = await press_and_see(yohana, batch)

    assert 'Bagian "NTT satu" belum terbaca.' in wrong.text
    assert "Yang tadi diketik: NTT satu" in wrong.text
    assert "NTT\u00a01" in look.text
    assert sure.text.startswith("Kapasitas semula 1, menjadi 3.\n\n2 kursi bertambah.\n1 orang di daftar tunggu")
    assert "NTT\u00a01/1 · terbuka\u00a01/2" in resized.text.replace("\u00a0· ", " · ")
    assert "Jawab sampai" in offer.text
    assert stale is not None
    assert stale.startswith("Pembagian kursi dipilih sebelum ada pendaftar.")
    assert "NTT: 1 kursi, terpakai 1" in pools.text
    assert "Kelebihan 1 kursi" in over.text
    assert "belum dikenal" in named.text
    assert "Lanjut, tulis alasan" in ready.labels
    assert "NTT: semula 1, menjadi 2" in why.text
    assert too_long.text.startswith("Catatannya 301 karakter")
    assert 'Diubah penyelenggara Sel, 17 Nov 2026: "NTT mengirim dua pelatih."' in adjusted.text
    assert 'Diubah penyelenggara Sel, 17 Nov 2026: "NTT mengirim dua pelatih."' in seen.text
    assert await pools_of(bot_world, batch) == {"NTT": (1, 2), "open": (1, 1)}


async def press_and_see(person: Person, batch: int) -> Message:
    """The seat plan as everybody sees it."""
    await open_card(person, batch)
    return await person.tap("Lihat pembagian kursi")


async def pools_of(world: World, batch: int) -> dict[str, tuple[int, int]]:
    async with world.database.read() as connection:
        rows = await connection.execute(select(SeatPoolRow.__table__).where(SeatPoolRow.batch_id == batch))
        return {row["key"]: (row["taken"], row["size"]) for row in rows.mappings()}


async def test_moved_dates_are_weighed_first_and_then_told(bot_world: World) -> None:
    batch, other = await open_batch(bot_world, place="Kampus"), await open_batch(bot_world, "lain", place="Kampus")
    yohana, rina = await meet(bot_world, YOHANA), await organizer(bot_world)
    await enrol(yohana, batch)
    await press(rina, ChangeField(batch=other, field="dates").pack())
    await rina.until("Hari pertama?")
    await say(rina, "14 des 2026", "08.00")
    await rina.tap("08.00")
    await say(rina, "18 des 2026", "16.00")
    moved_alone = await rina.tap("16.00")
    await enrol(yohana, other)

    await press(rina, ChangeField(batch=batch, field="dates").pack())
    await rina.until("Hari pertama?")
    await say(rina, "15 des 2026", "08.00")
    await rina.tap("09.00")
    await say(rina, "16 des 2026", "16.00")
    sure = await rina.tap("16.00")
    old = sure.button("Ubah jadwal")["callback_data"]
    done = await rina.tap("Ubah jadwal")
    told = await yohana.until("Jadwal berubah")
    await rina.press_data(old, on=sure.id)
    one = await yohana.tap("Lihat pendaftaran saya")

    assert moved_alone.text.startswith("Pelatihan lain · Angkatan 2")
    assert sure.text == (
        "Mulai: semula Sen, 7 Des 2026 pukul 08.00 WIB, menjadi Sel, 15 Des 2026 pukul 09.00 WIB.\n\n"
        "Selesai: semula Jum, 11 Des 2026 pukul 16.00 WIB, menjadi Rab, 16 Des 2026 pukul 16.00 WIB.\n\n"
        "1 orang diberi tahu. Kursi dan urutan mereka tetap.\n"
        "⚠️ 1 di antaranya jadi beririsan dengan kursi pasti lain. Tidak ada yang dibatalkan; mereka memilih sendiri."
    )
    assert done.text.startswith("✅ Jadwal berubah; 1 orang diberi tahu.")
    assert told.text == (
        "⚠️ Jadwal berubah: Pelatihan uji.\n\n"
        "Semula Sen, 7 Des 2026 pukul 09.00 WITA sampai Jum, 11 Des 2026; "
        "menjadi Sel, 15 Des 2026 pukul 10.00 WITA sampai Rab, 16 Des 2026.\n\n"
        "Kursi Anda tetap.\nBila berhalangan, pembatalan sampai Sab, 12 Des 2026 pukul 18.00 WITA."
    )
    assert told.labels == ["Saya hadir", "Lihat pendaftaran saya", "Batalkan pendaftaran", "Menu"]
    assert "Sel, 15 Des 2026 pukul 10.00 WITA" in one.text
    assert await state_of(bot_world, YOHANA, batch) == ["confirmed"]
    assert (await actions(bot_world)).count("batch.changed") == 2


async def test_closed_early_nobody_enrols_and_cancelled_everybody_is_told(bot_world: World) -> None:
    batch = await open_batch(bot_world, place="Kampus")
    yohana, sri, bagus = [await meet(bot_world, who) for who in (YOHANA, SRI, BAGUS)]
    rina = await organizer(bot_world)
    await enrol(yohana, batch)
    await enrol(sri, batch)
    await yohana.tap("Pendaftaran saya")
    await yohana.tap("1")
    await yohana.tap("Batalkan pendaftaran")
    await yohana.tap("Sakit")
    await yohana.tap("Batalkan pendaftaran")
    await sri.until("Ada kursi untuk Anda")
    await open_card(bagus, batch)
    await bagus.tap("Daftar")

    await press(rina, ShowBatch(batch=batch).pack())
    shown = await rina.until("ditawari kursi")
    asked = await rina.tap("Tutup pendaftaran")
    closed = await rina.tap("Tutup pendaftaran")
    await press(rina, CloseNow(batch=batch).pack())
    refused = await bagus.tap("Daftar")
    await press(rina, AskToCancel(batch=batch).pack())
    await rina.until("Mengapa Pelatihan uji dibatalkan?")
    sure = await say(rina, "Gedung dipakai <rapat>.", "Batalkan angkatan")
    old = sure.button("Batalkan angkatan")["callback_data"]
    done = await rina.tap("Batalkan angkatan")
    await rina.press_data(old, on=sure.id)
    told = await sri.until("dibatalkan oleh BPSDM DKI Jakarta")
    gone = await press(rina, ShowDetails(batch=batch).pack())

    assert "Kursi pasti 0/1 · 1 ditawari kursi" in shown.text
    assert asked.labels == ["Tetap dibuka", "Tutup pendaftaran"]
    assert closed.text.startswith("✅ Pendaftaran ditutup.")
    assert "Tutup pendaftaran" not in closed.labels
    assert "sudah ditutup" in refused.text
    assert sure.text.startswith("Pelatihan uji dibatalkan: 1 orang diberi tahu, dan tawaran kursi ditarik.")
    assert sure.labels == ["Tetap diadakan", "Batalkan angkatan"]
    assert done.text == "Pelatihan uji dibatalkan; 1 orang diberi tahu."
    assert 'Catatannya: "Gedung dipakai <rapat>."' in told.text
    assert gone == "Angkatan ini sudah dibatalkan."
    assert await state_of(bot_world, SRI, batch) == ["cancelled"]
    assert (await actions(bot_world)).count("batch.cancelled") == 1
    assert (await actions(bot_world)).count("batch.registration-closed") == 1


async def test_nomination_is_asked_with_its_date_and_stands_on_the_card(bot_world: World) -> None:
    batch = await open_batch(bot_world, place="Kampus", seat_plan=None)
    rina, yohana = await organizer(bot_world), await meet(bot_world, YOHANA, "en")

    await press(rina, ChangeField(batch=batch, field="fill").pack())
    await rina.until("Bagaimana kursi diisi?")
    until = await rina.tap("Nominasi")
    late = await say(rina, "8 Des 2026 17.00", "⬅️ Kembali")
    await rina.send("27 Nov 2026")
    rules = await rina.until("Cara mengisi:")
    card = await open_card(yohana, batch)

    assert "Sekarang: Sen, 30 Nov 2026 pukul 16.00 WIB" in until.text
    assert late.text.startswith(
        "Perubahan itu belum cocok dengan isian lain. Tidak ada yang berubah.\n– Batas nominasi"
    )
    assert "Cara mengisi: nominasi instansi sampai Jum, 27 Nov 2026 pukul 17.00 WIB" in rules.text
    assert "Agencies nominate for the seats, until Fri, 27 Nov 2026, 18:00 WITA." in card.text
