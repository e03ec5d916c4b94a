"""What planners are told unasked: one step of a training's history. Each looks again before it says anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.browse.phrases import clipped
from bot.callbacks_planning import AskSeats, ChooseHost, Review, ShowPlan
from bot.delivery import Kind, Recipient, Rendered
from bot.organizing.planning.pair import answer_rows, both
from bot.organizing.planning.phrases import alike_told, facts_told
from bot.screens import Row, Screen, button
from bot.toolbox import Tools
from bot.words import Html, Voice
from services.errors import Refusal
from services.outbox import Policy
from services.planning import STEP_KIND, PlanMove, PlanView, State, What

TITLE_SHOWN = 100
TRUE_IN: dict[str, frozenset[State]] = {
    What.SUBMITTED: frozenset({State.SUBMITTED}),
    What.ACCEPTED: frozenset({State.ACCEPTED}),
    What.RETURNED: frozenset({State.RETURNED}),
    What.PROPOSED: frozenset({State.SUBMITTED}),
    What.KEPT: frozenset({State.SUBMITTED}),
    What.MERGED: frozenset({State.SUBMITTED}),
    What.OFFERED: frozenset({State.ACCEPTED}),
    What.HOST: frozenset({State.ACCEPTED}),
    What.PUBLISHED: frozenset({State.PUBLISHED}),
}
"""The states of the training in which a step is still news."""


@dataclass(frozen=True, slots=True)
class Step:
    """To a planner; not said any more once the training has moved on, or the role was taken away."""

    tools: Tools

    async def __call__(self, payload: dict[str, Any], recipient: Recipient) -> Rendered | None:
        try:
            view = await self.tools.planning.get(
                training_id=payload["training"], actor_telegram_id=recipient.telegram_id
            )
        except Refusal:
            return None
        move = next((one for one in view.moves if one.id == payload["move"]), None)
        if move is None or view.plan.state not in TRUE_IN.get(move.what, ()):
            return None
        # Submitted again, returned again: what is told is the last of them.
        if any(later.what == move.what and later.id > move.id for later in view.moves):
            return None
        voice = self.tools.words.voice(recipient.language, recipient.zone)
        screen = await self._said(voice, view, move, recipient)
        return Rendered(screen.text, screen.keyboard) if screen else None

    async def _said(self, voice: Voice, view: PlanView, move: PlanMove, recipient: Recipient) -> Screen | None:
        if move.what == What.PROPOSED:
            return await self._proposed(voice, move, recipient)
        if move.what == What.ACCEPTED and view.plan.agency.id not in view.own:
            return _asked_for_seats(voice, view)
        number, host = view.plan.id, view.host
        if move.what == What.HOST and (host is None or host.id != move.details.get("agency")):
            return None
        first: Row = [button(voice.plain("button-see-plan"), ShowPlan(training=number))]
        if move.what == What.SUBMITTED:
            first = [button(voice.plain("button-check-draft"), Review(training=number))]
        if move.what == What.OFFERED:
            if host is not None:
                return None
            first = [button(voice.plain("button-choose-host"), ChooseHost(training=number)), *first]
        text = voice.lines(
            _head(voice, view, move),
            voice.html("plan-remark", remark=move.remark) if move.remark else None,
        )
        return Screen(text, (first,))

    async def _proposed(self, voice: Voice, move: PlanMove, recipient: Recipient) -> Screen | None:
        try:
            merge = await self.tools.planning.merge(
                proposal_id=move.details["proposal"], actor_telegram_id=recipient.telegram_id
            )
        except Refusal:  # it is over
            return None
        if not merge.waits_for_me:
            return None
        first, second = merge.pair.first.plan, merge.pair.second.plan
        text = voice.paragraphs(
            voice.html("told-plan-proposed"), both(voice, first, second), alike_told(voice, first, merge.pair.alike)
        )
        return Screen(text, answer_rows(voice, merge, see=True))


def kinds(tools: Tools) -> list[Kind]:
    """Nobody may miss a step, so each is sent again when it perhaps did not arrive."""
    return [Kind(STEP_KIND, Policy.AT_LEAST_ONCE, Step(tools))]


def _asked_for_seats(voice: Voice, view: PlanView) -> Screen | None:
    """To other agencies: how many seats do they take? Not where all of one's own have said so already."""
    if view.own <= {one.agency.id for one in view.commitments}:
        return None
    text = voice.html(
        "told-plan-seats",
        title=clipped(view.plan.title, TITLE_SHOWN),
        agency=view.plan.agency.short_name,
        facts=facts_told(voice, view.plan),
    )
    take = button(voice.plain("button-take-seats"), AskSeats(training=view.plan.id))
    return Screen(text, ([take], [button(voice.plain("button-see-plan"), ShowPlan(training=view.plan.id))]))


def _head(voice: Voice, view: PlanView, move: PlanMove) -> Html:
    return voice.html(
        f"told-plan-{move.what}",
        title=clipped(view.plan.title, TITLE_SHOWN),
        agency=view.plan.agency.short_name,
        by=move.agency or voice.plain("plan-step-someone"),
        facts=facts_told(voice, view.plan),
        host=view.host.short_name if view.host else "",
        partner=clipped(str(move.details.get("partner") or move.details.get("source") or ""), TITLE_SHOWN),
    )
