"""Text and entities as HTML that is safe to show: everything is escaped, only known tags are written."""

from html import escape

from sandbox.text import Entity, Formatted, cut, from_utf16, sort

_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code"}
_CLASSES = {"spoiler": "tg-spoiler", "mention": "mention", "text_mention": "mention", "hashtag": "hashtag"}
_SAFE = ("http://", "https://", "tg://", "mailto:")


def render(formatted: Formatted) -> str:
    """HTML of a text; entities that overlap are split, so that tags always nest."""
    if not formatted.entities:
        return escape(formatted.text)
    text = formatted.text
    spans = [
        (from_utf16(text, e["offset"]), from_utf16(text, e["offset"] + e["length"]), _tags(text, e))
        for e in sort(formatted.entities)
    ]
    borders = sorted({0, len(text), *(border for start, end, _ in spans for border in (start, end))})
    return _written(text, borders, spans)


Span = tuple[int, int, tuple[str, str]]


def _written(text: str, borders: list[int], spans: list[Span]) -> str:
    out: list[str] = []
    stack: list[Span] = []
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        wanted = [span for span in spans if span[0] <= start < span[1]]
        common = 0
        while common < min(len(stack), len(wanted)) and stack[common] is wanted[common]:
            common += 1
        out += [span[2][1] for span in reversed(stack[common:])]
        out += [span[2][0] for span in wanted[common:]]
        stack = wanted
        out.append(escape(text[start:end]))
    return "".join(out)


def _tags(text: str, entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>", f"</{_TAGS[kind]}>"
    if kind in _CLASSES:
        return f'<span class="{_CLASSES[kind]}">', "</span>"
    if kind == "bot_command":
        return f'<span class="bot-command" data-command="{escape(cut(text, entity))}">', "</span>"
    if kind == "pre":
        language = entity.get("language")
        return (
            (f'<pre><code class="language-{escape(language)}">', "</code></pre>") if language else ("<pre>", "</pre>")
        )
    if kind in ("blockquote", "expandable_blockquote"):
        return ("<blockquote>" if kind == "blockquote" else '<blockquote class="expandable">'), "</blockquote>"
    return _link_tags(_address(text, entity))


def _address(text: str, entity: Entity) -> str:
    shown = cut(text, entity)
    match entity["type"]:
        case "text_link":
            return str(entity["url"])
        case "url":
            return shown if "://" in shown else f"https://{shown}"
        case "email":
            return f"mailto:{shown}"
    return ""


def _link_tags(url: str) -> tuple[str, str]:
    if not url.lower().startswith(_SAFE):
        return "", ""
    return f'<a href="{escape(url)}" rel="noopener noreferrer" target="_blank">', "</a>"
