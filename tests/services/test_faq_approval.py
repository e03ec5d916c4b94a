"""A second person agrees to exactly what they looked at; from then on it is shown."""

from __future__ import annotations

import asyncio

import pytest

from services.faq import ListShown, StampShown
from services.housekeeping import ForgetOld
from services.privacy import EraseData, ExportData
from storage.database import Database
from storage.repositories.audit import Audit
from storage.tables import FaqRow, MissRow
from tests.support.announcing import refused
from tests.support.clock import Clock
from tests.support.faqs import ADMIN, DEWI, RATNA, RINA, SEKAR, YOHANA, FaqOffice, open_faq_office


@pytest.fixture
async def office(database: Database, now: Clock) -> FaqOffice:
    return await open_faq_office(database, now)


async def test_a_colleague_is_asked_and_agrees_once(office: FaqOffice, database: Database) -> None:
    number = await office.draft()
    stamp = StampShown(database=database)
    before = await stamp()
    asked = [await office.hand_in(number) for _ in range(2)]
    act = {"faq_id": number, "version": 1, "actor_telegram_id": RATNA}
    waits = {who: await office.tools.to_approve(actor_telegram_id=who) for who in (DEWI, RATNA, RINA, SEKAR, 12345)}
    done = [await office.tools.approve(**act) for _ in range(2)]

    dewi, ratna = await office.staff.person_id(DEWI), await office.staff.person_id(RATNA)
    row = await office.row(number)
    assert (asked, done) == ([True, False], [True, False])
    assert waits == {DEWI: (), RATNA: (number,), RINA: (), SEKAR: (), 12345: ()}
    assert (await office.owed("faq-request"), await office.owed("faq-decision")) == ([ratna], [dewi])
    assert (row["state"], row["approved_by"], row["approved_at"]) == ("shown", ratna, office.now())
    assert row["slug"] == f"tj{number}-apakah-peserta-dari-luar-jakarta-dapat"
    assert await office.audit() == ["faq.drafted", "faq.requested", "faq.approved"]
    [shown] = await ListShown(database=database)()
    assert (shown.id, shown.author, shown.approver) == (number, "Dewi Umpama", "Ratna Ibarat")
    assert await stamp() != before


async def test_two_who_approve_at_once_agree_once_and_a_change_at_the_same_moment_is_not_agreed_to(
    office: FaqOffice,
) -> None:
    await office.staff.appoint(700000022, "Lukas Perumpamaan")
    number, other = await office.waiting(), await office.waiting()
    approvers = (RATNA, 700000022, SEKAR, RATNA)

    agreed = await asyncio.gather(
        *(office.tools.approve(faq_id=number, version=1, actor_telegram_id=who) for who in approvers)
    )
    results = await asyncio.gather(
        office.tools.approve(faq_id=other, version=1, actor_telegram_id=RATNA),
        office.tools.revise(faq_id=other, version=1, actor_telegram_id=DEWI),
        return_exceptions=True,
    )

    assert sorted(agreed) == [False, False, False, True]
    row = await office.row(other)
    assert (row["state"], row["version"]) == ("draft", 2), results  # whichever came first, what changed is not shown
    assert await refused(office.tools.approve(faq_id=other, version=1, actor_telegram_id=RATNA)) == "faq-moved-on"
    await office.hand_in(other)
    assert await refused(office.tools.approve(faq_id=other, version=1, actor_telegram_id=RATNA)) == "faq-moved-on"
    assert await office.tools.approve(faq_id=other, version=2, actor_telegram_id=RATNA)


async def test_who_writes_for_the_secretariat_does_not_approve_their_own(office: FaqOffice) -> None:
    await office.staff.give_role(SEKAR, "Sekar Umpama", agency="bpsdm-ntt")
    number = await office.waiting(SEKAR)
    act = {"faq_id": number, "version": 1}

    assert await refused(office.tools.approve(**act, actor_telegram_id=SEKAR)) == "faq-own"
    assert number not in await office.tools.to_approve(actor_telegram_id=SEKAR)
    await office.staff.dismiss(DEWI)
    assert await refused(office.tools.approve(**act, actor_telegram_id=DEWI)) == "not-allowed"
    assert await office.tools.approve(**act, actor_telegram_id=RATNA)


