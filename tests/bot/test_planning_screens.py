"""Screens of planning: short, with the main button first, and hostile titles escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from bot.organizing.planning import pair, plan, room
from bot.organizing.planning.phrases import move_told
from bot.screens import Screen
from bot.words import Voice, Words
from services.access import ORGANIZER, SECRETARIAT, Grant
from services.needs import Survey, Topic
from services.planning import Act, Commitment, MergeView, Pair, Plan, PlanMove, PlanView
from services.planning.likeness import likeness
from storage.repositories.agencies import Agency
from storage.repositories.merges import Proposal
from tests.support.clock import NOON
from tests.support.locale import LANGUAGES

NTT = Agency(1, "bpsdm-ntt", "BPSDM Provinsi NTT", "BPSDM NTT", "bpsdm", "NTT", "WITA")
DKI = Agency(2, "bpsdm-dki", "BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB")
LONG = "Pengawasan <b>Pangan</b> & Terpadu " * 5
PLAN = Plan(
    id=2**31 - 1,
    code="rancangan-1",
    title=LONG,
    competency="teknis-fungsional",
    mode="fasilitasi",
    lesson_hours=2000,
    funding="APBD",
    funding_note="Tuan rumah menanggung <semua>. " * 9,
    programme="Pusat logistik pangan daerah",
    summary="Mengawasi mutu pangan. " * 12,
    objectives="Peserta & mutu. " * 40,
    materials="Modul <satu>. " * 45,
    planned_month="2027-03",
    state="submitted",
    agency=NTT,
)
OTHER = replace(PLAN, id=7, title="Pengawasan Pangan Lintas Daerah", mode="blended", agency=DKI)
MOVE = PlanMove(id=1, what="returned", at=NOON, agency="Sekber MPU", remark="<i>Ulangi</i>. " * 20, details={})
TAKEN = (Commitment(DKI, 12, True), Commitment(NTT, 4, False))
MOST = 8


def view(of: Plan = PLAN, **changes: Any) -> PlanView:
    """A training with much to say."""
    values: dict[str, Any] = {
        "plan": of,
        "missing": (),
        "moves": (MOVE,) * 20,
        "commitments": (),
        "offers": frozenset(),
        "proposal": None,
        "acts": frozenset(),
        "own": frozenset({1}),
    }
    return PlanView(**(values | changes))


PAIR = Pair(first=view(), second=view(OTHER), alike=likeness(PLAN, OTHER))
PROPOSAL = Proposal(id=3, kept_id=PLAN.id, merged_id=7, state="open", kept_agrees=None, merged_agrees=True)
DRAFT = replace(PLAN, state="returned")
ACCEPTED = replace(PLAN, state="accepted")
MISSING = ("competency", "mode", "funding", "summary", "objectives", "materials")


def screens(voice: Voice) -> dict[str, Screen]:
    """Every screen at its fullest."""
    organizer, secretariat = Grant(ORGANIZER, 1), Grant(SECRETARIAT, 3)
    taking = view(ACCEPTED, commitments=TAKEN, acts=frozenset({Act.COMMIT, Act.OFFER, Act.HOST, Act.PUBLISH}))
    merge = MergeView(id=2**31 - 1, pair=PAIR, kept_agrees=None, merged_agrees=True, waits_for_me=True)
    editing = view(DRAFT, missing=MISSING, acts=frozenset({Act.EDIT, Act.SUBMIT}))
    deciding = view(acts=frozenset({Act.ACCEPT, Act.RETURN, Act.PROPOSE, Act.RECALL}), proposal=PROPOSAL)
    topics = tuple(Topic(n, f"t{n}", f"Topik <{n}> yang panjang", 1000 + n, n) for n in range(1, 20))
    return {
        "room": room.room(voice, (organizer, secretariat), (NTT, DKI), (PLAN, DRAFT, ACCEPTED), 3, 2),
        "agencies": room.choose_agency(voice, (NTT, DKI)),
        "list": room.listed(voice, "own", (PLAN,) * 12, 2),
        "empty": room.listed(voice, "queue", (), 1),
        "survey": room.survey(voice, Survey("NTT", topics, 0), own=True, page=2),
        "no survey": room.survey(voice, Survey(None, (), 0), own=False, page=9),
        "draft": plan.one(voice, editing),
        "deciding": plan.one(voice, deciding),
        "taking": plan.one(voice, taking, voice.html("seats-taken", count=4)),
        "full": plan.full(voice, taking),
        "history": plan.history(voice, taking),
        "fields": plan.fields(voice, editing, "fields"),
        "fields2": plan.fields(voice, editing, "fields2"),
        "seats": plan.ask_seats(voice, taking, NTT),
        "whose seats": plan.seats_for(voice, taking, (NTT, DKI)),
        "host": plan.choose_host(voice, replace(taking, offers=frozenset({1}))),
        "only host": plan.choose_host(voice, replace(taking, commitments=TAKEN[:1])),
        "pair": pair.pair(voice, PAIR, refused=True),
        "pair waits": pair.pair(voice, replace(PAIR, first=view(proposal=PROPOSAL))),
        "compare": pair.compare(voice, PAIR),
        "choose": pair.choose(voice, PAIR),
        "proposal": pair.proposal(voice, merge),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_keeps_to_telegram_and_to_the_voice(language: str) -> None:
    for name, screen in screens(Words().voice(language, "WIB")).items():
        labels = [button.text for row in screen.rows for button in row]
        assert 1 <= len(labels) <= MOST, name
        assert [label for label in labels if len(label) > 22] == [], name
        assert len(unescape(re.sub(r"<[^>]+>", "", screen.text))) <= 4096, name
        assert "<semua>" not in screen.text, name
        assert "<satu>" not in screen.text, name
        assert "<b>Pangan" not in screen.text, name


def test_the_main_button_stands_first_and_what_takes_away_does_not() -> None:
    shown = screens(Words().voice("id", "WIB"))

    first = {name: shown[name].rows[0][0].text for name in ("room", "draft", "deciding", "taking", "pair", "proposal")}

    assert first == {
        "room": "Periksa rancangan",
        "draft": "Lengkapi isian",
        "deciding": "Lihat usulan",
        "taking": "Ubah jumlah kursi",
        "pair": "Usulkan digabung",
        "proposal": "Setuju digabung",
    }
    assert "Kursi: 16, yaitu BPSDM DKI Jakarta 12 (tuan rumah), BPSDM NTT 4." in shown["taking"].text
    assert "1. BPSDM NTT, 4 kursi, siap\n2. BPSDM DKI Jakarta, 12 kursi" in shown["host"].text
    assert "Jadikan tuan rumah" in [button.text for row in shown["only host"].rows for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("what", "details"),
    [
        ("drafted", {}),
        ("submitted", {}),
        ("recalled", {}),
        ("accepted", {}),
        ("proposed", {"partner": "Arsip", "proposal": 3}),
        ("agreed", {"partner": "Arsip", "proposal": 3}),
        ("kept", {"partner": "Arsip", "proposal": 3}),
        ("merged", {"source": "Arsip"}),
        ("merged", {"into": "Arsip"}),
        ("committed", {"agency": 1, "seats": 1}),
        ("withdrew", {"agency": 1, "seats": 0}),
        ("host-offered", {"agency": 1}),
        ("host", {"agency": 1, "host": "BPSDM NTT"}),
        ("published", {"host": "BPSDM NTT"}),
    ],
)
def test_every_step_has_its_words(language: str, what: str, details: dict[str, Any]) -> None:
    told = move_told(
        Words().voice(language, "WIB"), replace(MOVE, what=what, details=details, remark=None, agency=None)
    )

    assert told.startswith("17 Nov · ")
    assert ("Arsip" in told) == ("partner" in details or "source" in details or "into" in details)
