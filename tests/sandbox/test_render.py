"""HTML for the web chat: safe whatever the text is, and always well nested."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox import html
from sandbox.errors import Refusal
from sandbox.render import render
from sandbox.text import Formatted, tidy, utf16

RENDERED = {
    "plain": ("a < b & c", [], "a &lt; b &amp; c"),
    "bold": ("Halo", [("bold", 0, 4)], "<b>Halo</b>"),
    "after an emoji": ("😀 ya", [("italic", 3, 2)], "😀 <i>ya</i>"),
    "overlap is split": ("abc", [("bold", 0, 2), ("italic", 1, 2)], "<b>a<i>b</i></b><i>c</i>"),
    "spoiler": ("x", [("spoiler", 0, 1)], '<span class="tg-spoiler">x</span>'),
    "command": ("/start", [("bot_command", 0, 6)], '<span class="bot-command" data-command="/start">/start</span>'),
    "address": (
        "x.id",
        [("url", 0, 4)],
        '<a href="https://x.id" rel="noopener noreferrer" target="_blank">x.id</a>',
    ),
    "unknown kind is plain": ("$USD", [("cashtag", 0, 4)], "$USD"),
}


@pytest.mark.parametrize(("text", "entities", "shown"), RENDERED.values(), ids=RENDERED.keys())
def test_entities_become_tags(text: str, entities: list[tuple[str, int, int]], shown: str) -> None:
    made = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in entities]

    assert render(Formatted(text, made)) == shown


def test_a_hostile_address_is_not_linked() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": "javascript:alert(1)"}

    assert render(Formatted("x", [entity])) == "x"


def test_an_address_cannot_leave_its_attribute() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 1, "url": 'https://x.id/"onclick="a'}

    assert '"onclick' not in render(Formatted("x", [entity]))


KINDS = ["bold", "italic", "underline", "strikethrough", "spoiler", "code", "blockquote"]
TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'😀é\n"), min_size=1, max_size=12)


@st.composite
def formatted(draw: st.DrawFn) -> Formatted:
    text = draw(TEXTS)
    end = utf16(text)
    entities: list[dict[str, Any]] = []
    for _ in range(draw(st.integers(0, 4))):
        offset = draw(st.integers(0, end - 1))
        length = draw(st.integers(1, end - offset))
        entities.append({"type": draw(st.sampled_from(KINDS)), "offset": offset, "length": length})
    return Formatted(text, entities)


@given(formatted())
def test_what_is_shown_is_always_html_that_telegram_would_read_again(given_text: Formatted) -> None:
    shown = render(given_text)

    assert html.parse(shown).text == given_text.text


def read(source: str) -> Formatted:
    """What is read, or what is said of it when it is refused."""
    try:
        return tidy(html.parse(source))
    except Refusal as refusal:
        return Formatted(refusal.description)


@given(st.text(alphabet=st.sampled_from("<>/=&;\"' abiu😀#x1\n"), max_size=40))
def test_any_text_is_read_or_refused_and_never_breaks_the_reader(source: str) -> None:
    tidied = read(source)

    end = utf16(tidied.text)
    assert all(e["offset"] >= 0 and e["length"] > 0 and e["offset"] + e["length"] <= end for e in tidied.entities)
