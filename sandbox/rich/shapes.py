"""The fields of rich messages as the Bot API has them; a `?` marks what may be left out.

Kinds: `text` is a RichText, `blocks` a list of blocks, `items` and `cells` what lists and tables hold; the others are
what they say.
"""

Shape = dict[str, str]

PLAIN_MARKS = (
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "subscript",
    "superscript",
    "marked",
    "code",
)

TEXTS: dict[str, Shape] = {mark: {"text": "text"} for mark in PLAIN_MARKS} | {
    "url": {"text": "text", "url": "string"},
    "email_address": {"text": "text", "email_address": "string"},
    "phone_number": {"text": "text", "phone_number": "string"},
    "text_mention": {"text": "text", "user": "object"},
    "custom_emoji": {"custom_emoji_id": "string", "alternative_text": "string"},
    "date_time": {"text": "text", "unix_time": "number", "date_time_format": "string?"},
    "mathematical_expression": {"expression": "string"},
    "anchor": {"name": "string"},
    "anchor_link": {"text": "text", "anchor_name": "string"},
    "reference": {"text": "text", "name": "string"},
    "reference_link": {"text": "text", "reference_name": "string"},
    "mention": {"text": "text", "username": "string"},
    "hashtag": {"text": "text", "hashtag": "string"},
    "cashtag": {"text": "text", "cashtag": "string"},
    "bot_command": {"text": "text", "bot_command": "string"},
    "bank_card_number": {"text": "text", "bank_card_number": "string"},
}

# What Telegram finds in a text by itself: a bot that gives it gets plain text, in which it is found anew.
FOUND = ("mention", "hashtag", "cashtag", "bot_command", "bank_card_number")

BLOCKS: dict[str, Shape] = {
    "paragraph": {"text": "text"},
    "heading": {"text": "text", "size": "number"},
    "pre": {"text": "text", "language": "string?"},
    "footer": {"text": "text"},
    "divider": {},
    "mathematical_expression": {"expression": "string"},
    "anchor": {"name": "string"},
    "list": {"items": "items"},
    "blockquote": {"blocks": "blocks", "credit": "text?"},
    "expandable_blockquote": {"text": "text", "credit": "text?"},
    "pullquote": {"text": "text", "credit": "text?"},
    "table": {
        "cells": "cells",
        "is_bordered": "flag?",
        "is_striped": "flag?",
        "caption": "text?",
        "is_compact": "flag?",
    },
    "details": {"summary": "text", "blocks": "blocks", "is_open": "flag?"},
}

ITEM: Shape = {
    "blocks": "blocks",
    "has_checkbox": "flag?",
    "is_checked": "flag?",
    "value": "number?",
    "type": "string?",
}
CELL: Shape = {
    "text": "text?",
    "is_header": "flag?",
    "colspan": "number?",
    "rowspan": "number?",
    "align": "string?",
    "valign": "string?",
}

# Of Telegram, but not of the sandbox.
NOT_HERE = (
    "animation",
    "audio",
    "buttons",
    "collage",
    "document",
    "map",
    "photo",
    "slideshow",
    "thinking",
    "video",
    "voice_note",
)
