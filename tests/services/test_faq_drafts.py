"""Drafts of articles: what of a question and its answers is kept, by whom, and how it is changed."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import update

from services.faq.drafting import mark_of_part
from services.faq.wording import propose, title_of
from storage.database import Database
from storage.repositories.faqs import Said
from storage.tables import FaqRow, TicketRow
from tests.support.announcing import refused
from tests.support.clock import Clock
from tests.support.faqs import ADMIN, DEWI, RATNA, RINA, SEKAR, YOHANA, FaqOffice, open_faq_office


@pytest.fixture
async def office(database: Database, now: Clock) -> FaqOffice:
    return await open_faq_office(database, now)


def said(*turns: tuple[str, str]) -> tuple[Said, ...]:
    return tuple(Said(*turn) for turn in turns)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Halo, selamat pagi. peserta luar jakarta dapat penginapan?", "Peserta luar jakarta dapat penginapan?"),
        ("Selamat pagi. Saya mau tanya jadwal kelas", "Saya mau tanya jadwal kelas"),
        ("jadwal " * 30, f"{('Jadwal ' + 'jadwal ' * 14).strip()}…"),
    ],
)
def test_a_title_is_what_asks(question: str, title: str) -> None:
    assert title_of(question) == title


def test_the_last_question_that_was_answered_counts_and_thanks_do_not() -> None:
    found = propose(
        "Jadwal",
        said(
            ("asker", "Jadwalnya kapan?"),
            ("team", "Senin."),
            ("asker", "Ruangnya di mana?"),
            ("team", "Di <b>Aula</b> &amp; lobi."),
            ("team", 'Lihat <a href="https://contoh.go.id/denah">denah</a>.'),
            ("asker", "Terima kasih"),
            ("team", "Sama-sama"),
            ("asker", "Eh satu lagi, parkirnya?"),
        ),
        (),
    )

    assert (found.title, found.aliases) == ("Ruangnya di mana?", ("Jadwal",))
    assert found.answer == "Di Aula & lobi. Lihat denah (https://contoh.go.id/denah)."
    assert (found.body, found.struck) == ("", 0)


def test_a_long_answer_is_whole_in_the_body_and_short_above() -> None:
    answer = "Asrama tersedia. " + "Berkasnya dibawa sendiri oleh peserta. " * 20

    found = propose("Asrama", said(("asker", "Asrama?"), ("team", answer)), ())

    assert found.answer.startswith("Asrama tersedia. Berkasnya")
    assert len(found.answer) <= 300
    assert found.answer.endswith("peserta.")
    assert found.body == answer.strip()


def test_whoever_is_mentioned_is_struck_out_under_whatever_name() -> None:
    mention = '<a href="tg://user?id=600000009">Kang <b>Sulaiman</b></a>'

    found = propose("Asrama", said(("asker", "Asrama?"), ("team", f"Hubungi {mention} ya. Kang Sulaiman di lobi.")), ())

    assert (found.answer, found.struck) == ("Hubungi […] ya. […] di lobi.", 2)


def test_a_picture_asks_without_words_and_emoji_count_as_two() -> None:
    found = propose("", said(("asker", ""), ("team", "Itu brosur asrama. " + "👍" * 200)), ())

    assert found.title == "Itu brosur asrama."
    assert found.answer == "Itu brosur asrama."
    assert found.body.endswith("👍")
    assert len(propose("", said(("asker", ""), ("team", "👍" * 400)), ()).answer) == 150


async def test_nothing_is_kept_before_it_was_looked_at_and_then_once(office: FaqOffice) -> None:
    ticket = await office.ticket()

    seen = await office.tools.propose(ticket_id=ticket, actor_telegram_id=DEWI)
    before = await office.staff.rows(FaqRow)
    assert seen.proposal
    act = {"ticket_id": ticket, "mark": seen.proposal.mark, "actor_telegram_id": DEWI}
    kept = await asyncio.gather(*(office.tools.keep(**act) for _ in range(3)))
    again = await office.tools.propose(ticket_id=ticket, actor_telegram_id=RATNA)

    assert before == []
    assert seen.proposal.title == "Apakah peserta dari luar Jakarta dapat penginapan?"
    assert len(set(kept)) == 1
    assert (again.proposal, again.faq_id) == (None, kept[0])
    row = await office.row(kept[0])
    assert (row["state"], row["agency_id"], row["slug"]) == ("draft", office.agency(), f"tj{kept[0]}")
    assert await office.audit() == ["faq.drafted"]


async def test_names_and_numbers_of_everybody_around_are_struck_out(office: FaqOffice) -> None:
    await office.staff.employ(name="Yohana Contoh Sebenarnya")
    ticket = await office.ticket(
        ("asker", "Saya Yohana, nip 19900315 201503 2 014, hp 0812-9990-0001. Surat ke Pak Sebenarnya kapan?"),
        ("note", "Rahasia tim."),
        ("team-withdrawn", "Jawaban yang ditarik."),
        ("team", "Bu Yohana, silakan ke Ratna Ibarat (ratna@contoh.go.id) atau DEWI. Nip 1990…014 tercatat."),
        title="Surat Yohana Contoh",
    )

    found = (await office.tools.propose(ticket_id=ticket, actor_telegram_id=DEWI)).proposal

    assert found
    assert found.title == "Surat ke Pak […] kapan?"
    assert found.answer == "Bu […], silakan ke […] ([…]) atau […]. Nip […] tercatat."
    assert found.aliases == ("Surat […]",)
    assert found.struck == 9


async def test_an_answer_that_changed_meanwhile_is_looked_at_again(office: FaqOffice) -> None:
    ticket = await office.ticket()

    stale = office.tools.keep(ticket_id=ticket, mark=1, actor_telegram_id=DEWI)

    assert await refused(stale) == "faq-moved-on"
    assert await office.staff.rows(FaqRow) == []


async def test_without_an_answer_or_a_ticket_there_is_no_draft(office: FaqOffice) -> None:
    asked = await office.ticket(("asker", "Kapan?"))

    keys = [
        await refused(office.tools.propose(ticket_id=number, actor_telegram_id=DEWI)) for number in (asked, asked + 9)
    ]

    assert keys == ["faq-not-answered", "faq-ticket-unknown"]


async def test_only_the_agency_of_the_ticket_makes_articles_of_it(office: FaqOffice) -> None:
    ticket = await office.ticket()

    keys = {
        who: await refused(office.tools.propose(ticket_id=ticket, actor_telegram_id=who))
        for who in (RINA, SEKAR, YOHANA, ADMIN)
    }

    assert keys == {RINA: "not-allowed", SEKAR: "not-allowed", YOHANA: "not-allowed", ADMIN: "faq-start-first"}


async def test_a_ticket_that_was_handed_on_becomes_an_article_of_the_other_agency_too(office: FaqOffice) -> None:
    number = await office.draft()
    ticket = (await office.row(number))["ticket_id"]
    async with office.staff.database.write() as connection:
        await connection.execute(update(TicketRow).values(agency_id=office.agency("bpsdm-dki")))

    seen = await office.tools.propose(ticket_id=ticket, actor_telegram_id=RINA)
    assert seen.proposal
    kept = await office.tools.keep(ticket_id=ticket, mark=seen.proposal.mark, actor_telegram_id=RINA)

    assert (await office.row(kept))["agency_id"] == office.agency("bpsdm-dki")
    assert await refused(office.tools.propose(ticket_id=ticket, actor_telegram_id=DEWI)) == "not-allowed"


async def test_what_was_looked_for_in_vain_becomes_one_draft_an_agency(office: FaqOffice) -> None:
    miss = await office.miss("cuti besar bagi pppk")
    speakers = await office.tools.speakers(actor_telegram_id=DEWI)
    act = {"miss_id": miss, "agency_id": office.agency()}

    first, second = [await office.tools.begin(**act, actor_telegram_id=who) for who in (DEWI, RATNA)]
    other = await office.tools.begin(miss_id=miss, agency_id=office.agency("bpsdm-dki"), actor_telegram_id=RINA)

    assert [one.code for one in speakers] == ["bpsdm-ntt"]
    assert first == second != other
    row = await office.row(first)
    assert (row["title"], row["answer"], row["miss_id"]) == ("Cuti besar bagi pppk", "", miss)
    assert await refused(office.tools.begin(**act, actor_telegram_id=RINA)) == "not-allowed"
    assert await refused(office.tools.begin(**act | {"miss_id": 99}, actor_telegram_id=DEWI)) == "miss-gone"
    assert await refused(office.hand_in(first)) == "faq-answer-none"


async def test_an_admin_speaks_for_the_secretariat(office: FaqOffice) -> None:
    await office.staff.welcome(ADMIN)

    speakers = await office.tools.speakers(actor_telegram_id=ADMIN)

    assert [one.code for one in speakers] == ["sekber"]
    assert await refused(office.tools.speakers(actor_telegram_id=YOHANA)) == "not-allowed"


async def test_parts_are_changed_and_whoever_did_is_the_author(office: FaqOffice) -> None:
    number = await office.draft()
    act = {"faq_id": number, "actor_telegram_id": RATNA}

    await office.tools.set_part(**act, part="title", text=" Penginapan \n peserta ")
    await office.tools.set_part(**act, part="title", text="Penginapan peserta")
    await office.tools.set_part(**act, part="answer", text="Ada.")
    await office.tools.set_part(**act, part="body", text="Asrama:\n- putra  \n\n\n\n- putri")
    await office.tools.set_part(**act, part="aliases", text="asrama\nAsrama\n\n mes  peserta ")

    row = await office.row(number)
    assert (row["title"], row["answer"]) == ("Penginapan peserta", "Ada.")
    assert (row["body"], row["aliases"]) == ("Asrama:\n- putra\n\n- putri", ["asrama", "mes peserta"])
    assert (row["author_id"], row["version"]) == (await office.staff.person_id(RATNA), 5)
    assert (await office.audit())[1:] == ["faq.edited"] * 4


async def test_nobody_writes_over_what_a_colleague_wrote_meanwhile(office: FaqOffice) -> None:
    number = await office.draft()
    looked = {
        part: mark_of_part((await office.tools.get(faq_id=number, actor_telegram_id=DEWI)).faq, part)
        for part in ("title", "aliases")
    }
    await office.tools.set_part(faq_id=number, part="title", text="Asrama", actor_telegram_id=RATNA)

    async def write(part: str, text: str) -> None:
        await office.tools.set_part(faq_id=number, part=part, text=text, actor_telegram_id=DEWI, seen=looked[part])

    assert await refused(write("title", "Mes")) == "faq-moved-on"
    await write("aliases", "mes peserta")

    row = await office.row(number)
    assert (row["title"], row["aliases"], row["version"]) == ("Asrama", ["mes peserta"], 3)


@pytest.mark.parametrize(
    ("part", "text", "key"),
    [
        ("title", " ", "faq-title"),
        ("title", "x" * 111, "faq-title"),
        ("answer", "x" * 301, "faq-answer"),
        ("body", "x" * 2001, "faq-body"),
        ("title", "👍a" * 37, "faq-title"),
        ("title", "?! … 👍", "faq-wordless"),
        ("answer", "👍" * 150, "faq-wordless"),
        ("body", "👍" * 1001, "faq-body"),
        ("aliases", "asrama\n???", "faq-wordless"),
        ("aliases", "x" * 81, "faq-aliases"),
        ("aliases", "\n".join("abcdefghijklm"), "faq-aliases"),
        ("body", "Hubungi 1990 0315 2015 0320 14", "faq-nip"),
    ],
)
async def test_what_does_not_fit_is_refused(office: FaqOffice, part: str, text: str, key: str) -> None:
    number = await office.draft()

    assert await refused(office.tools.set_part(faq_id=number, part=part, text=text, actor_telegram_id=DEWI)) == key
    assert (await office.row(number))["version"] == 1


async def test_what_no_file_can_hold_is_left_out_and_what_says_nothing_is_not_handed_in(office: FaqOffice) -> None:
    wordless = await office.ticket(("asker", "???"), ("team", "👍"), title="")
    proposed = await office.tools.propose(ticket_id=wordless, actor_telegram_id=DEWI)
    assert proposed.proposal
    number = await office.tools.keep(ticket_id=wordless, mark=proposed.proposal.mark, actor_telegram_id=DEWI)

    assert await refused(office.hand_in(number)) == "faq-wordless"
    await office.tools.set_part(faq_id=number, part="title", text="Asra\x7fma\x00", actor_telegram_id=DEWI)
    assert await refused(office.hand_in(number)) == "faq-wordless"
    await office.tools.set_part(faq_id=number, part="answer", text="Ada\x07.", actor_telegram_id=DEWI)

    assert await office.hand_in(number)
    row = await office.row(number)
    assert (row["title"], row["answer"]) == ("Asrama", "Ada.")


async def test_a_draft_is_deleted_and_what_was_shown_only_retired(office: FaqOffice) -> None:
    draft, shown, waiting = await office.draft(), await office.shown(), await office.waiting()
    act = {"version": 1, "actor_telegram_id": DEWI}

    deleted = await office.tools.drop(faq_id=draft, **act)
    retired = [await office.tools.drop(faq_id=shown, **act) for _ in range(2)]
    asked = await refused(office.tools.drop(faq_id=waiting, **act))
    foreign = await refused(office.tools.drop(faq_id=waiting, version=1, actor_telegram_id=RINA))

    assert (deleted, retired, asked, foreign) == (True, [False, False], "faq-moved-on", "not-allowed")
    assert {row["id"]: row["state"] for row in await office.staff.rows(FaqRow)} == {
        shown: "retired",
        waiting: "waiting",
    }
    assert (await office.audit()).count("faq.retired") == 1


async def test_one_of_another_agency_is_neither_seen_nor_changed(office: FaqOffice) -> None:
    number = await office.draft()

    keys = [
        await refused(office.tools.get(faq_id=number, actor_telegram_id=RINA)),
        await refused(office.tools.set_part(faq_id=number, part="title", text="x", actor_telegram_id=RINA)),
        await refused(office.tools.hand_in(faq_id=number, version=1, actor_telegram_id=RINA)),
        await refused(office.tools.get(faq_id=number, actor_telegram_id=YOHANA)),
        await refused(office.tools.get(faq_id=99, actor_telegram_id=DEWI)),
    ]

    assert keys == ["not-allowed"] * 4 + ["faq-unknown"]
    assert await office.tools.list(state="draft", actor_telegram_id=RINA) == ()
    assert [one.id for one in await office.tools.list(state="draft", actor_telegram_id=DEWI)] == [number]
    assert await refused(office.tools.list(state="draft", actor_telegram_id=YOHANA)) == "not-allowed"
