"""A file to be filled in: the headers, and one row that shows how."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from services.access import grants_of
from services.errors import NotAllowed
from services.files.tables import KINDS
from services.files.workbook import Made, Sheet, Words, workbook
from services.imports.upload import answered_for
from services.participants.add import may_add
from storage.database import Database

EXAMPLES: dict[str, dict[str, str | int]] = {
    "roster": {
        "nip": "19900315 201503 2 014",
        "unit": "Bidang Distribusi Pangan",
        "phone": "0840-0000-0001",
    },
    "trainings": {
        "code": "contoh-akp",
        "title": "Analisis Ketahanan Pangan",
        "competency": "teknis-fungsional",
        "mode": "klasikal",
        "lesson_hours": 40,
        "funding": "APBD",
        "funding_note": "Tuan rumah menanggung pelatihan, instansi pengirim menanggung perjalanan.",
        "summary": "Membaca rantai pasok pangan lintas provinsi.",
    },
    "batches": {
        "code": "contoh-akp-1",
        "training": "contoh-akp",
        "number": 1,
        "place": "Kampus BPSDM",
        "starts_at": "2027-03-01 08:00 WIB",
        "ends_at": "4 hari 8 jam",
        "registration_opens_at": "2027-01-11 08:00 WIB",
        "registration_closes_at": "2027-02-15 16:00 WIB",
        "capacity": 30,
        "sharing": "sebanding",
        "provinces": "semua",
        "needs_recommendation": "tidak",
        "state": "rancangan",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeSample:
    """Headers and one example row, with the code of an agency that the asker answers for. Raises NotAllowed."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, table: str, actor_telegram_id: int, words: Words) -> Made:
        async with self.database.read() as connection:
            mine = await answered_for(connection, await grants_of(connection, actor_telegram_id, self.admin_ids))
        if not mine:
            raise NotAllowed
        kind, example = KINDS[table], dict(EXAMPLES[table])
        example |= {"agency": mine[0].code, "host": mine[0].code, "name": words("sample-name")}
        row = [example.get(column.field, "") for column in kind.columns]
        sheet = Sheet(kind.titles[-1], [column.name for column in kind.columns], [row])
        return Made(words(f"file-name-sample-{table}"), await asyncio.to_thread(workbook, [sheet]))


@dataclass(frozen=True, slots=True, kw_only=True)
class MakePeopleSample:
    """The same for the people of a batch; for organizers of its host. Raises NotAllowed, Refusal("training-gone")."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, batch_id: int, actor_telegram_id: int, words: Words) -> Made:
        async with self.database.read() as connection:
            await may_add(connection, batch_id, actor_telegram_id, self.admin_ids)
        row = ["19900101 201501 1 999", words("sample-name")]
        sheet = Sheet(words("sheet-people"), ["nip", "catatan"], [row])
        return Made(words("file-name-sample-participants"), await asyncio.to_thread(workbook, [sheet]))
