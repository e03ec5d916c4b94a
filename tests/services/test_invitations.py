"""Links for roles: who makes them, who takes them, once; and what becomes of those that do not count any more."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from services.access import GetGrants, Grant
from services.errors import NotAllowed, Refusal
from services.invitations import (
    AcceptRole,
    GetChoices,
    GetInvitation,
    GetMember,
    GetTeam,
    Invite,
    ListInvitations,
    ListMembers,
    Made,
    OpenLink,
    RevokeRole,
    TakeBack,
    link_payload,
    token_of_payload,
)
from storage.database import Database
from storage.tables import AuditRow, DeliveryRow, InvitationRow, PersonRow, RoleRow
from tests.support.clock import Clock
from tests.support.staff import Staff

ADMIN, DEWI, SEKAR, NEWCOMER, OTHER = 900, 500, 510, 600, 601


class Tools:
    """All use cases around role links."""

    def __init__(self, database: Database, now: Clock) -> None:
        admins = frozenset({ADMIN})
        self.choices = GetChoices(database=database, admin_ids=admins)
        self.invite = Invite(database=database, now=now, admin_ids=admins)
        self.open = OpenLink(database=database, now=now, admin_ids=admins)
        self.accept = AcceptRole(database=database, now=now, admin_ids=admins)
        self.get = GetInvitation(database=database, now=now, admin_ids=admins)
        self.take_back = TakeBack(database=database, now=now, admin_ids=admins)
        self.team = GetTeam(database=database, now=now, admin_ids=admins)
        self.members = ListMembers(database=database, admin_ids=admins)
        self.links = ListInvitations(database=database, now=now, admin_ids=admins)
        self.member = GetMember(database=database, admin_ids=admins)
        self.revoke = RevokeRole(database=database, now=now, admin_ids=admins)
        self.grants = GetGrants(database=database, admin_ids=admins)


@dataclass(slots=True)
class Office:
    """BPSDM NTT with its organizer Dewi, the secretariat with Sekar, and the use cases."""

    staff: Staff
    tools: Tools
    now: Clock

    def agency(self, code: str = "bpsdm-ntt") -> int:
        return self.staff.agencies[code].id

    async def link(self, by: int = DEWI, role: str = "organizer", agency: str | None = "bpsdm-ntt") -> Made:
        agency_id = self.agency(agency) if agency else None
        return await self.tools.invite(actor_telegram_id=by, role=role, agency_id=agency_id)

    async def take(self, made: Made, by: int = NEWCOMER, name: str = "Nama Telegram") -> Any:
        return await self.tools.accept(token=made.token, telegram_id=by, telegram_name=name)

    async def look(self, made: Made, by: int = NEWCOMER) -> Any:
        return await self.tools.open(token=made.token, telegram_id=by, telegram_name="Nama Telegram")

    async def grants(self, who: int = NEWCOMER) -> tuple[Grant, ...]:
        return await self.tools.grants(telegram_id=who)

    async def role_of(self, who: int, role: str = "organizer") -> int:
        rows = await self.staff.rows(RoleRow)
        return int(next(row["id"] for row in rows if (row["telegram_id"], row["role"]) == (who, role)))

    async def audit(self) -> list[str]:
        return [row["action"] for row in await self.staff.rows(AuditRow)]


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(DEWI, "Dewi Umpama")
    await staff.appoint(SEKAR, "Sekar Wacana", agency="sekber", role="secretariat")
    return Office(staff, Tools(database, now), now)


async def refused(attempt: Awaitable[Any]) -> str:
    with pytest.raises(Refusal) as refusal:
        await attempt
    return refusal.value.key


async def test_a_role_is_taken_by_a_tap_and_everything_is_on_record(office: Office) -> None:
    made = await office.link()

    seen = await office.look(made)
    taken = await office.take(made)

    assert (seen.role, seen.agency, seen.inviter, seen.name) == (
        "organizer", "BPSDM NTT", "Dewi Umpama", "Nama Telegram",
    )  # fmt: skip
    assert seen.expires_at == office.now() + timedelta(hours=72)
    assert (taken.role, taken.agency, taken.again) == ("organizer", "BPSDM NTT", False)
    assert await office.grants() == (Grant("organizer", office.agency()),)
    assert await office.audit() == ["role.invited", "role.accepted"]
    person = next(row for row in await office.staff.rows(PersonRow) if row["telegram_id"] == NEWCOMER)
    assert (person["consent_version"], person["name"], person["zone"]) == (None, None, "WITA")
    assert [(row["person_id"], row["kind"]) for row in await office.staff.rows(DeliveryRow)] == [
        (await office.staff.person_id(DEWI), "role-taken")
    ]


async def test_only_the_hash_of_a_link_is_kept(office: Office) -> None:
    made = await office.link()

    (row,) = await office.staff.rows(InvitationRow)

    assert row["token_hash"] == sha256(made.token.encode()).digest()
    assert made.token not in str({**row, "token_hash": None})
    assert len(link_payload(made.token)) <= 64
    assert token_of_payload(link_payload(made.token)) == made.token
    assert token_of_payload("p_3") is None


async def test_the_verified_name_goes_before_the_one_in_telegram_and_no_nip_is_kept_as_a_name(office: Office) -> None:
    await office.staff.welcome_yohana(NEWCOMER, identity="verified")
    first, second = await office.link(), await office.link(role="instructor")

    await office.take(first)
    await office.take(second, OTHER, "Sri 199003152015032014")

    names = {row["telegram_id"]: row["name"] for row in await office.staff.rows(RoleRow)}
    assert (names[NEWCOMER], names[OTHER]) == ("Yohana Contoh", "Sri 1990…014")


@pytest.mark.postgres
async def test_of_two_who_tap_at_once_one_gets_the_role(office: Office) -> None:
    made = await office.link()

    done = await asyncio.gather(*(office.take(made, who) for who in range(700, 708)), return_exceptions=True)

    lost = [one for one in done if isinstance(one, Refusal)]
    assert [one.key for one in lost] == ["link-used"] * 7
    assert len([row for row in await office.staff.rows(RoleRow) if row["telegram_id"] >= 700]) == 1
    assert (await office.audit()).count("role.accepted") == 1


async def test_a_double_tap_takes_the_role_once_and_hears_the_same(office: Office) -> None:
    made = await office.link()

    first, second = await asyncio.gather(office.take(made), office.take(made))

    assert sorted((first.again, second.again)) == [False, True]
    assert await office.grants() == (Grant("organizer", office.agency()),)


async def test_a_link_that_does_not_count_any_more_says_why_and_an_unknown_one_never_differs(office: Office) -> None:
    used, back, late = await office.link(), await office.link(role="instructor"), await office.link(ADMIN)
    await office.take(used)
    await office.tools.take_back(invitation_id=back.id, actor_telegram_id=DEWI)
    fresh = {token: await refused(office.take(Made(**{**_values(late), "token": token}), OTHER)) for token in UNKNOWN}
    office.now.advance(hours=72)

    assert await refused(office.look(used, OTHER)) == await refused(office.take(used, OTHER)) == "link-used"
    assert await refused(office.look(back, OTHER)) == await refused(office.take(back, OTHER)) == "link-revoked"
    assert await refused(office.look(late, OTHER)) == await refused(office.take(late, OTHER)) == "link-expired"
    assert set(fresh.values()) == {"link-unknown"}
    assert await office.grants(OTHER) == ()


UNKNOWN = ("", "x", "A" * 22, "A" * 21 + "é", "A" * 23, "'; DROP TABLE people")


def _values(made: Made) -> dict[str, Any]:
    return {name: getattr(made, name) for name in Made.__slots__}


async def test_nobody_gives_themselves_a_role_or_takes_one_twice(office: Office) -> None:
    own, again = await office.link(role="instructor"), await office.link()
    await office.staff.appoint(NEWCOMER, "Sri Andai")

    assert await refused(office.look(own, DEWI)) == await refused(office.take(own, DEWI)) == "role-own"
    assert await refused(office.look(again)) == await refused(office.take(again)) == "role-held"
    assert (await office.take(again, OTHER)).role == "organizer"


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        pytest.param(DEWI, "organizer", "bpsdm-dki", id="an organizer, for another agency"),
        pytest.param(DEWI, "organizer", None, id="an organizer, for all agencies"),
        pytest.param(DEWI, "secretariat", "sekber", id="an organizer, the secretariat"),
        pytest.param(DEWI, "admin", None, id="an organizer, an admin"),
        pytest.param(ADMIN, "admin", None, id="an admin, an admin: those are settings"),
        pytest.param(SEKAR, "organizer", "bpsdm-ntt", id="the secretariat, an organizer"),
        pytest.param(SEKAR, "secretariat", None, id="the secretariat of an agency, for all"),
        pytest.param(OTHER, "organizer", "bpsdm-ntt", id="a stranger"),
    ],
)
async def test_a_link_that_the_table_does_not_allow_is_not_made(
    office: Office, who: int, role: str, agency: str | None
) -> None:
    with pytest.raises(NotAllowed):
        await office.link(who, role, agency)
    assert await office.staff.rows(InvitationRow) == []


@pytest.mark.parametrize(
    ("who", "role", "agency"),
    [
        (DEWI, "instructor", "bpsdm-ntt"),
        (SEKAR, "secretariat", "sekber"),
        (ADMIN, "secretariat", None),
        (ADMIN, "organizer", "kemendagri"),
    ],
)
async def test_a_link_that_the_table_allows_is_made(office: Office, who: int, role: str, agency: str | None) -> None:
    await office.take(await office.link(who, role, agency))

    assert await office.grants() == (Grant(role, office.agency(agency) if agency else None),)


@pytest.mark.parametrize(
    ("role", "agency"),
    [("organizer", None), ("instructor", None), ("secretariat", "bpsdm-ntt"), ("organizer", "missing")],
)
async def test_a_role_goes_with_an_agency_of_its_kind(office: Office, role: str, agency: str | None) -> None:
    agency_id = 999 if agency == "missing" else office.agency(agency) if agency else None

    attempt = office.tools.invite(actor_telegram_id=ADMIN, role=role, agency_id=agency_id)

    assert await refused(attempt) == "link-agency"


async def test_whoever_may_make_links_is_offered_just_those(office: Office) -> None:
    choices = office.tools.choices
    dewi = await choices(actor_telegram_id=DEWI, role="organizer")
    sekar = await choices(actor_telegram_id=SEKAR, role="secretariat")
    admin = await choices(actor_telegram_id=ADMIN, role="organizer")
    admins = await choices(actor_telegram_id=ADMIN, role="secretariat")

    assert (dewi.roles, [agency.code for agency in dewi.agencies]) == (("organizer", "instructor"), ["bpsdm-ntt"])
    assert (sekar.roles, [agency.code for agency in sekar.agencies]) == (("secretariat",), ["sekber"])
    assert (admin.roles, admin.agencies, admin.everywhere) == (("organizer", "instructor", "secretariat"), (), True)
    assert ([agency.code for agency in admins.agencies], admins.everywhere) == (["sekber"], True)
    for who, role in ((DEWI, "secretariat"), (OTHER, None), (SEKAR, "organizer")):
        with pytest.raises(NotAllowed):
            await choices(actor_telegram_id=who, role=role)


async def test_a_double_tap_leaves_one_link_and_a_later_one_stands_beside_it(office: Office) -> None:
    first, second = await office.link(), await office.link()
    office.now.advance(minutes=1)
    third = await office.link()

    assert await refused(office.look(first)) == "link-revoked"
    listed = await office.tools.links(actor_telegram_id=DEWI, page=1, size=5)
    assert [link.id for link in listed.items] == [second.id, third.id]


async def test_a_link_dies_with_the_right_to_make_it(office: Office) -> None:
    await office.staff.give_role(OTHER, "Kedua")
    made = await office.link()
    await office.tools.revoke(role_id=await office.role_of(DEWI), actor_telegram_id=OTHER)
    listed = await office.tools.team(actor_telegram_id=OTHER)

    assert await refused(office.look(made)) == await refused(office.take(made)) == "link-revoked"
    assert listed.links == 0


async def test_a_link_of_somebody_who_lost_the_role_in_another_way_does_not_count(office: Office) -> None:
    made = await office.link()
    await office.staff.dismiss(DEWI)

    assert await refused(office.take(made)) == "link-revoked"


async def test_others_see_no_link_and_take_none_back(office: Office) -> None:
    await office.staff.appoint(OTHER, "Rina Teladan", agency="bpsdm-dki")
    made = await office.link()
    see, back = office.tools.get, office.tools.take_back

    assert await refused(see(invitation_id=made.id, actor_telegram_id=OTHER)) == "link-gone"
    assert await refused(back(invitation_id=made.id, actor_telegram_id=OTHER)) == "link-gone"
    assert await refused(back(invitation_id=999, actor_telegram_id=DEWI)) == "link-gone"
    assert await refused(back(invitation_id=made.id, actor_telegram_id=SEKAR)) == "link-gone"
    assert await refused(back(invitation_id=made.id, actor_telegram_id=NEWCOMER)) == "not-allowed"
    assert await see(invitation_id=made.id, actor_telegram_id=SEKAR) == ((await office.tools.links(
        actor_telegram_id=SEKAR, page=1, size=5)).items[0], False)  # fmt: skip
    await back(invitation_id=made.id, actor_telegram_id=DEWI)
    await back(invitation_id=made.id, actor_telegram_id=DEWI)
    assert await refused(see(invitation_id=made.id, actor_telegram_id=DEWI)) == "link-gone"
    assert await office.audit() == ["role.invited", "role.link-revoked"]


async def test_a_used_link_is_not_taken_back(office: Office) -> None:
    made = await office.link()
    await office.take(made)

    assert await refused(office.tools.take_back(invitation_id=made.id, actor_telegram_id=DEWI)) == "link-used"
