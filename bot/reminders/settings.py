"""Which reminders come, in which hours, and what lies ahead. Pure: a visitor and values in, screens out."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import Card
from bot.callbacks_enrolment import Mine, ShowEnrolment, ShowOffer
from bot.callbacks_reminders import Agenda, ChooseQuiet, QuietSet, RemindersSet, SaveAgenda, SwitchGroup
from bot.places import go, switch
from bot.screens import Row, Screen, button, in_rows
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.outbox.quiet import CHOICES, USUAL
from services.reminders import Group
from storage.repositories.reminders import Entry

SHOWN = 8


def switches(visitor: Visitor) -> Screen:
    """Each kind that may be switched off; what one must not miss always comes."""
    voice, muted = visitor.voice, visitor.person.muted if visitor.person else frozenset()
    buttons = [
        button(
            switch(group not in muted, voice.plain(f"group-{group}")),
            SwitchGroup(group=group.value, muted=group not in muted),
        )
        for group in Group
    ]
    quiet = [button(voice.plain("button-quiet"), QuietSet())]
    return Screen(voice.html("reminders-set"), (*in_rows(buttons, 1), quiet, [go(voice, "settings", "button-back")]))


def quiet(visitor: Visitor) -> Screen:
    """The hours in which nothing comes that can wait."""
    voice = visitor.voice
    chosen = (visitor.person.quiet if visitor.person else None) or USUAL
    buttons = [
        button(
            switch(name == chosen, voice.plain(f"quiet-{name}")),
            ChooseQuiet(quiet=name),
        )
        for name in CHOICES
    ]
    kept = CHOICES.get(chosen) is not None
    text = (
        voice.html("quiet-set", hours=voice.plain(f"quiet-{chosen}"), zone=voice.zone)
        if kept
        else voice.html("quiet-never")
    )
    back = [button(voice.plain("button-back"), RemindersSet())]
    return Screen(text, (*in_rows(buttons, 2), [go(voice, "zone", "button-change-zone")], back))


def agenda(voice: Voice, entries: Sequence[Entry]) -> Screen:
    """The next 30 days, the nearest first; the number opens what it is about."""
    back = [button(voice.plain("button-back-to-mine"), Mine())]
    if not entries:
        return Screen(voice.html("agenda-empty"), (back,))
    shown = entries[:SHOWN]
    lines = [_line(voice, number, entry) for number, entry in enumerate(shown, 1)]
    more = voice.html("agenda-more", count=len(entries) - len(shown)) if len(entries) > len(shown) else None
    numbers: Row = [_open(number, entry) for number, entry in enumerate(shown[: SHOWN - 1], 1)]
    save = [button(voice.plain("button-calendar"), SaveAgenda())]
    return Screen(voice.paragraphs(voice.html("agenda"), voice.lines(*lines, more)), (numbers, save, back))


def below_file(voice: Voice) -> InlineKeyboardMarkup | None:
    """The way back, under the calendar file."""
    back = button(voice.plain("button-agenda"), Agenda())
    return Screen("", ([back], [go(voice, "menu", "button-menu")])).keyboard


def _line(voice: Voice, number: int, entry: Entry) -> Html:
    local = voice.local(entry.base_at)
    when = voice.plain(
        "agenda-when", date=voice.date(local.date(), year=False), hour=f"{local:%H}", minute=f"{local:%M}"
    )
    return voice.html(f"agenda-{entry.kind}", number=str(number), when=when, title=entry.title)


def _open(number: int, entry: Entry) -> InlineKeyboardButton:
    match entry.kind:
        case "start" | "letter":
            return button(str(number), ShowEnrolment(enrolment=entry.about))
        case "offer":
            return button(str(number), ShowOffer(offer=entry.about))
    return button(str(number), Card(batch=entry.batch_id))
