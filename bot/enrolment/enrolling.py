"""Before a seat: what enrolling would mean, every no with its next step, and how the seats are shared."""

from __future__ import annotations

from datetime import datetime

from aiogram.types import InlineKeyboardButton

from bot.browse.card import OnCard
from bot.browse.phrases import NO_BREAK, pool_name, safe
from bot.browse.sought import along
from bot.callbacks import Card, Sought
from bot.callbacks_browse import Alike
from bot.callbacks_enrolment import AskToEnrol, EnrolIn, ShowEnrolment, ShowSeats
from bot.callbacks_reminders import WatchBatch
from bot.callbacks_work import ChangeWork
from bot.enrolment import work as works
from bot.enrolment.phrases import decimal, has_free_seat, own_pools, pools_told, release_told, state_told
from bot.places import introduction
from bot.screens import Row, Screen, button
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.catalogue import BatchCard, RegistrationState
from services.enrolment import EnrolmentView, PoolFigures, SeatTable
from services.errors import Refusal
from services.identity import OwnIdentity, Work
from services.seats import OPEN, Method


def ask(
    visitor: Visitor, batch: BatchCard, own: OwnIdentity, work: Work, table: SeatTable | None, sought: Sought
) -> Screen:
    """Who enrols in what, and what will come of it."""
    voice = visitor.voice
    nip = own.nip.masked if own.nip else None
    who = " · ".join(part for part in (own.name, voice.plain("enrol-nip", nip=nip) if nip else None) if part)
    agency = own.agency.name if own.agency else None
    text = voice.paragraphs(
        voice.html("enrol-ask", title=batch.title, days=voice.span(batch.starts_at, batch.ends_at)),
        voice.lines(
            safe(" · ".join(part for part in (who, agency) if part)),
            works.told(voice, work, needed=batch.needs_recommendation),
        ),
        _what_follows(voice, batch, table, visitor.province),
    )
    return Screen(
        text,
        (
            [button(voice.plain("button-enrol"), EnrolIn(batch=batch.id))],
            [button(voice.plain("button-change-work"), ChangeWork(batch=batch.id)), _back(voice, batch.id, sought)],
        ),
    )


def introduce_first(visitor: Visitor, title: str, batch_id: int, sought: Sought) -> Screen:
    """Not verified yet: what opens it, and that one comes back to this training."""
    voice = visitor.voice
    waiting = visitor.person is not None and visitor.person.identity == "waiting"
    text = voice.paragraphs(
        voice.html("enrol-unverified-waiting" if waiting else "enrol-unverified"),
        None if waiting else voice.html("consent-then-back", title=title),
    )
    return Screen(text, ([introduction(visitor)], [_back(voice, batch_id, sought)]))


def refused(voice: Voice, refusal: Refusal, batch_id: int) -> Screen:
    """Why not, and what one can do instead."""
    values, rows = refusal.values, [[button(voice.plain("button-find-alike"), Alike(batch=batch_id))]]
    match refusal.key:
        case "registration-upcoming":
            text, rows = (
                voice.html("enrol-no-upcoming", moment=voice.moment(values["opens_at"])),
                [_watch(voice, batch_id)],
            )
        case "registration-closed":
            text = voice.html("enrol-no-closed", moment=voice.moment(values["closes_at"]))
            rows.insert(0, _watch(voice, batch_id))
        case "enrol-province":
            text = voice.html("enrol-no-province", provinces=", ".join(values["provinces"]))
        case "enrol-overlap":
            text = voice.html(
                "enrol-no-overlap",
                title=values["title"],
                days=voice.span(values["starts"], values["ends"]),
                other=values["other"],
                other_days=voice.span(values["other_starts"], values["other_ends"]),
            )
            other = ShowEnrolment(enrolment=values["other_enrolment"])
            rows.append([button(voice.plain("button-see-my-seat"), other)])
        case key:
            text, rows = voice.html(f"refusal-{key}", **values), []
    return Screen(text, (*rows, [_back(voice, batch_id, Sought())]))


def seats(
    voice: Voice, batch: BatchCard, table: SeatTable | None, province: str | None, sought: Sought, *, may_enrol: bool
) -> Screen:
    """All pools in figures, and why the own one is as large as it is."""
    rows: list[Row] = [[_ask(voice, batch.id, sought)]] if may_enrol else []
    rows.append([_back(voice, batch.id, sought)])
    if table is None:
        return Screen(voice.html("seats-unlimited", title=batch.title), tuple(rows))
    head = voice.html("seats-head", title=batch.title, count=table.plan.capacity)
    method = voice.html(f"seats-method-{table.plan.rule.method}")
    own = {pool.key for pool in own_pools(table, province)} if province else set()
    shown = [pool for pool in table.pools if pool.size or pool.taken or pool.key in own]
    figures = Html(f"{NO_BREAK}· ".join(_figure(voice, pool, is_own=pool.key in own) for pool in shown))
    return Screen(
        voice.paragraphs(voice.lines(head, method), figures, _why(voice, table, own), _what_changes(voice, table)),
        tuple(rows),
    )


