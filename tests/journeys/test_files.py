"""Files as organizers live them: sent in, looked at, saved in part, fetched; by HTTP, through the sandbox."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from sqlalchemy import func, select

from bot.callbacks_files import DownloadTable, Files, OpenTable, SampleTable, UploadTable
from storage.repositories.audit import Audit
from storage.tables import AuditRow, PersonRow, RosterRow, TrainingRow
from tests.journeys.conftest import DEWI, RINA, YOHANA
from tests.journeys.test_enrolment import meet, press
from tests.journeys.test_participants import content_of, sheet_of
from tests.support.sandbox import Message, Person

if TYPE_CHECKING:
    from tests.journeys.conftest import World

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADER = ["instansi", "nip", "nama", "unit", "hp", "keluar"]
ROWS = [
    ["bpsdm-ntt", "19910101 201501 1 001", "Melki Andaikata", "Sekretariat", "0840-0000-9001", ""],
    ["dinas-pangan-ntt", "19910102 201501 2 002", "Ina Umpama", "Bidang Distribusi", "", ""],
]
FAULTY = [
    ["bpsdm-ntt", "19910103 201501 1 00", "Pieter Misal", "Sekretariat", "", ""],
    ["bpsdm-ntt", "19911304 201501 1 003", "Yance Contoh", "Sekretariat", "", ""],
    ["bpsdm-dki", "19910105 201501 1 004", "Joko Contoh", "Sekretariat", "", ""],
    ["bpsdm-ntt", "19910106 201501 1 005", "Maria Andai", "", "", ""],
]


def book(*rows: list[str], title: str = "Pegawai", header: list[str] = HEADER) -> bytes:
    """A workbook of one sheet."""
    made = Workbook()
    made.active.title = title
    for row in (header, *rows):
        made.active.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


async def ready(world: World, table: str = "Pegawai") -> Person:
    """Dewi of BPSDM NTT, asked for a file."""
    dewi = world.person(DEWI)
    await dewi.ask("/start")
    await dewi.send("/kelola")
    await dewi.until(lambda message: "Berkas" in message.labels)
    await dewi.tap("Berkas")
    await dewi.tap(table)
    await dewi.tap("Unggah berkas")
    return dewi


async def count(world: World, row: type[RosterRow] | type[TrainingRow] = RosterRow) -> int:
    async with world.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(row)) or 0)


async def audited(world: World) -> list[str]:
    async with world.database.read() as connection:
        return list(await connection.scalars(select(AuditRow.action).order_by(AuditRow.id)))


def below(after: int, label: str) -> Callable[[Message], bool]:
    """A message that came later, with this button."""
    return lambda message: label in message.labels and message.id > after


async def document(person: Person) -> Message:
    """The newest file in the chat that the bot sent."""
    return [message for message in await person.messages() if message.from_bot and message.raw["document"]][-1]


async def test_what_is_right_is_saved_and_the_rest_is_listed(bot_world: World) -> None:
    before = await count(bot_world)
    dewi = await ready(bot_world)

    await dewi.send_file("pegawai-ntt.xlsx", book(*ROWS, *FAULTY), XLSX)
    preview = await dewi.until("Belum ada yang disimpan.")
    held = await count(bot_world)
    await dewi.press("Unduh daftar perbaikan")
    below = await dewi.until(lambda message: "Unggah ulang" in message.labels and message.id > preview.id)
    faults = await sheet_of(bot_world, await document(dewi))
    await dewi.press("Simpan 2 yang benar", on=below.id)
    saved = await dewi.until("tersimpan")
    old = await press(dewi, below.button("Simpan 2 yang benar")["callback_data"])
    await ready(bot_world)
    await dewi.send_file("pegawai-ntt.xlsx", book(*ROWS), XLSX)
    again = await dewi.until("2 sama")

    assert preview.text == (
        "2 baru, 4 perlu diperbaiki. Belum ada yang disimpan.\n\n"
        "Lembar Pegawai, baris 4, kolom B (nip): Terbaca 17 angka, NIP terdiri dari 18.\n"
        "Lembar Pegawai, baris 5, kolom B (nip): Angka 5–6 (bulan lahir) terbaca 13; bulan hanya 01 sampai 12.\n"
        'Lembar Pegawai, baris 6, kolom A (instansi): terbaca "bpsdm-dki". Bukan instansi Anda. '
        "Yang dapat Anda isi: bpsdm-ntt, dinas-pangan-ntt…\n"
        "… dan 1 lagi dalam daftar perbaikan."
    )
    assert preview.labels == ["Simpan 2 yang benar", "Unduh daftar perbaikan", "Unggah ulang", "Batal"]
    assert held == before
    assert faults[0] == ["lembar", "baris", "kolom", "judul kolom", "terbaca", "yang perlu diperbaiki"]
    assert faults[4] == ["Pegawai", 7.0, "D", "unit", "", "Kosong, wajib diisi."]
    assert len(faults) == 5
    assert saved.text == (
        "✅ pegawai-ntt.xlsx tersimpan: 2 baru, 0 berubah.\n4 yang perlu diperbaiki tidak ikut disimpan."
    )
    assert old is not None
    assert again.labels == ["Unggah ulang", "Batal"]
    assert await count(bot_world) == before + 2
    assert (await audited(bot_world))[-2:] == ["file.saving", "file.saved"]
    assert "201501" not in preview.text + below.text + saved.text
    assert await bot_world.sandbox.warnings() == []


async def test_what_cannot_be_read_is_told_and_nothing_changes(bot_world: World) -> None:
    before = await count(bot_world)
    dewi = await ready(bot_world)

    await dewi.send_file("pegawai.xlsx", b"PK\x03\x04 bukan lembar kerja", XLSX)
    unreadable = await dewi.until("bukan XLSX atau CSV yang dapat dibaca")
    await dewi.send_file("pegawai.xlsx", b"x" * (10 * 1024 * 1024 + 1), XLSX)
    large = await dewi.until("lebih dari 10 MB")
    await dewi.send_voice()
    await dewi.until(lambda message: "Unduh contoh berkas" in message.labels and message.id > large.id)
    await dewi.press("Unduh contoh berkas")
    await dewi.until(lambda message: "Unduh contoh berkas" in message.labels and message.id > large.id + 3)
    sample = await document(dewi)
    await dewi.send_file("peran.csv", b"telegram_id,peran,instansi,nama\n1,penyelenggara,bpsdm-ntt,Dewi\n", "text/csv")
    roles = await dewi.until("Data ini diisi oleh pengelola Jalin")
    await dewi.send_file("data saya.csv", b"instansi;nip;nama\nbpsdm-ntt;199101012015011001;Melki\n", "text/csv")
    column = await dewi.until("Kolom ini wajib ada.")
    left = await dewi.tap("Batal")
    await dewi.send_file("pegawai.csv", b"instansi,nip,nama,unit\n", "text/csv")
    unasked = await dewi.until()

    assert unreadable.labels == ["Unduh contoh berkas", "Batal"]
    assert sample.raw["document"]["name"] == "pegawai-contoh.xlsx"
    assert (await sheet_of(bot_world, sample))[0] == HEADER
    assert roles.labels == column.labels == ["Unduh daftar perbaikan", "Unggah ulang", "Batal"]
    assert left.text == "Tidak ada yang disimpan."
    assert "tulisan, foto, dan dokumen" in unasked.text
    assert await count(bot_world) == before


async def test_nobody_is_taken_from_another_agency_s_list(bot_world: World) -> None:
    rina = bot_world.person(RINA)
    await rina.ask("/start")
    await rina.press_data(DownloadTable(table="roster").pack(), on=(await rina.last()).id)
    await rina.until("Daftar pegawai")
    listed = await sheet_of(bot_world, await document(rina))
    dewi = await ready(bot_world)
    taken = ["bpsdm-ntt", str(listed[1][1]), "Orang Lain", "Sekretariat", "0840-0000-9009", ""]

    await dewi.send_file("pegawai-ntt.xlsx", book(taken), XLSX)
    seen = await dewi.until("masih tercatat di instansi lain")

    assert seen.labels == ["Unduh daftar perbaikan", "Unggah ulang", "Batal"]
    assert str(listed[1][1]) not in seen.text


async def test_what_is_downloaded_can_be_sent_in_again(bot_world: World) -> None:
    rina = bot_world.person(RINA)
    await rina.ask("/start")
    seen = {}

    for table, label in (("roster", "Pegawai"), ("trainings", "Pelatihan"), ("batches", "Angkatan")):
        await rina.press_data(Files().pack(), on=(await rina.last()).id)
        await rina.until("Berkas")
        opened = await rina.tap(label)
        await rina.press("Unduh data sekarang")
        await rina.until(below(opened.id, "Unggah berkas"))
        file = await document(rina)
        content = await content_of(bot_world, file)
        await rina.tap("Unggah berkas")
        await rina.send_file(file.raw["document"]["name"], content, XLSX)
        preview = await rina.until("Belum ada yang disimpan.")
        seen[table] = preview.text.split(".")[0], preview.labels
        await rina.tap("Batal")

    assert [labels for _, labels in seen.values()] == [["Unggah ulang", "Batal"]] * 3
    for text, _ in seen.values():
        assert re.fullmatch(r"\d+ sama", text), seen
    assert "roster.downloaded" in await audited(bot_world)


async def test_trainings_come_in_as_drafts_and_never_over_those_of_others(bot_world: World) -> None:
    before = await count(bot_world, TrainingRow)
    dewi = await ready(bot_world, "Pelatihan")
    header = ["kode", "judul", "kompetensi", "moda", "jp", "pendanaan", "catatan_pendanaan", "ringkasan", "instansi"]
    rest = ["teknis-fungsional", "klasikal", "24", "APBD", "Tuan rumah.", "Air."]
    new = ["air-ntt", "Pengelolaan Air", *rest, "bpsdm-ntt"]
    theirs = ["akp", "Milik Lain", *rest, "bpsdm-ntt"]

    await dewi.send_file("pelatihan.xlsx", book(new, theirs, title="Pelatihan", header=header), XLSX)
    preview = await dewi.until("Belum ada yang disimpan.")
    await dewi.tap("Simpan 1 yang benar")
    await dewi.until("tersimpan")

    assert preview.text.startswith("1 baru, 1 perlu diperbaiki.")
    assert "Kode ini sudah dipakai instansi lain." in preview.text
    assert preview.text.endswith("Pelatihan baru masuk sebagai rancangan.")
    assert await count(bot_world, TrainingRow) == before + 1
    async with bot_world.database.read() as connection:
        query = select(TrainingRow.state).where(TrainingRow.code == "air-ntt")
        assert await connection.scalar(query) == "draft"


async def test_who_sent_a_file_that_was_cut_off_is_told_until_it_is_sent_again(bot_world: World) -> None:
    dewi = await ready(bot_world)
    async with bot_world.database.write() as connection:
        dewis = await connection.scalar(select(PersonRow.id).where(PersonRow.telegram_id == DEWI))
        entry: dict[str, Any] = {
            "subject": "file",
            "at": bot_world.now(),
            "actor_id": dewis,
            "agency_id": None,
            "table": "roster",
        }
        await Audit(connection).add("file.saving", subject_id=7, **entry)
        await Audit(connection).add("file.saving", subject_id=8, **entry)
        await Audit(connection).add("file.saved", subject_id=8, **entry)

    owed = await bot_world.app.tools.files.owe_interrupted()
    bot_world.app.deliverer.wake()
    told = await dewi.until("terhenti di tengah jalan")

    assert owed == 1
    assert told.text.startswith("⚠️ Penyimpanan daftar pegawai terhenti")
    assert told.labels == ["Berkas", "Menu"]


async def test_who_has_no_role_gets_no_file_and_brings_none_in(bot_world: World) -> None:
    yohana = await meet(bot_world, YOHANA)

    for form in (
        Files(),
        OpenTable(table="roster"),
        UploadTable(table="roster"),
        SampleTable(table="roster"),
        DownloadTable(table="roster"),
    ):
        assert await press(yohana, form.pack()) == "Bagian ini hanya untuk penyelenggara."
    assert not any(message.raw["document"] for message in await yohana.messages())
