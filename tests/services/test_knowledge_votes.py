"""Votes on articles: one a person, nothing of who has not agreed, and organizers see numbers only."""

from __future__ import annotations

import pytest

from services.errors import NotAllowed
from services.knowledge import ArticleVotes, Vote, VotesByArticle
from storage.database import Database
from storage.tables import ArticleVoteRow
from tests.support.clock import NOON, Clock
from tests.support.staff import Staff

YOHANA, BAGUS, SRI, DEWI, ADMIN, GUEST = 500, 501, 502, 510, 520, 999


@pytest.fixture
async def staff(database: Database) -> Staff:
    """Three people who have agreed, an organizer who has not."""
    staff = Staff(database)
    await staff.found()
    for person in (YOHANA, BAGUS, SRI):
        await staff.welcome(person)
    await staff.appoint(DEWI, "Dewi Umpama")
    return staff


@pytest.fixture
def vote(database: Database, now: Clock) -> Vote:
    return Vote(database=database, now=now)


@pytest.fixture
def votes_by_article(database: Database) -> VotesByArticle:
    return VotesByArticle(database=database, admin_ids=frozenset({ADMIN}))


async def kept(staff: Staff) -> list[tuple[int, str, int]]:
    rows = await staff.rows(ArticleVoteRow, by="article")
    return [(row["person_id"], row["article"], row["value"]) for row in rows]


async def test_a_person_has_one_vote_an_article_and_the_last_one_counts(staff: Staff, vote: Vote) -> None:
    person_id = await staff.person_id(YOHANA)

    answers = [await vote(telegram_id=YOHANA, article="wog", value=value) for value in (1, 1, -1)]
    await vote(telegram_id=YOHANA, article="biaya", value=1)

    assert answers == [True, True, True]
    assert await kept(staff) == [(person_id, "biaya", 1), (person_id, "wog", -1)]


async def test_the_same_vote_again_leaves_the_first_moment(staff: Staff, vote: Vote, now: Clock) -> None:
    await vote(telegram_id=YOHANA, article="wog", value=1)
    now.advance(days=1)

    await vote(telegram_id=YOHANA, article="wog", value=1)

    (row,) = await staff.rows(ArticleVoteRow, by="article")
    assert row["at"] == NOON


async def test_a_vote_can_be_taken_back_twice(staff: Staff, vote: Vote) -> None:
    await vote(telegram_id=YOHANA, article="wog", value=1)

    answers = [await vote(telegram_id=YOHANA, article="wog", value=0) for _ in range(2)]

    assert answers == [True, True]
    assert await kept(staff) == []


@pytest.mark.parametrize("telegram_id", [pytest.param(GUEST, id="a guest"), pytest.param(DEWI, id="a role only")])
@pytest.mark.parametrize("value", [1, 0, -1])
async def test_of_who_has_not_agreed_no_vote_is_kept(staff: Staff, vote: Vote, telegram_id: int, value: int) -> None:
    assert not await vote(telegram_id=telegram_id, article="wog", value=value)

    assert await kept(staff) == []


async def test_organizers_see_how_many_it_helped_worst_first(
    staff: Staff, vote: Vote, votes_by_article: VotesByArticle
) -> None:
    ballots = {"biaya": (1, 1, 1), "wog": (-1, 1, -1), "cg": (-1, 1), "npm": (1, -1), "silo": (1,)}
    for article, values in ballots.items():
        for person, value in zip((YOHANA, BAGUS, SRI), values, strict=False):
            await vote(telegram_id=person, article=article, value=value)

    seen = await votes_by_article(actor_telegram_id=DEWI)

    assert seen == (
        ArticleVotes("wog", 1, 2),
        ArticleVotes("cg", 1, 1),
        ArticleVotes("npm", 1, 1),
        ArticleVotes("silo", 1, 0),
        ArticleVotes("biaya", 3, 0),
    )
    assert await votes_by_article(actor_telegram_id=ADMIN) == seen


@pytest.mark.usefixtures("staff")
@pytest.mark.parametrize("telegram_id", [YOHANA, GUEST])
async def test_others_do_not_see_the_votes(votes_by_article: VotesByArticle, telegram_id: int) -> None:
    with pytest.raises(NotAllowed):
        await votes_by_article(actor_telegram_id=telegram_id)
