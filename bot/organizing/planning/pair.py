"""Two drafts side by side, and merging them. Pure: views in, screens out."""

from __future__ import annotations

from bot.browse.phrases import clipped
from bot.callbacks_planning import (
    AcceptPlans,
    ChooseMerge,
    MakeMerge,
    ReturnPlan,
    Review,
    ShowMerge,
    ShowPlan,
    SideBySide,
    TakeMerge,
)
from bot.organizing.planning.phrases import TITLE_SHOWN, alike_told, facts_told
from bot.organizing.planning.room import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.planning import MergeView, Pair, Plan

TEXT_SHOWN = 350


def pair(voice: Voice, found: Pair, *, refused: bool = False) -> Screen:
    """j11: what is alike, and what the secretariat can do."""
    first, second = found.first.plan, found.second.plan
    waits = found.first.proposal is not None
    text = voice.paragraphs(
        voice.html("pair", percent=found.alike.percent),
        both(voice, first, second),
        alike_told(voice, first, found.alike),
        voice.html("pair-waits") if waits else voice.html("pair-refused") if refused else None,
    )
    propose = [button(voice.plain("button-propose-merge"), ChooseMerge(first=first.id, second=second.id))]
    return Screen(
        text,
        (
            [] if waits else propose,
            [button(voice.plain("button-accept-both"), AcceptPlans(training=first.id, other=second.id))],
            [
                button(voice.plain("button-return-a"), ReturnPlan(training=first.id)),
                button(voice.plain("button-return-b"), ReturnPlan(training=second.id)),
            ],
            [
                button(voice.plain("button-compare-drafts"), SideBySide(first=first.id, second=second.id)),
                button(voice.plain("button-draft-later"), Review(training=first.id, beside=second.id, skip=True)),
            ],
            back(voice),
        ),
    )


def compare(voice: Voice, found: Pair) -> Screen:
    """What stands in each."""
    blocks = []
    for letter, view in (("A", found.first), ("B", found.second)):
        plan = view.plan
        texts = {"summary": plan.summary, "objectives": plan.objectives, "materials": plan.materials}
        lines = (
            voice.html("plan-field", name=voice.plain(f"draft-label-{field}"), value=clipped(text, TEXT_SHOWN))
            for field, text in texts.items()
            if text
        )
        blocks.append(voice.lines(_named(voice, letter, plan), *lines))
    return Screen(
        voice.paragraphs(*blocks), ([button(voice.plain("button-back"), Review(training=found.first.plan.id))],)
    )


def choose(voice: Voice, found: Pair) -> Screen:
    """Which of the two goes on."""
    first, second = found.first.plan, found.second.plan
    text = voice.paragraphs(voice.html("merge-which"), both(voice, first, second))
    return Screen(
        text,
        (
            [
                button(voice.plain("button-keep-a"), MakeMerge(kept=first.id, merged=second.id)),
                button(voice.plain("button-keep-b"), MakeMerge(kept=second.id, merged=first.id)),
            ],
            [button(voice.plain("button-back"), Review(training=first.id))],
        ),
    )


def decided(voice: Voice, text: Html, more: bool) -> Screen:
    """What was decided, and the way to the next draft."""
    following: Row = [button(voice.plain("button-next-draft"), Review())] if more else []
    return Screen(text, (following, back(voice)))


def proposal(voice: Voice, view: MergeView) -> Screen:
    """A proposal, for one of the owners or for the secretariat."""
    first, second = view.pair.first.plan, view.pair.second.plan
    answers = [
        voice.html("merge-agency-agreed", agency=plan.agency.short_name)
        for plan, agrees in ((first, view.kept_agrees), (second, view.merged_agrees))
        if agrees
    ]
    text = voice.paragraphs(
        voice.html("merge-proposed", percent=view.pair.alike.percent),
        both(voice, first, second),
        voice.lines(
            alike_told(voice, first, view.pair.alike),
            voice.html("merge-result", title=clipped(first.title, TITLE_SHOWN), agency=first.agency.short_name),
            *answers,
        ),
    )
    return Screen(
        text, (*(answer_rows(voice, view, see=False) if view.waits_for_me else ()), *_read(voice, view), back(voice))
    )


def answer_rows(voice: Voice, view: MergeView, *, see: bool) -> tuple[Row, ...]:
    """The answers of an owner."""
    agree = button(voice.plain("button-agree-merge"), TakeMerge(proposal=view.id, agrees=True))
    keep = button(voice.plain("button-keep-draft"), TakeMerge(proposal=view.id, agrees=False))
    look = [button(voice.plain("button-see-merge"), ShowMerge(proposal=view.id))] if see else []
    return ([agree], [*look, keep])


def both(voice: Voice, first: Plan, second: Plan) -> Html:
    """A and B, apart from each other: titles are long."""
    return voice.paragraphs(_named(voice, "A", first), _named(voice, "B", second))


def _read(voice: Voice, view: MergeView) -> list[Row]:
    plans = (view.pair.first.plan, view.pair.second.plan)
    return [
        [
            button(voice.plain(f"button-read-{letter}"), ShowPlan(training=plan.id, part="full"))
            for letter, plan in zip("ab", plans, strict=True)
        ]
    ]


def _named(voice: Voice, letter: str, plan: Plan) -> Html:
    title = clipped(plan.title, TITLE_SHOWN)
    return voice.html(
        "pair-line", letter=letter, agency=plan.agency.short_name, title=title, facts=facts_told(voice, plan)
    )
