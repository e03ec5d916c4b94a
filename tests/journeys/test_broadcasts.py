"""An announcement from sending on: it arrives, is watched, paused, changed, taken back and reported."""

from __future__ import annotations

import asyncio
from collections import Counter
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook
from sqlalchemy import func, select, update

from bot.callbacks_broadcast import Pressed
from bot.callbacks_broadcast_run import PauseRun, SeeRun, SentList, StopRun, WithdrawAll
from services.broadcasts import Audience
from storage.database import Database
from storage.tables import BroadcastRow, DeliveryRow, PersonRow
from tests.journeys.conftest import BAGUS, DEWI, RINA, SRI, STRANGER, YOHANA, World
from tests.journeys.test_enrolment import agency_of
from tests.journeys.test_participants import content_of
from tests.support import shared
from tests.support.broadcasts import add_broadcast, broadcast
from tests.support.catalogue import add
from tests.support.sandbox import Sandbox

READERS = (YOHANA, BAGUS, SRI)
NOT_FOR_YOU = "Bagian ini hanya untuk penyelenggara."
BODY: dict[str, Any] = {
    "text": {"id": "Kelas pindah ke <b>Aula</b>.", "en": None},
    "media": None,
    "buttons": [{"kind": "answer", "label": "Sudah saya baca"}],
}


async def person_of(database: Database, telegram_id: int) -> int | None:
    async with database.read() as connection:
        return await connection.scalar(select(PersonRow.id).where(PersonRow.telegram_id == telegram_id))


async def announce(world: World, **changes: Any) -> int:
    """An announcement of Rina's that is to go out now, to three people."""
    agency = await agency_of(world, "bpsdm-dki")
    for reader in READERS:
        if await person_of(world.database, reader) is None:
            values: dict[str, Any] = {"telegram_id": reader, "consent_version": "2026-11", "created_at": world.now()}
            await add(world.database, PersonRow, **values)
            await world.person(reader).ask("/start")  # nobody is written to who never wrote
    rina = await person_of(world.database, RINA)
    values = {"body": BODY, "author_id": rina, "send_at": None, "created_at": world.now()}
    return await add_broadcast(world.database, agency, **(values | changes))


async def schedule(world: World, number: int) -> None:
    """From here on it is sent."""
    async with world.database.write() as connection:
        await connection.execute(update(BroadcastRow).where(BroadcastRow.id == number).values(state="scheduled"))


async def until_state(world: World, number: int, state: str) -> None:
    """The announcement stands so, and its author was told."""
    async with asyncio.timeout(15):
        while (await broadcast(world.database, number))["state"] != state:
            await asyncio.sleep(0.05)
    await tell(world)


async def tell(world: World) -> None:
    """As the scheduler does every few seconds."""
    await world.app.schedule.settle()
    await world.app.schedule.keeper.tell()


async def arrived(sandbox: Sandbox) -> Counter[int]:
    """How often each reader was sent the announcement."""
    entries = await sandbox.ledger(method="sendMessage")
    copies = [entry for entry in entries if "Kelas pindah" in str(entry.params.get("text"))]
    return Counter(entry.chat for entry in copies if entry.chat in READERS)


async def states(world: World, kind: str = "broadcast") -> Counter[str]:
    async with world.database.read() as connection:
        query = select(DeliveryRow.state, func.count()).where(DeliveryRow.kind == kind).group_by(DeliveryRow.state)
        return Counter({row[0]: row[1] for row in await connection.execute(query)})


