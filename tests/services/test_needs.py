"""The need survey: a topic once a person, counted by province, shown without names."""

from __future__ import annotations

import pytest

from services.errors import NotAllowed, Refusal
from storage.database import Database
from tests.support.clock import Clock
from tests.support.planning import DEWI, NOBODY, SEKAR, PlanTools

YOHANA, MARIA, BAGUS, LESTARI = 1, 2, 3, 4


@pytest.fixture
async def plans(database: Database, now: Clock) -> PlanTools:
    plans = PlanTools(database, now)
    await plans.found()
    for who, agency in ((YOHANA, "dinas-pangan-ntt"), (MARIA, "dinas-pangan-ntt"), (BAGUS, "bpsdm-jatim")):
        await plans.staff.welcome(who, agency=agency, identity="verified")
    await plans.staff.welcome(LESTARI, agency="bpsdm-dki")
    return plans


async def test_one_topic_counts_once_a_person_whatever_its_spelling(plans: PlanTools) -> None:
    new = [
        await plans.wish(telegram_id=YOHANA, text=text, competency="manajerial")
        for text in ("Jurnalisme Data", " jurnalisme   DATA ", "Pelatihan jurnalisme data")
    ]
    await plans.wish(telegram_id=BAGUS, text="jurnalismé data")

    survey = await plans.survey(actor_telegram_id=DEWI)

    assert new == [True, False, False]
    assert survey.province == "NTT"
    assert [(one.topic, one.people, one.own) for one in survey.topics] == [("Jurnalisme Data", 2, 1)]


async def test_similar_topics_are_offered_and_supported(plans: PlanTools) -> None:
    await plans.wish(telegram_id=YOHANA, text="Analisis kebijakan publik", competency="pemerintahan")
    await plans.wish(telegram_id=YOHANA, text="Bahasa isyarat")

    [like] = await plans.topics(text="analisa kebijakan publik daerah")
    supported = await plans.support(telegram_id=BAGUS, need_id=like.id)
    await plans.support(telegram_id=BAGUS, need_id=like.id)

    assert like.topic == "Analisis kebijakan publik"
    assert supported.competency == "pemerintahan"
    assert [(wish.topic, people) for wish, people in await plans.mine(telegram_id=BAGUS)] == [
        ("Analisis kebijakan publik", 2)
    ]
    assert await plans.topics(text="BAHASA isyarat") == (await plans.topics(text="Bahasa Isyarat!"))


async def test_a_wish_is_taken_back_and_its_number_is_not_used_again(plans: PlanTools) -> None:
    await plans.wish(telegram_id=YOHANA, text="Bahasa isyarat")
    [(wish, _)] = await plans.mine(telegram_id=YOHANA)

    assert not await plans.withdraw(telegram_id=BAGUS, need_id=wish.id)
    kept = await plans.mine(telegram_id=YOHANA)
    assert await plans.withdraw(telegram_id=YOHANA, need_id=wish.id)
    assert not await plans.withdraw(telegram_id=YOHANA, need_id=wish.id)
    await plans.wish(telegram_id=YOHANA, text="Arsip digital")

    [(later, _)] = await plans.mine(telegram_id=YOHANA)
    assert [one.topic for one, _ in kept] == ["Bahasa isyarat"]
    assert later.id != wish.id
    with pytest.raises(Refusal, match="need-gone"):
        await plans.support(telegram_id=BAGUS, need_id=wish.id)


async def test_planners_see_counts_by_province_and_what_is_like_a_title(plans: PlanTools) -> None:
    await plans.wish(telegram_id=BAGUS, text="Pengawasan pangan")
    await plans.wish(telegram_id=YOHANA, text="Pengawasan pangan")
    await plans.wish(telegram_id=YOHANA, text="Pengawasan mutu pangan")
    await plans.wish(telegram_id=MARIA, text="Arsip digital")

    survey = await plans.survey(actor_telegram_id=DEWI, title="Pengawasan Pangan Terpadu")
    own = await plans.survey(actor_telegram_id=DEWI, own=True)
    all_ = await plans.survey(actor_telegram_id=SEKAR)

    assert survey.like == 2
    assert (survey.topics[0].topic, survey.topics[0].people) == ("Pengawasan pangan", 2)
    assert {one.topic for one in own.topics} == {"Pengawasan pangan", "Pengawasan mutu pangan", "Arsip digital"}
    assert all_.province is None
    assert [one.own for one in all_.topics] == [0, 0, 0]
    with pytest.raises(NotAllowed):
        await plans.survey(actor_telegram_id=NOBODY)


@pytest.mark.parametrize(
    ("who", "text", "key"),
    [
        (LESTARI, "Arsip digital", "need-unverified"),
        (NOBODY, "Arsip digital", "need-unverified"),
        (YOHANA, "a", "need-short"),
        (YOHANA, "!!!", "need-short"),
        (YOHANA, "x" * 101, "need-long"),
    ],
)
async def test_what_cannot_be_kept(plans: PlanTools, who: int, text: str, key: str) -> None:
    with pytest.raises(Refusal) as refused:
        await plans.wish(telegram_id=who, text=text)

    assert refused.value.key == key


async def test_nobody_wishes_without_end(plans: PlanTools) -> None:
    for number in range(20):
        await plans.wish(telegram_id=YOHANA, text=f"Topik {number}")

    with pytest.raises(Refusal, match="need-many"):
        await plans.wish(telegram_id=YOHANA, text="Satu lagi")


async def test_a_nip_in_a_topic_is_masked(plans: PlanTools) -> None:
    await plans.wish(telegram_id=YOHANA, text="Bimbingan 199003152015032014")

    [(wish, _)] = await plans.mine(telegram_id=YOHANA)
    assert wish.topic == "Bimbingan 1990…014"
