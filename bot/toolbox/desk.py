"""An agency's desk: its working time and its group."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.helpdesk.alarms import CheckAlarm
from services.helpdesk.answer import AnswerTicket
from services.helpdesk.close import CloseByTeam
from services.helpdesk.edit import EditAnswer
from services.helpdesk.group_view import FindInGroup, ViewInGroup
from services.helpdesk.groups import (
    FindGroup,
    LinkGroup,
    ListLinkable,
    LoseGroup,
    MoveGroup,
    SeeGroup,
    UnlinkGroup,
)
from services.helpdesk.hold import HandToColleague, ListColleagues, TakeTicket
from services.helpdesk.look import LookTicket
from services.helpdesk.ready import ListReady, UseReady
from services.helpdesk.reopen import ReopenByTeam
from services.helpdesk.settings import GetDesk, ListDesks, SetDesk
from services.helpdesk.withdraw import WithdrawAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTools:
    """An agency's desk: its working time and its group."""

    list: ListDesks
    get: GetDesk
    set: SetDesk
    of_group: FindGroup
    linkable: ListLinkable
    link: LinkGroup
    see: SeeGroup
    move: MoveGroup
    lose: LoseGroup
    unlink: UnlinkGroup
    view: ViewInGroup
    find: FindInGroup
    reopen: ReopenByTeam
    alarm: CheckAlarm
    look: LookTicket
    answer: AnswerTicket
    edit: EditAnswer
    withdraw: WithdrawAnswer
    take: TakeTicket
    colleagues: ListColleagues
    hand: HandToColleague
    close: CloseByTeam
    list_ready: ListReady
    use_ready: UseReady


def build(parts: Parts) -> DeskTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return DeskTools(
        list=ListDesks(database=database, admin_ids=admins),
        get=GetDesk(database=database, admin_ids=admins),
        set=SetDesk(database=database, now=now, admin_ids=admins),
        of_group=FindGroup(database=database),
        linkable=ListLinkable(database=database),
        link=LinkGroup(database=database, now=now),
        see=SeeGroup(database=database, now=now),
        move=MoveGroup(database=database, now=now),
        lose=LoseGroup(database=database, now=now),
        unlink=UnlinkGroup(database=database, now=now, admin_ids=admins),
        view=ViewInGroup(database=database, vault=parts.vault),
        find=FindInGroup(database=database),
        reopen=ReopenByTeam(database=database, now=now, admin_ids=admins),
        alarm=CheckAlarm(database=database),
        look=LookTicket(database=database, vault=parts.vault, admin_ids=admins),
        answer=AnswerTicket(database=database, now=now, admin_ids=admins),
        edit=EditAnswer(database=database, now=now, admin_ids=admins),
        withdraw=WithdrawAnswer(database=database, now=now, admin_ids=admins),
        take=TakeTicket(database=database, now=now, admin_ids=admins),
        colleagues=ListColleagues(database=database, admin_ids=admins),
        hand=HandToColleague(database=database, now=now, admin_ids=admins),
        close=CloseByTeam(database=database, now=now, admin_ids=admins),
        list_ready=ListReady(database=database, admin_ids=admins),
        use_ready=UseReady(database=database, now=now, admin_ids=admins),
    )
