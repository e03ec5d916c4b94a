"""The screens of knowledge answers: card, unsure, nothing, related, the full article. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Literal

from aiogram.types import InlineKeyboardButton

from bot.article_html import Block, Resolve, Run, blocks, parts
from bot.callbacks import Browse, Go
from bot.callbacks_knowledge import NoneOfThem, Shelf, Topic, joined, sign_of, signs
from bot.guides.links import guide_button
from bot.habits.doors import exercise_row
from bot.knowledge.asking import ask_button, shortened
from bot.knowledge.voting import votes
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from knowledge import Answer, Article, Library, Result

SOURCES_SHOWN = 2
MOST_RELATED = 5
BULLETED = re.compile(r"^(\s*)- ", re.MULTILINE)
COLUMNS = " | "
ARTICLE_FILE = re.compile(r"(?:[\w./-]*/)?([a-z0-9-]+)\.md(?:#.*)?")
PAYLOAD = re.compile(r"a_([a-z0-9-]{1,62})")


def answered(voice: Voice, answer: Answer, library: Library, vote: int | None = None) -> Screen:
    """The card of a sure answer, a choice where it is not sure, and the nearest topics where there is none."""
    if not answer.answered:
        return nothing(voice, answer, library)
    articles = [library.get(result.id) for result in answer.results]
    if shown_at_once(answer):
        return card(voice, articles[0], answer.results[0], articles[1:], vote=vote)
    return unsure(voice, articles)


def shown_at_once(answer: Answer) -> str | None:
    """The id of the article whose card is the answer; None where one has to choose, or where there is none."""
    if answer.answered and (answer.sure or len(answer.results) == 1):
        return answer.results[0].id
    return None


def card(
    voice: Voice,
    article: Article,
    result: Result | None = None,
    others: Sequence[Article] = (),
    *,
    vote: int | None = None,
    back: Shelf | None = None,
) -> Screen:
    """The short answer and, of the result of a question, the passage that answers this very question.

    `vote` is the reader's own: it helped (1) or did not (-1). From a list the way leads `back` to it.
    """
    text = voice.paragraphs(
        _heading(voice, article),
        Html(escape(short_of(voice, article), quote=False)),
        _passage(voice, result) if result else None,
        voice.lines(_sources(voice, article), note_of(voice)),
    )
    sign, rest = sign_of(article.id), [other.id for other in others]
    below: Row = [_topic(voice, "related", article, anew=back is not None)] if article.related else []
    if back is not None:
        below.append(button(voice.plain("button-back-to-shelf"), back))
    else:
        below.append(button(voice.plain("button-not-this"), Topic(show="others", sign=sign, others=joined(rest))))
    last = [ask_button(voice, sign, rest), _menu(voice)]
    doing = guide_button(voice, article.id) or exercise_row(voice, article.id)
    rows = ([_topic(voice, "full", article)], doing, below, votes(voice, sign, vote), last)
    return Screen(text, rows)


def explanation(voice: Voice, article: Article) -> InlineKeyboardButton:
    """The way to an article from what else the same words name."""
    return _topic(voice, "card", article, "button-explanation")


def unsure(voice: Voice, articles: Sequence[Article]) -> Screen:
    """Several articles that may be meant."""
    text = voice.paragraphs(voice.html("knowledge-unsure", count=len(articles)), _titles(voice, articles))
    none = button(voice.plain("button-none-of-them", count=len(articles)), NoneOfThem())
    return Screen(text, (_choices(articles), [none]))


def nothing(voice: Voice, answer: Answer, library: Library) -> Screen:
    """No answer, said plainly, and the topics that come nearest."""
    query = shortened(" ".join(answer.query.split()))
    said, near = voice.html("knowledge-none", query=query), [library.get(topic.id) for topic in answer.near]
    if not near:
        return Screen(voice.lines(said, voice.html("knowledge-say-otherwise")), _ways_on(voice))
    head = Html(f"{said} {voice.html('knowledge-nearest')}")
    return Screen(voice.paragraphs(head, _titles(voice, near)), (_choices(near), [ask_button(voice)], [_menu(voice)]))


def not_this(voice: Voice, article: Article, others: Sequence[Article], library: Library) -> Screen:
    """What else the same question may have meant; without other results, what the article is related to."""
    found = list(others) or related_of(article, library)[:3]
    if not found:
        return none_of_them(voice)
    rest = [button(voice.plain("button-none-of-them", count=len(found)), NoneOfThem())]
    back = button(
        voice.plain("button-back"),
        Topic(show="card", sign=sign_of(article.id), others=joined(other.id for other in others)),
    )
    text = voice.paragraphs(voice.html("knowledge-unsure", count=len(found)), _titles(voice, found))
    return Screen(text, (_choices(found), rest, [back]))


def none_of_them(voice: Voice) -> Screen:
    """Nothing that was offered was meant."""
    return Screen(voice.html("knowledge-say-otherwise"), _ways_on(voice))


def related(voice: Voice, article: Article, library: Library) -> Screen:
    """What belongs to an article."""
    found = related_of(article, library)
    head = voice.html("knowledge-related", title=title_of(voice, article))
    text = voice.paragraphs(head, _titles(voice, found))
    return Screen(text, (_choices(found), [_topic(voice, "card", article, "button-summary")]))


def full(voice: Voice, article: Article, library: Library, username: str, below: Sequence[Block] = ()) -> list[Screen]:
    """The whole article, in as many messages as it needs, `below` at its end; the last one has the buttons."""
    head = [Block((Run("📘 "), Run(title_of(voice, article), ("b",)))), Block((Run(short_of(voice, article)),))]
    notes = [Block((Run(note, ("i",)),)) for note in [note_of(voice)] if note]
    sources = Block((Run(_all_sources(voice, article)),))
    body = blocks(article.body, links_of(library, username))
    texts = parts([*head, *notes, *body, sources, *below])
    return [*(Screen(Html(text)) for text in texts[:-1]), Screen(Html(texts[-1]), (under_full(voice, article),))]


def under_full(voice: Voice, article: Article) -> Row:
    """The buttons of the whole article."""
    buttons: Row = [_topic(voice, "related", article, anew=True)] if article.related else []
    return [*buttons, _topic(voice, "card", article, "button-summary")]


def links_of(library: Library, username: str) -> Resolve:
    """Where the links in an article lead: other articles open in the chat."""

    def resolve(target: str) -> str | None:
        match = ARTICLE_FILE.fullmatch(target)
        if match:
            return deep_link(match[1], username) if library.find(match[1]) else None
        return target if target.startswith(("https://", "http://")) else None

    return resolve


def gone(voice: Voice) -> Screen:
    """An article that an old button or link still names."""
    return Screen(voice.html("knowledge-gone"), ([_menu(voice)],))


def courtesy(voice: Voice, kind: Literal["hello", "thanks"]) -> Screen:
    """An answer to who only says hello, or thank you."""
    return Screen(voice.html(f"knowledge-{kind}"), ([button(voice.plain("button-open-menu"), Go(place="menu"))],))


def deep_link(article_id: str, username: str) -> str:
    """Opens the article's card from anywhere."""
    return f"https://t.me/{username}?start=a_{article_id}"


