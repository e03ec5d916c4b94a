"""The people of a batch: listed, found, moved, added and taken out by the organizers of its host."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
from sqlalchemy import insert

from services.enrolment import State
from services.errors import NotAllowed, Refusal
from services.participants import (
    AddByHand,
    FindCandidates,
    GetCandidate,
    GetParticipant,
    Group,
    ListParticipants,
    ListTargets,
    MoveParticipant,
    RemoveParticipant,
)
from services.vault import Vault
from storage.database import Database
from storage.tables import AuditRow, BatchRow, EnrolmentRow, PersonRow, RosterRow
from tests.support.catalogue import add_batch
from tests.support.clock import NOON, Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DEWI, GALIH = 1, 2, 3, 4, 5
YOHANA_NIP, BAGUS_NIP, RINA_NIP = "199003152015032014", "198712072022211005", "198209142006042011"
NO_ADMINS: frozenset[int] = frozenset()


class PeopleTools:
    """The use cases of this room on one database."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.vault = Vault(*Vault.new_keys())
        self.list = ListParticipants(database=database, vault=self.vault, now=now, admin_ids=NO_ADMINS)
        self.get = GetParticipant(database=database, vault=self.vault, admin_ids=NO_ADMINS)
        self.targets = ListTargets(database=database, now=now, admin_ids=NO_ADMINS)
        self.move = MoveParticipant(database=database, now=now, admin_ids=NO_ADMINS)
        self.remove = RemoveParticipant(database=database, now=now, admin_ids=NO_ADMINS)
        self.find = FindCandidates(database=database, vault=self.vault, now=now, admin_ids=NO_ADMINS)
        self.candidate = GetCandidate(database=database, vault=self.vault, admin_ids=NO_ADMINS)
        self.add = AddByHand(database=database, vault=self.vault, now=now, admin_ids=NO_ADMINS)

    def nip(self, digits: str) -> dict[str, bytes]:
        """The columns of a person with this NIP."""
        return {"nip_lookup": self.vault.lookup(digits), "nip_cipher": self.vault.encrypt(digits)}


@pytest.fixture
def people(database: Database, now: Clock) -> PeopleTools:
    return PeopleTools(database, now)


@pytest.fixture
async def batch(world: Provinces, seats: SeatTools, people: PeopleTools, now: Clock) -> int:
    """Two seats: Yohana (NTT) and Bagus (DKI) have them, Sri (NTT) is in line."""
    batch = await world.open_batch(capacity=2)
    await world.welcome(YOHANA, "NTT", name="Yohana Contoh", **people.nip(YOHANA_NIP))
    await world.welcome(BAGUS, "DKI", name="Bagus Misal", **people.nip(BAGUS_NIP))
    await world.welcome(SRI, "NTT", name="Sri Andai Contoh")
    for who in (YOHANA, BAGUS, SRI):
        await seats.enrol(telegram_id=who, batch_id=batch)
        now.advance(minutes=1)
    return batch


async def sister(world: Provinces, batch: int, number: int = 3, **changes: object) -> int:
    """Another batch of the same training and host, a week later."""
    (row,) = await world.rows(BatchRow, BatchRow.id == batch)
    later = {name: row[name] + timedelta(days=7) for name in ("starts_at", "ends_at")}
    values = {"number": number, "needs_recommendation": False, "capacity": 1} | later | changes
    return await add_batch(world.database, row["training_id"], row["host_id"], f"akp-{number}", **values)


async def number_of(world: Provinces, telegram_id: int) -> int:
    """The last enrolment of a person."""
    rows = await world.rows(EnrolmentRow, EnrolmentRow.person_id == world.ids[telegram_id])
    return int(rows[-1]["id"])


