"""Nomination: the batches that wait, and the order of an agency's applicants, set by tapping. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.browse.phrases import safe
from bot.callbacks_nomination import ClearRanks, Nominate, Nominations, RankNext, RankPage, SaveRanks
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.enrolment import Group, NominationView, Nominee

PAGE_SIZE = 4
MOST_GROUPS = 6


def groups(voice: Voice, waiting: Sequence[Group]) -> Screen:
    """The batches whose applicants may be ranked, the nearest deadline first."""
    if not waiting:
        return Screen(voice.html("nominations-none"), (back(voice),))
    shown = waiting[:MOST_GROUPS]
    lines = (
        voice.html(
            "nominations-line",
            number=str(number),
            title=group.title,
            agency=group.ranker,
            ranked=str(group.ranked),
            applicants=str(group.applicants),
            date=voice.date(voice.local(group.nominate_until).date(), year=False),
        )
        for number, group in enumerate(shown, 1)
    )
    numbers = [
        button(str(number), Nominate(batch=group.batch_id, agency=group.ranker_id))
        for number, group in enumerate(shown, 1)
    ]
    return Screen(voice.paragraphs(voice.html("nominations"), voice.lines(*lines)), (numbers, back(voice)))


def ranking(voice: Voice, view: NominationView, order: Sequence[int], page: int) -> Screen:
    """The applicants with their place in the draft order; the next one tapped comes next."""
    group, places = view.group, {enrolment: place for place, enrolment in enumerate(order, 1)}
    pages = max(1, -(-len(view.nominees) // PAGE_SIZE))
    page = min(page, pages)
    first = (page - 1) * PAGE_SIZE
    shown = list(enumerate(view.nominees, 1))[first : first + PAGE_SIZE]
    ids = {"batch": group.batch_id, "agency": group.ranker_id}
    text = voice.paragraphs(
        voice.html(
            "nomination", title=group.title, number=str(group.number), agency=group.ranker, count=group.applicants
        ),
        voice.lines(*(_line(voice, number, nominee, places) for number, nominee in shown)),
        voice.lines(
            voice.html("nomination-how", moment=voice.moment(group.nominate_until)), _state(voice, view, order)
        ),
    )
    taps = [
        button(str(number), RankNext(**ids, enrolment=nominee.enrolment_id, page=page)) for number, nominee in shown
    ]
    turn = [button(voice.plain("button-next"), RankPage(**ids, page=page % pages + 1))] if pages > 1 else []
    clear = [button(voice.plain("button-clear-ranks"), ClearRanks(**ids))] if order else []
    return Screen(
        text,
        (taps, [button(voice.plain("button-save-ranks"), SaveRanks(**ids))], [*clear, *turn], _back(voice)),
    )


def saved(voice: Voice, view: NominationView, count: int) -> Screen:
    """It is kept; it can be changed until the day."""
    group = view.group
    key = "nomination-saved" if count else "nomination-saved-none"
    text = voice.html(key, title=group.title, count=count, moment=voice.moment(group.nominate_until))
    again = button(voice.plain("button-change-ranks"), Nominate(batch=group.batch_id, agency=group.ranker_id))
    return Screen(text, ([again], _back(voice)))


def kept(view: NominationView) -> list[int]:
    """The order as it is kept."""
    ranked = [nominee for nominee in view.nominees if nominee.rank is not None]
    return [nominee.enrolment_id for nominee in sorted(ranked, key=lambda nominee: nominee.rank or 0)]


def tapped(order: Sequence[int], enrolment: int) -> list[int]:
    """The order after a tap: next, or out where they stood in it."""
    rest = [one for one in order if one != enrolment]
    return rest if len(rest) < len(order) else [*rest, enrolment]


def _line(voice: Voice, number: int, nominee: Nominee, places: dict[int, int]) -> Html:
    who = safe(" · ".join(part for part in (nominee.name, nominee.nip, nominee.agency) if part))
    place = places.get(nominee.enrolment_id)
    told = voice.html("nominee", number=str(number), who=who)
    if place:
        told = voice.html("nominee-ranked", nominee=told, place=str(place))
    return told if nominee.ready else voice.html("nominee-unready", nominee=told)


def _state(voice: Voice, view: NominationView, order: Sequence[int]) -> Html | None:
    return voice.html("nomination-unsaved") if list(order) != kept(view) else None


def _back(voice: Voice) -> Row:
    return [button(voice.plain("button-back"), Nominations())]
