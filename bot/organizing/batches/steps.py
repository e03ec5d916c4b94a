"""The questions of the batch form: what each asks, what it proposes, and what an answer changes. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.organizing.batches.phrases import provinces_told
from bot.organizing.batches.reading import MOST_SEATS, Unclear, moment_of, read_moment, read_number, read_provinces
from bot.words import Html, Voice
from services.batches import BatchView, Weighed
from services.zones import ZONES
from storage.repositories.batch_desk import DeskBatch

START_HOURS = ("07.30", "08.00", "08.30", "09.00", "10.00", "13.00")
END_HOURS = ("12.00", "15.00", "15.30", "16.00", "16.30", "17.00")
CAPACITIES = (20, 25, 30, 40, 60)
OFFER_HOURS = (24, 48, 72)
MOST_OFFER_HOURS = 24 * 14
MORNING, EVENING = time(8), time(17)
MOMENTS = {
    "opens": "registration_opens_at",
    "closes": "registration_closes_at",
    "nominate": "nominate_until",
    "release": "seats_release_at",
    "cancel": "cancel_until",
}
"""The questions for a moment, with what their answers change."""
DAYS_BEFORE = {"closes": (7, 3, 1), "nominate": (14, 10, 7), "release": (14, 7, 3), "cancel": (7, 3, 1)}
TEXTS = ("place", "access")
PROVINCES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Option:
    """A button of the form."""

    label: str
    value: str


Rows = tuple[tuple[Option, ...], ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question and what can be tapped for an answer; each can be typed as well."""

    text: Html
    rows: Rows = ()


def ask_day(voice: Voice, which: str, host: str, start: date | None) -> Html:
    """The question above a calendar, with the zone named."""
    since = voice.html("batch-ask-end-day-since", day=voice.day(start)) if start and which == "end" else None
    zone = voice.html("batch-ask-zone", zone=voice.zone, host=host)
    return voice.paragraphs(voice.html(f"batch-ask-{which}-day"), voice.lines(since, zone))


def ask_hour(voice: Voice, which: str, day: date) -> Ask:
    """The hour of the first or the last session."""
    hours = START_HOURS if which == "start" else END_HOURS
    text = voice.html(f"batch-ask-{which}-hour", day=voice.day(day), zone=voice.zone)
    told = [Option(hour.replace(".", "." if voice.language == "id" else ":"), hour) for hour in hours]
    return Ask(text, _in_rows(told, 3))


def ask_sure(voice: Voice, batch: DeskBatch, starts_at: datetime, ends_at: datetime, weighed: Weighed) -> Ask:
    """What moving the dates means for the people in the batch."""
    text = voice.paragraphs(
        voice.html("batch-move", was=voice.moment(batch.starts_at), new=voice.moment(starts_at)),
        voice.html("batch-move-end", was=voice.moment(batch.ends_at), new=voice.moment(ends_at)),
        voice.lines(
            voice.html("batch-move-told", count=weighed.people),
            voice.html("batch-move-overlap", count=weighed.overlapping) if weighed.overlapping else None,
        ),
    )
    return Ask(text, ((Option(voice.plain("button-batch-move"), "yes"),),))


def ask(step: str, voice: Voice, view: BatchView, now: datetime, chosen: Sequence[str] = (), page: int = 0) -> Ask:
    """The question about one thing, with what holds now."""
    if step in TEXTS:
        return _ask_text(step, voice, view.batch)
    if step in MOMENTS:
        return _ask_moment(step, voice, view, now)
    if step == "provinces":
        return _ask_provinces(voice, view, chosen, page)
    if step == "recommendation":
        rows = _yes_no(voice, "button-batch-needed", "button-batch-not-needed")
        return Ask(voice.html("batch-ask-recommendation"), rows)
    if step == "fill":
        return Ask(voice.html("batch-ask-fill"), _yes_no(voice, "button-batch-first-come", "button-batch-nomination"))
    return _ask_number(step, voice, view)


def ask_capacity_sure(voice: Voice, view: BatchView, capacity: int) -> Ask:
    """What another capacity means once people are in."""
    before = view.batch.capacity or 0
    more, plan = capacity - before, view.table.plan if view.table else None
    by_hand = view.table is not None and (
        view.table.released_at is not None or bool(plan and plan.adjustments) or not (plan and plan.rule.parties)
    )
    if more > 0:
        what = [voice.html("batch-capacity-more", count=more)]
        if view.in_line:
            what.append(voice.html("batch-capacity-line", count=view.in_line))
        what.append(voice.html("batch-capacity-open" if by_hand else "batch-capacity-rule"))
    else:
        what = [voice.html("batch-capacity-less", count=-more), voice.html("batch-capacity-kept", count=view.seated)]
    text = voice.paragraphs(voice.html("batch-capacity", was=str(before), new=str(capacity)), voice.lines(*what))
    return Ask(text, ((Option(voice.plain("button-batch-resize"), "yes"),),))


def choose(step: str, value: str, view: BatchView, now: datetime) -> dict[str, Any]:
    """What a tapped answer changes."""
    batch = view.batch
    if step in TEXTS:
        return {step: None}
    if step in MOMENTS:
        return {MOMENTS[step]: _proposed(step, value, batch, now)}
    if step == "recommendation":
        return {"needs_recommendation": value == "yes"}
    if step == "fill":
        return {"fill": "first-come" if value == "yes" else "nomination"}
    if step == "offer":
        return {"offer_hours": int(value)}
    return {"capacity": None if value == "none" else int(value)}


