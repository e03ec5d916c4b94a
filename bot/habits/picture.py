"""A week as a picture for phones: three figures, a bar for each day, what stands. Pure."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from services.papers.call_letter import FONTS

WIDTH, MARGIN = 1080, 64
FIGURES, BARS, ROWS = 206, 420, 910
"""Where each part begins."""
TALLEST, BAR_WIDTH = 270, 88
ROW, FOOT = 128, 16
PAPER, INK, QUIET, TRACK = "#ffffff", "#16232e", "#5b6b78", "#dfe6eb"
STRONG, REST = "#1f7a6d", "#b9cfca"
"""Apart in brightness too; what they mean is also said in words."""

Draw = ImageDraw.ImageDraw


@dataclass(frozen=True, slots=True)
class Bar:
    """One day: how many were answered, and how many of them right."""

    label: str
    answered: int
    right: int


@dataclass(frozen=True, slots=True)
class WeekPicture:
    """All that the picture says. `legend`: what the two colours of a bar are; `rows`: a heading and a topic each."""

    title: str
    dates: str
    figures: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]
    legend: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


def png(week: WeekPicture) -> bytes:
    """The picture, 1080 pixels wide. Drawn in its own size: thousands are wanted in the same hour."""
    image = Image.new("RGB", (WIDTH, ROWS + ROW * len(week.rows) + FOOT), PAPER)
    draw = ImageDraw.Draw(image)
    _write(draw, (MARGIN, 48), week.title, 64, bold=True)
    _write(draw, (MARGIN, 124), week.dates, 42, QUIET)
    _figures(draw, week.figures)
    _bars(draw, week.bars)
    _legend(draw, week.legend)
    for number, (heading, topic) in enumerate(week.rows):
        _row(draw, ROWS + ROW * number, heading, topic)
    out = io.BytesIO()
    image.quantize(48, Image.Quantize.FASTOCTREE).save(out, "PNG")
    return out.getvalue()


def _figures(draw: Draw, figures: tuple[tuple[str, str], ...]) -> None:
    step = (WIDTH - 2 * MARGIN) // len(figures)
    for number, (figure, word) in enumerate(figures):
        left = MARGIN + step * number
        size = _size([figure], step - 24, (80, 62, 44))
        _write(draw, (left, FIGURES + 80 - size), figure, size, STRONG, bold=True)
        _write(draw, (left, FIGURES + 96), word, 40, QUIET)


def _bars(draw: Draw, bars: tuple[Bar, ...]) -> None:
    most = max([*(bar.answered for bar in bars), 1])
    step = (WIDTH - 2 * MARGIN) / len(bars)
    counts = [f"{bar.right}/{bar.answered}" for bar in bars]
    size = _size(counts, step - 12, (40, 30, 24))
    bottom = BARS + TALLEST + 40
    for number, bar in enumerate(bars):
        middle = round(MARGIN + step * (number + 0.5))
        left, right = middle - BAR_WIDTH // 2, middle + BAR_WIDTH // 2
        top = bottom - max(round(TALLEST * bar.answered / most), 10)
        if bar.answered:
            draw.rectangle((left, top, right, bottom), REST)
            draw.rectangle((left, bottom - round((bottom - top) * bar.right / bar.answered), right, bottom), STRONG)
            _write(draw, (middle, top - 8), counts[number], size, anchor="ms", bold=True)
        else:
            draw.rectangle((left, bottom - 6, right, bottom), TRACK)
        _write(draw, (middle, bottom + 54), bar.label, 44, INK if bar.answered else QUIET, anchor="ms")


def _legend(draw: Draw, legend: tuple[str, str]) -> None:
    left, top = MARGIN, BARS + TALLEST + 126
    for word, colour in zip(legend, (STRONG, REST), strict=True):
        draw.rectangle((left, top + 4, left + 34, top + 38), colour)
        _write(draw, (left + 50, top - 2), word, 40, QUIET)
        left += 50 + round(_font(40, False).getlength(word)) + 48


def _row(draw: Draw, top: int, heading: str, topic: str) -> None:
    _write(draw, (MARGIN, top), heading, 38, QUIET)
    _write(draw, (MARGIN, top + 44), _fitting(topic, 52), 52, bold=True)


def _size(texts: Sequence[str], width: float, sizes: tuple[int, ...]) -> int:
    """The first of the sizes in which each of the bold texts is narrower; else the last."""
    return next((size for size in sizes if all(_font(size, True).getlength(text) < width for text in texts)), sizes[-1])


def _fitting(text: str, size: int) -> str:
    """The text, shortened where it is wider than the picture."""
    font = _font(size, True)
    if font.getlength(text) <= WIDTH - 2 * MARGIN:
        return text
    while text and font.getlength(f"{text}…") > WIDTH - 2 * MARGIN:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _write(
    draw: Draw,
    at: tuple[int, int],
    text: str,
    size: int,
    colour: str = INK,
    *,
    bold: bool = False,
    anchor: str = "la",
) -> None:
    draw.text(at, text, colour, _font(size, bold), anchor)


@cache
def _font(size: int, bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"DejaVuSansCondensed{'-Bold' if bold else ''}.ttf"), size)
