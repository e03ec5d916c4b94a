"""Publishing a training: the host can open batches from then on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from services.catalogue.words import asked_words
from services.clock import Clock
from services.errors import Refusal
from services.planning.acting import hold, planner_of
from services.planning.draft import DRAFT_CODE
from services.planning.states import Act, State, What
from services.planning.view import involved
from storage.database import Database
from storage.repositories.commitments import Commitments
from storage.repositories.planning import Plan, Planning


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishTraining:
    """Publish an accepted training with an agreed host; all who have a part in it are told.

    Raises NotAllowed, or a Refusal: host-missing, plan-unknown, plan-moved-on.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, training_id: int, actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            planner = await planner_of(connection, actor_telegram_id, self.admin_ids)
            plan, now = await hold(connection, training_id, Act.PUBLISH, planner), self.now()
            commitments = await Commitments(connection).list(training_id)
            host = next((one for one in commitments if one.is_host), None)
            if host is None:
                raise Refusal("host-missing")
            await Planning(connection).set(training_id, state=State.PUBLISHED)
            await _name(connection, plan)
            by = planner.agency_for(Act.PUBLISH, plan)
            move = await planner.record(
                connection, plan, What.PUBLISHED, now, agency_id=by, host=host.agency.short_name
            )
            everyone = await involved(connection, plan, commitments)
            await planner.tell_agencies(connection, everyone, training_id, move, now)
            await planner.tell_secretariat(connection, training_id, move, now)


async def _name(connection: AsyncConnection, plan: Plan) -> None:
    """A code that people can say, of initials and number, in place of a draft's; a loaded training keeps its own."""
    planning = Planning(connection)
    code = f"{''.join(word[0] for word in asked_words(plan.title))[:20]}-{plan.id}"
    if plan.code.startswith(DRAFT_CODE) and await planning.find_by_code(code) is None:
        await planning.set(plan.id, code=code)
