"""Headless Chromium for the tests that look at the web chat as a person does."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Literal

import pytest
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}
# A busy machine may take its time; a person would have waited as well.
PATIENCE_MS = 10_000


def chromium_or_skip() -> str:
    """The path of an installed Chromium. Without one the test is skipped; where `CI` is set it fails instead."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is not None:
        return path
    reason = "no Chromium is installed (Debian: apt-get install chromium)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser that several pages may share, each with cookies and storage of its own."""
    path = chromium_or_skip()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=ARGS)
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def phone_page(
    url: str,
    *,
    browser: Browser | None = None,
    scheme: Literal["light", "dark"] = "light",
    desktop: bool = False,
    locale: str = "id-ID",
) -> AsyncIterator[Page]:
    """The page at `url` on a phone, or beside the list of people on a desktop; without `browser` in one of its own.

    At the end it fails if the page has thrown or logged an error: nobody would see that otherwise.
    """
    async with AsyncExitStack() as stack:
        if browser is None:
            browser = await stack.enter_async_context(chromium())
        page = await _new_page(browser, scheme, desktop, locale)
        stack.push_async_callback(page.context.close)
        complaints = _complaints(page)
        await page.goto(url)
        yield page
        assert not complaints, f"the page complained: {complaints}"


async def _new_page(browser: Browser, scheme: Literal["light", "dark"], desktop: bool, locale: str) -> Page:
    context = await browser.new_context(
        viewport=DESKTOP if desktop else PHONE,  # type: ignore[arg-type]
        color_scheme=scheme,
        locale=locale,
        timezone_id="Asia/Makassar",
        has_touch=not desktop,
        is_mobile=not desktop,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE_MS)
    return await context.new_page()


def _complaints(page: Page) -> list[str]:
    complaints: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        # A call that the server refuses is no fault of the page: it shows a toast.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            complaints.append(message.text)

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints
