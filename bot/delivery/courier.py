"""Takes one claimed delivery to its person: renders it, waits for its turn, sends it, judges what came back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import structlog
from aiogram import Bot
from sqlalchemy.exc import SQLAlchemyError

from bot.delivery.kinds import Kinds, Outgoing, Recipient
from bot.delivery.outcome import Blocked, Broken, InDoubt, NotConnected, Refused, Sent, Settled, Wait
from bot.delivery.sender import Sender
from bot.pacer import Pacer
from services.clock import Clock
from services.outbox import Owed, Result, Verdict

log = structlog.get_logger(__name__)

LONGEST_PAUSE = 30.0
SEND_TAKES = timedelta(seconds=20)
"""What a send may take at most: two requests and their answers. A lease that ends sooner is not used any more."""
DATABASE_TROUBLE = (SQLAlchemyError, OSError)

KeepHalt = Callable[[float], Awaitable[object]]
MarkUnreachable = Callable[[int], Awaitable[object]]
"""Takes the id of a chat: a person's, or (below zero) a group's."""
NoteMove = Callable[[int, int], Awaitable[object]]
"""Takes a group's old id and its new one."""


class Courier:
    """One for all deliveries. Everything that forbids sending (a 429, no network) goes through the pacer."""

    def __init__(
        self,
        *,
        bot: Bot,
        kinds: Kinds,
        pacer: Pacer,
        keep_halt: KeepHalt,
        unreachable: MarkUnreachable,
        moved: NoteMove | None = None,
        now: Clock,
        default_zone: str,
        paid: bool = False,
    ) -> None:
        self.broken: str | None = None
        """Why no message is taken until an operator acts: a revoked token, for instance."""
        self._send = Sender(bot, paid, self._note_move if moved else None)
        self._kinds, self._pacer, self._now, self._default_zone = kinds, pacer, now, default_zone
        self._keep_halt, self._unreachable, self._moved = keep_halt, unreachable, moved
        self._backoff = 0.0

    async def take(self, owed: Owed) -> Result:
        """Send it, and say how that ended; never raises."""
        if self._pacer.halted_for():
            return Result(owed, Verdict.RETURNED)
        try:
            message = await self._kinds[owed.kind].render(owed.payload, self._recipient(owed))
        except Exception as error:
            log.exception("delivery_not_rendered", kind=owed.kind, delivery=owed.id)
            return Result(owed, Verdict.PUT_OFF, reason=f"render: {type(error).__name__}")
        if message is None:
            return Result(owed, Verdict.SKIPPED, reason="no longer true")
        return await self._send_in_turn(owed, message)

    async def halt(self, seconds: float) -> None:
        """Telegram says to wait: nothing is sent so long, not after a restart either."""
        self._pacer.halt(seconds)
        log.warning("sender_halted", seconds=seconds)
        try:
            await self._keep_halt(seconds)
        except DATABASE_TROUBLE as error:
            log.warning("halt_not_kept", error=type(error).__name__)

    def _recipient(self, owed: Owed) -> Recipient:
        return Recipient(owed.person_id, owed.telegram_id, owed.language, owed.zone or self._default_zone)

    async def _send_in_turn(self, owed: Owed, message: Outgoing) -> Result:
        if not await self._pacer.turn(owed.goes_to) or self._is_late(owed):
            return Result(owed, Verdict.RETURNED)
        return await self._judge(owed, await self._send(owed.goes_to, message))

    def _is_late(self, owed: Owed) -> bool:
        return owed.lease_until is None or self._now() + SEND_TAKES > owed.lease_until

    async def _judge(self, owed: Owed, outcome: Settled) -> Result:
        match outcome:
            case Sent(message_id):
                self._backoff = 0.0
                return Result(owed, Verdict.SENT, message_id=message_id)
            case NotConnected(reason):
                self._back_off()
                return Result(owed, Verdict.RETURNED, reason=reason)
            case Wait(seconds):
                await self.halt(seconds)
                return Result(owed, Verdict.RETURNED, reason="429")
            case Broken(reason):
                self._break(reason)
                return Result(owed, Verdict.RETURNED, reason=reason)
            case Blocked(reason):
                await self._mark_unreachable(owed)
                return Result(owed, Verdict.FAILED, reason=f"blocked: {reason}")
            case Refused(reason):
                log.warning("delivery_refused", kind=owed.kind, delivery=owed.id, reason=reason)
                return Result(owed, Verdict.FAILED, reason=reason)
            case InDoubt(reason):
                log.warning("delivery_in_doubt", kind=owed.kind, delivery=owed.id, reason=reason)
                return Result(owed, Verdict.IN_DOUBT, reason=reason)

    def _back_off(self) -> None:
        if not self._pacer.halted_for():  # several fail together: one pause for all of them
            self._backoff = min(max(1.0, self._backoff * 2), LONGEST_PAUSE)
            self._pacer.halt(self._backoff)
            log.warning("telegram_not_reached", pause=self._backoff)

    def _break(self, reason: str) -> None:
        self.broken = reason
        self._pacer.close()
        log.critical("deliveries_stopped", reason=reason)

    async def _mark_unreachable(self, owed: Owed) -> None:
        try:
            await self._unreachable(owed.goes_to)
        except DATABASE_TROUBLE as error:
            log.warning("unreachable_not_kept", person=owed.person_id, error=type(error).__name__)

    async def _note_move(self, old: int, new: int) -> None:
        assert self._moved is not None  # only then is this asked for
        try:
            await self._moved(old, new)
        except DATABASE_TROUBLE as error:
            log.warning("move_not_kept", error=type(error).__name__)
