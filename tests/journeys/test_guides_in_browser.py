"""The guides on a phone, in a real browser: a question, the outcome, the picture.

With JALIN_PICTURES set to a folder, each screen is kept there as a picture to be looked at.
"""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Page, expect

from tests.support.browser import chromium_or_skip, phone_page
from tests.support.web_chat import become, write

if TYPE_CHECKING:
    from tests.journeys.conftest import World

STRANGER = 600000004
PICTURES = os.environ.get("JALIN_PICTURES")
pytestmark = [pytest.mark.browser, pytest.mark.one_database, pytest.mark.timeout(180)]


async def tap_all(page: Page, *labels: str) -> None:
    """Tap the newest button of each label, when the screen with it is there."""
    for label in labels:
        await page.get_by_test_id(f"button-{label}").last.tap()


async def sees(page: Page, name: str, text: str) -> None:
    """Wait until the chat shows the text; keep a picture."""
    await expect(page.get_by_test_id("messages").get_by_text(text).last).to_be_visible(timeout=20_000)
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def test_somebody_walks_through_both_guides_on_a_phone(bot_world: World) -> None:
    chromium_or_skip()
    async with phone_page(bot_world.sandbox.url) as page:
        await become(page, f"person-{STRANGER}")
        await page.get_by_test_id("start-button").tap()
        await sees(page, "0-hello", "Sebelum mulai")
        await write(page, "/cari")
        await sees(page, "1-ways-in", "Contoh:")
        await tap_all(page, "Panduan bantuan dinas", "Kami dimintai bantuan", "Menetapkan keputusan")
        await sees(page, "2-question", "3 dari 6")
        await tap_all(page, "d", "Ya, darurat")
        await sees(page, "3-limits", "5 dari 6")
        await tap_all(page, "b", "Belum dibahas")
        await sees(page, "4-outcome", "Wajib membantu, dalam batas aturan")
        await tap_all(page, "Buat surat jawaban")
        await sees(page, "5-letter", "Lengkapi bagian bertanda")

        await write(page, "/start g_siap")
        await sees(page, "6-statement", "1 dari 14")
        for number in range(1, 13):
            await sees(page, "6-statement", f" {number} dari 14")
            await tap_all(page, "Cukup sesuai" if number % 4 else "Sedikit sesuai")
        await tap_all(page, "⬜ 1", "⬜ 2", "⬜ 4")
        await sees(page, "7-culture", "13 dari 14")
        await tap_all(page, "Lanjut", "⬜ 7", "Lihat hasil")
        await sees(page, "8-result", "Yang paling perlu dibangun")
