"""The board of provinces, and the people of the own one. Pure: a board and a voice in, screens out."""

from __future__ import annotations

from datetime import date

from aiogram.types import InlineKeyboardButton

from bot.callbacks_habits import JoinBoard, SeeBoard
from bot.habits.doors import start_quiz
from bot.places import go, introduction, switch
from bot.screens import Screen, button
from bot.visitor import Visitor
from bot.words import Html, Voice
from services.practice.habits import FEWEST, HIDDEN, NAMED, OFF, SUNDAY, Board, Ranked
from services.practice.habits.hours import DAY

SHOWN = 4


def provinces(visitor: Visitor, board: Board) -> Screen:
    """The first provinces, the own one in any case, and where the person stands."""
    voice = visitor.voice
    own = next((one for one in board.ranked if one.code == board.province), None)
    shown = list(board.ranked[:SHOWN])
    if own is not None and own not in shown:
        shown.append(own)
    missing = voice.html("board-province-few", province=board.province, fewest=FEWEST) if board.province else None
    text = voice.paragraphs(
        voice.lines(
            voice.html("board", dates=dates_of(voice, board.monday)),
            voice.html("board-measure") if shown else voice.html("board-none", fewest=FEWEST),
        ),
        voice.lines(*(_line(voice, one, own=one is own) for one in shown), missing if shown and not own else None),
        _own(voice, board),
    )
    see = button(voice.plain("button-board-people"), SeeBoard(part="people"))
    return Screen(
        text,
        (
            [see] if board.province and board.people else [],
            *([one] for one in _joining(visitor, board)),
            [start_quiz(voice), go(voice, "menu", "button-menu-back")],
        ),
    )


def people(visitor: Visitor, board: Board) -> Screen:
    """The first of the own province; a name only of who let it show."""
    voice = visitor.voice
    back = [button(voice.plain("button-back"), SeeBoard())]
    head = voice.html("board-people", province=board.province or "", dates=dates_of(voice, board.monday))
    if not board.people:
        few = voice.html("board-people-few", fewest=FEWEST)
        return Screen(voice.paragraphs(head, few, _own(voice, board)), (back,))
    lines = [
        voice.html(
            "board-person",
            place=str(one.place),
            name=one.name or voice.plain("board-nameless"),
            right=voice.number(one.right),
        )
        for one in board.people
    ]
    return Screen(voice.paragraphs(head, voice.lines(*lines), _own(voice, board)), (back,))


def dates_of(voice: Voice, monday: date) -> str:
    """The week that begins on a Monday: `16–22 Nov 2026`."""
    sunday = monday + SUNDAY * DAY
    if monday.month == sunday.month:
        return f"{monday.day}–{voice.date(sunday)}"
    return f"{voice.date(monday, year=monday.year != sunday.year)} – {voice.date(sunday)}"


def _line(voice: Voice, one: Ranked, *, own: bool) -> Html:
    average = f"{one.average:.1f}"
    if voice.language == "id":
        average = average.replace(".", ",")
    key = "board-line-own" if own else "board-line"
    return voice.html(key, place=str(one.place), province=one.code, average=average, count=one.participants)


def _own(voice: Voice, board: Board) -> Html:
    if board.province is None:
        return voice.html("board-no-province")
    if board.joined == OFF:
        return voice.html("board-not-joined")
    if board.own is None:
        return voice.html("board-joined") if board.right is None else voice.html("board-own-few", right=board.right)
    key = "board-own-named" if board.joined == NAMED else "board-own"
    return voice.html(key, place=board.own.place, of=board.own.of, right=board.own.right, province=board.province)


def _joining(visitor: Visitor, board: Board) -> list[InlineKeyboardButton]:
    """To count or not; a name only where an agency vouched for it, and only of who counts."""
    voice = visitor.voice
    if board.province is None:
        return [] if visitor.is_verified else [introduction(visitor)]
    joined, named = board.joined != OFF, board.joined == NAMED
    join = button(switch(joined, voice.plain("button-board-join")), JoinBoard(board=OFF if joined else HIDDEN))
    name = button(switch(named, voice.plain("button-board-name")), JoinBoard(board=HIDDEN if named else NAMED))
    return [join, name] if joined and visitor.is_verified else [join]
