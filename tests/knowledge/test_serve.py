"""The contract of the search for tools (a line in, a line of JSON out, at once) and the answer for people."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.serve import for_people, serve
from tests.support.knowledge import sample_index


def test_each_line_is_answered_before_the_next_is_read(tmp_path: Path) -> None:
    written: list[str] = []
    seen: list[int] = []

    def lines() -> Iterator[str]:
        for query in ("wog\n", "resep rendang\n", "\n"):
            seen.append(len(written))
            yield query

    serve(sample_index(tmp_path), lines(), written.append)

    assert seen == [0, 1, 2]
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in written)
    assert [json.loads(line)["query"] for line in written] == ["wog", "resep rendang", ""]


def test_an_answer_has_the_fields_that_tools_rely_on(tmp_path: Path) -> None:
    written: list[str] = []

    serve(sample_index(tmp_path), ["biaya bantuan"], written.append)

    told = json.loads(written[0])
    assert list(told) == ["query", "answered", "results", "near"]
    assert told["answered"] is True
    assert told["near"] == []
    assert list(told["results"][0]) == ["id", "title", "text", "score"]
    assert told["results"][0]["id"] == "biaya-bantuan"


def test_a_refusal_has_no_results_and_names_the_nearest(tmp_path: Path) -> None:
    written: list[str] = []

    serve(sample_index(tmp_path), ["wisata dekat wog"], written.append)

    told = json.loads(written[0])
    assert (told["answered"], told["results"]) == (False, [])
    assert told["near"][0] == {"id": "wog", "title": "Whole of Government (WoG)"}


def test_people_get_the_title_and_the_card(tmp_path: Path) -> None:
    answer = sample_index(tmp_path).search("biaya bantuan")

    said = for_people(answer, none="Belum ada jawaban.", unsure="Maksud Anda ...?")

    assert said.startswith("Biaya bantuan kedinasan\nBiaya ditetapkan bersama")
    assert "Maksud Anda" not in said


def test_people_are_shown_what_else_may_be_meant(tmp_path: Path) -> None:
    answer = sample_index(tmp_path).search("bantuan")

    said = for_people(answer, none="Belum ada jawaban.", unsure="Maksud Anda ...?")

    assert not answer.sure
    assert said.split("Maksud Anda ...?\n")[1].startswith("- ")


def test_people_are_told_when_there_is_no_answer(tmp_path: Path) -> None:
    answer = sample_index(tmp_path).search("wisata dekat wog")

    assert for_people(answer, none="Belum ada.", unsure="?").splitlines()[:2] == [
        "Belum ada.",
        "- Whole of Government (WoG)",
    ]


@pytest.mark.process
def test_the_process_answers_a_line_while_its_input_stays_open() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "knowledge"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdin is not None
    assert process.stdout is not None
    watchdog = threading.Timer(60, process.kill)
    watchdog.start()
    try:
        answers = []
        for query in ("apa itu wog?\n", "Pérez López\n", "\n"):
            process.stdin.write(query.encode())
            process.stdin.flush()
            answers.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        ended = process.wait(timeout=30)
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        process.stdout.close()

    assert [answer["query"] for answer in answers] == ["apa itu wog?", "Pérez López", ""]
    assert answers[0]["results"][0]["id"] == "whole-of-government"
    assert answers[1]["results"][0]["id"] == "budaya-kolaboratif"
    assert ended == 0
