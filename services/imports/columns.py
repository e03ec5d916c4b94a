"""The tables an import knows, and their columns: Indonesian headers first, English ones as well. See docs/data.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from services.imports import cells
from services.imports.cells import Reader
from services.imports.faults import CellFault, FaultKey
from services.imports.moments import read_date, read_end, read_moment

LARGEST_ID = 2**52
LONG_TEXT = 2000

ZONE_NAMES: dict[str, tuple[str, ...]] = {"WIB": (), "WITA": (), "WIT": ()}
AGENCY_KINDS = {
    "bpsdm": ("bpsdm",),
    "ministry": ("kementerian", "lembaga"),
    "region": ("daerah", "kabupaten", "kota"),
    "office": ("perangkat daerah", "dinas", "badan"),
    "secretariat": ("sekretariat", "sekber"),
}
ROLES = {
    "organizer": ("penyelenggara",),
    "secretariat": ("sekretariat", "sekber"),
    "instructor": ("pembimbing", "coach"),
}
COMPETENCIES = {
    "teknis-fungsional": ("teknis-fungsional", "teknis dan fungsional", "technical"),
    "manajerial": ("manajerial", "managerial"),
    "sosio-kultural": ("sosio-kultural", "sosial kultural", "sociocultural"),
    "pemerintahan": ("pemerintahan", "government"),
}
MODES = {
    "klasikal": ("klasikal", "classroom", "tatap muka"),
    "blended": ("blended", "campuran"),
    "e-learning": ("e-learning", "elearning", "daring"),
    "mandiri": ("mandiri", "smart", "self-paced"),
    "magang": ("magang", "internship"),
    "in-house": ("in-house", "inhouse"),
    "fasilitasi": ("fasilitasi daerah", "facilitation"),
}
FUNDINGS: dict[str, tuple[str, ...]] = {"APBN": (), "APBD": (), "BLU": (), "PNBP": ()}
SHARINGS = {
    "first-come": ("siapa cepat", "first come"),
    "proportional": ("sebanding", "proportional"),
    "one-each": ("satu per provinsi", "one each"),
    "equal": ("sama rata", "equal"),
}
STATES = {"published": ("terbit",), "draft": ("rancangan", "draf")}


@dataclass(frozen=True)
class Column:
    """One column: its header, the field it fills, how a cell is read."""

    name: str
    field: str
    read: Reader
    aliases: tuple[str, ...] = ()
    required: bool = True
    default: Any = None
    """What a blank cell means."""
    personal: bool = False
    """What stands in it is not repeated to anybody."""


@dataclass(frozen=True)
class TableKind:
    """One table: how its files and sheets may be called, and its columns."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    is_open: bool = False
    """Other columns are for people, and are passed over."""

    @cached_property
    def by_header(self) -> dict[str, Column]:
        """Columns by every folded header they answer to."""
        return {cells.fold(word): column for column in self.columns for word in (column.name, *column.aliases)}


def _without_day(read: Callable[[Any], Any]) -> Reader:
    def reader(value: Any, _: date) -> Any:
        return read(value)

    return reader


def _past_date(value: Any, today: date) -> date:
    day = read_date(value)
    if day > today:
        raise CellFault(FaultKey.DATE_AHEAD, today=today)
    return day


_moment = _without_day(read_moment)
_end = _without_day(read_end)

