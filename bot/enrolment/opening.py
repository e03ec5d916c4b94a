"""Screens of seats together with what they need from the use cases, for handlers and deliveries alike."""

from __future__ import annotations

from bot.browse import card as cards
from bot.callbacks import Sought
from bot.callbacks_enrolment import AskToEnrol, Mine, ShowSeats
from bot.enrolment import enrolling, offers, standing
from bot.enrolment import work as works
from bot.places import Urgent, consent
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from bot.words import Voice
from services.catalogue import BatchCard, RegistrationState
from services.enrolment import EnrolmentView, SeatTable, State
from services.enrolment.mine import Offer
from services.errors import Refusal

BEFORE_ENROLLING = frozenset({"consent-needed", "enrol-unverified"})
"""What opens enrolling is said with the way there."""


async def mine_screen(asked: Mine, visitor: Visitor, tools: Tools) -> Screen:
    """The own enrolments; guests have none."""
    if visitor.person is None:
        return standing.mine_guest(visitor.voice)
    views = await tools.enrolment.mine(telegram_id=visitor.telegram_id, ended=asked.ended)
    return standing.mine(visitor.voice, views, tools.now(), ended=asked.ended, page=asked.page)


async def enrolment_screen(enrolment_id: int, visitor: Visitor, tools: Tools, *, new: bool = False) -> Screen:
    """One own enrolment; with `new` as the answer to enrolling or accepting."""
    view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=enrolment_id)
    table = await table_of(view.line.batch_id, visitor.telegram_id, tools)
    show = standing.arrived if new else standing.one
    return show(visitor.voice, view, table, tools.now())


async def ask_to_enrol_screen(asked: AskToEnrol, visitor: Visitor, tools: Tools) -> Screen:
    """What enrolling would mean, or what is missing before it."""
    voice = visitor.voice
    try:
        batch = await tools.catalogue.card(batch_id=asked.batch)
    except Refusal:
        return cards.gone(voice, asked)
    if not visitor.has_agreed:
        return consent(voice, batch.title)
    if not visitor.is_verified:
        return enrolling.introduce_first(visitor, batch.title, batch.id, asked)
    if (held := await live_of(batch.id, visitor, tools)) is not None:
        return await enrolment_screen(held.line.id, visitor, tools)
    if refusal := _registration(batch):
        return enrolling.refused(voice, refusal, batch.id)
    own = await tools.identity.own(telegram_id=visitor.telegram_id)
    table = await table_of(batch.id, visitor.telegram_id, tools)
    assert own is not None
    work = await tools.work.get(telegram_id=visitor.telegram_id)
    return enrolling.ask(visitor, batch, own, work, table, asked)


async def missing_work(batch_id: int, visitor: Visitor, tools: Tools) -> tuple[works.What, ...]:
    """What is to be asked before the visitor can be enrolled; nothing where they could not be anyway."""
    if not visitor.is_verified or not await is_open(batch_id, tools) or await live_of(batch_id, visitor, tools):
        return ()
    batch = await tools.catalogue.card(batch_id=batch_id)
    if not batch.needs_recommendation:
        return ()
    return works.missing(await tools.work.get(telegram_id=visitor.telegram_id))


async def enrol_screen(batch_id: int, visitor: Visitor, tools: Tools) -> tuple[str | None, Screen]:
    """Enrol: a seat, a place in line, or why not; with a toast where nothing changed by it."""
    try:
        done = await tools.enrolment.enrol(telegram_id=visitor.telegram_id, batch_id=batch_id)
    except Refusal as refusal:
        if refusal.key in BEFORE_ENROLLING:
            return None, await ask_to_enrol_screen(AskToEnrol(batch=batch_id), visitor, tools)
        return None, enrolling.refused(visitor.voice, refusal, batch_id)
    toast = None
    if done.again:
        kind = "seat" if done.state == State.CONFIRMED else "place"
        toast = visitor.voice.plain(f"enrol-again-{kind}")
    return toast, await enrolment_screen(done.enrolment_id, visitor, tools, new=True)


