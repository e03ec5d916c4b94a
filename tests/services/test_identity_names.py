"""Which spellings are one person's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.identity.names import same_person


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        pytest.param("Yohana Contoh", "YOHANA CONTOH", id="case"),
        pytest.param("yohana  contoh", "Contoh Yohana", id="order"),
        pytest.param("Yohana Contoh", "Yohana Contoh, S.Sos., M.Si", id="degrees-behind-a-comma"),
        pytest.param("Yohana Contoh", "Dr. Ir. Hj. Yohana Contoh S.Sos M.Si.", id="degrees-without-comma"),
        pytest.param("Drs Bagus Misal MM", "BAGUS MISAL", id="titles-of-the-typed"),
        pytest.param("Johana Contoh", "Yohana Contoh", id="one-letter"),
        pytest.param("Yohana Conto", "Yohana Contoh", id="letter-missing"),
        pytest.param("Muh. Ali Rahman", "Mohammad Ali Rahman", id="muhammad"),
        pytest.param("M. Ali Rahman", "Muhammad Ali Rahman", id="m-for-muhammad"),
        pytest.param("Yohana C.", "Yohana Contoh", id="initial"),
        pytest.param("Nur Hayati", "Nurhayati", id="written-together"),
        pytest.param("Soeharto Contoh", "Suharto Contoh", id="old-spelling"),
        pytest.param("Siti Nur Aisyah", "Siti Nur Aisyah Putri", id="family-name-left-out"),
        pytest.param("Renée Contoh", "Renee Contoh", id="accents"),
        pytest.param("Ma'ruf Contoh", "Maruf Contoh", id="apostrophe"),
        pytest.param("Suharto", "SUHARTO, S.H.", id="single-name"),
        pytest.param("St. Aminah", "Siti Aminah", id="short-first-name"),
        pytest.param("Budi, SE", "Budi SE", id="short-degree"),
    ],
)
def test_spellings_of_one_name_are_close(typed: str, listed: str) -> None:
    assert same_person(typed, listed)
    assert same_person(listed, typed)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        pytest.param("Yohana Contoh", "Johana Misalnya", id="another-family"),
        pytest.param("Siti Nur Aisyah", "Siti Nur Halimah", id="one-word-differs"),
        pytest.param("Yohana", "Yohana Contoh", id="first-name-only"),
        pytest.param("Yohana Contoh", "Bagus Misal", id="nothing-alike"),
        pytest.param("Siti Aminah", "Siti Aminah Putri Dewi Lestari", id="too-much-left-out"),
        pytest.param("S.Sos", "M.Si", id="titles-are-no-name"),
        pytest.param("", "", id="nothing"),
        pytest.param("...", "Yohana Contoh", id="no-letters"),
        pytest.param("Y. C.", "Yohana Dewi Contoh Putri Ayu", id="initials-of-a-long-name"),
    ],
)
def test_names_of_two_people_are_not_close(typed: str, listed: str) -> None:
    assert not same_person(typed, listed)
    assert not same_person(listed, typed)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared_and_the_order_does_not_matter(first: str, second: str) -> None:
    assert same_person(first, second) == same_person(second, first)
