"""The group in which a team answers: made an agency's, watched, and given up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from services.access import grants_of, reach
from services.clock import Clock
from services.errors import Refusal
from services.helpdesk.desks import EDIT, LINK, hold_desk, note_trouble
from services.helpdesk.falling_back import fall_back
from services.helpdesk.in_group import owe_question
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.group_talk import GroupTalk
from storage.repositories.helpdesks import LOST, Helpdesk, Helpdesks, Topics, Trouble
from storage.repositories.tickets import Tickets

LONGEST_TITLE: Final = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group as Telegram shows it: whether the bot is in it, may write, and may open topics where there are any."""

    chat_id: int
    title: str
    present: bool = True
    may_write: bool = True
    has_topics: bool = False
    may_open_topics: bool = False

    @property
    def topics(self) -> Topics:
        """What is to be made of its topics."""
        if not self.has_topics:
            return Topics.NONE
        return Topics.OPEN if self.may_open_topics else Topics.REFUSED

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with it."""
        if not self.present:
            return Trouble.REMOVED
        if not self.may_write:
            return Trouble.MUTED
        return Trouble.TOPICS if self.topics is Topics.REFUSED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindGroup:
    """Whose group a chat is; None: nobody's."""

    database: Database

    async def __call__(self, *, chat_id: int) -> Helpdesk | None:
        async with self.database.read() as connection:
            return await Helpdesks(connection).find_by_chat(chat_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLinkable:
    """Agencies whose group somebody may make of a chat, by name."""

    database: Database

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Agency, ...]:
        async with self.database.read() as connection:
            within = reach(LINK, await grants_of(connection, actor_telegram_id))
            found = [await Agencies(connection).find(agency_id) for agency_id in sorted(within.agencies)]
        return tuple(agency for agency in found if agency is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Make a group an agency's; it may be so already.

    Raises NotAllowed, or a Refusal: agency-unknown, group-other (the group is another agency's), group-second (the
    agency has a group that works).
    """

    database: Database
    now: Clock

    async def __call__(self, *, agency_id: int, group: Group, actor_telegram_id: int) -> Helpdesk:
        now = self.now()
        async with self.database.write() as connection:
            desk, keeper = await hold_desk(connection, LINK, agency_id, actor_telegram_id, frozenset())
            desks = Helpdesks(connection)
            other = await desks.find_by_chat(group.chat_id)
            if other is not None and other.agency.id != agency_id:
                raise Refusal("group-other", agency=other.agency.short_name)
            if desk.group not in (None, group.chat_id):
                raise Refusal("group-second", agency=desk.agency.short_name, title=desk.title or "-")
            await desks.set(
                agency_id,
                chat_id=group.chat_id,
                title=group.title[:LONGEST_TITLE],
                topics=group.topics,
                trouble=group.trouble,
                linked_by=keeper.person_id,
            )
            if desk.chat_id != group.chat_id:
                await keeper.record(connection, "linked", agency_id, now, chat=group.chat_id)
            linked = await desks.find(agency_id)
        assert linked is not None
        return linked


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeGroup:
    """Keep how an agency's group is now, and tell its organizers what is wrong since. None: it is nobody's group."""

    database: Database
    now: Clock

    async def __call__(self, *, group: Group) -> Helpdesk | None:
        now = self.now()
        async with self.database.write() as connection:
            desks = Helpdesks(connection)
            found = await desks.find_by_chat(group.chat_id)
            desk = await desks.hold(found.agency.id) if found else None
            if desk is None or desk.chat_id != group.chat_id:
                return None
            # Of a group that the bot is not in nobody knows whether it has topics.
            topics = group.topics if group.present else desk.topics
            await desks.set(desk.agency.id, title=group.title[:LONGEST_TITLE], topics=topics)
            if await note_trouble(connection, desk, group.trouble, now) and group.trouble in LOST:
                await fall_back(connection, group.chat_id, desk.agency.id, now)
            return await desks.find(desk.agency.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseGroup:
    """Telegram lets the bot say nothing in a group any more. Twice is once."""

    database: Database
    now: Clock

    async def __call__(self, *, chat_id: int) -> None:
        now = self.now()
        async with self.database.write() as connection:
            desk = await Helpdesks(connection).find_by_chat(chat_id)
            if desk is not None and await note_trouble(connection, desk, Trouble.REMOVED, now):
                await fall_back(connection, chat_id, desk.agency.id, now)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkGroup:
    """Give an agency's group up: what waits comes to each organizer. Whether there was one.

    Raises NotAllowed, or Refusal("agency-unknown").
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, agency_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.write() as connection:
            desk, keeper = await hold_desk(connection, EDIT, agency_id, actor_telegram_id, self.admin_ids)
            if desk.chat_id is None:
                return False
            none: dict[str, Any] = {"chat_id": None, "title": None, "trouble": None}
            await Helpdesks(connection).set(agency_id, topics=Topics.NONE, linked_by=None, **none)
            await fall_back(connection, desk.chat_id, agency_id, now)
            await keeper.record(connection, "unlinked", agency_id, now, chat=desk.chat_id)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveGroup:
    """Telegram gave a group another number. What is not closed is shown there anew. Twice is once."""

    database: Database
    now: Clock

    async def __call__(self, *, old: int, new: int) -> bool:
        async with self.database.write() as connection:
            desks = Helpdesks(connection)
            desk = await desks.find_by_chat(old)
            if desk is None:
                return False
            moved = replace(desk, chat_id=new)
            for ticket_id in await GroupTalk(connection).move(old, new):
                ticket = await Tickets(connection).find(ticket_id)
                if ticket is not None:
                    await owe_question(connection, ticket, moved, now=self.now(), occasion=f"moved:{new}")
        return True
