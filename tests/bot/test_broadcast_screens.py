"""What authors see of an announcement under way and after, and that one message of theirs shows it."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter
from aiogram.methods import SendMessage
from PIL import Image

from bot.broadcasting import screens
from bot.broadcasting.keeper import Keeper
from bot.broadcasting.picture import chart, picture
from bot.screens import Screen
from bot.words import Voice, Words
from services.broadcasts import Report, Run, RunView, SentPage, Tally
from tests.support.clock import NOON

BODY: dict[str, Any] = {
    "text": {"id": "<b>Kelas</b> pindah ke Aula.", "en": None},
    "buttons": [
        {"kind": "answer", "label": "📣 Sudah saya baca"},
        {"kind": "link", "label": "Peta", "url": "https://x"},
    ],
}
WORDS = Words()


def voice(language: str = "id") -> Voice:
    return WORDS.voice(language, "WIB")


def seen(copies: Tally = Tally(), **changes: Any) -> RunView:  # noqa: B008
    """An announcement being sent since noon in WITA, 11.00 in WIB."""
    names = ("next_due", "change", "withdrawn", "pressing", "at")
    of_view = {name: changes.pop(name) for name in names if name in changes}
    values: dict[str, Any] = {
        "id": 7,
        "state": "sending",
        "agency_id": 1,
        "agency": "BPSDM DKI",
        "body": BODY,
        "general": False,
        "version": 1,
        "send_at": None,
        "started_at": NOON,
        "done_at": None,
        "changing": None,
        "change_cursor": None,
        "progress_message": None,
        "progress_said": None,
        "author_telegram_id": 5001,
        "author_language": "id",
        "author_zone": "WIB",
    }
    about: dict[str, Any] = {"next_due": NOON, "change": None, "withdrawn": Tally(), "pressing": 0, "at": NOON}
    return RunView(run=Run(**(values | changes)), copies=copies, **(about | of_view))


def labels(screen: Screen) -> list[str]:
    return [one.text for row in screen.rows for one in row]


def test_progress_tells_how_far_how_fast_and_how_long() -> None:
    screen = screens.run(voice(), seen(Tally(queued=1677, sending=8, sent=2500, blocked=20, unknown=10)), 25)

    assert screen.text == (
        "📣 Sedang dikirim: 2.530 dari 4.215 penerima\n\n▓▓▓▓▓▓░░░░ 60% · 25 per detik · sisa sekitar 1 menit"
    )
    assert labels(screen) == ["Jeda", "Hentikan"]


@pytest.mark.parametrize(
    ("queued", "said"),
    [(100, "sisa kurang dari 1 menit"), (15_000, "sisa sekitar 10 menit"), (180_000, "sisa sekitar 2 jam 0 menit")],
)
def test_what_is_left_is_told_in_two_units(queued: int, said: str) -> None:
    assert said in screens.run(voice(), seen(Tally(queued=queued)), 25).text


def test_english_counts_and_mirrors() -> None:
    text = screens.run(voice("en"), seen(Tally(queued=1500, sent=2500)), 25).text

    assert text.startswith("📣 Being sent: 2,500 of 4,000 recipients")
    assert "about 1 minute left" in text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"state": "queueing"}, "masih disusun", id="being queued"),
        pytest.param({"next_due": NOON + timedelta(hours=19)}, "lanjut mulai Rab, 18 Nov 2026 pukul 06", id="night"),
        pytest.param({"at": NOON + timedelta(hours=8.9)}, "menunggu sampai pagi", id="does not fit the day"),
    ],
)
def test_what_does_not_go_on_at_once_says_why(changes: dict[str, Any], said: str) -> None:
    assert said in screens.run(voice(), seen(Tally(queued=180_000), **changes), 25).text


def test_paused_it_says_that_nothing_is_repeated() -> None:
    screen = screens.run(voice(), seen(Tally(queued=1685, sent=2530), state="paused"))

    assert screen.text == "📣 Dijeda pada 2.530 dari 4.215. Yang sudah terkirim tidak diulang."
    assert labels(screen) == ["Lanjutkan", "Hentikan"]


REPORT = Tally(sent=4188, blocked=19, failed=3, unknown=5)


def report(**changes: Any) -> RunView:
    done = NOON + timedelta(minutes=4)
    return seen(REPORT, **({"state": "done", "done_at": done, "next_due": None, "at": done} | changes))


def test_the_report_tells_all_and_what_can_be_done() -> None:
    screen = screens.run(voice(), report(pressing=1204))

    assert screen.text == (
        "📣 <b>Selesai</b> Sel, 17 Nov 2026 pukul 11.04 WIB\n\n<i>Kelas pindah ke Aula.</i>\n\n"
        "Terkirim 4.188 · memblokir 19 · tidak terkirim 3 · tidak pasti 5\n"
        "Mengetuk tombol: 1.204 orang (28%)\n"
        "Tidak pasti berarti mungkin sudah sampai; Jalin tidak mengulangnya sendiri.\n"
        "Isi bisa diubah kapan saja. Tarik pesan: sampai Kam, 19 Nov 2026 pukul 11.00 WIB."
    )
    assert labels(screen) == [
        "Unduh laporan",
        "Kirim lagi 5 itu",
        "Ubah isi",
        "Tarik pesan",
        "⬅️ Daftar pengumuman",
        "⬅️ Kelola",
    ]


@pytest.mark.parametrize(
    ("changes", "there", "gone"),
    [
        pytest.param({"at": NOON + timedelta(hours=48)}, "sudah lewat", "Tarik pesan", id="after two days"),
        pytest.param(
            {"withdrawn": Tally(sent=4180, failed=8)},
            "Ditarik: 4.180 pesan · tidak bisa ditarik 8",
            "Ubah isi",
            id="taken back",
        ),
        pytest.param({"state": "cancelled"}, "Dihentikan", "Kirim lagi 5 itu", id="stopped"),
        pytest.param(
            {"changing": "edit", "change": Tally(queued=2094, sent=2094)},
            "Isi sedang diubah: 2.094 dari 4.188",
            "Unduh laporan",
            id="being changed",
        ),
        pytest.param(
            {"changing": "delete", "change": Tally(queued=5)},
            "Sedang ditarik: 0 dari 4.188",
            "Tarik pesan",
            id="being taken back",
        ),
        pytest.param({"state": "cancelled", "done_at": None}, "Sedang dihentikan", "Ubah isi", id="being stopped"),
    ],
)
def test_only_what_still_works_is_offered(changes: dict[str, Any], there: str, gone: str) -> None:
    screen = screens.run(voice(), report(**changes))

    assert there in screen.text
    assert gone not in labels(screen)


@pytest.mark.parametrize("language", ["id", "en"])
def test_screens_are_short_and_their_buttons_fit(language: str) -> None:
    run = seen().run
    all_screens = [
        screens.run(voice(language), report(pressing=1)),
        screens.run(voice(language), seen(Tally(queued=9))),
        screens.run(voice(language), seen(state="paused")),
        screens.run(voice(language), seen(state="scheduled", send_at=NOON)),
        screens.ask_to_stop(voice(language), seen()),
        screens.ask_to_withdraw(voice(language), report()),
        screens.ask_language(voice(language), report()),
        screens.sent(voice(language), SentPage(items=(run,) * 5, page=2, pages=3)),
    ]

    for screen in all_screens:
        assert screen.text.count("\n") < 12
        assert len(labels(screen)) <= 8
        assert all(len(label) <= 22 for label in labels(screen))
        assert all(len(one.callback_data or "") <= 64 for row in screen.rows for one in row)


def test_what_takes_something_away_comes_last() -> None:
    assert labels(screens.ask_to_stop(voice(), seen()))[-1] == "Hentikan pengiriman"
    assert labels(screens.ask_to_withdraw(voice(), report()))[-1] == "Tarik 4.188 pesan"


def test_the_list_shows_the_beginning_of_each() -> None:
    screen = screens.sent(voice(), SentPage(items=(seen().run,), page=1, pages=1))

    assert "1. 17 Nov · sedang dikirim · Kelas pindah ke Aula." in screen.text
    assert "Belum ada" in screens.sent(voice(), SentPage(items=(), page=1, pages=1)).text


def test_the_picture_says_the_same() -> None:
    facts = Report(view=report(pressing=1204), by_agency=[], presses={0: 1204})

    drawn = chart(voice(), facts)

    assert [(line.label, line.percent, line.note) for line in drawn.lines] == [
        ("Terkirim", 99, "4.188"),
        ("Memblokir", 0, "19"),
        ("Tidak terkirim", 0, "3"),
        ("Tidak pasti", 0, "5"),
        ("Dilewati", 0, "0"),
        ("Sudah saya baca", 28, "1.204"),
    ]
    texts = [drawn.title, drawn.subtitle, *drawn.foot, *(line.label for line in drawn.lines)]
    assert all(text.isascii() for text in texts)
    assert Image.open(io.BytesIO(picture(voice(), facts))).width == 1080


class Chat:
    """The author's chat, as far as the keeper asks for it."""

    def __init__(self) -> None:
        self.said: list[tuple[int | None, str]] = []
        self.faults: list[Exception] = []

    async def send_message(self, _: int, text: str, **__: Any) -> Any:
        self._fail()
        self.said.append((None, text))
        return type("Message", (), {"message_id": 80 + len(self.said)})

    async def edit_message_text(self, text: str, *, message_id: int, **_: Any) -> None:
        self._fail()
        self.said.append((message_id, text))

    def _fail(self) -> None:
        if self.faults:
            raise self.faults.pop(0)


