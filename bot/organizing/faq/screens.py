"""The room of articles made of answers, its lists, and one of them with what can be done about it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.browse.phrases import clipped
from bot.callbacks_faq import (
    ApproveFaq,
    AskToDrop,
    AskToRevise,
    DropFaq,
    EditFaq,
    Faqs,
    HandInFaq,
    KeepFromTicket,
    ListFaqs,
    MakeFromMiss,
    Part,
    ReturnFaq,
    ReviseFaq,
    ShowFaq,
    Which,
)
from bot.callbacks_knowledge import Topic, sign_of
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.faq import FaqView, Proposed
from services.faq.striking import STRUCK
from storage.repositories.agencies import Agency
from storage.repositories.faqs import Faq

PAGE_SIZE = 5
TITLE_SHOWN = 60
STATES: tuple[Which, ...] = ("draft", "waiting", "shown", "retired")
MOST_SPEAKERS = 7


def room(voice: Voice, counted: Mapping[str, int], done: Html | None = None) -> Screen:
    """What there is of them."""
    there = [which for which in STATES if counted.get(which)]
    lines = [voice.html(f"faq-count-{which}", count=counted[which]) for which in there]
    lists = [button(voice.plain(f"button-faqs-{which}"), ListFaqs(which=which)) for which in there]
    text = voice.paragraphs(done, voice.lines(voice.html("faq-room"), voice.html("faq-room-how")), voice.lines(*lines))
    return Screen(text, (lists[:2], lists[2:], back(voice)))


def listed(voice: Voice, found: Sequence[Faq], which: Which, page: int) -> Screen:
    """A page of those in one state, what changed last first."""
    if not found:
        return Screen(voice.html("faq-list-empty"), (to_room(voice),))
    pages = -(-len(found) // PAGE_SIZE)
    page = min(page, pages)
    first = (page - 1) * PAGE_SIZE
    shown = found[first : first + PAGE_SIZE]
    lines = [
        voice.html("faq-line", number=str(at), title=clipped(one.title, TITLE_SHOWN), agency=one.agency)
        for at, one in enumerate(shown, first + 1)
    ]
    numbers = [button(str(at), ShowFaq(faq=one.id)) for at, one in enumerate(shown, first + 1)]
    turning: Row = []
    if page > 1:
        turning.append(button(voice.plain("button-previous"), ListFaqs(which=which, page=page - 1)))
    if page < pages:
        turning.append(button(voice.plain("button-next"), ListFaqs(which=which, page=page + 1)))
    head = voice.html(f"faq-list-{which}")
    return Screen(voice.paragraphs(head, voice.lines(*lines)), (numbers, turning, to_room(voice)))


def proposed(voice: Voice, found: Proposed, done: Html | None = None) -> Screen:
    """What would be kept of a question and its answer, with what was struck out; nothing is kept yet."""
    words = found.proposal
    assert words is not None
    text = voice.paragraphs(
        done,
        voice.html("faq-proposed", number=f"T-{found.ticket_id:04}"),
        _words(voice, words.title, words.answer, words.body, words.aliases),
        voice.html("faq-struck", count=words.struck) if words.struck else voice.html("faq-struck-none"),
        voice.html("faq-look-again"),
    )
    keep = [button(voice.plain("button-faq-keep"), KeepFromTicket(ticket=found.ticket_id, mark=words.mark))]
    return Screen(text, (keep, to_room(voice)))


def speakers(voice: Voice, miss: int, agencies: Sequence[Agency]) -> Screen:
    """In whose name?"""
    rows = [
        [button(clipped(one.short_name, 22), MakeFromMiss(miss=miss, agency=one.id))]
        for one in agencies[:MOST_SPEAKERS]
    ]
    return Screen(voice.html("faq-in-whose-name"), (*rows, to_room(voice)))


def faq(voice: Voice, view: FaqView, done: Html | None = None) -> Screen:
    """One of them as it stands, for who may change it, approve it, or only look."""
    found = view.faq
    if found.state == "draft":
        return _draft(voice, view, done)
    if found.state == "waiting":
        return _waiting(voice, view, done)
    return _decided(voice, view, done)


def ask_to_revise(voice: Voice, view: FaqView) -> Screen:
    """What changing one that is shown means; leaving it is the first button."""
    number, version = view.faq.id, view.faq.version
    keep = [button(voice.plain("button-faq-leave"), ShowFaq(faq=number))]
    revise = [button(voice.plain("button-faq-revise"), ReviseFaq(faq=number, version=version))]
    return Screen(voice.html("faq-revise-ask", title=view.faq.title), (keep, revise))


def ask_to_drop(voice: Voice, view: FaqView) -> Screen:
    """What taking it away means; keeping it is the first button."""
    number, version = view.faq.id, view.faq.version
    what = "delete" if _is_new(view.faq) else "retire"
    keep = [button(voice.plain(f"button-faq-{what}-not"), ShowFaq(faq=number))]
    drop = [button(voice.plain(f"button-faq-{what}"), DropFaq(faq=number, version=version))]
    return Screen(voice.html(f"faq-{what}-ask", title=view.faq.title), (keep, drop))


def approved(voice: Voice, view: FaqView) -> Screen:
    """From now on everybody finds it."""
    see = [button(voice.plain("button-faq-open"), Topic(show="card", sign=sign_of(view.faq.slug)))]
    return Screen(voice.html("faq-approved", title=view.faq.title), (see, back(voice)))


def to_room(voice: Voice) -> Row:
    """The way back to the room."""
    return [button(voice.plain("button-faq-room"), Faqs())]


def _draft(voice: Voice, view: FaqView, done: Html | None) -> Screen:
    found, number = view.faq, view.faq.id
    words = (found.title, found.answer, found.body, *found.aliases)
    text = voice.paragraphs(
        done,
        remarked(voice.html("faq-remark"), found.remark) if found.remark else None,
        voice.html("faq-draft", agency=found.agency),
        _words(voice, found.title, found.answer, found.body, found.aliases),
        voice.html("faq-struck-left", mark=STRUCK) if any(STRUCK in part for part in words) else None,
    )
    if not view.may_write:
        return Screen(text, (to_room(voice),))

    def edit(part: Part) -> Row:
        return [button(voice.plain(f"button-faq-{part}"), EditFaq(faq=number, part=part))]

    ask = [button(voice.plain("button-faq-ask"), HandInFaq(faq=number, version=found.version))]
    drop = button(voice.plain("button-faq-delete" if _is_new(found) else "button-faq-retire"), AskToDrop(faq=number))
    return Screen(
        text,
        (
            ask if found.answer else [],
            [*edit("answer"), *edit("title")],
            [*edit("body"), *edit("aliases")],
            [drop, *to_room(voice)],
        ),
    )


def _waiting(voice: Voice, view: FaqView, done: Html | None) -> Screen:
    """For a second person the request, for the others that it waits."""
    found = view.faq
    by = found.author or voice.plain("faq-somebody")
    asked = voice.html("faq-request", by=by, agency=found.agency)
    text = voice.paragraphs(
        done,
        asked if view.may_approve else voice.html("faq-waits", agency=found.agency),
        _words(voice, found.title, found.answer, found.body, found.aliases),
    )
    rows: list[Row] = []
    if view.may_approve:
        rows.append([button(voice.plain("button-faq-approve"), ApproveFaq(faq=found.id, version=found.version))])
        rows.append([button(voice.plain("button-faq-return"), ReturnFaq(faq=found.id, version=found.version))])
    if view.may_write:
        revise = button(voice.plain("button-faq-revise"), ReviseFaq(faq=found.id, version=found.version))
        rows = [*rows[:1], [*(rows[1] if rows else []), revise]]
    return Screen(text, (*rows, back(voice) if view.may_approve else to_room(voice)))


def _decided(voice: Voice, view: FaqView, done: Html | None) -> Screen:
    found = view.faq
    is_shown = found.state == "shown"
    standing = voice.html("faq-retired", agency=found.agency)
    if is_shown and found.approved_at:
        by = found.approver or voice.plain("faq-somebody")
        standing = voice.html("faq-shown", agency=found.agency, moment=voice.moment(found.approved_at), by=by)
    text = voice.paragraphs(done, standing, _words(voice, found.title, found.answer, found.body, found.aliases))
    see = [button(voice.plain("button-faq-open"), Topic(show="card", sign=sign_of(found.slug), anew=True))]
    change: Row = []
    if view.may_write and is_shown:
        change = [
            button(voice.plain("button-faq-revise"), AskToRevise(faq=found.id)),
            button(voice.plain("button-faq-retire"), AskToDrop(faq=found.id)),
        ]
    elif view.may_write:
        change = [button(voice.plain("button-faq-revise"), ReviseFaq(faq=found.id, version=found.version))]
    return Screen(text, (see if is_shown else [], change, to_room(voice)))


def _words(voice: Voice, title: str, answer: str, body: str, aliases: Sequence[str]) -> Html:
    """All that readers will see of it."""
    return voice.paragraphs(
        voice.lines(voice.html("faq-title", title=title), typed(answer) or voice.html("faq-answer-no")),
        typed(body),
        Html(f"<i>{voice.html('faq-aliases')} {typed(', '.join(aliases))}</i>") if aliases else None,
    )


def typed(text: str) -> Html:
    """What somebody wrote, as it is: a sentence of ours has no room for so much."""
    return Html(escape(text, quote=False))


def remarked(head: Html, remark: str) -> Html:
    """A sentence, and the remark behind it."""
    return Html(f'{head} "{typed(remark)}"')


def _is_new(found: Faq) -> bool:
    """It was never shown: nobody misses it."""
    return found.approved_at is None
