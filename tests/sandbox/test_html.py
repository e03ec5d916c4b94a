"""Telegram's HTML: what it is read as, and how it is refused."""

from typing import Any

import pytest

from sandbox import html
from sandbox.errors import Refusal
from sandbox.text import Formatted, tidy


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length} | more


READ = {
    "plain": ("Halo dunia", "Halo dunia", []),
    "bold": ("<b>Halo</b> dunia", "Halo dunia", [entity("bold", 0, 4)]),
    "other names": (
        "<strong>a</strong> <em>b</em> <ins>c</ins> <del>d</del>",
        "a b c d",
        [entity("bold", 0, 1), entity("italic", 2, 1), entity("underline", 4, 1), entity("strikethrough", 6, 1)],
    ),
    "capital tags": ("<B>x</b>", "x", [entity("bold", 0, 1)]),
    "nested": ("<b><i>x</i></b>", "x", [entity("bold", 0, 1), entity("italic", 0, 1)]),
    "bare end tag": ("<b>x</>", "x", [entity("bold", 0, 1)]),
    "neighbours become one": ("<b>a</b><b>b</b>", "ab", [entity("bold", 0, 2)]),
    "empty tag leaves nothing": ("a<b></b>b", "ab", []),
    "references": ("&lt;b&gt; &amp; &quot;x&quot; &#33;&#x21;", '<b> & "x" !!', []),
    "unknown reference is text": ("a&nbsp;b & c", "a&nbsp;b & c", []),
    "reference without semicolon": ("1 &lt 2", "1 < 2", []),
    "offsets are UTF-16 units": ("😀<b>é</b> <i>👍🏽</i>", "😀é 👍🏽", [entity("bold", 2, 1), entity("italic", 4, 4)]),
    "link": ('<a href="https://x.id/a?b=1&amp;c">di sini</a>', "di sini", [entity("text_link", 0, 7, url="https://x.id/a?b=1&c")]),
    "link gets a scheme and a path": ("<a href='x.id'>a</a>", "a", [entity("text_link", 0, 1, url="http://x.id/")]),
    "wrong link is dropped": ("<a href='javascript:alert(1)'>a</a>", "a", []),
    "mention by id": ("<a href='tg://user?id=7001'>Y</a>", "Y", [entity("text_mention", 0, 1, user_id=7001)]),
    "code": ("<code>a &lt; b</code>", "a < b", [entity("code", 0, 5)]),
    "pre with a language": (
        '<pre><code class="language-python">x</code></pre>',
        "x",
        [entity("pre", 0, 1, language="python")],
    ),
    "code with a language alone": ('<code class="language-python">x</code>', "x", [entity("code", 0, 1)]),
    "quotation": ("<blockquote>a</blockquote>", "a", [entity("blockquote", 0, 1)]),
    "quotation to expand": ("<blockquote expandable>a</blockquote>", "a", [entity("expandable_blockquote", 0, 1)]),
    "spoiler": ('<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab", [entity("spoiler", 0, 2)]),
    "space at the ends goes": ("  <b>a</b> b \n", "a b", [entity("bold", 0, 1)]),
    "space under an entity stays": ("<b> a </b>", " a", [entity("bold", 0, 2)]),
}  # fmt: skip


@pytest.mark.parametrize(("source", "text", "entities"), READ.values(), ids=READ.keys())
def test_html_is_read_into_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert tidy(html.parse(source), find=False) == Formatted(text, entities)


REFUSED = {
    "unknown tag": ("é<x>a</x>", 'Unsupported start tag "x" at byte offset 2'),
    "br": ("a<br>", 'Unsupported start tag "br" at byte offset 1'),
    "self-closing": ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
    "lonely sign": ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
    "sign at the end": ("a <", "Unclosed start tag at byte offset 2"),
    "tag not closed": ("<b", "Unclosed start tag at byte offset 0"),
    "attribute not closed": ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    "value not begun": ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    "value not closed": ('<a href="x', "Unclosed start tag at byte offset 0"),
    "no name of an attribute": ("<a ='x'>", 'Empty attribute name in the tag "a" at byte offset 0'),
    "bare value": ("<a href=x/y>", "Unexpected end of name token at byte offset 8"),
    "end without start": ("a</b>", "Unexpected end tag at byte offset 1"),
    "end tag not closed": ("<b>a</b", "Unclosed end tag at byte offset 4"),
    "wrong end": ("<b>😀</i>", 'Unmatched end tag at byte offset 7, expected "</b>", found "</i>"'),
    "no end": ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
    "no end of the inner": ("<b><i>a", 'Can\'t find end tag corresponding to start tag "i"'),
    "span": ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    "emoji": ("<tg-emoji emoji-id='x'>a</tg-emoji>", "Invalid custom emoji identifier specified"),
}


@pytest.mark.parametrize(("source", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_broken_html_is_refused_in_telegrams_words(source: str, reason: str) -> None:
    with pytest.raises(Refusal) as refused:
        html.parse(source)

    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


FOUND = {
    "command": ("/start abc", [entity("bot_command", 0, 6)]),
    "command for a bot": ("ke /cari@jalin_bot ya", [entity("bot_command", 3, 15)]),
    "no command in a path": ("a/b dan 1/2", []),
    "address": ("lihat https://x.id/a?b, lalu", [entity("url", 6, 16)]),
    "bare address": ("buka sekber.go.id sekarang", [entity("url", 5, 12)]),
    "a full stop is no address": ("Selesai.Lalu mulai", []),
    "mail": ("tulis a.b@c.go.id", [entity("email", 6, 11)]),
    "mention": ("halo @jalin_bot", [entity("mention", 5, 10)]),
    "hashtag": ("😀 #wog", [entity("hashtag", 3, 4)]),
}


@pytest.mark.parametrize(("text", "entities"), FOUND.values(), ids=FOUND.keys())
def test_links_and_commands_are_found_in_a_text(text: str, entities: list[dict[str, Any]]) -> None:
    assert tidy(Formatted(text)).entities == entities


def test_nothing_is_found_inside_code() -> None:
    tidied = tidy(html.parse("<code>/start</code> /menu"))

    assert [found["type"] for found in tidied.entities] == ["code", "bot_command"]
    assert tidied.entities[1]["offset"] == 7
