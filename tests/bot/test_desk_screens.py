"""The screens of an agency's desk, and what Jalin says of itself in a group."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.helpdesk_group import screens as in_group
from bot.organizing import desk as screens
from bot.screens import Screen
from bot.words import Voice, Words
from services.helpdesk.desks import Helpdesk, Topics, Trouble, working_time
from storage.repositories.agencies import Agency

AGENCY = Agency(1, "bpsdm-dki", "BPSDM Provinsi DKI Jakarta", "BPSDM DKI Jakarta", "bpsdm", "DKI", "WIB")
DESK = Helpdesk(agency=AGENCY, opens="08:00", closes="16:00")
GROUP = replace(DESK, chat_id=-100, title="Tim <BPSDM> & kawan")
WORDS = Words()
VOICES = (WORDS.voice("id", "WITA"), WORDS.voice("en", "WIT"))
ID = VOICES[0]


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


@pytest.mark.parametrize("voice", VOICES, ids=("id", "en"))
def test_every_screen_fits_on_a_phone_and_has_a_way_on(voice: Voice) -> None:
    private = [
        screens.overview(voice, DESK, [DESK, replace(DESK, agency=replace(AGENCY, id=2))]),
        screens.overview(voice, GROUP, [GROUP]),
        screens.days(voice, DESK),
        screens.hours(voice, DESK, "opens"),
        screens.hours(voice, DESK, "closes"),
        screens.alarms(voice, DESK),
        screens.group(voice, DESK),
        screens.group(voice, GROUP),
        *[screens.group(voice, replace(GROUP, trouble=one)) for one in Trouble],
        *[screens.group(voice, replace(GROUP, topics=one)) for one in Topics],
    ]
    asked = screens.ask_to_unlink(voice, GROUP)
    assert "&lt;BPSDM&gt;" in asked.text
    public = [
        asked,
        in_group.introduction(voice, [AGENCY, replace(AGENCY, id=2, short_name="Kementerian Dalam Negeri")]),
        in_group.introduction(voice, []),
        in_group.ask_to_link(voice, AGENCY),
        in_group.linked(voice, GROUP),
        in_group.changed(voice, replace(GROUP, trouble=Trouble.TOPICS)),
    ]

    for screen in [*private, *public]:
        assert len(labels(screen)) <= 8
        assert all(len(label) <= 22 for label in labels(screen)), labels(screen)
        assert len(screen.text) <= 420
        assert len(screen.text.split("\n")) <= 8
    assert all(labels(screen)[-1].startswith("⬅️") for screen in private)


def test_working_time_is_told_on_the_clock_of_who_asks() -> None:
    work = working_time(DESK)

    assert screens.office_hours(ID, work, "WITA") == "Sen–Jum pukul 09.00–17.00 WITA"
    assert screens.office_hours(VOICES[1], work, "WIB") == "Mon–Fri 08:00–16:00 WIB"


@pytest.mark.parametrize(
    ("days", "told"),
    [("12345", "Sen–Jum"), ("135", "Sen, Rab, Jum"), ("1", "Sen"), ("12", "Sen, Sel"), ("1234567", "Sen–Min")],
)
def test_days_in_a_row_are_a_span(days: str, told: str) -> None:
    assert screens.days_told(ID, frozenset(map(int, days))) == told


@pytest.mark.parametrize(("hours", "told"), [(8, "1 hari kerja"), (16, "2 hari kerja"), (4, "4 jam kerja")])
def test_waiting_is_told_in_days_where_they_are_whole(hours: int, told: str) -> None:
    assert screens.wait_told(ID, hours, working_time(DESK)) == told


def test_what_is_on_is_marked() -> None:
    assert [one[0] for one in labels(screens.days(ID, DESK))[:7]] == ["✅"] * 5 + ["⬜"] * 2
    assert "✅ 08.00" in labels(screens.hours(ID, DESK, "opens"))
    assert "✅ 1 hari kerja" in labels(screens.alarms(ID, DESK))