class Desk:
    """The use cases, and what was kept."""

    def __init__(self, *views: RunView) -> None:
        self.views = views
        self.kept: list[tuple[int, str | None]] = []
        self.halted: list[float] = []
        self.away: list[int] = []
        self.may_send = True

    async def progress(self) -> tuple[RunView, ...]:
        return self.views

    async def keep_progress(self, *, broadcast_id: int, message_id: int, said: str | None) -> None:
        self.kept.append((message_id, said))

    async def halt(self, seconds: float) -> None:
        self.halted.append(seconds)

    async def unreachable(self, telegram_id: int) -> None:
        self.away.append(telegram_id)


def keeper(chat: Chat, desk: Desk) -> Keeper:
    asked: Any = {"bot": chat, "tools": desk}
    return Keeper(**asked, words=WORDS, note=lambda _: desk.may_send, halt=desk.halt, unreachable=desk.unreachable)


async def test_one_message_shows_it_and_the_end_is_said_for_good() -> None:
    chat, desk = Chat(), Desk(seen(Tally(queued=9, sent=1)))
    told = keeper(chat, desk)

    await told.tell()
    desk.views = (seen(Tally(queued=9, sent=1), progress_message=71),)
    await told.tell()  # nothing changed: nothing is said
    desk.views = (seen(Tally(queued=5, sent=5), progress_message=71, at=NOON + timedelta(seconds=2)),)
    await told.tell()
    desk.views = (report(progress_message=71),)
    await told.tell()

    assert [message for message, _ in chat.said] == [None, 71, 71]
    assert "2 per detik" in chat.said[1][1]
    assert desk.kept == [(81, None), (71, "done")]


