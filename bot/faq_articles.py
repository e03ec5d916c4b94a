"""Articles made of answers, as articles of the knowledge base: a module of their own beside the files'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.words import Words
from knowledge import Article, Library, Module, Source, make_article
from storage.repositories.faqs import Faq

MODULE = "tanya-jawab"
LAST = 900
"""Its place among the modules: behind those that come with Jalin, before those that have no place."""


@dataclass(frozen=True, slots=True)
class FaqArticles:
    """Makes articles of rows. What they are called is Indonesian, as everything in articles is."""

    words: Words

    def add_to(self, library: Library, found: Iterable[Faq]) -> Library:
        """The library with what is shown; what stands in a file by the same id is no longer taken from a row."""
        articles = tuple(self.make(faq) for faq in found if library.find(faq.slug) is None)
        if not articles:
            return library
        modules = library.modules
        if all(module.id != MODULE for module in modules):
            modules = tuple(sorted((*modules, self.module()), key=lambda module: (module.order, module.id)))
        places = {module.id: at for at, module in enumerate(modules)}
        ordered = sorted((*library.articles, *articles), key=lambda article: (places[article.module], article.id))
        return Library(modules, tuple(ordered))

    def module(self) -> Module:
        """Their shelf."""
        title, title_en = (self.words.voice(language, None).plain("faq-module") for language in ("id", "en"))
        return Module(MODULE, title, title_en, LAST)

    def make(self, faq: Faq) -> Article:
        """One of them, with who answered when as its source."""
        voice = self.words.voice("id", faq.zone)
        at = voice.local(faq.approved_at or faq.changed_at).date()
        return make_article(
            id=faq.slug,
            module=MODULE,
            title=faq.title,
            answer=faq.answer,
            text=faq.body,
            aliases=faq.aliases,
            tags=(voice.plain("faq-tag"),),
            source=Source(voice.plain("faq-source", agency=faq.agency), voice.date(at)),
        )
