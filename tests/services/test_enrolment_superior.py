"""The superior's tap: who may, once, until when; and that it does what a letter does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

import pytest

from services.enrolment import AnswerRequest, AskSuperior, GetRequest, RequestLink
from services.errors import Refusal
from services.invitations import OpenLink
from services.privacy import EraseData
from storage.database import Database
from storage.tables import EnrolmentMoveRow, EnrolmentRow, PersonRow
from storage.tables.agencies import InvitationRow
from tests.support.clock import Clock
from tests.support.enrolling import RINA, Provinces, SeatTools

YOHANA, SRI, BAGUS, DEWI, STRANGER = 1, 2, 3, 4, 9


@dataclass(slots=True)
class Asking:
    """Yohana of BPSDM NTT asks; Sri and Dewi work there too, Bagus elsewhere."""

    world: Provinces
    seats: SeatTools
    ask: AskSuperior
    request: GetRequest
    answer: AnswerRequest
    number: int
    batch: int

    async def link(self) -> RequestLink:
        return await self.ask(telegram_id=YOHANA, enrolment_id=self.number)

    async def look(self, link: RequestLink, who: int = SRI) -> Any:
        return await self.request(token=link.token, telegram_id=who)

    async def say(self, link: RequestLink, given: bool | None = True, who: int = SRI) -> Any:
        return await self.answer(token=link.token, telegram_id=who, given=given)

    async def state(self) -> str:
        return (await self.world.states(self.batch))[YOHANA]

    async def moves(self) -> int:
        return len(await self.world.rows(EnrolmentMoveRow))


@pytest.fixture
async def asking(world: Provinces, seats: SeatTools, database: Database, now: Clock) -> Asking:
    batch = await world.open_batch(capacity=1, needs_recommendation=True)
    await world.welcome_all([YOHANA, SRI, DEWI], name="Sri Andai")
    await world.welcome(BAGUS, "Jatim")
    number = (await seats.enrol(telegram_id=YOHANA, batch_id=batch)).enrolment_id
    use = {"database": database, "now": now}
    return Asking(world, seats, AskSuperior(**use), GetRequest(**use), AnswerRequest(**use), number, batch)  # type: ignore[arg-type]


async def refused(attempt: Awaitable[Any]) -> str:
    with pytest.raises(Refusal) as refusal:
        await attempt
    return refusal.value.key


async def test_a_tap_recommends_and_the_host_decides_as_with_a_letter(asking: Asking) -> None:
    link = await asking.link()
    seen = await asking.look(link)
    done = await asking.say(link)
    queue = await asking.seats.queue(actor_telegram_id=RINA)
    between = await asking.state()
    await asking.seats.review(enrolment_id=asking.number, actor_telegram_id=RINA, approved=True)

    due = (await asking.world.rows(EnrolmentRow))[0]["letter_due_at"]
    assert (seen.asker, seen.superior, seen.line.title, seen.expires_at) == (
        "Sri Andai", "Sri Andai", "Pelatihan akp-2", due,
    )  # fmt: skip
    assert (done.given, link.expires_at) == (True, due)
    assert (queue, between, await asking.state()) == ((asking.number,), "recommended", "confirmed")
    assert await asking.world.told() == [(YOHANA, "recommendation.given"), (YOHANA, "seat.confirmed")]
    assert [actor for actor, _ in await asking.world.history(asking.number)] == ["person", "superior", "organizer"]


async def test_a_no_is_told_and_another_superior_may_be_asked(asking: Asking) -> None:
    await asking.say(await asking.link(), given=False)
    await asking.say(await asking.link(), who=DEWI)

    assert await asking.state() == "recommended"
    assert await asking.world.told() == [(YOHANA, "recommendation.refused"), (YOHANA, "recommendation.given")]


async def test_whoever_is_no_superior_ends_the_link_and_changes_nothing_else(asking: Asking) -> None:
    link, moves = await asking.link(), await asking.moves()
    await asking.say(link, given=None)

    assert await refused(asking.say(link, who=DEWI)) == "link-used"
    assert (await asking.state(), await asking.moves()) == ("submitted", moves)
    assert await asking.world.told() == [(YOHANA, "recommendation.misdirected")]


@pytest.mark.parametrize(
    ("who", "key"),
    [
        pytest.param(YOHANA, "recommend-own", id="the asker"),
        pytest.param(BAGUS, "recommend-agency", id="somebody of another agency"),
        pytest.param(RINA, "recommend-agency", id="the host's organizer"),
        pytest.param(STRANGER, "consent-needed", id="somebody unknown"),
    ],
)
@pytest.mark.parametrize("given", [True, False, None])
async def test_nobody_else_answers_and_the_link_stays_good(
    asking: Asking, who: int, key: str, given: bool | None
) -> None:
    link, moves = await asking.link(), await asking.moves()

    assert await refused(asking.look(link, who)) == await refused(asking.say(link, given, who)) == key
    assert (await asking.moves(), await asking.world.told()) == (moves, [])
    assert (await asking.world.rows(InvitationRow))[0]["used_at"] is None
    await asking.say(link)


async def test_who_is_not_verified_or_has_left_does_not_answer(asking: Asking) -> None:
    link = await asking.link()
    await asking.world.change(PersonRow, asking.world.ids[SRI], identity="waiting")

    assert await refused(asking.look(link)) == await refused(asking.say(link)) == "enrol-unverified"


@pytest.mark.postgres
async def test_two_superiors_at_once_answer_once_and_a_double_tap_hears_so(asking: Asking) -> None:
    link = await asking.link()

    done = await asyncio.gather(asking.say(link), asking.say(link, who=DEWI), asking.say(link), return_exceptions=True)

    lost = [one for one in done if isinstance(one, Refusal)]
    assert len(lost) == 2
    assert {one.key for one in lost} <= {"link-used", "link-answered"}
    assert len(await asking.world.told()) == 1


async def test_a_second_tap_of_the_same_person_hears_that_it_is_done(asking: Asking) -> None:
    link = await asking.link()
    await asking.say(link, given=False)

    assert await refused(asking.say(link)) == await refused(asking.look(link)) == "link-answered"
    assert await asking.state() == "submitted"


async def test_a_newer_link_takes_the_older_one_s_place(asking: Asking) -> None:
    old, new = await asking.link(), await asking.link()

    assert await refused(asking.say(old)) == "link-revoked"
    await asking.say(new)


async def test_after_the_letter_is_due_no_link_is_made_or_counts(asking: Asking, now: Clock) -> None:
    link = await asking.link()
    now.advance(days=4)

    assert await refused(asking.link()) == "recommendation-late"
    assert await refused(asking.say(link)) == "link-expired"


async def test_what_is_not_awaited_any_more_is_neither_asked_nor_answered(asking: Asking) -> None:
    link = await asking.link()
    await asking.seats.cancel(telegram_id=YOHANA, enrolment_id=asking.number, reason=None)

    assert await refused(asking.link()) == await refused(asking.say(link)) == "recommendation-closed"


async def test_links_of_others_and_for_roles_do_nothing_here(asking: Asking, database: Database, now: Clock) -> None:
    link = await asking.link()

    assert await refused(asking.ask(telegram_id=SRI, enrolment_id=asking.number)) == "enrolment-unknown"
    assert await refused(asking.ask(telegram_id=YOHANA, enrolment_id=999)) == "enrolment-unknown"
    assert await refused(asking.answer(token="A" * 22, telegram_id=SRI, given=True)) == "link-unknown"
    opened = await OpenLink(database=database, now=now, admin_ids=frozenset())(
        token=link.token, telegram_id=STRANGER, telegram_name="X"
    )
    assert (opened.purpose, opened.role) == ("recommendation", None)


async def test_a_link_goes_with_the_data_of_who_made_it(asking: Asking, database: Database, now: Clock) -> None:
    link = await asking.link()
    await EraseData(database=database, now=now)(telegram_id=YOHANA)

    assert await refused(asking.say(link)) == "link-unknown"
