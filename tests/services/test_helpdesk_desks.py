"""An agency's desk: settings, its group, trouble with it, and a group that gets another number."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from services.errors import NotAllowed, Refusal
from services.helpdesk.groups import FindGroup, Group, LinkGroup, ListLinkable, MoveGroup, SeeGroup
from services.helpdesk.settings import GetDesk, ListDesks, SetDesk
from storage.database import Database
from storage.repositories.helpdesks import Helpdesks, Topics, Trouble
from storage.tables import AuditRow, DeliveryRow
from tests.support.clock import Clock
from tests.support.staff import Staff

pytestmark = pytest.mark.postgres
DEWI, RINA, DARMA, ADMIN = 500, 501, 502, 600
PLAIN = Group(chat_id=-100, title="Tim BPSDM")
FORUM = replace(PLAIN, has_topics=True, may_open_topics=True)


class Room:
    """The use cases of two agencies' desks."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.staff, admins = Staff(database), frozenset({ADMIN})
        self.list, self.get = (
            ListDesks(database=database, admin_ids=admins),
            GetDesk(database=database, admin_ids=admins),
        )
        self.set = SetDesk(database=database, now=now, admin_ids=admins)
        self.find, self.linkable = FindGroup(database=database), ListLinkable(database=database)
        self.link, self.see = LinkGroup(database=database, now=now), SeeGroup(database=database, now=now)
        self.move = MoveGroup(database=database, now=now)

    def agency(self, code: str) -> int:
        return self.staff.agencies[code].id

    async def told(self) -> list[dict[str, Any]]:
        return await self.staff.rows(DeliveryRow)


@pytest.fixture
async def room(database: Database, now: Clock) -> Room:
    room = Room(database, now)
    await room.staff.found()
    await room.staff.appoint(DEWI, "Dewi Umpama")
    await room.staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
    await room.staff.appoint(DARMA, "Darma Andaikata", agency="bpsdm-dki")
    return room


async def test_a_desk_that_nobody_touched_has_the_usual_hours(room: Room) -> None:
    dki = room.agency("bpsdm-dki")

    desk = await room.get(agency_id=dki, actor_telegram_id=RINA)

    assert (desk.days, desk.opens, desk.closes, desk.alarm_hours) == ("12345", "08:00", "16:00", 8)
    assert desk.group is None
    assert [one.agency.id for one in await room.list(actor_telegram_id=RINA)] == [dki]
    assert await room.list(actor_telegram_id=ADMIN) == ()


async def test_settings_are_kept_and_put_on_record(room: Room) -> None:
    about: dict[str, Any] = {"agency_id": room.agency("bpsdm-dki"), "actor_telegram_id": RINA}

    await room.set(**about, day=(6, True))
    await room.set(**about, day=(6, True))
    await room.set(**about, day=(5, False))
    await room.set(**about, hours={"opens": "09:00"})
    desk = await room.set(**about, alarm_hours=4)

    assert (desk.days, desk.opens, desk.closes, desk.alarm_hours) == ("12346", "09:00", "16:00", 4)
    assert {row["action"] for row in await room.staff.rows(AuditRow)} == {"desk.changed"}
    assert [one.agency.id for one in await room.list(actor_telegram_id=ADMIN)] == [desk.agency.id]


@pytest.mark.parametrize(
    ("change", "key"),
    [({"hours": {"opens": "03:00"}}, "desk-choice"), ({"alarm_hours": 5}, "desk-choice")],
)
async def test_what_cannot_be_chosen_is_refused(room: Room, change: dict[str, Any], key: str) -> None:
    with pytest.raises(Refusal, match=key):
        await room.set(agency_id=room.agency("bpsdm-dki"), actor_telegram_id=RINA, **change)


async def test_the_last_working_day_stays(room: Room) -> None:
    about: dict[str, Any] = {"agency_id": room.agency("bpsdm-dki"), "actor_telegram_id": RINA}
    for day in (1, 2, 3, 4):
        await room.set(**about, day=(day, False))

    with pytest.raises(Refusal, match="desk-no-day"):
        await room.set(**about, day=(5, False))


