"""An agency's desk: its working time and its group."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.helpdesk.groups import FindGroup, LinkGroup, ListLinkable, MoveGroup, SeeGroup
from services.helpdesk.settings import GetDesk, ListDesks, SetDesk


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
        move=MoveGroup(database=database),
    )
