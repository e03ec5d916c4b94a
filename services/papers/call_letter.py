"""The call letter (surat pemanggilan) as a PDF on A4: the host speaks, in Indonesian; pen and stamp have their place.

The fonts in `fonts/` hold all Latin letters, so that names with accents come out right: the fonts that every PDF
reader brings along lack some of them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

from services.papers.seat import SeatPaper
from services.zones import ZONES
from storage.repositories.trainings import SELF_PACED

FONTS = Path(__file__).with_name("fonts")
BODY, BOLD = "DejaVuSansCondensed", "DejaVuSansCondensed-Bold"
LEFT, RIGHT, TOP, BOTTOM = 25, 20, 12, 34
"""Margins in millimetres; the note about where the letter comes from stands below the last."""
PADDING = 6
"""What reportlab leaves free inside a page's frame, in points."""
MOST_IN_TITLE = 120

HARD = "\u00a0"
"""A space at which no line is broken."""

Say = Callable[..., str]


def call_letter(seat: SeatPaper, *, say: Say, link: str, now: datetime) -> bytes:
    """The letter to one person about one seat; `link` leads to whether it still stands."""
    from reportlab.lib.pagesizes import A4  # a third of a second: not before somebody wants a letter
    from reportlab.lib.units import mm
    from reportlab.platypus import SimpleDocTemplate

    _register_fonts()
    out = io.BytesIO()
    paper = SimpleDocTemplate(
        out,
        pagesize=A4,
        leftMargin=LEFT * mm - PADDING,
        rightMargin=RIGHT * mm - PADDING,
        topMargin=TOP * mm,
        bottomMargin=BOTTOM * mm,
        title=_about(seat, say)[:MOST_IN_TITLE],
        author=seat.host,
    )

    def note(canvas: Any, _: Any) -> None:
        _note(canvas, seat, say, link, now)

    paper.build(_flow(seat, say, now, width=paper.width - 2 * PADDING), onFirstPage=note, onLaterPages=note)
    return out.getvalue()


def _flow(seat: SeatPaper, say: Say, now: datetime, *, width: float) -> list[Any]:
    from reportlab.lib.colors import black
    from reportlab.lib.units import mm
    from reportlab.platypus import HRFlowable, KeepTogether, Paragraph, Spacer

    styles = _styles()

    def text(words: str, style: str = "body") -> Any:
        return Paragraph(escape(words, quote=False), styles[style])

    to = (seat.name, *([say("call-nip", nip=seat.nip)] if seat.nip else []), seat.unit, seat.agency)
    head = [
        (say("call-number"), say("call-number-blank")),
        (say("call-nature"), say("nature-ordinary")),
        (say("call-attachments"), "-"),
        (say("call-subject"), _about(seat, say)),
    ]
    return [
        text(seat.host.upper(), "agency"),
        HRFlowable(width="100%", thickness=1.6, color=black, spaceBefore=3 * mm, spaceAfter=0.6 * mm),
        HRFlowable(width="100%", thickness=0.5, color=black, spaceAfter=5 * mm),
        _pairs(head, styles, width, beside=Paragraph(day_told(now, seat.zone, say), styles["right"])),
        Spacer(0, 4 * mm),
        text(say("call-to")),
        *(text(line, "bold" if line == seat.name else "body") for line in to if line),
        text(say("call-to-place")),
        Spacer(0, 4 * mm),
        text(say("call-opening"), "paragraph"),
        _pairs(_facts(seat, say), styles, width),
        Spacer(0, 3 * mm),
        *(text(line, "paragraph") for line in _asked(seat, say)),
        KeepTogether(
            [
                Spacer(0, 3 * mm),
                text(say("call-signer", host=seat.host_short_name), "signer"),
                Spacer(0, 19 * mm),
                text(say("call-signature"), "signer"),
                text(say("call-signer-nip"), "signer"),
                *_copies(seat, say, text, Spacer(0, 3 * mm)),
            ]
        ),
    ]


def _facts(seat: SeatPaper, say: Say) -> list[tuple[str, str]]:
    """What one is called to; what nobody knows has no line."""
    start, end = moment_told(seat.starts_at, seat.zone, say), moment_told(seat.ends_at, seat.zone, say)
    if seat.mode == SELF_PACED:
        start, end = day_told(seat.starts_at, seat.zone, say), day_told(seat.ends_at, seat.zone, say)
    known = {
        "training": seat.title,
        "batch": str(seat.number),
        "time": say("call-from-to", start=start, end=end),
        "place": seat.place,
        "access": seat.access,
        "hours": say("call-hours-value", hours=str(seat.lesson_hours), mode=say(f"call-mode-{seat.mode}")),
        "funding": say("call-funding-value", funding=seat.funding, note=seat.funding_note),
    }
    return [(say(f"call-{key}"), value) for key, value in known.items() if value]