def article_of_payload(payload: str) -> str | None:
    """The id of the article that a link's payload names, or None where it names none."""
    match = PAYLOAD.fullmatch(payload)
    return match[1] if match else None


def article_of_sign(sign: str, library: Library) -> Article | None:
    """The article that a sign stands for, while there is one."""
    return next((article for article in library if sign_of(article.id) == sign), None)


def articles_of_signs(text: str, library: Library) -> list[Article]:
    """The articles that are still there of those on a button."""
    found = (article_of_sign(sign, library) for sign in signs(text))
    return [article for article in found if article is not None]


def related_of(article: Article, library: Library) -> list[Article]:
    """The articles it names as related, as many as a screen shows."""
    found = (library.find(other) for other in article.related)
    return [other for other in found if other is not None][:MOST_RELATED]


def title_of(voice: Voice, article: Article) -> str:
    """The title in the reader's language."""
    return article.title_en if voice.language == "en" else article.title


def _heading(voice: Voice, article: Article) -> Html:
    return voice.html("knowledge-title", title=title_of(voice, article))


def short_of(voice: Voice, article: Article) -> str:
    """The short answer in the reader's language."""
    return article.answer_en if voice.language == "en" else article.answer


def _passage(voice: Voice, result: Result) -> Html | None:
    """What the card adds to the short answer: its heading in bold, its lists with dots."""
    below = result.text.removeprefix(result.answer).strip()
    heading = result.passage.heading if result.passage else ""
    if heading and below.startswith(heading):
        below = below.removeprefix(heading).strip()
        heading = f"<b>{escape(heading, quote=False)}</b>"
    if not below:
        return None
    told = BULLETED.sub(r"\1• ", below).replace(COLUMNS, " · ")
    return voice.lines(heading, escape(told, quote=False))


def _sources(voice: Voice, article: Article) -> Html:
    told = [f"{source.work}, {source.place}" for source in article.sources[:SOURCES_SHOWN]]
    return voice.html("knowledge-source", sources="; ".join(told))


def _all_sources(voice: Voice, article: Article) -> str:
    return voice.plain("knowledge-source", sources="; ".join(f"{s.work}, {s.place}" for s in article.sources))


def note_of(voice: Voice) -> str | None:
    """That the article itself is in Indonesian, for those who read another language."""
    return voice.plain("knowledge-in-indonesian") if voice.language != "id" else None


def _titles(voice: Voice, articles: Sequence[Article]) -> Html:
    return voice.lines(
        *(f"{number}. {escape(title_of(voice, article), quote=False)}" for number, article in enumerate(articles, 1))
    )


def _choices(articles: Sequence[Article]) -> Row:
    """A number for each; the others go along, for [Bukan ini]."""
    return [
        button(
            str(number),
            Topic(
                show="card",
                sign=sign_of(article.id),
                others=joined(other.id for other in articles[:3] if other is not article),
            ),
        )
        for number, article in enumerate(articles, 1)
    ]


def _topic(
    voice: Voice, show: str, article: Article, key: str | None = None, *, anew: bool = False
) -> InlineKeyboardButton:
    data = Topic.model_validate({"show": show, "sign": sign_of(article.id), "anew": anew})
    return button(voice.plain(key or f"button-{show}"), data)


def _ways_on(voice: Voice) -> tuple[Row, ...]:
    """Perhaps a training was meant, or it is a question for people."""
    return ([button(voice.plain("button-see-trainings"), Browse())], [ask_button(voice)], [_menu(voice)])


def _menu(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-menu-back"), Go(place="menu"))
