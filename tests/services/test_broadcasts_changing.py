"""After sending: another text, taken back, pressed, reported."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from services.broadcasts import (
    EDIT,
    GetCopy,
    GetDeletion,
    GetEdit,
    GetReport,
    PressButton,
    Reword,
    Tally,
    Withdraw,
    make_workbook,
)
from services.errors import Refusal
from services.outbox import Result, Verdict
from storage.database import Database
from storage.tables import BroadcastPressRow
from tests.support.broadcasts import broadcast
from tests.support.clock import NOON, Clock
from tests.support.deliveries import add_people
from tests.support.running import NTT, PEOPLE, RINA, Office, open_office, set_person


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    return await open_office(database, now)


async def test_another_text_reaches_every_copy_that_was_sent(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    reword = Reword(**office.with_rights)
    asked: dict[str, Any] = {"broadcast_id": number, "language": "id", "actor_telegram_id": RINA}

    assert await reword(**asked, version=1, html="Baru") is True
    assert await reword(**asked, version=1, html="Lain") is False
    await office.tick()

    owed = await office.desk.claim(limit=99)
    assert {(one.kind, one.payload["version"]) for one in owed} == {(EDIT, 2)}
    assert [one.person_id for one in owed] == list(PEOPLE)
    assert await GetEdit(database=database)(broadcast_id=number, person_id=3, version=2) == 1003
    assert (await broadcast(database, number))["body"]["text"] == {"id": "Baru", "en": None}
    assert (await office.view(number)).change == Tally(sending=12)
    await office.desk.record([Result(one, Verdict.SENT, one.id) for one in owed])
    await office.tick()
    view = await office.view(number)
    assert (view.run.changing, view.run.version, view.copies) == (None, 2, Tally(sent=12))
    assert await GetEdit(database=database)(broadcast_id=number, person_id=3, version=1) is None


async def test_a_later_text_overtakes_and_a_withdrawal_ends_it(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    asked: dict[str, Any] = {"broadcast_id": number, "language": "id", "actor_telegram_id": RINA}
    reword = Reword(**office.with_rights)
    await reword(**asked, version=1, html="Baru")
    await office.tick()

    await reword(**asked, version=2, html="Lebih baru")
    await office.tick()
    assert (await office.view(number)).change == Tally(queued=12)
    assert await Withdraw(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA) is True

    assert await GetEdit(database=database)(broadcast_id=number, person_id=3, version=3) is None
    assert await GetCopy(database=database)(broadcast_id=number, person_id=3) is None
    with pytest.raises(Refusal, match="broadcast-not-to-reword"):
        await reword(**asked, version=3, html="Lagi")


async def test_all_copies_are_taken_back_once(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    withdraw = Withdraw(**office.with_rights)
    office.now.advance(hours=47)

    answers = [await withdraw(broadcast_id=number, actor_telegram_id=RINA) for _ in range(2)]
    await office.tick()
    deletion = GetDeletion(database=database, now=office.now)
    assert await deletion(broadcast_id=number, person_id=3) == 1003
    served = await office.send()
    await office.tick()

    view = await office.view(number)
    assert (answers, sorted(served), view.withdrawn) == ([True, False], list(PEOPLE), Tally(sent=12))
    assert (view.run.changing, view.may_withdraw, view.may_reword) == (None, False, False)
    assert await withdraw(broadcast_id=number, actor_telegram_id=RINA) is False
    office.now.advance(hours=1)
    assert await deletion(broadcast_id=number, person_id=3) is None


async def test_after_two_days_nothing_is_taken_back(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    office.now.advance(hours=48)

    with pytest.raises(Refusal, match="broadcast-not-to-withdraw"):
        await Withdraw(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)

    assert (await office.view(number)).may_reword is True


async def test_a_change_does_not_wait_for_who_blocked_the_bot(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    await Withdraw(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    await office.tick()
    await set_person(database, 4, unreachable_since=NOON)
    await office.send()

    await office.tick()

    view = await office.view(number)
    assert (view.run.changing, view.withdrawn) == (None, Tally(sent=11, skipped=1))


async def test_a_button_counts_once_a_person_who_has_a_copy(office: Office, database: Database) -> None:
    number = await office.sent_to_all()
    press = PressButton(database=database, now=office.now)

    for telegram_id in (5001, 5001, 5002):
        assert (await press(broadcast_id=number, button=0, telegram_id=telegram_id))["label"] == "Sudah saya baca"
    await add_people(database, 50)
    for asked in ({"button": 0, "telegram_id": 5050}, {"button": 2, "telegram_id": 5001}):
        with pytest.raises(Refusal, match="broadcast-gone"):
            await press(broadcast_id=number, **asked)

    assert (await office.view(number)).pressing == 2
    async with database.read() as connection:
        assert len(list(await connection.execute(select(BroadcastPressRow.__table__)))) == 2


async def test_the_report_holds_numbers_and_no_names(office: Office, database: Database) -> None:
    await set_person(database, 12, agency_id=None)
    await set_person(database, 11, agency_id=NTT, name="Yohana Contoh")
    number = await office.sent_to_all()
    await PressButton(database=database, now=office.now)(broadcast_id=number, button=0, telegram_id=5001)

    report = await GetReport(**office.with_rights)(broadcast_id=number, actor_telegram_id=RINA)
    made = await make_workbook(report, lambda key, **_: key)

    book = CalamineWorkbook.from_filelike(BytesIO(made.content))
    summary, agencies, buttons = (book.get_sheet_by_index(index).to_python() for index in range(3))
    assert ["broadcast-state-sent", 12] in summary
    assert ["broadcast-report-pressing", 1] in summary
    sent = agencies[0].index("broadcast-state-sent")
    assert [(row[0], row[sent]) for row in agencies[1:]] == [
        ("Badan DKI", 10),
        ("Badan NTT", 1),
        ("broadcast-report-no-agency", 1),
    ]
    assert buttons[1:] == [["Sudah saya baca", 1], ["Peta", 0]]
    assert b"Yohana" not in made.content
