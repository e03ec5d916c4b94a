"""The room of announcements, its lists, and a draft with its parts. Pure: views in, screens out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData

from bot.announcing.phrases import audience_told, moment_told, start_of
from bot.browse.phrases import clipped
from bot.callbacks_announcing import (
    AddCard,
    Announcing,
    AskPart,
    AskToDeleteDraft,
    ChooseCard,
    DeleteADraft,
    DropButton,
    DropPart,
    DropTemplate,
    ListOf,
    Preview,
    RecallDraft,
    ShowAudience,
    ShowButtons,
    ShowDraft,
    ShowTemplate,
    UseTemplate,
    Which,
    WriteNew,
)
from bot.callbacks_broadcast_run import SentList
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.broadcasts.content import MOST_BUTTONS
from services.broadcasts.look import DraftView, Shelf
from storage.repositories.agencies import Agency
from storage.repositories.audience_choices import Found

PAGE_SIZE = 5
TurnTo = Callable[[int], CallbackData]
TITLE_SHOWN = 60


def room(voice: Voice, shelf: Shelf, done: Html | None = None) -> Screen:
    """[Pengumuman]: write one, go on with one, or look at those that were sent."""
    lists: list[tuple[Which, int]] = [
        ("drafts", len(shelf.drafts)),
        ("pending", len(shelf.pending)),
        ("templates", len(shelf.templates)),
    ]
    shown = [button(voice.plain(f"button-announce-{which}"), ListOf(which=which)) for which, count in lists if count]
    lines = [voice.html(f"announce-count-{which}", count=count) for which, count in lists if count]
    text = voice.paragraphs(done, voice.html("announce-room"), voice.lines(*lines))
    new, sent = button(voice.plain("button-announce-new"), WriteNew()), button(voice.plain("button-sent"), SentList())
    return Screen(text, ([new], shown[:2], shown[2:], [sent], back(voice)))


def speakers(voice: Voice, agencies: Sequence[Agency]) -> Screen:
    """In whose name?"""
    rows = [[button(clipped(one.short_name, 22), WriteNew(agency=one.id))] for one in agencies[:7]]
    return Screen(voice.html("announce-in-whose-name"), (*rows, _to_room(voice)))


def listed(voice: Voice, shelf: Shelf, which: Which, page: int) -> Screen:
    """Drafts, what is pending, or templates."""
    lines = [name for _, name in shelf.templates]
    opens: list[ShowDraft | ShowTemplate] = [ShowTemplate(template=number) for number, _ in shelf.templates]
    if which != "templates":
        views = shelf.drafts if which == "drafts" else shelf.pending
        lines = [_line(voice, view) for view in views]
        opens = [ShowDraft(broadcast=view.id) for view in views]
    pages = max(1, -(-len(lines) // PAGE_SIZE))
    first = (min(page, pages) - 1) * PAGE_SIZE
    shown = list(zip(lines, opens, strict=True))[first : first + PAGE_SIZE]
    told = [
        voice.html("announce-line", number=str(number), what=line) for number, (line, _) in enumerate(shown, first + 1)
    ]
    numbers = [button(str(number), data) for number, (_, data) in enumerate(shown, first + 1)]
    turning = turns(voice, min(page, pages), pages, lambda other: ListOf(which=which, page=other))
    head = voice.html(f"announce-list-{which}") if shown else voice.html("announce-list-empty")
    return Screen(voice.paragraphs(head, voice.lines(*told)), (numbers, turning, _to_room(voice)))


def draft(voice: Voice, view: DraftView, done: Html | None = None) -> Screen:
    """One of the own: all its parts while it is a draft, else where it stands."""
    if view.state != "draft":
        return _pending(voice, view, done)
    number, body = view.id, view.message.body
    text = voice.paragraphs(
        done,
        voice.html("announce-remark", remark=view.remark) if view.remark else None,
        voice.html("announce-draft", agency=view.agency),
        voice.lines(
            voice.html("announce-text", text=start_of(body))
            if body.texts.get("id")
            else voice.html("announce-text-no"),
            voice.html("announce-english", text=start_of(body, "en")) if body.texts.get("en") else None,
            voice.html("announce-media", name=body.media.name or voice.plain("announce-picture"))
            if body.media
            else None,
            voice.html("announce-buttons", labels=", ".join(one.label for one in body.buttons))
            if body.buttons
            else None,
            voice.html("announce-to", audience=audience_told(voice, view.message)),
            voice.html("announce-when", moment=moment_told(voice, view.send_at)),
        ),
    )
    media = DropPart(broadcast=number, part="media") if body.media else AskPart(broadcast=number, part="media")
    return Screen(
        text,
        (
            [button(voice.plain("button-announce-preview"), Preview(broadcast=number))],
            [button(voice.plain("button-announce-audience"), ShowAudience(broadcast=number))],
            [
                button(voice.plain("button-announce-text"), AskPart(broadcast=number, part="id")),
                button(voice.plain("button-announce-english"), AskPart(broadcast=number, part="en")),
            ],
            [
                button(voice.plain("button-announce-media-drop" if body.media else "button-announce-media"), media),
                button(voice.plain("button-announce-buttons"), ShowButtons(broadcast=number)),
            ],
            [
                button(voice.plain("button-announce-delete"), AskToDeleteDraft(broadcast=number)),
                button(voice.plain("button-announce-room"), Announcing()),
            ],
        ),
    )


def buttons(voice: Voice, view: DraftView) -> Screen:
    """The buttons under the message, each with what it does; a tap on a number takes it away."""
    number, shown = view.id, view.message.body.buttons
    lines = [
        voice.html(f"announce-button-{one.kind}", number=str(at), label=one.label, url=one.url or "")
        for at, one in enumerate(shown, 1)
    ]
    drops = [
        button(
            voice.plain("button-announce-drop-button", number=str(at + 1)),
            DropButton(broadcast=number, at=at, version=view.version),
        )
        for at in range(len(shown))
    ]
    adds: list[Row] = []
    if len(shown) < MOST_BUTTONS:
        adds = [
            [
                button(voice.plain("button-announce-link"), AskPart(broadcast=number, part="link")),
                button(voice.plain("button-announce-card"), ChooseCard(broadcast=number)),
            ],
            [button(voice.plain("button-announce-answer"), AskPart(broadcast=number, part="answer"))],
        ]
    text = voice.paragraphs(voice.html("announce-buttons-ask", most=MOST_BUTTONS), voice.lines(*lines))
    return Screen(text, (*adds, drops, to_draft(voice, number)))


def cards(voice: Voice, broadcast: int, found: Sequence[Found], page: int, pages: int) -> Screen:
    """Which training does the button show?"""
    lines = [
        voice.html(
            "announce-line",
            number=str(at),
            what=voice.plain("announce-batch", title=clipped(title, TITLE_SHOWN), number=number),
        )
        for at, (_, title, number) in enumerate(found, 1)
    ]
    numbers = [button(str(at), AddCard(broadcast=broadcast, batch=batch)) for at, (batch, _, _) in enumerate(found, 1)]
    turning = turns(voice, page, pages, lambda other: ChooseCard(broadcast=broadcast, page=other))
    head = voice.html("announce-card-ask" if found else "announce-card-none")
    to_buttons = [button(voice.plain("button-back"), ShowButtons(broadcast=broadcast))]
    return Screen(voice.paragraphs(head, voice.lines(*lines)), (numbers, turning, to_buttons))


def ask_to_delete(voice: Voice, view: DraftView) -> Screen:
    """What deleting means; keeping it is the first button."""
    text = voice.html("announce-delete-ask", text=start_of(view.message.body))
    keep = [button(voice.plain("button-announce-keep"), ShowDraft(broadcast=view.id))]
    return Screen(text, (keep, [button(voice.plain("button-announce-delete"), DeleteADraft(broadcast=view.id))]))


def template(voice: Voice, number: int, name: str) -> Screen:
    """A template: begin from it, or delete it."""
    use = [button(voice.plain("button-announce-use"), UseTemplate(template=number))]
    drop = [button(voice.plain("button-announce-drop-template"), DropTemplate(template=number))]
    to_list = [button(voice.plain("button-back"), ListOf(which="templates"))]
    return Screen(voice.html("announce-template", name=name), (use, drop, to_list))


def turns(voice: Voice, page: int, pages: int, to: TurnTo) -> Row:
    """The buttons to the pages before and after."""
    row: Row = []
    if page > 1:
        row.append(button(voice.plain("button-previous"), to(page - 1)))
    if page < pages:
        row.append(button(voice.plain("button-next"), to(page + 1)))
    return row


def to_draft(voice: Voice, number: int) -> Row:
    """The way back to the draft."""
    return [button(voice.plain("button-announce-draft"), ShowDraft(broadcast=number))]


def _pending(voice: Voice, view: DraftView, done: Html | None) -> Screen:
    state = view.state if view.state in {"waiting", "scheduled"} else "sent"
    text = voice.paragraphs(
        done,
        voice.html("announce-draft", agency=view.agency),
        voice.lines(
            voice.html("announce-text", text=start_of(view.message.body)),
            voice.html("announce-to", audience=audience_told(voice, view.message)),
            voice.html(f"announce-stands-{state}", moment=moment_told(voice, view.send_at)),
        ),
    )
    recall = [button(voice.plain("button-announce-recall"), RecallDraft(broadcast=view.id))] if state != "sent" else []
    return Screen(text, (recall, _to_room(voice)))


def _line(voice: Voice, view: DraftView) -> str:
    start = start_of(view.message.body) or voice.plain("announce-picture")
    if view.state == "draft":
        return voice.plain("announce-returned-line", text=start) if view.remark else start
    return voice.plain(f"announce-line-{view.state}", text=start, moment=moment_told(voice, view.send_at))


def _to_room(voice: Voice) -> Row:
    return [button(voice.plain("button-announce-room"), Announcing())]
