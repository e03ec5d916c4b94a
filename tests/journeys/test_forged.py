"""Every form that a button can carry, pressed by those it is not for: nothing changes, and the answer is kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from bot.callbacks import LARGEST_ID
from bot.callbacks_verification import Vouch
from storage.base import Base
from storage.tables import FaqRow, PersonRow
from storage.tables.helpdesk import ReadyAnswerRow, TicketEntryRow, TicketRow
from tests.journeys.conftest import BAGUS, DEWI, RINA, SRI, YOHANA
from tests.journeys.test_enrolment import agency_of, open_batch
from tests.journeys.test_verification import ask, delivered
from tests.support.broadcasts import add_broadcast
from tests.support.catalogue import add, add_training
from tests.support.faqs import add_ticket
from tests.support.forged import Whose, forge, forms, forms_of, mangle, table
from tests.support.sandbox import Person, SandboxError

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

PASSING = frozenset({"inbox", "fsm"})
"""What every press writes, whatever it does: that it came, and where the person is in a conversation."""
NOWHERE = LARGEST_ID
TOGETHER = 20
"""After so many presses the tables are looked at."""
TROUBLE = "sebutkan kode"


def test_every_form_says_whose_it_is() -> None:
    known, named = set(forms()), set(table())

    assert sorted(known - named) == [], "say in tests/support/forged.py who may press these"
    assert sorted(named - known) == [], "these forms are gone"


def test_no_two_forms_begin_alike() -> None:
    counted = Counter(form.__prefix__ for form in forms().values())

    assert [mark for mark, count in counted.items() if count > 1] == []


@dataclass(slots=True)
class Scene:
    """Things of others that carry the number 1, and a look at all tables."""

    world: World

    async def tables(self) -> dict[str, list[Any]]:
        """Every row that is to stay as it is."""
        async with self.world.database.read() as connection:
            return {
                name: [tuple(row) for row in await connection.execute(select(rows).order_by(*rows.primary_key))]
                for name, rows in Base.metadata.tables.items()
                if name not in PASSING
            }

    async def press_all(self, person: Person, presses: list[str]) -> list[str]:
        """What somebody's presses changed, or left without a kind answer; none of them is to do either."""
        faults, before = [], await self.tables()
        for some in (presses[at : at + TOGETHER] for at in range(0, len(presses), TOGETHER)):
            for data in some:
                pressed = await person.press_data(data, on=(await person.last()).id)
                if not await _is_kind(person, (await pressed.answer()).text):
                    faults.append(f"{data}: no kind answer")
            after = await self.tables()
            faults += [f"one of {some}: {name} changed" for name in after if after[name] != before[name]]
            before = after
        return faults


async def _is_kind(person: Person, toast: str | None) -> bool:
    """A sentence as a toast or a screen; never that something did not go as it should."""
    if toast:
        return TROUBLE not in toast
    try:
        return TROUBLE not in (await person.until(timeout=1)).text
    except SandboxError:
        return False


@pytest.fixture
async def scene(bot_world: World) -> Scene:
    """Yohana has a letter in, an offer, a wish and a question, and asked her superior; Lestari asks to be verified."""
    tools, dki = bot_world.app.tools, await agency_of(bot_world, "bpsdm-dki")
    agreed = {"consent_at": bot_world.now(), "consent_version": "2026-11", "created_at": bot_world.now()}
    ntt = await agency_of(bot_world, "dinas-pangan-ntt")
    for who, name in ((YOHANA, "Yohana Contoh"), (SRI, "Sri Andai")):
        values = {"telegram_id": who, "name": name, "agency_id": ntt, "identity": "verified"}
        await add(bot_world.database, PersonRow, **values, **agreed)
    await ask(bot_world)
    awaited = await open_batch(bot_world, needs_recommendation=True)
    number = (await tools.enrolment.enrol(telegram_id=YOHANA, batch_id=awaited)).enrolment_id
    await tools.recommendation.ask_superior(telegram_id=YOHANA, enrolment_id=number)
    await tools.recommendation.keep_letter(telegram_id=YOHANA, enrolment_id=number, file="letter")
    full = await open_batch(bot_world, "penuh")
    seat = (await tools.enrolment.enrol(telegram_id=SRI, batch_id=full)).enrolment_id
    await tools.enrolment.enrol(telegram_id=YOHANA, batch_id=full)
    await tools.enrolment.cancel(telegram_id=SRI, enrolment_id=seat, reason="duty")
    await tools.needs.wish(telegram_id=YOHANA, text="Logistik pangan")
    await tools.knowledge.record_miss(text="hal yang tiada")
    await tools.team.invite(actor_telegram_id=RINA, role="instructor", agency_id=dki)
    await add_question(bot_world, dki)
    await add_broadcast(bot_world.database, dki, send_at=bot_world.now() + timedelta(days=9))
    await ask_for_article(bot_world, dki)
    await delivered(bot_world)
    return Scene(bot_world)


