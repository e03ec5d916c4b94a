"""Articles that change under a running bot."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.shelf import Shelf
from knowledge import KnowledgeFaults
from tests.support.knowledge import COSTS, REFUSING, write_library
from tests.support.questions import QUESTIONS, write_questions

NEW = (
    COSTS.replace("ongkos bantuan dinas", "sewa genset posko").replace("  - ", "  - baru ").replace("baru work", "work")
)
BROKEN = REFUSING.replace("title: Kapan", "title: [Kapan")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    write_library(tmp_path)
    return Shelf(tmp_path)


def change(folder: Path, **files: str) -> None:
    """Write articles as an editor does, later than what is there."""
    write_library(folder, {name.replace("_", "-"): text for name, text in files.items()})
    for file in folder.glob("*/*.md"):
        os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns + 1_000_000_000))


def first(shelf: Shelf, query: str) -> str | None:
    return next((result.id for result in shelf.index.search(query).results), None)


async def test_a_new_article_is_live_after_a_look_at_the_folder(tmp_path: Path, shelf: Shelf) -> None:
    before = first(shelf, "baru sewa genset posko")
    change(tmp_path, sewa_genset=NEW)

    assert await shelf.refresh()

    assert (before, first(shelf, "baru sewa genset posko")) == (None, "sewa-genset")


async def test_nothing_is_read_again_while_nothing_changes(shelf: Shelf) -> None:
    before = shelf.index

    assert not await shelf.refresh()

    assert shelf.index is before


async def test_a_broken_article_stays_as_it_was_and_the_others_go_on(tmp_path: Path, shelf: Shelf) -> None:
    change(tmp_path, menolak_bantuan=BROKEN, sewa_genset=NEW)

    assert await shelf.refresh()

    assert first(shelf, "menolak bantuan kedinasan") == "menolak-bantuan"
    assert first(shelf, "baru sewa genset posko") == "sewa-genset"


async def test_an_article_that_is_taken_away_is_gone(tmp_path: Path, shelf: Shelf) -> None:
    (tmp_path / "kolaborasi" / "menolak-bantuan.md").unlink()

    assert await shelf.refresh()

    assert shelf.index.library.find("menolak-bantuan") is None


async def test_a_folder_that_is_lost_leaves_the_last_articles(tmp_path: Path, shelf: Shelf) -> None:
    for file in tmp_path.glob("*/*.md"):
        file.unlink()

    assert not await shelf.refresh()

    assert first(shelf, "menolak bantuan kedinasan") == "menolak-bantuan"


def test_a_start_leaves_out_what_is_broken(tmp_path: Path) -> None:
    write_library(tmp_path)
    write_library(tmp_path, {"menolak-bantuan": BROKEN})

    shelf = Shelf(tmp_path)

    assert shelf.index.library.find("menolak-bantuan") is None
    assert shelf.index.library.find("wog") is not None


def test_a_start_without_any_article_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeFaults, match="no articles here"):
        Shelf(tmp_path)


async def test_questions_change_with_their_file_and_faulty_ones_are_left_out(tmp_path: Path) -> None:
    file = write_questions(tmp_path)
    shelf = Shelf(tmp_path)
    assert [question.id for question in shelf.bank] == ["menolak-01", "menolak-02", "biaya-01"]

    file.write_text(QUESTIONS.replace("id: menolak-02", "id: menolak-02\n  nonsense: 1").replace("biaya-01", "baru"))

    assert await shelf.refresh()
    assert [question.id for question in shelf.bank] == ["menolak-01", "baru"]


async def test_questions_are_read_with_the_first_look_at_the_folder(tmp_path: Path) -> None:
    file = write_questions(tmp_path)
    shelf = Shelf(tmp_path)

    assert not await shelf.refresh()
    file.write_text("")

    assert len(shelf.bank) == 3
