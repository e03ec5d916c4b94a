"""The screens of articles as rich messages: the article, the offer to see it so, what guests hear. Pure."""

from __future__ import annotations

from bot.article_html import Block, Run
from bot.article_rich import Frame, fits, rich_html
from bot.callbacks_knowledge import sign_of
from bot.callbacks_rich import SetRichTo
from bot.knowledge import cards
from bot.places import go
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from knowledge import Article, Library


def rich(voice: Voice, article: Article, library: Library, username: str, *, tried: bool = False) -> Screen | None:
    """The whole article as one rich message; None where it does not fit into one.

    Who tries it may be looking at a placeholder, and gets a button that leads back.
    """
    frame = Frame(
        title=cards.title_of(voice, article),
        answer=cards.short_of(voice, article),
        sources_label=voice.plain("rich-sources"),
        sources=[f"{source.work}, {source.place}" for source in article.sources],
        note=cards.note_of(voice),
    )
    html = rich_html(frame, article.body, cards.links_of(library, username))
    back: Row = [button(voice.plain("button-rich-not"), SetRichTo(on=False, sign=sign_of(article.id)))]
    rows = (cards.under_full(voice, article), back if tried else [])
    return Screen(Html(html), rows) if fits(html) else None


def offered(voice: Voice, article: Article, library: Library, username: str) -> list[Screen]:
    """The whole article as usual, and under it the offer to see it as a rich message."""
    offer = Block((Run(voice.plain("rich-offer"), ("i",)),))
    *before, last = cards.full(voice, article, library, username, [offer])
    try_it = button(voice.plain("button-rich-try"), SetRichTo(on=True, sign=sign_of(article.id)))
    return [*before, Screen(last.text, ([try_it], *last.rows))]


def guest(voice: Voice) -> Screen:
    """A choice has to be kept somewhere, and of guests nothing is kept."""
    return Screen(voice.html("rich-guest"), ([go(voice, "consent")], [go(voice, "settings", "button-back")]))
