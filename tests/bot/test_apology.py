"""The apology: to the person, in their language, also when the database cannot be asked; never into a group."""

from __future__ import annotations

from typing import Any

import pytest

from bot.handlers.errors import Apology
from bot.scope import CURRENT, UpdateScope
from bot.visitor import GUEST_LANGUAGE, MeetVisitor
from bot.words import Words
from services.people import FindPerson
from storage.database import Database
from storage.repositories.fsm import FsmEntry

PERSON = 5
PRIVATE = {"id": PERSON, "type": "private"}
SENDER = {"id": PERSON, "is_bot": False, "first_name": "Y"}


class Telegram:
    """Stands where the bot stands; keeps what was sent."""

    id = 4242

    def __init__(self) -> None:
        self.sent: list[tuple[int, str]] = []
        self.answered: list[str] = []

    async def send_message(self, chat: int, text: str, **_: Any) -> None:
        self.sent.append((chat, text))

    async def answer_callback_query(self, query: str) -> None:
        self.answered.append(query)


class Away:
    """A database that cannot be reached."""

    async def __call__(self, *, telegram_id: int) -> None:
        raise ConnectionRefusedError


def apology(telegram: Telegram, find: Any) -> Apology:
    return Apology(telegram, MeetVisitor(find, Words(), "WIB"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "said"), [(None, "Permintaan tadi"), ("id", "Permintaan tadi"), ("en", "That did not finish")]
)
@pytest.mark.parametrize("away", [False, True], ids=["database there", "database away"])
async def test_a_guest_is_told_in_the_language_they_chose(
    database: Database, language: str | None, said: str, away: bool
) -> None:
    telegram = Telegram()
    data = {GUEST_LANGUAGE: language} if language else {}
    CURRENT.set(UpdateScope(PERSON, {f"{PERSON}:{PERSON}::default": FsmEntry(None, data)}))

    tell = apology(telegram, Away() if away else FindPerson(database=database))
    await tell({"update_id": 1, "message": {"chat": PRIVATE, "from": SENDER, "text": "x"}}, "J-2345")

    [(chat, text)] = telegram.sent
    assert (chat, said in text, "J-2345" in text) == (PERSON, True, True)


async def test_a_tap_is_answered_too(database: Database) -> None:
    telegram = Telegram()
    tap = {"id": "77", "from": SENDER, "message": {"chat": PRIVATE}}

    await apology(telegram, FindPerson(database=database))({"update_id": 1, "callback_query": tap}, "J-2345")

    assert (telegram.answered, len(telegram.sent)) == (["77"], 1)


@pytest.mark.parametrize(
    "event",
    [
        pytest.param({"message": {"chat": {"id": -9, "type": "supergroup"}, "from": SENDER}}, id="a group"),
        pytest.param({"message": {"chat": PRIVATE}}, id="nobody"),
        pytest.param({"callback_query": {"id": "1", "from": SENDER}}, id="a tap outside any chat"),
        pytest.param({"my_chat_member": {"chat": PRIVATE, "from": SENDER}}, id="a block"),
    ],
)
async def test_where_nobody_waits_nothing_is_said(database: Database, event: dict[str, Any]) -> None:
    telegram = Telegram()

    await apology(telegram, FindPerson(database=database))({"update_id": 1} | event, "J-2345")

    assert (telegram.sent, telegram.answered) == ([], [])