async def test_the_next_process_edits_the_same_message() -> None:
    chat, desk = Chat(), Desk(seen(Tally(queued=9), progress_message=71))
    chat.faults = [bad("Bad Request: message is not modified")]

    await keeper(chat, desk).tell()

    assert (chat.said, desk.kept) == ([], [])


async def test_a_message_that_is_gone_is_sent_anew() -> None:
    chat, desk = Chat(), Desk(seen(Tally(queued=9), progress_message=71))
    chat.faults = [bad("Bad Request: message to edit not found")]

    await keeper(chat, desk).tell()

    assert (len(chat.said), desk.kept) == (1, [(81, None)])


async def test_trouble_waits_for_the_next_look() -> None:
    method = SendMessage(chat_id=1, text="x")
    chat, desk = Chat(), Desk(seen(Tally(queued=9)))
    chat.faults = [
        TelegramRetryAfter(method, "Too Many Requests", 7),
        TelegramForbiddenError(method, "Forbidden: bot was blocked by the user"),
    ]
    told = keeper(chat, desk)

    await told.tell()
    await told.tell()
    desk.may_send = False
    await told.tell()
    assert (chat.said, desk.halted, desk.away) == ([], [7], [5001])
    desk.may_send = True
    await told.tell()

    assert len(chat.said) == 1


async def test_what_telegram_will_not_take_is_not_tried_again_until_something_changes() -> None:
    chat, desk = Chat(), Desk(seen(Tally(queued=9)))
    chat.faults = [bad("Bad Request: chat not found")]
    told = keeper(chat, desk)

    await told.tell()
    await told.tell()
    assert chat.said == []
    desk.views = (seen(Tally(queued=8, sent=1)),)
    await told.tell()

    assert len(chat.said) == 1


def bad(text: str) -> TelegramBadRequest:
    return TelegramBadRequest(SendMessage(chat_id=1, text="x"), text)
