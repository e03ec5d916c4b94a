"""Who reaches an organizer's batches, and who reads how to get in; by HTTP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from bot.callbacks_batches import (
    AdjustPools,
    AskToCancel,
    AskToClose,
    Batches,
    BeginBatch,
    ChangeField,
    ChooseTraining,
    CloseNow,
    KeepPlan,
    PublishNow,
    ShareByHand,
    ShowBatch,
    ShowDetails,
    ShowPlan,
    ShowSeatRules,
    SwitchRecommendation,
)
from storage.tables import RoleRow
from tests.journeys.conftest import DEWI, RINA, SRI, YOHANA
from tests.journeys.test_batches import LINK, actions, batch_row, organizer
from tests.journeys.test_enrolment import enrol, meet, open_batch, open_card, press

pytestmark = pytest.mark.one_database

if TYPE_CHECKING:
    from tests.journeys.conftest import World

NOT_FOR_YOU = "Bagian ini hanya untuk penyelenggara."


async def test_other_agencies_and_people_without_a_role_reach_nothing(bot_world: World) -> None:
    batch = await open_batch(bot_world, access=LINK, place="Kampus")
    row = await batch_row(bot_world, batch)
    dewi, yohana = await organizer(bot_world, DEWI), await meet(bot_world, YOHANA)

    for form in (
        ShowBatch(batch=batch),
        ShowDetails(batch=batch),
        ShowSeatRules(batch=batch),
        BeginBatch(training=int(str(row["training_id"])), host=int(str(row["host_id"]))),
        ChangeField(batch=batch, field="access"),
        SwitchRecommendation(batch=batch, on=True),
        ShowPlan(batch=batch),
        KeepPlan(batch=batch, rule="equal"),
        ShareByHand(batch=batch),
        AdjustPools(batch=batch),
        PublishNow(batch=batch),
        AskToClose(batch=batch),
        CloseNow(batch=batch),
        AskToCancel(batch=batch),
    ):
        assert await press(dewi, form.pack()) == NOT_FOR_YOU, form
    for room in (Batches(), ChooseTraining(), ShowBatch(batch=batch)):
        assert await press(yohana, room.pack()) == NOT_FOR_YOU, room
    own = await dewi.tap("Angkatan")
    unknown = await press(dewi, ShowBatch(batch=9_999).pack())

    assert own.text.startswith("1 angkatan\n\n1. Penyusunan Kerja Sama Daerah · ")
    assert unknown == "Pelatihan yang dibuka ini sudah tidak ada dalam daftar."
    assert await batch_row(bot_world, batch) == row
    for person in (dewi, yohana):
        assert not any(LINK in message.text for message in await person.messages())
    assert await actions(bot_world) == []


async def test_how_to_get_in_is_for_sure_seats_only(bot_world: World) -> None:
    batch = await open_batch(bot_world, access=LINK)
    yohana, sri = await meet(bot_world, YOHANA), await meet(bot_world, SRI)

    card = await open_card(yohana, batch)
    details = await yohana.tap("Rincian")
    sure = await enrol(yohana, batch)
    waiting = await enrol(sri, batch)
    await sri.tap("Pendaftaran saya")
    one = await sri.tap("1")
    asked = await sri.inline("pelatihan uji")
    results = await asked.results()

    assert f"Cara masuk: {LINK}" in sure.text
    for text in (card.text, details.text, waiting.text, one.text, str([result.raw for result in results.results])):
        assert LINK not in text


async def test_a_role_that_is_taken_away_ends_the_form(bot_world: World) -> None:
    batch = await open_batch(bot_world, place="Kampus")
    rina = await organizer(bot_world)
    await press(rina, ChangeField(batch=batch, field="place").pack())
    await rina.until("Di mana tempatnya?")
    async with bot_world.database.write() as connection:
        await connection.execute(delete(RoleRow).where(RoleRow.telegram_id == RINA))

    await rina.send("Tempat lain")
    said = await rina.until(NOT_FOR_YOU)

    assert said.labels
    assert (await batch_row(bot_world, batch))["place"] == "Kampus"
