"""Writing announcements: texts, pictures, buttons; nobody else's; nothing too long, no address that is none."""

from __future__ import annotations

import pytest

from services.broadcasts.content import LONGEST_TEXT, LONGEST_WITH_MEDIA, Button
from storage.database import Database
from storage.tables import BroadcastRow
from tests.support.announcing import ADMIN, DEWI, FIRST, PICTURE, RATNA, RINA, SEKAR, Office, open_office, refused
from tests.support.catalogue import add_batch, add_training
from tests.support.clock import Clock


@pytest.fixture
async def office(database: Database, now: Clock) -> Office:
    return await open_office(database, now)


async def test_a_draft_begins_with_its_words_or_its_picture(office: Office) -> None:
    words = await office.begin(html="  Halo <tg-emoji emoji-id='5'>👍</tg-emoji> ")
    picture = await office.begin(media=PICTURE)

    assert (await office.row(words))["body"] == {"text": {"id": "Halo 👍", "en": None}, "media": None, "buttons": []}
    row = await office.row(picture)
    assert row["body"]["media"] == {"kind": "photo", "file_id": "F1", "name": None}
    assert (row["audience"], row["general"]) == ({"within": [office.agency()], "reachable_only": True}, True)
    assert await office.audit() == ["broadcast.drafted"] * 2


async def test_the_same_words_twice_within_a_minute_are_one_draft(office: Office) -> None:
    first, second = await office.begin(), await office.begin()
    office.now.advance(minutes=2)
    third = await office.begin()

    assert (first == second, first == third) == (True, False)


async def test_who_writes_for_which_agency(office: Office) -> None:
    dewi = await office.tools.speakers(actor_telegram_id=DEWI)
    sekar = await office.tools.speakers(actor_telegram_id=SEKAR)
    await office.staff.welcome(ADMIN, agency="kemendagri")
    admin = await office.tools.speakers(actor_telegram_id=ADMIN)

    assert [one.code for one in dewi] == ["bpsdm-ntt"]
    assert [one.code for one in sekar] == ["sekber"]
    assert {one.code for one in admin} == {"kemendagri", "sekber"}
    assert await refused(office.begin(DEWI, "bpsdm-dki")) == "not-allowed"
    assert await refused(office.begin(ADMIN, "bpsdm-dki")) == "not-allowed"
    assert await refused(office.begin(12345)) == "not-allowed"


async def test_an_admin_who_never_said_hello_is_told_to(office: Office) -> None:
    assert await refused(office.begin(ADMIN, "sekber")) == "announce-start-first"


@pytest.mark.parametrize("who", [RATNA, RINA, ADMIN], ids=["a colleague", "another agency", "an admin"])
async def test_a_draft_is_its_authors_alone(office: Office, who: int) -> None:
    number, tools = await office.begin(), office.tools
    if who == ADMIN:
        await office.staff.welcome(ADMIN)
    act = {"broadcast_id": number, "actor_telegram_id": who}

    tried = [
        tools.get(**act),
        tools.forecast(**act),
        tools.set_text(**act, language="id", html="Lain"),
        tools.set_media(**act, media=PICTURE),
        tools.add_button(**act, added=Button(kind="answer", label="Ya")),
        tools.choices(**act, field="provinces"),
        tools.choose(**act, field="provinces", value="NTT", chosen=True),
        tools.clear(**act),
        tools.reachable_only(**act, only=False),
        tools.set_time(**act, send_at=None),
        tools.hand_in(**act, version=1),
        tools.recall(**act),
        tools.save_template(**act, name="Punya orang"),
        tools.delete(**act),
    ]

    before = await office.row(number)
    assert [await refused(one) for one in tried] == ["not-allowed"] * len(tried)
    assert await office.row(number) == before


