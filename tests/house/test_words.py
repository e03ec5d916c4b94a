"""The words people read: the same in every language, in Jalin's voice, and short enough for a button."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.imports import FaultKey
from tests.support.locale import LANGUAGES, LOCALES, entries
from tests.support.tree import files_in, relative

BUTTON_LENGTH = 22
COMMAND_LENGTH = 256
TOAST_LENGTH = 200

TECHNICAL = r"sistem|server|error|eror|invalid|database|sesi|token|input|submit|klik|link"
NOT_OUR_WORDS = (
    r"diklat|kursus|event|slot|jatah|antrean|undangan|waiting list|approval|izin|submitted|pending|expired|cancel"
    r"|pre-test|cat|remedial|passing grade|admin|opd|roster|tiket|broadcast|notifikasi"
)
NOT_OUR_TONE = r"kak|yuk|para|dengan hormat|gagal|salah(?! satu\b)|tidak valid|terlambat"
BANNED = {
    "id": re.compile(rf"\b(?:{TECHNICAL}|{NOT_OUR_WORDS}|{NOT_OUR_TONE})\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:system|server|error|invalid|database|token|submit|click|failed|wrong)\b", re.IGNORECASE),
}
"""Rules 9 and 10 of the voice, and the words it does without."""

IN_MESSAGES = set("✅⏳⏰⚠🎓📝💡📘🎫📣")
IN_BUTTONS = set("⬅✅⬜👍👎😞🙁😐🙂😀")
BARS = set("▓░")
PLEASE = {"id": re.compile(r"\b(?:silakan|mohon)\b", re.I), "en": re.compile(r"\bplease\b", re.I)}
NOT_SPOKEN = re.compile(r"<[^>]+>|/\w+|«[^»]*»|agencies, roster, roles, trainings, batches")
"""Markup, commands, what people wrote themselves, names of files."""


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_files_and_keys(language: str) -> None:
    first, other = LANGUAGES[0], language

    assert {p.name for p in (LOCALES / other).glob("*.ftl")} == {p.name for p in (LOCALES / first).glob("*.ftl")}
    assert sorted(entries(other).keys() ^ entries(first).keys()) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_sentence_takes_the_same_values_in_every_language(language: str) -> None:
    first, other = entries(LANGUAGES[0]), entries(language)

    different = [key for key in first.keys() & other.keys() if first[key].variables != other[key].variables]

    assert different == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_fits_on_a_phone(language: str) -> None:
    too_long = [(key, text) for key, text in sayings(language) if is_button(key) and len(text) > BUTTON_LENGTH]

    assert too_long == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_used_that_jalin_does_not_use(language: str) -> None:
    found = [(key, BANNED[language].findall(NOT_SPOKEN.sub(" ", text))) for key, text in sayings(language)]

    assert [(key, words) for key, words in found if words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_emoji_are_few_stand_at_the_start_of_a_line_and_carry_meaning(language: str) -> None:
    faults = [(key, text) for key, text in sayings(language) if not emoji_are_right(key, text)]

    assert faults == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_please_is_said_once_at_most(language: str) -> None:
    pleading = [key for key, text in sayings(language) if len(PLEASE[language].findall(text)) > 1]

    assert pleading == []


@pytest.mark.parametrize(
    ("prefix", "longest"),
    [
        pytest.param("command-", COMMAND_LENGTH, id="a command's line in Telegram's menu"),
        pytest.param("refusal-", TOAST_LENGTH, id="a refusal, which may be a toast"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_telegram_takes_it_whole(language: str, prefix: str, longest: int) -> None:
    long = [(key, text) for key, text in sayings(language) if key.startswith(prefix) and len(text) > longest]

    assert long == []


def test_every_sentence_that_the_code_asks_for_is_there() -> None:
    known = entries(LANGUAGES[0]).keys()

    missing = [f"{relative(path)}: {key}" for path in files_in("bot") for key in asked_for(path) if key not in known]

    assert missing == []


def test_every_refusal_has_its_words() -> None:
    known = entries(LANGUAGES[0]).keys()

    missing = [
        f"{relative(path)}: refusal-{key}"
        for path in files_in("services")
        for key in refusals(path)
        if f"refusal-{key}" not in known
    ]

    assert missing == []


def test_every_fault_of_an_import_has_its_words() -> None:
    assert {str(key) for key in FaultKey} - entries(LANGUAGES[0]).keys() == set()


def test_every_sentence_is_used() -> None:
    said, patterns = strings_of("bot", "services")

    idle = [
        key
        for key in entries(LANGUAGES[0])
        if key not in said and not any(pattern.fullmatch(key) for pattern in patterns)
    ]

    assert idle == []


@pytest.mark.parametrize(
    ("key", "text", "is_right"),
    [
        pytest.param("done", "✅ Kursi Anda sudah pasti.", True, id="at the start"),
        pytest.param("done", "<b>Selesai</b>\n<b>✅ Pasti</b>", True, id="at the start of a later line"),
        pytest.param("done", "Pasti ✅", False, id="at the end"),
        pytest.param("done", "✅ Pasti\n⏳ Menunggu", False, id="two"),
        pytest.param("done", "🎉 Pasti", False, id="not from the list"),
        pytest.param("button-back", "⬅️ Kembali", True, id="a button's arrow"),
        pytest.param("button-exam", "📝 Ujian", False, id="a message's emoji on a button"),
        pytest.param("progress", "▓▓▓░░", True, id="a progress bar"),
    ],
)
def test_emoji_are_judged(key: str, text: str, is_right: bool) -> None:
    assert emoji_are_right(key, text) is is_right


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Terbaca 16 angka, NIP terdiri dari 18.", [], id="kind"),
        pytest.param("Salah satu dari keduanya.", [], id="one of them"),
        pytest.param("Error: NIP invalid!", ["Error", "invalid"], id="technical"),
        pytest.param("Maaf, Anda gagal ujian", ["gagal"], id="blaming"),
        pytest.param("Klik link berikut untuk submit jawaban.", ["Klik", "link", "submit"], id="machinery"),
        pytest.param("Anda di waiting list untuk diklat ini.", ["waiting list", "diklat"], id="not our words"),
    ],
)
def test_the_wrong_words_are_found(text: str, words: list[str]) -> None:
    assert BANNED["id"].findall(text) == words


def sayings(language: str) -> list[tuple[str, str]]:
    """Every key with every text that it can come to say."""
    return [(key, text) for key, entry in entries(language).items() for text in entry.texts]


def is_button(key: str) -> bool:
    """Whether the sentence is a button's label."""
    return key.startswith("button-")


