"""One training that is planned: its card, its history, its fields, its seats. Pure: views in, screens out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.browse.phrases import clipped
from bot.callbacks_planning import (
    AcceptPlans,
    AskSeats,
    ChooseHost,
    EditField,
    MakeHost,
    OfferHost,
    Part,
    PublishPlan,
    RecallPlan,
    ReturnPlan,
    Review,
    ShowMerge,
    ShowPlan,
    SubmitPlan,
    TakeSeats,
    TypeSeats,
)
from bot.organizing.planning.phrases import (
    TITLE_SHOWN,
    facts_told,
    fields_told,
    move_told,
    seats_told,
    state_told,
    value_told,
)
from bot.organizing.planning.room import back
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.planning import FIELDS, Act, PlanView
from storage.repositories.agencies import Agency

SHOWN = 160
FULL = 700
HISTORY = 12
SEATS = (2, 5, 10, 15, 30)
PER_PART = 6
PARTS: dict[Part, Part] = {"fields": "fields2", "fields2": "fields"}


def one(voice: Voice, view: PlanView, done: Html | None = None, alike: Sequence[str] = ()) -> Screen:
    """The card, with what can be done with it now; `done` says what was just done, `alike` what there is already."""
    plan = view.plan
    returned = view.remark if plan.state == "returned" else None
    text = voice.paragraphs(
        done,
        voice.lines(
            voice.html("plan-title", title=plan.title),
            voice.html("plan-owner", agency=plan.agency.short_name, state=state_told(voice, plan)),
            Html(facts_told(voice, plan)),
        ),
        voice.lines(
            voice.html("plan-summary", text=clipped(plan.summary, SHOWN)) if plan.summary else None,
            _seats(voice, view),
            voice.html("plan-remark", remark=returned) if returned else None,
            voice.html("plan-missing", fields=fields_told(voice, view.missing)) if _to_fill(view) else None,
            voice.html("plan-in-merge") if view.proposal else None,
            *(voice.html("draft-alike", title=clipped(title, TITLE_SHOWN)) for title in alike),
        ),
    )
    return Screen(text, (*_acts(voice, view), _parts(voice, view), back(voice)))


def full(voice: Voice, view: PlanView) -> Screen:
    """Everything that stands in it."""
    plan = view.plan
    lines = (
        voice.html(
            "plan-field",
            name=voice.plain(f"draft-label-{field}"),
            value=clipped(value_told(voice, field, getattr(plan, field)), FULL),
        )
        for field in FIELDS
        if field != "title"
    )
    return Screen(
        voice.paragraphs(voice.html("plan-title", title=plan.title), voice.lines(*lines)), (_back(voice, view),)
    )


def history(voice: Voice, view: PlanView) -> Screen:
    """The last steps, the oldest first, for all who have a part in it."""
    steps = view.moves[-HISTORY:]
    lines = (voice.html("plan-history-line", line=move_told(voice, move, year=True)) for move in steps)
    text = voice.paragraphs(voice.html("plan-history", title=view.plan.title), voice.lines(*lines))
    return Screen(text, (_back(voice, view),))


def fields(voice: Voice, view: PlanView, part: Part) -> Screen:
    """Which field is to be changed: six at a time."""
    start = 0 if part == "fields" else PER_PART
    shown = FIELDS[start : start + PER_PART]
    if Act.EDIT not in view.acts:
        return one(voice, view)
    labels = [
        button(voice.plain(f"draft-label-{field}"), EditField(training=view.plan.id, field=field))  # type: ignore[arg-type]
        for field in shown
    ]
    other = button(voice.plain("button-other-fields"), ShowPlan(training=view.plan.id, part=PARTS[part]))
    text = voice.paragraphs(voice.html("plan-title", title=view.plan.title), voice.html("plan-which-field"))
    return Screen(text, (*in_rows(labels, 2), [other, *_back(voice, view)]))


def ask_seats(voice: Voice, view: PlanView, agency: Agency) -> Screen:
    """How many seats an agency takes."""
    plan = view.plan
    taken = next((one.seats for one in view.commitments if one.agency.id == agency.id), 0)
    now = voice.html("seats-now", count=taken, agency=agency.short_name) if taken else None
    text = voice.paragraphs(
        voice.html("plan-title", title=plan.title),
        voice.lines(seats_told(voice, view.commitments), now, voice.html("seats-ask", agency=agency.short_name)),
    )
    numbers = [button(str(n), TakeSeats(training=plan.id, agency=agency.id, seats=n)) for n in SEATS]
    other = [button(voice.plain("button-other-seat-number"), TypeSeats(training=plan.id, agency=agency.id))]
    if taken:
        other.append(
            button(voice.plain("button-give-seats-back"), TakeSeats(training=plan.id, agency=agency.id, seats=0))
        )
    return Screen(text, (numbers, other, _back(voice, view)))


def seats_for(voice: Voice, view: PlanView, agencies: Sequence[Agency]) -> Screen:
    """For which of the own agencies?"""
    rows = [
        [button(clipped(one.short_name, 22), AskSeats(training=view.plan.id, agency=one.id))] for one in agencies[:6]
    ]
    return Screen(voice.html("seats-for"), (*rows, _back(voice, view)))


def choose_host(voice: Voice, view: PlanView) -> Screen:
    """The agencies that take seats; who is ready to host comes first."""
    candidates = sorted(view.commitments, key=lambda one: one.agency.id not in view.offers)[:5]
    lines = (
        voice.html(
            "host-line-ready" if one.agency.id in view.offers else "host-line",
            number=number,
            agency=one.agency.short_name,
            seats=one.seats,
        )
        for number, one in enumerate(candidates, 1)
    )
    text = voice.paragraphs(
        voice.html("plan-title", title=view.plan.title),
        voice.lines(*lines),
        voice.html("host-ask" if candidates else "host-nobody"),
    )
    if len(candidates) == 1:
        only = candidates[0].agency.id
        rows: list[Row] = [[button(voice.plain("button-make-host"), MakeHost(training=view.plan.id, agency=only))]]
    else:
        rows = [
            [
                button(str(number), MakeHost(training=view.plan.id, agency=one.agency.id))
                for number, one in enumerate(candidates, 1)
            ]
        ]
    return Screen(text, (*rows, _back(voice, view)))


def _to_fill(view: PlanView) -> bool:
    return bool(view.missing) and Act.EDIT in view.acts


def _seats(voice: Voice, view: PlanView) -> Html | None:
    told = seats_told(voice, view.commitments)
    if told is not None or view.plan.state != "accepted":
        return told
    return voice.html("plan-no-seats")


def _acts(voice: Voice, view: PlanView) -> list[Row]:
    """The main act first, alone in its row."""
    number, acts = view.plan.id, view.acts
    rows: list[Row] = []
    if Act.SUBMIT in acts:
        if view.missing:
            gap = EditField(training=number, field=view.missing[0], walk=True)  # type: ignore[arg-type]
            rows.append([button(voice.plain("button-complete-draft"), gap)])
        else:
            rows.append([button(voice.plain("button-submit-draft"), SubmitPlan(training=number))])
        rows.append([button(voice.plain("button-edit-draft"), ShowPlan(training=number, part="fields"))])
    if view.proposal is not None and Act.RECALL in acts:
        rows.append([button(voice.plain("button-see-merge"), ShowMerge(proposal=view.proposal.id))])
    if Act.ACCEPT in acts:
        rows.append([button(voice.plain("button-accept-draft"), AcceptPlans(training=number))])
        rows.append(
            [
                button(voice.plain("button-return-draft"), ReturnPlan(training=number)),
                button(voice.plain("button-draft-later"), Review(training=number, skip=True)),
            ]
        )
    if Act.COMMIT in acts:
        all_take = view.own <= {one.agency.id for one in view.commitments}
        key = "button-change-seats" if all_take else "button-take-seats"
        rows.append([button(voice.plain(key), AskSeats(training=number))])
    taking = {one.agency.id for one in view.commitments if not one.is_host} & view.own
    if Act.OFFER in acts and taking - view.offers:
        rows.append([button(voice.plain("button-offer-host"), OfferHost(training=number))])
    if Act.HOST in acts and view.commitments:
        key = "button-choose-host" if view.host is None else "button-change-host"
        rows.append([button(voice.plain(key), ChooseHost(training=number))])
    if Act.PUBLISH in acts and view.host is not None:
        rows.append([button(voice.plain("button-publish-plan"), PublishPlan(training=number))])
    if Act.RECALL in acts:
        rows.append([button(voice.plain("button-recall-draft"), RecallPlan(training=number))])
    return rows


def _parts(voice: Voice, view: PlanView) -> Row:
    return [
        button(voice.plain("button-plan-full"), ShowPlan(training=view.plan.id, part="full")),
        button(voice.plain("button-plan-history"), ShowPlan(training=view.plan.id, part="history")),
    ]


def _back(voice: Voice, view: PlanView) -> Row:
    return [button(voice.plain("button-back"), ShowPlan(training=view.plan.id))]
