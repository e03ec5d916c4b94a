"""Reading a NIP: every sentence of the table, and that no text crashes the reader."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.identity.nip import Nip, NipFaults, read_nip

TODAY = date(2026, 11, 17)
YOHANA = "199003152015032014"


def faults_of(text: str) -> list[tuple[str, dict[str, Any]]]:
    with pytest.raises(NipFaults) as caught:
        read_nip(text, TODAY)
    return [(fault.key, fault.values) for fault in caught.value.faults]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(YOHANA, id="bare"),
        pytest.param("19900315 201503 2 014", id="grouped"),
        pytest.param("19900315.201503.2.014", id="dots"),
        pytest.param("19900315-201503-2-014", id="dashes"),
        pytest.param("19900315\u2013201503\u20132\u2013014", id="typographic-dashes"),
        pytest.param("１９９００３１５２０１５０３２０１４", id="full-width"),
        pytest.param("NIP: 19900315 201503 2 014", id="label"),
        pytest.param("NIP19900315 201503 2 014", id="label-without-space"),
        pytest.param("nip saya 19900315 201503 2 014 ya", id="in-a-sentence"),
        pytest.param("NI PPPK 19900315 201503 2 014", id="pppk-label"),
        pytest.param("'199003152015032014", id="from-a-spreadsheet"),
        pytest.param("19900315\u00a0201503\u200b2\n014", id="invisible-separators"),
    ],
)
def test_a_nip_is_read_however_it_is_separated(text: str) -> None:
    assert read_nip(text, TODAY) == Nip(YOHANA)


@pytest.mark.parametrize("digits", ["198001012021211001", "198001012024241001", "198001012019001001"])
def test_a_pppk_number_may_hold_any_two_digits_where_others_hold_the_month(digits: str) -> None:
    assert read_nip(digits, TODAY).digits == digits


TABLE = [
    pytest.param("1990031520150320", [("nip-count", {"count": 16, "expected": 18})], id="two-missing"),
    pytest.param("1990031520150320145", [("nip-count", {"count": 19, "expected": 18})], id="one-too-many"),
    pytest.param("halo", [("nip-count", {"count": 0, "expected": 18})], id="no-digits"),
    pytest.param("", [("nip-count", {"count": 0, "expected": 18})], id="nothing"),
    pytest.param(
        "19900315 2O1503 2 014", [("nip-letter", {"position": 10, "letter": "O", "digit": "0"})], id="letter-O"
    ),
    pytest.param(
        "I9900315 201503 2 0l4",
        [
            ("nip-letter", {"position": 1, "letter": "I", "digit": "1"}),
            ("nip-letter", {"position": 17, "letter": "l", "digit": "1"}),
        ],
        id="letters-I-and-l",
    ),
    pytest.param(
        "19901315 20A503 3 014",
        [
            ("nip-character", {"position": 11, "letter": "A"}),
            ("nip-birth-month", {"read": "13"}),
            ("nip-sex", {"read": "3"}),
        ],
        id="a-letter-that-is-no-digit",
    ),
    pytest.param(
        "19900315 20A53 2 014",
        [("nip-character", {"position": 11, "letter": "A"}), ("nip-count", {"count": 16, "expected": 18})],
        id="a-letter-and-too-few",
    ),
    pytest.param("199003152015032014x", [("nip-character", {"position": 19, "letter": "x"})], id="a-letter-behind"),
    pytest.param("19901315 201503 2 014", [("nip-birth-month", {"read": "13"})], id="month-13"),
    pytest.param("19900015 201503 2 014", [("nip-birth-month", {"read": "00"})], id="month-0"),
    pytest.param(
        "19900231 201503 2 014",
        [("nip-birth-date", {"read": "31", "month": 2, "year": 1990, "last": 28})],
        id="31-february",
    ),
    pytest.param(
        "19900229 201503 2 014",
        [("nip-birth-date", {"read": "29", "month": 2, "year": 1990, "last": 28})],
        id="29-february-of-no-leap-year",
    ),
    pytest.param(
        "19900431 201503 2 014",
        [("nip-birth-date", {"read": "31", "month": 4, "year": 1990, "last": 30})],
        id="31-april",
    ),
    pytest.param("19900300 201503 2 014", [("nip-birth-day", {"read": "00", "last": 31})], id="day-0"),
    pytest.param(
        "19901332 201503 2 014",
        [("nip-birth-month", {"read": "13"}), ("nip-birth-day", {"read": "32", "last": 31})],
        id="day-32-of-an-unknown-month",
    ),
    pytest.param("18900315 201503 2 014", [("nip-birth-year", {"read": "1890", "latest": 2011})], id="born-in-1890"),
    pytest.param("20120315 202603 2 014", [("nip-birth-year", {"read": "2012", "latest": 2011})], id="a-child"),
    pytest.param("00000315 201503 2 014", [("nip-birth-year", {"read": "0000", "latest": 2011})], id="year-0"),
    pytest.param("19900315 202703 2 014", [("nip-appointment-future", {"read": "2027"})], id="appointed-next-year"),
    pytest.param(
        "19900315 200403 2 014",
        [("nip-appointment-early", {"read": "2004", "born": 1990, "earliest": 2005})],
        id="appointed-as-a-child",
    ),
    pytest.param(
        "19900315 205103 3 014", [("nip-appointment-future", {"read": "2051"}), ("nip-sex", {"read": "3"})], id="two"
    ),
    pytest.param("19900315 201503 0 014", [("nip-sex", {"read": "0"})], id="sex-0"),
    pytest.param(
        "18901332 205103 3 014",
        [
            ("nip-birth-year", {"read": "1890", "latest": 2011}),
            ("nip-birth-month", {"read": "13"}),
            ("nip-birth-day", {"read": "32", "last": 31}),
            ("nip-appointment-future", {"read": "2051"}),
            ("nip-sex", {"read": "3"}),
        ],
        id="all-at-once",
    ),
    pytest.param(
        "19901315 2O1503 2 014",
        [("nip-letter", {"position": 10, "letter": "O", "digit": "0"}), ("nip-birth-month", {"read": "13"})],
        id="a-letter-and-a-month",
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_every_fault_is_named_with_what_was_read(text: str, expected: list[tuple[str, dict[str, Any]]]) -> None:
    assert faults_of(text) == expected


def test_the_edges_of_the_rules_are_accepted() -> None:
    for digits in ("192602282015032014", "201103152026032014", "199003152005032014", "200002292026991000"):
        assert read_nip(digits, TODAY).digits == digits


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        pytest.param("19900315 2O1503 2 014", YOHANA, id="only-a-letter"),
        pytest.param("l99oo3I5 201503 2 014", None, id="more-letters-than-a-slip"),
        pytest.param("19901315 2O1503 2 014", None, id="another-fault-remains"),
        pytest.param("19900315 2X1503 2 014", None, id="not-alike"),
    ],
)
def test_the_digits_are_offered_only_where_they_settle_it(text: str, fix: str | None) -> None:
    with pytest.raises(NipFaults) as caught:
        read_nip(text, TODAY)

    assert caught.value.letter_fix == fix


def test_a_nip_shows_itself_masked_unless_asked_for_the_groups() -> None:
    nip = Nip(YOHANA)

    assert nip.masked == "1990…014"
    assert nip.grouped == "19900315 201503 2 014"
    assert YOHANA not in f"{nip} {nip!r}"


@st.composite
def valid_nips(draw: st.DrawFn) -> str:
    born = draw(st.dates(date(TODAY.year - 100, 1, 1), date(TODAY.year - 15, 12, 31)))
    appointed = draw(st.integers(born.year + 15, TODAY.year))
    rest = (draw(st.integers(0, 99)), draw(st.sampled_from("12")), draw(st.integers(0, 999)))
    return f"{born:%Y%m%d}{appointed:04}{rest[0]:02}{rest[1]}{rest[2]:03}"


@given(digits=valid_nips(), data=st.data())
def test_any_nip_is_read_back_whatever_stands_between_its_digits(digits: str, data: st.DataObject) -> None:
    separators = st.text(alphabet=" .-/_\u00a0\u2013\t\n", max_size=3)
    text = "".join(data.draw(separators) + char for char in digits) + data.draw(separators)

    assert read_nip(text, TODAY).digits == digits


def outcome_of(text: str) -> Nip | NipFaults:
    try:
        return read_nip(text, TODAY)
    except NipFaults as refusal:
        return refusal


@given(st.text(max_size=60) | st.text(alphabet="0123456789OIl -.x²①½", max_size=30))
def test_any_text_is_either_a_nip_or_has_faults(text: str) -> None:
    outcome = outcome_of(text)

    if isinstance(outcome, Nip):
        assert len(outcome.digits) == 18
        assert set(outcome.digits) <= set("0123456789")
    else:
        assert outcome.faults
        assert outcome.letter_fix is None or read_nip(outcome.letter_fix, TODAY)
