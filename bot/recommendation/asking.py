"""The superior's tap: the message that the asker passes on, and what the superior sees of it. Pure."""

from __future__ import annotations

from bot.browse.phrases import safe
from bot.callbacks_enrolment import ShowEnrolment
from bot.callbacks_recommendation import AnswerAsked
from bot.enrolment.phrases import days_told
from bot.organizing.role_links import passing, url_of
from bot.places import go, introduction
from bot.screens import Screen, button
from bot.visitor import Visitor
from bot.words import Voice
from services.enrolment import Answered, Request, RequestLink
from services.enrolment.mine import EnrolmentLine
from services.errors import Refusal


def to_pass_on(voice: Voice, link: RequestLink, username: str) -> Screen:
    """The message that is forwarded to the superior; it has no buttons, for they would not come along."""
    return Screen(
        voice.paragraphs(
            voice.html("asking-message", asker=_name(voice, link.name)),
            _what(voice, link.line),
            voice.lines(
                voice.html("asking-message-link", url=url_of(username, link.token)),
                voice.html("asking-until", moment=voice.moment(link.expires_at)),
            ),
        )
    )


def made(voice: Voice, link: RequestLink, username: str) -> Screen:
    """What to do with the message above."""
    title = voice.plain("asking-title", title=link.line.title)
    own = button(voice.plain("button-see-enrolment"), ShowEnrolment(enrolment=link.line.id))
    return Screen(
        voice.html("asking-made"), ([passing(voice, link.token, username, title)], [own], [go(voice, "menu")])
    )


def asked(voice: Voice, request: Request, token: str) -> Screen:
    """The confirming screen; each answer is one tap."""
    superior = _name(voice, request.superior)
    text = voice.paragraphs(
        voice.html("asked", asker=_name(voice, request.asker), superior=superior),
        _what(voice, request.line),
        voice.html("asking-until", moment=voice.moment(request.expires_at)),
    )
    yes, no, other = (AnswerAsked(token=token, answer=answer) for answer in ("yes", "no", "other"))
    return Screen(
        text,
        (
            [button(voice.plain("button-recommend"), yes)],
            [button(voice.plain("button-do-not-recommend"), no)],
            [button(voice.plain("button-not-my-staff"), other)],
            [go(voice, "menu", "button-not-now")],
        ),
    )


def answered(voice: Voice, done: Answered) -> Screen:
    """What was answered, and what follows."""
    key = {True: "asked-given", False: "asked-refused", None: "asked-misdirected"}[done.given]
    asker, line = _name(voice, done.request.asker), done.request.line
    text = voice.html(key, asker=asker, title=line.title, host=line.host_short_name)
    return Screen(text, ([go(voice, "menu", "button-open-menu")],))


def introduce_first(visitor: Visitor) -> Screen:
    """Nobody is told whose request it is before it is known who asks."""
    voice = visitor.voice
    waiting = visitor.person is not None and visitor.person.identity == "waiting"
    text = voice.html("asked-waiting" if waiting else "asked-introduce")
    return Screen(text, ([introduction(visitor)], [go(voice, "menu", "button-open-menu")]))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why there is nothing to answer."""
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), ([go(voice, "menu", "button-open-menu")],))


def _what(voice: Voice, line: EnrolmentLine) -> str:
    days = days_told(voice, line)
    hours = voice.plain("asking-hours", hours=line.lesson_hours)
    where = line.place or line.host_short_name
    return voice.lines(voice.html("asking-title-line", title=line.title), safe(f"{days} · {hours} · {where}"))


def _name(voice: Voice, name: str | None) -> str:
    return name or voice.plain("asking-somebody")
