"""Screens together with what they need from the catalogue, for handlers and dialogs alike."""

from __future__ import annotations

from collections.abc import Mapping

from bot.browse import card, listing, sifting
from bot.browse.sought import filter_of
from bot.callbacks import Card, Sought
from bot.enrolment.opening import on_card
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.catalogue import Page
from services.enrolment import PoolFigures
from services.errors import Refusal


async def list_screen(sought: Sought, visitor: Visitor, tools: Tools) -> Screen:
    """The list under a filter, or what is nearest to it."""
    voice, province, wanted = visitor.voice, visitor.province, filter_of(sought, visitor.province)
    found = await tools.catalogue.list(filter=wanted, page=sought.page, size=listing.PAGE_SIZE)
    if found.items:
        own = await own_pools(found, visitor, tools)
        return listing.page(voice, found, sought, province, tools.now(), own)
    nearest = await tools.catalogue.nearest_month(filter=wanted)
    host = None
    if sought.host:
        host = sifting.host_name(await tools.catalogue.choices(province=province, open_only=False), sought.host)
    return listing.nothing(voice, sought, province, host, nearest)


async def own_pools(found: Page, visitor: Visitor, tools: Tools) -> Mapping[int, PoolFigures]:
    """The pools that somebody with an agency uses first, by batch; of others nothing is known."""
    if visitor.person is None or visitor.person.agency is None:
        return listing.NO_POOLS
    ids = [line.id for line in found.items if visitor.province or not line.seats.provinces]
    return await tools.enrolment.own_seats(batch_ids=ids, province=visitor.province)


async def found_screen(name: str, visitor: Visitor, tools: Tools) -> Screen:
    """What a name found; of all provinces, for the card says whom a training is for."""
    lines = await tools.catalogue.search(text=name, limit=listing.FOUND_SIZE)
    return listing.found_by_name(visitor.voice, name, lines, tools.now())


async def card_screen(asked: Card, visitor: Visitor, tools: Tools, username: str) -> Screen:
    """The card or its details; a kind word where the batch is gone."""
    try:
        batch = await tools.catalogue.card(batch_id=asked.batch)
    except Refusal:
        return card.gone(visitor.voice, asked)
    if asked.details:
        return card.details(visitor.voice, batch, asked, username)
    own = await on_card(batch, asked, visitor, tools)
    return card.card(visitor.voice, batch, asked, visitor.province, username, tools.now(), own)


async def shared_screen(batch_id: int, visitor: Visitor, tools: Tools, username: str) -> Screen:
    """The card of a shared training while one can still register, or will be able to."""
    try:
        batch = await tools.catalogue.card(batch_id=batch_id)
    except Refusal:
        return card.shared_gone(visitor.voice, batch_id)
    if batch.registration.closes_at <= tools.now():
        return card.shared_gone(visitor.voice, batch_id)
    new, own = not visitor.has_agreed, await on_card(batch, Sought(), visitor, tools)
    return card.shared(visitor.voice, batch, visitor.province, username, tools.now(), own, new=new)
