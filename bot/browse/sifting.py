"""The filter: what is set, and the values each facet can be set to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import begun, clipped, facet_value
from bot.browse.sought import COMPETENCIES, MODES, along, is_narrowed, refined
from bot.callbacks import Browse, Go, Sought
from bot.callbacks_browse import Choose, Facet, Sift
from bot.screens import Row, Screen, button, in_rows
from bot.words import Voice
from services.catalogue import Choices

FACETS: tuple[Facet, ...] = get_args(Facet)
NOTHING: Mapping[Facet, str | int] = {"competency": "", "mode": "", "host": 0, "month": ""}
MOST_CHOICES = 6
"""With [Semua] and the way back they make eight buttons."""
LABEL_LENGTH = 20
"""A button holds 22 characters, two of them for the mark."""


def sifting(voice: Voice, sought: Sought, choices: Choices, total: int) -> Screen:
    """The filter as it is set, and how many trainings it leaves."""
    host = host_name(choices, sought.host)
    set_to = {facet: facet_value(voice, sought, facet, host) or voice.plain("sifting-any") for facet in FACETS}
    which = voice.plain("sifting-planned" if sought.unopened else "sifting-open")
    text = voice.html("sifting", **set_to, which=which)
    return Screen(text, tuple(_switches(voice, sought, total)))


def choosing(voice: Voice, asked: Choose, choices: Choices) -> Screen:
    """The values of one facet; the one that is set is marked."""
    facet = asked.facet
    options = options_of(voice, facet, choices)
    shown, following = _stretch(options, asked.choices)
    rows = in_rows([_option(asked, facet, value, label) for value, label in shown.items()], _width(shown))
    others: Row = [_option(asked, facet, NOTHING[facet], voice.plain("button-any"))]
    if following is not None:
        others.append(button(voice.plain("button-other-choices"), along(Choose, asked, facet=facet, choices=following)))
    back = button(voice.plain("button-back"), along(Sift, asked))
    key = f"choosing-{facet}" if options else "choosing-nothing"
    return Screen(voice.html(key), (*rows, others, [back]))


def options_of(voice: Voice, facet: Facet, choices: Choices) -> dict[str | int, str]:
    """What a facet can be set to: the value on the button, and its label."""
    match facet:
        case "competency":
            return {
                code: begun(voice.plain(f"competency-{key}"))
                for code, key in COMPETENCIES.items()
                if key in choices.competencies
            }
        case "mode":
            return {code: begun(voice.plain(f"mode-{key}")) for code, key in MODES.items() if key in choices.modes}
        case "host":
            return {host.id: clipped(host.short_name, LABEL_LENGTH) for host in choices.hosts}
        case "month":
            return {month: voice.month(month) for month in choices.months}


def host_name(choices: Choices, host_id: int) -> str | None:
    """The short name of a host, as far as it hosts something now."""
    return next((host.short_name for host in choices.hosts if host.id == host_id), None)


def _switches(voice: Voice, sought: Sought, total: int) -> list[Row]:
    see = voice.plain("button-see-count", count=total) if total else voice.plain("button-see-result")
    rows: list[Row] = [[button(see, refined(Browse, sought))]]
    rows += in_rows(
        [button(voice.plain(f"button-sift-{facet}"), along(Choose, sought, facet=facet)) for facet in FACETS], 2
    )
    mark = "⬜" if sought.unopened else "✅"
    only_open = button(f"{mark} {voice.plain('button-only-open')}", refined(Sift, sought, unopened=not sought.unopened))
    rows.append([only_open])
    clear = [button(voice.plain("button-clear-sifting"), Sift())] if is_narrowed(sought) else []
    return [*rows, [*clear, button(voice.plain("button-menu-back"), Go(place="menu"))]]


def _option(asked: Choose, facet: Facet, value: str | int, label: str) -> InlineKeyboardButton:
    mark = "✅ " if getattr(asked, facet) == value else ""
    return button(mark + label, refined(Sift, asked, **{facet: value}))


def _stretch(options: dict[str | int, str], page: int) -> tuple[dict[str | int, str], int | None]:
    """The options of a page and the page that follows, the last being followed by the first; None: all fit on one."""
    if len(options) <= MOST_CHOICES:
        return options, None
    size = MOST_CHOICES - 1  # one place is for the button that turns the page
    pages = -(-len(options) // size)
    page = min(page, pages)
    items = list(options.items())[(page - 1) * size : page * size]
    return dict(items), page % pages + 1


def _width(options: dict[str | int, str]) -> int:
    return 2 if max(map(len, options.values()), default=0) <= 14 else 1
