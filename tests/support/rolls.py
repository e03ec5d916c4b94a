"""Files that name people of a batch, and the use cases that read them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from services.files import DownloadPeople, MakePeopleSample
from services.imports.interrupted import OweInterrupted
from services.participants.rollcall import CheckRollCall, OpenRollCall, RollCallReport, SaveRollCall
from services.vault import Vault
from storage.database import Database
from tests.support.clock import Clock
from tests.support.enrolling import RINA

NO_ADMINS: frozenset[int] = frozenset()
MARK = 77


def nip(number: int) -> str:
    """A NIP that can be right."""
    return f"19910101201501{1}{number:03d}"


class Roll:
    """The use cases on one database, and the files they read."""

    def __init__(self, database: Database, now: Clock, folder: Path) -> None:
        self.vault, self.folder = Vault(*Vault.new_keys()), folder
        parts: dict[str, Any] = {"database": database, "now": now, "admin_ids": NO_ADMINS}
        self.open = OpenRollCall(**parts)
        self.check_file = CheckRollCall(vault=self.vault, **parts)
        self.save_file = SaveRollCall(vault=self.vault, **parts)
        self.download = DownloadPeople(vault=self.vault, **parts)
        self.sample = MakePeopleSample(database=database, admin_ids=NO_ADMINS)
        self.owe = OweInterrupted(database=database, now=now)

    def known(self, number: int) -> dict[str, bytes]:
        """The columns of a person with this NIP."""
        return {"nip_lookup": self.vault.lookup(nip(number)), "nip_cipher": self.vault.encrypt(nip(number))}

    def file(self, *rows: Sequence[str], header: Sequence[str] = ("nip",), name: str = "daftar saya.csv") -> Path:
        """A file of these rows."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    def of(self, *numbers: int) -> Path:
        """A file of these people's NIPs."""
        return self.file(*((nip(number),) for number in numbers))

    async def check(self, batch: int, path: Path, who: int = RINA) -> RollCallReport:
        """What saving would do."""
        return await self.check_file(path=path, batch_id=batch, actor_telegram_id=who)

    async def save(self, batch: int, path: Path, who: int = RINA) -> RollCallReport:
        """What saving does."""
        return await self.save_file(path=path, batch_id=batch, actor_telegram_id=who, mark=MARK)
