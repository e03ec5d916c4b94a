"""The composition root: settings -> database -> services -> dispatcher -> inbox. Nowhere else is anything wired.

`jalin run`, the demo and the tests all build the bot here; they differ in settings and clock only.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import chain
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError
from aiogram_dialog import setup_dialogs

from bot import commands
from bot.answers import AnswerAll
from bot.broadcasting.keeper import Keeper
from bot.deliveries import build_kinds
from bot.delivery import Deliverer
from bot.dialogs import (
    adding,
    answering,
    batch_cancel,
    batch_form,
    batch_seats,
    drafting,
    find_agency,
    find_recipients,
    find_training,
    letter,
    onboarding,
    people,
    rejection,
    remark,
    returning,
    rewording,
    seat_number,
    upload,
    wishing,
    work,
)
from bot.dialogs import (
    announcing as announcing_dialog,
)
from bot.dialogs import (
    asking as asking_dialog,
)
from bot.dialogs import (
    faq as faq_dialog,
)
from bot.dialogs.leaving import elsewhere
from bot.dialogs.messages import QuietMessageManager
from bot.fsm import ScopedStorage, Unlocked
from bot.handlers import (
    albums,
    announcing,
    approving,
    articles,
    asking,
    batches,
    broadcasts,
    browse,
    committing,
    desk,
    enrolment,
    errors,
    fallback,
    faq,
    files,
    group_talk,
    groups,
    guides,
    habits,
    inline,
    kelola,
    knowledge,
    links,
    needs,
    nomination,
    papers,
    parked,
    participants,
    places,
    planning,
    practice,
    privacy,
    questions,
    recommendation,
    recommending,
    reminders,
    shelves,
    start,
    synchronising,
    team,
    tending,
)
from bot.inbox import UpdateInbox
from bot.keys import open_vault
from bot.organizing.saving import Saving
from bot.pacer import Pacer
from bot.polling import Poller
from bot.schedule import Schedule
from bot.screens import Stage
from bot.seen import SeeMessages
from bot.session import AnswerOnce, LastMessages, RememberLast, WaitAsTold, build_bot
from bot.settings import Settings
from bot.shelf import Shelf
from bot.toolbox import Tools, build_tools
from bot.visitor import MeetVisitor
from bot.words import Words
from services.broadcasts import QueueCopies, QueueDue, SettleBroadcasts
from services.clock import Clock, utc_now
from services.enrolment import CheckSeats, EndWithoutLetter, ExpireOffers, GiveNominated, MoveLines, ReleaseUnused
from services.helpdesk.alarms import SoundAlarms
from services.housekeeping import ForgetOld
from services.outbox import Desk
from services.practice.habits import SweepHabits
from services.reminders import PlanReminders, SweepReminders
from storage.database import Database
from storage.migrate import migrate

log = structlog.get_logger(__name__)

DIALOGS = (
    onboarding,
    rejection,
    returning,
    find_training,
    find_agency,
    find_recipients,
    letter,
    work,
    drafting,
    remark,
    seat_number,
    wishing,
    batch_form,
    batch_seats,
    batch_cancel,
    people,
    upload,
    announcing_dialog,
    rewording,
    faq_dialog,
    asking_dialog,
    adding,
    answering,
)

TAKES_TEXT = frozenset(chain.from_iterable(dialog.TAKES_TEXT for dialog in DIALOGS))
"""The states in which a text is the answer to an open question."""


@dataclass(frozen=True, slots=True)
class App:
    """The whole bot, wired and at rest."""

    settings: Settings
    database: Database
    bot: Bot
    tools: Tools
    inbox: UpdateInbox
    deliverer: Deliverer
    schedule: Schedule
    saving: Saving

    async def run(self, stop: asyncio.Event, on_ready: Callable[[], object]) -> None:
        """Poll, handle and deliver until `stop`; what is under way then is finished."""
        poller = Poller(self.bot, self.inbox, on_ready)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.deliverer.run(stop))
            tasks.create_task(self.inbox.run(stop))
            tasks.create_task(self.schedule.run(stop))
            tasks.create_task(self.saving.run(stop))
            tasks.create_task(self._introduce())
            await poller.run(stop)
            stop.set()

    async def _introduce(self) -> None:
        try:
            await commands.publish(self.bot, self.tools.words)
        except TelegramAPIError as error:  # the commands of the last start stay; nothing else depends on them
            log.warning("commands_not_published", error=type(error).__name__)


@asynccontextmanager
async def open_app(settings: Settings, *, now: Clock = utc_now, shelf: Shelf | None = None) -> AsyncIterator[App]:
    """Migrate the database, wire everything, and hand all connections back at the end.

    Several apps of one process may share a shelf; one that is given none fills its own.
    """
    database = Database(settings.database_url)
    bot = build_bot(settings)
    try:
        await migrate(database)
        app = build_app(settings, database, bot, now, shelf or Shelf(settings.modules_folder))
        await app.tools.faq_shelf.refresh()
        yield app
    finally:
        await bot.session.close()
        await database.close()


def build_app(settings: Settings, database: Database, bot: Bot, now: Clock, shelf: Shelf) -> App:
    """Wire the parts. Costs no I/O but the file of the keys."""
    vault, words, last = open_vault(settings), Words(), LastMessages()
    tools = build_tools(settings, database, vault, now, words=words, stage=Stage(last), shelf=shelf)
    meet = MeetVisitor(tools.people.find, words, settings.default_timezone)
    deliverer = _wire_sending(settings, database, bot, now, tools, last)
    dispatcher = build_dispatcher(tools, meet, last)

    async def feed(update: dict[str, Any]) -> None:
        await dispatcher.feed_raw_update(bot, update)
        deliverer.wake()  # what the update caused may be owed to somebody at once

    apologise = errors.Apology(bot, meet)
    inbox = UpdateInbox(database=database, vault=vault, now=now, feed=feed, apologise=apologise)
    saving = Saving(bot=bot, tools=tools.files, last=last, wake=deliverer.wake)
    dispatcher["inbox"], dispatcher["saving"] = inbox, saving
    schedule = Schedule(
        forget_old=ForgetOld(database=database, now=now),
        shelf=tools.faq_shelf,
        release=ReleaseUnused(database=database, now=now),
        expire=ExpireOffers(database=database, now=now),
        move_lines=MoveLines(database=database, now=now),
        check_seats=CheckSeats(database=database),
        plan_reminders=PlanReminders(database=database, now=now),
        sweep_reminders=SweepReminders(database=database, now=now),
        sweep_habits=SweepHabits(database=database, now=now, default_zone=settings.default_timezone),
        end_without_letter=EndWithoutLetter(database=database, now=now),
        give_nominated=GiveNominated(database=database, now=now),
        queue_broadcasts=QueueDue(database=database, now=now, queue=QueueCopies(database=database, now=now)),
        settle_broadcasts=SettleBroadcasts(database=database, now=now),
        keeper=_wire_keeper(bot, tools, deliverer),
        sound_alarms=SoundAlarms(database=database, now=now, admin_ids=settings.admin_ids),
        wake=deliverer.wake,
    )
    return App(settings, database, bot, tools, inbox, deliverer, schedule, saving)


def _wire_sending(
    settings: Settings, database: Database, bot: Bot, now: Clock, tools: Tools, last: LastMessages
) -> Deliverer:
    """Replies and what the outbox owes draw on one pacer, and one 429 halts both."""
    kinds, pacer, zone = build_kinds(tools), Pacer(settings.sends_per_second), settings.default_timezone

    async def unreachable(chat_id: int) -> None:
        if chat_id < 0:  # a group
            await tools.desk.lose(chat_id=chat_id)
        else:
            await tools.people.unreachable(telegram_id=chat_id)

    async def moved(old: int, new: int) -> None:
        await tools.desk.move(old=old, new=new)

    deliverer = Deliverer(
        bot=bot,
        kinds=kinds,
        desk=Desk(database=database, now=now, rules=kinds.rules(), default_zone=zone),
        pacer=pacer,
        unreachable=unreachable,
        moved=moved,
        now=now,
        default_zone=zone,
        paid=settings.paid_broadcast,
    )
    for middleware in (RememberLast(last), AnswerOnce(), WaitAsTold(unreachable, pacer.note_reply, deliverer.halt)):
        bot.session.middleware(middleware)
    return deliverer


def _wire_keeper(bot: Bot, tools: Tools, deliverer: Deliverer) -> Keeper:
    async def unreachable(telegram_id: int) -> None:
        await tools.people.unreachable(telegram_id=telegram_id)

    return Keeper(
        bot=bot,
        tools=tools.broadcasts,
        words=tools.words,
        note=deliverer.note,
        halt=deliverer.halt,
        unreachable=unreachable,
    )


def build_dispatcher(tools: Tools, meet: MeetVisitor, last: LastMessages) -> Dispatcher:
    """All routers, in the order they are asked: what must always work, places, the search, dialogs, the rest."""
    dispatcher = Dispatcher(storage=ScopedStorage(), events_isolation=Unlocked(), tools=tools)
    dispatcher.update.outer_middleware(meet)
    dispatcher.message.outer_middleware(SeeMessages(last))
    dispatcher.callback_query.outer_middleware(AnswerAll())
    errors.setup(dispatcher)
    dispatcher.include_routers(
        groups.setup(),
        group_talk.setup(),
        faq.setup_in_groups(),
        fallback.setup_first(),
        elsewhere(start.setup()),
        elsewhere(links.setup()),
        elsewhere(places.setup()),
        elsewhere(privacy.setup()),
        elsewhere(practice.setup()),
        elsewhere(browse.setup()),
        elsewhere(enrolment.setup()),
        elsewhere(recommendation.setup()),
        elsewhere(papers.setup()),
        elsewhere(guides.setup()),
        elsewhere(kelola.setup()),
        elsewhere(desk.setup()),
        elsewhere(batches.setup()),
        elsewhere(recommending.setup()),
        elsewhere(reminders.setup()),
        elsewhere(habits.setup()),
        elsewhere(planning.setup()),
        elsewhere(synchronising.setup()),
        elsewhere(committing.setup()),
        elsewhere(needs.setup()),
        elsewhere(nomination.setup()),
        elsewhere(participants.setup()),
        elsewhere(files.setup()),
        elsewhere(shelves.setup()),
        elsewhere(tending.setup()),
        elsewhere(faq.setup()),
        elsewhere(team.setup()),
        elsewhere(parked.setup()),
        elsewhere(announcing.setup()),
        elsewhere(approving.setup()),
        elsewhere(broadcasts.setup()),
        broadcasts.setup_answers(),
        elsewhere(articles.setup()),
        elsewhere(asking.setup()),
        elsewhere(questions.setup()),
        inline.setup(),
        albums.setup(),
        asking.setup_written(TAKES_TEXT),
        knowledge.setup(TAKES_TEXT),
        *(dialog.build() for dialog in DIALOGS),
        recommendation.setup_unasked(),
        fallback.setup_last(),
    )
    setup_dialogs(dispatcher, message_manager=QuietMessageManager(), events_isolation=Unlocked())
    return dispatcher


def describe(app: App) -> dict[str, Any]:
    """What an operator wants to know at the start; no secret in it."""
    return {"database": app.database.url.render_as_string(hide_password=True), "api": app.settings.telegram_api_url}
