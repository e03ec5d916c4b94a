"""An agency's desk: its working time and its group."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.helpdesk.alarms import CheckAlarm
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
from services.helpdesk.reopen import ReopenByTeam
from services.helpdesk.settings import GetDesk, GetOfficeHours, ListDesks, SetDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTools:
    """An agency's desk: its working time and its group."""

    list: ListDesks
    get: GetDesk
    hours: GetOfficeHours
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


def build(parts: Parts) -> DeskTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return DeskTools(
        list=ListDesks(database=database, admin_ids=admins),
        get=GetDesk(database=database, admin_ids=admins),
        hours=GetOfficeHours(database=database),
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
    )
