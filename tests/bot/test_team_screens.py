"""The screens of [Tim] and of role links: short, with a way back, and what takes away never first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.organizing import role_links, team
from bot.screens import Screen
from bot.words import Voice, Words
from services.invitations import Choices, Invitation, Made, Member, MemberView, OpenedLink, Page, Taken, Team
from services.people import Agency
from tests.support.clock import NOON

VOICES = [Words().voice(language, "WITA") for language in ("id", "en")]
LONG = "Badan Pengembangan Sumber Daya Manusia Daerah Provinsi Nusa Tenggara Timur"
AGENCY = Agency(1, "bpsdm-ntt", LONG, "BPSDM Provinsi Nusa Tenggara Timur", "bpsdm", "NTT", "WITA")
MEMBER = Member(
    id=7,
    telegram_id=1,
    role="organizer",
    name="Yohana Contoh Dengan Nama Yang Panjang Sekali",
    agency_id=1,
    agency="BPSDM NTT",
    granted_at=NOON,
)
LINK = Invitation(
    id=9,
    purpose="role",
    role="secretariat",
    agency_id=None,
    agency=None,
    agency_zone=None,
    enrolment_id=None,
    invited_by=1,
    inviter_telegram_id=1,
    inviter=None,
    created_at=NOON,
    expires_at=NOON + timedelta(hours=72),
    used_at=None,
    used_by=None,
    revoked_at=None,
)
MADE = Made(id=9, token="A" * 22, role="organizer", agency=None, expires_at=LINK.expires_at)
OPENED = OpenedLink(
    purpose="role", role="instructor", agency="BPSDM NTT", inviter=None, expires_at=NOON, name="<Sri> & Andai"
)
VIEW = MemberView(member=MEMBER, is_own=False, may_revoke=True)


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


@pytest.mark.parametrize("voice", VOICES, ids=("id", "en"))
def test_every_screen_fits_on_a_phone_and_has_a_way_on(voice: Voice) -> None:
    middle = Page(items=(MEMBER,) * 5, page=2, pages=3)
    screens = [
        team.overview(voice, Team(members=4, links=1, may_invite=True)),
        team.members(voice, middle),
        team.member(voice, VIEW, 2),
        team.ask_to_revoke(voice, VIEW),
        team.revoked(voice, MEMBER, sees_team=True),
        team.links(voice, Page(items=(LINK,) * 5, page=2, pages=3), NOON),
        team.link(voice, LINK, NOON, may_take_back=True),
        team.ask_to_take_back(voice, LINK),
        role_links.choose_role(voice, Choices(roles=("organizer", "secretariat"), agencies=(), everywhere=True)),
        role_links.choose_agency(voice, "secretariat", [AGENCY] * 9, for_all=True),
        role_links.found(voice, "organizer", [AGENCY] * 5),
        role_links.found(voice, "organizer", []),
        role_links.made(voice, MADE, "jalin_bot"),
        role_links.offered(voice, OPENED, "A" * 22),
        role_links.taken(voice, Taken(role="organizer", agency=None, again=False)),
        role_links.left(voice),
    ]

    for screen in screens:
        assert 1 <= len(labels(screen)) <= 8
        assert all(len(label) <= 22 for label in labels(screen))
        assert len(screen.text.splitlines()) <= 12
        assert all(len((one.callback_data or "").encode()) <= 64 for row in screen.rows for one in row)


@pytest.mark.parametrize("voice", VOICES, ids=("id", "en"))
def test_what_takes_something_away_is_asked_about_and_is_never_the_first_button(voice: Voice) -> None:
    for screen, word in (
        (team.ask_to_revoke(voice, VIEW), "button-revoke-role"),
        (team.ask_to_take_back(voice, LINK), "button-take-back-link"),
    ):
        first, last = labels(screen)
        assert last == voice.plain(word) != first


def test_names_are_escaped_and_short_and_whoever_only_looks_has_no_button() -> None:
    voice = VOICES[0]
    seen = MemberView(member=MEMBER, is_own=True, may_revoke=False)

    assert "&lt;Sri&gt; &amp; Andai" in role_links.offered(voice, OPENED, "A" * 22).text
    assert "Yohana Contoh Dengan Nama…" in team.member(voice, seen, 1).text
    assert labels(team.member(voice, seen, 1)) == ["⬅️ Daftar"]
    assert labels(team.link(voice, LINK, NOON, may_take_back=False)) == ["⬅️ Daftar"]
    assert labels(team.revoked(voice, MEMBER, sees_team=False)) == ["⬅️ Menu"]
    assert labels(team.overview(voice, Team(members=0, links=0, may_invite=False))) == ["⬅️ Kelola"]


def test_the_message_to_pass_on_holds_the_link_and_no_buttons() -> None:
    message = role_links.to_pass_on(VOICES[0], MADE, "jalin_bot")

    assert f"https://t.me/jalin_bot?start=i_{'A' * 22}\n" in message.text
    assert "semua instansi" in message.text
    assert message.rows == ()
