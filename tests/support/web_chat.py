"""What a hand does in the web chat on a phone, by the test ids that sandbox/web/index.html lists."""

from typing import Any

from playwright.async_api import Locator, Page

YOHANA, BAGUS, RINA = 1001, 1002, 1003
CAST = {
    "bot": {"username": "jalin_bot", "first_name": "Jalin"},
    "people": [
        {"id": YOHANA, "first_name": "Yohana", "last_name": "Contoh", "phone": "+62000000001", "note": "ASN di NTT"},
        {
            "id": BAGUS,
            "first_name": "Bagus",
            "last_name": "Misal",
            "phone": "+62000000002",
            "note": "ASN di Jawa Timur",
        },
        {"id": RINA, "first_name": "Rina", "last_name": "Teladan", "phone": "+62000000003"},
    ],
}


async def write(page: Page, text: str) -> None:
    """Types a text and sends it."""
    await page.get_by_test_id("composer-input").fill(text)
    await page.get_by_test_id("composer-send").tap()


async def become(page: Page, testid: str) -> None:
    """Opens the list of people and picks a row: `person-<id>`, or `chat-<group id>` of the current person."""
    await page.get_by_test_id("people-button").tap()
    await page.get_by_test_id(testid).tap()


def message(page: Page, sent: dict[str, Any]) -> Locator:
    """A message of the open chat; `sent` is the Bot API's."""
    return page.get_by_test_id(f"message-{sent['message_id']}")
