"""Articles as rich HTML: what Telegram has a form for comes in that form, no word is lost, and all of it fits."""

from __future__ import annotations

import re
from html import unescape

import pytest

from bot.article_html import blocks
from bot.article_rich import Frame, fits, rich_html
from bot.article_rich.writing import OPEN
from knowledge import MODULES, load_library

FRAME = Frame(title="Judul <1>", answer="Jawaban & singkat.", sources_label="Sumber", sources=["Modul A, Bab I"])
LONG = "kata " * (OPEN // 5)
TAG = re.compile(r"<[^>]+>")


def rich(body: str, frame: Frame = FRAME) -> str:
    return rich_html(frame, body, lambda target: f"https://t.me/x?start={target}" if target == "ada" else None)


def body_of(html: str) -> str:
    """Without what stands around it."""
    return html.split("</p>", 1)[1].rsplit("<details><summary>Sumber", 1)[0]


def words(html: str) -> set[str]:
    return set(re.findall(r"\w{3,}", unescape(TAG.sub(" ", html))))


def test_title_short_answer_and_sources_stand_around_the_body() -> None:
    assert rich("Isi.") == (
        "<h1>Judul &lt;1&gt;</h1><p>Jawaban &amp; singkat.</p><p>Isi.</p>"
        "<details><summary>Sumber</summary><ul><li>Modul A, Bab I</li></ul></details>"
    )


def test_a_note_stands_under_the_short_answer() -> None:
    frame = Frame(title="T", answer="A", sources_label="S", sources=[], note="In <Indonesian>.")

    assert "<p>A</p><p><i>In &lt;Indonesian&gt;.</i></p><p>Isi.</p>" in rich("Isi.", frame)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        pytest.param("## Satu\nIsi\nlagi.", "<h2>Satu</h2><p>Isi lagi.</p>", id="a heading"),
        pytest.param("## Satu\n### Dua\nIsi.", "<h2>Satu</h2><h3>Dua</h3><p>Isi.</p>", id="a heading below"),
        pytest.param("**a *b***", "<p><b>a <i>b</i></b></p>", id="bold and italic"),
        pytest.param("- a\n- b < c", "<ul><li>a</li><li>b &lt; c</li></ul>", id="a list"),
        pytest.param("3. a\n4. b", '<ol start="3"><li>a</li><li>b</li></ol>', id="a list that begins at three"),
        pytest.param("1. a\n2. b", "<ol><li>a</li><li>b</li></ol>", id="a numbered list"),
        pytest.param("- a\n  - b", "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>", id="a list in a list"),
        pytest.param("> kutipan", "<blockquote><p>kutipan</p></blockquote>", id="a quote"),
        pytest.param("[x](ada)", '<p><a href="https://t.me/x?start=ada">x</a></p>', id="a link"),
        pytest.param("[x](tiada)", "<p>x</p>", id="a link to nowhere"),
        pytest.param("    kode < 1", "<pre>kode &lt; 1</pre>", id="code"),
        pytest.param("<b>bukan</b>", "<p>&lt;b&gt;bukan&lt;/b&gt;</p>", id="HTML is text"),
        pytest.param(
            "| a | b |\n|---|--:|\n| 1 | **2** |",
            '<table bordered striped><tr><th>a</th><th align="right">b</th></tr>'
            '<tr><td>1</td><td align="right"><b>2</b></td></tr></table>',
            id="a table",
        ),
        pytest.param(
            "| a | b | c |\n|---|---|---|",
            "<table bordered striped compact><tr><th>a</th><th>b</th><th>c</th></tr></table>",
            id="a table of many columns",
        ),
    ],
)
def test_each_form_has_its_tag(markdown: str, html: str) -> None:
    assert body_of(rich(markdown)) == html


def test_what_comes_after_two_screens_is_folded_under_its_heading() -> None:
    html = body_of(rich(f"## Satu\n{LONG}\n## Dua **b**\nIsi.\n## Tiga\nAkhir."))

    assert html.startswith("<h2>Satu</h2><p>kata ")
    assert html.endswith(
        "<details><summary>Dua <b>b</b></summary><p>Isi.</p></details>"
        "<details><summary>Tiga</summary><p>Akhir.</p></details>"
    )


def test_the_first_section_is_open_however_long() -> None:
    assert "<details>" not in body_of(rich(f"## Satu\n{LONG}{LONG}"))


def test_what_stands_before_the_first_heading_is_open() -> None:
    html = body_of(rich(f"{LONG}{LONG}\n## Satu\nIsi."))

    assert html.startswith("<p>kata ")
    assert html.endswith("<details><summary>Satu</summary><p>Isi.</p></details>")


@pytest.mark.parametrize(
    ("html", "is_fine"),
    [
        pytest.param("<p>" + "x" * 32_768 + "</p>", True, id="as long as may be"),
        pytest.param("<p>" + "&lt;" * 32_768 + "</p>", True, id="signs count once"),
        pytest.param("<p>" + "x" * 32_769 + "</p>", False, id="too long"),
        pytest.param("<p>x</p>" * 500, True, id="as many blocks as may be"),
        pytest.param("<ul>" + "<li>x</li>" * 500 + "</ul>", False, id="too many blocks"),
        pytest.param("<b>" * 16 + "x" + "</b>" * 16, True, id="as deep as may be"),
        pytest.param("<b>" * 17 + "x" + "</b>" * 17, False, id="too deep"),
        pytest.param("<table><tr>" + "<td>x</td>" * 20 + "</tr></table>", True, id="as wide as may be"),
        pytest.param("<table><tr>" + "<td>x</td>" * 21 + "</tr></table>", False, id="too wide"),
        pytest.param("<table>" + "<tr><td>x</td></tr>" * 30 + "</table>", True, id="rows are counted apart"),
    ],
)
def test_what_fits_into_one_message_is_known(html: str, is_fine: bool) -> None:
    assert fits(html) is is_fine


def test_every_article_of_the_library_fits_and_loses_no_word() -> None:
    for article in load_library(MODULES):
        html = body_of(rich(article.body))
        usual = " ".join(block.text for block in blocks(article.body, lambda target: None))

        assert fits(html)
        assert words(usual) <= words(html) <= words(article.body)
