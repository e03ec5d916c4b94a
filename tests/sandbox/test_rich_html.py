"""Rich HTML, as Telegram describes it: what blocks it is read into."""

from typing import Any

import pytest

from sandbox.rich import markup
from sandbox.rich.lists import labelled
from sandbox.rich.reader import Reader


def paragraph(text: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": text}


def item(label: str, text: str, **more: Any) -> dict[str, Any]:
    return {"label": label, "blocks": [paragraph(text)]} | more


def cell(text: str, align: str = "left", **more: Any) -> dict[str, Any]:
    return {"align": align, "valign": "middle", "text": text} | more


def url(text: str, address: str) -> dict[str, Any]:
    return {"type": "url", "text": text, "url": address}


READ: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "paragraph": ("<p>a</p>\n<p>b</p>", [paragraph("a"), paragraph("b")]),
    "loose text": ("a <hr/> b", [paragraph("a"), {"type": "divider"}, paragraph("b")]),
    "white space": ("<p> a \n <b> b  c </b> d</p>", [paragraph(["a ", {"type": "bold", "text": "b c "}, "d"])]),
    "space at the end of a mark": ("<p>a <b>b </b></p>", [paragraph(["a ", {"type": "bold", "text": "b"}])]),
    "line break": ("<p>a<br>\n b<br/>c</p>", [paragraph("a\nb\nc")]),
    "nothing": ("<p> </p> <p>a</p>", [paragraph(""), paragraph("a")]),
    "nested marks": (
        "<b><i>x</i></b><mark>y</mark>",
        [paragraph([{"type": "bold", "text": {"type": "italic", "text": "x"}}, {"type": "marked", "text": "y"}])],
    ),
    "references": ("&lt;b&gt; &#33; &hellip; &copy;", [paragraph("<b> ! … &copy;")]),
    "lonely signs": ("1 < 2 & 3 > 2", [paragraph("1 < 2 & 3 > 2")]),
    "heading": ("<h1>A</h1><h6>B</h6>", [{"type": "heading", "text": t, "size": s} for t, s in (("A", 1), ("B", 6))]),
    "link": ('<a href="https://x.id/?a=1&amp;b=2">di sini</a>', [paragraph(url("di sini", "https://x.id/?a=1&b=2"))]),
    "mail and phone": (
        '<a href="mailto:a@x.id">A</a><a href="tel:+62">B</a>',
        [
            paragraph(
                [
                    {"type": "email_address", "text": "A", "email_address": "a@x.id"},
                    {"type": "phone_number", "text": "B", "phone_number": "+62"},
                ]
            )
        ],
    ),
    "a person": (
        '<a href="tg://user?id=7001">Y</a><a href="tg://user?id=1">Z</a>',
        [paragraph([{"type": "text_mention", "text": "Y", "user": {"id": 7001}}, "Z"])],
    ),
    "anchors": (
        '<a name="x"></a><p><a href="#x">ke</a> <a href="#n">cat</a> <tg-reference name="n">N</tg-reference></p>',
        [
            {"type": "anchor", "name": "x"},
            paragraph(
                [
                    {"type": "anchor_link", "text": "ke", "anchor_name": "x"},
                    " ",
                    {"type": "reference_link", "text": "cat", "reference_name": "n"},
                    " ",
                    {"type": "reference", "text": "N", "name": "n"},
                ]
            ),
        ],
    ),
    "code": (
        '<pre><code class="language-py">a\n  b</code></pre>',
        [{"type": "pre", "text": "a\n  b", "language": "py"}],
    ),
    "quotation": (
        "<blockquote><p>a</p>b<cite>C</cite></blockquote>",
        [{"type": "blockquote", "blocks": [paragraph("a"), paragraph("b")], "credit": "C"}],
    ),
    "folded quotation": ("<blockquote expandable>a</blockquote>", [{"type": "expandable_blockquote", "text": "a"}]),
    "pull quotation": ("<aside>a<cite>B</cite></aside>", [{"type": "pullquote", "text": "a", "credit": "B"}]),
    "list": ("<ul><li>a</li> <li>b</li></ul>", [{"type": "list", "items": [item("•", "a"), item("•", "b")]}]),
    "numbers": (
        "<ol><li>a</li><li value='7'>b</li><li>c</li></ol>",
        [
            {
                "type": "list",
                "items": [
                    item("1.", "a", value=1, type="1"),
                    item("7.", "b", value=7, type="1"),
                    item("8.", "c", value=8, type="1"),
                ],
            }
        ],
    ),
    "letters back": (
        '<ol type="a" reversed><li>a</li><li type="I">b</li></ol>',
        [{"type": "list", "items": [item("b.", "a", value=2, type="a"), item("I.", "b", value=1, type="I")]}],
    ),
    "check boxes": (
        '<ul><li><input type="checkbox" checked>a</li><li><input type="checkbox">b</li></ul>',
        [
            {
                "type": "list",
                "items": [item("•", "a", has_checkbox=True, is_checked=True), item("•", "b", has_checkbox=True)],
            }
        ],
    ),
    "table": (
        '<table striped><tr><th colspan="2">A</th></tr><tr><td align="right">1</td><td></td></tr></table>',
        [
            {
                "type": "table",
                "cells": [[cell("A", "center", is_header=True, colspan=2)], [cell("1", "right"), cell("")]],
                "is_striped": True,
            }
        ],
    ),
    "details": (
        "<details open><summary>A</summary>b</details>",
        [{"type": "details", "summary": "A", "blocks": [paragraph("b")], "is_open": True}],
    ),
    "formulas": (
        "<tg-math-block>E = mc^2</tg-math-block><p><tg-math>x</tg-math></p>",
        [
            {"type": "mathematical_expression", "expression": "E = mc^2"},
            paragraph({"type": "mathematical_expression", "expression": "x"}),
        ],
    ),
    "emoji and time": (
        '<tg-emoji emoji-id="5">👍</tg-emoji><tg-time unix="9" format="wDT">besok</tg-time>',
        [
            paragraph(
                [
                    {"type": "custom_emoji", "custom_emoji_id": "5", "alternative_text": "👍"},
                    {"type": "date_time", "text": "besok", "unix_time": 9, "date_time_format": "wDT"},
                ]
            )
        ],
    ),
    "unknown tag": ("<section><p>a</p></section><script>x</script>", [paragraph("a")]),
    "comment": ("a<!-- b -->c", [paragraph("ac")]),
    "found": (
        "<p>/menu di https://x.id/a, @jalin_bot, a@x.id <code>/tidak</code></p>",
        [
            paragraph(
                [
                    {"type": "bot_command", "text": "/menu", "bot_command": "/menu"},
                    " di ",
                    url("https://x.id/a", "https://x.id/a"),
                    ", ",
                    {"type": "mention", "text": "@jalin_bot", "username": "jalin_bot"},
                    ", ",
                    {"type": "email_address", "text": "a@x.id", "email_address": "a@x.id"},
                    " ",
                    {"type": "code", "text": "/tidak"},
                ]
            )
        ],
    ),
}


@pytest.mark.parametrize(("source", "blocks"), READ.values(), ids=READ.keys())
def test_html_is_read_into_blocks(source: str, blocks: list[dict[str, Any]]) -> None:
    warnings: list[str] = []
    people = {7001: {"id": 7001}}
    reader = Reader(people.get, warnings.append, detect=True)

    assert reader.blocks(markup.read(source, warnings.append)) == blocks
    assert warnings == (["<section> is not known", "<script> is not known"] if "<section>" in source else [])


LABELS = {
    "a": "a. b. z. aa. ab.",
    "A": "A. B. Z. AA. AB.",
    "i": "i. ii. xxvi. xxvii. xxviii.",
    "I": "I. II. XXVI. XXVII. XXVIII.",
    "1": "1. 2. 26. 27. 28.",
}


@pytest.mark.parametrize("kind", LABELS)
def test_items_have_the_labels_that_their_type_asks_for(kind: str) -> None:
    items = [{"type": kind, "value": value} for value in (1, 2, 26, 27, 28)]

    assert " ".join(item["label"] for item in labelled(items)) == LABELS[kind]
