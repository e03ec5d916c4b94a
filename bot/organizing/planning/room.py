"""The room of planning and its lists. Pure: counts and plans in, screens out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import clipped
from bot.callbacks_planning import NewDraft, PlanRoom, Plans, Review, ShowPlan, ShowSurvey, Which
from bot.organizing.home import back as home_back
from bot.organizing.planning.phrases import TITLE_SHOWN, facts_told, state_told
from bot.screens import Row, Screen, button
from bot.words import Voice
from services.access import Grant, reach
from services.needs import Survey
from services.planning import Plan, State
from storage.repositories.agencies import Agency

PAGE_SIZE = 5
SURVEY_PAGE = 6


def room(
    voice: Voice,
    grants: Sequence[Grant],
    agencies: Sequence[Agency],
    own: Sequence[Plan],
    queue: int,
    taking: int,
) -> Screen:
    """What is under way, and what one can do. `taking` trainings take seats, `queue` drafts wait."""
    drafts, all_ = bool(reach("training.draft", grants)), bool(reach("training.synchronise", grants))
    named = ", ".join(agency.short_name for agency in agencies)
    text = voice.paragraphs(
        voice.html("plan-room-of", agencies=named) if named else voice.html("plan-room"),
        voice.lines(
            _counted(voice, own) if drafts else None,
            voice.html("plan-room-queue", count=queue) if all_ else None,
            voice.html("plan-room-open", count=taking),
        ),
    )
    first: list[Row] = []
    if all_ and queue:
        first.append([button(voice.plain("button-check-drafts"), Review())])
    if agencies:
        first.append([button(voice.plain("button-new-draft"), NewDraft())])
    lists: Row = []
    if drafts:
        lists.append(_list(voice, "own"))
    if all_:
        lists.append(_list(voice, "queue"))
    lists.append(_list(voice, "done"))
    taken = button(voice.plain("button-take-seats" if drafts else "button-plans-open"), Plans(which="open"))
    return Screen(
        text, (*first, lists, [taken], [button(voice.plain("button-survey"), ShowSurvey())], home_back(voice))
    )


def choose_agency(voice: Voice, agencies: Sequence[Agency]) -> Screen:
    """Whose draft it is to be."""
    rows = [[button(clipped(one.short_name, 22), NewDraft(agency=one.id))] for one in agencies[:6]]
    return Screen(voice.html("plan-choose-agency"), (*rows, back(voice)))


def listed(voice: Voice, which: Which, plans: Sequence[Plan], page: int) -> Screen:
    """A list: each training with its state or its agency."""
    pages = max(1, -(-len(plans) // PAGE_SIZE))
    page = min(page, pages)
    shown = plans[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    if not shown:
        return Screen(voice.html(f"plans-{which}-none"), (back(voice),))
    lines = (
        voice.html(
            "plans-line",
            number=number,
            title=clipped(plan.title, TITLE_SHOWN),
            facts=facts_told(voice, plan),
            state=state_told(voice, plan) if which in {"own", "done"} else plan.agency.short_name,
        )
        for number, plan in enumerate(shown, 1)
    )
    text = voice.paragraphs(voice.html(f"plans-{which}"), voice.lines(*lines))
    numbers = [
        button(str(number), Review(training=plan.id) if which == "queue" else ShowPlan(training=plan.id))
        for number, plan in enumerate(shown, 1)
    ]
    turns = [
        button(voice.plain(key), Plans(which=which, page=to))
        for key, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= to <= pages
    ]
    return Screen(text, (numbers, turns, back(voice)))


def survey(voice: Voice, found: Survey, *, own: bool, page: int) -> Screen:
    """What people would like to learn: topics and counts, no names."""
    pages = max(1, -(-len(found.topics) // SURVEY_PAGE))
    page = min(page, pages)
    shown = found.topics[(page - 1) * SURVEY_PAGE : page * SURVEY_PAGE]
    start = (page - 1) * SURVEY_PAGE + 1
    lines = (
        voice.html(
            "survey-line-own", number=number, topic=one.topic, count=one.people, own=one.own, province=found.province
        )
        if found.province
        else voice.html("survey-line", number=number, topic=one.topic, count=one.people)
        for number, one in enumerate(shown, start)
    )
    head = voice.html("survey-own", province=found.province) if own and found.province else voice.html("survey")
    text = voice.paragraphs(head, voice.lines(*lines) if shown else voice.html("survey-none"))
    turns = [
        button(voice.plain(key), ShowSurvey(own=own, page=to))
        for key, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= to <= pages
    ]
    other: Row = []
    if found.province:
        other = [button(voice.plain("button-survey-all" if own else "button-survey-own"), ShowSurvey(own=not own))]
    return Screen(text, (turns, other, back(voice)))


def back(voice: Voice) -> Row:
    """The row that leads to the room."""
    return [button(voice.plain("button-planning-back"), PlanRoom())]


def _list(voice: Voice, which: Which) -> InlineKeyboardButton:
    return button(voice.plain(f"button-plans-{which}"), Plans(which=which))


def _counted(voice: Voice, own: Sequence[Plan]) -> str:
    counts = Counter(State(plan.state) for plan in own)
    if not counts:
        return voice.html("plan-room-none")
    told = ", ".join(voice.plain(f"plan-count-{state}", count=count) for state, count in counts.items())
    return voice.html("plan-room-own", counts=told)
