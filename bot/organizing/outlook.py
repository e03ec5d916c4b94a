"""For organizers: what will go out in the next days, by kind and batch, and the switch that holds a kind. Pure."""

from __future__ import annotations

from bot.callbacks_reminders import Hold, Holding, Outlooks
from bot.organizing.home import back
from bot.places import switch
from bot.screens import Row, Screen, button
from bot.words import Voice
from services.reminders import KINDS, Coming, Outlook

PAGE_SIZE = 6


def outlook(voice: Voice, coming: Coming, page: int) -> Screen:
    """A page of what goes out, the nearest first."""
    hold: Row = [button(voice.plain("button-holding"), Holding())] if coming.agencies else []
    if not coming.lines:
        return Screen(voice.html("outlook-empty"), (hold, back(voice)))
    pages = -(-len(coming.lines) // PAGE_SIZE)
    page = min(page, pages)
    shown = coming.lines[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    turns = [
        button(voice.plain(key), Outlooks(page=to))
        for key, to in (("button-previous", page - 1), ("button-next", page + 1))
        if 1 <= to <= pages
    ]
    text = voice.paragraphs(voice.html("outlook"), voice.lines(*(_line(voice, line) for line in shown)))
    return Screen(text, (turns, hold, back(voice)))


def holding(voice: Voice, coming: Coming, agency_id: int, agency: str) -> Screen:
    """Each kind of an agency, on or held; who organizes for several agencies goes from one to the next."""
    rows: list[Row] = []
    for kind in KINDS:
        held = (agency_id, kind.value) in coming.held
        label = switch(not held, voice.plain(f"kind-{kind}"))
        rows.append([button(label, Hold(agency=agency_id, kind=kind.value, hold=not held))])
    following = _after(coming.agencies, agency_id)
    other: Row = [button(voice.plain("button-other-agency"), Holding(agency=following))] if following else []
    text = voice.html("holding", agency=agency)
    return Screen(text, (*rows, other, [button(voice.plain("button-back"), Outlooks())]))


def _after(agencies: tuple[int, ...], agency_id: int) -> int | None:
    if len(agencies) < 2:
        return None
    return agencies[(agencies.index(agency_id) + 1) % len(agencies)]


def _line(voice: Voice, line: Outlook) -> str:
    local = voice.local(line.due_at)
    when = voice.plain(
        "agenda-when", date=voice.date(local.date(), year=False), hour=f"{local:%H}", minute=f"{local:%M}"
    )
    return voice.html(
        "outlook-line",
        when=when,
        kind=voice.plain(f"kind-{line.kind}"),
        title=line.title,
        number=str(line.number),
        count=line.count,
    )