def read(step: str, text: str, view: BatchView, now: datetime) -> dict[str, Any]:
    """What a typed answer changes; raises `Unclear`."""
    batch = view.batch
    if step in TEXTS:
        return {step: text.strip()}
    if step in MOMENTS:
        usual = MORNING if step in {"opens", "release"} else EVENING
        return {MOMENTS[step]: read_moment(text, batch.host_zone, now, usual)}
    if step == "provinces":
        return {"provinces": read_provinces(text, view.all_provinces)}
    if step == "offer":
        return {"offer_hours": read_number(text, MOST_OFFER_HOURS)}
    if step == "capacity":
        return {"capacity": read_number(text, MOST_SEATS)}
    raise Unclear("text-awaited-tap")


def days_before(batch: DeskBatch, days: int, clock: time) -> datetime:
    """So many days before the first, at this hour of the host."""
    day = batch.starts_at.astimezone(ZONES[batch.host_zone]).date() - timedelta(days=days)
    return moment_of(day, clock, batch.host_zone)


def _ask_text(step: str, voice: Voice, batch: DeskBatch) -> Ask:
    kept = getattr(batch, step)
    text = voice.paragraphs(voice.html(f"batch-ask-{step}"), voice.html("batch-kept", value=kept) if kept else None)
    return Ask(text, ((Option(voice.plain("button-batch-empty"), "none"),),) if kept else ())


def _ask_moment(step: str, voice: Voice, view: BatchView, now: datetime) -> Ask:
    kept = getattr(view.batch, MOMENTS[step])
    if step == "cancel" and kept is None:
        kept = view.cancel_until
    text = voice.paragraphs(
        voice.html(f"batch-ask-{step}"),
        voice.lines(
            voice.html("batch-kept", value=voice.moment(kept)) if kept else None,
            voice.html("batch-ask-moment", zone=voice.zone),
        ),
    )
    return Ask(text, _in_rows(_proposals(step, voice, view.batch, now), 1))


def _proposals(step: str, voice: Voice, batch: DeskBatch, now: datetime) -> list[Option]:
    if step == "opens":
        tomorrow = voice.date(voice.local(_proposed(step, "tomorrow", batch, now) or now).date(), year=False)
        return [
            Option(voice.plain("button-batch-now"), "now"),
            Option(voice.plain("button-batch-morning", date=tomorrow), "tomorrow"),
        ]
    options = []
    for days in DAYS_BEFORE[step]:
        moment = _proposed(step, str(days), batch, now)
        if moment is not None and now < moment:
            local = voice.local(moment).date()
            weekday = voice.plain(f"weekday-{local.isoweekday()}")
            day = voice.plain("day", weekday=weekday, date=voice.date(local, year=False))
            options.append(Option(voice.plain("button-batch-before", days=str(days), day=day), str(days)))
    ends = {"closes": "end" if batch.is_self_paced else "start", "release": "none", "cancel": "usual"}
    if step in ends:
        options.append(Option(voice.plain(f"button-batch-{step}-{ends[step]}"), ends[step]))
    return options


def _proposed(step: str, value: str, batch: DeskBatch, now: datetime) -> datetime | None:
    match value:
        case "now":
            return now
        case "tomorrow":
            day = now.astimezone(ZONES[batch.host_zone]).date() + timedelta(days=1)
            return moment_of(day, MORNING, batch.host_zone)
        case "start":
            return batch.starts_at
        case "end":
            return batch.ends_at
        case "none" | "usual":
            return None
    return days_before(batch, int(value), MORNING if step == "release" else EVENING)


def _ask_provinces(voice: Voice, view: BatchView, chosen: Sequence[str], page: int) -> Ask:
    known = view.all_provinces
    pages = max(1, -(-len(known) // PROVINCES_SHOWN))
    page %= pages
    shown = known[page * PROVINCES_SHOWN : (page + 1) * PROVINCES_SHOWN]
    told = voice.html("batch-ask-provinces-chosen", names=provinces_told(voice, chosen))
    text = voice.paragraphs(voice.html("batch-ask-provinces"), told)
    switches = [Option(f"{'✅' if one in chosen else '⬜'} {one}", f"p{known.index(one)}") for one in shown]
    more = [Option(voice.plain("button-batch-others"), "more")] if pages > 1 else []
    return Ask(text, (*_in_rows([*switches, *more], 2), (Option(voice.plain("button-batch-save"), "save"),)))


def _ask_number(step: str, voice: Voice, view: BatchView) -> Ask:
    if step == "offer":
        text = voice.paragraphs(
            voice.html("batch-ask-offer"), voice.html("batch-kept-hours", count=view.batch.offer_hours)
        )
        return Ask(text, (tuple(Option(voice.plain("batch-hours", count=one), str(one)) for one in OFFER_HOURS),))
    capacity = view.batch.capacity
    kept = (
        voice.html("batch-kept-seats", count=capacity) if capacity is not None else voice.html("batch-kept-unlimited")
    )
    numbers = _in_rows([Option(str(one), str(one)) for one in CAPACITIES], 5)
    none = () if view.is_used else ((Option(voice.plain("button-batch-unlimited"), "none"),),)
    return Ask(voice.paragraphs(voice.html("batch-ask-capacity"), kept), (*numbers, *none))


def _yes_no(voice: Voice, yes: str, no: str) -> Rows:
    return ((Option(voice.plain(yes), "yes"),), (Option(voice.plain(no), "no"),))


def _in_rows(options: Sequence[Option], width: int) -> Rows:
    return tuple(tuple(options[at : at + width]) for at in range(0, len(options), width))
