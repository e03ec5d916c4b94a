"""[Tim] in /kelola: who holds which role, and role links. The use cases ask at every press who may."""

from __future__ import annotations

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.callbacks_team import (
    AskToRevoke,
    AskToTakeBack,
    ChooseAgencyFor,
    ChooseRole,
    MakeRoleLink,
    OpenTeam,
    Revoke,
    ShowMember,
    ShowMembers,
    ShowRoleLink,
    ShowRoleLinks,
    TakeBackLink,
)
from bot.chats import in_private
from bot.dialogs.find_agency import ask_for_agency
from bot.handlers.browse import username_of
from bot.organizing import role_links, team
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.access import SECRETARIAT, reach


async def show_team(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Tim]: how many there are."""
    found = await tools.team.get(actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, team.overview(visitor.voice, found))


async def show_members(event: CallbackQuery, callback_data: ShowMembers, visitor: Visitor, tools: Tools) -> None:
    """A page of those who hold a role."""
    who, page = visitor.telegram_id, callback_data.page
    found = await tools.team.members(actor_telegram_id=who, page=page, size=team.PAGE_SIZE)
    await tools.stage.show(event, team.members(visitor.voice, found))


async def show_member(event: CallbackQuery, callback_data: ShowMember, visitor: Visitor, tools: Tools) -> None:
    """One of them."""
    view = await tools.team.member(role_id=callback_data.role, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, team.member(visitor.voice, view, callback_data.page))


async def ask_to_revoke(event: CallbackQuery, callback_data: AskToRevoke, visitor: Visitor, tools: Tools) -> None:
    """[Cabut peran]: what it means; who only sees the team is shown the role again."""
    view = await tools.team.member(role_id=callback_data.role, actor_telegram_id=visitor.telegram_id)
    screen = team.ask_to_revoke(visitor.voice, view) if view.may_revoke else team.member(visitor.voice, view, 1)
    await tools.stage.show(event, screen)


async def revoke(event: CallbackQuery, callback_data: Revoke, visitor: Visitor, tools: Tools) -> None:
    """The destructive button."""
    lost = await tools.team.revoke(role_id=callback_data.role, actor_telegram_id=visitor.telegram_id)
    grants = await tools.people.grants(telegram_id=visitor.telegram_id)
    screen = team.revoked(visitor.voice, lost, sees_team=bool(reach("team.view", grants)))
    await tools.stage.show(event, screen)


async def show_links(event: CallbackQuery, callback_data: ShowRoleLinks, visitor: Visitor, tools: Tools) -> None:
    """A page of the role links that are open."""
    await _show_links(event, callback_data.page, visitor, tools)


async def show_link(event: CallbackQuery, callback_data: ShowRoleLink, visitor: Visitor, tools: Tools) -> None:
    """One of them."""
    one, may = await tools.team.link(invitation_id=callback_data.link, actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, team.link(visitor.voice, one, tools.now(), may_take_back=may))


async def ask_to_take_back(event: CallbackQuery, callback_data: AskToTakeBack, visitor: Visitor, tools: Tools) -> None:
    """[Batalkan tautan]: what it means; who only sees the team is shown the link again."""
    one, may = await tools.team.link(invitation_id=callback_data.link, actor_telegram_id=visitor.telegram_id)
    voice = visitor.voice
    screen = team.ask_to_take_back(voice, one) if may else team.link(voice, one, tools.now(), may_take_back=False)
    await tools.stage.show(event, screen)


async def take_back(event: CallbackQuery, callback_data: TakeBackLink, visitor: Visitor, tools: Tools) -> None:
    """The destructive button."""
    await tools.team.take_back(invitation_id=callback_data.link, actor_telegram_id=visitor.telegram_id)
    await event.answer(visitor.voice.plain("role-link-taken-back"))
    await _show_links(event, 1, visitor, tools)


async def choose_role(event: CallbackQuery, visitor: Visitor, tools: Tools) -> None:
    """[Tambah rekan]: for which role."""
    choices = await tools.team.choices(actor_telegram_id=visitor.telegram_id)
    await tools.stage.show(event, role_links.choose_role(visitor.voice, choices))


async def choose_agency(
    event: CallbackQuery,
    callback_data: ChooseAgencyFor,
    visitor: Visitor,
    tools: Tools,
    bot: Bot,
    dialog_manager: DialogManager,
) -> None:
    """For which agency, where there is a choice: from a few, or by a part of its name."""
    role = callback_data.role
    choices = await tools.team.choices(actor_telegram_id=visitor.telegram_id, role=role)
    for_all = choices.everywhere and role == SECRETARIAT
    if len(choices.agencies) == 1 and not for_all:
        await _make(event, MakeRoleLink(role=role, agency=choices.agencies[0].id), visitor, tools, bot)
    elif choices.agencies or for_all:
        await tools.stage.show(event, role_links.choose_agency(visitor.voice, role, choices.agencies, for_all=for_all))
    else:
        await ask_for_agency(dialog_manager, role)


async def make(event: CallbackQuery, callback_data: MakeRoleLink, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """A link for this role and agency."""
    await _make(event, callback_data, visitor, tools, bot)


async def _make(event: CallbackQuery, asked: MakeRoleLink, visitor: Visitor, tools: Tools, bot: Bot) -> None:
    """The message to pass on, and what to do with it below."""
    voice = visitor.voice
    made = await tools.team.invite(
        actor_telegram_id=visitor.telegram_id, role=asked.role, agency_id=asked.agency or None
    )
    username = await username_of(bot)
    await tools.stage.add(event, role_links.to_pass_on(voice, made, username))
    await tools.stage.show(event, role_links.made(voice, made, username))


async def _show_links(event: CallbackQuery, page: int, visitor: Visitor, tools: Tools) -> None:
    found = await tools.team.links(actor_telegram_id=visitor.telegram_id, page=page, size=team.PAGE_SIZE)
    await tools.stage.show(event, team.links(visitor.voice, found, tools.now()))


def setup() -> Router:
    """The buttons behind [Tim] in /kelola; in private chats only."""
    router = Router(name=__name__)
    router.callback_query.filter(in_private)
    router.callback_query.register(show_team, OpenTeam.filter())
    router.callback_query.register(show_members, ShowMembers.filter())
    router.callback_query.register(show_member, ShowMember.filter())
    router.callback_query.register(ask_to_revoke, AskToRevoke.filter())
    router.callback_query.register(revoke, Revoke.filter())
    router.callback_query.register(show_links, ShowRoleLinks.filter())
    router.callback_query.register(show_link, ShowRoleLink.filter())
    router.callback_query.register(ask_to_take_back, AskToTakeBack.filter())
    router.callback_query.register(take_back, TakeBackLink.filter())
    router.callback_query.register(choose_role, ChooseRole.filter())
    router.callback_query.register(choose_agency, ChooseAgencyFor.filter())
    router.callback_query.register(make, MakeRoleLink.filter())
    return router
