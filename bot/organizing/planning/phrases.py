"""Trainings that are planned, in words. Plain text; `Voice.html` escapes what is put into a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.browse.phrases import clipped
from bot.words import Html, Voice
from services.planning import Commitment, Likeness, Plan, PlanMove, State

TITLE_SHOWN = 80


def month_told(voice: Voice, month: str) -> str:
    """`Mar 2027` for `2027-03`."""
    year, number = month.split("-")
    return f"{voice.plain(f'month-{int(number)}')} {year}"


def value_told(voice: Voice, field: str, value: str | int | None) -> str:
    """A field's value as people read it."""
    if not value:
        return voice.plain("draft-empty")
    if field in {"competency", "mode"}:
        return voice.plain(f"{field}-{value}")
    if field == "planned_month":
        return month_told(voice, str(value))
    return str(value)


def facts_told(voice: Voice, plan: Plan) -> str:
    """`klasikal · 40 JP · Mar 2027`; what is not known yet is left out."""
    mode = voice.plain(f"mode-{plan.mode}") if plan.mode else None
    month = month_told(voice, plan.planned_month) if plan.planned_month else None
    return " · ".join(part for part in (mode, voice.plain("plan-hours", hours=plan.lesson_hours), month) if part)


def state_told(voice: Voice, plan: Plan) -> str:
    """Where it stands."""
    return voice.plain(f"plan-state-{State(plan.state)}")


def fields_told(voice: Voice, fields: Iterable[str]) -> str:
    """`cara belajar, tujuan`."""
    return ", ".join(voice.plain(f"draft-name-{field}") for field in fields)


def alike_told(voice: Voice, plan: Plan, alike: Likeness) -> Html:
    """`Sama: teknis-fungsional, program prioritas. Beda: cara belajar, JP.`; what is short is told by its value."""
    same = ", ".join(
        voice.plain(f"draft-name-{field}") if field == "programme" else _short(voice, plan, field)
        for field in alike.same
    )
    return voice.lines(
        voice.html("pair-same", fields=same) if same else None,
        voice.html("pair-different", fields=fields_told(voice, alike.different)) if alike.different else None,
    )


def _short(voice: Voice, plan: Plan, field: str) -> str:
    value = getattr(plan, field)
    return voice.plain("plan-hours", hours=value) if field == "lesson_hours" else value_told(voice, field, value)


def seats_told(voice: Voice, commitments: Sequence[Commitment]) -> Html | None:
    """Who takes how many seats; None where nobody does yet."""
    if not commitments:
        return None
    told = (
        voice.plain(
            "plan-seats-host" if one.is_host else "plan-seats-one", agency=one.agency.short_name, seats=one.seats
        )
        for one in commitments
    )
    return voice.html("plan-seats", total=sum(one.seats for one in commitments), agencies=", ".join(told))


def move_told(voice: Voice, move: PlanMove, *, year: bool = False) -> str:
    """`17 Nov, BPSDM NTT: diajukan`, with the remark where there is one."""
    details = move.details
    values = {
        "seats": details.get("seats", 0),
        "host": str(details.get("host", "")),
        "partner": clipped(
            str(details.get("partner") or details.get("source") or details.get("into") or ""), TITLE_SHOWN
        ),
    }
    what = "merged-into" if "into" in details else move.what
    said = voice.plain(f"plan-step-{what}", **values)
    day = voice.date(voice.local(move.at).date(), year=year)
    who = move.agency or voice.plain("plan-step-someone")
    line = voice.plain("plan-step", day=day, who=who, what=said)
    return voice.plain("plan-step-remark", line=line, remark=clipped(move.remark, 200)) if move.remark else line
