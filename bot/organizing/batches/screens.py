"""The organizers' screens of batches: the list, one batch, its details, the rules of its seats."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.browse.phrases import clipped
from bot.callbacks import Card, Kelola
from bot.callbacks_batches import (
    AdjustPools,
    AskToCancel,
    AskToClose,
    Batches,
    BeginBatch,
    ChangeField,
    ChooseTraining,
    CloseNow,
    FieldName,
    PublishNow,
    ShareByHand,
    ShowBatch,
    ShowDetails,
    ShowPlan,
    ShowSeatRules,
    SwitchRecommendation,
)
from bot.callbacks_participants import Participants
from bot.organizing.batches.phrases import (
    at_host,
    cautions_told,
    pools_told,
    problem_lines,
    problems_told,
    provinces_told,
    registration_told,
    seats_told,
    state_of,
    time_told,
)
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.batches import BatchPage, BatchView, Problem, TrainingPage
from services.errors import Refusal

PAGE_SIZE = 5
PLACE_SHOWN, ACCESS_SHOWN = 120, 200


def batches(voice: Voice, page: BatchPage, now: datetime) -> Screen:
    """The own batches, what is to come first."""
    new = [button(voice.plain("button-new-batch"), ChooseTraining())]
    back = [button(voice.plain("button-kelola-back"), Kelola())]
    if not page.lines:
        return Screen(voice.html("batches-none"), (new, back))
    lines = []
    for number, line in enumerate(page.lines, 1):
        year = voice.local(line.starts_at).year != voice.local(now).year
        days = at_host(voice, line.host_zone).span(line.starts_at, line.ends_at, year=year)
        seats = str(line.taken) if line.capacity is None else f"{line.taken}/{line.capacity}"
        values = {"number": str(number), "title": line.title, "batch": str(line.number), "days": days, "seats": seats}
        lines.append(voice.html("batches-line", **values, state=state_of(voice, line, now)))
    title = voice.html("batches", count=page.total)
    numbers = [button(str(number), ShowBatch(batch=line.id)) for number, line in enumerate(page.lines, 1)]
    turns = _turns(voice, page.page, page.pages, Batches)
    return Screen(voice.paragraphs(title, voice.lines(*lines)), (numbers, turns, new, back))


def choose_training(voice: Voice, page: TrainingPage) -> Screen:
    """Of which training a batch is made."""
    back = [button(voice.plain("button-batches-back"), Batches())]
    if not page.trainings:
        return Screen(voice.html("batch-no-trainings"), (back,))
    hosts = {training.host_id for training in page.trainings}
    lines = [
        voice.html(
            "batch-training-line",
            number=str(number),
            title=training.title if len(hosts) == 1 else f"{training.title} ({training.host_short_name})",
            count=training.batches,
        )
        for number, training in enumerate(page.trainings, 1)
    ]
    numbers = [
        button(str(number), BeginBatch(training=one.training_id, host=one.host_id))
        for number, one in enumerate(page.trainings, 1)
    ]
    text = voice.paragraphs(voice.html("batch-choose-training"), voice.lines(*lines))
    return Screen(text, (numbers, _turns(voice, page.page, page.pages, ChooseTraining), back))


def one(voice: Voice, view: BatchView, now: datetime, note: Html | None = None) -> Screen:
    """A batch: when, where, its seats, what is missing, what to mind, and what can be done."""
    batch, voice = view.batch, at_host(voice, view.batch.host_zone)
    text = voice.paragraphs(
        note,
        _title(voice, view, now),
        voice.lines(
            voice.html("batch-plain", text=time_told(voice, batch)),
            voice.html("batch-plain", text=clipped(batch.place, PLACE_SHOWN)) if batch.place else None,
            registration_told(voice, batch, now),
            seats_told(voice, view),
        ),
        problems_told(voice, view.problems),
        None if batch.is_cancelled else cautions_told(voice, view),
    )
    back = [button(voice.plain("button-batches-back"), Batches())]
    people = [button(voice.plain("button-people"), Participants(batch=batch.id))]
    if batch.is_cancelled:
        return Screen(text, (people, back))
    return Screen(text, (*_first(voice, view), _rooms(voice, view), people, *_last(voice, view, now), back))


def details(voice: Voice, view: BatchView, now: datetime) -> Screen:
    """Everything about its days and people, each to be changed."""
    batch, voice = view.batch, at_host(voice, view.batch.host_zone)
    nothing = voice.plain("batch-not-set")
    told = {
        "time": time_told(voice, batch),
        "place": clipped(batch.place or nothing, PLACE_SHOWN),
        "access": clipped(batch.access or nothing, ACCESS_SHOWN),
        "opens": voice.moment(batch.registration_opens_at),
        "closes": voice.moment(batch.registration_closes_at),
        "provinces": provinces_told(voice, view.provinces),
        "recommendation": voice.plain("batch-needed" if batch.needs_recommendation else "batch-not-needed"),
    }
    lines = (voice.html(f"batch-detail-{key}", value=value) for key, value in told.items())
    switched = "✅" if batch.needs_recommendation else "⬜"
    switch = SwitchRecommendation(batch=batch.id, on=not batch.needs_recommendation)
    names: tuple[FieldName, ...] = ("dates", "place", "access", "provinces", "opens", "closes")
    fields = _changes(voice, batch.id, names)
    text = voice.paragraphs(_title(voice, view, now), voice.lines(*lines))
    toggle = [button(f"{switched} {voice.plain('button-batch-recommendation')}", switch)]
    return Screen(text, (*fields, toggle, _back(voice, batch.id)))


def seat_rules(voice: Voice, view: BatchView, now: datetime, note: Html | None = None) -> Screen:
    """How the seats are shared and given away, each to be changed."""
    batch, voice = view.batch, at_host(voice, view.batch.host_zone)
    fill = voice.plain(f"batch-fill-{batch.fill}")
    if batch.nominate_until is not None:
        fill = voice.plain("batch-fill-until", moment=voice.moment(batch.nominate_until))
    release = batch.seats_released_at or batch.seats_release_at
    told = {
        "capacity": voice.plain("browse-seats-unlimited") if batch.capacity is None else str(batch.capacity),
        "fill": fill,
        "release": voice.plain("batch-not-set") if release is None else voice.moment(release),
        "offer": voice.plain("batch-hours", count=batch.offer_hours),
        "cancel": voice.moment(view.cancel_until),
    }
    if batch.capacity is None:
        told = {key: told[key] for key in ("capacity", "cancel")}
    lines = (voice.html(f"batch-detail-{key}", value=value) for key, value in told.items())
    text = voice.paragraphs(note, _title(voice, view, now), _plan_told(voice, view), voice.lines(*lines))
    fields: Sequence[FieldName] = ("capacity", "fill", "release", "offer", "cancel")
    if batch.capacity is None:
        fields = ("capacity", "cancel")
    return Screen(
        text,
        (
            *_sharing(voice, view),
            *_changes(voice, batch.id, fields),
            _back(voice, batch.id),
        ),
    )


def ask_to_close(voice: Voice, view: BatchView) -> Screen:
    """Closing the registration early: keeping it open is the first button."""
    voice = at_host(voice, view.batch.host_zone)
    text = voice.paragraphs(
        voice.html("batch-close", title=view.batch.title, moment=voice.moment(view.batch.registration_closes_at)),
        voice.html("batch-close-then"),
    )
    keep = [button(voice.plain("button-keep-open"), ShowBatch(batch=view.batch.id))]
    return Screen(text, (keep, [button(voice.plain("button-close-registration"), CloseNow(batch=view.batch.id))]))


def cancelled(voice: Voice, title: str, told: int) -> Screen:
    """A batch that does not take place any more."""
    text = voice.html("batch-cancelled-now", title=title, count=told)
    return Screen(text, ([button(voice.plain("button-batches-back"), Batches())],))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why not, with the way to the list."""
    return Screen(refusal_told(voice, refusal), ([button(voice.plain("button-batches-back"), Batches())],))


