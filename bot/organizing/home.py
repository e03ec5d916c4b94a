"""/kelola: what waits, and the rooms that a role opens. Pure: counts and grants in, screens out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.filters.callback_data import CallbackData

from bot.callbacks import Kelola, KelolaMore
from bot.callbacks_announcing import Announcing, ReviewRequest
from bot.callbacks_batches import Batches
from bot.callbacks_deliveries import SeeParked
from bot.callbacks_desk import OpenDesk
from bot.callbacks_faq import Faqs, ReviewFaq
from bot.callbacks_files import Files
from bot.callbacks_helpdesk import NextQuestion, Questions
from bot.callbacks_knowledge import Tend
from bot.callbacks_nomination import Nominations
from bot.callbacks_planning import PlanRoom, Review, ShowMerge
from bot.callbacks_recommendation import ShowRecommendation
from bot.callbacks_reminders import Outlooks
from bot.callbacks_team import OpenTeam
from bot.callbacks_verification import ShowVerification
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Voice
from services.access import Grant, reach


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a decision: `kelola-<key>` says what, `button-check-<key>` opens the first."""

    key: str
    count: int


FIRST: dict[str, CallbackData] = {
    "recommendations": ShowRecommendation(),
    "verifications": ShowVerification(),
    "drafts": Review(),
    "merges": ShowMerge(),
    "nominations": Nominations(),
    "announcements": ReviewRequest(),
    "faqs": ReviewFaq(),
    "overdue": NextQuestion(),
    "questions": NextQuestion(),
}
"""What opens the first of those that wait."""


@dataclass(frozen=True, slots=True)
class Room:
    """A room of an organizer's work: `button-<key>` opens it for whom the action is allowed somewhere."""

    key: str
    action: str
    opens: CallbackData


ROOMS: tuple[Room, ...] = (
    Room("batches", "batch.edit", Batches()),
    Room("planning", "planning.open", PlanRoom()),
    Room("announcing", "broadcast.write", Announcing()),
    Room("questions", "ticket.answer", Questions()),
    Room("files", "files.upload", Files()),
    Room("nominations", "nomination.rank", Nominations()),
    Room("outlook", "reminders.hold", Outlooks()),
    Room("team", "team.view", OpenTeam()),
    Room("desk", "desk.edit", OpenDesk()),
    Room("parked", "deliveries.tend", SeeParked()),
    Room("faq", "faq.write", Faqs()),
    Room("tend", "knowledge.tend", Tend()),
)
"""In the order of their buttons, two to a row; the ones most used come first."""

BUTTONS = 8
"""So many a phone shows without a search."""


def home(voice: Voice, grants: Sequence[Grant], waiting: Sequence[Waiting]) -> Screen:
    """What waits for the organizer first, then the rooms; those that do not fit stand behind one button more."""
    waits = [one for one in waiting if one.count]
    # Where more kinds wait than fit, the least urgent ones get their buttons as the others are done.
    shown = waits[: BUTTONS - 2]
    checks: list[Row] = [[button(voice.plain(f"button-check-{one.key}"), FIRST[one.key])] for one in shown]
    rooms, space = _rooms(voice, grants), BUTTONS - len(checks) - 1
    if len(rooms) > space:
        rooms = [*rooms[: space - 1], button(voice.plain("button-more"), KelolaMore(seen=space - 1))]
    return Screen(_said(voice, waits), (*checks, *_in_twos(rooms), [go(voice, "menu", "button-menu-back")]))


def more(voice: Voice, grants: Sequence[Grant], seen: int = 0) -> Screen:
    """The rooms that were not seen yet, as many at a time as a phone shows."""
    rooms, space = _rooms(voice, grants), BUTTONS - 1
    seen = seen if 0 <= seen < len(rooms) else 0
    left = rooms[seen:]
    if len(left) > space:
        left = [*left[: space - 1], button(voice.plain("button-more"), KelolaMore(seen=seen + space - 1))]
    return Screen(voice.html("kelola-more"), (*_in_twos(left), back(voice)))


def _said(voice: Voice, waits: Sequence[Waiting]) -> str:
    if not waits:
        return voice.html("kelola-empty")
    said = (voice.plain(f"kelola-{one.key}", count=one.count) for one in waits)
    lines = (voice.html("kelola-line", number=str(number), what=what) for number, what in enumerate(said, 1))
    return voice.paragraphs(voice.html("kelola"), voice.lines(*lines))


def _rooms(voice: Voice, grants: Sequence[Grant]) -> Row:
    return [button(voice.plain(f"button-{room.key}"), room.opens) for room in ROOMS if reach(room.action, grants)]


def _in_twos(buttons: Row) -> list[Row]:
    return [buttons[at : at + 2] for at in range(0, len(buttons), 2)]


def back(voice: Voice) -> Row:
    """The row that leads home."""
    return [button(voice.plain("button-kelola-back"), Kelola())]