def _asked(seat: SeatPaper, say: Say) -> tuple[str, ...]:
    until = moment_told(seat.cancel_until, seat.zone, say)
    return (say("call-attend"), say("call-unable", moment=until), say("call-closing"))


def _copies(seat: SeatPaper, say: Say, text: Callable[[str], Any], gap: Any) -> Sequence[Any]:
    return (gap, text(say("call-copies")), text(say("call-copy", superior=seat.superior))) if seat.superior else ()


def _about(seat: SeatPaper, say: Say) -> str:
    return say("call-about", title=seat.title, number=str(seat.number))


def day_told(moment: datetime, zone: str, say: Say) -> str:
    """`7 Desember 2026` in a zone."""
    local = moment.astimezone(ZONES[zone])
    return say("paper-day", day=str(local.day), month=say(f"paper-month-{local.month}"), year=str(local.year)).replace(
        " ", HARD
    )


def moment_told(moment: datetime, zone: str, say: Say) -> str:
    """`Senin, 7 Desember 2026 pukul 08.00 WIB`."""
    local = moment.astimezone(ZONES[zone])
    weekday = say(f"paper-weekday-{local.isoweekday()}")
    return say("paper-moment", weekday=weekday, day=day_told(moment, zone, say), time=f"{local:%H.%M}", zone=zone)


def _pairs(pairs: Sequence[tuple[str, str]], styles: dict[str, Any], width: float, *, beside: Any | None = None) -> Any:
    """Labels, colons and values under one another; `beside` stands to the right of the first value."""
    from reportlab.lib.units import mm
    from reportlab.platypus import Paragraph, Table

    body = styles["body"]
    rows = [
        [Paragraph(escape(label, quote=False), body), Paragraph(":", body), Paragraph(_broken(value), body)]
        for label, value in pairs
    ]
    aside = 45 * mm if beside else 0
    widths = [27 * mm, 4 * mm, width - 31 * mm - aside]
    if beside is not None:
        rows, widths = [[*row, "" if at else beside] for at, row in enumerate(rows)], [*widths, aside]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    style += [("RIGHTPADDING", (-1, 0), (-1, -1), 0)]
    style += [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    return Table(rows, colWidths=widths, style=style, hAlign="LEFT", splitInRow=1)


def _broken(value: str) -> str:
    """Escaped, with the lines that its writer made."""
    return escape(value, quote=False).replace("\n", "<br/>")


def _styles() -> dict[str, Any]:
    from reportlab.lib.enums import TA_CENTER, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm

    body = ParagraphStyle("body", fontName=BODY, fontSize=10.5, leading=14, splitLongWords=1)
    more: dict[str, dict[str, Any]] = {
        "bold": {"fontName": BOLD},
        "agency": {"fontName": BOLD, "fontSize": 13, "leading": 17, "alignment": TA_CENTER},
        "right": {"alignment": TA_RIGHT},
        "paragraph": {"spaceAfter": 2 * mm},
        "signer": {"leftIndent": 90 * mm},
    }
    return {"body": body} | {name: ParagraphStyle(name, parent=body, **values) for name, values in more.items()}


def _note(canvas: Any, seat: SeatPaper, say: Say, link: str, now: datetime) -> None:
    """Where the letter comes from, and how anybody can check it; at the foot of every page."""
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.colors import grey
    from reportlab.lib.units import mm

    side = 20 * mm
    code = QrCodeWidget(link, barLevel="M")
    left, low, right, high = code.getBounds()
    scale = (side / (right - left), 0, 0, side / (high - low), 0, 0)
    renderPDF.draw(Drawing(side, side, code, transform=scale), canvas, LEFT * mm, 10 * mm)
    canvas.setStrokeColor(grey)
    canvas.setLineWidth(0.4)
    canvas.line(LEFT * mm, 32 * mm, canvas._pagesize[0] - RIGHT * mm, 32 * mm)
    canvas.setFont(BODY, 8)
    number = f"SP-{seat.enrolment_id}-{seat.code}"
    lines = (
        say("call-made", moment=moment_told(now, seat.zone, say)),
        say("call-check", number=number),
        say("call-signed-when-needed"),
    )
    for at, line in enumerate(lines):
        canvas.drawString(LEFT * mm + side + 3 * mm, (25 - 4.5 * at) * mm, line)


def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    for name in (BODY, BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))
