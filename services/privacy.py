"""A person's data rights: to be shown all that is kept about them, and to have it erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment.leaving import leave_all
from services.helpdesk.erasing import list_standing, owe_erasing
from services.identity import Nip
from services.vault import Vault
from storage.database import Database
from storage.repositories.audit import Audit
from storage.repositories.people import VERIFIED, People
from storage.repositories.personal import PersonalData
from storage.repositories.personal_practice import list_practice
from storage.repositories.ticket_traces import TicketTraces

Export = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportData:
    """All that is kept about a person, with the NIP in full; None: nothing is.

    Lists and mappings of what JSON knows, and of moments. What is empty is left out.
    """

    database: Database
    vault: Vault

    async def __call__(self, *, telegram_id: int) -> Export | None:
        async with self.database.read() as connection:
            data, traces = PersonalData(connection), TicketTraces(connection)
            profile = await data.find_profile(telegram_id)
            if profile is None:
                return None
            person_id, nip_lookup = profile.pop("id"), profile.pop("nip_lookup")
            verified = profile["identity"] == VERIFIED
            kept = {
                "profile": profile,
                "requests": await data.list_requests(person_id),
                "enrolments": await data.list_enrolments(person_id),
                "enrolment_steps": await data.list_enrolment_steps(person_id),
                "offers": await data.list_offers(person_id),
                "deliveries": await data.list_deliveries(person_id),
                "readings": await data.list_readings(person_id),
                "votes": await data.list_votes(person_id),
                **await list_practice(connection, person_id),
                "reminders": await data.list_reminders(person_id),
                "watches": await data.list_watches(person_id),
                "presses": await data.list_presses(person_id),
                "broadcasts": await data.list_broadcasts(person_id),
                "faqs": await data.list_faqs(person_id),
                "needs": await data.list_needs(person_id),
                "tickets": await traces.list_tickets(person_id),
                "ticket_entries": await traces.list_entries(person_id),
                "blocks": await traces.list_blocks(person_id),
                "answers": await traces.list_answers(person_id),
                "plans": await data.list_plans(person_id),
                "invitations": await data.list_invitations(person_id),
                "roles": await data.list_roles(telegram_id),
                "actions": await data.list_actions(person_id),
                # Who merely typed a NIP must not learn whose it is.
                "staff_list": await data.find_listed(nip_lookup) if verified else None,
                "unhandled": await data.list_unhandled(telegram_id),
                "conversation": await data.list_conversation(telegram_id),
            }
        return {name: self._plain(value) for name, value in kept.items() if value}

    def _plain(self, value: Any) -> Any:
        """The encrypted NIP opened, what is empty left out."""
        if isinstance(value, list):
            return [self._plain(item) for item in value]
        if isinstance(value, dict):
            opened = {"nip" if key == "nip_cipher" else key: self._open(key, item) for key, item in value.items()}
            return {key: self._plain(item) for key, item in opened.items() if item is not None}
        return value

    def _open(self, key: str, value: Any) -> Any:
        return Nip(self.vault.decrypt(value)).grouped if key == "nip_cipher" and value else value


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseData:
    """Erase all that is kept about a person, in one transaction; consent goes with it. Twice changes nothing.

    Seats they held go to those in line. What teams were shown of their questions is owed to go, too.
    Staff lists stay: they are the agency's. So do roles, which agencies give; a role's holder keeps an empty record,
    by which messages for the role find them. The record of decisions keeps ids only. Returns whether there was a
    record of a person to erase.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int) -> bool:
        async with self.database.write() as connection:
            data = PersonalData(connection)
            await data.delete_conversation(telegram_id)
            await data.forget_updates(telegram_id)
            claim = await People(connection).lock_claim(telegram_id)
            if claim is None:
                return False
            now = self.now()
            await leave_all(connection, claim.person_id, now)
            is_coming = await TicketTraces(connection).hold(claim.person_id)
            standing = await list_standing(connection, claim.person_id, telegram_id)
            is_owed = is_coming or any(one.owner_id is None for one in standing)
            await data.delete_person(claim.person_id, telegram_id, is_owed=is_owed)
            await owe_erasing(connection, claim.person_id, standing, now)
            await self._record(connection, claim.person_id)
        return True

    async def _record(self, connection: AsyncConnection, person_id: int) -> None:
        """That it was done, by a number that means nobody now."""
        await Audit(connection).add(
            "person.erased", subject="person", subject_id=person_id, at=self.now(), actor_id=None, agency_id=None
        )
