"""A desk whose agency may have a group, and what its deliveries end in."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from services.helpdesk.alarms import CheckAlarm, SoundAlarms
from services.helpdesk.group_endings import AfterCard, AfterLine, AfterTopic, AfterTopicState
from services.helpdesk.group_view import FindInGroup, ViewInGroup
from services.helpdesk.groups import Group, LinkGroup, LoseGroup, MoveGroup, SeeGroup, UnlinkGroup
from services.helpdesk.reopen import ReopenByTeam
from services.helpdesk.settings import SetDesk
from services.outbox import After, Over, Owed, State
from storage.repositories.helpdesks import Helpdesk, Helpdesks
from storage.repositories.tickets import Ticket, Tickets
from tests.support.clock import Clock
from tests.support.helpdesk import ADMIN, DARMA, RINA, Desk

CHAT, NEW_CHAT = -100, -1009
PLAIN = Group(chat_id=CHAT, title="Tim BPSDM")
FORUM = replace(PLAIN, has_topics=True, may_open_topics=True)
NUMBERS = count(5000)


class InGroup:
    """A desk whose agency may have a group, and a postman that ends its deliveries."""

    def __init__(self, desk: Desk, now: Clock) -> None:
        self.desk, self.now = desk, now
        base: dict[str, Any] = {"database": desk.database, "now": now}
        team = base | {"admin_ids": frozenset({ADMIN})}
        self.link, self.see, self.lose, self.move = (
            LinkGroup(**base),
            SeeGroup(**base),
            LoseGroup(**base),
            MoveGroup(**base),
        )
        self.unlink, self.reopen, self.set = UnlinkGroup(**team), ReopenByTeam(**team), SetDesk(**team)
        self.sound, self.check = SoundAlarms(**team), CheckAlarm(database=desk.database)
        self.find = FindInGroup(database=desk.database)
        self.view = ViewInGroup(database=desk.database, vault=desk.staff.vault)
        self.after: dict[str, After] = {
            "ticket-topic": AfterTopic(now=now),
            "ticket-group": AfterCard(now=now),
            "ticket-group-line": AfterLine(now=now),
            "ticket-group-file": AfterLine(now=now),
            "ticket-topic-state": AfterTopicState(now=now),
        }
        self.ended: set[int] = set()

    async def join(self, group: Group = PLAIN) -> None:
        await self.link(agency_id=self.desk.dki, group=group, actor_telegram_id=RINA)

    async def owed(self, *, group: bool = True) -> list[dict[str, Any]]:
        rows = await self.desk.owed()
        return [row for row in rows if (row["chat_id"] is not None) == group and row["id"] not in self.ended]

    async def kinds(self, *, group: bool = True) -> list[str]:
        return [row["kind"] for row in await self.owed(group=group)]

    async def post(self, state: State = State.SENT) -> list[tuple[str, int]]:
        """End everything that the group is owed now, once; what was sent got these numbers."""
        ended = []
        for row in await self.owed():
            self.ended.add(row["id"])
            number = next(NUMBERS)
            fields: dict[str, Any] = {name: row.get(name) for name in Owed.__slots__}
            over = Over(Owed(**fields), state, number if state is State.SENT else None)
            if row["kind"] in self.after:
                async with self.desk.database.write() as connection:
                    for _ in range(2):  # it may come twice
                        await self.after[row["kind"]](connection, over)
            ended.append((row["kind"], number))
        return ended

    async def ticket(self, ticket_id: int) -> Ticket:
        async with self.desk.database.read() as connection:
            found = await Tickets(connection).find(ticket_id)
        assert found is not None
        return found

    async def of_dki(self) -> Helpdesk:
        async with self.desk.database.read() as connection:
            found = await Helpdesks(connection).find(self.desk.dki)
        assert found is not None
        return found

    async def alone(self) -> set[int]:
        """Who was told of a new question in their own chat."""
        return {row["person_id"] for row in await self.owed(group=False) if row["kind"] == "ticket-new"}

    async def team(self) -> set[int]:
        return {await self.desk.staff.person_id(RINA), await self.desk.staff.person_id(DARMA)}