def refusal_told(voice: Voice, refusal: Refusal) -> Html:
    """A no, with everything that it lists."""
    problems: Sequence[Problem] = refusal.values.get("problems", ())
    values = {key: value for key, value in refusal.values.items() if key != "problems"}
    return voice.lines(voice.html(f"refusal-{refusal.key}", **values), *problem_lines(voice, problems))


def _title(voice: Voice, view: BatchView, now: datetime) -> Html:
    batch = view.batch
    return voice.html("batch-title", title=batch.title, number=str(batch.number), state=state_of(voice, batch, now))


def _first(voice: Voice, view: BatchView) -> list[Row]:
    """What comes next: the plan that is missing, the place that is missing, or publishing."""
    batch = view.batch
    if not batch.is_draft:
        return [[button(voice.plain("button-see-card"), Card(batch=batch.id))]] if batch.is_published else []
    if Problem.PLACE in view.problems:
        return [[button(voice.plain("button-batch-set-place"), ChangeField(batch=batch.id, field="place"))]]
    if Problem.NO_PLAN in view.problems:
        return [[button(voice.plain("button-share-seats"), ShowPlan(batch=batch.id))]]
    return [] if view.problems else [[button(voice.plain("button-publish-batch"), PublishNow(batch=batch.id))]]


def _rooms(voice: Voice, view: BatchView) -> Row:
    batch = view.batch.id
    return [
        button(voice.plain("button-batch-details"), ShowDetails(batch=batch)),
        button(voice.plain("button-batch-seats"), ShowSeatRules(batch=batch)),
    ]


