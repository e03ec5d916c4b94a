"""To whom an announcement goes: filters, switched one by one.

Whom somebody may address: the secretariat and admins everybody; an organizer only people of the own agency (a BPSDM's:
of any agency of its province), those who take part in batches that the agency hosts, and the organizers of these
agencies. Whatever is chosen is intersected with that: `Audience.within`, set here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from services.access import INSTRUCTOR, ORGANIZER, SECRETARIAT
from services.broadcasts.writing import author_of, bounds, find_draft, hold_draft
from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.agencies import Agencies
from storage.repositories.announcements import Announcement, Announcements
from storage.repositories.audience_choices import AudienceChoices, Found
from storage.repositories.broadcasts import Audience

STATES: Final = (
    "submitted",
    "recommended",
    "confirmed",
    "waitlisted",
    "offered",
    "attended",
    "passed",
    "failed",
    "exempted",
    "cancelled",
)
COMPETENCIES: Final = ("teknis-fungsional", "manajerial", "sosio-kultural", "pemerintahan")
ROLES: Final = (ORGANIZER, INSTRUCTOR, SECRETARIAT)
FIELDS: Final = ("provinces", "trainings", "batches", "states", "competencies", "agencies", "roles")
NUMBERED: Final = frozenset({"trainings", "batches", "agencies"})
MOST_OF_ONE: Final = 100
PAGE_SIZE: Final = 5
NUMBERED_PAGE_SIZE: Final = 4
"""Of what can also be found by its name: the screen has a button for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something an audience can be narrowed to: `value` as it is kept, as text; its name, where it has one."""

    value: str
    name: str
    number: int | None
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesPage:
    """A part of what one field can be narrowed to."""

    broadcast_id: int
    field: str
    items: tuple[Choice, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListChoices:
    """What a field can be narrowed to, a page at a time; a page past the end is the last one.

    Raises NotAllowed, or a Refusal: announce-start-first, announce-unknown, announce-moved-on.
    """

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, field: str, page: int = 1) -> ChoicesPage:
        async with self.database.read() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await find_draft(connection, broadcast_id, author)
            total, items = await _choices(connection, found.audience, field, page)
            pages = max(1, -(-total // _page_size(field)))
            if page > pages:
                page = pages
                _, items = await _choices(connection, found.audience, field, page)
        chosen = {str(value) for value in getattr(found.audience, field)}
        return ChoicesPage(
            broadcast_id=broadcast_id,
            field=field,
            items=tuple(
                Choice(value=value, name=name, number=number, chosen=value in chosen) for value, name, number in items
            ),
            page=page,
            pages=pages,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCardBatches:
    """Batches whose card a button can show: published ones, those the agency hosts; raises as ListChoices does."""

    database: Database
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, page: int = 1) -> tuple[int, list[Found]]:
        """How many pages there are, and those on this page."""
        async with self.database.read() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await find_draft(connection, broadcast_id, author)
            total, batches = await AudienceChoices(connection).batches(
                found.audience.within, limit=PAGE_SIZE, offset=(page - 1) * PAGE_SIZE, published=True
            )
            return max(1, -(-total // PAGE_SIZE)), batches


@dataclass(frozen=True, slots=True, kw_only=True)
class SetChoice:
    """Narrow an audience to one value of a field more, or less; set already, nothing changes.

    Raises NotAllowed, or a Refusal: announce-start-first, announce-unknown, announce-moved-on, announce-choice.
    """

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(
        self, *, broadcast_id: int, actor_telegram_id: int, field: str, value: str, chosen: bool
    ) -> None:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_draft(connection, broadcast_id, author)
            kept = await _check(connection, field, value)
            values = [one for one in getattr(found.audience, field) if one != kept]
            if chosen:
                values.append(kept)
            if len(values) > MOST_OF_ONE:
                raise Refusal("announce-choice")
            narrowed: dict[str, Any] = {field: tuple(sorted(values)), "within": bounds(author.grants, found.agency_id)}
            changed = replace(found.audience, **narrowed)
            if await keep(connection, found, changed):
                await author.record(connection, "edited", found, self.now(), part=field)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearAudience:
    """All filters off: everybody within the author's reach. Raises as SetChoice does."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> None:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_draft(connection, broadcast_id, author)
            if await keep(connection, found, Audience(within=bounds(author.grants, found.agency_id))):
                await author.record(connection, "edited", found, self.now(), part="audience")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReachableOnly:
    """Only who can be reached now, or also who blocked the bot and may come back. Raises as SetChoice does."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int, only: bool) -> None:
        async with self.database.write() as connection:
            author = await author_of(connection, actor_telegram_id, self.admin_ids)
            found = await hold_draft(connection, broadcast_id, author)
            if await keep(connection, found, replace(found.audience, reachable_only=only)):
                await author.record(connection, "edited", found, self.now(), part="reachable")


def is_general(audience: Audience) -> bool:
    """Whether it is not about the recipients' own enrolment: it names no training and no batch that they are in."""
    return not (audience.trainings or audience.batches)


async def keep(connection: AsyncConnection, found: Announcement, audience: Audience) -> bool:
    """The announcement's audience from now on; whether that changed anything."""
    if audience == found.audience:
        return False
    await Announcements(connection).set(
        found.id, audience=audience.kept, general=is_general(audience), version=found.version + 1
    )
    return True


async def _check(connection: AsyncConnection, field: str, value: str) -> Any:
    fixed: dict[str, Sequence[str]] = {"states": STATES, "competencies": COMPETENCIES, "roles": ROLES}
    if field in fixed and value in fixed[field]:
        return value
    if field == "provinces" and value in await Agencies(connection).map_province_sizes():
        return value
    if field in NUMBERED and value.isdecimal() and await AudienceChoices(connection).exists(field, int(value)):
        return int(value)
    raise Refusal("announce-choice")


def _page_size(field: str) -> int:
    return NUMBERED_PAGE_SIZE if field in NUMBERED else PAGE_SIZE


async def _choices(
    connection: AsyncConnection, audience: Audience, field: str, page: int
) -> tuple[int, list[tuple[str, str, int | None]]]:
    size = _page_size(field)
    offset = (page - 1) * size
    if field in NUMBERED:
        choices, within = AudienceChoices(connection), audience.within
        lists = {"agencies": choices.agencies, "trainings": choices.trainings, "batches": choices.batches}
        total, rows = await lists[field](within, limit=size, offset=offset)
        return total, [(str(row[0]), row[1], row[2] if field == "batches" else None) for row in rows]
    fixed: dict[str, Sequence[str]] = {"states": STATES, "competencies": COMPETENCIES, "roles": ROLES}
    values = fixed[field] if field in fixed else list(await Agencies(connection).map_province_sizes())
    return len(values), [(value, "", None) for value in values[offset : offset + size]]
