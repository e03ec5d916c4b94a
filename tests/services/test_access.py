"""The table of actions and roles, cell by cell."""

from __future__ import annotations

import pytest

from services.access import ADMIN, INSTRUCTOR, ORGANIZER, ROLES, SECRETARIAT, TABLE, GetGrants, Grant, may, reach
from storage.database import Database
from tests.support.staff import Staff

OWN, OTHER = 1, 2

# action, role -> may for the own agency, for another one, for none
CELLS = {
    ("broadcast.run", ORGANIZER): (True, False, False),
    ("broadcast.run", SECRETARIAT): (True, False, False),
    ("broadcast.run", ADMIN): (True, True, True),
    ("kelola.open", ORGANIZER): (True, True, True),
    ("kelola.open", SECRETARIAT): (True, True, True),
    ("kelola.open", INSTRUCTOR): (True, True, True),
    ("kelola.open", ADMIN): (True, True, True),
    ("verification.view", ORGANIZER): (True, False, False),
    ("verification.view", ADMIN): (True, True, True),
    ("verification.decide", ORGANIZER): (True, False, False),
    ("verification.decide", ADMIN): (True, True, True),
    ("nip.view", ORGANIZER): (True, False, False),
    ("knowledge.tend", ORGANIZER): (True, True, True),
    ("knowledge.tend", SECRETARIAT): (True, True, True),
    ("knowledge.tend", INSTRUCTOR): (True, True, True),
    ("knowledge.tend", ADMIN): (True, True, True),
    ("recommendation.decide", ORGANIZER): (True, False, False),
    ("recommendation.decide", ADMIN): (True, True, True),
    ("nomination.rank", ORGANIZER): (True, False, False),
    ("nomination.rank", ADMIN): (True, True, True),
    ("seats.plan", ORGANIZER): (True, False, False),
    ("seats.plan", ADMIN): (True, True, True),
    ("batch.edit", ORGANIZER): (True, False, False),
    ("batch.edit", ADMIN): (True, True, True),
    ("deliveries.tend", ORGANIZER): (True, False, False),
    ("deliveries.tend", ADMIN): (True, True, True),
    ("broadcast.write", ORGANIZER): (True, False, False),
    ("broadcast.write", SECRETARIAT): (True, False, False),
    ("broadcast.write", ADMIN): (True, True, True),
    ("broadcast.approve", ORGANIZER): (True, False, False),
    ("broadcast.approve", SECRETARIAT): (True, True, True),
    ("broadcast.approve", ADMIN): (True, True, True),
    ("broadcast.everyone", SECRETARIAT): (True, True, True),
    ("broadcast.everyone", ADMIN): (True, True, True),
    ("faq.write", ORGANIZER): (True, False, False),
    ("faq.write", SECRETARIAT): (True, False, False),
    ("faq.write", ADMIN): (True, True, True),
    ("faq.approve", ORGANIZER): (True, False, False),
    ("faq.approve", SECRETARIAT): (True, True, True),
    ("faq.approve", ADMIN): (True, True, True),
    ("batch.cancel", ORGANIZER): (True, False, False),
    ("batch.cancel", ADMIN): (True, True, True),
    ("reminders.hold", ORGANIZER): (True, False, False),
    ("reminders.hold", ADMIN): (True, True, True),
    ("team.view", ORGANIZER): (True, False, False),
    ("team.view", SECRETARIAT): (True, True, True),
    ("team.view", ADMIN): (True, True, True),
    ("team.invite", ORGANIZER): (True, False, False),
    ("team.invite", ADMIN): (True, True, True),
    ("team.revoke", ORGANIZER): (True, False, False),
    ("team.revoke", ADMIN): (True, True, True),
    ("secretariat.invite", SECRETARIAT): (True, False, False),
    ("secretariat.invite", ADMIN): (True, True, True),
    ("secretariat.revoke", SECRETARIAT): (True, False, False),
    ("secretariat.revoke", ADMIN): (True, True, True),
    ("planning.open", ORGANIZER): (True, True, True),
    ("planning.open", SECRETARIAT): (True, True, True),
    ("planning.open", ADMIN): (True, True, True),
    ("training.draft", ORGANIZER): (True, False, False),
    ("training.synchronise", SECRETARIAT): (True, True, True),
    ("training.synchronise", ADMIN): (True, True, True),
    ("training.publish", ORGANIZER): (True, False, False),
    ("training.publish", SECRETARIAT): (True, True, True),
    ("training.publish", ADMIN): (True, True, True),
    ("seats.commit", ORGANIZER): (True, False, False),
    **{
        (action, role): (True, role == ADMIN, role == ADMIN)
        for action in (
            "participants.view",
            "participants.add",
            "participants.move",
            "participants.remove",
            "files.upload",
            "files.download",
        )
        for role in (ORGANIZER, ADMIN)
    },
    ("roster.download", ORGANIZER): (True, False, False),
    **{
        (f"ticket.{action}", role): (True, role == ADMIN, role == ADMIN)
        for action in ("answer", "close", "assign", "block")
        for role in (ORGANIZER, SECRETARIAT, ADMIN)
    },
    ("desk.edit", ORGANIZER): (True, False, False),
    ("desk.edit", ADMIN): (True, True, True),
    ("desk.link", ORGANIZER): (True, False, False),
}
NOTHING = (False, False, False)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", TABLE)
def test_a_role_reaches_as_far_as_the_table_says(action: str, role: str) -> None:
    grants = (Grant(role, OWN),)

    answers = tuple(may(action, grants, agency) for agency in (OWN, OTHER, None))

    assert answers == CELLS.get((action, role), NOTHING)


def test_the_cells_above_are_all_there_are() -> None:
    assert set(CELLS) == {(action, role) for action, scopes in TABLE.items() for role in scopes}


@pytest.mark.parametrize("action", TABLE)
def test_without_a_role_nothing_is_allowed(action: str) -> None:
    assert not reach(action, ())
    assert not may(action, (), OWN)
    assert not may(action, (Grant("unheard-of", OWN),), OWN)


def test_a_role_for_all_agencies_reaches_each_of_them() -> None:
    grants = (Grant(ORGANIZER, None),)

    assert may("verification.decide", grants, OTHER)


def test_roles_add_up() -> None:
    grants = (Grant(ORGANIZER, OWN), Grant(INSTRUCTOR, OTHER), Grant(ORGANIZER, 3))

    assert reach("verification.view", grants).agencies == {OWN, 3}


def test_an_action_that_the_table_lacks_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        may("verification.eat", (Grant(ADMIN, None),), OWN)


async def test_an_account_holds_its_roles_and_what_the_settings_give_it(database: Database) -> None:
    staff = Staff(database)
    await staff.found()
    await staff.appoint(500, "Dewi Umpama")
    get = GetGrants(database=database, admin_ids=frozenset({500, 600}))

    assert await get(telegram_id=500) == (Grant(ADMIN, None), Grant(ORGANIZER, staff.agencies["bpsdm-ntt"].id))
    assert await get(telegram_id=600) == (Grant(ADMIN, None),)
    assert await get(telegram_id=700) == ()