async def seats_screen(asked: ShowSeats, visitor: Visitor, tools: Tools) -> Screen:
    """How the seats of a batch are shared."""
    try:
        batch = await tools.catalogue.card(batch_id=asked.batch)
    except Refusal:
        return cards.gone(visitor.voice, asked)
    table = await table_of(batch.id, visitor.telegram_id, tools)
    enrolled = await live_of(batch.id, visitor, tools) is not None
    may_enrol = enrolling.may_enrol(batch, visitor, enrolled=enrolled)
    return enrolling.seats(visitor.voice, batch, table, visitor.province, asked, may_enrol=may_enrol)


async def offer_screen(offer: Offer, visitor: Visitor, tools: Tools) -> Screen:
    """An offer as it is now: open, accepted, passed on or withdrawn."""
    now, voice = tools.now(), visitor.voice
    if offer.state == "open" and now < offer.deadline_at:
        view = await tools.enrolment.own(telegram_id=visitor.telegram_id, enrolment_id=offer.enrolment_id)
        return offers.offer(voice, view, offer, now)
    if offer.state in {"open", "expired"}:
        return await lapsed_screen(voice, offer, visitor.telegram_id, tools)
    if offer.state == "accepted":
        return await enrolment_screen(offer.enrolment_id, visitor, tools)
    return offers.over(voice)


async def lapsed_screen(voice: Voice, offer: Offer, telegram_id: int, tools: Tools) -> Screen:
    """An offer that nobody answered in time."""
    view = await tools.enrolment.own(telegram_id=telegram_id, enrolment_id=offer.enrolment_id)
    table = await table_of(offer.batch_id, telegram_id, tools)
    may_enrol, place = await is_open(offer.batch_id, tools), table.next_place if table else None
    return offers.lapsed(voice, offer, view.line.title, may_enrol=may_enrol, place=place)


async def is_open(batch_id: int, tools: Tools) -> bool:
    """Whether one can register for a batch now."""
    try:
        batch = await tools.catalogue.card(batch_id=batch_id)
    except Refusal:
        return False
    return batch.registration.state is RegistrationState.OPEN


async def table_of(batch_id: int, telegram_id: int, tools: Tools) -> SeatTable | None:
    """The seats as the person sees them; None: without limit, or the batch is off the list."""
    try:
        return await tools.enrolment.seats(batch_id=batch_id, telegram_id=telegram_id)
    except Refusal:
        return None


async def live_of(batch_id: int, visitor: Visitor, tools: Tools) -> EnrolmentView | None:
    """The visitor's enrolment in a batch that has not ended."""
    if visitor.person is None:
        return None
    views = await tools.enrolment.mine(telegram_id=visitor.telegram_id)
    return next((view for view in views if view.line.batch_id == batch_id), None)


async def offer_to_answer(visitor: Visitor, tools: Tools) -> Urgent | None:
    """The offered seat whose deadline is nearest, for the menu."""
    if not visitor.is_verified:
        return None
    now, views = tools.now(), await tools.enrolment.mine(telegram_id=visitor.telegram_id)
    deadlines = [(view.line.offer_deadline_at, view) for view in views if view.line.offer_id is not None]
    open_ = sorted(((due, view) for due, view in deadlines if due and due > now), key=lambda pair: pair[0])
    if not open_:
        return None
    return standing.urgent(visitor.voice, open_[0][1], open_[0][0], now)


async def on_card(batch: BatchCard, sought: Sought, visitor: Visitor, tools: Tools) -> cards.OnCard:
    """What a batch's card says about its seats to this visitor, and the buttons that go with it."""
    table = await table_of(batch.id, visitor.telegram_id, tools)
    held = await live_of(batch.id, visitor, tools)
    return enrolling.on_card(visitor, batch, table, held, sought, tools.now())


def _registration(batch: BatchCard) -> Refusal | None:
    match batch.registration.state:
        case RegistrationState.UPCOMING:
            return Refusal("registration-upcoming", opens_at=batch.registration.opens_at)
        case RegistrationState.CLOSED:
            return Refusal("registration-closed", closes_at=batch.registration.closes_at)
    return None