def emoji_are_right(key: str, text: str) -> bool:
    """At most one, from the list, at the start of its line; progress bars are no emoji."""
    found = [char for char in text if unicodedata.category(char) == "So" and char not in BARS]
    if not found:
        return True
    allowed = IN_BUTTONS if is_button(key) else IN_MESSAGES
    starts = re.search(rf"^(?:<\w+>)*{found[0]}", text, re.MULTILINE)
    return len(found) == 1 and found[0] in allowed and starts is not None


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """The calls in a file of functions or methods with these names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            if name in names:
                yield node


def first_text(call: ast.Call) -> str | None:
    """The first argument, where it is written out."""
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def asked_for(path: Path) -> list[str]:
    """Keys that a file passes to a voice, where they are written out."""
    return [key for call in calls(path, "html", "plain") if (key := first_text(call))]


def refusals(path: Path) -> list[str]:
    """Keys of the refusals that a file raises."""
    return [key for call in calls(path, "Refusal") if (key := first_text(call))]


def strings_of(*packages: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """All texts in the code, and a pattern for each that is put together from parts."""
    said: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in files_in(*packages):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                said.add(node.value)
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                patterns.append(pattern_of(node))
    return said, patterns


def pattern_of(text: ast.JoinedStr) -> re.Pattern[str]:
    """What an f-string can become."""
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in text.values]
    return re.compile("".join(parts))
