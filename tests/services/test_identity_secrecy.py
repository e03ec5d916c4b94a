"""No clear NIP and no phone number in any table, nor in the database's files, after all that can happen."""

from __future__ import annotations

from pathlib import Path

from services.identity import (
    CheckIdentity,
    ChooseAgency,
    DecideVerification,
    EnterName,
    EnterNip,
    GetVerification,
    RequestVerification,
)
from services.people import GiveConsent
from storage.base import Base
from storage.database import Database
from tests.support.canary import NIP
from tests.support.clock import Clock
from tests.support.staff import Staff

PHONE = "081299977777"
YOHANA, DEWI = 101, 500


async def walk_the_whole_way(staff: Staff, now: Clock) -> None:
    """On the list under another name, asked, looked at, rejected, corrected, asked again, confirmed."""
    database, vault = staff.database, staff.vault
    await staff.employ(NIP, name="Johana Misalnya", phone=PHONE)
    await GiveConsent(database=database, now=now)(telegram_id=YOHANA, language="id", version="1")
    await EnterNip(database=database, vault=vault, now=now)(telegram_id=YOHANA, text=NIP)
    await ChooseAgency(database=database, now=now)(telegram_id=YOHANA, agency_id=staff.agencies["dinas-pangan-ntt"].id)
    for name, confirmed in (("Yohana Contoh", False), ("Yohana Umpama", True)):
        await EnterName(database=database, now=now)(telegram_id=YOHANA, text=name)
        check = CheckIdentity(database=database, vault=vault, now=now)
        outcome = await check(telegram_id=YOHANA, phone=PHONE, phone_is_own=True)
        assert outcome.kind == "name-differs"
        requested = await RequestVerification(database=database, now=now)(telegram_id=YOHANA, reason=outcome.kind)
        view = GetVerification(database=database, vault=vault, admin_ids=frozenset())
        assert (await view(request_id=requested.request_id, actor_telegram_id=DEWI)).nip_is_whole
        decide = DecideVerification(database=database, now=now, admin_ids=frozenset())
        await decide(
            request_id=requested.request_id, actor_telegram_id=DEWI, confirmed=confirmed, note=f"SK atas NIP {NIP}"
        )


async def dump_of(database: Database) -> bytes:
    """Every value of every table."""
    values: list[object] = []
    async with database.read() as connection:
        for table in Base.metadata.sorted_tables:
            values += [value for row in await connection.execute(table.select()) for value in row]
    return b"\n".join(value if isinstance(value, bytes) else str(value).encode() for value in values)


async def test_no_table_holds_a_clear_nip_or_phone(database: Database, now: Clock) -> None:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")

    await walk_the_whole_way(staff, now)

    dump = await dump_of(database)
    await database.close()
    file = Path(database.url.database or "")
    files = [part.read_bytes() for part in file.parent.glob(f"{file.name}*")] if database.is_sqlite else []
    assert bool(files) is database.is_sqlite
    for content in (dump, *files):
        assert NIP.encode() not in content
        assert PHONE[1:].encode() not in content
    assert b"Yohana Umpama" in dump
