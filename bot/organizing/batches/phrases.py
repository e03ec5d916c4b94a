"""A batch's days, seats, problems and cautions in words, on the clock of its host."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.browse.phrases import NO_BREAK, held, pool_name
from bot.enrolment.phrases import decimal
from bot.words import Html, Voice
from services.batches import BatchView, Caution, Problem
from services.seats import OPEN, Method, SeatPlan
from storage.repositories.batch_desk import BatchLine, DeskBatch

FEW = 4
SHOWN = 5


def at_host(voice: Voice, zone: str) -> Voice:
    """The same voice on the host's clock: whoever plans a batch thinks in the time of its place."""
    return replace(voice, zone=zone)


def clock(moment: datetime, voice: Voice) -> str:
    """`08.00` or `08:00`."""
    local = voice.local(moment)
    return voice.plain("batch-clock", hour=f"{local:%H}", minute=f"{local:%M}")


def time_told(voice: Voice, batch: DeskBatch) -> str:
    """`Sen, 14 Des 2026 pukul 08.00 sampai Kam, 17 Des 2026 pukul 16.00 WIB`."""
    start, end = voice.local(batch.starts_at), voice.local(batch.ends_at)
    hours = {"from": clock(batch.starts_at, voice), "to": clock(batch.ends_at, voice), "zone": voice.zone}
    if start.date() == end.date():
        return voice.plain("batch-time-day", day=voice.day(start), **hours)
    return voice.plain("batch-time", first=voice.day(start), last=voice.day(end), **hours)


def state_of(voice: Voice, batch: DeskBatch | BatchLine, now: datetime) -> str:
    """Draft, published, over or cancelled."""
    state = batch.state if batch.state != "published" or batch.ends_at > now else "over"
    return voice.plain(f"batch-state-{state}")


def provinces_told(voice: Voice, provinces: Collection[str]) -> str:
    """Everybody, a few by name, or how many."""
    if not provinces:
        return voice.plain("details-everyone")
    named = ", ".join(sorted(provinces))
    return named if len(provinces) <= FEW else voice.plain("batch-provinces", count=len(provinces), names=named)


def registration_told(voice: Voice, batch: DeskBatch, now: datetime) -> Html:
    """When registration opens or closes, whichever comes next."""
    if now < batch.registration_opens_at:
        return voice.html("batch-registration-opens", moment=voice.moment(batch.registration_opens_at))
    if now < batch.registration_closes_at:
        return voice.html("batch-registration-closes", moment=voice.moment(batch.registration_closes_at))
    return voice.html("batch-registration-closed", moment=voice.moment(batch.registration_closes_at))


def seats_told(voice: Voice, view: BatchView) -> Html:
    """How many have a seat, wait, or are being looked at."""
    capacity = view.batch.capacity
    sure = (
        voice.html("batch-seats-unlimited", count=view.seated)
        if capacity is None
        else voice.html("batch-seats", taken=str(view.seated), size=str(capacity))
    )
    waiting = view.states.get("submitted", 0) + view.states.get("recommended", 0)
    more = (("line", view.in_line), ("offered", view.states.get("offered", 0)), ("letters", waiting))
    return Html(" · ".join([sure, *(voice.html(f"batch-seats-{key}", count=count) for key, count in more if count)]))


def problems_told(voice: Voice, problems: Sequence[Problem]) -> Html | None:
    """What has to be put right, a line each."""
    if not problems:
        return None
    return voice.lines(voice.html("batch-problems"), *problem_lines(voice, problems[:SHOWN]))


def problem_lines(voice: Voice, problems: Sequence[Problem]) -> list[Html]:
    """A line each."""
    return [voice.html("batch-line-dash", what=voice.plain(f"batch-problem-{problem}")) for problem in problems]


def cautions_told(voice: Voice, view: BatchView) -> Html | None:
    """What to mind, a line each; none of it blocks."""
    starts = " · ".join(f"{_hour(voice, zone, hour)}" for zone, hour in view.outlook.starts)
    lines = [_caution(voice, caution) for caution in view.outlook.cautions[:SHOWN]]
    if not lines and not starts:
        return None
    said = [voice.html("batch-line-dash", what=line) for line in lines]
    return voice.lines(
        voice.html("batch-starts", starts=starts) if starts else None,
        voice.html("batch-cautions") if said else None,
        *said,
    )


def pools_told(voice: Voice, view: BatchView) -> Html:
    """`Jatim 0/7 · NTT 0/2`."""
    assert view.table is not None
    shown = [pool for pool in view.table.pools if pool.size or pool.taken]
    return figures_told(voice, [(pool.key, f"{pool.taken}/{pool.size}") for pool in shown])


def plan_figures(voice: Voice, plan: SeatPlan) -> Html:
    """`Jatim 7 · NTT 2`."""
    return figures_told(voice, [(pool.key, str(pool.seats)) for pool in plan.pools if pool.seats])


def figures_told(voice: Voice, figures: Sequence[tuple[str, str]]) -> Html:
    """Names and figures, never broken between the two."""
    told = (voice.html("batch-figure", pool=pool_name(voice, key), seats=seats) for key, seats in figures)
    return Html(f"{NO_BREAK}· ".join(one.replace(" ", NO_BREAK) for one in told))


def why_told(voice: Voice, plan: SeatPlan) -> Html | None:
    """The sum behind the largest share, as everybody can look it up for their own."""
    shares = [pool for pool in plan.pools if pool.kind == "province" and pool.key != OPEN]
    if not shares or plan.rule.method not in {Method.PROPORTIONAL, Method.ONE_EACH} or not plan.total_size:
        return None
    pool = max(shares, key=lambda one: (one.size, one.key))
    return voice.html(
        f"seats-why-{plan.rule.method}",
        pool=pool_name(voice, pool.key),
        size=voice.number(pool.size),
        total=voice.number(plan.total_size),
        exact=decimal(voice, pool.exact),
        planned=pool.planned,
    )


def _caution(voice: Voice, caution: Caution) -> str:
    days = ", ".join(_short_day(voice, day) for day in caution.days)
    values = {"days": held(days)} if caution.days else {}
    if caution.name:
        values["name"] = caution.name
    if caution.zone and caution.kind in {"friday"}:
        values["zone"] = caution.zone
    if caution.clock and caution.zone:
        values["hour"] = _hour(voice, caution.zone, caution.clock)
    return voice.plain(f"batch-caution-{caution.kind}", **values)


def _hour(voice: Voice, zone: str, hour: object) -> str:
    told = voice.plain("batch-clock", hour=f"{hour:%H}", minute=f"{hour:%M}")
    return f"{told}{NO_BREAK}{zone}"


def _short_day(voice: Voice, day: date) -> str:
    return voice.plain("day", weekday=voice.plain(f"weekday-{day.isoweekday()}"), date=voice.date(day, year=False))
