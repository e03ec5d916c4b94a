"""A helpdesk of two agencies, with all its use cases on one database and short ways through them."""

from __future__ import annotations

from itertools import count
from typing import Any

from services.access import Grant
from services.broadcasts.content import Media
from services.helpdesk.albums import JoinAlbum
from services.helpdesk.answer import Answered, AnswerTicket
from services.helpdesk.ask import AskOrganizers
from services.helpdesk.blocks import BlockAsker, UnblockAsker
from services.helpdesk.close import CloseByTeam, CloseOwn, RateOwn, ReopenOwn
from services.helpdesk.edit import EditAnswer
from services.helpdesk.hold import HandToAgency, HandToColleague, ListColleagues, TakeTicket
from services.helpdesk.look import LookTicket
from services.helpdesk.message import Said
from services.helpdesk.messages import FindByMessage, KeepMessage
from services.helpdesk.mine import GetOwnTicket, ListOwnTickets
from services.helpdesk.queue import ListQueue, WaitingTickets
from services.helpdesk.ready import AddReady, GetReady, ListReady, RemoveReady, UseReady
from services.helpdesk.routes import FindRoutes, GetRoute, ListRoutes
from services.helpdesk.thread import AddToThread, EditOwn
from services.helpdesk.withdraw import WithdrawAnswer
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow
from tests.support.clock import Clock
from tests.support.staff import Staff

YOHANA, BAGUS = 101, 102
DEWI, RINA, DARMA, ADMIN = 500, 501, 502, 600
"""Organizers: of NTT; two of DKI; and an admin of the settings."""

__all__ = ["ADMIN", "BAGUS", "DARMA", "DEWI", "RINA", "YOHANA", "Desk", "Grant"]


class Desk:
    """The use cases, and short ways through them."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.database, self.now = database, now
        self.staff, self._numbers = Staff(database), count(1000)
        base: dict[str, Any] = {"database": database}
        own: dict[str, Any] = base | {"now": now}
        view: dict[str, Any] = base | {"admin_ids": frozenset({ADMIN})}
        team: dict[str, Any] = view | {"now": now}
        self.ask, self.add, self.edit_own = AskOrganizers(**own), AddToThread(**own), EditOwn(**own)
        self.join = JoinAlbum(**team)
        self.close, self.reopen, self.rate = CloseOwn(**own), ReopenOwn(**own), RateOwn(**own)
        self.list_own, self.own = ListOwnTickets(**base), GetOwnTicket(**base)
        self.keep, self.by_message = KeepMessage(**base), FindByMessage(**base)
        self.routes, self.find_routes, self.route = ListRoutes(**base), FindRoutes(**base), GetRoute(**base)
        self.answer, self.edit, self.withdraw = AnswerTicket(**team), EditAnswer(**team), WithdrawAnswer(**team)
        self.take, self.hand, self.move = TakeTicket(**team), HandToColleague(**team), HandToAgency(**team)
        self.close_by_team, self.block, self.unblock = CloseByTeam(**team), BlockAsker(**team), UnblockAsker(**team)
        self.colleagues = ListColleagues(**view)
        self.queue, self.waiting = ListQueue(**view), WaitingTickets(**view)
        self.look = LookTicket(vault=self.staff.vault, **view)
        self.ready, self.get_ready, self.use_ready = ListReady(**view), GetReady(**view), UseReady(**team)
        self.add_ready, self.remove_ready = AddReady(**team), RemoveReady(**team)

    async def found(self) -> None:
        """The agencies, their organizers, and two askers."""
        await self.staff.found()
        await self.staff.appoint(DEWI, "Dewi Umpama")
        await self.staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
        await self.staff.appoint(DARMA, "Darma Andaikata", agency="bpsdm-dki")
        await self.staff.welcome_yohana(YOHANA)
        await self.staff.welcome(BAGUS, name="Bagus Misal", agency="bpsdm-jatim")

    @property
    def dki(self) -> int:
        """The agency of Rina and Darma."""
        return self.staff.agencies["bpsdm-dki"].id

    @property
    def ntt(self) -> int:
        """The agency of Dewi."""
        return self.staff.agencies["bpsdm-ntt"].id

    def said(self, html: str, *, chat: int = YOHANA, message: int | None = None, media: Media | None = None) -> Said:
        """A message; without a number a new one."""
        number = next(self._numbers) if message is None else message
        return Said(html=html, media=media, chat_id=chat, message_id=number)

    def album(self, count: int, *words: str, chat: int = YOHANA, kind: str = "photo") -> list[Said]:
        """The parts of an album, with the words of the first ones."""
        first, words = next(self._numbers) * 100, (*words, *[""] * count)
        return [
            Said(
                html=words[number],
                media=Media(kind=kind, file_id=f"f{first + number}"),
                chat_id=chat,
                message_id=first + number,
                album=f"album{first}",
            )
            for number in range(count)
        ]

    async def open(self, html: str = "Ada penginapan?", *, asker: int = YOHANA, agency: int | None = None) -> int:
        """A question to BPSDM DKI Jakarta; its number."""
        said = self.said(html, chat=asker)
        return (await self.ask(telegram_id=asker, agency_id=agency or self.dki, said=said)).ticket.id

    async def reply(self, ticket: int, html: str = "Ya, tersedia.", *, by: int = RINA, **about: Any) -> Answered:
        """An answer of an organizer's."""
        return await self.answer(ticket_id=ticket, actor_telegram_id=by, said=self.said(html, chat=by, **about))

    async def owed(self, telegram_id: int | None = None, kind: str | None = None) -> list[dict[str, Any]]:
        """Rows of the outbox: of a person, of a kind."""
        person = await self.staff.person_id(telegram_id) if telegram_id else None
        return [
            row
            for row in await self.staff.rows(DeliveryRow)
            if person in (None, row["person_id"]) and kind in (None, row["kind"])
        ]

    async def audit(self) -> list[str]:
        """What the record says was done."""
        return [row["action"] for row in await self.staff.rows(AuditRow)]
