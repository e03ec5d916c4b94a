"""The people of a batch: all that can be done fits on the screen, and what became of a file is told in full."""

from __future__ import annotations

import pytest

from bot.organizing import participants, rollcall
from bot.words import Voice, Words
from services.imports import FaultKey, ImportFault
from services.participants import Group, ParticipantPage
from services.participants.rollcall import RollCallReport
from storage.repositories.participants import HostedBatch
from tests.support.clock import NOON

ID = Words().voice("id", "WIB")
BATCH = HostedBatch(
    id=2**31 - 1,
    number=12,
    title="Analisis Ketahanan Pangan",
    host_id=1,
    host="BPSDM DKI Jakarta",
    starts_at=NOON,
    ends_at=NOON,
    capacity=30,
    state="published",
)
FAULT = ImportFault(file="usulan.xlsx", sheet="Peserta", row=4, column="A", name="nip", key=FaultKey.PERSON_UNKNOWN)


def page(count: int) -> ParticipantPage:
    counts = dict.fromkeys(Group, count)
    return ParticipantPage(batch=BATCH, counts=counts, items=(), page=1, pages=1, total=4 * count)


def report(new: int, same: int = 0, faults: int = 0, seats: int = 0, line: int = 0) -> RollCallReport:
    return RollCallReport(
        new=new, same=same, faults=(FAULT,) * min(faults, 5), fault_count=faults, seats=seats, line=line
    )


@pytest.mark.parametrize("voice", [ID, Words().voice("en", "WIB")], ids=["id", "en"])
@pytest.mark.parametrize("count", [0, 9_999])
def test_all_that_can_be_done_fits(voice: Voice, count: int) -> None:
    for screen in (participants.overview(voice, page(count), NOON), rollcall.files(voice, page(count), NOON)):
        labels = [each.text for row in screen.rows for each in row]
        assert 3 <= len(labels) <= 8
        assert max(map(len, labels)) <= 22
        assert len([line for line in screen.text.splitlines() if line]) <= 8


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (report(0), ["Tidak ada baris. Belum ada yang disimpan."]),
        (report(0, same=31), ["31 sudah ada. Belum ada yang disimpan."]),
        (
            report(31, 2, 5),
            [
                "31 baru, 2 sudah ada, 5 perlu diperbaiki. Belum ada yang disimpan.",
                *["Lembar Peserta, baris 4, kolom A (nip): Pemilik NIP ini belum terverifikasi. "
                  "Ia perlu memperkenalkan diri kepada Jalin dahulu."] * 3,
                "… dan 2 lagi dalam daftar perbaikan.",
            ],
        ),
    ],
)  # fmt: skip
def test_the_look_before_saving(told: RollCallReport, lines: list[str]) -> None:
    assert [line for line in rollcall.preview(ID, told).splitlines() if line] == lines


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (
            report(35, 2, 4, seats=31, line=4),
            [
                "✅ a&amp;b.xlsx tersimpan: 31 kursi pasti, 4 daftar tunggu.",
                "Semua yang baru dikabari.",
                "2 sudah ada sebelumnya.",
                "4 yang perlu diperbaiki tidak ikut disimpan.",
            ],
        ),
        (report(0, 35), ["✅ a&amp;b.xlsx tersimpan: tidak ada yang baru.", "35 sudah ada sebelumnya."]),
    ],
)
def test_what_became_of_the_file(told: RollCallReport, lines: list[str]) -> None:
    screen = rollcall.saved(ID, "a&b.xlsx", told, 7)

    assert screen.text.splitlines() == lines
    assert [[each.text for each in row] for row in screen.rows if row] == [["⬅️ Peserta"]]
