"""Lists of batches: a page of the catalogue, what a name found, what is alike; and what to say when it is empty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import NO_BREAK, clipped, held, line_state, line_time, narrowed_to
from bot.browse.sought import along, is_narrowed, refined
from bot.callbacks import Browse, Card, Go, Sought
from bot.callbacks_browse import FindByName, Sift
from bot.callbacks_needs import MakeWish
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.catalogue import BatchLine, Page
from services.enrolment import PoolFigures

PAGE_SIZE = 4
"""Four numbers, and four buttons around them: eight is all that a screen holds."""
FOUND_SIZE = 5
QUERY_SHOWN = 60
TITLE_SHOWN = 80
NO_POOLS: Mapping[int, PoolFigures] = MappingProxyType({})


def page(
    voice: Voice,
    found: Page,
    sought: Sought,
    province: str | None,
    now: datetime,
    own: Mapping[int, PoolFigures] = NO_POOLS,
) -> Screen:
    """A page of the catalogue under a filter; `found` is not empty. `own` are the reader's pools by batch."""
    host = found.items[0].host if sought.host else None
    narrowed = narrowed_to(voice, sought, host)
    where = [voice.html("browse-page", page=found.page, pages=found.pages)] if found.pages > 1 else []
    if narrowed:
        where.append(voice.html("browse-narrowed", filter=narrowed))
    text = voice.paragraphs(
        voice.lines(_title(voice, found.total, sought, province), Html(" · ".join(where))),
        _lines(voice, found.items, now, own),
    )
    here = along(Sought, sought, page=found.page)
    return Screen(text, (_numbers(found.items, here), *_turning(voice, found, here), [_menu(voice)]))


def nothing(voice: Voice, sought: Sought, province: str | None, host: str | None, nearest: str | None) -> Screen:
    """Nothing fits: what was looked for, and the nearest month that has something."""
    narrowed = narrowed_to(voice, sought, host)
    if narrowed:
        said = voice.html("browse-nothing-narrowed", filter=narrowed)
    elif province:
        said = voice.html("browse-nothing-for", province=province)
    else:
        said = voice.html("browse-nothing")
    hint = voice.html("browse-nearest", month=voice.month(nearest)) if nearest else None
    return Screen(voice.paragraphs(said, hint), tuple(_ways_on(voice, sought, nearest)))


def found_by_name(
    voice: Voice, text: str, lines: Sequence[BatchLine], now: datetime, also: Sequence[InlineKeyboardButton] = ()
) -> Screen:
    """What a name found, typos forgiven; `also` is what else may have been meant."""
    shown, query = tuple(lines[: FOUND_SIZE - len(also)]), clipped(text, QUERY_SHOWN)
    around = ([*also, _find(voice, "button-find-again")], [back_to_list(voice)])
    if not shown:
        return Screen(voice.html("browse-not-found", query=query), (around[0], [_wish(voice)], around[1]))
    head = voice.html("browse-found", query=query, count=len(shown))
    return Screen(voice.paragraphs(head, _lines(voice, shown, now)), (_numbers(shown, Sought()), *around))


def alike(voice: Voice, lines: Sequence[BatchLine], now: datetime) -> Screen:
    """What is open and like a training that is not."""
    rows = ([back_to_list(voice)], [_menu(voice)])
    if not lines:
        return Screen(voice.html("browse-none-alike"), rows)
    text = voice.paragraphs(voice.html("browse-alike"), _lines(voice, lines, now))
    return Screen(text, (_numbers(lines, Sought()), *rows))


def back_to_list(voice: Voice, sought: Sought | None = None) -> InlineKeyboardButton:
    """The way back to the list, as it was or from its start."""
    return button(voice.plain("button-back-to-trainings"), along(Browse, sought or Sought()))


def _title(voice: Voice, total: int, sought: Sought, province: str | None) -> str:
    kind = "planned" if sought.unopened else "open"
    if province:
        return voice.html(f"browse-{kind}-for", count=total, province=province)
    return voice.html(f"browse-{kind}", count=total)


def _lines(voice: Voice, lines: Sequence[BatchLine], now: datetime, own: Mapping[int, PoolFigures] = NO_POOLS) -> Html:
    """Numbered lines; a title that stands there twice is told apart by its batch."""
    titles = Counter(line.title for line in lines)
    told = voice.lines(
        *(
            voice.html(
                "browse-line",
                number=number,
                title=_named(voice, line, twice=titles[line.title] > 1),
                time=held(line_time(voice, line, now)),
                state=held(line_state(voice, line, now, own.get(line.id))),
            )
            for number, line in enumerate(lines, 1)
        )
    )
    return Html(told.replace(" · ", f"{NO_BREAK}· "))  # no line of a phone begins with a dot


def _named(voice: Voice, line: BatchLine, *, twice: bool) -> str:
    title = clipped(line.title, TITLE_SHOWN)
    return voice.plain("browse-line-batch", title=title, number=line.number) if twice else title


def _numbers(lines: Sequence[BatchLine], sought: Sought) -> Row:
    return [button(str(number), along(Card, sought, batch=line.id)) for number, line in enumerate(lines, 1)]


def _turning(voice: Voice, found: Page, sought: Sought) -> list[Row]:
    """Pages, filter and search: at most three of them, so that a full page keeps to eight buttons."""
    turns = []
    if found.page > 1:
        turns.append(button(voice.plain("button-previous"), along(Browse, sought, page=found.page - 1)))
    if found.page < found.pages:
        turns.append(button(voice.plain("button-next"), along(Browse, sought, page=found.page + 1)))
    sift = button(voice.plain("button-sift"), along(Sift, sought))
    return [turns, [sift] if len(turns) > 1 else [sift, _find(voice)]]


def _ways_on(voice: Voice, sought: Sought, nearest: str | None) -> list[Row]:
    rows: list[Row] = []
    if nearest:
        label = voice.plain("button-see-month", month=voice.month(nearest))
        rows.append([button(label, refined(Browse, sought, month=nearest, unopened=True))])
    change = [button(voice.plain("button-change-sifting"), along(Sift, sought))]
    if is_narrowed(sought):
        change.append(button(voice.plain("button-clear-sifting"), Browse()))
    return [*rows, change, [_wish(voice)], [_menu(voice)]]


def _wish(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-make-wish"), MakeWish())


def _find(voice: Voice, key: str = "button-find-by-name") -> InlineKeyboardButton:
    return button(voice.plain(key), FindByName())


def _menu(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-menu-back"), Go(place="menu"))