async def test_others_neither_see_nor_change_a_desk(room: Room) -> None:
    dki = room.agency("bpsdm-dki")

    for actor in (DEWI, 999):
        with pytest.raises(NotAllowed):
            await room.get(agency_id=dki, actor_telegram_id=actor)
        with pytest.raises(NotAllowed):
            await room.set(agency_id=dki, actor_telegram_id=actor, alarm_hours=4)
        with pytest.raises(NotAllowed):
            await room.link(agency_id=dki, group=PLAIN, actor_telegram_id=actor)
    with pytest.raises(NotAllowed):  # an admin is in no team
        await room.link(agency_id=dki, group=PLAIN, actor_telegram_id=ADMIN)
    with pytest.raises(NotAllowed):
        await room.list(actor_telegram_id=999)
    with pytest.raises(Refusal, match="agency-unknown"):
        await room.get(agency_id=99999, actor_telegram_id=ADMIN)


async def test_one_group_an_agency_and_one_agency_a_group(room: Room) -> None:
    dki, ntt = room.agency("bpsdm-dki"), room.agency("bpsdm-ntt")
    assert [one.id for one in await room.linkable(actor_telegram_id=RINA)] == [dki]
    assert await room.linkable(actor_telegram_id=999) == ()

    desk = await room.link(agency_id=dki, group=FORUM, actor_telegram_id=RINA)
    await room.link(agency_id=dki, group=FORUM, actor_telegram_id=DARMA)

    assert (desk.group, desk.title, desk.topics, desk.trouble) == (-100, "Tim BPSDM", Topics.OPEN, None)
    assert [row["action"] for row in await room.staff.rows(AuditRow)] == ["desk.linked"]
    with pytest.raises(Refusal, match="group-other"):
        await room.link(agency_id=ntt, group=FORUM, actor_telegram_id=DEWI)
    with pytest.raises(Refusal, match="group-second"):
        await room.link(agency_id=dki, group=replace(FORUM, chat_id=-200), actor_telegram_id=RINA)
    found = await room.find(chat_id=-100)
    assert found is not None
    assert found.agency.id == dki
    assert await room.find(chat_id=-200) is None


@pytest.mark.parametrize(
    ("group", "topics", "trouble"),
    [
        pytest.param(PLAIN, Topics.NONE, None, id="plain"),
        pytest.param(FORUM, Topics.OPEN, None, id="forum"),
        pytest.param(replace(FORUM, may_open_topics=False), Topics.REFUSED, Trouble.TOPICS, id="no right"),
        pytest.param(replace(PLAIN, may_write=False), Topics.NONE, Trouble.MUTED, id="muted"),
        pytest.param(replace(FORUM, present=False), Topics.OPEN, Trouble.REMOVED, id="thrown out"),
    ],
)
async def test_what_becomes_of_a_group_is_noticed_and_told_once(
    room: Room, now: Clock, group: Group, topics: Topics, trouble: Trouble | None
) -> None:
    dki = room.agency("bpsdm-dki")
    await room.link(agency_id=dki, group=FORUM if topics is Topics.OPEN else PLAIN, actor_telegram_id=RINA)

    desk = await room.see(group=group)
    again = await room.see(group=group)

    assert desk == again
    assert desk is not None
    assert (desk.topics, desk.trouble) == (topics, trouble)
    assert (desk.group is None) == (trouble in {Trouble.MUTED, Trouble.REMOVED})
    told = await room.told()
    team = {await room.staff.person_id(RINA), await room.staff.person_id(DARMA)}
    assert {row["person_id"] for row in told} == (team if trouble else set())
    assert len(told) == (2 if trouble else 0)

    now.advance(hours=1)
    mended = await room.see(group=PLAIN)
    assert mended is not None
    assert mended.trouble is None


async def test_a_group_that_is_lost_makes_room_for_another(room: Room) -> None:
    dki = room.agency("bpsdm-dki")
    await room.link(agency_id=dki, group=FORUM, actor_telegram_id=RINA)
    await room.see(group=replace(FORUM, present=False))

    desk = await room.link(agency_id=dki, group=replace(PLAIN, chat_id=-200), actor_telegram_id=DARMA)

    assert (desk.group, desk.topics, desk.trouble) == (-200, Topics.NONE, None)
    assert await room.see(group=FORUM) is None, "it is nobody's group any more"


async def test_a_group_with_another_number_is_the_same_group(room: Room) -> None:
    dki = room.agency("bpsdm-dki")
    await room.link(agency_id=dki, group=PLAIN, actor_telegram_id=RINA)

    assert await room.move(old=-100, new=-1009)
    assert not await room.move(old=-100, new=-1009)

    async with room.staff.database.read() as connection:
        desk = await Helpdesks(connection).find(dki)
    assert desk is not None
    assert desk.group == -1009
