"""Screens of planning that need use cases first."""

from __future__ import annotations

from bot.callbacks_planning import Part
from bot.organizing.planning import pair, plan, room
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Html
from services.access import reach
from services.errors import NotAllowed, Refusal

STALE = frozenset(
    {"plan-moved-on", "merge-over", "merge-open", "merge-unknown", "plan-unknown", "seats-host", "host-no-seats"}
)
"""Refusals after which the screen of now is shown: somebody was faster."""


async def room_screen(visitor: Visitor, tools: Tools) -> Screen:
    """The room of planning."""
    who = visitor.telegram_id
    grants = await tools.people.grants(telegram_id=who)
    if not reach("planning.open", grants):
        raise NotAllowed
    drafts, all_ = reach("training.draft", grants), reach("training.synchronise", grants)
    return room.room(
        visitor.voice,
        grants,
        await tools.planning.agencies(actor_telegram_id=who),
        await tools.planning.list(which="own", actor_telegram_id=who) if drafts else (),
        len(await tools.planning.list(which="waiting", actor_telegram_id=who)) if all_ else 0,
        len(await tools.planning.list(which="open", actor_telegram_id=who)),
    )


async def plan_screen(
    training_id: int, visitor: Visitor, tools: Tools, part: Part = "", done: Html | None = None
) -> Screen:
    """A training, or a part of it."""
    view = await tools.planning.get(training_id=training_id, actor_telegram_id=visitor.telegram_id)
    match part:
        case "full":
            return plan.full(visitor.voice, view)
        case "history":
            return plan.history(visitor.voice, view)
        case "fields" | "fields2":
            return plan.fields(visitor.voice, view, part)
        case _:
            return plan.one(visitor.voice, view, done)


async def review_screen(
    training_id: int, visitor: Visitor, tools: Tools, *, beside: int = 0, skip: bool = False
) -> Screen:
    """A submitted draft beside the one most like it, or alone; the room where none waits."""
    who = visitor.telegram_id
    queue = [one.id for one in await tools.planning.list(which="queue", actor_telegram_id=who)]
    waiting = [one.id for one in await tools.planning.list(which="waiting", actor_telegram_id=who)]
    if skip:
        others = [number for number in waiting if number not in {training_id, beside}]
        training_id = next((number for number in others if number > training_id), others[0] if others else training_id)
    if training_id not in queue:
        if not waiting:
            return await room_screen(visitor, tools)
        training_id = waiting[0]
    alike = await tools.planning.similar(training_id=training_id, actor_telegram_id=who)
    view = await tools.planning.get(training_id=training_id, actor_telegram_id=who)
    if view.proposal is not None:  # beside the draft it is to be merged with
        other = view.proposal.merged_id if view.proposal.kept_id == training_id else view.proposal.kept_id
    elif alike:
        other = alike[0].plan.id
    else:
        return plan.one(visitor.voice, view, alike=await tools.planning.titles_like(title=view.plan.title))
    found = await tools.planning.compare(first_id=training_id, second_id=other, actor_telegram_id=who)
    refused = any(one.refused for one in alike if one.plan.id == other)
    return pair.pair(visitor.voice, found, refused=refused)


async def merge_screen(proposal_id: int, visitor: Visitor, tools: Tools) -> Screen:
    """A proposal to merge, or the first that waits for an answer; the room where none does."""
    who = visitor.telegram_id
    if not proposal_id:
        waiting = await tools.planning.merges(actor_telegram_id=who)
        if not waiting:
            return await room_screen(visitor, tools)
        proposal_id = waiting[0]
    view = await tools.planning.merge(proposal_id=proposal_id, actor_telegram_id=who)
    return pair.proposal(visitor.voice, view)


def refused(visitor: Visitor, refusal: Refusal) -> Screen:
    """Why nothing can be done any more, where a question was still open."""
    voice = visitor.voice
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), (room.back(voice),))
