"""Who holds which role, and taking one away: at once, for good, and never so that nobody is left."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from services.access import Grant
from services.imports import Counts, LoadFolder
from services.privacy import EraseData, ExportData
from storage.database import Database
from storage.repositories.roles import Roles
from storage.tables import AuditRow, PersonRow, RoleRow
from tests.services.test_invitations import ADMIN, DEWI, NEWCOMER, OTHER, SEKAR, Office, Tools, office, refused
from tests.support.clock import Clock
from tests.support.folders import TABLES, write_csv
from tests.support.staff import Staff

__all__ = ["office"]
RINA = 700000001


async def test_a_revoked_role_is_gone_at_once_everywhere(office: Office) -> None:
    await office.staff.appoint(OTHER, "Darma Andaikata")
    role = await office.role_of(OTHER)

    lost = await office.tools.revoke(role_id=role, actor_telegram_id=DEWI)

    async with office.staff.database.read() as connection:
        organizers = await Roles(connection).list_organizers(office.agency(), but=0)
    members = await office.tools.members(actor_telegram_id=DEWI, page=1, size=5)
    audit = (await office.staff.rows(AuditRow))[-1]
    assert (lost.name, lost.agency) == ("Darma Andaikata", "BPSDM NTT")
    assert await office.grants(OTHER) == ()
    assert organizers == (await office.staff.person_id(DEWI),)
    assert [member.name for member in members.items] == ["Dewi Umpama"]
    assert await refused(office.tools.revoke(role_id=role, actor_telegram_id=DEWI)) == "role-gone"
    assert await refused(office.tools.member(role_id=role, actor_telegram_id=DEWI)) == "role-gone"
    assert await refused(office.tools.team(actor_telegram_id=OTHER)) == "not-allowed"
    assert (audit["action"], audit["agency_id"]) == ("role.revoked", office.agency())


async def test_a_new_link_gives_a_revoked_role_back(office: Office) -> None:
    await office.staff.appoint(NEWCOMER, "Darma Andaikata")
    await office.tools.revoke(role_id=await office.role_of(NEWCOMER), actor_telegram_id=DEWI)

    await office.take(await office.link(), name="Darma A.")

    assert await office.grants() == (Grant("organizer", office.agency()),)
    rows = [row for row in await office.staff.rows(RoleRow) if row["telegram_id"] == NEWCOMER]
    assert [(row["name"], row["revoked_at"]) for row in rows] == [("Darma A.", None)]


async def test_a_load_of_the_same_file_does_not_give_a_role_back(
    tmp_path: Path, database: Database, now: Clock
) -> None:
    staff, tools = Staff(database), Tools(database, now)
    load = LoadFolder(database=database, vault=staff.vault, now=now)
    folder = write_csv(tmp_path / "d", TABLES)
    await load(folder)
    async with database.read() as connection:
        role = (await connection.execute(select(RoleRow.id).where(RoleRow.telegram_id == RINA))).scalar_one()
    await tools.revoke(role_id=role, actor_telegram_id=ADMIN)

    again = await load(folder)

    assert again["roles"] == Counts(unchanged=2)
    assert await tools.grants(telegram_id=RINA) == ()
    erased = await EraseData(database=database, now=now)(telegram_id=RINA)
    await load(folder)
    kept = [row for row in await staff.rows(RoleRow) if row["telegram_id"] == RINA]
    assert erased
    assert [(row["name"], row["revoked_at"]) for row in kept] == [(None, now())]
    assert RINA not in [row["telegram_id"] for row in await staff.rows(PersonRow)]


async def test_the_export_shows_when_a_role_was_taken_away(office: Office) -> None:
    await office.staff.appoint(OTHER, "Darma Andaikata")
    await office.tools.revoke(role_id=await office.role_of(OTHER), actor_telegram_id=DEWI)

    export = await ExportData(database=office.staff.database, vault=office.staff.vault)(telegram_id=OTHER)

    assert export is not None
    assert export["roles"][0]["revoked_at"] == office.now()


@pytest.mark.parametrize(("who", "role"), [(DEWI, "organizer"), (SEKAR, "secretariat")])
async def test_the_last_of_a_team_does_not_take_the_own_role_away(office: Office, who: int, role: str) -> None:
    own = await office.role_of(who, role)
    agency = "bpsdm-ntt" if role == "organizer" else "sekber"

    alone = await refused(office.tools.revoke(role_id=own, actor_telegram_id=who))
    await office.staff.appoint(OTHER, "Darma Andaikata", agency=agency, role=role)
    await office.tools.revoke(role_id=own, actor_telegram_id=who)

    assert alone == "role-last"
    assert await office.grants(who) == ()


async def test_an_admin_may_take_the_last_role_of_a_team_away(office: Office) -> None:
    await office.tools.revoke(role_id=await office.role_of(DEWI), actor_telegram_id=ADMIN)

    assert await office.grants(DEWI) == ()


@pytest.mark.postgres
async def test_two_who_take_each_other_s_role_away_at_once_leave_one_organizer(office: Office) -> None:
    await office.staff.appoint(OTHER, "Darma Andaikata")
    roles = {who: await office.role_of(who) for who in (DEWI, OTHER)}

    done = await asyncio.gather(
        office.tools.revoke(role_id=roles[OTHER], actor_telegram_id=DEWI),
        office.tools.revoke(role_id=roles[DEWI], actor_telegram_id=OTHER),
        return_exceptions=True,
    )

    assert len([one for one in done if isinstance(one, Exception)]) == 1
    assert len(await office.grants(DEWI) + await office.grants(OTHER)) == 1


async def test_roles_of_other_agencies_are_neither_seen_nor_taken(office: Office) -> None:
    await office.staff.appoint(OTHER, "Rina Teladan", agency="bpsdm-dki")
    dewis, rinas = await office.role_of(DEWI), await office.role_of(OTHER)

    for use in (office.tools.member, office.tools.revoke):
        assert await refused(use(role_id=rinas, actor_telegram_id=DEWI)) == "role-gone"
        assert await refused(use(role_id=999, actor_telegram_id=DEWI)) == "role-gone"
        assert await refused(use(role_id=dewis, actor_telegram_id=NEWCOMER)) == "not-allowed"
    assert await refused(office.tools.revoke(role_id=dewis, actor_telegram_id=SEKAR)) == "role-gone"
    seen = await office.tools.member(role_id=dewis, actor_telegram_id=SEKAR)
    assert (seen.may_revoke, seen.is_own) == (False, False)
    assert await office.grants(DEWI) == (Grant("organizer", office.agency()),)


async def test_a_team_is_listed_as_far_as_the_role_reaches_page_by_page(office: Office) -> None:
    await office.staff.appoint(OTHER, "Rina Teladan", agency="bpsdm-dki")
    await office.staff.appoint(NEWCOMER, "Bagus Misal", role="instructor")

    dewi = await office.tools.members(actor_telegram_id=DEWI, page=9, size=5)
    first = await office.tools.members(actor_telegram_id=ADMIN, page=1, size=3)
    second = await office.tools.members(actor_telegram_id=SEKAR, page=2, size=3)

    assert [(member.name, member.role) for member in dewi.items] == [
        ("Dewi Umpama", "organizer"), ("Bagus Misal", "instructor"),
    ]  # fmt: skip
    assert [member.agency for member in first.items] == ["BPSDM DKI Jakarta", "BPSDM NTT", "BPSDM NTT"]
    assert ([member.name for member in second.items], second.page, second.pages) == (["Sekar Wacana"], 2, 2)
    team = await office.tools.team(actor_telegram_id=ADMIN)
    assert (team.members, team.links, team.may_invite) == (4, 0, True)
