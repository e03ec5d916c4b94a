"""The questions of a draft: their words, their choices, and which comes next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.browse.phrases import begun, clipped
from bot.organizing.planning.phrases import TITLE_SHOWN, month_told, value_told
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.errors import Refusal
from services.planning import CHOICES, FIELDS, OPTIONAL, Plan

Item = tuple[str, str]
"""A label, and what its button carries: the field it belongs to, and the value."""
MONTHS_SHOWN = 6
MONTHS_AHEAD = 24
PROGRAMMES_SHOWN = 5
MOST_BUTTONS = 8
TOPICS_SHOWN = 3
VALUE_SHOWN = 300


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; `typed` are the values behind numbers."""

    text: Html
    wide: list[Item]
    narrow: list[Item]
    nav: list[Item]
    typed: list[str]


async def ask(data: Mapping[str, Any], visitor: Visitor, tools: Tools) -> Question:
    """The question of now."""
    voice, field = visitor.voice, data["field"]
    plan = await _plan(data, visitor, tools)
    value = getattr(plan, field) if plan else data.get(field)
    numbered = list(await tools.planning.programmes())[:PROGRAMMES_SHOWN] if field == "programme" else []
    wide = [(label, f"{field}.{value}") for value, label in _choices(voice, field, data, tools)]
    narrow = [(str(number + 1), f"{field}.{number}") for number in range(len(numbered))]
    fault = data.get("fault")
    title = plan.title if plan else data.get("title")
    text = voice.paragraphs(
        voice.html("plan-title", title=title) if title and field != "title" else None,
        voice.html(f"refusal-{fault['key']}", **fault["values"]) if fault else None,
        await _hint(field, plan, data, visitor, tools),
        voice.lines(
            voice.html(f"draft-ask-{field}"),
            *(voice.html("draft-numbered", number=number, text=name) for number, name in enumerate(numbered, 1)),
        ),
        voice.html("draft-now", value=clipped(value_told(voice, field, value), VALUE_SHOWN)) if value else None,
    )
    nav = _nav(voice, field, data, len(wide) + len(narrow), known=bool(value), kept=plan is not None)
    return Question(text, wide, narrow, nav, numbered)


async def following(data: Mapping[str, Any], visitor: Visitor, tools: Tools) -> str | None:
    """The next field that is empty; None after the last."""
    plan = await _plan(data, visitor, tools)
    later = FIELDS[FIELDS.index(data["field"]) + 1 :]
    return next((field for field in later if plan is None or not getattr(plan, field)), None)


def preceding(data: Mapping[str, Any]) -> str | None:
    """The field before; None before the first."""
    at = FIELDS.index(data["field"])
    return FIELDS[at - 1] if at else None


async def _plan(data: Mapping[str, Any], visitor: Visitor, tools: Tools) -> Plan | None:
    if "draft" not in data:
        return None
    try:
        view = await tools.planning.get(training_id=data["draft"], actor_telegram_id=visitor.telegram_id)
    except Refusal:  # the role was taken away meanwhile: the answer will say so
        return None
    return view.plan


def _choices(voice: Voice, field: str, data: Mapping[str, Any], tools: Tools) -> list[tuple[str, str]]:
    """Values with their labels."""
    if field in {"competency", "mode"}:
        return [(value, begun(voice.plain(f"{field}-{value}"))) for value in CHOICES[field]]
    if field == "funding":
        return [(value, value) for value in CHOICES[field]]
    if field != "planned_month":
        return []
    today = voice.local(tools.now())
    months = [
        f"{today.year + (today.month - 1 + ahead) // 12}-{(today.month - 1 + ahead) % 12 + 1:02}"
        for ahead in range(1, MONTHS_AHEAD + 1)
    ]
    at = data.get("page", 0) * MONTHS_SHOWN % MONTHS_AHEAD
    shown = [(month, month_told(voice, month)) for month in months[at : at + MONTHS_SHOWN]]
    return [*shown, ("more", voice.plain("button-other-months"))]


async def _hint(field: str, plan: Plan | None, data: Mapping[str, Any], visitor: Visitor, tools: Tools) -> Html | None:
    """What people ask for, before the title; who asks for something like it, and what there is already, after it."""
    voice, who = visitor.voice, visitor.telegram_id
    if field == "title" and plan is None:
        found = await tools.planning.survey(actor_telegram_id=who)
        lines = [
            voice.html("survey-line", number=number, topic=one.topic, count=one.people)
            for number, one in enumerate(found.topics[:TOPICS_SHOWN], 1)
        ]
        return voice.lines(voice.html("draft-most-asked"), *lines) if lines else None
    if field != "lesson_hours" or "title" not in data:
        return None
    found = await tools.planning.survey(actor_telegram_id=who, title=data["title"])
    alike = await tools.planning.titles_like(title=data["title"])
    return voice.lines(
        voice.html("draft-asked-for", count=found.like) if found.like else None,
        *(voice.html("draft-alike", title=clipped(title, TITLE_SHOWN)) for title in alike),
    )


def _nav(voice: Voice, field: str, data: Mapping[str, Any], choices: int, *, known: bool, kept: bool) -> list[Item]:
    ways = []
    if data["walk"] and field not in CHOICES and field != "planned_month" and (known or field in OPTIONAL):
        ways.append((voice.plain("button-leave-as-is" if known else "button-skip"), f"{field}.skip"))
    ways.append((voice.plain("button-back"), f"{field}.back"))
    if kept and data["walk"] and choices + len(ways) < MOST_BUTTONS:
        ways.append((voice.plain("button-draft-later"), f"{field}.later"))
    return ways
