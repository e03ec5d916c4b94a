"""Changing what was sent: another text in every copy, or taking all copies back."""

from __future__ import annotations

from dataclasses import dataclass

from services.broadcasts.looking import find_run, look
from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.runs import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Give an announcement another text in a language; every copy that was sent is edited.

    `version` is what the author looked at: the same twice, or a colleague's meanwhile, changes nothing and gives
    False. Raises NotAllowed, or a Refusal: broadcast-gone, broadcast-not-to-reword.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, broadcast_id: int, version: int, language: str, html: str, actor_telegram_id: int
    ) -> bool:
        now = self.now()
        async with self.database.read() as connection:  # to count may take a while: nobody waits for it
            run, _ = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            view = await look(connection, run, now)
        async with self.database.write() as connection:
            run, actor = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids, lock=True)
            if run.changing == "delete" or run.done_at is None or not view.may_reword:
                raise Refusal("broadcast-not-to-reword")
            if run.version != version:
                return False
            body = run.body | {"text": run.body["text"] | {language: html}}
            await Runs(connection).move(
                broadcast_id,
                body=body,
                version=version + 1,
                changing="edit",
                change_cursor=0,
                progress_message=None,
                progress_said=None,
            )
            await actor.record(connection, "reworded", run, now, version=version + 1, language=language)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take every copy that was sent back, as long as Telegram lets us. Asked twice, it happens once: False.

    Raises NotAllowed, or a Refusal: broadcast-gone, broadcast-not-to-withdraw.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> bool:
        now = self.now()
        async with self.database.read() as connection:
            run, _ = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            view = await look(connection, run, now)
        async with self.database.write() as connection:
            run, actor = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids, lock=True)
            if run.changing == "delete" or view.withdrawn.total:
                return False
            if not view.may_withdraw or run.done_at is None:
                raise Refusal("broadcast-not-to-withdraw")
            await Runs(connection).move(
                broadcast_id, changing="delete", change_cursor=0, progress_message=None, progress_said=None
            )
            await actor.record(connection, "withdrawn", run, now, copies=view.copies.sent)
        return True
