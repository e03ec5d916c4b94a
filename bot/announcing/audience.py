"""Who gets an announcement: the filters with a live count, and what each can be narrowed to. Pure."""

from __future__ import annotations

from typing import cast

from aiogram.types import InlineKeyboardButton

from bot.announcing.phrases import audience_told, value_told
from bot.announcing.screens import to_draft, turns
from bot.browse.phrases import clipped
from bot.callbacks_announcing import (
    ClearFilters,
    FieldName,
    FindByName,
    NamedField,
    OnlyReachable,
    Preview,
    ShowAudience,
    ShowChoices,
    Switch,
)
from bot.places import switch
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.broadcasts.audience import NUMBERED, Choice, ChoicesPage
from services.broadcasts.look import DraftView
from storage.repositories.broadcasts import Counted

FIRST: tuple[FieldName, ...] = ("provinces", "trainings", "states", "batches")
MORE: tuple[FieldName, ...] = ("competencies", "agencies", "roles")
LABEL, TITLE_SHOWN = 20, 60


def audience(voice: Voice, view: DraftView, counted: Counted, *, more: bool = False) -> Screen:
    """The filters that are set, whom they mean now, and the ways to change them."""
    number = view.id
    text = voice.paragraphs(
        voice.html("announce-audience", audience=audience_told(voice, view.message)),
        voice.lines(
            voice.html("announce-now", count=counted.reachable, number=voice.number(counted.reachable)),
            voice.html("announce-away", count=counted.unreachable, number=voice.number(counted.unreachable))
            if counted.unreachable
            else None,
            voice.html("announce-general") if view.message.general else None,
        ),
    )
    fields = [_field(voice, number, field) for field in (MORE if more else FIRST)]
    if more:
        only = view.message.audience.reachable_only
        reach = button(
            switch(only, voice.plain("announce-reachable-switch")), OnlyReachable(broadcast=number, only=not only)
        )
        to_first = [button(voice.plain("button-back"), ShowAudience(broadcast=number))]
        return Screen(text, (fields[:2], fields[2:], [reach], to_first))
    clear = button(voice.plain("button-announce-clear"), ClearFilters(broadcast=number))
    others = button(voice.plain("button-announce-more"), ShowAudience(broadcast=number, more=True))
    look = [button(voice.plain("button-announce-preview"), Preview(broadcast=number))]
    return Screen(text, (look, fields[:2], fields[2:], [others, clear], to_draft(voice, number)))


def choices(voice: Voice, view: DraftView, counted: Counted, found: ChoicesPage) -> Screen:
    """The values of a filter to switch; long names stand in the text, their numbers on the buttons."""
    field = cast(FieldName, found.field)
    numbered = field in NUMBERED
    rows: list[Row] = []
    lines = []
    for at, one in enumerate(found.items, 1):
        name = choice_told(voice, field, one)
        if numbered:
            lines.append(voice.html("announce-line", number=str(at), what=name))
        data = Switch(broadcast=view.id, field=field, value=one.value, on=not one.chosen, page=found.page)
        rows.append([button(switch(one.chosen, str(at) if numbered else clipped(name, LABEL)), data)])
    if numbered:
        rows = [[one for row in rows for one in row]]
    text = voice.paragraphs(
        voice.html(f"announce-ask-{field}" if found.items else "announce-no-choice"),
        voice.lines(*lines),
        means_now(voice, view, counted),
    )
    turning = turns(voice, found.page, found.pages, lambda page: ShowChoices(broadcast=view.id, field=field, page=page))
    done = [button(voice.plain("button-announce-chosen"), ShowAudience(broadcast=view.id))]
    find: Row = []
    if numbered and found.pages > 1:
        by_name = FindByName(broadcast=view.id, field=cast(NamedField, field))
        find = [button(voice.plain("button-find-by-name"), by_name)]
    return Screen(text, (*rows, turning, find, done))


def means_now(voice: Voice, view: DraftView, counted: Counted) -> Html:
    """The filters, and how many people they mean now."""
    return voice.lines(
        voice.html("announce-audience", audience=audience_told(voice, view.message)),
        voice.html("announce-now", count=counted.reachable, number=voice.number(counted.reachable)),
    )


def choice_told(voice: Voice, field: str, one: Choice) -> str:
    """What can be chosen, by its name."""
    if one.number is not None:
        return voice.plain("announce-batch", title=clipped(one.name, TITLE_SHOWN), number=one.number)
    return clipped(one.name, TITLE_SHOWN) if one.name else value_told(voice, field, one.value)


def _field(voice: Voice, number: int, field: FieldName) -> InlineKeyboardButton:
    return button(voice.plain(f"button-announce-{field}"), ShowChoices(broadcast=number, field=field))
