"""A small province in the database: agencies, a staff list, people and roles. All numbers are made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, insert, select

from services.vault import Vault, fold_phone
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.tables import AgencyRow, PersonRow, RoleRow, RosterRow
from tests.support.clock import NOON

YOHANA_NIP = "199003152015032014"
YOHANA_PHONE = "081299900001"
YOHANA_NAME = "Yohana Contoh"

AGENCIES = {
    "dinas-pangan-ntt": ("Dinas Pangan Provinsi NTT", "Dinas Pangan NTT", "office", "NTT", "WITA"),
    "dinas-pertanian-ntt": ("Dinas Pertanian Provinsi NTT", "Dinas Pertanian NTT", "office", "NTT", "WITA"),
    "bpsdm-ntt": (
        "Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Nusa Tenggara Timur",
        "BPSDM NTT",
        "bpsdm",
        "NTT",
        "WITA",
    ),
    "bpsdm-dki": ("BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB"),
    "bpsdm-jatim": ("BPSDM Provinsi Jawa Timur", "BPSDM Jatim", "bpsdm", "Jatim", "WIB"),
    "kemendagri": ("Kementerian Dalam Negeri", "Kemendagri", "ministry", None, "WIB"),
    "sekber": ("Sekretariat Bersama Mitra Praja Utama", "Sekber MPU", "secretariat", None, "WIB"),
}


@dataclass(slots=True)
class Staff:
    """Builds rows directly, and remembers the agencies by their code."""

    database: Database
    vault: Vault = field(default_factory=lambda: Vault(*Vault.new_keys()))
    agencies: dict[str, Agency] = field(default_factory=dict)

    async def found(self) -> None:
        """Make the agencies."""
        names = ("name", "short_name", "kind", "province", "zone")
        rows = [{"code": code, **dict(zip(names, values, strict=True))} for code, values in AGENCIES.items()]
        async with self.database.write() as connection:
            await connection.execute(insert(AgencyRow), rows)
            self.agencies = {agency.code: agency for agency in await Agencies(connection).list()}

    async def employ(
        self,
        nip: str = YOHANA_NIP,
        *,
        name: str = YOHANA_NAME,
        agency: str = "dinas-pangan-ntt",
        phone: str | None = YOHANA_PHONE,
        left: bool = False,
    ) -> None:
        """Put someone on a staff list."""
        await self._add(
            RosterRow,
            agency_id=self.agencies[agency].id,
            nip_lookup=self.vault.lookup(nip),
            nip_cipher=self.vault.encrypt(nip),
            name=name,
            unit="Bidang Distribusi",
            phone_lookup=self.vault.lookup(fold_phone(phone)) if phone else None,
            left_at=NOON if left else None,
            updated_at=NOON,
        )

    async def welcome(self, telegram_id: int, **values: Any) -> int:
        """A person who has agreed; their id."""
        agency = values.pop("agency", None)
        nip = values.pop("nip", None)
        if nip:
            values |= {"nip_lookup": self.vault.lookup(nip), "nip_cipher": self.vault.encrypt(nip)}
        if agency:
            values["agency_id"] = self.agencies[agency].id
        row = {"telegram_id": telegram_id, "consent_version": "1", "consent_at": NOON, "created_at": NOON} | values
        await self._add(PersonRow, **row)
        return await self.person_id(telegram_id)

    async def welcome_yohana(self, telegram_id: int, **values: Any) -> int:
        """A person who claims to be Yohana of Dinas Pangan NTT."""
        claim = {"nip": YOHANA_NIP, "name": YOHANA_NAME, "agency": "dinas-pangan-ntt"}
        return await self.welcome(telegram_id, **(claim | values))

    async def appoint(
        self, telegram_id: int, name: str, *, agency: str | None = "bpsdm-ntt", role: str = "organizer"
    ) -> int:
        """A person with a role, as the loader makes one: not asked for consent yet; their person id."""
        await self._add(PersonRow, telegram_id=telegram_id, created_at=NOON)
        await self.give_role(telegram_id, name, agency=agency, role=role)
        return await self.person_id(telegram_id)

    async def give_role(
        self, telegram_id: int, name: str, *, agency: str | None = "bpsdm-ntt", role: str = "organizer"
    ) -> None:
        """A role for an account; without an agency, for all of them."""
        agency_id = self.agencies[agency].id if agency else None
        await self._add(RoleRow, telegram_id=telegram_id, role=role, agency_id=agency_id, name=name, granted_at=NOON)

    async def dismiss(self, telegram_id: int) -> None:
        """Take all roles of an account away."""
        async with self.database.write() as connection:
            await connection.execute(delete(RoleRow).where(RoleRow.telegram_id == telegram_id))

    async def person_id(self, telegram_id: int) -> int:
        """The id of a person's row."""
        async with self.database.read() as connection:
            query = select(PersonRow.id).where(PersonRow.telegram_id == telegram_id)
            return (await connection.execute(query)).scalar_one()

    async def rows(self, row: type[Any], *, by: str = "id") -> list[dict[str, Any]]:
        """All rows of a table, as mappings, in the order of a column."""
        async with self.database.read() as connection:
            result = await connection.execute(select(row.__table__).order_by(getattr(row, by)))
            return [dict(found) for found in result.mappings()]

    async def _add(self, row: type[Any], **values: Any) -> None:
        async with self.database.write() as connection:
            await connection.execute(insert(row).values(**values))
