"""What happens by the clock. APScheduler only ticks; what is due is decided by the use cases and their tables."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError

from bot.shelf import Shelf
from services.housekeeping import ForgetOld

log = structlog.get_logger(__name__)

NIGHT = {"hour": 2, "minute": 15}
"""In Jakarta: nobody's office hours."""
ARTICLES = {"seconds": 10}
"""An author who looks for a change should not have to wait for it."""
# A late tick still counts and never runs beside itself: APScheduler's own default drops what is one second late.
MANNERS = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}


@dataclass(frozen=True, slots=True)
class Schedule:
    """The jobs of one process."""

    forget_old: ForgetOld
    shelf: Shelf

    async def run(self, stop: asyncio.Event) -> None:
        """Tick until `stop`. Once at the start as well: a process that is restarted nightly must tidy up too."""
        scheduler = AsyncIOScheduler(timezone="Asia/Jakarta", job_defaults=MANNERS)
        scheduler.add_job(self.tidy, "cron", **NIGHT)
        scheduler.add_job(self.shelf.refresh, "interval", **ARTICLES)
        scheduler.start()
        try:
            await self.tidy()
            await stop.wait()
        finally:
            scheduler.shutdown(wait=False)

    async def tidy(self) -> None:
        """Forget what is old; trouble with the database is tomorrow's chance."""
        try:
            forgotten = await self.forget_old()
        except (SQLAlchemyError, OSError) as error:
            log.warning("not_tidied", error=type(error).__name__)
        else:
            log.info("tidied", **asdict(forgotten))
