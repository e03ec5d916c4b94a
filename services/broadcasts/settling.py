"""What follows by itself: copies put aside go on, what was stopped is dropped, changes are queued, ends are noticed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from storage.database import Database
from storage.repositories.broadcasts import Broadcasts, BroadcastState
from storage.repositories.copies import DELETE, EDIT, Copies
from storage.repositories.runs import Run, Runs

SLICE = 2_000
"""So many copies or people are looked at in one transaction: nobody else waits long."""
KINDS = {"edit": EDIT, "delete": DELETE}
SENDING = (BroadcastState.QUEUEING, BroadcastState.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleBroadcasts:
    """Bring every announcement under way one step on, or several; a kill between two of them loses nothing.

    True: something became due, the sender may look.
    """

    database: Database
    now: Clock
    slice_size: int = SLICE

    async def __call__(self) -> bool:
        async with self.database.read() as connection:
            live = await Runs(connection).list_live()
        return any([await self._settle(run) for run in live])

    async def _settle(self, run: Run) -> bool:
        became_due = False
        if run.state in SENDING:
            became_due |= await self._release(run)
        if run.state == BroadcastState.SENDING or (run.state == BroadcastState.CANCELLED and run.done_at is None):
            await self._end(run)
        if run.changing:
            became_due |= await self._change(run)
        return became_due

    async def _release(self, run: Run) -> bool:
        """Copies that were put aside while it was paused may go out again."""
        released = 0
        async with self.database.read() as connection:
            more = await Copies(connection).is_held(run.id)
        while more:
            async with self.database.write() as connection:
                now_ = await Runs(connection).find(run.id, lock=True)
                if now_ is None or now_.state not in SENDING:
                    break
                some = await Copies(connection).release(run.id, due_at=self.now(), limit=self.slice_size)
            released += some
            more = some == self.slice_size
        return released > 0

    async def _end(self, run: Run) -> None:
        """Where nobody is left who can be sent a copy, it is over."""
        if await self._waits(run):
            return
        while True:
            async with self.database.write() as connection:
                now_ = await Runs(connection).find(run.id, lock=True)
                if now_ is None or now_.state != run.state:
                    return
                copies, now = Copies(connection), self.now()
                if run.state == BroadcastState.CANCELLED:
                    dropped = await copies.drop(run.id, now=now, limit=self.slice_size)
                else:
                    dropped = await copies.give_up(run.id, now=now, limit=self.slice_size)
                if dropped < self.slice_size and not await copies.is_in_flight(run.id):
                    state = BroadcastState.CANCELLED if run.state == BroadcastState.CANCELLED else BroadcastState.DONE
                    await Runs(connection).move(run.id, state=state, done_at=now, progress_said=None)
                    return
            if dropped < self.slice_size:
                return  # the last ones are in flight: looked at again at the next tick

    async def _waits(self, run: Run) -> bool:
        if run.state == BroadcastState.CANCELLED:
            return False
        async with self.database.read() as connection:
            copies = Copies(connection)
            return await copies.is_in_flight(run.id) or await copies.find_next_due(run.id) is not None

    async def _change(self, run: Run) -> bool:
        """Owe the change to everybody who has a copy; when all of them were served, it is over."""
        queued, more = 0, run.change_cursor is not None
        while more:
            async with self.database.write() as connection:
                some, more = await self._change_slice(connection, run)
            queued += some
        async with self.database.read() as connection:
            changes = Copies(connection, KINDS[run.changing or "edit"])
            waits = await changes.is_in_flight(run.id) or await changes.find_next_due(run.id) is not None
        if not waits:
            await self._end_change(run)
        return queued > 0

    async def _change_slice(self, connection: AsyncConnection, run: Run) -> tuple[int, bool]:
        runs, now_ = Runs(connection), await Runs(connection).find(run.id, lock=True)
        if now_ is None or now_.changing is None or now_.change_cursor is None:
            return 0, False
        end = await Broadcasts(connection).find_slice_end(now_.change_cursor, self.slice_size)
        if end is None:
            await runs.move(run.id, change_cursor=None)
            return 0, False
        queued = await Copies(connection, KINDS[now_.changing]).queue_changes(
            run.id,
            after=now_.change_cursor,
            end=end,
            occasion=str(now_.version) if now_.changing == "edit" else "",
            version=now_.version,
            now=self.now(),
        )
        await runs.move(run.id, change_cursor=end)
        return queued, True

    async def _end_change(self, run: Run) -> None:
        async with self.database.write() as connection:
            now_ = await Runs(connection).find(run.id, lock=True)
            same = now_ is not None and (now_.changing, now_.version) == (run.changing, run.version)
            if now_ is None or not same or now_.change_cursor is not None:
                return
            # Who blocked the bot meanwhile is not waited for.
            await Copies(connection, KINDS[run.changing or "edit"]).drop(run.id, now=self.now(), limit=self.slice_size)
            await Runs(connection).move(run.id, changing=None, progress_said=None)