async def test_it_arrives_is_reported_changed_and_taken_back(bot_world: World) -> None:
    rina, yohana = bot_world.person(RINA), bot_world.person(YOHANA)
    await rina.ask("/start")
    number = await announce(bot_world, state="draft", audience=Audience(reachable_only=False))
    await bot_world.person(SRI).block()
    await schedule(bot_world, number)

    copy = await yohana.until("Kelas pindah ke Aula.", timeout=15)
    assert copy.labels == ["Sudah saya baca"]
    await until_state(bot_world, number, "done")
    report = await rina.until("Selesai")
    assert "Terkirim 2 · memblokir 1" in report.text
    assert "Mengetuk tombol: 0 orang (0%)" in report.text
    assert "Tarik pesan: sampai Kam, 19 Nov 2026 pukul 11.00 WIB." in report.text
    assert report.labels == ["Unduh laporan", "Ubah isi", "Tarik pesan", "⬅️ Daftar pengumuman", "⬅️ Kelola"]

    for _ in range(2):
        assert (await (await yohana.press("Sudah saya baca")).answer()).text == "Tercatat. Terima kasih."
    await rina.press("Unduh laporan")
    await rina.until("Mengetuk tombol: 1 orang (50%)")
    *_, picture, book, _ = await rina.messages()
    assert picture.raw["photo"]
    check_book(await content_of(bot_world, book))

    await rina.press("Ubah isi")
    await rina.until("Kirim isi yang baru")
    await rina.send("x" * 4_000)
    await rina.until("paling banyak 3.850")
    await rina.send("Kelas pindah ke Ruang 3.")
    await rina.until("Ganti di 2 pesan")
    await rina.press("Ubah 2 pesan")
    await rina.until("Isi sedang diubah")
    changed = await yohana.until("Kelas pindah ke Ruang 3.", timeout=15)
    assert (changed.id, changed.labels) == (copy.id, ["Sudah saya baca"])
    await settled(bot_world, number)
    await rina.until(lambda message: "Selesai" in message.text and "Ruang 3" in message.text)

    await rina.press("Tarik pesan")
    asked = await rina.until("Tarik 2 pesan dari obrolan")
    assert asked.labels == ["Biarkan terkirim", "Tarik 2 pesan"]
    await rina.press("Tarik 2 pesan")
    await rina.until("Sedang ditarik")
    await settled(bot_world, number)
    told = await rina.until("Ditarik: 2 pesan")
    assert {"Ubah isi", "Tarik pesan"}.isdisjoint(told.labels)
    assert all("Kelas pindah" not in message.text for message in await yohana.messages())


def check_book(content: bytes) -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    assert book.sheet_names == ["Ringkasan", "Per instansi", "Tombol"]
    summary = {row[0]: row[1] for row in book.get_sheet_by_index(0).to_python()}
    assert (summary["Penerima"], summary["Terkirim"], summary["Memblokir"]) == (3, 2, 1)
    assert book.get_sheet_by_index(2).to_python()[1] == ["Sudah saya baca", 1]


async def settled(world: World, number: int) -> None:
    """What was asked of the copies is done, and its author was told."""
    async with asyncio.timeout(15):
        while (await broadcast(world.database, number))["changing"] is not None:
            await tell(world)
            await asyncio.sleep(0.1)
    await tell(world)


async def test_paused_over_a_restart_and_resumed_everybody_has_it_once(
    bot_world: World,
) -> None:
    rina = bot_world.person(RINA)
    await rina.ask("/start")
    # Two wait for a morning of their own, so that there is something to pause.
    number = await announce(bot_world, state="draft")
    async with bot_world.database.write() as connection:
        waiting = update(PersonRow).where(PersonRow.telegram_id.in_([BAGUS, SRI]))
        await connection.execute(waiting.values(quiet="19-07", zone="WIB"))
        await connection.execute(
            update(PersonRow).where(PersonRow.telegram_id == YOHANA).values(quiet="none", zone="WIB")
        )
    bot_world.now.advance(hours=9)  # 20.00 in Jakarta
    await schedule(bot_world, number)
    await bot_world.person(YOHANA).until("Kelas pindah", timeout=15)
    await until_state(bot_world, number, "sending")
    progress = await rina.until("Jam tenang")
    assert "Sedang dikirim: 1 dari" in progress.text
    assert "lanjut mulai Rab, 18 Nov 2026 pukul 0" in progress.text

    await rina.press("Jeda")
    paused = await rina.until("Dijeda pada 1 dari")
    assert (paused.id, paused.labels) == (progress.id, ["Lanjutkan", "Hentikan"])
    bot_world.now.advance(hours=14)  # the next morning
    await tell(bot_world)
    await rina.press_data(PauseRun(broadcast=number).pack(), on=paused.id)
    async with shared.opened_app(bot_world.app.settings, bot_world.now) as another:
        await another.schedule.settle()
        await another.schedule.keeper.tell()  # the next process tells the same, in the same message
    assert (await arrived(bot_world.sandbox))[BAGUS] == 0

    await rina.press("Lanjutkan")
    await bot_world.person(BAGUS).until("Kelas pindah", timeout=15)
    await until_state(bot_world, number, "done")

    report = await rina.until("Selesai")
    assert report.id == progress.id
    assert await arrived(bot_world.sandbox) == {YOHANA: 1, BAGUS: 1, SRI: 1}