async def ask_for_article(world: World, agency: int) -> None:
    """Rina made an article of Yohana's question, and asked for it to be approved; another question waits for one."""
    yohana = await world.app.tools.people.find(telegram_id=YOHANA)
    assert yohana
    first, _ = [await add_ticket(world.database, agency, yohana.id) for _ in range(2)]
    faq, act = world.app.tools.faq, {"actor_telegram_id": RINA}
    seen = (await faq.propose(ticket_id=first, **act)).proposal
    assert seen
    number = await faq.keep(ticket_id=first, mark=seen.mark, **act)
    async with world.database.write() as connection:  # told to nobody: colleagues have not met the bot here
        await connection.execute(update(FaqRow).where(FaqRow.id == number).values(state="waiting"))


async def add_question(world: World, agency_id: int) -> None:
    """A question of Yohana's that is answered, without the messages about it; and an answer that is kept ready."""
    yohana = await world.app.tools.people.find(telegram_id=YOHANA)
    assert yohana is not None
    now = world.now()
    ticket = {"person_id": yohana.id, "title": "Ada penginapan?", "opened_at": now, "state": "answered"}
    number = await add(world.database, TicketRow, agency_id=agency_id, **ticket)
    about = {"ticket_id": number, "at": now, "message_id": 1}
    await add(world.database, TicketEntryRow, side="team", body="Ya.", chat_id=RINA, **about)
    await add(world.database, ReadyAnswerRow, agency_id=agency_id, title="Ya.", body="Ya.", at=now)


async def somebody(scene: Scene, telegram_id: int) -> Person:
    """Somebody who has the bot before them."""
    person = scene.world.person(telegram_id)
    await person.ask("/start")
    await delivered(scene.world)
    return person


def forged(*whose: Whose, number: int = 1) -> list[str]:
    return [data for form in forms_of(*whose) for data in forge(form, number)]


async def test_a_stranger_changes_nothing_and_is_answered_kindly(scene: Scene) -> None:
    stranger = await somebody(scene, BAGUS)
    not_theirs = forged(*set(Whose) - {Whose.ANYBODY})

    assert await scene.press_all(stranger, not_theirs) == []


async def test_an_organizer_of_another_agency_changes_nothing_and_is_answered_kindly(scene: Scene) -> None:
    dewi = await somebody(scene, DEWI)

    not_hers = forged(Whose.OWNER, Whose.AGENCY, Whose.SECRETARIAT, Whose.LINK)

    assert await scene.press_all(dewi, not_hers) == []


@pytest.mark.parametrize("state", ["draft", "submitted", "accepted"])
async def test_a_training_that_is_planned_is_moved_only_by_whose_turn_it_is(scene: Scene, state: str) -> None:
    dewi, dki = await somebody(scene, DEWI), await agency_of(scene.world, "bpsdm-dki")
    number = await add_training(scene.world.database, dki, f"rencana-{state}", state=state)
    steps = [form for form in forms_of(Whose.AGENCY, Whose.SECRETARIAT) if form.__module__ == "bot.callbacks_planning"]

    assert await scene.press_all(dewi, [data for form in steps for data in forge(form, number)]) == []


async def test_what_is_not_there_is_answered_kindly_also_to_the_right_organizer(scene: Scene) -> None:
    rina = await somebody(scene, RINA)
    missing = forged(Whose.OWNER, Whose.AGENCY, Whose.SECRETARIAT, Whose.LINK, number=NOWHERE)

    assert await scene.press_all(rina, missing) == []


@pytest.mark.one_database
async def test_data_that_no_button_carried_is_answered_kindly(scene: Scene) -> None:
    rina = await somebody(scene, RINA)
    mangled = [mangle(form, number) for number, form in enumerate(forms_of(*Whose))]

    assert await scene.press_all(rina, mangled) == []


async def test_the_presses_above_would_be_seen_if_they_did_something(scene: Scene) -> None:
    rina = await somebody(scene, RINA)

    faults = await scene.press_all(rina, [Vouch(request=1).pack()])

    assert {fault.rsplit(": ", 1)[-1] for fault in faults} >= {"verifications changed", "audit changed"}