AGENCIES = TableKind(
    "agencies",
    ("agencies", "instansi"),
    (
        Column("kode", "code", cells.code, ("code",)),
        Column("nama", "name", cells.text(200), ("name",)),
        Column("nama_singkat", "short_name", cells.text(60), ("short_name",)),
        Column("jenis", "kind", cells.choice(AGENCY_KINDS), ("kind",)),
        Column("provinsi", "province", cells.text(20), ("province",), required=False),
        Column("zona", "zone", cells.choice(ZONE_NAMES), ("zone", "zona_waktu")),
        Column("jumlah_pns", "pns_count", cells.whole(0, 10_000_000), ("pns_count",), required=False),
    ),
)
TRAININGS = TableKind(
    "trainings",
    ("trainings", "pelatihan"),
    (
        Column("kode", "code", cells.code, ("code",)),
        Column("judul", "title", cells.text(200), ("title", "nama")),
        Column("kompetensi", "competency", cells.choice(COMPETENCIES), ("competency",)),
        Column("moda", "mode", cells.choice(MODES), ("mode", "metode")),
        Column("jp", "lesson_hours", cells.whole(1, 2000), ("lesson_hours", "jam_pelajaran")),
        Column("pendanaan", "funding", cells.choice(FUNDINGS), ("funding", "sumber_dana")),
        Column("catatan_pendanaan", "funding_note", cells.prose(LONG_TEXT), ("funding_note",)),
        Column("program_prioritas", "programme", cells.text(200), ("programme",), required=False),
        Column("ringkasan", "summary", cells.prose(LONG_TEXT), ("summary",)),
        Column("persyaratan", "requirements", cells.prose(LONG_TEXT), ("requirements", "syarat"), required=False),
        Column("instansi", "agency", cells.code, ("agency", "pemilik")),
        Column("status", "state", cells.choice(STATES), ("state",), required=False, default="published"),
    ),
)
BATCHES = TableKind(
    "batches",
    ("batches", "angkatan"),
    (
        Column("kode", "code", cells.code, ("code",)),
        Column("pelatihan", "training", cells.code, ("training",)),
        Column("angkatan", "number", cells.whole(1, 9999), ("number", "nomor")),
        Column("tuan_rumah", "host", cells.code, ("host",)),
        Column("tempat", "place", cells.text(200), ("place",), required=False),
        Column("mulai", "starts_at", _moment, ("starts_at", "start")),
        Column("selesai", "ends_at", _end, ("ends_at", "end")),
        Column("pendaftaran_dibuka", "registration_opens_at", _moment, ("registration_opens_at",)),
        Column("pendaftaran_ditutup", "registration_closes_at", _moment, ("registration_closes_at",)),
        Column("kapasitas", "capacity", cells.whole(0, 100_000), ("capacity",), required=False),
        Column("pembagian_kursi", "sharing", cells.choice(SHARINGS), ("sharing",), required=False),
        Column("sisa_dibuka", "seats_release_at", _moment, ("seats_release_at",), required=False),
        Column("provinsi", "provinces", cells.provinces, ("provinces",), required=False, default=()),
        Column(
            "perlu_rekomendasi",
            "needs_recommendation",
            cells.yes_or_no,
            ("needs_recommendation",),
            False,
            default=False,
        ),
        Column("status", "state", cells.choice(STATES), ("state",), required=False, default="published"),
    ),
)
ROLE_GRANTS = TableKind(
    "roles",
    ("roles", "peran"),
    (
        Column("telegram_id", "telegram_id", cells.whole(1, LARGEST_ID), ("id_telegram",)),
        Column("peran", "role", cells.choice(ROLES), ("role",)),
        Column("instansi", "agency", cells.code, ("agency",), required=False),
        Column("nama", "name", cells.text(200), ("name",)),
    ),
)
ROSTER = TableKind(
    "roster",
    ("roster", "pegawai"),
    (
        Column("instansi", "agency", cells.code, ("agency",)),
        Column("nip", "nip", cells.nip, personal=True),
        Column("nama", "name", cells.text(200), ("name",)),
        Column("unit", "unit", cells.text(200), ("unit_kerja",)),
        Column("hp", "phone", cells.phone, ("phone", "no_hp", "nomor_hp", "telepon"), required=False, personal=True),
        Column("keluar", "left", _past_date, ("left", "left_on", "tanggal_keluar"), required=False),
    ),
)
PARTICIPANTS = TableKind(
    "participants",
    ("participants", "peserta"),
    (
        Column("nip", "nip", cells.nip_or_masked, personal=True),
        Column("nama", "name", cells.text(200), ("name",), required=False, personal=True),
        Column("terdaftar", "joined", cells.text(60), ("joined",), required=False),
    ),
    is_open=True,
)
"""The people of one batch, which is named where the file is sent; none of a folder's tables."""
KINDS = (AGENCIES, TRAININGS, BATCHES, ROLE_GRANTS, ROSTER)
"""In the order they are read and written: what is pointed to comes before what points to it."""


def kind_of(title: str, kinds: tuple[TableKind, ...] = KINDS) -> TableKind | None:
    """The table a file or sheet name stands for: `pegawai`, `Pegawai`, `pegawai-ntt`, `roster_2026`."""
    first = cells.fold(title).split("-")[0]
    return next((kind for kind in kinds if first in kind.titles), None)
