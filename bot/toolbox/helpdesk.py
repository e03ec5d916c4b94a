"""Questions to the organizers."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.helpdesk.albums import JoinAlbum
from services.helpdesk.answer import AnswerTicket
from services.helpdesk.ask import AskOrganizers
from services.helpdesk.blocks import BlockAsker, UnblockAsker
from services.helpdesk.close import CloseByTeam, CloseOwn, RateOwn, ReopenOwn
from services.helpdesk.copies import GetAnswerCopy
from services.helpdesk.edit import EditAnswer
from services.helpdesk.hold import HandToAgency, HandToColleague, ListColleagues, TakeTicket
from services.helpdesk.look import LookTicket
from services.helpdesk.messages import FindByMessage, FindByNumber, KeepMessage
from services.helpdesk.mine import GetOwnTicket, ListOwnTickets
from services.helpdesk.queue import ListQueue, WaitingTickets
from services.helpdesk.ready import AddReady, GetReady, ListReady, RemoveReady, UseReady
from services.helpdesk.routes import FindRoutes, GetRoute, ListRoutes
from services.helpdesk.thread import AddToThread, EditOwn
from services.helpdesk.withdraw import WithdrawAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpdeskTools:
    """What who asks can do, and what the team that answers can do."""

    ask: AskOrganizers
    add: AddToThread
    join: JoinAlbum
    edit_own: EditOwn
    close: CloseOwn
    reopen: ReopenOwn
    rate: RateOwn
    list_own: ListOwnTickets
    own: GetOwnTicket
    routes: ListRoutes
    find_routes: FindRoutes
    route: GetRoute
    keep: KeepMessage
    by_message: FindByMessage
    by_number: FindByNumber
    copy: GetAnswerCopy
    queue: ListQueue
    waiting: WaitingTickets
    look: LookTicket
    answer: AnswerTicket
    edit: EditAnswer
    withdraw: WithdrawAnswer
    take: TakeTicket
    colleagues: ListColleagues
    hand: HandToColleague
    move: HandToAgency
    close_by_team: CloseByTeam
    block: BlockAsker
    unblock: UnblockAsker
    list_ready: ListReady
    get_ready: GetReady
    add_ready: AddReady
    remove_ready: RemoveReady
    use_ready: UseReady


def build(parts: Parts) -> HelpdeskTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return HelpdeskTools(
        ask=AskOrganizers(database=database, now=now),
        add=AddToThread(database=database, now=now),
        join=JoinAlbum(database=database, now=now, admin_ids=admins),
        edit_own=EditOwn(database=database, now=now),
        close=CloseOwn(database=database, now=now),
        reopen=ReopenOwn(database=database, now=now),
        rate=RateOwn(database=database, now=now),
        list_own=ListOwnTickets(database=database),
        own=GetOwnTicket(database=database),
        routes=ListRoutes(database=database),
        find_routes=FindRoutes(database=database),
        route=GetRoute(database=database),
        keep=KeepMessage(database=database),
        by_message=FindByMessage(database=database),
        by_number=FindByNumber(database=database, admin_ids=admins),
        copy=GetAnswerCopy(database=database),
        queue=ListQueue(database=database, admin_ids=admins),
        waiting=WaitingTickets(database=database, admin_ids=admins),
        look=LookTicket(database=database, vault=parts.vault, admin_ids=admins),
        answer=AnswerTicket(database=database, now=now, admin_ids=admins),
        edit=EditAnswer(database=database, now=now, admin_ids=admins),
        withdraw=WithdrawAnswer(database=database, now=now, admin_ids=admins),
        take=TakeTicket(database=database, now=now, admin_ids=admins),
        colleagues=ListColleagues(database=database, admin_ids=admins),
        hand=HandToColleague(database=database, now=now, admin_ids=admins),
        move=HandToAgency(database=database, now=now, admin_ids=admins),
        close_by_team=CloseByTeam(database=database, now=now, admin_ids=admins),
        block=BlockAsker(database=database, now=now, admin_ids=admins),
        unblock=UnblockAsker(database=database, now=now, admin_ids=admins),
        list_ready=ListReady(database=database, admin_ids=admins),
        get_ready=GetReady(database=database, admin_ids=admins),
        add_ready=AddReady(database=database, now=now, admin_ids=admins),
        remove_ready=RemoveReady(database=database, now=now, admin_ids=admins),
        use_ready=UseReady(database=database, now=now, admin_ids=admins),
    )
