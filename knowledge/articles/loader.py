"""Reads the folders of modules into a `Library`, or says everything that is wrong with them."""

from collections.abc import Iterator
from pathlib import Path

from knowledge.articles.body import read_body
from knowledge.articles.crosscheck import crosscheck
from knowledge.articles.draft import Draft
from knowledge.articles.faults import Fault, KnowledgeFaults, Told, teller
from knowledge.articles.front import ID, read_front
from knowledge.articles.model import Article, Library, Module
from knowledge.articles.modules import read_module
from knowledge.articles.tree import BrokenError, read

FENCE = "---"


def load_library(folder: Path) -> Library:
    """The library in `folder`: one folder a module, one Markdown file an article.

    Raises `KnowledgeFaults` with everything that is wrong, not only the first.
    """
    library, faults, _ = _read(folder)
    if faults:
        raise KnowledgeFaults(faults)
    return library


def load_sound(folder: Path, last: Library | None = None) -> tuple[Library, list[Fault]]:
    """The library in `folder` without what cannot be read, and everything that is wrong with it.

    A broken article stays as `last` has it, or is left out. One that only points to what is not there is kept. Raises
    `KnowledgeFaults` where nothing would be left.
    """
    library, faults, broken = _read(folder)
    sound = [article for article in library if article.id not in broken]
    stays = [article for article in last or () if article.id in broken]
    if not sound + stays:
        raise KnowledgeFaults(faults)
    return _library(_known(library, last, stays), sound + stays), sorted(set(faults))


def check(folder: Path) -> list[Fault]:
    """Everything that is wrong in `folder`, by file and line; empty when the library loads."""
    return sorted(set(_read(folder)[1]))


def _known(library: Library, last: Library | None, stays: list[Article]) -> list[Module]:
    """The modules of `library`, and those of `last` that an article which stays still needs."""
    there = {module.id for module in library.modules}
    needed = {article.module for article in stays} - there
    return [*library.modules, *(module for module in (last.modules if last else ()) if module.id in needed)]


def _read(folder: Path) -> tuple[Library, list[Fault], frozenset[str]]:
    """What is in `folder`, all that is wrong there, and the ids of articles that are themselves broken."""
    faults: list[Fault] = []
    places = list(module_folders(folder))
    files = [file for place in places for file in sorted(place.glob("*.md"))]
    if not files:
        faults.append(Fault(folder, 1, "no articles here; expected one folder a module, one .md file an article"))
    modules = [read_module(place, faults) for place in places]
    drafts = [draft for file in files if (draft := _read_article(file, teller(file, faults)))]
    broken = frozenset(fault.file.stem for fault in faults if fault.file.suffix == ".md")
    crosscheck(drafts, frozenset(file.stem for file in files), faults)
    return _library(modules, [draft.article for draft in drafts]), faults, broken


def module_folders(folder: Path) -> Iterator[Path]:
    """The folders of modules; what begins with a dot or an underscore is none."""
    if folder.is_dir():
        yield from sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))


def _library(modules: list[Module], articles: list[Article]) -> Library:
    ordered = sorted(modules, key=lambda module: (module.order, module.id))
    places = {module.id: at for at, module in enumerate(ordered)}
    return Library(tuple(ordered), tuple(sorted(articles, key=lambda article: (places[article.module], article.id))))


def _read_article(file: Path, told: Told) -> Draft | None:
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        told(1, "not UTF-8 text")
        return None
    except OSError as error:  # gone since the folder was listed, or not for us to read
        told(1, f"cannot be read: {error.strerror}")
        return None
    _check_outside(file, lines, told)
    end = _front_end(lines)
    if end is None:
        told(1, f"no front matter; expected `{FENCE}`, the fields, and `{FENCE}` at the top of the file")
        return None
    return _draft(file, lines, end, told)


def _check_outside(file: Path, lines: list[str], told: Told) -> None:
    if not ID.fullmatch(file.stem):
        told(1, f"the file name `{file.stem}` is the article's id; expected small letters, digits and single hyphens")
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            told(number, "a tab; use spaces")


def _front_end(lines: list[str]) -> int | None:
    if lines[0].rstrip() != FENCE:
        return None
    return next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)


def _draft(file: Path, lines: list[str], end: int, told: Told) -> Draft | None:
    text = "\n".join(lines[end + 1 :])
    body = read_body(text, end + 2, told)
    try:
        front = read_front(read("\n".join(lines[1:end]), 2), told)
    except BrokenError as broken:
        told(broken.line, broken.message)
        return None
    article = Article(
        id=file.stem,
        module=file.parent.name,
        title=front.texts.get("title", ""),
        title_en=front.texts.get("title_en", ""),
        answer=front.texts.get("answer", ""),
        answer_en=front.texts.get("answer_en", ""),
        aliases=front.words("aliases"),
        tags=front.words("tags"),
        related=front.words("related"),
        sources=tuple(front.sources),
        body=text.strip(),
        passages=body.passages,
    )
    return Draft(file, article, front, body.links)
