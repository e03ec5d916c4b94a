"""Where a NIP is shown in full: to its owner, and to the organizers of the owner's own agency."""

from __future__ import annotations

import re

from tests.support.tree import files_in, relative

IN_FULL = re.compile(r"\.grouped\b|\.decrypt\(")
MAY = {
    "services/identity/nip.py": "the type itself",
    "services/vault.py": "the encryption itself",
    "services/identity/requests.py": "the owner's own answers",
    "services/privacy.py": "the owner's own data",
    "bot/dialogs/onboarding/windows.py": "the owner, while they introduce themselves",
    "bot/dialogs/onboarding/path.py": "the owner, while they introduce themselves",
    "services/papers/seat.py": "the owner's own letter and calendar",
    "services/identity/decisions.py": "an organizer, in full where `nip.view` names the person's agency",
    "services/enrolment/recommendation_view.py": "an organizer, in full where `nip.view` names the person's agency",
    "services/enrolment/nominate.py": "organizers who rank, masked for all of them",
    "services/helpdesk/group_view.py": "the group of the team that was asked, masked for all of it",
    "services/helpdesk/look.py": "the team that was asked, masked for all of them",
    "services/participants/people.py": "organizers, in full where the caller asked `nip.view` (below)",
    "services/files/tables.py": "the own agency's staff list, for its organizers only (`roster.download`)",
    "bot/inbox.py": "updates, which are no NIPs",
}
"""Every file that may open a NIP or spell one out, and for whom; others get what these services give out."""


def test_a_nip_is_spelt_out_only_where_its_reader_may_see_it() -> None:
    found = {relative(path) for path in files_in("bot", "services") if IN_FULL.search(path.read_text(encoding="utf-8"))}

    assert sorted(found - MAY.keys()) == [], (
        "ask `nip.view` there for the person's own agency, mask otherwise, and say so"
    )


def test_whoever_shows_others_a_nip_asks_whether_they_are_of_the_person_s_agency() -> None:
    for path in files_in("bot", "services"):
        if MAY.get(relative(path), "").startswith("an organizer"):
            source = path.read_text(encoding="utf-8")
            assert 'reach("nip.view"' in source
            assert ".masked" in source


def test_whoever_lists_people_asks_whose_nips_may_be_whole() -> None:
    sources = {relative(path): path.read_text(encoding="utf-8") for path in files_in("bot", "services")}
    callers = {
        name: source
        for name, source in sources.items()
        # Who asks for nobody's to be whole gets all of them masked.
        if "line_of(self.vault" in source or "line_of(vault, " in source.replace("line_of(vault, one, ())", "")
    }

    assert len(callers) >= 3
    assert [name for name, source in callers.items() if 'reach("nip.view"' not in source] == []
    assert ".masked" in sources["services/enrolment/nominate.py"]
    assert ".grouped" not in sources["services/enrolment/nominate.py"]
