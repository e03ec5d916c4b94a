"""Choosing how seats are shared: the rules, and the plan that one of them makes, before it is kept. Pure."""

from __future__ import annotations

from typing import get_args

from bot.callbacks_batches import KeepPlan, Rule, ShowPlan, ShowSeatRules
from bot.organizing.batches.phrases import plan_figures, why_told
from bot.organizing.batches.screens import by_hand
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.batches import REGIONAL_PERCENT, BatchView
from services.seats import Method, SeatPlan

RULES: tuple[Rule, ...] = tuple(rule for rule in get_args(Rule) if rule)
EXTRA = 4
"""One seat for each of the new provinces."""


def choose_rule(voice: Voice, view: BatchView) -> Screen:
    """The rules, each to be looked at first."""
    text = voice.paragraphs(
        voice.html("batch-choose-rule", title=view.batch.title, count=view.batch.capacity or 0),
        voice.html("batch-choose-rule-then"),
    )
    rules = [button(voice.plain(f"button-rule-{rule}"), ShowPlan(batch=view.batch.id, rule=rule)) for rule in RULES]
    return Screen(text, (*in_rows(rules, 1), by_hand(voice, view.batch.id), _back(voice, view.batch.id)))


def preview(voice: Voice, view: BatchView, plan: SeatPlan, asked: ShowPlan) -> Screen:
    """The plan in figures, with the sum behind it, and what can be set apart."""
    batch, rule = view.batch.id, asked.rule or "first-come"
    keep = KeepPlan(batch=batch, rule=rule, regional=asked.regional, extra=asked.extra)
    regional = asked.model_copy(update={"regional": not asked.regional})
    extra = asked.model_copy(update={"extra": 0 if asked.extra else EXTRA})
    rows: tuple[Row, ...] = (
        [button(voice.plain("button-keep-plan"), keep)],
        [button(_switch(voice.plain("button-regional", percent=str(REGIONAL_PERCENT)), asked.regional), regional)],
        [button(_switch(voice.plain("button-affirmative", count=str(EXTRA)), bool(asked.extra)), extra)],
        [button(voice.plain("button-other-rule"), ShowPlan(batch=batch))],
        _back(voice, batch),
    )
    return Screen(plan_told(voice, view, plan), rows)


def plan_told(voice: Voice, view: BatchView, plan: SeatPlan) -> Html:
    """The plan as everybody will see it, nobody in it yet."""
    by_hand_left = plan.seats["open"] if plan.rule.method is Method.BY_HAND else 0
    return voice.paragraphs(
        voice.lines(
            voice.html("seats-head", title=view.batch.title, count=plan.capacity),
            voice.html(f"seats-method-{plan.rule.method}"),
        ),
        plan_figures(voice, plan),
        voice.lines(
            why_told(voice, plan),
            voice.html("batch-plan-regional", percent=str(REGIONAL_PERCENT)) if "regional" in plan.seats else None,
            voice.html("batch-plan-affirmative") if "affirmative" in plan.seats else None,
            voice.html("batch-plan-left", count=by_hand_left) if by_hand_left else None,
        ),
    )


def _switch(label: str, on: bool) -> str:
    return f"{'✅' if on else '⬜'} {label}"


def _back(voice: Voice, batch_id: int) -> Row:
    return [button(voice.plain("button-back"), ShowSeatRules(batch=batch_id))]
