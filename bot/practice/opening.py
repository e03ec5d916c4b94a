"""The screens of quizzes that need a use case before they can be made."""

from __future__ import annotations

from bot.callbacks_knowledge import sign_of
from bot.callbacks_practice import OpenQuiz
from bot.knowledge.cards import article_of_sign
from bot.practice import screens
from bot.screens import Screen
from bot.toolbox import Tools
from bot.visitor import Visitor
from services.errors import Refusal
from services.practice import ABOUT, MIXED, Asked, Result


async def open_screen(chosen: OpenQuiz, visitor: Visitor, tools: Tools) -> Screen:
    """The question where one is, or the first of another quiz; guests hear why they have to agree first."""
    if not visitor.has_agreed:
        return screens.guest(visitor.voice)
    topic, module = _topic_of(chosen, tools)
    try:
        asked = await tools.practice.start(person=visitor.person, zone=visitor.voice.zone, topic=topic, module=module)
    except Refusal as refusal:
        if refusal.key != "practice-none":
            raise
        return screens.nothing(visitor.voice)
    return question_screen(asked, visitor, tools)


async def daily_screen(visitor: Visitor, tools: Tools) -> Screen | None:
    """The first question of the day's quiz, which begins with it; None where there is nobody or nothing to ask."""
    try:
        asked = await tools.practice.start(person=visitor.person, zone=visitor.voice.zone, occasion="daily")
    except Refusal:
        return None
    return question_screen(asked, visitor, tools)


async def quiz_screen(quiz_id: int, visitor: Visitor, tools: Tools) -> Screen:
    """Where a quiz stands: its next question, its result, or that another one took its place."""
    return standing(await look(quiz_id, visitor, tools), visitor, tools)


async def look(quiz_id: int, visitor: Visitor, tools: Tools) -> Asked | Result | None:
    """A quiz of the visitor's own, as it stands."""
    return await tools.practice.see(person=visitor.person, zone=visitor.voice.zone, quiz_id=quiz_id)


def standing(here: Asked | Result | None, visitor: Visitor, tools: Tools) -> Screen:
    """The screen of where a quiz stands."""
    if isinstance(here, Asked):
        return question_screen(here, visitor, tools)
    return screens.done(visitor.voice, here) if here is not None else screens.replaced(visitor.voice)


async def topics_screen(page: int, visitor: Visitor, tools: Tools) -> Screen:
    """What there is to practise."""
    if not visitor.has_agreed:
        return screens.guest(visitor.voice)
    found = await tools.practice.topics(person=visitor.person, zone=visitor.voice.zone)
    return screens.topics(visitor.voice, found, titles_of(visitor, tools), page)


def question_screen(asked: Asked, visitor: Visitor, tools: Tools) -> Screen:
    """A question, shown now."""
    return screens.question(visitor.voice, asked, tools.now(), titles_of(visitor, tools))


def titles_of(visitor: Visitor, tools: Tools) -> dict[str, str]:
    """The modules' titles in the visitor's language."""
    english = visitor.voice.language == "en"
    return {module.id: module.title_en if english else module.title for module in tools.index.library.modules}


def _topic_of(chosen: OpenQuiz, tools: Tools) -> tuple[str | None, str | None]:
    """The topic that a button names, as quizzes keep it, and an article's module; one that is gone asks nothing."""
    match chosen.kind:
        case "today":
            return None, None
        case "mixed":
            return MIXED, None
        case "module":
            modules = (module.id for module in tools.index.library.modules)
            return next((module for module in modules if sign_of(module) == chosen.which), "?"), None
        case "article":
            article = article_of_sign(chosen.which, tools.index.library)
            return (f"{ABOUT}{article.id}", article.module) if article else (f"{ABOUT}?", None)
