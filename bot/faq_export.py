"""`jalin knowledge export`: articles made of answers as files, so that authors can take them in beside the others."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.faq_articles import MODULE, FaqArticles
from bot.settings import Settings
from bot.words import Words
from knowledge import Article, Index, Library, Source, load_library, written
from knowledge.articles.front import FEWEST_ALIASES, LAW
from services.catalogue.words import fold
from services.faq import ListShown
from storage.database import Database
from storage.migrate import migrate
from storage.repositories.faqs import Faq

MOST_RELATED = 3


def export(settings: Settings, folder: Path | None) -> list[Path]:
    """Write what is shown and stands in no file yet into `folder` (None: the modules in use); the files.

    A file that is there already stays as its authors left it.
    """
    library = load_library(settings.modules_folder)
    articles = FaqArticles(Words())
    target = folder or settings.modules_folder
    there = {file.stem for file in target.glob("*/*.md")}
    found = [faq for faq in asyncio.run(_shown(settings)) if faq.slug not in there and library.find(faq.slug) is None]
    place = target / MODULE
    if not found:
        return []
    place.mkdir(parents=True, exist_ok=True)
    module = articles.module()
    if not (place / "module.yaml").exists():
        lines = (f"title: {module.title}", f"title_en: {module.title_en}", f"order: {module.order}", "")
        (place / "module.yaml").write_text("\n".join(lines), encoding="utf-8")
    return list(_write(place, articles.add_to(library, found), library, found))


async def _shown(settings: Settings) -> tuple[Faq, ...]:
    database = Database(settings.database_url)
    try:
        await migrate(database)
        return await ListShown(database=database)()
    finally:
        await database.close()


def _write(place: Path, both: Library, files: Library, found: list[Faq]) -> Iterator[Path]:
    index = Index.build(both)
    claimed = {alias.casefold() for article in files for alias in article.aliases}
    for faq in found:
        article = complete(both.get(faq.slug), index, claimed)
        claimed |= {alias.casefold() for alias in article.aliases}
        file = place / f"{article.id}.md"
        file.write_text(written(article), encoding="utf-8")
        yield file


def complete(article: Article, index: Index, claimed: set[str]) -> Article:
    """With what a file must have beside: enough other words that no other claims, its neighbours, its laws."""
    aliases = {one.casefold(): one for one in reversed(article.aliases) if one.casefold() not in claimed}
    title, agency = fold(article.title), fold(article.sources[0].work)
    shelf, number = MODULE.replace("-", " "), article.id.replace("-", " ")
    more = (
        title,
        f"{agency} {title}",
        number,
        f"{shelf} {title}",
        article.id,
        f"{shelf} {number}",
        f"{agency} {number}",
    )
    kept = list(reversed(aliases.values()))
    for one in (" ".join(one.split()) for one in more):
        if len(kept) < FEWEST_ALIASES and one and one not in {*claimed, *(alias.casefold() for alias in kept)}:
            kept.append(one)
    laws = (f"{law} {number}" for law, number in dict.fromkeys(LAW.findall(article.answer)))
    place = Words().voice("id", None).plain("faq-cited")
    return replace(
        article,
        aliases=tuple(kept),
        related=_related(article, index),
        sources=(*article.sources, *(Source(law, place) for law in laws)),
    )


def _related(article: Article, index: Index) -> tuple[str, ...]:
    """The articles of the files that its title finds; the first there is, where it finds none."""
    answer = index.search(article.title, MOST_RELATED + 1)
    near = [*(result.id for result in answer.results), *(topic.id for topic in answer.near)]
    found = [one for one in near if one != article.id and index.library.get(one).module != MODULE]
    others = (one.id for one in index.library if one.module != MODULE)
    return tuple(dict.fromkeys(found))[:MOST_RELATED] or tuple(next(([one] for one in others), ()))
