"""What is looked for in vain: nothing personal in it, counted, listed and settled by organizers."""

from __future__ import annotations

import pytest

from services.errors import NotAllowed, Refusal
from services.knowledge import CountMisses, GetMiss, ListMisses, RecordMiss, SettleMiss, kept_of
from services.knowledge.wording import LONGEST, wording_of
from storage.base import Base
from storage.database import Database
from storage.tables import AuditRow, MissRow
from tests.support.clock import NOON, Clock
from tests.support.staff import Staff

YOHANA, DEWI, ADMIN, GUEST = 500, 510, 520, 999
ADMINS = frozenset({ADMIN})


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    await staff.welcome(YOHANA)
    await staff.appoint(DEWI, "Dewi Umpama")
    return staff


@pytest.fixture
def record(database: Database, now: Clock) -> RecordMiss:
    return RecordMiss(database=database, now=now)


@pytest.fixture
def list_misses(database: Database) -> ListMisses:
    return ListMisses(database=database, admin_ids=ADMINS)


@pytest.fixture
def settle(database: Database, now: Clock) -> SettleMiss:
    return SettleMiss(database=database, now=now, admin_ids=ADMINS)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("tempat  wisata\ndi banyuwangi", "tempat wisata di banyuwangi", id="spaces made plain"),
        pytest.param("cek 19900315 201503 2 014 dong", "cek … dong", id="a NIP in groups"),
        pytest.param("status 199003152015032014", "status …", id="a NIP"),
        pytest.param("nik 5371011503900002 siapa", "nik … siapa", id="an identity card's number"),
        pytest.param("telepon saya 0812-9990-0001 ya", "telepon saya … ya", id="a phone number"),
        pytest.param("hubungi +62 812 9990 0001", "hubungi …", id="a phone number with its country"),
        pytest.param("kantor (0380) 831.234", "kantor …", id="an office's number"),
        pytest.param("kirim ke yohana.contoh@example.go.id besok", "kirim ke … besok", id="an e-mail address"),
        pytest.param("tanya @yohana_contoh saja", "tanya … saja", id="a Telegram name"),
        pytest.param("buka https://t.me/yohana?x=1 lalu", "buka … lalu", id="an address on the web"),
        pytest.param("buka t.me/yohana lalu", "buka … lalu", id="a Telegram address"),
        pytest.param("rekening 1234567", "rekening …", id="a long run of digits"),
        pytest.param("uu 30/2014 pasal 36 ayat 2", "uu 30/2014 pasal 36 ayat 2", id="a law stays"),
        pytest.param("pp 28 tahun 2018 pasal 4", "pp 28 tahun 2018 pasal 4", id="a law in words stays"),
        pytest.param("libur 17-08-2026", "libur 17-08-2026", id="a date stays"),
        pytest.param("anggaran 1.652.396", "anggaran 1.652.396", id="a sum of money stays"),
    ],
)
def test_what_is_personal_is_struck_out(typed: str, kept: str) -> None:
    assert kept_of(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("/cari", id="a command"),
        pytest.param(" /hapus_data sekarang", id="a command with words"),
        pytest.param("Selamat siang, Pak 🙏", id="courtesy"),
        pytest.param("oke terima kasih ya min", id="thanks"),
        pytest.param("menu", id="the name of a place"),
        pytest.param("👍", id="an emoji"),
        pytest.param("??!!", id="signs"),
        pytest.param("ab", id="two letters"),
        pytest.param("19900315 201503 2 014", id="nothing but a NIP"),
        pytest.param("081299900001 halo", id="a number and a greeting"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_asks_for_nothing_is_no_miss(typed: str) -> None:
    assert kept_of(typed) is None


def test_a_long_story_is_cut_short() -> None:
    wording = wording_of("cerita " * 100)

    assert wording is not None
    assert (len(wording.query), len(wording.key)) == (LONGEST, LONGEST)
    assert wording.query.endswith("…")


async def test_nearly_the_same_counts_up_and_keeps_the_first_wording(
    staff: Staff, record: RecordMiss, now: Clock
) -> None:
    await record(text="Tempat wisata di Banyuwangi?")
    now.advance(hours=1)
    for text in ("halo min, tempat wisata di banyuwangi", "tempat  wisata, di BANYUWANGI !"):
        assert await record(text=text)

    (row,) = await staff.rows(MissRow)
    assert (row["query"], row["count"], row["last_at"]) == ("Tempat wisata di Banyuwangi?", 3, now())


async def test_nothing_but_the_words_is_kept(staff: Staff, record: RecordMiss) -> None:
    assert await record(text="terima kasih") is None
    assert await record(text="cuti besar 081299900001") == "cuti besar …"

    (row,) = await staff.rows(MissRow)
    assert row == {
        "id": row["id"],
        "key": "cuti besar",
        "query": "cuti besar …",
        "count": 1,
        "last_at": NOON,
        "settled_at": None,
    }
    assert not [column for column in Base.metadata.tables["misses"].c if column.foreign_keys]


async def test_organizers_see_pages_most_looked_for_first(
    staff: Staff, record: RecordMiss, list_misses: ListMisses, now: Clock
) -> None:
    for text in ("cuti besar", "gaji", "gaji", "tunjangan", "gaji", "tunjangan"):
        now.advance(hours=1)
        await record(text=text)
    await record(text="mutasi")

    first = await list_misses(actor_telegram_id=DEWI, page=1, size=3)
    last = await list_misses(actor_telegram_id=ADMIN, page=9, size=3)

    assert [(miss.query, miss.count) for miss in first.items] == [("gaji", 3), ("tunjangan", 2), ("mutasi", 1)]
    assert (first.page, first.pages, first.total) == (1, 2, 4)
    assert ([miss.query for miss in last.items], last.page) == (["cuti besar"], 2)
    assert await CountMisses(database=staff.database, admin_ids=ADMINS)(actor_telegram_id=DEWI) == 4


@pytest.mark.usefixtures("staff")
async def test_an_empty_list_has_one_page(list_misses: ListMisses) -> None:
    empty = await list_misses(actor_telegram_id=DEWI, page=1, size=5)

    assert (empty.items, empty.page, empty.pages, empty.total) == ((), 1, 1, 0)


async def test_what_is_settled_leaves_the_list_and_is_recorded_once(
    staff: Staff, record: RecordMiss, list_misses: ListMisses, settle: SettleMiss
) -> None:
    await record(text="cuti besar")
    (miss,) = (await list_misses(actor_telegram_id=DEWI, page=1, size=5)).items

    for _ in range(2):
        await settle(miss_id=miss.id, actor_telegram_id=DEWI)

    assert (await list_misses(actor_telegram_id=DEWI, page=1, size=5)).total == 0
    (entry,) = await staff.rows(AuditRow)
    assert (entry["action"], entry["subject"], entry["subject_id"]) == ("miss.settled", "miss", str(miss.id))
    assert (entry["actor_id"], entry["agency_id"], entry["details"]) == (await staff.person_id(DEWI), None, {})


async def test_an_admin_without_a_record_is_named_by_account(
    staff: Staff, record: RecordMiss, settle: SettleMiss
) -> None:
    await record(text="cuti besar")
    (row,) = await staff.rows(MissRow)

    await settle(miss_id=row["id"], actor_telegram_id=ADMIN)

    (entry,) = await staff.rows(AuditRow)
    assert (entry["actor_id"], entry["details"]) == (None, {"admin": ADMIN})


async def test_looked_for_again_it_comes_back_and_is_counted_anew(
    staff: Staff, record: RecordMiss, settle: SettleMiss, list_misses: ListMisses
) -> None:
    for _ in range(3):
        await record(text="cuti besar")
    (row,) = await staff.rows(MissRow)
    await settle(miss_id=row["id"], actor_telegram_id=DEWI)

    await record(text="cuti besar")

    (miss,) = (await list_misses(actor_telegram_id=DEWI, page=1, size=5)).items
    assert (miss.id, miss.count, miss.settled_at) == (row["id"], 1, None)


@pytest.mark.usefixtures("staff")
async def test_what_is_gone_is_said(database: Database, settle: SettleMiss) -> None:
    with pytest.raises(Refusal, match="miss-gone"):
        await settle(miss_id=7, actor_telegram_id=DEWI)
    with pytest.raises(Refusal, match="miss-gone"):
        await GetMiss(database=database, admin_ids=ADMINS)(miss_id=7, actor_telegram_id=DEWI)


@pytest.mark.parametrize("telegram_id", [YOHANA, GUEST])
async def test_others_neither_see_nor_settle(staff: Staff, record: RecordMiss, telegram_id: int) -> None:
    await record(text="cuti besar")
    (row,) = await staff.rows(MissRow)
    database, tools = staff.database, {"database": staff.database, "admin_ids": ADMINS}

    for call in (
        ListMisses(**tools)(actor_telegram_id=telegram_id, page=1, size=5),  # type: ignore[arg-type]
        CountMisses(**tools)(actor_telegram_id=telegram_id),  # type: ignore[arg-type]
        GetMiss(**tools)(miss_id=row["id"], actor_telegram_id=telegram_id),  # type: ignore[arg-type]
        SettleMiss(database=database, now=Clock(), admin_ids=ADMINS)(miss_id=row["id"], actor_telegram_id=telegram_id),
    ):
        with pytest.raises(NotAllowed):
            await call

    assert await staff.rows(MissRow) == [row]
