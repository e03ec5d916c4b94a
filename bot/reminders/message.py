"""How a reminder reads: one thing with its buttons, or several in one message. Pure: views in, a screen out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.callbacks import Card
from bot.callbacks_enrolment import AskToLeave, ShowEnrolment, ShowOffer
from bot.callbacks_recommendation import UploadLetter
from bot.callbacks_reminders import RemindAgain, SayIAmComing, WatchBatch
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.reminders import Kind, ReminderView

TOGETHER = 5
"""So many things fit on a phone in one message; the rest is in the agenda."""
TOMORROW = timedelta(days=1)


def message(voice: Voice, views: Sequence[ReminderView], first: int, now: datetime) -> Screen:
    """What is to be said now, at least one thing; `first` is the reminder that names the message."""
    again = _again(voice, views, first, now)
    return _one(voice, views[0], again) if len(views) == 1 else _several(voice, views, again)


def told(voice: Voice, view: ReminderView) -> Html:
    """The sentence of one thing."""
    return voice.html(f"remind-{view.kind}", title=view.title, moment=voice.moment(view.base_at))


def acts(view: ReminderView) -> list[tuple[str, CallbackData]]:
    """What can be done about it, the main thing first: the key of the label, and what the button carries."""
    match view.kind:
        case Kind.START:
            leave = ("button-remind-leave", AskToLeave(enrolment=view.about))
            see = ("button-see-enrolment", ShowEnrolment(enrolment=view.about))
            return [("button-coming", SayIAmComing(enrolment=view.about)), see if view.offset == "1h" else leave]
        case Kind.LETTER:
            return [("button-upload-letter", UploadLetter(enrolment=view.about))]
        case Kind.OFFER:
            return [("button-answer-offer", ShowOffer(offer=view.about))]
        case Kind.OPENING | Kind.CLOSING:
            stop = ("button-unwatch", WatchBatch(batch=view.batch_id, on=False))
            return [("button-see-training", Card(batch=view.batch_id)), stop]


def _one(voice: Voice, view: ReminderView, again: Row) -> Screen:
    access = voice.html("remind-access", access=view.access) if view.access else None
    first, *rest = [button(voice.plain(key), data) for key, data in acts(view)]
    text = voice.html("remind-one", what=told(voice, view))
    return Screen(voice.paragraphs(text, access), ([first], rest, again))


def _several(voice: Voice, views: Sequence[ReminderView], again: Row) -> Screen:
    shown = views[:TOGETHER]
    lines = [
        voice.html("remind-line", number=str(number), what=told(voice, view)) for number, view in enumerate(shown, 1)
    ]
    more = voice.html("remind-more", count=len(views) - len(shown)) if len(views) > len(shown) else None
    text = voice.paragraphs(voice.html("remind-several", count=len(views)), voice.lines(*lines, more))
    main: Row = [_numbered(voice, number, view) for number, view in enumerate(shown, 1)]
    return Screen(text, (*([one] for one in main), again))


def _numbered(voice: Voice, number: int, view: ReminderView) -> InlineKeyboardButton:
    key, data = acts(view)[0]
    return button(voice.plain("remind-numbered", number=str(number), label=voice.plain(key)), data)


def _again(voice: Voice, views: Sequence[ReminderView], first: int, now: datetime) -> Row:
    """Not offered where everything is over by then."""
    if all(view.base_at <= now + TOMORROW for view in views):
        return []
    return [button(voice.plain("button-remind-again"), RemindAgain(first=first))]