def may_enrol(batch: BatchCard, visitor: Visitor, *, enrolled: bool) -> bool:
    """Whether the card offers to enrol: it is open, and not known to be for others only."""
    is_open = batch.registration.state is RegistrationState.OPEN
    return is_open and not enrolled and (not _has_agency(visitor) or batch.is_for(visitor.province))


def on_card(
    visitor: Visitor,
    batch: BatchCard,
    table: SeatTable | None,
    held: EnrolmentView | None,
    sought: Sought,
    now: datetime,
) -> OnCard:
    """The own seats and the own place in a sentence, and the buttons that lead on."""
    voice = visitor.voice
    seats = pools_told(voice, table, visitor.province) if table and _has_agency(visitor) else None
    rows: list[Row] = []
    if held is not None:
        rows.append([button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=held.line.id))])
    elif may_enrol(batch, visitor, enrolled=False):
        rows.append([_ask(voice, batch.id, sought)])
    elif visitor.has_agreed and batch.registration.state is not RegistrationState.OPEN:
        rows.append(_watch(voice, batch.id))
    if table is not None:
        rows.append([button(voice.plain("button-see-seats"), along(ShowSeats, sought, batch=batch.id))])
    state = voice.html("card-own-state", state=state_told(voice, held, now)) if held else None
    return OnCard(seats if batch.is_for(visitor.province) else None, state, tuple(rows))


def _what_follows(voice: Voice, batch: BatchCard, table: SeatTable | None, province: str | None) -> Html:
    told = Html(pools_told(voice, table, province)) if table else None
    nomination = None
    if table is not None and table.nominate_until is not None:
        nomination = voice.html("enrol-then-nomination", moment=voice.moment(table.nominate_until))
    if batch.needs_recommendation:
        needed = voice.html("enrol-then-recommendation", host=batch.host.short_name)
        return voice.lines(told, nomination or needed, needed if nomination else None)
    if nomination is not None:
        return voice.lines(told, nomination)
    if not has_free_seat(table, province):
        return voice.lines(told, voice.html("enrol-then-waitlist"))
    return voice.lines(told, voice.html("enrol-then-seat"))


def _figure(voice: Voice, pool: PoolFigures, *, is_own: bool) -> str:
    """`NTT 1/2`, never broken at the end of a line; the own one in bold."""
    key = "seats-own-figure" if is_own else "seats-figure"
    name = pool_name(voice, pool.key).replace(" ", NO_BREAK)
    told = voice.html(key, pool=name, taken=str(pool.taken), size=str(pool.size))
    return told.replace(" ", NO_BREAK)


def _why(voice: Voice, table: SeatTable, own: set[str]) -> Html | None:
    """The sum behind the own pool, in a sentence."""
    pool = next((pool for pool in table.plan.pools if pool.key in own and pool.key != OPEN), None)
    if pool is None:
        return voice.html("seats-why-open")
    method, plan = table.plan.rule.method, table.plan
    if pool.size and method in {Method.PROPORTIONAL, Method.ONE_EACH} and plan.total_size:
        key = "proportional" if method is Method.PROPORTIONAL else "one-each"
        why = voice.html(
            f"seats-why-{key}",
            pool=pool_name(voice, pool.key),
            size=voice.number(pool.size),
            total=voice.number(plan.total_size),
            exact=decimal(voice, pool.exact),
            planned=pool.planned,
        )
        return Html(f"{why} {voice.html('seats-rounded')}") if pool.rounded_up else why
    if method is Method.EQUAL and pool.kind == "province":
        return voice.html("seats-why-equal", pool=pool_name(voice, pool.key), planned=pool.planned)
    return voice.html("seats-why-set", pool=pool_name(voice, pool.key), planned=pool.planned)


def _what_changes(voice: Voice, table: SeatTable) -> Html:
    adjusted = table.plan.adjustments[-1] if table.plan.adjustments else None
    place = table.own
    nomination = table.nominate_until
    return voice.lines(
        voice.html("seats-nomination", moment=voice.moment(nomination)) if nomination else None,
        voice.html("seats-adjusted", day=voice.day(voice.local(adjusted.at)), reason=adjusted.reason)
        if adjusted
        else None,
        voice.html("seats-released") if table.released_at else release_told(voice, table),
        voice.html("seats-place", pool=pool_name(voice, place.key), place=str(table.place))
        if table.place and place
        else None,
    )


def _has_agency(visitor: Visitor) -> bool:
    return visitor.person is not None and visitor.person.agency is not None


def _ask(voice: Voice, batch_id: int, sought: Sought) -> InlineKeyboardButton:
    return button(voice.plain("button-enrol"), along(AskToEnrol, sought, batch=batch_id))


def _watch(voice: Voice, batch_id: int) -> Row:
    """To hear when the training opens, this batch or a later one."""
    return [button(voice.plain("button-watch"), WatchBatch(batch=batch_id))]


def _back(voice: Voice, batch_id: int, sought: Sought) -> InlineKeyboardButton:
    return button(voice.plain("button-back"), along(Card, sought, batch=batch_id))
