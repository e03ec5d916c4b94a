"""The draft letters: the right one, true to the answers, in the shape of a surat dinas, its blanks marked."""

from __future__ import annotations

import io
import re

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from fluent.runtime.errors import FluentReferenceError

from bot.letters import BLANK, document, letter_of, text
from services.guides.assistance import Answers, Cost, Ground, Kind, Obstacle, Purpose, Question, Side, Urgency, outcome
from tests.support.guides import REFUSING, finished

ASKING = Answers(
    side=Side.ASKING, purpose=Purpose.DECISION, ground=Ground.PAPERS, urgency=Urgency.EMERGENCY, cost=Cost.AGREED
)


def opened(answers: Answers) -> Document:
    draft = letter_of(answers)
    assert draft is not None
    return docx.Document(io.BytesIO(document(draft)))


def told(answers: Answers) -> str:
    return "\n".join(line.text for line in opened(answers).paragraphs)


def test_a_refusal_names_its_ground_and_asks_for_the_reasons() -> None:
    letter = told(REFUSING)

    assert "Hal\t:\tPenolakan Permintaan Bantuan Kedinasan" in letter
    assert "Pasal 36 ayat (1) huruf a" in letter
    assert "2.\tketerbatasan sumber daya manusia: […" in letter
    assert "memenuhi Pasal 36 ayat (2)" in letter


def test_a_request_names_ground_emergency_cost_and_who_answers() -> None:
    letter = told(ASKING)

    assert "Sifat\t:\tSangat Segera" in letter
    assert "menetapkan keputusan tentang […" in letter
    assert "Pasal 35 ayat (1) huruf d" in letter
    assert "Pasal 36 ayat (3)" in letter
    assert "sesuai dengan kesepakatan tanggal […" in letter
    assert (
        "Pasal 37, tanggung jawab atas keputusan dan/atau tindakan dalam Bantuan Kedinasan ini ada pada kami" in letter
    )


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [
        pytest.param(Obstacle.SECRET, "bersifat rahasia menurut […", id="secret"),
        pytest.param(Obstacle.FORBIDDEN, "tidak diperbolehkan oleh […", id="forbidden"),
    ],
)
def test_a_reply_in_an_emergency_gives_what_may_be_given(obstacle: Obstacle, said: str) -> None:
    letter = told(REFUSING.but(Question.URGENCY, Urgency.EMERGENCY).but(Question.OBSTACLE, obstacle))

    assert said in letter
    assert "kami telah meminta keputusan […" in letter
    assert "kami memberikan Bantuan Kedinasan" in letter


def test_a_letter_has_the_parts_of_a_surat_dinas_in_their_order() -> None:
    letter = told(REFUSING)
    parts = ["NAMA INSTANSI", "Nomor\t:", "Sifat\t:", "Lampiran\t:", "Hal\t:", "Yth.", "terima kasih.", "Tembusan:"]

    found = [letter.index(part) for part in parts]

    assert found == sorted(found)
    assert letter.index("terima kasih.") < letter.index("nama jabatan penanda tangan") < letter.index("Tembusan:")


def test_every_blank_is_marked_and_nothing_else_is() -> None:
    runs = [run for line in opened(ASKING).paragraphs for run in line.runs]

    marked = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    plain = "".join(run.text for run in runs if run.font.highlight_color is None)

    assert len(marked) > 10
    assert all(BLANK.fullmatch(text) for text in marked)
    assert "[" not in plain


def test_a_letter_is_a4_and_tells_nothing_of_who_made_it() -> None:
    letter = opened(REFUSING)

    assert round(letter.sections[0].page_height.cm, 1) == 29.7  # type: ignore[union-attr]
    assert (letter.core_properties.author, letter.core_properties.comments) == ("", "")


def test_there_is_a_letter_for_every_outcome_but_what_is_outside() -> None:
    without = {outcome(answers).kind for answers in finished() if letter_of(answers) is None}

    assert without == {Kind.OUTSIDE}


def test_every_sentence_of_the_letters_is_used_in_one_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    say = text.say

    def listen(key: str, **values: str) -> str:
        asked.add(key)
        return say(key, **values)

    monkeypatch.setattr(text, "say", listen)
    for answers in finished():
        letter_of(answers)
    of_paper = set(
        re.findall(r"""say\(["']([a-z-]+)["']\)""", text.WORDS.with_name("paper.py").read_text(encoding="utf-8"))
    )
    known = set(re.findall(r"^([a-z0-9-]+) =", text.WORDS.read_text(encoding="utf-8"), re.MULTILINE))

    assert asked | of_paper == known


def test_a_sentence_that_lacks_a_value_is_an_error() -> None:
    with pytest.raises(FluentReferenceError, match="letter"):
        text.say("request-ground")