async def test_nobody_approves_their_own_nor_for_another_agency(office: FaqOffice) -> None:
    number = await office.waiting()

    keys = {
        who: [
            await refused(office.tools.approve(faq_id=number, version=1, actor_telegram_id=who)),
            await refused(office.tools.return_(faq_id=number, version=1, remark="x", actor_telegram_id=who)),
        ]
        for who in (DEWI, RINA, 12345)
    }

    assert keys == {DEWI: ["faq-own"] * 2, RINA: ["not-allowed"] * 2, 12345: ["not-allowed"] * 2}
    assert (await office.row(number))["state"] == "waiting"


async def test_who_changed_it_last_is_not_the_second_person(office: FaqOffice) -> None:
    number = await office.draft()
    await office.tools.set_part(faq_id=number, part="title", text="Asrama", actor_telegram_id=RATNA)
    await office.hand_in(number, DEWI)

    own = await refused(office.tools.approve(faq_id=number, version=2, actor_telegram_id=RATNA))
    other = await refused(office.tools.approve(faq_id=number, version=2, actor_telegram_id=DEWI))

    assert (own, other) == ("faq-own", "done")


async def test_the_secretariat_and_admins_may_and_are_asked_where_an_agency_has_one_organizer(
    office: FaqOffice,
) -> None:
    lonely, second, third = await office.waiting(RINA, "bpsdm-dki"), await office.waiting(), await office.waiting()

    waits = {who: await office.tools.to_approve(actor_telegram_id=who) for who in (SEKAR, RATNA, ADMIN)}
    keys = [
        await refused(office.tools.approve(faq_id=number, version=1, actor_telegram_id=who))
        for number, who in ((lonely, RATNA), (lonely, SEKAR), (second, SEKAR), (third, ADMIN))
    ]

    assert waits == {SEKAR: (lonely,), RATNA: (second, third), ADMIN: (lonely, second, third)}
    assert keys == ["not-allowed", "done", "done", "done"]
    assert (await office.row(third))["approved_by"] is None
    assert await office.staff.person_id(SEKAR) in await office.owed("faq-request")


async def test_what_changed_meanwhile_is_not_agreed_to(office: FaqOffice) -> None:
    number = await office.waiting()
    act = {"faq_id": number, "actor_telegram_id": RATNA}

    await office.tools.return_(**act, version=1, remark=" Tanggalnya  keliru. ")
    returned = await office.row(number)
    late = await refused(office.tools.approve(**act, version=1))
    await office.tools.set_part(faq_id=number, part="answer", text="Ya, 7 Des.", actor_telegram_id=DEWI)
    await office.hand_in(number)
    stale = [
        await refused(office.tools.approve(**act, version=1)),
        await refused(office.tools.return_(**act, version=2, remark="x")),
        await refused(office.tools.return_(**act, version=3, remark=" ")),
        await refused(office.tools.return_(**act, version=3, remark="nip 199003152015032014")),
    ]
    done = await refused(office.tools.approve(**act, version=3))

    assert (returned["state"], returned["remark"], returned["version"]) == ("draft", "Tanggalnya keliru.", 2)
    assert (late, stale, done) == ("faq-moved-on", ["faq-moved-on", "faq-moved-on", "faq-remark", "faq-nip"], "done")
    assert len(await office.owed("faq-request")) == 2
    assert len(await office.owed("faq-decision")) == 2


