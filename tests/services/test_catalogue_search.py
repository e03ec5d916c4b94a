"""Finding a training by what people type, and another one like it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from services.catalogue import FindBatch, RegistrationState, SearchTrainings, Similar
from services.catalogue.words import GOOD_ENOUGH, is_named, likeness
from services.errors import Refusal
from storage.database import Database
from tests.support.catalogue import add_agency, add_batch, add_training
from tests.support.clock import NOON, Clock

TITLES = {
    "akp": "Analisis Ketahanan Pangan",
    "mpb": "Manajemen Penanganan Bencana",
    "ppt": "Pengawasan Pangan Terpadu",
    "ppd": "Perencanaan Pembangunan Daerah",
    "pkn2": "Pelatihan Kepemimpinan Nasional Tingkat II",
    "pka": "Pelatihan Kepemimpinan Administrator",
    "pkp": "Pelatihan Kepemimpinan Pengawas",
    "dbd": "Diklat Bina Damai",
    "pdn": "Pemerintahan Dalam Negeri",
    "kolab": "Kolaborasi Pemerintahan",
}
CLOSED = {"registration_closes_at": NOON - timedelta(days=1)}
UPCOMING = {"registration_opens_at": NOON + timedelta(days=1)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Analisis Ketahanan Pangan", "akp"),
        ("ketahanan pngan", "akp"),
        ("ketahananpangan", "akp"),
        ("ANALISIS KETAHANAN", "akp"),
        ("analisa ketahanan pangan", "akp"),
        ("akp", "akp"),
        ("diklat ketahanan pangan", "akp"),
        ("kétahanan", "akp"),
        ("bencana", "mpb"),
        ("penangan bencna", "mpb"),
        ("menejemen bencana", "mpb"),
        ("pengawasn pangan", "ppt"),
        ("perencanan daerah", "ppd"),
        ("musrenbang", "ppd"),
        ("diklatpim 4", "pkp"),
        ("diklatpim tk. IV", "pkp"),
        ("Diklat Kepemimpinan Tingkat IV", "pkp"),
        ("pim 3", "pka"),
        ("diklat pim tingkat 2", "pkn2"),
        ("pkp", "pkp"),
        ("PKN II", "pkn2"),
        ("bina dmai", "dbd"),
        ("damai", "dbd"),
        ("pemdagri", "pdn"),
        ("dalam negri", "pdn"),
        ("kolab", "kolab"),
        ("kolaborsi pemerintah", "kolab"),
    ],
)
def test_a_title_is_found_however_it_is_typed(text: str, code: str) -> None:
    scores = {key: likeness(text, title, key) for key, title in TITLES.items()}

    assert max(scores, key=lambda key: scores[key]) == code, scores
    assert scores[code] >= GOOD_ENOUGH, scores


@pytest.mark.parametrize("text", ["", "  ", "?!", "pajak kendaraan", "cuti melahirkan", "x", "資料", "resep rendang"])
def test_what_is_no_training_finds_nothing(text: str) -> None:
    found = [title for key, title in TITLES.items() if likeness(text, title, key) >= GOOD_ENOUGH]

    assert found == []


@pytest.fixture
async def batches(database: Database) -> dict[str, int]:
    """One training each of the titles, with its first batch open; some more batches of Analisis Ketahanan Pangan."""
    dki = await add_agency(database)
    ids: dict[str, int] = {}
    for code, title in TITLES.items():
        ids[code] = await add_training(
            database, dki, code, title=title, competency=COMPETENCIES.get(code, "manajerial")
        )
    states: dict[str, dict[str, Any]] = {"akp": CLOSED, "mpb": UPCOMING, "ppt": {}}
    return {
        code: await add_batch(database, training_id, dki, f"{code}-1", **states.get(code, {}))
        for code, training_id in ids.items()
    }


COMPETENCIES = dict.fromkeys(("akp", "mpb", "ppt", "ppd"), "teknis-fungsional") | {"dbd": "sosio-kultural"}


async def test_open_ones_come_first_and_the_others_say_so(
    database: Database, now: Clock, batches: dict[str, int]
) -> None:
    found = await SearchTrainings(database=database, now=now)(text="pangan")

    assert [(line.id, line.registration.state) for line in found] == [
        (batches["ppt"], RegistrationState.OPEN),
        (batches["akp"], RegistrationState.CLOSED),
    ]


async def test_a_training_with_open_batches_does_not_show_its_old_ones(
    database: Database, now: Clock, batches: dict[str, int]
) -> None:
    opened = [await add_batch(database, 1, 1, f"akp-{number}") for number in (2, 3)]

    found = await SearchTrainings(database=database, now=now)(text="ketahanan pangan")

    assert [line.id for line in found] == opened


async def test_a_search_gives_at_most_as_many_as_asked(database: Database, now: Clock, batches: dict[str, int]) -> None:
    found = await SearchTrainings(database=database, now=now)(text="kepemimpinan", limit=2)

    assert len(found) == 2


async def test_a_training_long_over_is_forgotten(database: Database, now: Clock, batches: dict[str, int]) -> None:
    now.advance(days=400)

    assert await SearchTrainings(database=database, now=now)(text="pangan") == ()


async def test_similar_ones_are_open_and_of_the_same_kind(
    database: Database, now: Clock, batches: dict[str, int]
) -> None:
    again = await add_batch(database, 1, 1, "akp-2")

    found = await Similar(database=database, now=now)(batch_id=batches["akp"])

    assert [line.id for line in found] == [again, batches["ppt"], batches["ppd"]]


async def test_similar_to_nothing_is_refused(database: Database, now: Clock) -> None:
    with pytest.raises(Refusal, match="training-gone"):
        await Similar(database=database, now=now)(batch_id=7)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("akp-1", "akp-1", id="a batch's own code, closed or not"),
        pytest.param("akp", "akp-2", id="a training's code leads to what is open"),
        pytest.param("mpb", "mpb-1", id="or to what opens next"),
        pytest.param("tiada", None, id="unknown"),
    ],
)
async def test_a_code_leads_to_a_batch(
    database: Database, now: Clock, batches: dict[str, int], code: str, found: str | None
) -> None:
    ids = {"akp-1": batches["akp"], "mpb-1": batches["mpb"], "akp-2": await add_batch(database, 1, 1, "akp-2")}

    line = await FindBatch(database=database, now=now)(code=code)

    assert (line and line.id) == (ids[found] if found else None)


@pytest.mark.parametrize(
    ("text", "title", "named"),
    [
        pytest.param("diklatpim 4", "Pelatihan Kepemimpinan Pengawas", True, id="old name"),
        pytest.param("analisis ketahanan pngan", "Analisis Ketahanan Pangan", True, id="typing slip"),
        pytest.param("diklat bina damai", "Bina Damai", True, id="filler"),
        pytest.param("kolaborasi", "Kolaborasi Pemerintahan", False, id="half a name is a topic"),
        pytest.param("apa isi analisis ketahanan pangan", "Analisis Ketahanan Pangan", False, id="a question"),
        pytest.param("", "Bina Damai", False, id="nothing"),
    ],
)
def test_a_name_is_typed_when_all_of_it_is(text: str, title: str, named: bool) -> None:
    assert is_named(text, title) is named
