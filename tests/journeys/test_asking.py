"""A question to the organizers and what becomes of it, on both sides, over HTTP."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from bot.callbacks_helpdesk import AnswerQuestion, CloseOwnQuestion, SeeQuestion
from storage.tables.helpdesk import TicketEntryRow, TicketRow
from tests.journeys.conftest import DEWI, World
from tests.journeys.test_announcing import PNG
from tests.journeys.test_verification import delivered
from tests.support.asking import QUESTION, ask, rina, say, yohana
from tests.support.planners import meet


async def rows(world: World, row: type[Any]) -> list[dict[str, Any]]:
    async with world.database.read() as connection:
        found = await connection.execute(select(row.__table__).order_by(row.id))
        return [dict(one) for one in found.mappings()]


async def test_asked_answered_changed_taken_back_closed_rated_and_reopened(bot_world: World) -> None:
    asker, organizer = await yohana(bot_world), await rina(bot_world)

    # What is known comes first; then to whom, and the number at once.
    await asker.ask("/tanya")
    known = await say(asker, "apa itu wog?")
    await asker.press("Baca selengkapnya")
    again = await asker.until(lambda message: "Sudah terjawab" in message.labels)
    done = await asker.tap("Sudah terjawab")
    received = await ask(asker)
    assert known.text.startswith("Mungkin ini membantu:\n\n📘 ")
    assert known.labels == ["Kirim pertanyaan", "Sudah terjawab", "Baca selengkapnya"]
    assert again.text == known.text
    assert done.text.startswith("Baik, tidak ada yang dikirim.")
    assert received.text == (
        "🎫 Pertanyaan T-0001 sudah sampai ke BPSDM DKI Jakarta.\n\n"
        "Biasanya dijawab dalam 1 hari kerja (Sen–Jum pukul 09.00–17.00 WITA).\n"
        "Balas pesan ini untuk menambahkan sesuatu."
    )
    assert received.labels == ["Pertanyaan saya", "Tutup pertanyaan"]
    await asker.press("Pertanyaan saya")
    assert (await asker.until("Pertanyaan Anda")).id != received.id

    # The organizer hears of it, finds it in the queue, takes it and answers.
    told = await organizer.until("Pertanyaan baru untuk tim Anda:")
    assert "🎫 T-0001 · Yohana Contoh · 1990…014 · NTT" in told.text
    assert QUESTION in told.text
    home = await organizer.ask("/kelola")
    assert "1 pertanyaan menunggu jawaban" in home.text
    one = await organizer.tap("Jawab pertanyaan")
    assert one.labels == [
        *("Jawab", "Ambil pertanyaan", "Serahkan", "Jawaban siap pakai", "Lainnya", "Tutup", "⬅️ Pertanyaan"),
    ]
    taken = await organizer.tap("Ambil pertanyaan")
    assert "Dipegang Rina Teladan" in taken.text
    await organizer.tap("Jawab")
    noted = await say(organizer, "// tanya bagian umum")
    assert noted.text.startswith("Catatan untuk T-0001 tersimpan.")
    await organizer.tap("Lihat pertanyaan")
    await organizer.tap("Jawab")
    sent = await organizer.send("Ya, di gedung B.")
    kept = await organizer.until("✅ Jawaban T-0001")
    assert kept.labels == ["Lihat pertanyaan", "Pertanyaan berikutnya"]
    answer = await asker.until("Jawaban T-0001")
    assert answer.text == "🎫 Jawaban T-0001 · BPSDM DKI Jakarta\n\nYa, di gedung B."
    assert answer.reply_to == received.id
    assert answer.labels == ["Tutup, sudah jelas", "Balas"]

    await asker.press("Balas")
    asked = await asker.until("Tulis tambahan untuk T-0001.")
    assert asked.id != answer.id
    await asker.press("⬅️ Kembali")
    await asker.until("🎫 T-0001 · BPSDM DKI Jakarta · sudah dijawab")

    # A later edit changes the copy; a reply to it adds, and the organizer's reply to that answers again.
    await organizer.edit(sent.message_id, "Ya, di gedung C.")
    await asker.until("Ya, di gedung C.")
    more_asked = await asker.send("Sampai pukul berapa?", reply_to=answer.id)
    added = await asker.until("sudah ditambah")
    assert added.text == "🎫 T-0001 sudah ditambah dan sampai ke BPSDM DKI Jakarta."
    more = await organizer.until("Ada tambahan dari penanya:")
    assert "Sampai pukul berapa?" in more.text
    await organizer.send("Sampai pukul 18.00.", reply_to=more.id)
    await organizer.until("✅ Jawaban T-0001")
    second = await asker.until("Sampai pukul 18.00.")
    await asker.edit(more_asked.message_id, "Sampai pukul berapa? NIP saya 199003152015032014")

    # Taken back: gone on both sides, and the question waits again.
    await organizer.press("Lihat pertanyaan")
    await organizer.until(lambda message: "Lainnya" in message.labels)
    await organizer.tap("Lainnya")
    which = await organizer.tap("Tarik jawaban")
    assert which.labels == ["Biarkan", "Tarik jawaban 1", "Tarik jawaban 2"]
    first = await organizer.press("Tarik jawaban 2", on=which.id)
    twice = await organizer.press("Tarik jawaban 2", on=which.id)
    await first.answer()
    await twice.answer()
    back = await organizer.until("✅ Jawaban ditarik dari kedua pihak.")
    assert "Jawaban ini sudah ditarik." in back.text
    await delivered(bot_world)
    gone = {second.id, more_asked.message_id}  # the answer, and the message into which a NIP was written later
    assert not gone & {message.id for message in await asker.messages()}
    [ticket] = await rows(bot_world, TicketRow)
    assert (ticket["state"], ticket["waiting_since"]) == ("open", bot_world.now())

    # Closed, rated, opened again.
    await asker.ask("/menu")
    await asker.tap("Lainnya")
    mine = await asker.tap("Pertanyaan saya")
    assert mine.text == f"Pertanyaan Anda\n\n1. T-0001 · {QUESTION} · menunggu jawaban"
    thread = await asker.tap("1")
    assert "Ya, di gedung C." in thread.text
    assert "bagian umum" not in thread.text
    closed = await asker.tap("Tutup pertanyaan")
    assert closed.labels == ["😞", "🙁", "😐", "🙂", "😀", "Buka lagi"]
    rated = await asker.tap("🙂")
    assert rated.text == "Terima kasih atas penilaian 🙂 untuk T-0001."
    reopened = await asker.tap("Buka lagi")
    assert reopened.text == "🎫 T-0001 dibuka lagi, nomornya tetap. Tulis kelanjutannya di sini."
    assert (await say(asker, "Terima kasih, satu hal lagi.")).text.startswith("🎫 T-0001 sudah ditambah")
    [ticket] = await rows(bot_world, TicketRow)
    assert (ticket["state"], ticket["rating"], ticket["id"]) == ("open", None, 1)
    assert await bot_world.sandbox.warnings() == []


async def test_pictures_and_documents_reach_both_sides_and_ready_answers_go_once(bot_world: World) -> None:
    asker, organizer = await yohana(bot_world), await rina(bot_world)
    await asker.ask("/tanya")
    await asker.send_file("denah.png", PNG, "image/png", "Parkirnya di mana?")
    await asker.until("Ditujukan ke penyelenggara mana?")
    await asker.tap("Instansi lain")
    await say(asker, "bpsdm dki jakarta")
    await asker.press("1")
    await asker.until("T-0001")
    told = await organizer.until("Pertanyaan baru")
    assert told.raw.get("photo")
    await organizer.press("Jawab", on=told.id)
    await organizer.until("Tulis jawaban untuk T-0001")
    await organizer.send_file("surat.pdf", b"%PDF-1.4 contoh", "application/pdf", "Lihat lampiran.")
    await organizer.until("✅ Jawaban T-0001")
    answer = await asker.until("Lihat lampiran.")
    assert answer.raw["document"]["name"] == "surat.pdf"
    await asker.press("Tutup, sudah jelas", on=answer.id)
    assert (await asker.until("ditutup")).labels[-1] == "Buka lagi"

    await organizer.tap("Lihat pertanyaan")
    assert "ditutup" in (await organizer.last()).text
    await ask(asker, "Ada musala?")
    await organizer.until("Ada musala?")
    await organizer.press("Lihat pertanyaan")
    await organizer.until(lambda message: "Jawaban siap pakai" in message.labels)
    await organizer.tap("Jawaban siap pakai")
    await organizer.tap("Simpan jawaban baru")
    shown = await say(organizer, "Semua fasilitas ada di panduan peserta.")
    assert shown.text == "Akan dikirim ke penanya T-0002:\n\nSemua fasilitas ada di panduan peserta."
    first = await organizer.press("Kirim jawaban ini", on=shown.id)
    again = await organizer.press("Kirim jawaban ini", on=shown.id)
    await first.answer()
    await again.answer()
    await asker.until("Semua fasilitas")
    await delivered(bot_world)
    said = [message for message in await asker.messages() if "Semua fasilitas" in message.text]
    assert len(said) == 1
    assert [row["side"] for row in await rows(bot_world, TicketEntryRow)] == ["asker", "team", "asker", "team"]
    assert await bot_world.sandbox.warnings() == []


async def test_handed_on_blocked_and_kept_from_others(bot_world: World) -> None:
    asker, organizer, dewi = await yohana(bot_world), await rina(bot_world), await meet(bot_world, DEWI)
    await ask(asker)
    told = await organizer.until("Pertanyaan baru")
    menu = await dewi.ask("/menu")
    for form in (SeeQuestion(ticket=1), AnswerQuestion(ticket=1)):
        pressed = await dewi.press_data(form.pack(), on=menu.id)
        assert (await pressed.answer()).text == "Bagian ini hanya untuk penyelenggara."
    pressed = await dewi.press_data(CloseOwnQuestion(ticket=1).pack(), on=menu.id)
    assert "belum" in ((await pressed.answer()).text or "") or "setuju" in ((await pressed.answer()).text or "")

    sent = await organizer.send("Sebentar, kami tanyakan.", reply_to=told.id)
    await organizer.until("✅ Jawaban T-0001")
    await organizer.press("Lihat pertanyaan", on=told.id)
    await organizer.until(lambda message: "Serahkan" in message.labels)
    await organizer.tap("Serahkan")
    await organizer.tap("Instansi lain")
    found = await say(organizer, "bpsdm")
    assert "termasuk catatan tim" in found.text
    assert "DKI" not in found.text  # it is there already
    await organizer.tap(next(line[0] for line in found.text.splitlines() if "BPSDM NTT" in line))
    moved = await asker.until("diteruskan")
    assert moved.text.startswith("🎫 T-0001 diteruskan ke BPSDM NTT")
    new = await dewi.until("Pertanyaan baru")
    stale = await organizer.press_data(SeeQuestion(ticket=1).pack(), on=told.id)
    assert (await stale.answer()).text == "Bagian ini hanya untuk penyelenggara."
    await organizer.edit(sent.message_id, "Sebentar, kami teruskan.")
    await organizer.until("Perubahan ini tidak sampai ke penanya")

    await dewi.press("Lihat pertanyaan", on=new.id)
    await dewi.until(lambda message: "Lainnya" in message.labels)
    await dewi.tap("Lainnya")
    means = await dewi.tap("Blokir penanya")
    assert means.labels == ["⬅️ Kembali", "Blokir penanya"]
    blocked = await dewi.tap("Blokir penanya")
    assert blocked.text.startswith("Penanya diblokir.")
    await asker.send("Bagaimana?", reply_to=moved.id)
    refused = await asker.until("sedang tidak menerima")
    assert refused.text == (
        "BPSDM NTT sedang tidak menerima pesan baru dari Anda. Anda tetap dapat bertanya ke instansi lain."
    )
    await dewi.press_data(AnswerQuestion(ticket=1).pack(), on=new.id)
    await dewi.until("Tulis jawaban")
    typed = await dewi.send("Hubungi pemilik NIP 19900315 201503 2 014.")
    await dewi.until("✅ Jawaban T-0001")
    assert typed.message_id not in [message.id for message in await dewi.messages()]
    await asker.until("Hubungi pemilik NIP 1990…014.")
    bodies = [row["body"] for row in await rows(bot_world, TicketEntryRow)][1:]
    assert bodies == ["Sebentar, kami tanyakan.", "Hubungi pemilik NIP 1990…014."]
    assert await bot_world.sandbox.warnings() == []