async def test_what_is_shown_is_changed_out_of_sight_and_keeps_its_address(
    office: FaqOffice, database: Database
) -> None:
    number = await office.shown()
    slug = (await office.row(number))["slug"]
    stale = await refused(office.tools.revise(faq_id=number, version=9, actor_telegram_id=DEWI))
    revised = [await office.tools.revise(faq_id=number, version=1, actor_telegram_id=DEWI) for _ in range(2)]
    hidden = await ListShown(database=database)()
    kept = await office.tools.drop(faq_id=number, version=2, actor_telegram_id=DEWI)
    await office.tools.revise(faq_id=number, version=2, actor_telegram_id=DEWI)
    await office.tools.set_part(faq_id=number, part="title", text="Mes peserta", actor_telegram_id=DEWI)
    await office.hand_in(number)
    await office.tools.approve(faq_id=number, version=4, actor_telegram_id=RATNA)

    assert (stale, revised, hidden, kept) == ("faq-moved-on", [True, False], (), False)
    assert [(one.slug, one.title) for one in await ListShown(database=database)()] == [(slug, "Mes peserta")]


async def test_what_was_looked_for_is_settled_when_its_article_is_approved(
    office: FaqOffice, database: Database, now: Clock
) -> None:
    miss = await office.miss()
    number = await office.tools.begin(miss_id=miss, agency_id=office.agency(), actor_telegram_id=DEWI)
    await office.tools.set_part(faq_id=number, part="answer", text="Tiga bulan.", actor_telegram_id=DEWI)
    await office.hand_in(number)
    await office.tools.approve(faq_id=number, version=2, actor_telegram_id=RATNA)

    [row] = await office.staff.rows(MissRow)
    assert row["settled_at"] == now()
    now.advance(days=401)
    await ForgetOld(database=database, now=now)()
    assert await office.staff.rows(MissRow) == []
    assert (await office.row(number))["miss_id"] is None


async def test_without_anybody_else_nobody_is_asked(database: Database, now: Clock) -> None:
    office = await open_faq_office(database, now)
    number = await office.draft(RINA, "bpsdm-dki")
    await office.staff.dismiss(SEKAR)
    alone = type(office.tools.hand_in)(database=database, now=now, admin_ids=frozenset())

    assert await refused(alone(faq_id=number, version=1, actor_telegram_id=RINA)) == "faq-no-second"


async def test_the_oldest_waits_first_and_the_numbers_add_up(office: FaqOffice, now: Clock) -> None:
    first = await office.waiting()
    now.advance(minutes=5)
    second = await office.waiting()
    await office.draft()

    assert await office.tools.to_approve(actor_telegram_id=RATNA) == (first, second)
    assert await office.tools.count(actor_telegram_id=DEWI) == {"draft": 1, "waiting": 2}
    assert await office.tools.count(actor_telegram_id=SEKAR) == {"waiting": 2}
    assert await refused(office.tools.count(actor_telegram_id=12345)) == "not-allowed"


async def test_of_an_erased_asker_the_article_stays_and_its_question_is_not_named(
    office: FaqOffice, database: Database, now: Clock
) -> None:
    number = await office.shown()
    async with database.write() as connection:  # something on record keeps the emptied row
        audit = Audit(connection)
        await audit.add("x", subject="x", subject_id=1, at=now(), actor_id=office.yohana, agency_id=None)

    await EraseData(database=database, now=now)(telegram_id=YOHANA)

    row = await office.row(number)
    assert (row["state"], row["ticket_id"]) == ("shown", None)


async def test_author_and_approver_are_shown_theirs_and_leave_a_number_only(
    office: FaqOffice, database: Database, now: Clock
) -> None:
    number = await office.shown()
    dewi, vault = await office.staff.person_id(DEWI), office.staff.vault
    now.advance(days=1)
    exported = await ExportData(database=database, vault=vault)(telegram_id=DEWI)
    await office.staff.dismiss(DEWI)
    await EraseData(database=database, now=now)(telegram_id=DEWI)

    assert exported
    assert [(row["article"], row["standing"]) for row in exported["faqs"]] == [
        ("Apakah peserta dari luar Jakarta dapat penginapan?", "shown")
    ]
    [row] = await office.staff.rows(FaqRow)
    assert (row["id"], row["author_id"]) == (number, dewi)
    [shown] = await ListShown(database=database)()
    assert shown.author is None
