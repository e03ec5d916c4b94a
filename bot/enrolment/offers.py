"""An offered seat: to take, to swap for, to decline; and what to say when it is over. Pure."""

from __future__ import annotations

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Card
from bot.callbacks_browse import Alike
from bot.callbacks_enrolment import Accept, AskToDecline, AskToEnrol, Decline, Mine, ShowEnrolment, ShowOffer
from bot.enrolment.phrases import days_told
from bot.enrolment.standing import offered
from bot.places import go
from bot.screens import Screen, button
from bot.words import Html, Voice
from services.enrolment import EnrolmentView
from services.enrolment.mine import Offer
from services.errors import Refusal


def offer(voice: Voice, view: EnrolmentView, offer: Offer, now: datetime) -> Screen:
    """What is offered, until when, and the two answers."""
    card = button(voice.plain("button-see-training"), Card(batch=offer.batch_id))
    return Screen(
        offered(voice, view, offer.deadline_at, now),
        (
            [button(voice.plain("button-accept"), Accept(offer=offer.id))],
            [button(voice.plain("button-decline"), AskToDecline(offer=offer.id)), card],
        ),
    )


def ask_to_decline(voice: Voice, view: EnrolmentView, offer: Offer) -> Screen:
    """What declining means; the way back is the first button."""
    text = voice.html("decline-ask", title=view.line.title, days=days_told(voice, view.line))
    return Screen(
        text,
        (
            [button(voice.plain("button-back-to-offer"), ShowOffer(offer=offer.id))],
            [button(voice.plain("button-decline-seat"), Decline(offer=offer.id))],
        ),
    )


def declined(voice: Voice, view: EnrolmentView) -> Screen:
    """It is passed on; a second press says the same."""
    return Screen(
        voice.html("declined", title=view.line.title),
        ([button(voice.plain("button-find-alike"), Alike(batch=view.line.batch_id))], [_mine(voice), _menu(voice)]),
    )


def lapsed(voice: Voice, offer: Offer, title: str, *, may_enrol: bool, place: int | None) -> Screen:
    """Too late: it went to the next in line, and how to come back."""
    text = voice.lines(
        voice.html("offer-lapsed", title=title, moment=voice.moment(offer.deadline_at)),
        _again(voice, place) if may_enrol else None,
    )
    key = "button-join-line" if place else "button-enrol-again"
    again = [button(voice.plain(key), AskToEnrol(batch=offer.batch_id))] if may_enrol else []
    alike = button(voice.plain("button-find-alike"), Alike(batch=offer.batch_id))
    return Screen(text, (again, [alike], [_mine(voice), _menu(voice)]))


def _again(voice: Voice, place: int | None) -> Html:
    """The place that one would have in line now; none where a seat is free again."""
    return voice.html("offer-lapsed-again", place=str(place)) if place else voice.html("offer-lapsed-free")


def overlapping(voice: Voice, offer: Offer, refusal: Refusal) -> Screen:
    """Another sure seat is at the same time: one may swap, and the offer stays meanwhile."""
    values = refusal.values
    text = voice.lines(
        voice.html(
            "offer-overlap", other=values["other"], days=voice.span(values["other_starts"], values["other_ends"])
        ),
        voice.html("offer-overlap-swap", title=values["title"], other=values["other"]),
        voice.html("offer-overlap-held", moment=voice.moment(offer.deadline_at)),
    )
    return Screen(
        text,
        (
            [button(voice.plain("button-back-to-offer"), ShowOffer(offer=offer.id))],
            [button(voice.plain("button-swap"), Accept(offer=offer.id, swap=True))],
            [button(voice.plain("button-see-my-seat"), ShowEnrolment(enrolment=values["other_enrolment"]))],
        ),
    )


def swap_too_late(voice: Voice, offer: Offer, refusal: Refusal) -> Screen:
    """The other seat can be given back no more."""
    values = refusal.values
    text = voice.html("offer-swap-too-late", other=values["other"], moment=voice.moment(values["until"]))
    decline = button(voice.plain("button-decline"), AskToDecline(offer=offer.id))
    return Screen(text, ([button(voice.plain("button-back-to-offer"), ShowOffer(offer=offer.id))], [decline]))


def over(voice: Voice, key: str = "refusal-offer-gone") -> Screen:
    """An old button of an offer that holds no more."""
    return Screen(voice.html(key), ([_mine(voice)], [_menu(voice)]))


def _mine(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-mine"), Mine())


def _menu(voice: Voice) -> InlineKeyboardButton:
    return go(voice, "menu", "button-menu")
