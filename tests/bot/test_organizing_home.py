"""What organizers find under /kelola."""

from __future__ import annotations

import pytest

from bot.callbacks import KelolaMore
from bot.organizing.home import FIRST, ROOMS, Waiting, home, more
from bot.screens import Screen
from bot.words import Words
from services.access import ADMIN, ORGANIZER, SECRETARIAT, Grant

WORDS = Words()
LANGUAGES = ("id", "en")
NOBODY: tuple[Grant, ...] = ()
RINA = (Grant(ORGANIZER, 1),)


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_waiting_has_its_own_sentence(language: str) -> None:
    voice = WORDS.voice(language, "WIB")
    waiting = home(voice, NOBODY, [Waiting("verifications", 1)])
    nothing = home(voice, NOBODY, [Waiting("verifications", 0)])

    assert "1 verif" in waiting.text
    assert "0" not in nothing.text
    check = voice.plain("button-check-verifications")
    assert (check in labels(waiting), check in labels(nothing)) == (True, False)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [ORGANIZER, SECRETARIAT, ADMIN])
def test_all_that_can_wait_and_all_rooms_fit_on_a_phone(language: str, role: str) -> None:
    screen = home(WORDS.voice(language, "WIB"), (Grant(role, None),), [Waiting(key, 99) for key in FIRST])

    assert len(labels(screen)) <= 8
    assert all(len(label) <= 22 for label in labels(screen))


def test_rooms_without_space_stand_behind_one_button(monkeypatch: pytest.MonkeyPatch) -> None:
    voice, rooms = WORDS.voice("id", "WIB"), ROOMS * 7
    monkeypatch.setattr("bot.organizing.home.ROOMS", rooms)

    crowded = labels(home(voice, RINA, [Waiting(key, 1) for key in FIRST]))

    assert len(crowded) == 8
    assert crowded[-2:] == [voice.plain("button-more"), voice.plain("button-menu-back")]


@pytest.mark.parametrize("waiting", range(len(FIRST) + 1))
def test_all_rooms_are_found_page_by_page_and_each_once(waiting: int) -> None:
    voice, admin = WORDS.voice("id", "WIB"), (Grant(ADMIN, None),)
    further, names = voice.plain("button-more"), [voice.plain(f"button-{room.key}") for room in ROOMS]
    pages = [home(voice, admin, [Waiting(key, 1) for key in list(FIRST)[:waiting]])]
    while further in labels(pages[-1]):
        [onward] = [one.callback_data for row in pages[-1].rows for one in row if one.text == further]
        pages.append(more(voice, admin, KelolaMore.unpack(onward or "").seen))

    assert [label for page in pages for label in labels(page) if label in names] == names
    assert all(len(labels(page)) <= 8 for page in pages)
    assert labels(more(voice, admin, 99)) == labels(more(voice, admin))


def test_a_room_opens_for_the_roles_that_may_work_in_it() -> None:
    assert len(labels(more(WORDS.voice("id", "WIB"), NOBODY))) == 1
