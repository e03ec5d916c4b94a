"""Consent, language, zone and reachability of the people who chat."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import Engine, event

from services.errors import Refusal
from services.people import (
    FindPerson,
    GiveConsent,
    MarkReachable,
    MarkUnreachable,
    SetLanguage,
    SetRichArticles,
    SetZone,
)
from storage.database import Database
from storage.tables import PersonRow
from tests.support.clock import Clock
from tests.support.staff import Staff

YOHANA = 101


@pytest.fixture
async def staff(database: Database) -> Staff:
    staff = Staff(database)
    await staff.found()
    return staff


async def test_before_consent_nothing_is_kept(staff: Staff, now: Clock) -> None:
    database = staff.database

    assert await FindPerson(database=database)(telegram_id=YOHANA) is None
    assert await SetLanguage(database=database)(telegram_id=YOHANA, language="en") is None
    assert await SetZone(database=database)(telegram_id=YOHANA, zone="WIT") is None
    assert await SetRichArticles(database=database)(telegram_id=YOHANA, on=True) is None
    await MarkReachable(database=database)(telegram_id=YOHANA)
    await MarkUnreachable(database=database, now=now)(telegram_id=YOHANA)

    assert await staff.rows(PersonRow) == []


async def test_consent_makes_a_person(staff: Staff, now: Clock) -> None:
    person = await GiveConsent(database=staff.database, now=now)(telegram_id=YOHANA, language="id", version="1")

    assert (person.telegram_id, person.language, person.consented, person.identity) == (YOHANA, "id", True, "unknown")
    assert await FindPerson(database=staff.database)(telegram_id=YOHANA) == person


async def test_the_same_consent_again_changes_nothing(staff: Staff, now: Clock) -> None:
    give = GiveConsent(database=staff.database, now=now)
    await give(telegram_id=YOHANA, language="id", version="1")
    before = await staff.rows(PersonRow)
    now.advance(days=1)

    await give(telegram_id=YOHANA, language="en", version="1")

    assert await staff.rows(PersonRow) == before


async def test_a_new_version_of_the_text_is_agreed_to_anew(staff: Staff, now: Clock) -> None:
    give = GiveConsent(database=staff.database, now=now)
    await give(telegram_id=YOHANA, language="id", version="1")
    now.advance(days=1)

    await give(telegram_id=YOHANA, language="id", version="2")

    row = (await staff.rows(PersonRow))[0]
    assert (row["consent_version"], row["consent_at"]) == ("2", now())


async def test_a_double_tap_on_consent_makes_one_person(staff: Staff, now: Clock) -> None:
    give = GiveConsent(database=staff.database, now=now)

    await asyncio.gather(*(give(telegram_id=YOHANA, language="id", version="1") for _ in range(4)))

    assert len(await staff.rows(PersonRow)) == 1


async def test_who_got_a_role_from_the_loader_is_known_but_has_not_agreed(staff: Staff, now: Clock) -> None:
    person_id = await staff.appoint(500, "Dewi Umpama")

    known = await SetLanguage(database=staff.database)(telegram_id=500, language="en")
    agreed = await GiveConsent(database=staff.database, now=now)(telegram_id=500, language="id", version="1")

    assert known is not None
    assert (known.id, known.language, known.consented) == (person_id, "en", False)
    assert (agreed.id, agreed.language, agreed.consented) == (person_id, "id", True)


@pytest.mark.parametrize(
    ("zone", "agency", "effective", "province"),
    [
        pytest.param(None, None, None, None, id="nothing-known"),
        pytest.param(None, "dinas-pangan-ntt", "WITA", "NTT", id="the-agency's"),
        pytest.param("WIB", "dinas-pangan-ntt", "WIB", "NTT", id="the-own-one-wins"),
        pytest.param("WIT", None, "WIT", None, id="only-the-own-one"),
        pytest.param(None, "kemendagri", "WIB", None, id="an-agency-without-province"),
    ],
)
async def test_the_zone_is_the_own_one_else_the_agencys(
    staff: Staff, zone: str | None, agency: str | None, effective: str | None, province: str | None
) -> None:
    await staff.welcome(YOHANA, agency=agency)

    person = await SetZone(database=staff.database)(telegram_id=YOHANA, zone=zone)

    assert person is not None
    assert (person.zone, person.effective_zone, person.province) == (zone, effective, province)
    assert person.agency == (staff.agencies[agency] if agency else None)


@pytest.mark.parametrize("zone", ["", "wib", "UTC", "Asia/Jakarta"])
async def test_a_zone_that_indonesia_lacks_is_refused(staff: Staff, zone: str) -> None:
    await staff.welcome(YOHANA)

    with pytest.raises(Refusal, match="zone-unknown"):
        await SetZone(database=staff.database)(telegram_id=YOHANA, zone=zone)


async def test_a_language_that_we_do_not_speak_is_refused(staff: Staff, now: Clock) -> None:
    with pytest.raises(Refusal, match="language-unknown"):
        await SetLanguage(database=staff.database)(telegram_id=YOHANA, language="klingon")
    with pytest.raises(Refusal, match="language-unknown"):
        await GiveConsent(database=staff.database, now=now)(telegram_id=YOHANA, language="xx", version="1")


async def test_how_articles_look_is_unasked_until_it_is_chosen(staff: Staff) -> None:
    await staff.welcome(YOHANA)
    choose, find = SetRichArticles(database=staff.database), FindPerson(database=staff.database)

    before = await find(telegram_id=YOHANA)
    on = await choose(telegram_id=YOHANA, on=True)
    off = await choose(telegram_id=YOHANA, on=False)
    after = await find(telegram_id=YOHANA)

    assert [person.rich_articles for person in (before, on, off, after) if person] == [None, True, False, False]


async def test_who_has_not_agreed_has_no_say_in_how_articles_look(staff: Staff) -> None:
    await staff.appoint(500, "Dewi Umpama")

    person = await SetRichArticles(database=staff.database)(telegram_id=500, on=True)

    assert person is not None
    assert person.rich_articles is None


async def test_a_person_who_blocked_the_bot_is_unreachable_until_they_start_it(staff: Staff, now: Clock) -> None:
    database, find = staff.database, FindPerson(database=staff.database)
    await staff.welcome(YOHANA)

    await MarkUnreachable(database=database, now=now)(telegram_id=YOHANA)
    first = (await staff.rows(PersonRow))[0]["unreachable_since"]
    now.advance(hours=1)
    await MarkUnreachable(database=database, now=now)(telegram_id=YOHANA)
    blocked = await find(telegram_id=YOHANA)
    kept = (await staff.rows(PersonRow))[0]["unreachable_since"]
    await MarkReachable(database=database)(telegram_id=YOHANA)
    started = await find(telegram_id=YOHANA)

    assert blocked is not None
    assert blocked.unreachable
    assert kept == first
    assert started is not None
    assert not started.unreachable


async def test_finding_a_person_costs_one_select(staff: Staff) -> None:
    await staff.welcome(YOHANA, agency="dinas-pangan-ntt")
    statements: list[str] = []

    def keep(*call: Any) -> None:
        statements.append(call[2])

    event.listen(Engine, "before_cursor_execute", keep)
    await FindPerson(database=staff.database)(telegram_id=YOHANA)
    event.remove(Engine, "before_cursor_execute", keep)

    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 1
    assert [statement for statement in statements if not statement.startswith(("SELECT", "BEGIN"))] == []
