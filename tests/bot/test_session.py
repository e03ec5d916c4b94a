"""What every request passes: one answer a tap, waits as told, and who is marked unreachable."""

from __future__ import annotations

import asyncio
from contextvars import Context
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramForbiddenError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, AnswerInlineQuery, SendMessage
from pydantic import SecretStr

from bot.scope import CURRENT, UpdateScope
from bot.session import AnswerOnce, LastMessages, WaitAsTold, build_bot
from bot.settings import Settings
from tests.support.scripted import Script, message, refusal, scripted

PERSON = 5
TOKEN = "4242:" + "s" * 35
FLOOD = '{"retry_after": %s}'


class Told:
    """What the middleware did besides."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.halted: list[float] = []
        self.unreachable: list[int] = []

    def middleware(self) -> WaitAsTold:
        return WaitAsTold(self._unreachable, lambda chat: None, self._halt, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def _halt(self, seconds: float) -> None:
        self.halted.append(seconds)

    async def _unreachable(self, person: int) -> None:
        self.unreachable.append(person)


@pytest.fixture
def told() -> Told:
    return Told()


async def send(script: Script, told: Told, *, chat: int = PERSON, method: Any = None, scope: UpdateScope | None) -> Any:
    settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), telegram_api_url=script.url)  # type: ignore[call-arg]
    bot: Bot = build_bot(settings)
    bot.session.middleware(AnswerOnce())
    bot.session.middleware(told.middleware())

    async def request() -> Any:
        if scope is not None:
            CURRENT.set(scope)
        return await bot(method or SendMessage(chat_id=chat, text="x"))

    try:  # in a context of its own: no update of another test is in hand here
        return await asyncio.get_running_loop().create_task(request(), context=Context())
    finally:
        await bot.session.close()


@pytest.mark.parametrize(
    ("trouble", "slept", "halted"),
    [
        pytest.param(refusal(429, "Too Many Requests", FLOOD % 7), [7], [7], id="told to wait"),
        pytest.param(refusal(502, "Bad Gateway"), [0.6], [], id="5xx"),
        pytest.param((502, "<html>Bad Gateway</html>"), [0.6], [], id="a gateway's page"),
        pytest.param((200, '{"ok":tr'), [0.6], [], id="half an answer"),
    ],
)
async def test_a_reply_waits_out_what_passes(
    told: Told, trouble: tuple[int, str], slept: list[float], halted: list[float]
) -> None:
    async with scripted(trouble, (200, message(PERSON))) as script:
        sent = await send(script, told, scope=UpdateScope(PERSON))

    assert (sent.chat.id, told.slept, told.halted) == (PERSON, slept, halted)


async def test_a_long_wait_is_left_to_the_inbox_and_the_sender_is_told(told: Told) -> None:
    async with scripted(refusal(429, "Too Many Requests", FLOOD % 300)) as script:
        with pytest.raises(TelegramRetryAfter):
            await send(script, told, scope=UpdateScope(PERSON))

    assert (told.slept, told.halted) == ([], [300])


async def test_what_does_not_pass_is_given_up_after_some_tries(told: Told) -> None:
    async with scripted(*[refusal(500, "Internal Server Error")] * 4) as script:
        with pytest.raises(TelegramServerError):
            await send(script, told, scope=UpdateScope(PERSON))

    assert (len(script.requests), len(told.slept)) == (4, 3)


@pytest.mark.parametrize(
    ("chat", "marked"), [pytest.param(PERSON, [PERSON], id="blocked"), pytest.param(-100, [], id="out of a group")]
)
async def test_only_who_blocked_the_bot_is_unreachable(told: Told, chat: int, marked: list[int]) -> None:
    async with scripted(refusal(403, "Forbidden: bot was blocked by the user")) as script:
        with pytest.raises(TelegramForbiddenError):
            await send(script, told, chat=chat, scope=UpdateScope(PERSON))

    assert told.unreachable == marked


@pytest.mark.parametrize("trouble", [refusal(429, "Too Many Requests", FLOOD % 7), refusal(403, "Forbidden")], ids=str)
async def test_the_outbox_has_its_own_rules(told: Told, trouble: tuple[int, str]) -> None:
    async with scripted(trouble) as script:
        with pytest.raises((TelegramRetryAfter, TelegramForbiddenError)):
            await send(script, told, scope=None)

    assert (told.slept, told.halted, told.unreachable) == ([], [], [])


async def test_a_second_answer_is_not_sent(told: Told) -> None:
    scope = UpdateScope(PERSON)
    async with scripted((200, '{"ok":true,"result":true}')) as script:
        for _ in range(3):
            await send(script, told, method=AnswerCallbackQuery(callback_query_id="1"), scope=scope)

    assert len(script.requests) == 1


async def test_an_answer_that_failed_does_not_count(told: Told) -> None:
    scope, method = UpdateScope(PERSON), AnswerCallbackQuery(callback_query_id="1")
    async with scripted(refusal(429, "Too Many", FLOOD % 99), (200, '{"ok":true,"result":true}')) as script:
        with pytest.raises(TelegramRetryAfter):
            await send(script, told, method=method, scope=scope)
        await send(script, told, method=method, scope=scope)

    assert (len(script.requests), scope.answered) == (2, {"1"})


@pytest.mark.parametrize(
    "method", [AnswerCallbackQuery(callback_query_id="1"), AnswerInlineQuery(inline_query_id="1", results=[])], ids=repr
)
async def test_an_answer_too_late_is_no_fault(told: Told, method: Any) -> None:
    late = refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
    async with scripted(late) as script:
        assert await send(script, told, method=method, scope=UpdateScope(PERSON))


async def test_who_is_stopped_while_waiting_for_telegram_is_remembered(told: Told) -> None:
    scope = UpdateScope(PERSON)
    forever = asyncio.Event()

    async def never(bot: Bot, method: Any) -> Any:
        await forever.wait()

    token = CURRENT.set(scope)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await told.middleware()(never, None, SendMessage(chat_id=PERSON, text="x"))  # type: ignore[arg-type]
    CURRENT.reset(token)

    assert scope.cut_short


def test_the_newest_message_of_a_chat_is_known_as_far_as_seen() -> None:
    last = LastMessages(size=2)
    for chat, number in ((1, 10), (1, 7), (2, 1)):
        last.seen(chat, number)

    assert [last.is_last(1, 10), last.is_last(1, 9), last.is_last(3, 1)] == [True, False, True]
