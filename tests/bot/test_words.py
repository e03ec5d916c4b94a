"""How Jalin says things: moments, spans and numbers the local way, values escaped, a missing word never hidden."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.words import Html, MissingWords, Voice, Words
from tests.support.locale import LANGUAGES, entries

WORDS = Words()
KEY = "refusal-training-gone"


def voice(language: str = "id", zone: str | None = "WITA") -> Voice:
    return WORDS.voice(language, zone)


@pytest.fixture
def own(tmp_path: Path) -> Words:
    """Sentences of this test's own, in both languages."""
    for language in ("id", "en"):
        (tmp_path / language).mkdir()
        sentences = "hello = Halo { $name }\ncount = { $n } kursi\nempty =\n    .title = x\n"
        (tmp_path / language / "own.ftl").write_text(sentences, encoding="utf-8")
    return Words(tmp_path)


@pytest.mark.parametrize(
    ("language", "zone", "said"),
    [
        pytest.param("id", "WIB", "Sen, 7 Des 2026 pukul 08.05 WIB", id="WIB"),
        pytest.param("id", "WITA", "Sen, 7 Des 2026 pukul 09.05 WITA", id="WITA"),
        pytest.param("id", "WIT", "Sen, 7 Des 2026 pukul 10.05 WIT", id="WIT"),
        pytest.param("en", "WITA", "Mon, 7 Dec 2026, 09:05 WITA", id="English"),
    ],
)
def test_a_moment_is_told_on_the_persons_clock_with_its_zone(language: str, zone: str, said: str) -> None:
    assert voice(language, zone).moment(datetime(2026, 12, 7, 1, 5, tzinfo=UTC)) == said


def test_a_moment_late_in_the_day_is_tomorrow_further_east() -> None:
    late = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)

    assert voice(zone="WIB").moment(late) == "Kam, 31 Des 2026 pukul 23.30 WIB"
    assert voice(zone="WITA").moment(late) == "Jum, 1 Jan 2027 pukul 00.30 WITA"


@pytest.mark.parametrize(
    ("start", "end", "with_year", "without"),
    [
        pytest.param((2026, 12, 7), (2026, 12, 7), "7 Des 2026", "7 Des", id="one day"),
        pytest.param((2026, 12, 7), (2026, 12, 11), "7–11 Des 2026", "7–11 Des", id="one month"),
        pytest.param((2026, 11, 30), (2026, 12, 4), "30 Nov – 4 Des 2026", "30 Nov – 4 Des", id="two months"),
        pytest.param((2026, 12, 28), (2027, 1, 8), "28 Des 2026 – 8 Jan 2027", "28 Des – 8 Jan", id="two years"),
        pytest.param((2026, 12, 7), (2027, 12, 7), "7 Des 2026 – 7 Des 2027", "7 Des – 7 Des", id="same month"),
    ],
)
def test_a_span_names_month_and_year_once_where_they_are_the_same(
    start: tuple[int, int, int], end: tuple[int, int, int], with_year: str, without: str
) -> None:
    first, last = datetime(*start, 1, tzinfo=UTC), datetime(*end, 8, tzinfo=UTC)

    assert voice().span(first, last) == with_year
    assert voice().span(first, last, year=False) == without


def test_a_span_is_counted_in_the_persons_days() -> None:
    start, end = datetime(2026, 12, 6, 16, 30, tzinfo=UTC), datetime(2026, 12, 7, 9, tzinfo=UTC)

    assert voice(zone="WIB").span(start, end) == "6–7 Des 2026"
    assert voice(zone="WIT").span(start, end) == "7 Des 2026"


@pytest.mark.parametrize(
    ("language", "month", "said"),
    [
        pytest.param("id", "2026-08", "Agustus 2026", id="Indonesian"),
        pytest.param("en", "2027-01", "January 2027", id="English"),
        pytest.param("id", "1990-2", "Februari 1990", id="without a zero"),
    ],
)
def test_a_month_is_named(language: str, month: str, said: str) -> None:
    assert voice(language).month(month) == said


def test_every_month_and_weekday_has_a_name_of_its_own_in_both_languages() -> None:
    for language in ("id", "en"):
        months = {voice(language).date(date(2026, month, 1), year=False) for month in range(1, 13)}
        days = {voice(language).day(date(2026, 11, 16 + day)).split(",")[0] for day in range(7)}

        assert (len(months), len(days)) == (12, 7)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        pytest.param(0, "0", "0", id="zero"),
        pytest.param(999, "999", "999", id="hundreds"),
        pytest.param(1_652_396, "1.652.396", "1,652,396", id="millions"),
        pytest.param(-4_212, "-4.212", "-4,212", id="negative"),
    ],
)
def test_a_number_is_grouped_the_local_way(value: int, indonesian: str, english: str) -> None:
    assert voice("id").number(value) == indonesian
    assert voice("en").number(value) == english


def test_what_people_typed_cannot_become_markup(own: Words) -> None:
    speaking, hostile = own.voice("id", None), '<b>Jo & "Co"</b>'

    assert speaking.html("hello", name=hostile) == 'Halo &lt;b&gt;Jo &amp; "Co"&lt;/b&gt;'
    assert speaking.plain("hello", name=hostile) == f"Halo {hostile}"
    assert speaking.html("hello", name=Html("<b>Jo</b>")) == "Halo <b>Jo</b>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_takes_the_longest_text_that_anybody_can_write(language: str) -> None:
    """No message is longer than 4,096 characters; escaped, each of these becomes five."""
    speaking, longest, escaped = voice(language), "&" * 4096, "&amp;" * 4096

    for key, entry in entries(language).items():
        values = dict.fromkeys(entry.variables, longest)

        assert speaking.html(key, **values).count(escaped) == speaking.plain(key, **values).count(longest), key


def test_a_large_amount_in_a_sentence_is_grouped_the_local_way(own: Words) -> None:
    assert own.voice("id", None).html("count", n=4212) == "4.212 kursi"
    assert own.voice("en", None).plain("count", n=4212) == "4,212 kursi"


@pytest.mark.parametrize("key", ["nothing-of-this-name", "empty"])
def test_a_sentence_that_is_missing_is_an_error_and_not_its_key(own: Words, key: str) -> None:
    with pytest.raises(MissingWords, match=f"id: {key}"):
        own.voice("id", None).html(key)


def test_a_value_that_is_missing_is_an_error_and_not_a_hole(own: Words) -> None:
    with pytest.raises(MissingWords, match="en: hello"):
        own.voice("en", None).plain("hello")


def test_empty_parts_leave_no_empty_lines() -> None:
    speaking = voice()

    assert speaking.lines("a", None, "", "b") == "a\nb"
    assert speaking.paragraphs(None, "a", "", "b", None) == "a\n\nb"


@pytest.mark.parametrize(
    ("language", "spoken"), [("id", "id"), ("en", "en"), ("de", "id"), (None, "id")], ids=lambda value: str(value)
)
def test_a_language_jalin_does_not_speak_becomes_indonesian(language: str | None, spoken: str) -> None:
    speaking = WORDS.voice(language, None)

    assert speaking.language == spoken
    assert speaking.plain(KEY) == WORDS.voice(spoken, None).plain(KEY)


def test_without_a_zone_of_their_own_people_read_the_default_and_are_known_to() -> None:
    guest, settled = WORDS.voice("id", None, "WIT"), WORDS.voice("id", "WITA", "WIT")

    assert (guest.zone, guest.zone_is_own) == ("WIT", False)
    assert (settled.zone, settled.zone_is_own) == ("WITA", True)
