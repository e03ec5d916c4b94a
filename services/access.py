"""Who may do what: one table of actions and roles, with the reach of each. Asked anew at every press."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.repositories.roles import ORGANIZER, Grant, Roles

__all__ = ["ADMIN", "INSTRUCTOR", "ORGANIZER", "ROLES", "SECRETARIAT", "TABLE", "GetGrants", "Grant", "Reach", "Scope"]

SECRETARIAT = "secretariat"
INSTRUCTOR = "instructor"
ADMIN = "admin"
ROLES = (ORGANIZER, SECRETARIAT, INSTRUCTOR, ADMIN)


class Scope(StrEnum):
    """How far a role carries an action."""

    OWN = "own"
    """For the agency of the role only."""
    ANY = "any"
    """For every agency, and where no agency is concerned."""


TABLE: dict[str, dict[str, Scope]] = {
    "kelola.open": {ORGANIZER: Scope.ANY, SECRETARIAT: Scope.ANY, INSTRUCTOR: Scope.ANY, ADMIN: Scope.ANY},
    "verification.view": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "verification.decide": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "nip.view": {ORGANIZER: Scope.OWN},
    "knowledge.tend": {ORGANIZER: Scope.ANY, SECRETARIAT: Scope.ANY, INSTRUCTOR: Scope.ANY, ADMIN: Scope.ANY},
    # The agency is the host of the batch.
    "recommendation.decide": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    # The agency is the one that ranks: the BPSDM of the applicants' province, or their own where there is none.
    "nomination.rank": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "seats.plan": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "batch.edit": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    # The agency is the one that the message is about: the host of its batch, or whose request or announcement it is.
    "deliveries.tend": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    # Announcements: written in the name of an agency of one's own, approved by a second person; `everyone`: to all.
    "broadcast.write": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "broadcast.approve": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "broadcast.everyone": {SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    # The agency is the one whose announcement it is.
    "broadcast.run": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    # Articles made of answers: the agency's own; a second person approves them.
    "faq.write": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "faq.approve": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "batch.cancel": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "reminders.hold": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    # How an agency answers questions; its group is made so from within, by one of its own.
    "desk.edit": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "desk.link": {ORGANIZER: Scope.OWN},
    # Who holds which role. The secretariat works with all teams; links for its own roles only it and admins make.
    "team.view": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "team.invite": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "team.revoke": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "secretariat.invite": {SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "secretariat.revoke": {SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    # Planning: drafts are their agency's; to synchronise them is the secretariat's.
    "planning.open": {ORGANIZER: Scope.ANY, SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "training.draft": {ORGANIZER: Scope.OWN},
    "training.synchronise": {SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "training.publish": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.ANY, ADMIN: Scope.ANY},
    "seats.commit": {ORGANIZER: Scope.OWN},
    "participants.view": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "participants.add": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "participants.move": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "participants.remove": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    # The agency is the one whose people, trainings or batches are in the file.
    "files.upload": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "files.download": {ORGANIZER: Scope.OWN, ADMIN: Scope.ANY},
    "roster.download": {ORGANIZER: Scope.OWN},
    # Questions to the organizers; the agency is the one that was asked.
    "ticket.answer": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "ticket.close": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "ticket.assign": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
    "ticket.block": {ORGANIZER: Scope.OWN, SECRETARIAT: Scope.OWN, ADMIN: Scope.ANY},
}


@dataclass(frozen=True, slots=True)
class Reach:
    """For which agencies someone may do something."""

    everywhere: bool
    agencies: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.agencies)

    def covers(self, agency_id: int | None) -> bool:
        """Without an agency only who may do it everywhere is covered."""
        return self.everywhere or agency_id in self.agencies


def reach(action: str, grants: Iterable[Grant]) -> Reach:
    """How far the grants carry the action; an action that the table lacks is a mistake of ours (KeyError)."""
    scopes = TABLE[action]
    held = [(scopes[grant.role], grant.agency_id) for grant in grants if grant.role in scopes]
    everywhere = any(scope is Scope.ANY or agency_id is None for scope, agency_id in held)
    return Reach(everywhere, frozenset(agency_id for _, agency_id in held if agency_id is not None))


def may(action: str, grants: Iterable[Grant], agency_id: int | None) -> bool:
    """Whether the grants allow the action for this agency (None: no agency is concerned)."""
    return reach(action, grants).covers(agency_id)


async def grants_of(
    connection: AsyncConnection, telegram_id: int, admin_ids: frozenset[int] = frozenset()
) -> tuple[Grant, ...]:
    """What an account holds: its roles, and admin where the settings name it."""
    admin = (Grant(ADMIN, None),) if telegram_id in admin_ids else ()
    return (*admin, *await Roles(connection).list(telegram_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class GetGrants:
    """What an account holds now."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, telegram_id: int) -> tuple[Grant, ...]:
        async with self.database.read() as connection:
            return await grants_of(connection, telegram_id, self.admin_ids)
