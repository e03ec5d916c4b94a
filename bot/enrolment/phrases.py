"""Pools, states and steps of an enrolment in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from bot.browse.phrases import held, pool_name
from bot.words import Html, Voice
from services.enrolment import EnrolmentView, PoolFigures, SeatTable, State
from services.enrolment.mine import EnrolmentLine, Step
from services.seats import OPEN
from storage.repositories.trainings import SELF_PACED

STEPS_SHOWN = 7


def own_pools(table: SeatTable, province: str | None) -> tuple[PoolFigures, ...]:
    """The pools that people of a province may use, without empty ones where others have seats."""
    may = {pool.key for pool in table.plan.pools if pool.who.admits(province)}
    usable = tuple(pool for pool in table.pools if pool.key in may)
    return tuple(pool for pool in usable if pool.size) or usable[:1]


def pools_told(voice: Voice, table: SeatTable, province: str | None) -> str:
    """`Kursi NTT 1/2, masih ada 1.`, a sentence a pool."""
    return " ".join(_pool_told(voice, pool) for pool in own_pools(table, province))


def has_free_seat(table: SeatTable | None, province: str | None) -> bool:
    """Whether somebody of this province would find a free seat; those in line may still come first."""
    return table is None or any(pool.taken < pool.size for pool in own_pools(table, province))


def release_told(voice: Voice, table: SeatTable | None) -> Html | None:
    """When unused seats open to all; None: they are open already, or nobody set an hour."""
    if table is None or table.release_at is None or table.released_at is not None:
        return None
    return voice.html("seats-release", moment=voice.moment(table.release_at))


def decimal(voice: Voice, value: Fraction) -> str:
    """`2,02` in Indonesian, `2.02` in English."""
    return f"{float(value):.2f}".replace(".", "," if voice.language == "id" else ".")


def time_told(voice: Voice, line: EnrolmentLine) -> str:
    """When the batch takes place: its first hour, or for self-paced ones the days in which it can be followed."""
    if line.mode == SELF_PACED:
        return voice.plain("card-time-self-paced", span=voice.span(line.starts_at, line.ends_at))
    return voice.moment(line.starts_at)


def days_told(voice: Voice, line: EnrolmentLine) -> str:
    """`7–11 Des 2026`."""
    return voice.span(line.starts_at, line.ends_at)


def state_told(voice: Voice, view: EnrolmentView, now: datetime) -> str:
    """The state in a list, with the date or the place that matters in it."""
    line = view.line
    match line.state:
        case State.WAITLISTED:
            return voice.plain("state-waitlisted-place", place=str(view.place or 1))
        case State.OFFERED if line.offer_deadline_at is not None:
            return voice.plain("state-offered-until", moment=voice.moment(line.offer_deadline_at))
        case State.SUBMITTED if line.letter_due_at is None and view.nominate_until is not None:
            day = voice.local(view.nominate_until).date()
            return voice.plain("state-applied", date=voice.date(day, year=False))
        case State.SUBMITTED if line.letter_at is not None:
            return voice.plain("state-letter-in", host=line.host_short_name)
        case State.CONFIRMED:
            year = voice.local(line.starts_at).year != voice.local(now).year
            return voice.plain("state-confirmed-days", days=held(voice.span(line.starts_at, line.ends_at, year=year)))
    return voice.plain(f"state-{line.state}")


def mark_of(voice: Voice, state: str) -> str:
    """The emoji of a state; a dot where it has none."""
    return voice.plain(f"state-mark-{state}") if voice.has(f"state-mark-{state}") else "·"


def history_told(voice: Voice, steps: Sequence[Step]) -> Html:
    """The last steps, oldest first: when, what, by which organizer or superior, why."""
    return voice.lines(*(_step_told(voice, step) for step in steps[-STEPS_SHOWN:]))


def _pool_told(voice: Voice, pool: PoolFigures) -> str:
    free = pool.size - pool.taken
    key = "seats-pool-open" if pool.key == OPEN else "seats-pool"
    count = voice.plain("seats-left", count=free) if free else voice.plain("seats-full")
    return voice.html(key, pool=pool_name(voice, pool.key), taken=str(pool.taken), size=str(pool.size), left=count)


def _step_told(voice: Voice, step: Step) -> Html:
    local = voice.local(step.at)
    when = voice.plain("step-when", date=voice.date(local.date(), year=False), hour=f"{local:%H}", minute=f"{local:%M}")
    what = voice.html(_step_key(step))
    if step.by:
        what = voice.html("step-by", what=what, by=step.by)
    told = voice.html("step-line", when=when, what=what)
    return Html(f"{told} {voice.html('step-reason', reason=step.reason)}") if step.reason else told


def _step_key(step: Step) -> str:
    details = step.details
    if step.to_state == State.SUBMITTED and step.from_state is not None:
        return "step-letter" if details.get("letter") else "step-not-recommended"
    if step.to_state == State.CANCELLED and details.get("batch"):
        return "step-batch-cancelled"
    if step.to_state == State.CANCELLED and details.get("letter_missing"):
        return "step-letter-missing"
    if step.to_state == State.CANCELLED and details.get("swapped_for"):
        return "step-swapped"
    if step.to_state == State.CANCELLED and details.get("moved_to"):
        return "step-moved"
    if step.to_state == State.CANCELLED and details.get("removed"):
        return "step-removed"
    return f"step-{step.to_state}"
