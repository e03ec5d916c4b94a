"""The organizers' screens of batches, and the questions of the form: short, escaped, and with a way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest

from bot.callbacks_batches import FieldName, ShowPlan
from bot.organizing.batches import hands, plans, screens, steps
from bot.organizing.batches.reading import Unclear
from bot.screens import Screen
from services.batches import BatchPage, Problem, TrainingPage, Weighed
from services.errors import Refusal
from services.seats import Method, make_plan
from storage.repositories.batch_desk import BatchLine, HostedTraining
from tests.support.batch_views import PROVINCES, make_view
from tests.support.batches import LANGUAGES, NOW, voice
from tests.support.seats import rule_of

STEPS = (*tuple(field for field in get_args(FieldName) if field != "dates"), "recommendation", "nominate")


def lines(count: int) -> tuple[BatchLine, ...]:
    return tuple(
        BatchLine(
            id=number,
            number=number,
            title=f"Pelatihan <{number}>",
            mode="klasikal",
            host_zone="WIB",
            state=("draft", "published", "cancelled")[number % 3],
            starts_at=NOW + timedelta(days=number),
            ends_at=NOW + timedelta(days=number + 1),
            capacity=None if number % 2 else 30,
            taken=number,
        )
        for number in range(1, count + 1)
    )


def all_screens(language: str) -> Iterator[tuple[str, Screen]]:
    said = voice(language)
    draft, published = make_view(), make_view(state="published", problems=())
    training = HostedTraining(
        training_id=1,
        code="akp",
        title="A <b>",
        mode="klasikal",
        host_id=4,
        host_short_name="X",
        host_zone="WIB",
        batches=2,
    )
    plan = make_plan(rule_of(Method.PROPORTIONAL), 30)
    yield "list", screens.batches(said, BatchPage(lines=lines(5), total=20, page=2, pages=4), NOW)
    yield "no batches", screens.batches(said, BatchPage(lines=(), total=0, page=1, pages=1), NOW)
    yield "trainings", screens.choose_training(said, TrainingPage(trainings=(training,) * 5, total=9, page=1, pages=2))
    yield "no trainings", screens.choose_training(said, TrainingPage(trainings=(), total=0, page=1, pages=1))
    yield "draft", screens.one(said, draft, NOW)
    yield "no place", screens.one(said, make_view(problems=(Problem.PLACE, Problem.NO_PLAN)), NOW)
    yield "ready", screens.one(said, make_view(problems=()), NOW)
    yield "published", screens.one(said, published, NOW)
    yield "cancelled", screens.one(said, make_view(state="cancelled"), NOW)
    yield "unlimited", screens.one(said, make_view(capacity=None, pools=False), NOW)
    yield "details", screens.details(said, published, NOW)
    yield "seats", screens.seat_rules(said, published, NOW)
    yield "seats, new", screens.seat_rules(said, make_view(is_used=False, fill="nomination", nominate_until=NOW), NOW)
    yield "seats, unlimited", screens.seat_rules(said, make_view(capacity=None, pools=False), NOW)
    yield "close", screens.ask_to_close(said, published)
    yield "gone", screens.cancelled(said, "A <b>", 3)
    yield "refused", screens.refused(said, Refusal("batch-out-of-order", problems=list(Problem)))
    yield "rules", plans.choose_rule(said, draft)
    yield "plan", plans.preview(said, draft, plan, ShowPlan(batch=2**31 - 1, rule="one-each", regional=True, extra=4))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_fits_on_a_phone_is_escaped_and_leads_back(language: str) -> None:
    for name, screen in all_screens(language):
        labels = [button.text for row in screen.rows for button in row]
        assert len(labels) <= 8 + 2 * (name in {"list", "trainings"}), name
        assert max(map(len, labels)) <= 22, (name, labels)
        assert labels[-1].startswith("⬅️") or name == "close", (name, labels)
        assert "<Ketahanan>" not in screen.text
        assert "<BPSDM>" not in screen.text
        assert "<1>" not in screen.text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_every_question_fits_and_each_of_its_answers_is_understood(language: str, step: str) -> None:
    view = make_view(is_used=False)

    ask = steps.ask(step, voice(language), view, NOW, ("NTT",), 1)

    options = [option for row in ask.rows for option in row]
    assert len(options) <= 7
    assert all(len(option.label) <= 22 for option in options), options
    for option in options:
        if step != "provinces":
            assert len(steps.choose(step, option.value, view, NOW)) == 1


@pytest.mark.parametrize("which", ["start", "end"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_hours_are_offered_on_the_hosts_clock(language: str, which: str) -> None:
    ask = steps.ask_hour(voice(language, "WIB"), which, date(2026, 12, 7))

    assert "WIB" in ask.text
    assert len([option for row in ask.rows for option in row]) == 6


@pytest.mark.parametrize(
    ("step", "value", "expected"),
    [
        ("closes", "7", {"registration_closes_at": datetime(2026, 11, 30, 10, 0, tzinfo=UTC)}),
        ("closes", "start", {"registration_closes_at": datetime(2026, 12, 7, 1, 0, tzinfo=UTC)}),
        ("closes", "end", {"registration_closes_at": datetime(2026, 12, 11, 9, 0, tzinfo=UTC)}),
        ("opens", "now", {"registration_opens_at": NOW}),
        ("opens", "tomorrow", {"registration_opens_at": datetime(2026, 11, 18, 1, 0, tzinfo=UTC)}),
        ("release", "3", {"seats_release_at": datetime(2026, 12, 4, 1, 0, tzinfo=UTC)}),
        ("release", "none", {"seats_release_at": None}),
        ("cancel", "usual", {"cancel_until": None}),
        ("nominate", "10", {"nominate_until": datetime(2026, 11, 27, 10, 0, tzinfo=UTC)}),
        ("fill", "no", {"fill": "nomination"}),
        ("recommendation", "no", {"needs_recommendation": False}),
        ("offer", "72", {"offer_hours": 72}),
        ("capacity", "none", {"capacity": None}),
        ("place", "none", {"place": None}),
    ],
)
def test_a_tapped_answer_changes_one_thing(step: str, value: str, expected: dict[str, Any]) -> None:
    assert steps.choose(step, value, make_view(), NOW) == expected


@pytest.mark.parametrize(
    ("step", "text", "expected"),
    [
        ("place", " Kampus ", {"place": "Kampus"}),
        ("closes", "30 Nov", {"registration_closes_at": datetime(2026, 11, 30, 10, 0, tzinfo=UTC)}),
        ("release", "30 Nov", {"seats_release_at": datetime(2026, 11, 30, 1, 0, tzinfo=UTC)}),
        ("provinces", "ntt", {"provinces": ("NTT",)}),
        ("offer", "36", {"offer_hours": 36}),
        ("capacity", "45", {"capacity": 45}),
    ],
)
def test_a_typed_answer_changes_the_same(step: str, text: str, expected: dict[str, Any]) -> None:
    assert steps.read(step, text, make_view(), NOW) == expected


def test_where_a_tap_is_awaited_a_text_is_told_so() -> None:
    with pytest.raises(Unclear, match="text-awaited-tap"):
        steps.read("fill", "nominasi", make_view(), NOW)


def test_what_is_over_is_not_proposed() -> None:
    near = make_view(starts_at=NOW + timedelta(days=2), ends_at=NOW + timedelta(days=3))

    ask = steps.ask("closes", voice(), near, NOW)

    assert [option.value for row in ask.rows for option in row] == ["1", "start"]


def test_provinces_have_pages_that_go_round() -> None:
    seen = [
        option.label.removeprefix("⬜ ")
        for page in range(3)
        for row in steps.ask("provinces", voice(), make_view(), NOW, (), page).rows
        for option in row
        if option.value.startswith("p")
    ]
    round_again = steps.ask("provinces", voice(), make_view(), NOW, (), 3)

    assert tuple(seen) == PROVINCES
    assert round_again == steps.ask("provinces", voice(), make_view(), NOW, (), 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_moving_says_whom_it_meets(language: str) -> None:
    batch = make_view().batch
    alone = steps.ask_sure(voice(language), batch, batch.starts_at, batch.ends_at, Weighed(people=1, overlapping=0))
    clash = steps.ask_sure(voice(language), batch, batch.starts_at, batch.ends_at, Weighed(people=9, overlapping=2))

    assert "⚠️" not in alone.text
    assert "⚠️ 2" in clash.text or "2 of them" in clash.text


@pytest.mark.parametrize(("capacity", "said"), [(34, "4 kursi bertambah"), (25, "5 kursi kosong dihapus")])
def test_another_capacity_says_what_will_happen(capacity: int, said: str) -> None:
    assert said in steps.ask_capacity_sure(voice(), make_view(), capacity).text


def test_seats_by_hand_stay_as_many_and_never_fall_below_what_is_taken() -> None:
    table = make_view().table
    assert table is not None
    desk = hands.Desk(table, {}, 0)

    more = hands.Desk(table, desk.step(1), 1)
    even = hands.Desk(table, more.step(-1), 1)

    assert (desk.left, more.left, even.left) == (0, -1, 0)
    assert even.changed == {"Jabar": 7, "DKI": 0}
    assert hands.Desk(table, even.step(-1), 1).changed == even.changed
    assert "DKI: semula 1, menjadi 0" in hands.reason_told(voice(), even)
    assert next(option.value for row in hands.ask_pool(voice(), more).rows for option in row) != "go"
    assert next(option.value for row in hands.ask_pool(voice(), even).rows for option in row) == "go"


def test_forged_callback_data_fits_and_is_bounded() -> None:
    packed = ShowPlan(batch=2**31 - 1, rule="proportional", regional=True, extra=40).pack()

    assert len(packed) <= 64
    with pytest.raises(ValueError, match="extra"):
        ShowPlan.unpack("jbp:1:equal:1:41")
