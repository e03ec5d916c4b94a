"""The `jalin` command as tools and operators call it."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.knowledge import REFUSING, write_library
from tests.support.questions import QUESTIONS, write_questions

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


async def jalin(*words: str, lines: str = "", cwd: Path = ROOT, **environment: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error of one call, apart from this machine's settings."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.cli", *words),
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | environment,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, errors = await process.communicate(lines.encode())
    assert process.returncode is not None
    return process.returncode, out.decode(), errors.decode()


async def test_search_answers_each_line_with_one_line_of_json(tmp_path: Path) -> None:
    code, out, _ = await jalin("search", lines="apa itu wog\nresep soto ayam lamongan\n", cwd=tmp_path)

    wog, soto = (json.loads(line) for line in out.splitlines())
    assert code == 0
    assert (wog["query"], wog["answered"], wog["results"][0]["id"]) == ("apa itu wog", True, "whole-of-government")
    assert set(wog["results"][0]) == {"id", "title", "text", "score"}
    assert (soto["answered"], soto["results"]) == (False, [])
    assert all(len(result["text"]) <= 1000 for result in wog["results"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("wog", "Whole of Government", id="known"),
        pytest.param("resep soto ayam lamongan", "Belum ada jawaban", id="unknown"),
    ],
)
async def test_search_with_words_speaks_to_people(tmp_path: Path, query: str, said: str) -> None:
    code, out, _ = await jalin("search", query, cwd=tmp_path)

    assert code == 0
    assert said in out


async def test_export_into_another_folder_makes_nothing_of_nothing(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'jalin.db'}"

    code, out, errors = await jalin(
        "knowledge", "export", "--to", str(tmp_path / "out"), DATABASE_URL=database, cwd=tmp_path
    )

    assert (code, out) == (0, "")
    assert "0 articles written" in errors
    assert not (tmp_path / "out").exists()


async def test_load_tells_what_it_did_and_does_nothing_twice(tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'jalin.db'}"

    first = await jalin("load", str(EXAMPLES), DATABASE_URL=database, cwd=tmp_path)
    second = await jalin("load", str(EXAMPLES), DATABASE_URL=database, cwd=tmp_path)

    assert first[0] == second[0] == 0
    assert first[1].splitlines()[-1] == "Pegawai: 200 baru, 0 berubah, 0 sama"
    assert len(first[1].splitlines()) == 5  # a line a table, and no log among them
    assert "Pegawai: 0 baru, 0 berubah, 200 sama" in second[1]


async def test_load_names_each_fault_and_keeps_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    shutil.copytree(EXAMPLES, folder)
    roster = folder / "roster.csv"
    lines = roster.read_text(encoding="utf-8").splitlines()
    lines[5] = lines[5].replace(lines[5].split(",")[1], "1990031520150320", 1)
    roster.write_text("\n".join(lines), encoding="utf-8")
    database = f"sqlite:///{tmp_path / 'jalin.db'}"

    code, _, errors = await jalin("load", str(folder), DATABASE_URL=database, cwd=tmp_path)
    again = await jalin("load", str(EXAMPLES), DATABASE_URL=database, cwd=tmp_path)

    assert code == 1
    assert "roster.csv, baris 6, kolom B (nip): Terbaca 16 angka, NIP terdiri dari 18." in errors
    assert "1 hal perlu diperbaiki. Belum ada yang disimpan." in errors
    assert "Instansi: 36 baru" in again[1]


async def test_keys_makes_keys_that_the_settings_take(tmp_path: Path) -> None:
    code, out, _ = await jalin("keys", cwd=tmp_path)

    made = dict(line.split("=", 1) for line in out.splitlines())
    assert code == 0
    assert set(made) == {"DATA_KEY", "LOOKUP_KEY"}
    assert {len(base64.urlsafe_b64decode(key)) for key in made.values()} == {32}


async def test_an_unknown_bench_is_named(tmp_path: Path) -> None:
    code, _, errors = await jalin("bench", "nothing", cwd=tmp_path)

    assert (code, "inbound" in errors) == (2, True)


async def test_knowledge_check_finds_nothing_to_mend_in_what_jalin_ships(tmp_path: Path) -> None:
    code, out, _ = await jalin("knowledge", "check", cwd=tmp_path)

    assert (code, out.strip().endswith("nothing to mend")) == (0, True), out


async def test_knowledge_check_names_file_and_line_of_a_fault(tmp_path: Path) -> None:
    write_library(tmp_path)
    write_library(tmp_path, {"menolak-bantuan": REFUSING.replace("(biaya-bantuan.md)", "(hilang.md)")})
    file = tmp_path / "kolaborasi" / "menolak-bantuan.md"

    code, out, errors = await jalin("knowledge", "check", str(tmp_path), cwd=tmp_path)

    assert (code, errors.strip()) == (1, "1 to mend in 1 file")
    assert out.strip() == f"{file}:23: a dead link: no article has the id `hilang`"


async def test_knowledge_check_checks_and_counts_questions_as_well(tmp_path: Path) -> None:
    file = write_questions(tmp_path)
    sound = await jalin("knowledge", "check", str(tmp_path), cwd=tmp_path)
    file.write_text(QUESTIONS.replace("letter: D", "letter: E"), encoding="utf-8")

    code, out, errors = await jalin("knowledge", "check", str(tmp_path), cwd=tmp_path)

    assert sound[:2] == (0, "3 articles, 3 questions and 0 exercises in 1 modules, nothing to mend\n")
    assert (code, errors.strip()) == (1, "1 to mend in 1 file")
    assert out.strip() == f"{file}:21: `letter` is `E`; expected one of: A, B, C, D"
