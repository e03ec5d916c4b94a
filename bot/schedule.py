"""What happens by the clock. APScheduler only ticks; what is due is decided by the use cases and their tables."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import asdict, dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError

from bot.broadcasting.keeper import Keeper
from bot.faq_shelf import FaqShelf
from services.broadcasts import QueueDue, SettleBroadcasts
from services.clock import utc_now
from services.enrolment import CheckSeats, EndWithoutLetter, ExpireOffers, GiveNominated, MoveLines, ReleaseUnused
from services.helpdesk.alarms import SoundAlarms
from services.housekeeping import ForgetOld
from services.practice.habits import SweepHabits
from services.reminders import PlanReminders, SweepReminders

log = structlog.get_logger(__name__)

NIGHT = {"hour": 2, "minute": 15}
"""In Jakarta: nobody's office hours."""
ARTICLES = {"seconds": 10}
"""An author who looks for a change should not have to wait for it."""
EVERY_MINUTE = {"minutes": 1}
"""An offer that has lapsed should not keep its seat for long."""
REMINDERS = {"seconds": 1}
"""What is due is said within two seconds, when the pace allows it."""
ANNOUNCEMENTS = {"seconds": 1}
PROGRESS = {"seconds": 3}
"""So often an author's message is edited at most; Telegram allows one a second in a chat."""
# A late tick still counts and never runs beside itself: APScheduler's own default drops what is one second late.
MANNERS = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}


@dataclass(frozen=True, slots=True)
class Schedule:
    """The jobs of one process."""

    forget_old: ForgetOld
    shelf: FaqShelf
    release: ReleaseUnused
    expire: ExpireOffers
    move_lines: MoveLines
    check_seats: CheckSeats
    plan_reminders: PlanReminders
    sweep_reminders: SweepReminders
    sweep_habits: SweepHabits
    end_without_letter: EndWithoutLetter
    give_nominated: GiveNominated
    queue_broadcasts: QueueDue
    settle_broadcasts: SettleBroadcasts
    keeper: Keeper
    sound_alarms: SoundAlarms
    wake: Callable[[], object]
    """Tells the deliverer that something may be owed."""

    async def run(self, stop: asyncio.Event) -> None:
        """Tick until `stop`. Once at the start as well: a process that is restarted nightly must tidy up too."""
        scheduler = AsyncIOScheduler(timezone="Asia/Jakarta", job_defaults=MANNERS)
        scheduler.add_job(self.tidy, "cron", **NIGHT)
        scheduler.add_job(self.shelf.look, "interval", **ARTICLES)
        scheduler.add_job(self.move_seats, "interval", **EVERY_MINUTE, next_run_time=utc_now())
        scheduler.add_job(self.alarm, "interval", **EVERY_MINUTE, next_run_time=utc_now())
        scheduler.add_job(self.plan, "interval", **EVERY_MINUTE, next_run_time=utc_now())
        scheduler.add_job(self.remind, "interval", **REMINDERS)
        scheduler.add_job(self.practise, "cron", second=0)
        scheduler.add_job(self.announce, "interval", **ANNOUNCEMENTS)
        scheduler.add_job(self.settle, "interval", **ANNOUNCEMENTS)
        scheduler.add_job(self.keeper.tell, "interval", **PROGRESS)
        scheduler.start()
        try:
            await self.tidy()
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)

    async def tidy(self) -> None:
        """Forget what is old, and count the seats again; trouble with the database is tomorrow's chance."""
        try:
            forgotten, miscounted = await self.forget_old(), await self.check_seats()
        except (SQLAlchemyError, OSError) as error:
            log.warning("not_tidied", error=type(error).__name__)
        else:
            log.info("tidied", **asdict(forgotten))
            for pool in miscounted:
                log.error("seats_miscounted", **asdict(pool))

    async def move_seats(self) -> None:
        """Release unused seats whose hour has come, pass lapsed offers on, and offer what is free to those in line."""
        try:
            nominated = await self.give_nominated()
            released, lapsed, offered = await self.release(), await self.expire(), await self.move_lines()
            without_letter = await self.end_without_letter()
        except (SQLAlchemyError, OSError) as error:
            log.warning("seats_not_moved", error=type(error).__name__)
            return
        moved = {
            "released": released,
            "lapsed": lapsed,
            "offered": offered,
            "without_letter": without_letter,
            "nominated": nominated,
        }
        if any(moved.values()):
            log.info("seats_moved", **moved)
            self.wake()

    async def alarm(self) -> None:
        """Sound the alarms of questions that wait too long."""
        try:
            sounded = await self.sound_alarms()
        except (SQLAlchemyError, OSError) as error:
            log.warning("alarms_not_sounded", error=type(error).__name__)
            return
        if sounded:
            log.info("alarms_sounded", count=sounded)
            self.wake()

    async def plan(self) -> None:
        """Plan the reminders that fall due soon."""
        try:
            await self.plan_reminders()
        except (SQLAlchemyError, OSError) as error:
            log.warning("reminders_not_planned", error=type(error).__name__)

    async def remind(self) -> None:
        """Owe the reminders that are due; what came too late is dropped, and said to operators."""
        try:
            swept = await self.sweep_reminders()
        except (SQLAlchemyError, OSError) as error:
            log.warning("reminders_not_swept", error=type(error).__name__)
            return
        if swept.dropped:
            log.warning("reminders_dropped", count=swept.dropped)
        if swept.posted:
            self.wake()

    async def practise(self) -> None:
        """Owe daily quizzes and summaries of the week that are due."""
        try:
            swept = await self.sweep_habits()
        except (SQLAlchemyError, OSError) as error:
            log.warning("habits_not_swept", error=type(error).__name__)
            return
        if swept.dropped:
            log.warning("habits_dropped", count=swept.dropped)
        if swept.posted:
            self.wake()

    async def announce(self) -> None:
        """Queue the copies of announcements whose time has come."""
        try:
            queued = await self.queue_broadcasts()
        except (SQLAlchemyError, OSError) as error:
            log.warning("broadcasts_not_queued", error=type(error).__name__)
            return
        if queued:
            self.wake()

    async def settle(self) -> None:
        """Bring announcements under way to what was asked of them, and to their end."""
        try:
            became_due = await self.settle_broadcasts()
        except (SQLAlchemyError, OSError) as error:
            log.warning("broadcasts_not_settled", error=type(error).__name__)
            return
        if became_due:
            self.wake()
