"""What planners are told: while it is true, and only to who may see it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import delete, select

from bot.app import App
from bot.callbacks_planning import AskSeats, ShowPlan
from bot.deliveries.planning import Step
from bot.delivery import Recipient
from bot.loading import load_into
from storage.tables import DeliveryRow, PersonRow, RoleRow
from tests.journeys.conftest import DEWI, EXAMPLES, RINA, settings_for
from tests.support import shared
from tests.support.clock import Clock
from tests.support.planners import GALIH, OTHER, SEKAR, TITLE, accepted, agency, submitted


@pytest.fixture
async def app(database_url: str, now: Clock) -> AsyncIterator[App]:
    """The bot at rest, with the example data."""
    settings = settings_for("http://127.0.0.1:9", database_url)
    await load_into(settings, EXAMPLES, now=now)
    async with shared.opened_app(settings, now) as app:
        yield app


async def owed(app: App) -> list[tuple[int, str | None]]:
    """To whom something is owed, and how it begins; None where it is said no more."""
    async with app.database.read() as connection:
        query = select(PersonRow.id, PersonRow.telegram_id, DeliveryRow.payload)
        query = query.join(DeliveryRow, DeliveryRow.person_id == PersonRow.id).order_by(DeliveryRow.id)
        rows = list(await connection.execute(query))
    said = []
    for row in rows:
        rendered = await Step(app.tools)(row.payload, Recipient(row.id, row.telegram_id, "id", "WIB"))
        said.append((row.telegram_id, rendered.text.split("\n")[0] if rendered else None))
    return said


async def test_what_has_moved_on_is_told_no_more(app: App) -> None:
    number, planning = await submitted(app, DEWI), app.tools.planning
    first = await owed(app)
    await planning.return_(training_id=number, actor_telegram_id=SEKAR, remark="Ulangi.")
    returned = await owed(app)
    await planning.submit(training_id=number, actor_telegram_id=DEWI)
    again = await owed(app)

    handed_in = f"⏳ BPSDM NTT mengajukan rancangan <b>{TITLE}</b> · klasikal · 40 JP · Mar 2027."
    assert first == [(SEKAR, handed_in)]
    assert [text is None for _, text in returned] == [True, False]
    assert [text is None for _, text in again] == [True, True, False]


async def test_who_lost_the_role_is_told_nothing(app: App) -> None:
    await submitted(app, DEWI)
    async with app.database.write() as connection:
        await connection.execute(delete(RoleRow).where(RoleRow.telegram_id == SEKAR))

    assert await owed(app) == [(SEKAR, None)]


async def test_a_proposal_is_told_to_who_has_not_answered(app: App) -> None:
    first, second = await submitted(app, DEWI), await submitted(app, RINA, OTHER)
    proposal = await app.tools.planning.propose(kept_id=first, merged_id=second, actor_telegram_id=SEKAR)
    await app.tools.planning.answer(proposal_id=proposal, actor_telegram_id=DEWI, agrees=True)

    asked = dict((await owed(app))[2:])

    assert asked[DEWI] is None
    assert str(asked[RINA]).startswith("Sekber mengusulkan rancangan A dan B digabung.")


async def test_of_hosts_the_last_one_is_told(app: App) -> None:
    number, planning = await accepted(app), app.tools.planning
    ntt, dki = await agency(app, DEWI), await agency(app, RINA)
    before = len(await owed(app))
    for who, own in ((DEWI, ntt), (RINA, dki)):
        await planning.commit(training_id=number, actor_telegram_id=who, agency_id=own, seats=5)
    await planning.offer(training_id=number, actor_telegram_id=DEWI, agency_id=ntt)
    offered = (await owed(app))[-1]
    for own in (ntt, dki):
        await planning.host(training_id=number, actor_telegram_id=SEKAR, agency_id=own)

    told = [text for _, text in (await owed(app))[before:]]

    assert offered == (SEKAR, f"BPSDM NTT siap menjadi tuan rumah <b>{TITLE}</b>.")
    assert told[0] is None
    assert {text for text in told if text} == {f"Tuan rumah <b>{TITLE}</b> disepakati: BPSDM DKI Jakarta."}


@pytest.mark.parametrize("language", ["id", "en"])
async def test_other_agencies_are_asked_once_for_their_seats(app: App, language: str) -> None:
    """Organizers of every BPSDM; not of who took seats meanwhile, and nobody once it is published."""
    number, planning = await accepted(app), app.tools.planning
    asked = [(who, text) for who, text in (await owed(app))[1:] if who != DEWI]
    accepting = (await planning.get(training_id=number, actor_telegram_id=RINA)).moves[-1]
    payload = {"training": number, "move": accepting.id}
    screen = await Step(app.tools)(payload, Recipient(1, RINA, language, "WIB"))
    dki = await agency(app, RINA)
    await planning.commit(training_id=number, actor_telegram_id=RINA, agency_id=dki, seats=5)
    after = dict((await owed(app))[1:])
    await planning.host(training_id=number, actor_telegram_id=SEKAR, agency_id=dki)
    await planning.publish(training_id=number, actor_telegram_id=DEWI)
    published = [text for _, text in (await owed(app))[: 1 + len(asked) + 1]]

    assert {RINA, GALIH} <= {who for who, _ in asked}
    assert len({who for who, _ in asked}) == len(asked)
    assert {text for _, text in asked} == {
        f"⏳ Sekber menerima rancangan <b>{TITLE}</b> dari BPSDM NTT · klasikal · 40 JP · Mar 2027."
    }
    assert screen is not None
    assert screen.keyboard is not None
    forms = [one.callback_data for row in screen.keyboard.inline_keyboard for one in row]
    assert forms == [AskSeats(training=number).pack(), ShowPlan(training=number).pack()]
    assert (after[RINA], after[GALIH] is None) == (None, False)
    assert published == [None] * len(published)