async def test_texts_change_one_by_one_and_what_is_the_same_changes_nothing(office: Office) -> None:
    number = await office.begin()
    for language, html in (("en", "The class moves."), ("id", "Kelas tetap."), ("id", "Kelas tetap."), ("en", None)):
        await office.tools.set_text(broadcast_id=number, actor_telegram_id=DEWI, language=language, html=html)

    row = await office.row(number)
    assert row["body"]["text"] == {"id": "Kelas tetap.", "en": None}
    assert row["version"] == 4
    assert await refused(_text(office, number, None)) == "announce-text-none"
    assert await refused(_text(office, 999, "Halo")) == "announce-unknown"


async def test_a_text_fits_into_its_message_also_under_a_picture(office: Office) -> None:
    number = await office.begin(html="<b>" + "x" * (LONGEST_WITH_MEDIA + 1) + "</b>")

    with_picture = await refused(office.tools.set_media(broadcast_id=number, actor_telegram_id=DEWI, media=PICTURE))
    too_long = await refused(_text(office, number, "x" * (LONGEST_TEXT + 1)))
    fits = await refused(_text(office, number, "x" * LONGEST_TEXT))
    short = await refused(_text(office, number, "x" * LONGEST_WITH_MEDIA))
    await office.tools.set_media(broadcast_id=number, actor_telegram_id=DEWI, media=PICTURE)

    assert (with_picture, too_long, fits, short) == ("announce-text-long", "announce-text-long", "done", "done")
    assert await refused(_text(office, number, "x" * (LONGEST_WITH_MEDIA + 1))) == "announce-text-long"


@pytest.mark.parametrize(
    ("button", "key"),
    [
        pytest.param(Button(kind="link", label="Denah", url="https://contoh.go.id/a?b=1"), "done", id="an address"),
        pytest.param(Button(kind="link", label="Denah", url="javascript:alert(1)"), "announce-url", id="a script"),
        pytest.param(Button(kind="link", label="Denah", url="tg://user?id=1"), "announce-url", id="another scheme"),
        pytest.param(Button(kind="link", label="Denah", url="https://a@contoh.go.id"), "announce-url", id="a user"),
        pytest.param(Button(kind="link", label="Denah", url="https://dalam"), "announce-url", id="no domain"),
        pytest.param(Button(kind="link", label="Denah", url="https://a.id/x y"), "announce-url", id="a space"),
        pytest.param(Button(kind="link", label="Denah", url="https://[::1"), "announce-url", id="half an address"),
        pytest.param(Button(kind="link", label="Denah", url="contoh.go.id"), "announce-url", id="no scheme"),
        pytest.param(Button(kind="card", label="Lihat", batch=1), "done", id="a batch"),
        pytest.param(Button(kind="card", label="Lihat", batch=2), "announce-batch", id="a draft batch"),
        pytest.param(Button(kind="card", label="Lihat", batch=3), "announce-batch", id="no batch"),
        pytest.param(Button(kind="answer", label="  Sudah   saya baca "), "done", id="an answer"),
        pytest.param(Button(kind="answer", label=" "), "announce-label", id="no label"),
        pytest.param(Button(kind="answer", label="x" * 23), "announce-label", id="a long label"),
        pytest.param(Button(kind="other", label="x"), "announce-batch", id="another kind"),
    ],
)
async def test_buttons_are_looked_at(office: Office, button: Button, key: str) -> None:
    agency = office.agency()
    await add_training(office.staff.database, agency, "t", id=1)
    await add_batch(office.staff.database, 1, agency, "b1", id=1)
    await add_batch(office.staff.database, 1, agency, "b2", id=2, number=2, state="draft")
    number = await office.begin()

    assert await refused(_button(office, number, button)) == key
    kept = (await office.row(number))["body"]["buttons"]
    assert [one["label"] for one in kept] == ([" ".join(button.label.split())] if key == "done" else [])


