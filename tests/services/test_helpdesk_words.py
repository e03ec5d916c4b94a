"""What people write: NIPs are masked through any formatting, tags stay whole, and what shows nothing is nothing."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.helpdesk.phrases import ENTRY_SHOWN, shortened
from services.broadcasts.content import Media, length
from services.errors import Refusal
from services.helpdesk.masking import masked
from services.helpdesk.message import LONGEST_TEXT, Said, is_note, plain, title_of

EMOJI = '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>'
TAGS = {
    "<b>": "</b>",
    "<i>": "</i>",
    '<a href="https://contoh.go.id/?id=123456789012345678901&amp;x=1">': "</a>",
    "<blockquote expandable>": "</blockquote>",
    '<tg-emoji emoji-id="5368324170671202286">': "</tg-emoji>",
    '<code class="language-py">': "</code>",
}
WORDS = st.sampled_from(["Halo ", "<3 & ", "👨‍👩‍👧 ", "\n", "2026 ", "pukul 08.00 ", '"ya" '])
NIPS = st.sampled_from(
    ["199003152015032014", "19900315 201503 2 014", "19900315\n201503\n2014", "１９９００３１５201503-2-014"]
)


class Tags(HTMLParser):
    """Fails on a tag that is closed out of order, or not at all."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def is_whole(html: str) -> bool:
    tags = Tags()
    tags.feed(html)
    tags.close()
    return not tags.open


@st.composite
def formatted(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Text of a message, with entities that begin and end anywhere, one within the other."""
    letters, html = "".join(draw(st.lists(texts, min_size=1, max_size=6))), ""
    opened: list[str] = []
    for letter in letters:
        while opened and draw(st.integers(0, 9)) == 0:
            html += TAGS[opened.pop()]
        if draw(st.integers(0, 14)) == 0:
            opened.append(draw(st.sampled_from(sorted(TAGS))))
            html += opened[-1]
        html += escape(letter)
    return html + "".join(TAGS[one] for one in reversed(opened))


@given(html=formatted(WORDS | NIPS.map(lambda nip: f" {nip}. ")))
def test_formatting_saves_no_nip_and_masking_breaks_no_tag(html: str) -> None:
    safe = masked(html)

    assert is_whole(safe)
    assert not any(plain(safe).count(part) for part in ("199003", "201503", "１９９"))
    assert masked(safe) == safe
    assert safe.count("<") == html.count("<")


@given(html=formatted(WORDS))
def test_what_holds_no_nip_stays_as_it_is(html: str) -> None:
    assert masked(html) == html


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (EMOJI, EMOJI),
        ("07.30-08.00 08.00-10.00 10.15-12.00", "07.30-08.00 08.00-10.00 10.15-12.00"),
        ("2026-12-07 2026-12-08 2026-12-09", "2026-12-07 2026-12-08 2026-12-09"),
        ("0812345678 199003152015032014", "0812345678 1990…014"),
        ("<code>19900315</code> 201503 2 014", "<code>1990…014</code>"),
        ('<a href="https://x.id/199003152015032014">ini</a>', '<a href="https://x.id/1990…014">ini</a>'),
        ("rekening 1990031520150320141", "rekening 1990031520150320141"),
    ],
)
def test_numbers_that_are_no_nip_are_nobody_s(html: str, kept: str) -> None:
    assert masked(html) == kept


@given(html=formatted(WORDS | st.just("👍" * 150) | st.text(max_size=900).map(lambda text: text.replace("\x00", ""))))
def test_what_is_cut_is_whole_and_as_short_as_it_has_to_be(html: str) -> None:
    cut = shortened(html)

    assert is_whole(cut)
    assert length(cut) <= ENTRY_SHOWN
    assert len(title_of(html)) <= 60


@pytest.mark.parametrize("html", ["", " ", "\u200b", "ㅤ\u2060", "<b>\u00ad</b>", "//", "<i>/</i>/ \u200b", "&#8203;"])
def test_what_shows_nothing_is_empty(html: str) -> None:
    picture = Media(kind="photo", file_id="f")

    with pytest.raises(Refusal, match="ticket-empty"):
        Said(html=html, chat_id=1, message_id=1).tidy()
    assert Said(html=html, media=picture, chat_id=1, message_id=1).tidy() == html.strip()


@pytest.mark.parametrize("html", ["// ya", "\u200b// ya", "<b>/</b>/ya", " \n//ya"])
def test_a_note_is_one_whatever_stands_before_its_sign(html: str) -> None:
    assert is_note(html)
    assert not is_note(f"Lihat {html}")


def test_the_longest_there_is_and_one_letter_more() -> None:
    longest = "👍" * (LONGEST_TEXT // 2)
    said = Said(html=f"<b>{longest}</b>", chat_id=1, message_id=1)

    assert said.tidy() == f"<b>{longest}</b>"
    with pytest.raises(Refusal, match="ticket-long"):
        Said(html=f"<b>{longest}a</b>", chat_id=1, message_id=1).tidy()


def test_a_document_s_name_holds_no_nip_either() -> None:
    sheet = Media(kind="document", file_id="f", name="SK & <199003152015032014>.pdf")

    kept = Said(html="", media=sheet, chat_id=1, message_id=1).kept_media

    assert kept == {"kind": "document", "file_id": "f", "name": "SK & <1990…014>.pdf"}