async def test_stopped_it_reaches_nobody_more(bot_world: World) -> None:
    rina = bot_world.person(RINA)
    await rina.ask("/start")
    number = await announce(bot_world, state="paused", started_at=bot_world.now())
    await tell(bot_world)
    await rina.until("Dijeda pada")

    await rina.press("Hentikan")
    asked = await rina.until("Yang belum menerima tidak dikirimi lagi")
    assert asked.labels == ["Teruskan", "Hentikan pengiriman"]
    await rina.press("Hentikan pengiriman")
    await until_state(bot_world, number, "cancelled")

    told = await rina.until("Dihentikan")
    assert "Belum ada yang terkirim." in told.text
    assert await states(bot_world) == {}


async def test_it_is_for_its_organizers_and_its_readers_only(bot_world: World) -> None:
    number = await announce(bot_world, state="sending", started_at=bot_world.now())
    await add(
        bot_world.database,
        DeliveryRow,
        person_id=await person_of(bot_world.database, YOHANA),
        kind="broadcast",
        subject=str(number),
        payload={"broadcast": number},
        urgency=8,
        due_at=bot_world.now(),
        state="unknown",
        attempt=1,
        done_at=bot_world.now(),
        created_at=bot_world.now(),
    )
    dewi, stranger = bot_world.person(DEWI), bot_world.person(STRANGER)
    for person in (dewi, stranger):
        menu = await person.ask("/menu")
        for form in (SeeRun, PauseRun, StopRun, WithdrawAll):
            answer = await (await person.press_data(form(broadcast=number).pack(), on=menu.id)).answer()
            assert answer.text == NOT_FOR_YOU
    answer = await (await stranger.press_data(Pressed(broadcast=number, button=0).pack(), on=menu.id)).answer()
    assert answer.text == "Pengumuman ini tidak dapat dibuka."

    # Its own organizer finds it in the list, with what perhaps did not arrive, and sends that once more.
    await until_state(bot_world, number, "done")
    rina = bot_world.person(RINA)
    menu = await rina.ask("/kelola")
    await rina.press_data(SentList().pack(), on=menu.id)
    listed = await rina.until("Pengumuman terkirim")
    assert "1. 17 Nov · selesai · Kelas pindah ke Aula." in listed.text
    await rina.press("1")
    report = await rina.until("tidak pasti 1")
    assert "Jalin tidak mengulangnya sendiri" in report.text
    toast = await (await rina.press("Kirim lagi 1 itu")).answer()
    assert toast.text == "1 kiriman dikirim lagi."
    await bot_world.person(YOHANA).until("Kelas pindah", timeout=15)
    again = await (await rina.press_data(report.button("Kirim lagi 1 itu")["callback_data"], on=report.id)).answer()
    assert again.text == "Kiriman itu sudah dikirim lagi."
    assert (await arrived(bot_world.sandbox))[YOHANA] == 1
