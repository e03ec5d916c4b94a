"""The superior's tap: a one-time link that the asker passes on, and what the superior answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from services.clock import Clock
from services.enrolment import notices
from services.enrolment.enrol import hold_verified
from services.enrolment.own import hold_own
from services.enrolment.recommend import asker_of, check_awaited, hold_enrolment, say
from services.errors import Refusal
from services.invitations.rules import check_open, find_link
from services.invitations.tokens import hash_of, new_token
from storage.database import Database
from storage.repositories.enrolments import Enrolment
from storage.repositories.invitations import RECOMMENDATION, Invitation, Invitations, NewInvitation
from storage.repositories.own_enrolments import EnrolmentLine, OwnEnrolments
from storage.repositories.people import People, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLink:
    """A link for a superior, said once: what stands in it is kept nowhere."""

    token: str
    line: EnrolmentLine
    name: str | None
    """The asker's."""
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSuperior:
    """Make a link by which a superior recommends an own enrolment; the one made before does not count any more.

    It lasts until the letter is due. Raises a Refusal: enrolment-unknown, recommendation-closed, recommendation-late.
    """

    database: Database
    now: Clock

    async def __call__(self, *, telegram_id: int, enrolment_id: int) -> RequestLink:
        token = new_token()
        async with self.database.write() as connection:
            own, now = await hold_own(connection, telegram_id, enrolment_id), self.now()
            check_awaited(own.enrolment, now)
            expires_at = own.enrolment.letter_due_at or own.batch.registration_closes_at
            if now >= expires_at:
                raise Refusal("recommendation-late", due=expires_at)
            links = Invitations(connection)
            await links.revoke_for_enrolment(enrolment_id, at=now)
            new = NewInvitation(
                token_hash=hash_of(token),
                purpose=RECOMMENDATION,
                enrolment_id=enrolment_id,
                invited_by=own.person.id,
                created_at=now,
                expires_at=expires_at,
            )
            await links.add(new)
            line = await OwnEnrolments(connection).find(enrolment_id)
        assert line is not None
        return RequestLink(token=token, line=line, name=own.person.name, expires_at=expires_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the superior sees before they answer, and hears afterwards."""

    line: EnrolmentLine
    asker: str | None
    superior: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GetRequest:
    """What a link asks of somebody who may answer it: a verified person of the same agency, and not the asker.

    Raises a Refusal: link-unknown, link-used, link-revoked, link-expired, and what AnswerRequest raises.
    """

    database: Database
    now: Clock

    async def __call__(self, *, token: str, telegram_id: int) -> Request:
        # The person is held as if they answered: it is one look, and the same rules.
        async with self.database.write() as connection:
            found = await _look(connection, token, telegram_id, self.now())
            return await _request(connection, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was answered, and to whom."""

    request: Request
    given: bool | None
    """None: the asker is not somebody whose superior this is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRequest:
    """Recommend, do not, or say that the asker is somebody else's (`given` None); the link is used up with it.

    An organizer of the host looks at a recommendation still; the asker is told in each case. Raises a Refusal:
    link-unknown, link-used, link-answered (by the same person before), link-revoked, link-expired, consent-needed,
    enrol-unverified, enrol-left, recommend-own, recommend-agency, recommendation-closed, recommendation-late.
    """

    database: Database
    now: Clock

    async def __call__(self, *, token: str, telegram_id: int, given: bool | None) -> Answered:
        async with self.database.write() as connection:
            now = self.now()
            found = await _look(connection, token, telegram_id, now)
            if not await Invitations(connection).use(found.link.id, by=found.superior.id, at=now):
                raise Refusal("link-used")
            if given is None:
                await notices.tell(
                    connection,
                    notices.MISDIRECTED,
                    person_id=found.asker.id,
                    enrolment_id=found.enrolment.id,
                    now=now,
                    occasion=f"invitation:{found.link.id}",
                )
            else:
                await say(connection, found.enrolment, found.asker, found.superior, given, now)
            return Answered(request=await _request(connection, found), given=given)


@dataclass(frozen=True, slots=True)
class _Found:
    """A link that counts, who holds it, and what it asks; the person and the batch are held."""

    link: Invitation
    superior: Person
    asker: Person
    enrolment: Enrolment


async def _look(connection: AsyncConnection, token: str, telegram_id: int, now: datetime) -> _Found:
    link = await find_link(connection, token)
    if link.purpose != RECOMMENDATION or link.enrolment_id is None:
        raise Refusal("link-unknown")
    opener = await People(connection).find(telegram_id)
    _check_open(link, opener.id if opener else None, now)
    superior = await hold_verified(connection, telegram_id)
    enrolment = await hold_enrolment(connection, link.enrolment_id)
    _check_open(await find_link(connection, token), superior.id, now)  # while others were waited for, it may be used
    asker = await asker_of(connection, enrolment, superior)
    check_awaited(enrolment, now)
    return _Found(link, superior, asker, enrolment)


def _check_open(link: Invitation, person_id: int | None, now: datetime) -> None:
    """As `check_open`; who used the link before hears that it was they."""
    if link.used_by is not None and link.used_by == person_id:
        raise Refusal("link-answered")
    check_open(link, now)


async def _request(connection: AsyncConnection, found: _Found) -> Request:
    line = await OwnEnrolments(connection).find(found.enrolment.id)
    if line is None:
        raise Refusal("enrolment-unknown")
    return Request(line=line, asker=found.asker.name, superior=found.superior.name, expires_at=found.link.expires_at)
