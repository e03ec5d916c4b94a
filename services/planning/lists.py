"""Lists of trainings that are planned: an agency's own, what waits for the secretariat, what takes seats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from services.access import grants_of, reach
from services.errors import NotAllowed
from services.planning.states import State
from storage.database import Database
from storage.repositories.agencies import Agencies, Agency
from storage.repositories.merges import Merges
from storage.repositories.planning import Plan, Planning

OWN: Final = "own"
QUEUE: Final = "queue"
WAITING: Final = "waiting"
DONE: Final = "done"
OPEN: Final = "open"
IN_WORK: Final = (State.DRAFT, State.RETURNED, State.SUBMITTED, State.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPlans:
    """`own`: of the actor's agencies, while they are planned; `queue`: submitted; `waiting`: those of them that wait
    for the secretariat and not for answers about a merge; `open`: accepted; `done`: planned to the end.

    Raises NotAllowed for who may not see such a list.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, which: str, actor_telegram_id: int) -> tuple[Plan, ...]:
        async with self.database.read() as connection:
            grants = await grants_of(connection, actor_telegram_id, self.admin_ids)
            own, all_ = reach("training.draft", grants), reach("training.synchronise", grants)
            planning = Planning(connection)
            if which == OWN and own:
                found = await planning.list(IN_WORK, agency_ids=None if own.everywhere else own.agencies)
                return tuple(sorted(found, key=lambda plan: (IN_WORK.index(State(plan.state)), plan.id)))
            if which == QUEUE and all_:
                return await planning.list({State.SUBMITTED})
            if which == WAITING and all_:
                asked = await Merges(connection).list_asked_about()
                return tuple(plan for plan in await planning.list({State.SUBMITTED}) if plan.id not in asked)
            if which == DONE and (own or all_):
                return await planning.list_done(None if all_ or own.everywhere else own.agencies)
            if which == OPEN and (own or all_):
                return await planning.list({State.ACCEPTED})
        raise NotAllowed


@dataclass(frozen=True, slots=True, kw_only=True)
class MergesToAnswer:
    """The ids of the proposals that wait for the actor's agencies; none without any."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[int, ...]:
        async with self.database.read() as connection:
            own = reach("training.draft", await grants_of(connection, actor_telegram_id, self.admin_ids))
            if not own:
                return ()
            return await Merges(connection).list_waiting_for(None if own.everywhere else own.agencies)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProgrammes:
    """The priority programmes that trainings are for, by name."""

    database: Database

    async def __call__(self) -> tuple[str, ...]:
        async with self.database.read() as connection:
            return await Planning(connection).list_programmes()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAgencies:
    """The agencies in whose name the actor drafts trainings and commits seats; none for who does neither."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, actor_telegram_id: int) -> tuple[Agency, ...]:
        async with self.database.read() as connection:
            own = reach("training.draft", await grants_of(connection, actor_telegram_id, self.admin_ids)).agencies
            found = [await Agencies(connection).find(number) for number in sorted(own)]
        return tuple(agency for agency in found if agency is not None)