async def test_the_list_counts_narrows_and_masks(people: PeopleTools, batch: int) -> None:
    whole = await people.list(batch_id=batch, actor_telegram_id=RINA)
    line = await people.list(batch_id=batch, actor_telegram_id=RINA, group=Group.LINE)
    named = await people.list(batch_id=batch, actor_telegram_id=RINA, text="CONTOH yoh")
    both = await people.list(batch_id=batch, actor_telegram_id=RINA, text="contoh", size=1, page=2)
    by_nip = await people.list(batch_id=batch, actor_telegram_id=RINA, text="19871207 202221 1 005")
    part = await people.list(batch_id=batch, actor_telegram_id=RINA, text="19871207")
    wild = await people.list(batch_id=batch, actor_telegram_id=RINA, text="%")

    assert whole.counts == {Group.SEATED: 2, Group.LINE: 1, Group.ASKED: 0, Group.ENDED: 0}
    assert [item.person.name for item in whole.items] == ["Yohana Contoh", "Bagus Misal", "Sri Andai Contoh"]
    assert [item.person.nip for item in whole.items] == ["1990…014", "19871207 202221 1 005", None]
    assert [item.person.name for item in line.items] == ["Sri Andai Contoh"]
    assert [item.person.name for item in named.items] == ["Yohana Contoh"]
    assert (both.total, both.pages, [item.person.name for item in both.items]) == (2, 2, ["Sri Andai Contoh"])
    assert [item.person.name for item in by_nip.items] == ["Bagus Misal"]
    assert (part.total, wild.total) == (0, 0)


async def test_ten_thousand_people_are_listed_at_once(
    world: Provinces, people: PeopleTools, batch: int, database: Database
) -> None:
    await world.welcome_all(range(1000, 11_000), "Jatim")
    new = [
        {"person_id": world.ids[who], "batch_id": batch, "state": "cancelled", "submitted_at": NOON, "changed_at": NOON}
        for who in range(1000, 11_000)
    ]
    async with database.write() as connection:
        await connection.execute(insert(EnrolmentRow), new)

    start = time.perf_counter()
    last = await people.list(batch_id=batch, actor_telegram_id=RINA, group=Group.ENDED, page=9_999)
    named = await people.list(batch_id=batch, actor_telegram_id=RINA, text="yohana")
    seconds = time.perf_counter() - start

    assert (last.page, last.pages, len(last.items), named.total) == (2000, 2000, 5, 1)
    assert seconds < 2


async def test_one_is_seen_with_the_place_the_unit_and_the_history(
    world: Provinces, people: PeopleTools, batch: int, database: Database
) -> None:
    async with database.write() as connection:
        values = {"agency_id": world.agencies["NTT"], "name": "Yohana Contoh", "unit": "Bidang Pangan"}
        await connection.execute(insert(RosterRow).values(**values, **people.nip(YOHANA_NIP), updated_at=NOON))

    yohana = await people.get(enrolment_id=await number_of(world, YOHANA), actor_telegram_id=RINA)
    sri = await people.get(enrolment_id=await number_of(world, SRI), actor_telegram_id=RINA)

    assert (yohana.state, yohana.unit, yohana.person.nip, yohana.can_leave) == (
        "confirmed",
        "Bidang Pangan",
        "1990…014",
        True,
    )
    assert (sri.state, sri.place, [step.to_state for step in sri.steps]) == ("waitlisted", 1, ["waitlisted"])


async def test_moved_the_place_is_given_back_and_another_taken(
    world: Provinces, seats: SeatTools, people: PeopleTools, batch: int
) -> None:
    other = await sister(world, batch)
    (target,) = await people.targets(enrolment_id=await number_of(world, YOHANA), actor_telegram_id=RINA)
    old = await number_of(world, YOHANA)

    done = await people.move(enrolment_id=old, batch_id=other, actor_telegram_id=RINA)
    again = await people.move(enrolment_id=old, batch_id=other, actor_telegram_id=RINA)
    second = await people.move(enrolment_id=await number_of(world, BAGUS), batch_id=other, actor_telegram_id=RINA)

    assert (target.batch.id, target.free) == (other, 1)
    assert (done.state, done.again, again.again) == (State.CONFIRMED, False, True)
    assert again.enrolment_id == done.enrolment_id
    assert (second.state, second.place) == (State.WAITLISTED, 1)
    assert await world.states(batch) == {YOHANA: "cancelled", BAGUS: "cancelled", SRI: "offered"}
    assert await world.pools(batch) == {"open": "1/2"}
    assert await world.pools(other) == {"open": "1/1"}
    assert await world.history(old) == [("person", "confirmed"), ("organizer", "cancelled")]
    assert await world.history(done.enrolment_id) == [("organizer", "confirmed")]
    assert await world.told() == [
        (SRI, "seat.offered"),
        (YOHANA, "participant.moved"),
        (BAGUS, "participant.moved"),
    ]
    assert [row["action"] for row in await world.rows(AuditRow)] == ["participant.moved"] * 2
    assert await seats.check() == ()


