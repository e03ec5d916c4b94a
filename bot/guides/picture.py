"""A profile as a picture for phones: a bar a line, in the font that Pillow brings along, which knows ASCII only."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

WIDTH = 1080
MARGIN = 72
TOP, LINE, FOOT = 250, 158, 150
BAR = 34
FINE = 2
"""Drawn so many times larger and made smaller, so that curves are smooth."""
PAPER, INK, QUIET, TRACK = "#ffffff", "#16232e", "#5b6b78", "#e6ebef"
STRONG, WEAK = "#1f7a6d", "#c8541a"
"""Apart in brightness too; what they mean is also said in words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One bar, with its words."""

    label: str
    percent: int
    note: str
    weakest: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """All that the picture says."""

    title: str
    subtitle: str
    lines: tuple[Line, ...]
    foot: tuple[str, ...]


def png(chart: Chart) -> bytes:
    """The picture, 1080 pixels wide."""
    height = TOP + LINE * len(chart.lines) + FOOT
    image = Image.new("RGB", (WIDTH * FINE, height * FINE), PAPER)
    draw = ImageDraw.Draw(image)
    _text(draw, (MARGIN, 66), chart.title, 58, bold=True)
    _text(draw, (MARGIN, 150), chart.subtitle, 32, QUIET)
    for number, line in enumerate(chart.lines):
        _bar(draw, TOP + LINE * number, line)
    for number, text in enumerate(chart.foot):
        _text(draw, (MARGIN, height - FOOT + 26 + 42 * number), text, 27, QUIET)
    out = io.BytesIO()
    image.resize((WIDTH, height), Image.Resampling.LANCZOS).quantize(64).save(out, "PNG")
    return out.getvalue()


def _bar(draw: ImageDraw.ImageDraw, top: int, line: Line) -> None:
    """The label and what it comes to above, the bar below."""
    colour, right = (WEAK if line.weakest else STRONG), WIDTH - MARGIN
    _text(draw, (MARGIN, top), line.label, 38, bold=True)
    _text(draw, (right, top + 2), f"{line.percent}%", 38, colour, bold=True, anchor="ra")
    at = top + 54
    _rounded(draw, (MARGIN, at, right, at + BAR), TRACK)
    if line.percent:
        filled = MARGIN + max(BAR, (right - MARGIN) * line.percent // 100)
        _rounded(draw, (MARGIN, at, filled, at + BAR), colour)
    _text(draw, (MARGIN, at + BAR + 8), line.note, 27, colour if line.weakest else QUIET)


def _rounded(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], colour: str) -> None:
    left, top, right, bottom = (side * FINE for side in box)
    draw.rounded_rectangle((left, top, right, bottom), BAR * FINE // 2, colour)


def _text(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    text: str,
    size: int,
    colour: str = INK,
    *,
    bold: bool = False,
    anchor: str = "la",
) -> None:
    # The font has one weight; a stroke of its own colour makes it look bold.
    font = ImageFont.load_default(size * FINE)
    place = (at[0] * FINE, at[1] * FINE)
    draw.text(place, text, colour, font, anchor, stroke_width=FINE if bold else 0, stroke_fill=colour)
