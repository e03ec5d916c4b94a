"""[Tim]: who holds which role, the role links that are open, taking either away. Pure: views in, screens out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from aiogram.filters.callback_data import CallbackData

from bot.browse.phrases import clipped, time_left
from bot.callbacks_team import (
    AskToRevoke,
    AskToTakeBack,
    ChooseRole,
    OpenTeam,
    Revoke,
    ShowMember,
    ShowMembers,
    ShowRoleLink,
    ShowRoleLinks,
    TakeBackLink,
)
from bot.organizing.home import back
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.invitations import Invitation, Member, MemberView, Page, Team

PAGE_SIZE = 5
SHORT_NAME = 28

Item = TypeVar("Item")


def overview(voice: Voice, team: Team) -> Screen:
    """How many there are; lists without anything in them are left out."""
    text = voice.paragraphs(
        voice.html("team"),
        voice.lines(voice.html("team-members", count=team.members), voice.html("team-links", count=team.links)),
    )
    see = [button(voice.plain("button-see-members"), ShowMembers())] if team.members else []
    links = [button(voice.plain("button-role-links"), ShowRoleLinks())] if team.links else []
    make = [button(voice.plain("button-make-role-link"), ChooseRole())] if team.may_invite else []
    return Screen(text, (make, see, links, back(voice)))


def members(voice: Voice, found: Page[Member]) -> Screen:
    """A page of those who hold a role."""

    def line(number: int, member: Member) -> Html:
        return voice.html("member-line", number=number, name=short(voice, member), **role_told(voice, member))

    title, empty = voice.html("members"), voice.html("members-none")
    return _listed(
        voice, title, empty, found, line, lambda one: ShowMember(role=one.id, page=found.page), _members_page
    )


def member(voice: Voice, view: MemberView, page: int) -> Screen:
    """One role that somebody holds."""
    one = view.member
    text = voice.paragraphs(
        voice.html("member", name=short(voice, one), since=voice.moment(one.granted_at), **role_told(voice, one)),
        voice.html("member-own") if view.is_own else None,
    )
    revoke = [button(voice.plain("button-revoke-role"), AskToRevoke(role=one.id))] if view.may_revoke else []
    return Screen(text, (revoke, [button(voice.plain("button-back-to-shelf"), ShowMembers(page=page))]))


def ask_to_revoke(voice: Voice, view: MemberView) -> Screen:
    """What taking the role away means; leaving it is the first button."""
    one = view.member
    key = "revoke-ask-own" if view.is_own else "revoke-ask"
    text = voice.html(key, name=short(voice, one), **role_told(voice, one))
    return Screen(
        text,
        (
            [button(voice.plain("button-keep-role"), ShowMember(role=one.id))],
            [button(voice.plain("button-revoke-role"), Revoke(role=one.id))],
        ),
    )


def revoked(voice: Voice, lost: Member, *, sees_team: bool) -> Screen:
    """It is done; who took the own role away may have no team to go back to."""
    text = voice.html("role-revoked", name=short(voice, lost), **role_told(voice, lost))
    return Screen(text, (team_back(voice) if sees_team else [go(voice, "menu", "button-menu-back")],))


def links(voice: Voice, found: Page[Invitation], now: datetime) -> Screen:
    """A page of the role links that are open."""

    def line(number: int, link: Invitation) -> Html:
        left = time_left(voice, link.expires_at - now)
        return voice.html("role-link-line", number=number, left=left, **link_told(voice, link))

    title, empty = voice.html("role-links"), voice.html("role-links-none")
    return _listed(voice, title, empty, found, line, lambda one: ShowRoleLink(link=one.id), _links_page)


def link(voice: Voice, one: Invitation, now: datetime, *, may_take_back: bool) -> Screen:
    """One role link: for what, by whom, until when."""
    left = time_left(voice, one.expires_at - now)
    text = voice.paragraphs(
        voice.html("role-link", **link_told(voice, one)),
        voice.lines(
            voice.html("role-link-made-by", by=maker(voice, one), moment=voice.moment(one.created_at)),
            voice.html("role-link-until", moment=voice.moment(one.expires_at), left=left),
        ),
    )
    take = [button(voice.plain("button-take-back-link"), AskToTakeBack(link=one.id))] if may_take_back else []
    return Screen(text, (take, [button(voice.plain("button-back-to-shelf"), ShowRoleLinks())]))


def ask_to_take_back(voice: Voice, one: Invitation) -> Screen:
    """What taking the link back means; leaving it open is the first button."""
    return Screen(
        voice.html("take-back-ask", **link_told(voice, one)),
        (
            [button(voice.plain("button-keep-link"), ShowRoleLink(link=one.id))],
            [button(voice.plain("button-take-back-link"), TakeBackLink(link=one.id))],
        ),
    )


def role_told(voice: Voice, held: Member) -> dict[str, str]:
    """A role and for whom it is, in words."""
    return told(voice, held.role, held.agency)


def link_told(voice: Voice, link: Invitation) -> dict[str, str]:
    """The same of a link."""
    return told(voice, link.role or "", link.agency)


def told(voice: Voice, role: str, agency: str | None) -> dict[str, str]:
    """A role and an agency (None: all of them) in words; a role that has none yet is shown as it is."""
    key = f"role-{role}"
    return {
        "role": voice.plain(key) if voice.has(key) else role,
        "agency": agency or voice.plain("role-for-all"),
    }


def short(voice: Voice, member: Member) -> str:
    """A name that leaves room on a line."""
    return clipped(member.name, SHORT_NAME) if member.name else voice.plain("member-unnamed")


def maker(voice: Voice, link: Invitation) -> str:
    """Who made a link; admins may have no name."""
    return clipped(link.inviter, SHORT_NAME) if link.inviter else voice.plain("role-link-keeper")


def _listed(
    voice: Voice,
    title: Html,
    empty: Html,
    found: Page[Item],
    line: Callable[[int, Item], Html],
    opens: Callable[[Item], CallbackData],
    turned: Callable[[int], CallbackData],
) -> Screen:
    if not found.items:
        return Screen(empty, (team_back(voice),))
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    lines = [line(number, one) for number, one in enumerate(found.items, 1)]
    numbers = [button(str(number), opens(one)) for number, one in enumerate(found.items, 1)]
    turns = [
        button(voice.plain(name), turned(to))
        for name, to in (("button-previous", found.page - 1), ("button-next", found.page + 1))
        if 1 <= to <= found.pages
    ]
    text = voice.paragraphs(voice.lines(title, page), voice.lines(*lines))
    return Screen(text, (numbers, turns, team_back(voice)))


def _members_page(page: int) -> CallbackData:
    return ShowMembers(page=page)


def _links_page(page: int) -> CallbackData:
    return ShowRoleLinks(page=page)


def team_back(voice: Voice) -> Row:
    """The row that leads to the team."""
    return [button(voice.plain("button-team-back"), OpenTeam())]
