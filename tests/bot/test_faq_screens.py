"""Articles made of answers, as organizers see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.organizing.faq import screens
from bot.organizing.faq.buttons import make_article_button
from bot.screens import Screen
from bot.words import Voice, Words
from services.faq import FaqView, Proposal, Proposed
from storage.repositories.faqs import Faq
from tests.support.clock import NOON

WORDS = Words()
VOICE = WORDS.voice("id", "WITA")
WAITING = Faq(
    id=7,
    slug="tj7",
    agency_id=1,
    agency="BPSDM NTT",
    zone="WITA",
    ticket_id=217,
    miss_id=None,
    author_id=1,
    author="Dewi Umpama",
    state="waiting",
    title="Apakah ada <asrama>?",
    answer="Ya, ada.",
    body="Bawa:\n- KTP",
    aliases=("mes", "penginapan"),
    version=3,
    remark=None,
    changed_at=NOON,
    approver=None,
    approved_at=None,
)
BOTH = (False, True)
SHOWN = replace(WAITING, state="shown", approver="Ratna Ibarat", approved_at=NOON)


def view(faq: Faq, *, writes: bool = True, approves: bool = False) -> FaqView:
    return FaqView(faq=faq, may_write=writes, may_approve=approves)


def labels(screen: Screen) -> list[list[str]]:
    return [[one.text for one in row] for row in screen.rows if row]


def data(screen: Screen) -> dict[str, str]:
    return {one.text: one.callback_data or "" for row in screen.rows for one in row}


def test_the_button_under_a_question_names_it() -> None:
    made = make_article_button(VOICE, 217)

    assert (made.text, made.callback_data) == ("Jadikan artikel", "faqm:217")


def test_what_would_be_kept_is_shown_whole_with_what_was_struck_out() -> None:
    words = Proposal(title="Asrama […]?", answer="Ada.", body="Satu.\nDua.", aliases=("mes",), struck=2)

    screen = screens.proposed(VOICE, Proposed(ticket_id=217, proposal=words, faq_id=None))

    assert screen.text == (
        "<b>Artikel dari T-0217</b>, belum disimpan\n\n<b>Asrama […]?</b>\nAda.\n\nSatu.\nDua.\n\n"
        "<i>Kata lain: mes</i>\n\n"
        "⚠️ 2 bagian pribadi diganti […]: nama, NIP, nomor telepon, alamat surel.\n\n"
        "Periksa lagi: yang tidak dikenali masih bisa tertinggal."
    )
    assert data(screen)["Simpan draf"] == f"faqk:217:{words.mark}"


def test_a_draft_offers_its_parts_and_asks_only_with_an_answer() -> None:
    draft = replace(WAITING, state="draft", remark="Kurang jelas.", title="Siapa […]?")

    screen, empty = screens.faq(VOICE, view(draft)), screens.faq(VOICE, view(replace(draft, answer="")))

    assert screen.text.startswith('⚠️ Dikembalikan: "Kurang jelas."\n\n<b>Draf artikel</b> · BPSDM NTT')
    assert "Masih ada […]" in screen.text
    assert labels(screen) == [
        ["Minta persetujuan"],
        ["Jawaban singkat", "Judul"],
        ["Rincian", "Kata lain"],
        ["Hapus draf", "⬅️ Artikel"],
    ]
    assert data(screen)["Minta persetujuan"] == "faqh:7:3"
    assert "Minta persetujuan" not in data(empty)
    assert "Jawabannya belum ditulis." in empty.text


def test_what_waits_is_a_request_to_the_second_person_and_a_standing_to_the_author() -> None:
    second, author = screens.faq(VOICE, view(WAITING, approves=True)), screens.faq(VOICE, view(WAITING))
    secretariat = screens.faq(VOICE, view(WAITING, writes=False, approves=True))

    assert second.text.startswith("📘 Dewi Umpama (BPSDM NTT) meminta persetujuan")
    assert "<b>Apakah ada &lt;asrama&gt;?</b>\nYa, ada.\n\nBawa:\n- KTP" in second.text
    assert labels(second) == [["Setujui artikel"], ["Kembalikan", "Ubah artikel"], ["⬅️ Kelola"]]
    assert labels(secretariat) == [["Setujui artikel"], ["Kembalikan"], ["⬅️ Kelola"]]
    assert data(second)["Setujui artikel"] == "faqy:7:3"
    assert author.text.startswith("⏳ Menunggu persetujuan orang kedua")
    assert labels(author) == [["Ubah artikel"], ["⬅️ Artikel"]]


def test_what_is_shown_says_since_when_and_is_changed_only_after_a_look_at_what_that_means() -> None:
    screen = screens.faq(VOICE, view(SHOWN))
    retired = screens.faq(VOICE, view(replace(SHOWN, state="retired")))

    assert "Disetujui Ratna Ibarat, Sel, 17 Nov 2026 pukul 12.00 WITA" in screen.text
    assert labels(screen) == [["Buka artikelnya"], ["Ubah artikel", "Tarik artikel"], ["⬅️ Artikel"]]
    assert data(screen)["Ubah artikel"] == "faqq:7"
    assert labels(retired) == [["Ubah artikel"], ["⬅️ Artikel"]]
    assert labels(screens.ask_to_revise(VOICE, view(SHOWN)))[0] == ["Biarkan ditemukan"]
    assert labels(screens.ask_to_drop(VOICE, view(SHOWN))) == [["Biarkan ditemukan"], ["Tarik artikel"]]
    assert labels(screens.ask_to_drop(VOICE, view(WAITING))) == [["Simpan draf"], ["Hapus draf"]]


def test_who_may_only_look_finds_nothing_to_press() -> None:
    for faq in (replace(WAITING, state="draft"), WAITING, replace(SHOWN, state="retired")):
        assert labels(screens.faq(VOICE, view(faq, writes=False))) == [["⬅️ Artikel"]]


def test_a_list_has_pages() -> None:
    found = [replace(SHOWN, id=number, title=f"Judul {number}") for number in range(1, 8)]

    first, second = screens.listed(VOICE, found, "shown", 1), screens.listed(VOICE, found, "shown", 9)

    assert labels(first) == [["1", "2", "3", "4", "5"], ["Berikutnya"], ["⬅️ Artikel"]]
    assert labels(second) == [["6", "7"], ["⬅️ Sebelumnya"], ["⬅️ Artikel"]]
    assert second.text.endswith("7. Judul 7 · BPSDM NTT")
    assert screens.listed(VOICE, [], "draft", 1).text == "Tidak ada artikel di sini."


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_longest_there_is_fits_a_phone_and_a_message(language: str) -> None:
    voice: Voice = WORDS.voice(language, "WITA")
    long = replace(
        SHOWN, title="& " * 55, answer="& " * 150, body="& " * 1000, aliases=("& " * 40,) * 12, remark="& " * 150
    )
    states = [replace(long, state=state) for state in ("draft", "waiting", "shown", "retired")]
    every = [screens.faq(voice, view(faq, writes=w, approves=a)) for faq in states for w in BOTH for a in BOTH]
    every.append(screens.room(voice, {"draft": 99, "waiting": 99, "shown": 99, "retired": 99}))
    every += [screens.approved(voice, view(long)), screens.ask_to_drop(voice, view(long))]

    for screen in every:
        buttons = [one for row in labels(screen) for one in row]
        assert 1 <= len(buttons) <= 8
        assert max(map(len, buttons)) <= 22
        assert len(screen.text.replace("&amp;", "&")) <= 4096 + 200  # markup does not count