def _last(voice: Voice, view: BatchView, now: datetime) -> list[Row]:
    batch, rows = view.batch, []
    if batch.is_published and batch.registration_opens_at <= now < batch.registration_closes_at:
        rows.append([button(voice.plain("button-close-registration"), AskToClose(batch=batch.id))])
    if now < batch.starts_at:
        rows.append([button(voice.plain("button-cancel-batch"), AskToCancel(batch=batch.id))])
    return rows


def _plan_told(voice: Voice, view: BatchView) -> Html | None:
    if view.table is None:
        return None
    if not view.batch.has_plan:
        return voice.html("batch-no-plan")
    adjusted = view.table.plan.adjustments[-1] if view.table.plan.adjustments else None
    day = voice.day(voice.local(adjusted.at)) if adjusted else ""
    return voice.lines(
        voice.html(f"seats-method-{view.table.plan.rule.method}"),
        pools_told(voice, view),
        voice.html("seats-adjusted", day=day, reason=adjusted.reason) if adjusted else None,
    )


def _sharing(voice: Voice, view: BatchView) -> list[Row]:
    if view.batch.capacity is None:
        return []
    row = []
    if not view.is_used:
        row.append(button(voice.plain("button-share-seats"), ShowPlan(batch=view.batch.id)))
    if view.batch.has_plan:
        row.append(button(voice.plain("button-adjust-seats"), AdjustPools(batch=view.batch.id)))
    return [row]


def by_hand(voice: Voice, batch_id: int) -> Row:
    """The way to naming each province's seats."""
    return [button(voice.plain("button-rule-by-hand"), ShareByHand(batch=batch_id))]


def _changes(voice: Voice, batch_id: int, fields: Sequence[FieldName]) -> list[Row]:
    buttons = (button(voice.plain(f"button-batch-{one}"), ChangeField(batch=batch_id, field=one)) for one in fields)
    return in_rows(buttons, 2)


def _back(voice: Voice, batch_id: int) -> Row:
    return [button(voice.plain("button-back-to-batch"), ShowBatch(batch=batch_id))]


def _turns(voice: Voice, page: int, pages: int, to: type[Batches] | type[ChooseTraining]) -> Row:
    return [
        button(voice.plain(key), to(page=at))
        for key, at in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= at <= pages
    ]
