"""What organizers read about messages that were not sent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.deliveries import build_kinds
from bot.organizing import parked as screens
from services.outbox import ParkedPage, ParkedView
from tests.journeys.conftest import settings_for
from tests.support import shared
from tests.support.batches import voice
from tests.support.clock import NOON, Clock
from tests.support.locale import entries


def seen(**changes: Any) -> ParkedView:
    values: dict[str, Any] = {"id": 7, "kind": "broadcast", "state": "unknown", "attempt": 1, "reason": "lease-lapsed"}
    return ParkedView(**(values | {"at": NOON, "name": None, "agency": "BPSDM NTT"} | changes))


def page(*items: ParkedView, **changes: Any) -> ParkedPage:
    values: dict[str, Any] = {"items": items, "page": 1, "pages": 1, "total": len(items), "away": 0}
    return ParkedPage(**(values | changes))


def test_a_list_says_what_for_whom_and_how_it_stands() -> None:
    screen = screens.parked(voice(), page(seen(), seen(kind="seat.confirmed", name="Yohana <b>", state="failed")))

    assert "1. Pengumuman · seseorang dari BPSDM NTT · belum pasti terkirim" in screen.text
    assert "2. Kursi pasti · Yohana &lt;b&gt; · belum terkirim" in screen.text
    assert [button.text for button in screen.rows[0]] == ["1", "2"]


def test_an_empty_list_says_so_and_how_many_are_away() -> None:
    screen = screens.parked(voice(), page(away=3))

    assert screen.text.startswith("Tidak ada kiriman yang tertahan.\n\n3 kiriman lain")
    assert len(screen.rows) == 1


def test_pages_can_be_turned_both_ways() -> None:
    middle = screens.parked(voice(), page(seen(), page=2, pages=3, total=11))

    assert [button.callback_data for button in middle.rows[1]] == ["dp:1", "dp:3"]


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        pytest.param("unknown", "lease-lapsed", "Mungkin sudah sampai", id="unsure"),
        pytest.param("failed", "blocked: Forbidden", "memblokir Jalin waktu itu", id="blocked then"),
        pytest.param("failed", "render: KeyError", "belum dapat disusun", id="not made"),
        pytest.param("failed", "Bad Request: too long", "belum mau menerima", id="refused"),
    ],
)
def test_one_says_what_happened_in_plain_words(state: str, reason: str, said: str) -> None:
    screen = screens.one(voice(), seen(state=state, reason=reason), 2)

    assert said in screen.text
    assert reason not in screen.text
    assert [row[0].callback_data for row in screen.rows] == ["dr:7:2:1", "dp:2"]


def test_what_is_on_its_way_again_has_no_button_to_send_it() -> None:
    screen = screens.one(voice("en"), seen(state="queued"), 1)

    assert "held up no more" in screen.text
    assert len(screen.rows) == 1


def test_a_kind_of_another_release_is_a_message() -> None:
    assert "Pesan" in screens.one(voice(), seen(kind="of.tomorrow"), 1).text


def test_callback_data_fits_with_the_largest_numbers() -> None:
    screen = screens.one(voice(), seen(id=2**63 - 1, attempt=2**31 - 1), 9_999)

    assert all(len(row[0].callback_data or "") <= 64 for row in screen.rows)


async def test_every_kind_that_is_sent_has_a_name(database_url: str, now: Clock) -> None:
    settings = settings_for("http://127.0.0.1:9", database_url)
    async with shared.opened_app(settings, now) as app:
        kinds = build_kinds(app.tools).rules()

    assert [kind for kind in kinds if f"delivery-kind-{kind.replace('.', '-')}" not in entries("id")] == []