async def test_three_buttons_at_most_each_once_and_a_second_tap_takes_no_other_away(office: Office) -> None:
    number = await office.begin()
    for label in ("Satu", "Dua", "Dua", "Tiga"):
        await _button(office, number, Button(kind="answer", label=label))
    full = await refused(_button(office, number, Button(kind="answer", label="Empat")))
    version = (await office.row(number))["version"]
    remove = {"broadcast_id": number, "actor_telegram_id": DEWI, "at": 0, "version": version}
    await office.tools.remove_button(**remove)

    assert full == "announce-buttons-full"
    assert await refused(office.tools.remove_button(**remove)) == "announce-moved-on"
    assert [one["label"] for one in (await office.row(number))["body"]["buttons"]] == ["Dua", "Tiga"]


async def test_a_deleted_draft_is_gone_and_deleting_it_again_says_so(office: Office) -> None:
    number = await office.begin()

    first = await office.tools.delete(broadcast_id=number, actor_telegram_id=DEWI)
    second = await office.tools.delete(broadcast_id=number, actor_telegram_id=DEWI)

    assert (first, second) == (True, False)
    assert await office.staff.rows(BroadcastRow) == []
    assert await refused(office.tools.get(broadcast_id=number, actor_telegram_id=DEWI)) == "announce-unknown"


async def test_templates_are_the_agencys_and_begin_drafts(office: Office) -> None:
    number, tools = await office.begin(), office.tools
    await tools.choose(broadcast_id=number, actor_telegram_id=DEWI, field="provinces", value="NTT", chosen=True)
    for name in ("Kelas  pindah", "kelas PINDAH"):
        await tools.save_template(broadcast_id=number, actor_telegram_id=DEWI, name=name)
    [(template, name)] = (await tools.shelf(actor_telegram_id=RATNA)).templates
    copies = [await tools.begin_from(template_id=template, actor_telegram_id=RATNA) for _ in range(2)]
    seen = await tools.get(broadcast_id=copies[0], actor_telegram_id=RATNA)

    assert (name, copies[0]) == ("kelas PINDAH", copies[1])
    assert (seen.message.body.texts["id"], seen.message.audience.provinces) == (FIRST["html"], ("NTT",))
    assert (await tools.shelf(actor_telegram_id=RINA)).templates == ()
    assert await refused(tools.begin_from(template_id=template, actor_telegram_id=RINA)) == "not-allowed"
    assert await refused(tools.begin_from(template_id=number, actor_telegram_id=DEWI)) == "announce-unknown"
    assert await refused(tools.delete_template(template_id=template, actor_telegram_id=RINA)) == "not-allowed"
    assert await refused(tools.get(broadcast_id=template, actor_telegram_id=DEWI)) == "announce-unknown"
    for name in ("", "x" * 41):
        saved = tools.save_template(broadcast_id=number, actor_telegram_id=DEWI, name=name)
        assert await refused(saved) == "announce-template-name"
    assert await tools.delete_template(template_id=template, actor_telegram_id=DEWI)
    assert not await tools.delete_template(template_id=template, actor_telegram_id=DEWI)


async def test_the_shelf_has_ones_own_drafts_and_what_is_pending(office: Office) -> None:
    older, newer = await office.begin(), await office.begin(html="Lain")
    sent = await office.begin(html="Dikirim")
    await office.people(1)
    assert await office.hand_in(sent) == "scheduled"

    shelf = await office.tools.shelf(actor_telegram_id=DEWI)

    assert [one.id for one in shelf.drafts] == [newer, older]
    assert [one.id for one in shelf.pending] == [sent]
    assert (await office.tools.shelf(actor_telegram_id=RATNA)).drafts == ()
    assert shelf.drafts[0].by == "Dewi Umpama"


async def _text(office: Office, number: int, html: str | None) -> None:
    await office.tools.set_text(broadcast_id=number, actor_telegram_id=DEWI, language="id", html=html)


async def _button(office: Office, number: int, button: Button) -> None:
    await office.tools.add_button(broadcast_id=number, actor_telegram_id=DEWI, added=button)
