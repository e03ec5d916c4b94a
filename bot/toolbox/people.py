"""Who chats: consent, language, zone, how articles look, reachability."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.access import GetGrants
from services.people import (
    FindPerson,
    GiveConsent,
    MarkReachable,
    MarkUnreachable,
    SetLanguage,
    SetRichArticles,
    SetZone,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTools:
    """Who chats: consent, language, zone, how articles look, reachability."""

    find: FindPerson
    consent: GiveConsent
    set_language: SetLanguage
    set_zone: SetZone
    set_rich_articles: SetRichArticles
    reachable: MarkReachable
    unreachable: MarkUnreachable
    grants: GetGrants


def build(parts: Parts) -> PeopleTools:
    """Give each use case what it needs."""
    return PeopleTools(
        find=FindPerson(database=parts.database),
        consent=GiveConsent(database=parts.database, now=parts.now),
        set_language=SetLanguage(database=parts.database),
        set_zone=SetZone(database=parts.database),
        set_rich_articles=SetRichArticles(database=parts.database),
        reachable=MarkReachable(database=parts.database),
        unreachable=MarkUnreachable(database=parts.database, now=parts.now),
        grants=GetGrants(database=parts.database, admin_ids=parts.admins),
    )
