"""Planning where something is in the way: old buttons, forged ones, colleagues who are faster, queues."""

from __future__ import annotations

import pytest

from bot.callbacks_planning import (
    AcceptPlans,
    EditField,
    MakeHost,
    MakeMerge,
    NewDraft,
    PlanRoom,
    Plans,
    PublishPlan,
    ReturnPlan,
    Review,
    ShowMerge,
    ShowPlan,
    SideBySide,
    SubmitPlan,
    TakeMerge,
    TakeSeats,
    TypeSeats,
)
from tests.journeys.conftest import DEWI, RINA, YOHANA, World
from tests.support.planners import (
    GALIH,
    OTHER,
    SEKAR,
    TITLE,
    accepted,
    agency,
    drafted,
    history,
    meet,
    say,
    states,
    submitted,
)
from tests.support.sandbox import Person

pytestmark = pytest.mark.one_database


@pytest.fixture
async def dewi(bot_world: World) -> Person:
    return await meet(bot_world, DEWI)


@pytest.fixture
async def rina(bot_world: World) -> Person:
    return await meet(bot_world, RINA)


@pytest.fixture
async def sekar(bot_world: World) -> Person:
    return await meet(bot_world, SEKAR)


async def test_the_queue_is_walked_past_pairs_and_a_merge_waits_in_kelola(
    bot_world: World, dewi: Person, rina: Person, sekar: Person
) -> None:
    first, second = await submitted(bot_world.app, DEWI), await submitted(bot_world.app, RINA, OTHER)
    third = await submitted(
        bot_world.app, GALIH, "Jurnalisme Data", competency="manajerial", objectives="Menulis berita."
    )
    await sekar.ask("/kelola")
    await sekar.tap("Periksa rancangan")
    alone = await sekar.tap("Nanti saja")
    around = await sekar.tap("Nanti saja")
    await bot_world.app.tools.planning.propose(kept_id=second, merged_id=first, actor_telegram_id=SEKAR)
    await dewi.until("mengusulkan rancangan")
    await dewi.ask("/kelola")
    waits = await dewi.tap("Jawab penggabungan")
    press = await sekar.press_data(MakeMerge(kept=third, merged=first).pack(), on=around.id)
    busy = await press.answer()

    assert alone.text.startswith("Jurnalisme Data")
    assert around.text.startswith("Dua rancangan mirip")
    assert waits.labels[:2] == ["Setuju digabung", "Pertahankan"]
    assert f"yang dilanjutkan: {OTHER} (BPSDM DKI Jakarta)" in waits.text
    assert busy.text == "Salah satu rancangan masih menunggu jawaban atas usulan penggabungan lain."


async def test_an_old_button_shows_the_draft_as_it_is_now(bot_world: World, dewi: Person, sekar: Person) -> None:
    number = await submitted(bot_world.app, DEWI)
    asked = await sekar.until(TITLE)
    await sekar.tap("Periksa rancangan")
    await sekar.tap("Terima")

    twice = await sekar.press_data(AcceptPlans(training=number).pack(), on=asked.id)
    late = await sekar.press_data(ReturnPlan(training=number).pack(), on=asked.id)
    mine = await dewi.until("Sekber menerima")
    edit = await dewi.press_data(EditField(training=number, field="title").pack(), on=mine.id)
    again = await dewi.press_data(SubmitPlan(training=number).pack(), on=mine.id)
    answers = [(await press.answer()).text for press in (twice, late, edit, again)]
    shown = await dewi.until("diterima")

    assert answers == ["Rancangan ini sudah berubah. Ini yang terbaru."] * 4
    assert "BPSDM NTT · diterima" in shown.text
    assert await history(bot_world, TITLE) == ["drafted", "submitted", "accepted"]


async def test_a_colleague_may_decide_while_the_remark_is_written(
    bot_world: World, dewi: Person, sekar: Person
) -> None:
    number = await submitted(bot_world.app, DEWI)
    await sekar.until(TITLE)
    await sekar.tap("Periksa rancangan")
    await sekar.tap("Kembalikan")
    await bot_world.app.tools.planning.recall(training_id=number, actor_telegram_id=DEWI)
    shown = await say(sekar, "Lengkapi dahulu.")

    assert shown.text.startswith("Rancangan ini sudah berubah. Ini yang terbaru.")
    assert await states(bot_world) == {TITLE: "draft"}


async def test_forged_buttons_move_nothing(bot_world: World, rina: Person, dewi: Person) -> None:
    yohana = await meet(bot_world, YOHANA)
    number = await accepted(bot_world.app)
    ntt, dki = await agency(bot_world.app, DEWI), await agency(bot_world.app, RINA)
    draft = await drafted(bot_world.app, DEWI, OTHER)
    others = [
        (rina, TakeSeats(training=number, agency=ntt, seats=5)),
        (rina, MakeHost(training=number, agency=dki)),
        (rina, PublishPlan(training=number)),
        (rina, ShowPlan(training=draft)),
        (rina, SubmitPlan(training=draft)),
        (rina, EditField(training=draft, field="title")),
        (rina, AcceptPlans(training=draft)),
        (rina, SideBySide(first=number, second=draft)),
        (rina, NewDraft(agency=ntt)),
        (rina, Plans(which="queue")),
        (rina, Review(training=draft)),
        (rina, TypeSeats(training=draft, agency=dki)),
        (yohana, PlanRoom()),
        (yohana, Plans(which="open")),
        (yohana, ShowPlan(training=number)),
        (yohana, TakeSeats(training=number, agency=ntt, seats=5)),
        (yohana, NewDraft()),
    ]

    for person, form in others:
        press = await person.press_data(form.pack(), on=(await person.last()).id)
        assert (await press.answer()).text == "Bagian ini hanya untuk penyelenggara.", form
    for gone in (ShowPlan(training=99999), TakeMerge(proposal=99999, agrees=True), ShowMerge(proposal=99999)):
        press = await dewi.press_data(gone.pack(), on=(await dewi.last()).id)
        assert "sudah tidak ada" in str((await press.answer()).text)

    assert await states(bot_world) == {TITLE: "accepted", OTHER: "draft"}
    assert await history(bot_world, TITLE) == ["drafted", "submitted", "accepted"]
    assert not any(OTHER in message.text for message in await rina.messages())
