"""Articles made of answers stand beside those of the files, are found at once, and can become files."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.faq_articles import FaqArticles
from bot.faq_export import complete, export
from bot.faq_shelf import FaqShelf
from bot.knowledge import cards
from bot.settings import Settings
from bot.shelf import Shelf
from bot.words import Words
from knowledge import MODULES, Index, check, load_library
from services.faq import ListShown, StampShown
from storage.database import Database
from storage.repositories.faqs import Faq
from tests.support.clock import NOON, Clock
from tests.support.faqs import DEWI, RATNA, FaqOffice, open_faq_office

QUESTION = "peserta luar jakarta dapat penginapan"
WORDS = Words()


def faq(**values: object) -> Faq:
    """One that is shown."""
    row = {
        "id": 1,
        "slug": "tj1-asrama",
        "agency_id": 1,
        "agency": "BPSDM NTT",
        "zone": "WITA",
        "ticket_id": None,
        "miss_id": None,
        "author_id": None,
        "author": None,
        "state": "shown",
        "title": "Apakah peserta dari luar Jakarta dapat penginapan?",
        "answer": "Ya, asrama tersedia. Dasarnya UU 30/2014.",
        "body": "",
        "aliases": ("uu 30/2014", "Mes peserta"),
        "version": 1,
        "remark": None,
        "changed_at": NOON,
        "approver": None,
        "approved_at": NOON,
    }
    return Faq(**row | values)  # type: ignore[arg-type]


@pytest.fixture
async def office(database: Database, now: Clock) -> FaqOffice:
    return await open_faq_office(database, now)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """One module is enough to stand beside."""
    folder = tmp_path_factory.mktemp("modules")
    shutil.copytree(MODULES / "jalin", folder / "jalin")
    return Shelf(folder)


@pytest.fixture
def shelf(database: Database, files: Shelf) -> FaqShelf:
    return FaqShelf(files, FaqArticles(WORDS), StampShown(database=database), ListShown(database=database))


def found(shelf: FaqShelf) -> str | None:
    return next((one.id for one in shelf.index.search(QUESTION).results if one.id.startswith("tj")), None)


async def test_what_is_approved_is_found_and_what_is_taken_back_is_not(
    office: FaqOffice, shelf: FaqShelf, files: Shelf
) -> None:
    await shelf.refresh()
    before = shelf.index
    number = await office.shown()
    slug = (await office.row(number))["slug"]
    await shelf.refresh()
    there, index = found(shelf), shelf.index
    await shelf.refresh()
    same = shelf.index
    article = index.library.get(slug)
    card = cards.card(WORDS.voice("id", "WITA"), article).text
    await office.tools.drop(faq_id=number, version=1, actor_telegram_id=DEWI)
    await shelf.refresh()

    assert before is files.index
    assert (there, same is index) == (slug, True)
    assert index.search(QUESTION).results[0].id == slug
    assert card.splitlines()[-1].endswith("Jawaban BPSDM NTT, 17 Nov 2026")
    assert [module.id for module in index.library.modules if module.id == "tanya-jawab"] == ["tanya-jawab"]
    assert shelf.index is files.index


async def test_a_change_of_words_is_found_too(office: FaqOffice, shelf: FaqShelf) -> None:
    number = await office.shown()
    await shelf.refresh()
    await office.tools.revise(faq_id=number, version=1, actor_telegram_id=DEWI)
    await office.tools.set_part(faq_id=number, part="answer", text="Tidak lagi.", actor_telegram_id=DEWI)
    await office.hand_in(number)
    await office.tools.approve(faq_id=number, version=3, actor_telegram_id=RATNA)

    await shelf.refresh()

    assert shelf.index.library.get((await office.row(number))["slug"]).answer == "Tidak lagi."


async def test_a_look_takes_in_files_and_answers(office: FaqOffice, database: Database, tmp_path: Path) -> None:
    modules = Path(shutil.copytree(MODULES / "jalin", tmp_path / "modules" / "jalin")).parent
    stamp, shown = StampShown(database=database), ListShown(database=database)
    shelf = FaqShelf(Shelf(modules), FaqArticles(WORDS), stamp, shown)
    await office.shown()
    await shelf.look()
    before = {article.id for article in shelf.index.library}
    first = min((modules / "jalin").glob("*.md"))
    (modules / "jalin" / "baru.md").write_text(first.read_text(encoding="utf-8"), encoding="utf-8")

    await shelf.look()

    after = {article.id for article in shelf.index.library}
    assert "tj1-apakah-peserta-dari-luar-jakarta-dapat" in before & after
    assert after - before == {"baru"}


async def test_without_a_database_answers_go_on_from_what_was(
    office: FaqOffice, shelf: FaqShelf, database: Database, files: Shelf
) -> None:
    await office.shown()
    await shelf.refresh()
    index = shelf.index
    async with database.write() as connection:
        await connection.execute(text("ALTER TABLE faqs RENAME TO faqs_away"))

    await shelf.refresh()

    assert shelf.index is index is not files.index


def test_what_stands_in_a_file_is_no_longer_taken_from_a_row() -> None:
    library = load_library(MODULES)
    taken = faq(slug=library.articles[0].id)

    assert FaqArticles(WORDS).add_to(library, [taken]) is library


def test_to_build_the_index_anew_stays_quick() -> None:
    articles, library = FaqArticles(WORDS), load_library(MODULES)
    rows = [faq(id=number, slug=f"tj{number}", title=f"Pertanyaan {number} tentang asrama") for number in range(100)]

    began = time.process_time()
    index = Index.build(articles.add_to(library, rows))

    assert len(index.library) == len(library) + 100
    assert time.process_time() - began < 5


@pytest.mark.one_database
async def test_exported_they_are_articles_that_the_check_accepts(
    office: FaqOffice, database_url: str, shelf: FaqShelf, tmp_path: Path
) -> None:
    number = await office.shown()
    slug = (await office.row(number))["slug"]
    await shelf.refresh()
    live = shelf.index.library.get(slug)
    modules = Path(shutil.copytree(MODULES, tmp_path / "modules"))
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr("1:a"),
        database_url=database_url,
        modules_folder=modules,
    )

    files, again = [await asyncio.to_thread(export, settings, None) for _ in range(2)]

    assert [file.relative_to(modules).as_posix() for file in files] == [f"tanya-jawab/{slug}.md"]
    assert again == []
    assert check(modules) == []
    written = load_library(modules).get(slug)
    assert (written.title, written.answer, written.body) == (live.title, live.answer, live.body)
    assert written.sources == live.sources
    assert set(live.aliases) < set(written.aliases)


@pytest.mark.one_database
async def test_a_file_that_authors_changed_stays_and_odd_words_are_taken(
    office: FaqOffice, database_url: str, tmp_path: Path
) -> None:
    first, second = await office.shown(), await office.waiting()
    slug = (await office.row(first))["slug"]
    modules, folder = Path(shutil.copytree(MODULES, tmp_path / "modules")), tmp_path / "elsewhere"
    twin = load_library(modules).articles[0]
    await office.tools.revise(faq_id=second, version=1, actor_telegram_id=DEWI)
    odd = {
        "title": twin.title,
        "answer": "--- # 1. UU 30/2014: [x](y) & <b> 👍 `kode` *",
        "body": "===\n# a\n- b\n***\n| c |\n1) d\n> e",
        "aliases": "\n".join([*twin.aliases[:3], "null", "a: b", "# c"]),
    }
    for part, words in odd.items():
        await office.tools.set_part(faq_id=second, part=part, text=words, actor_telegram_id=DEWI)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        bot_token=SecretStr("1:a"),
        database_url=database_url,
        modules_folder=modules,
    )
    (before,) = await asyncio.to_thread(export, settings, folder)
    before.write_text("Diperbaiki penulis.", encoding="utf-8")
    await office.hand_in(second)
    await office.tools.approve(faq_id=second, version=(await office.row(second))["version"], actor_telegram_id=RATNA)

    (after,) = await asyncio.to_thread(export, settings, folder)
    files = await asyncio.to_thread(export, settings, None)

    assert before.stem == slug != after.stem
    assert before.read_text(encoding="utf-8") == "Diperbaiki penulis."
    assert len(files) == 2
    assert check(modules) == []
    assert load_library(modules).get(after.stem).answer == odd["answer"]


def test_a_file_has_what_a_row_need_not() -> None:
    index = Index.build(FaqArticles(WORDS).add_to(load_library(MODULES), [faq()]))
    article = complete(index.library.get("tj1-asrama"), index, {"uu 30/2014"})

    assert article.aliases[0] == "Mes peserta"
    assert len(article.aliases) == 4
    assert article.sources[1].work == "UU 30/2014"
    assert article.related
    assert all(index.library.get(one).module != "tanya-jawab" for one in article.related)
