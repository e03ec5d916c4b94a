"""What the introduction says to a NIP: every fault that can be found has its sentence in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from aiogram_dialog import DialogManager

from bot.dialogs.onboarding import saying
from bot.words import Words
from services.identity import Fault, NipFaults, nip, read_nip

TODAY = date(2026, 11, 17)
WORDS = Words()
FAULTY = {
    "1990031520150320": "16 digits read, a NIP has 18.",
    "1": "1 digit read, a NIP has 18.",
    "19900315 2O1503 2 014": "Character 10 reads as the letter O. Did you mean the digit 0?",
    "19900315 2X1503 2 014": "Character 10 reads as X; a digit belongs there.",
    "20200315 201503 2 014": "Digits 1–4 (birth year) read 2020; 2011 at the latest.",
    "19901315 201503 2 014": "Digits 5–6 (birth month) read 13; months are 01 to 12.",
    "19900231 201503 2 014": "Digits 7–8 (birth day) read 31; February 1990 has only 28 days.",
    "19901300 201503 2 014": "Digits 7–8 (birth day) read 00; days are 01 to 31.",
    "19900315 205103 2 014": "Digits 9–12 (appointment year) read 2051, which has not come yet.",
    "19900315 200003 2 014": "Digits 9–12 (appointment year) read 2000; born in 1990, it is 2005 at the earliest.",
    "19900315 201503 3 014": "Digit 15 reads 3; it is 1 or 2.",
}


@dataclass
class Remembering:
    """As much of a dialog manager as sentences need."""

    dialog_data: dict[str, Any] = field(default_factory=dict)


def manager_with(*faults: Fault) -> DialogManager:
    manager = cast(DialogManager, Remembering())
    saying.say(manager, *faults)
    return manager


def faults_of(text: str) -> tuple[Fault, ...]:
    with pytest.raises(NipFaults) as wrong:
        read_nip(text, TODAY)
    return wrong.value.faults


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_is_told_with_what_was_read(text: str) -> None:
    told = saying.faults(manager_with(*faults_of(text)), WORDS.voice("en", None))

    assert FAULTY[text] in told.splitlines()


@pytest.mark.parametrize("text", FAULTY)
def test_a_fault_is_told_in_indonesian_without_grouping_a_year(text: str) -> None:
    told = saying.faults(manager_with(*faults_of(text)), WORDS.voice("id", None))

    assert told
    assert not re.search(r"\d\.\d", told)


def test_no_fault_of_a_nip_is_left_out_here() -> None:
    known = set(re.findall(r'Fault\("(nip-[a-z-]+)"', Path(nip.__file__).read_text(encoding="utf-8")))

    assert {fault.key for text in FAULTY for fault in faults_of(text)} == known


def test_notes_stand_above_the_question_and_faults_in_its_place() -> None:
    manager, voice = manager_with(Fault("nip-not-deleted", {})), WORDS.voice("id", None)

    saying.add(manager, Fault("nip-again", {}))

    assert saying.notes(manager, voice).startswith("⚠️ Pesan berisi NIP")
    assert saying.faults(manager, voice) == "Silakan kirim lagi selengkapnya."


def test_something_new_is_said_without_what_was_said_before() -> None:
    manager = manager_with(Fault("nip-again", {}))

    saying.say(manager)

    assert saying.faults(manager, WORDS.voice("id", None)) == ""


def test_the_digits_that_letters_stand_for_are_named_once_each() -> None:
    assert saying.letters(manager_with(*faults_of("l99OO315 201503 2 014"))) == ["0", "1"]
    assert saying.letters(manager_with(*faults_of("199OO315 201503 2 014"))) == ["0"]


def test_what_is_kept_in_the_dialog_never_holds_a_nip() -> None:
    kept = [manager_with(*faults_of(text)).dialog_data for text in FAULTY]

    assert not any(re.search(r"\d{5}", str(data)) for data in kept)
