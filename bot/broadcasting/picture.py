"""The report of an announcement as a picture. Pure: a report and a voice in, a PNG out."""

from __future__ import annotations

from bot.broadcasting.screens import COUNTS, percent
from bot.guides.picture import Chart, Line, png
from bot.words import Voice
from services.broadcasts import Report

WARNS = frozenset({"failed", "unknown"})
BUTTON_SHOWN = 30


def picture(voice: Voice, report: Report) -> bytes:
    """A bar for each way a copy may end, and for each button."""
    return png(chart(voice, report))


def chart(voice: Voice, report: Report) -> Chart:
    """What the picture says; shares are of all recipients, those of buttons of who got it."""
    view = report.view
    copies, buttons = view.copies, view.run.body.get("buttons") or []
    lines = [
        Line(
            voice.plain(f"broadcast-state-{name}"),
            percent(getattr(copies, name), copies.total),
            voice.number(getattr(copies, name)),
            weakest=name in WARNS and getattr(copies, name) > 0,
        )
        for name in COUNTS
    ]
    lines += [
        Line(
            _ascii(one["label"])[:BUTTON_SHOWN],
            min(100, percent(report.presses.get(number, 0), copies.sent)),
            voice.number(report.presses.get(number, 0)),
        )
        for number, one in enumerate(buttons)
        if one["kind"] == "answer"
    ]
    return Chart(
        title=voice.plain("broadcast-report-title", number=str(view.run.id)),
        subtitle=_ascii(
            voice.plain("broadcast-report-subtitle", agency=view.run.agency, total=voice.number(copies.total))
        ),
        lines=tuple(lines),
        foot=(voice.plain("broadcast-report-foot", moment=voice.moment(view.at)),),
    )


def _ascii(text: str) -> str:
    """The font of pictures knows no more."""
    return " ".join(text.encode("ascii", "ignore").decode().split())
