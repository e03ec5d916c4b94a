"""The fixed screens: menu, more, help, privacy, consent, language, settings, zone. Pure: a visitor in, a screen out."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Agree, Browse, Go, Kelola, Place, SetLanguageTo, SetZoneTo
from bot.callbacks_enrolment import Mine
from bot.callbacks_habits import HabitsSet
from bot.callbacks_needs import Wishes
from bot.callbacks_practice import OpenQuiz
from bot.callbacks_privacy import AskToErase, ShowData
from bot.callbacks_reminders import RemindersSet
from bot.callbacks_rich import SetRichTo
from bot.helpdesk.buttons import ask_button, own_questions_button
from bot.screens import Row, Screen, button
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.zones import ZONES

GREETINGS = ((4, "morning"), (11, "noon"), (15, "afternoon"), (18, "night"))
LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "en": "English"}


@dataclass(frozen=True, slots=True)
class Urgent:
    """The nearest thing to do, in a sentence, and the button that does it."""

    text: Html
    button: InlineKeyboardButton


def go(voice: Voice, place: Place, key: str | None = None) -> InlineKeyboardButton:
    """A button to a place, labelled `button-<place>` unless another key is given."""
    return button(voice.plain(key or f"button-{place}"), Go(place=place))


def trainings(voice: Voice, key: str = "button-trainings") -> InlineKeyboardButton:
    """The button that opens the list of trainings."""
    return button(voice.plain(key), Browse())


def hello(voice: Voice) -> Screen:
    """The very first screen; the zone is unknown, so nobody is greeted by the clock."""
    return Screen(
        voice.html("hello"),
        (
            [go(voice, "consent", "button-read-then-start")],
            [_other_language(voice, "start")],
        ),
    )


def nip_elsewhere(visitor: Visitor, *, deleted: bool) -> Screen:
    """Where a NIP belongs, for who typed it among questions."""
    voice = visitor.voice
    known = visitor.person is not None and visitor.person.identity in {"verified", "waiting"}
    text = voice.paragraphs(
        voice.html("nip-known" if known else "nip-elsewhere"),
        voice.html("nip-taken-out" if deleted else "nip-not-deleted"),
    )
    first = [] if visitor.is_verified else [introduction(visitor)]
    return Screen(text, (first, [go(voice, "menu", "button-menu-back")]))


def consent(voice: Voice, returning_to: str | None = None) -> Screen:
    """What is kept, and the right to refuse."""
    text = voice.html("consent")
    if returning_to:
        text = voice.paragraphs(text, voice.html("consent-then-back", title=returning_to))
    return Screen(
        text,
        (
            [button(voice.plain("button-agree"), Agree(yes=True))],
            [go(voice, "details", "button-details"), button(voice.plain("button-disagree"), Agree(yes=False))],
        ),
    )


def not_agreed(voice: Voice) -> Screen:
    """Reading stays open to who did not agree."""
    rows = ([trainings(voice, "button-see-trainings")], [go(voice, "ask")], [go(voice, "consent")])
    return Screen(voice.html("consent-refused"), rows)


def details(visitor: Visitor) -> Screen:
    """The consent in detail; agreed people come from the privacy page and go back there."""
    voice = visitor.voice
    back = go(voice, "privacy", "button-back") if visitor.has_agreed else go(voice, "consent", "button-back")
    return Screen(voice.html("consent-details"), ([back],))


def privacy(visitor: Visitor, *, has_role: bool = False) -> Screen:
    """What is kept about this person, and the way to see and to erase it. A role is kept by the agency that gave it."""
    voice = visitor.voice
    see = [button(voice.plain("button-see-data"), ShowData())]
    rest: Row = [go(voice, "details", "button-details")]
    if visitor.has_agreed:
        key, rows = "agreed", (see, [*rest, button(voice.plain("button-erase-data"), AskToErase())])
    else:
        key, rows = (
            ("role", (see, [*rest, go(voice, "consent")])) if has_role else ("guest", ([go(voice, "consent")], rest))
        )
    return Screen(
        voice.paragraphs(voice.html("privacy"), voice.html(f"privacy-{key}")),
        (*rows, [go(voice, "menu", "button-menu-back")]),
    )


def menu(visitor: Visitor, hour: int, *, waiting: int = 0, urgent: Urgent | None = None) -> Screen:
    """The main menu. Nothing is hidden; what is locked says why. `waiting` is what an organizer has to do."""
    voice = visitor.voice
    rows: list[Row] = [[urgent.button]] if urgent else []
    if waiting:
        rows.append([button(voice.plain("button-kelola-waiting", count=waiting), Kelola())])
    if not visitor.is_verified:
        rows.append([introduction(visitor)])
    own = [button(voice.plain("button-mine"), Mine())] if visitor.has_agreed else []
    quiz = [button(voice.plain("button-quiz"), OpenQuiz())]
    rows += [[trainings(voice)], own, quiz, [go(voice, "ask"), ask_button(voice)], [go(voice, "more")]]
    text = voice.paragraphs(_greeting(visitor, hour), urgent.text if urgent else None, _state(visitor))
    return Screen(text, tuple(rows))


def more(visitor: Visitor, *, organizes: bool) -> Screen:
    """The rest of the menu."""
    voice = visitor.voice
    rows = [[button(voice.plain("button-kelola"), Kelola())]] if organizes else []
    rows += [
        [own_questions_button(voice), button(voice.plain("button-wishes"), Wishes())],
        [go(voice, "settings"), go(voice, "language")],
        [go(voice, "privacy"), go(voice, "help")],
        [go(voice, "menu", "button-menu-back")],
    ]
    return Screen(voice.html("more"), tuple(rows))


def help_(voice: Voice, *, organizes: bool = False) -> Screen:
    """What the bot does, and its commands; organizers have one more."""
    text = voice.lines(voice.html("help"), voice.html("help-organizer") if organizes else None)
    kelola = [button(voice.plain("button-kelola"), Kelola())] if organizes else []
    back = [go(voice, "menu", "button-menu-back")]
    return Screen(text, (kelola, [trainings(voice)], [go(voice, "ask")], [ask_button(voice)], back))


def language(voice: Voice) -> Screen:
    """Choosing a language; the question is asked in both."""
    rows = [
        [button(switch(code == voice.language, name), SetLanguageTo(language=code))]
        for code, name in LANGUAGE_NAMES.items()
    ]
    return Screen(voice.html("language"), (*rows, [go(voice, "menu", "button-menu-back")]))


def settings(visitor: Visitor) -> Screen:
    """Language, time zone, and how articles look."""
    voice = visitor.voice
    zone = voice.plain(f"zone-{voice.zone}")
    text = voice.html("settings", language=LANGUAGE_NAMES[voice.language], zone=zone)
    rich = visitor.person is not None and bool(visitor.person.rich_articles)
    return Screen(
        voice.paragraphs(text, voice.html("settings-rich" if visitor.has_agreed else "settings-guest")),
        (
            [go(voice, "zone", "button-change-zone")],
            [go(voice, "language")],
            [button(switch(rich, voice.plain("button-rich")), SetRichTo(on=not rich))],
            [button(voice.plain("button-reminders-set"), RemindersSet())] if visitor.has_agreed else [],
            [button(voice.plain("button-quiz-daily"), HabitsSet())] if visitor.has_agreed else [],
            [go(voice, "menu", "button-menu-back")],
        ),
    )


def zone(visitor: Visitor) -> Screen:
    """Choosing a time zone."""
    voice = visitor.voice
    if not visitor.has_agreed:
        return Screen(voice.html("zone-guest"), ([go(voice, "consent")], [go(voice, "settings", "button-back")]))
    rows = [[button(switch(name == voice.zone, voice.plain(f"zone-{name}")), SetZoneTo(zone=name))] for name in ZONES]
    return Screen(voice.html("zone"), (*rows, [go(voice, "settings", "button-back")]))


def _other_language(voice: Voice, then: str) -> InlineKeyboardButton:
    other = "en" if voice.language == "id" else "id"
    return button(LANGUAGE_NAMES[other], SetLanguageTo(language=other, then=then))  # type: ignore[arg-type]


def switch(on: bool, label: str) -> str:
    """A label that says whether its choice is on."""
    return f"{'✅' if on else '⬜'} {label}"


def introduction(visitor: Visitor) -> InlineKeyboardButton:
    """The button that begins, continues or shows the introduction, whichever is next for the visitor."""
    voice = visitor.voice
    if not visitor.has_agreed:
        return go(voice, "consent", "button-introduce")
    waiting = visitor.person is not None and visitor.person.identity == "waiting"
    return go(voice, "onboarding", "button-see-request" if waiting else "button-continue-introduction")


def _greeting(visitor: Visitor, hour: int) -> str:
    voice = visitor.voice
    if not voice.zone_is_own:
        return voice.html("greeting-hello")
    part = next((name for start, name in reversed(GREETINGS) if hour >= start), "night")
    name = visitor.name if visitor.is_verified else None
    return voice.html(f"greeting-{part}-name", name=name) if name else voice.html(f"greeting-{part}")


def _state(visitor: Visitor) -> str:
    voice = visitor.voice
    if visitor.is_verified:
        return voice.html("menu-choose")
    waiting = visitor.person is not None and visitor.person.identity == "waiting"
    return voice.html("menu-waiting" if waiting else "menu-unverified")
