"""A draft as a document for Word: the shape of a surat dinas on A4, its blanks marked in yellow."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from bot.letters.text import BLANK, Draft, Item, Pair, say

FONT, SIZE = "Arial", Pt(11)
WIDTH, HEIGHT = Cm(21), Cm(29.7)
LEFT, RIGHT, TOP, BOTTOM = Cm(3), Cm(2), Cm(1.5), Cm(2)
AFTER_COLON, COLON = Cm(2.7), Cm(2.3)
VALUE, COLON_WIDTH = Cm(3.6), Cm(0.4)
SIGNER = Cm(8.5)


def document(draft: Draft) -> bytes:
    """The letter as the bytes of a .docx."""
    paper = _paper()
    paper.core_properties.title = draft.about
    paper.core_properties.author = ""
    paper.core_properties.comments = ""
    _letterhead(paper, draft)
    _head(paper, draft)
    _addressee(paper, draft)
    _body(paper, draft)
    _signature(paper)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _paper() -> Document:
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    style = paper.styles["Normal"]
    assert style.type == WD_STYLE_TYPE.PARAGRAPH
    style.font.name, style.font.size = FONT, SIZE
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.line_spacing = 1.1
    return paper


def _letterhead(paper: Document, draft: Draft) -> None:
    """Kop: the agency, its address, a line."""
    name = _write(paper, draft.agency or say("agency"), bold=True, size=Pt(14))
    address = _write(paper, say("address"), size=Pt(9))
    name.alignment = address.alignment = WD_ALIGN_PARAGRAPH.CENTER
    address.paragraph_format.space_after = Pt(14)
    _line_below(address)


def _head(paper: Document, draft: Draft) -> None:
    """Number, nature, attachments and subject on the left; place and date on the right of the first line."""
    told = {"Nomor": say("number"), "Sifat": draft.nature, "Lampiran": say("attachments"), "Hal": draft.about}
    for label, value in told.items():
        date = f"\t{say('place-date')}" if label == "Nomor" else ""
        line = _write(paper, f"{label}\t:\t{value}{date}")
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(COLON)
        stops.add_tab_stop(AFTER_COLON)
        stops.add_tab_stop(WIDTH - LEFT - RIGHT, WD_TAB_ALIGNMENT.RIGHT)


def _addressee(paper: Document, draft: Draft) -> None:
    first = _write(paper, f"Yth. {draft.to}")
    first.paragraph_format.space_before = Pt(14)
    _write(paper, say("to-place")).paragraph_format.space_after = Pt(14)


def _body(paper: Document, draft: Draft) -> None:
    number = 0
    for text in draft.body:
        if isinstance(text, Pair):
            _pair(paper, text)
            continue
        number = number + 1 if isinstance(text, Item) else 0
        line = _write(paper, f"{number}.\t{text}" if number else text)
        line.alignment = WD_ALIGN_PARAGRAPH.LEFT if number else WD_ALIGN_PARAGRAPH.JUSTIFY
        line.paragraph_format.space_after = Pt(2 if number else 8)
        if number:
            line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(0.8), Cm(-0.8)
            line.paragraph_format.tab_stops.add_tab_stop(Cm(0.8))
        elif paper.paragraphs[-2].paragraph_format.left_indent:
            line.paragraph_format.space_before = Pt(6)


def _pair(paper: Document, text: Pair) -> None:
    label, _, value = text.partition("\t")
    line = _write(paper, f"{label}\t:\t{value}")
    line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = VALUE, -VALUE
    line.paragraph_format.tab_stops.add_tab_stop(VALUE - COLON_WIDTH)
    line.paragraph_format.tab_stops.add_tab_stop(VALUE)
    line.paragraph_format.space_after = Pt(2)


def _signature(paper: Document) -> None:
    """Who signs, on the right, kept together; below on the left who gets a copy."""
    lines = [say("signer-post"), "", "", say("signature"), "", "", say("signer-name")]
    for text in lines:
        line = _write(paper, text)
        line.paragraph_format.left_indent, line.paragraph_format.keep_with_next = SIGNER, text != lines[-1]
    _write(paper, "Tembusan:").paragraph_format.space_before = Pt(14)
    _write(paper, say("copies"))


def _write(paper: Document, text: str, *, bold: bool = False, size: Pt | None = None) -> Paragraph:
    """A paragraph; what is to be filled in is marked."""
    line, at = paper.add_paragraph(), 0
    for match in [*BLANK.finditer(text), None]:
        plain = text[at : match.start()] if match else text[at:]
        for part, marked in ((plain, False), (match[0] if match else "", True)):
            if part:
                run = line.add_run(part)
                run.bold, run.font.size = bold, size
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW if marked else None
        at = match.end() if match else at
    return line


def _line_below(paragraph: Paragraph) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in {"val": "single", "sz": "12", "space": "6", "color": "000000"}.items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)
