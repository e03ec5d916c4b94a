"""The screens on which applicants are ranked: short, complete, and the same on every page."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.organizing import nomination
from bot.screens import Screen
from bot.words import Words
from services.enrolment import Group, NominationView, Nominee
from tests.support.clock import NOON

WORDS = Words()
LANGUAGES = ("id", "en")


def group(**changes: int) -> Group:
    values = {"batch_id": 3, "ranker_id": 4, "applicants": 9, "ranked": 0, "number": 2} | changes
    return Group(ranker="BPSDM NTT", title="Pangan <1>", nominate_until=NOON + timedelta(days=7), **values)


def view(count: int, *ranks: int) -> NominationView:
    nominees = tuple(
        Nominee(
            enrolment_id=10 + at,
            name=f"Orang <{at}>",
            nip="1990…014",
            agency="Dinas Pangan NTT",
            rank=ranks.index(at) + 1 if at in ranks else None,
            ready=at != 2,
        )
        for at in range(1, count + 1)
    )
    return NominationView(group=group(applicants=count), nominees=nominees)


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [1, 2, 3, 99])
def test_every_page_fits_on_a_phone(language: str, page: int) -> None:
    screen = nomination.ranking(WORDS.voice(language, "WITA"), view(9), [19, 11], page)

    assert len(labels(screen)) <= 8
    assert len([line for line in screen.text.splitlines() if line]) <= 8
    assert "Pangan &lt;1&gt;" in screen.text


def test_the_pages_go_round() -> None:
    voice = WORDS.voice("id", "WITA")

    pages = [labels(nomination.ranking(voice, view(9), [], page)) for page in (1, 2, 3)]

    assert [page[:4] for page in pages[:2]] == [["1", "2", "3", "4"], ["5", "6", "7", "8"]]
    assert (pages[2][:2], len(pages[2])) == (["9", "Simpan urutan"], 4)


def test_the_draft_and_what_is_kept_are_told_apart() -> None:
    voice, kept = WORDS.voice("id", "WITA"), view(3, 3, 1)

    same = nomination.ranking(voice, kept, nomination.kept(kept), 1)
    other = nomination.ranking(voice, kept, [11, 13], 1)

    assert nomination.kept(kept) == [13, 11]
    assert "belum disimpan" not in same.text
    assert "belum disimpan" in other.text
    assert "2.</b> Orang &lt;2&gt; · 1990…014 · Dinas Pangan NTT · rekomendasi belum disetujui" in same.text


def test_tapping_once_adds_and_twice_takes_out() -> None:
    assert nomination.tapped([], 5) == [5]
    assert nomination.tapped([5], 7) == [5, 7]
    assert nomination.tapped([5, 7], 5) == [7]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_batches_fits(language: str) -> None:
    voice = WORDS.voice(language, "WITA")

    full, none = nomination.groups(voice, [group()] * 9), nomination.groups(voice, [])

    assert len(labels(full)) <= 8
    assert len(labels(none)) == 1
    assert nomination.saved(voice, view(3), 0).text != nomination.saved(voice, view(3), 2).text
