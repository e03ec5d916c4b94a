"""The demo as a newcomer meets it: one command, a real browser, from /start to an answer, and to the team's group.

With JALIN_PICTURES set to a folder, each screen is kept there as a picture to be looked at.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.support.browser import chromium_or_skip, phone_page
from tests.support.web_chat import become, write

ROOT = Path(__file__).parents[2]
TEAM = -1000800000001
PICTURES = os.environ.get("JALIN_PICTURES")
pytestmark = [pytest.mark.browser, pytest.mark.one_database, pytest.mark.process, pytest.mark.timeout(180)]


@asynccontextmanager
async def demo_running() -> AsyncIterator[str]:
    """`jalin demo` on a free port; the address it prints."""
    demo = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot.cli", "demo", "--port", "0", cwd=ROOT, stdout=PIPE
    )
    try:
        assert demo.stdout is not None
        address = ""
        async with asyncio.timeout(90):
            while (line := (await demo.stdout.readline()).decode()) != "ready\n":
                assert line, "the demo ended before it was ready"
                address = found[0] if (found := re.search(r"http://\S+", line)) else address
        yield address
    finally:
        demo.terminate()
        await asyncio.wait_for(demo.wait(), 15)


async def tap(page: Page, label: str) -> None:
    """Tap the newest inline button with this label."""
    await page.get_by_test_id(f"button-{label}").last.tap()


async def sees(page: Page, name: str, text: str) -> None:
    """Wait until the chat shows the text; keep a picture."""
    await expect(page.get_by_test_id("messages").get_by_text(text).last).to_be_visible(timeout=20_000)
    if PICTURES:
        await asyncio.to_thread(Path(PICTURES).mkdir, parents=True, exist_ok=True)
        await page.screenshot(path=Path(PICTURES) / f"{name}.png")


async def test_a_newcomer_finds_a_training_and_an_answer() -> None:
    chromium_or_skip()
    async with demo_running() as address, phone_page(address) as page:
        await page.get_by_test_id("start-button").tap()
        await sees(page, "1-hello", "Sebelum mulai")
        await tap(page, "Baca, lalu mulai")
        await sees(page, "2-consent", "Data Anda, hak Anda")
        await tap(page, "Setuju dan lanjutkan")
        await sees(page, "3-nip", "Langkah 1 dari 3")
        await write(page, "19900315 201503 2 014")
        await sees(page, "4-name", "Langkah 2 dari 3")
        await write(page, "Yohana Contoh")
        await sees(page, "5-agency", "Langkah 3 dari 3")
        await write(page, "dinas pangan ntt")
        await sees(page, "6-choices", "Dinas Pangan Provinsi NTT")
        await tap(page, "1")
        await sees(page, "7-phone", "Satu lagi: nomor HP")
        await page.get_by_test_id("reply-Bagikan nomor saya").tap()
        await page.get_by_test_id("contact-dialog-share").tap()
        await sees(page, "8-verified", "Anda terverifikasi")
        await tap(page, "Cari pelatihan")
        await sees(page, "9-list", "pelatihan dibuka untuk NTT")
        await tap(page, "2")
        await sees(page, "10-card", "Pendaftaran ditutup")
        await write(page, "apa itu wog?")
        await sees(page, "11-answer", "Sumber:")

        own = await page.locator("[data-own]").all_inner_texts()
        assert any("wog" in text for text in own)
        assert not any("19900315" in text for text in own)

        await become(page, "person-700000001")
        await become(page, f"chat-{TEAM}")
        await page.get_by_test_id("topic-general").tap()
        await tap(page, "Grup BPSDM DKI Jakarta")
        await tap(page, "Jadikan grup tim")
        await sees(page, "12-team", "Tiap pertanyaan mendapat topik sendiri")