async def test_a_recommendation_that_was_not_decided_goes_along(
    world: Provinces, seats: SeatTools, people: PeopleTools
) -> None:
    batch = await world.open_batch(needs_recommendation=True)
    other = await sister(world, batch, needs_recommendation=True)
    await world.welcome(YOHANA)
    await seats.enrol(telegram_id=YOHANA, batch_id=batch)
    old = await number_of(world, YOHANA)
    await seats.keep_letter(telegram_id=YOHANA, enrolment_id=old, file="letter")

    done = await people.move(enrolment_id=old, batch_id=other, actor_telegram_id=RINA)

    assert done.state == State.SUBMITTED
    assert await seats.queue(actor_telegram_id=RINA) == (done.enrolment_id,)


async def test_what_cannot_be_moved(world: Provinces, seats: SeatTools, people: PeopleTools, batch: int) -> None:
    number, sris = await number_of(world, YOHANA), await number_of(world, SRI)
    stranger = await world.open_batch("other-1")
    begun = await sister(world, batch, 4, starts_at=NOON, capacity=None)
    closed = await sister(world, batch, 5, state="cancelled")
    clash = await sister(world, batch, 6, capacity=None)
    away = await world.open_batch("other-2", starts_at=NOON + timedelta(days=27), ends_at=NOON + timedelta(days=28))
    await seats.enrol(telegram_id=SRI, batch_id=away)
    refused = {}

    for enrolment, where in (
        (number, batch), (number, stranger), (number, begun), (number, closed), (sris, clash), (404, clash),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refusal:
            await people.move(enrolment_id=enrolment, batch_id=where, actor_telegram_id=RINA)
        refused[enrolment, where] = refusal.value.key
    await world.change(EnrolmentRow, number, state="attended")
    with pytest.raises(Refusal, match="participant-stays"):
        await people.move(enrolment_id=number, batch_id=clash, actor_telegram_id=RINA)

    assert list(refused.values()) == [
        "participant-not-sister",
        "participant-not-sister",
        "batch-started",
        "batch-cancelled",
        "participant-overlap",
        "enrolment-unknown",
    ]
    assert (await world.states(batch))[SRI] == "waitlisted"
    assert await world.rows(AuditRow) == []


async def test_two_move_two_people_across_at_once(
    world: Provinces, seats: SeatTools, people: PeopleTools, batch: int
) -> None:
    other = await sister(world, batch)
    await world.welcome(GALIH, "Jatim")
    await seats.enrol(telegram_id=GALIH, batch_id=other)
    numbers = await number_of(world, YOHANA), await number_of(world, GALIH)

    await asyncio.gather(
        people.move(enrolment_id=numbers[0], batch_id=other, actor_telegram_id=RINA),
        people.move(enrolment_id=numbers[1], batch_id=batch, actor_telegram_id=RINA),
    )

    assert await seats.check() == ()
    assert (await world.states(other))[GALIH] == "cancelled"


async def test_found_by_name_only_at_home_and_by_nip_everywhere(
    world: Provinces, people: PeopleTools, batch: int
) -> None:
    await world.welcome(DEWI, "DKI", name="Dewi Umpama")
    await world.welcome(GALIH, "DKI", name="Dewi Ibarat", identity="waiting")

    home = await people.find(batch_id=batch, actor_telegram_id=RINA, text="dewi")
    away = await people.find(batch_id=batch, actor_telegram_id=RINA, text="yohana")
    by_nip = await people.find(batch_id=batch, actor_telegram_id=RINA, text=YOHANA_NIP)

    assert [found.person.name for found in home] == ["Dewi Umpama"]
    assert away == ()
    assert [(found.person.name, found.person.nip) for found in by_nip] == [("Yohana Contoh", "1990…014")]


async def test_added_by_hand_there_is_a_seat_or_a_place_in_line_and_the_person_is_told(
    world: Provinces, seats: SeatTools, people: PeopleTools, batch: int, now: Clock
) -> None:
    await world.change_batch(batch, registration_closes_at=NOON, needs_recommendation=True)
    await world.welcome_all([DEWI], "DKI", name="Dewi Umpama")
    (dewi,) = await people.find(batch_id=batch, actor_telegram_id=RINA, text="dewi")
    asked = {"batch_id": batch, "person_id": dewi.person_id, "mark": dewi.mark, "actor_telegram_id": RINA}

    seen, person = await people.candidate(**asked)
    done = await people.add(**asked)
    again = await people.add(**asked)

    assert (seen.id, person.name) == (batch, "Dewi Umpama")
    assert (done.state, done.place, done.again) == (State.WAITLISTED, 2, False)
    assert (again.enrolment_id, again.again) == (done.enrolment_id, True)
    assert await world.history(done.enrolment_id) == [("organizer", "waitlisted")]
    assert await world.told() == [(DEWI, "participant.added")]
    assert [row["action"] for row in await world.rows(AuditRow)] == ["participant.added"]
    assert await seats.check() == ()


async def test_who_cannot_be_added(world: Provinces, seats: SeatTools, people: PeopleTools, database: Database) -> None:
    batch = await world.open_batch(provinces=("NTT", "DKI"))
    clash = await world.open_batch("other-1")
    await world.welcome(YOHANA, "NTT", **people.nip(YOHANA_NIP))
    await world.welcome(BAGUS, "Jatim", **people.nip(BAGUS_NIP))
    await world.change(PersonRow, world.ids[RINA], **people.nip(RINA_NIP))
    await world.welcome(GALIH, "NTT", **people.nip("199001012015011001"))
    await seats.enrol(telegram_id=GALIH, batch_id=clash)
    async with database.write() as connection:
        values = {"agency_id": world.agencies["NTT"], "name": "Yohana", "unit": "x", "left_at": NOON}
        await connection.execute(insert(RosterRow).values(**values, **people.nip(YOHANA_NIP), updated_at=NOON))
    refused = []

    for nip in (YOHANA_NIP, BAGUS_NIP, RINA_NIP, "199001012015011001"):
        (found,) = await people.find(batch_id=batch, actor_telegram_id=RINA, text=nip)
        with pytest.raises(Refusal) as refusal:
            await people.add(batch_id=batch, person_id=found.person_id, mark=found.mark, actor_telegram_id=RINA)
        refused.append(refusal.value.key)

    assert refused == ["participant-left", "participant-province", "participant-own", "participant-overlap"]
    assert await world.states(batch) == {}


async def test_taken_out_with_a_reason_the_seat_moves_on(
    world: Provinces, seats: SeatTools, people: PeopleTools, batch: int
) -> None:
    number = await number_of(world, YOHANA)

    with pytest.raises(Refusal, match="reason-missing"):
        await people.remove(enrolment_id=number, actor_telegram_id=RINA, reason="  ")
    done = await people.remove(enrolment_id=number, actor_telegram_id=RINA, reason="Pindah tugas.")
    again = await people.remove(enrolment_id=number, actor_telegram_id=RINA, reason="Pindah tugas.")

    assert (done.state, done.again, again.again) == (State.CANCELLED, False, True)
    assert await world.states(batch) == {YOHANA: "cancelled", BAGUS: "confirmed", SRI: "offered"}
    assert await world.told() == [(SRI, "seat.offered"), (YOHANA, "participant.removed")]
    assert (await people.get(enrolment_id=number, actor_telegram_id=RINA)).steps[-1].reason == "Pindah tugas."
    assert await seats.check() == ()


async def test_other_hosts_and_people_without_a_role_see_and_do_nothing(
    world: Provinces, people: PeopleTools, batch: int
) -> None:
    await world.welcome(DEWI, "NTT")
    await world.appoint(DEWI, "NTT")
    number, other = await number_of(world, YOHANA), await sister(world, batch)
    (found,) = await people.find(batch_id=batch, actor_telegram_id=RINA, text=YOHANA_NIP)
    candidate = {"batch_id": batch, "person_id": found.person_id, "mark": found.mark}

    for who in (DEWI, SRI):
        for act in (
            people.list(batch_id=batch, actor_telegram_id=who),
            people.get(enrolment_id=number, actor_telegram_id=who),
            people.targets(enrolment_id=number, actor_telegram_id=who),
            people.move(enrolment_id=number, batch_id=other, actor_telegram_id=who),
            people.remove(enrolment_id=number, actor_telegram_id=who, reason="Alasan."),
            people.find(batch_id=batch, actor_telegram_id=who, text="contoh"),
            people.candidate(**candidate, actor_telegram_id=who),
            people.add(**candidate, actor_telegram_id=who),
        ):
            with pytest.raises(NotAllowed):
                await act
    with pytest.raises(NotAllowed):  # a number that was guessed
        await people.add(batch_id=batch, person_id=world.ids[SRI], mark=found.mark, actor_telegram_id=RINA)
