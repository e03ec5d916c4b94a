"""What the knowledge base is made of: articles with their passages, in modules, in one library."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A work and the place in it where a fact can be read."""

    work: str
    place: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an article that can answer on its own: paragraphs, or a whole list with its lead-in, without markup."""

    heading: str
    text: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """One question, one article. `answer` stands alone on a phone; `body` is Markdown and adds what it leaves out."""

    id: str
    module: str
    title: str
    title_en: str
    answer: str
    answer_en: str
    aliases: tuple[str, ...]
    tags: tuple[str, ...]
    sources: tuple[Source, ...]
    related: tuple[str, ...]
    body: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Module:
    """A folder of articles; `order` is its place among the modules."""

    id: str
    title: str
    title_en: str
    order: int


@dataclass(frozen=True, slots=True)
class Library:
    """All modules and articles; articles in the order of their modules, then by id."""

    modules: tuple[Module, ...]
    articles: tuple[Article, ...]
    by_id: Mapping[str, Article] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {article.id: article for article in self.articles})

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def get(self, article_id: str) -> Article:
        """The article with this id; KeyError when there is none."""
        return self.by_id[article_id]

    def find(self, article_id: str) -> Article | None:
        return self.by_id.get(article_id)

    def in_module(self, module_id: str) -> tuple[Article, ...]:
        return tuple(article for article in self.articles if article.module == module_id)
