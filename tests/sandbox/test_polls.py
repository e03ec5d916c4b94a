"""Polls: asked by bots, answered by people, ended by hand or by the clock."""

from collections.abc import AsyncIterator
from typing import Any

import aiogram
import aiohttp
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InputPollOption

from sandbox.people import Cast
from sandbox.server import serving
from sandbox.world import World
from tests.support.sandbox import PEOPLE, TOKEN, Sandbox, SandboxError, running_sandbox

BOT, OTHER = 4242, "77:" + "o" * 35


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with running_sandbox() as sandbox:
        await sandbox.add_bot()
        yield sandbox


@pytest.fixture
async def group(sandbox: Sandbox) -> int:
    return await sandbox.add_group("Panitia", [7001, 7003], [BOT], is_forum=True, admins=[BOT])


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    async with aiogram.Bot(TOKEN, session=session) as bot:
        yield bot


async def ask(sandbox: Sandbox, chat: int, **params: Any) -> dict[str, Any]:
    given = {"question": "Hari apa?", "options": ["Senin", "Selasa", "Rabu"]} | params
    answer = await sandbox.call("sendPoll", chat_id=chat, **given)
    assert answer["ok"], answer
    return dict(answer["result"])


async def heard(sandbox: Sandbox) -> list[tuple[str, dict[str, Any]]]:
    """The updates about polls that wait."""
    updates = (await sandbox.call("getUpdates"))["result"]
    return [(kind, body) for update in updates for kind, body in update.items() if kind.startswith("poll")]


async def test_aiogram_asks_and_hears_who_votes(sandbox: Sandbox, bot: aiogram.Bot, group: int) -> None:
    topic = await bot.create_forum_topic(group, "T-1")
    sent = await bot.send_poll(
        group,
        "Hari apa?",
        ["Senin", InputPollOption(text="<b>Selasa</b>", text_parse_mode="HTML")],
        is_anonymous=False,
        message_thread_id=topic.message_thread_id,
        description="Untuk rapat",
    )
    rina = sandbox.person(7003).in_group(group, topic.message_thread_id)
    await rina.vote(sent.message_id, 1)
    await rina.vote(sent.message_id, 0)
    await rina.vote(sent.message_id)
    updates = await bot.get_updates()
    stopped = await bot.stop_poll(group, sent.message_id)

    assert sent.poll is not None
    assert [option.text for option in sent.poll.options] == ["Senin", "Selasa"]
    assert (sent.poll.type, sent.poll.is_anonymous, sent.poll.description) == ("regular", False, "Untuk rapat")
    assert sent.message_thread_id == topic.message_thread_id
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [answer.option_ids for answer in answers] == [[1], [0], []]
    assert {answer.poll_id for answer in answers} == {sent.poll.id}
    assert answers[0].user is not None
    assert answers[0].user.id == 7003
    counts = [[option.voter_count for option in update.poll.options] for update in updates if update.poll]
    assert counts == [[0, 1], [1, 0], [0, 0]]
    assert stopped.is_closed
    assert (await rina.messages())[-1].poll == sandbox_poll(stopped) | {"votes": {}}
    assert not (await rina.messages())[-1].edited
    assert await sandbox.warnings() == []


def sandbox_poll(poll: aiogram.types.Poll) -> dict[str, Any]:
    return poll.model_dump(exclude_none=True)


async def test_an_anonymous_quiz_tells_counts_only(sandbox: Sandbox, bot: aiogram.Bot, group: int) -> None:
    sent = await bot.send_poll(
        group,
        "Apa kepanjangan WoG?",
        ["Whole of Government", "World of Games"],
        type="quiz",
        correct_option_ids=[0],
        explanation="Lihat <b>UU</b>",
        explanation_parse_mode="HTML",
        open_period=600,
    )
    yohana, rina = sandbox.person(7001).in_group(group), sandbox.person(7003).in_group(group)

    await yohana.vote(sent.message_id, 1)
    await rina.vote(sent.message_id, 0)

    assert sent.poll is not None
    assert (sent.poll.correct_option_ids, sent.poll.correct_option_id) == ([0], 0)
    assert sent.poll.explanation == "Lihat UU"
    assert sent.poll.explanation_entities is not None
    assert (sent.poll.open_period, sent.poll.allows_revoting) == (600, False)
    kinds = [(kind, body["total_voter_count"]) for kind, body in await heard(sandbox)]
    assert kinds == [("poll", 1), ("poll", 2)]
    with pytest.raises(SandboxError, match="cannot be changed"):
        await rina.vote(sent.message_id, 1)
    shown = (await rina.messages())[-1].poll
    assert shown is not None
    assert shown["votes"] == {"7001": [1], "7003": [0]}


async def test_python_telegram_bot_works_with_polls(sandbox: Sandbox, group: int) -> None:
    async with telegram.Bot(TOKEN, f"{sandbox.url}/bot", f"{sandbox.url}/file/bot") as ptb:
        sent = await ptb.send_poll(
            group, "Siapa ikut?", ["Saya", "Tidak"], allows_multiple_answers=True, is_anonymous=False
        )
        await sandbox.person(7001).in_group(group).vote(sent.message_id, 0, 1)
        updates = await ptb.get_updates()
        stopped = await ptb.stop_poll(group, sent.message_id)

    assert sent.poll is not None
    answer = next(update.poll_answer for update in updates if update.poll_answer)
    assert answer.option_ids == (0, 1)
    assert stopped.is_closed
    assert [option.voter_count for option in stopped.options] == [1, 1]
    assert await sandbox.warnings() == []


async def test_people_may_be_asked_alone(sandbox: Sandbox) -> None:
    yohana = sandbox.person(7001)
    await yohana.send("/start")
    asked = await ask(sandbox, 7001, is_anonymous=False)

    await yohana.vote(await yohana.until("Hari apa?"), 2)

    assert [kind for kind, _ in await heard(sandbox)] == ["poll_answer", "poll"]
    assert (await yohana.last()).id == asked["message_id"]


async def test_what_is_stopped_takes_no_votes_and_keeps_the_buttons_given_now(sandbox: Sandbox, group: int) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Ikut", "callback_data": "a"}]]}
    asked = await ask(sandbox, group, reply_markup=keyboard)
    rina = sandbox.person(7003).in_group(group)
    await rina.vote(asked["message_id"], 0)
    same = await rina.vote(asked["message_id"], 0)

    stopped = await sandbox.call("stopPoll", chat_id=group, message_id=asked["message_id"])

    assert stopped["result"]["options"][0]["voter_count"] == 1
    assert same == []
    assert [body["is_closed"] for _, body in await heard(sandbox)] == [False, True]
    assert (await rina.messages())[-1].labels == []
    assert [entry.method for entry in await sandbox.ledger()] == ["sendPoll", "stopPoll"]
    with pytest.raises(SandboxError, match="This poll is closed"):
        await rina.vote(asked["message_id"], 1)


async def test_a_poll_closes_when_its_time_is_up() -> None:
    times = [1_800_000_000.0]
    world = World(cast=Cast(people=PEOPLE), now=lambda: times[-1])
    async with serving(world) as url, aiohttp.ClientSession() as http:
        sandbox = Sandbox(url, http)
        await sandbox.add_bot()
        group = await sandbox.add_group("Panitia", [7003], [BOT])
        asked = await ask(sandbox, group, open_period=60)
        later = await ask(sandbox, group, close_date=1_800_000_100)
        times.append(times[-1] + 60)

        with pytest.raises(SandboxError, match="This poll is closed"):
            await sandbox.person(7003).in_group(group).vote(asked["message_id"], 0)
        await sandbox.person(7003).in_group(group).vote(later["message_id"], 0)
        closed, voted = [body for _, body in await heard(sandbox)]

    assert asked["poll"]["close_date"] == 1_800_000_060
    assert (closed["id"], closed["is_closed"]) == (asked["poll"]["id"], True)
    assert (voted["id"], voted["total_voter_count"]) == (later["poll"]["id"], 1)


QUIZ = {"type": "quiz", "correct_option_id": 0}
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no question": ({"question": " "}, "poll question must be non-empty"),
    "a long question": ({"question": "q" * 301}, "poll question length must not exceed 300"),
    "one option": ({"options": ["a"]}, "poll must have at least 2 option"),
    "many options": ({"options": list("abcdefghijklm")}, "poll can't have more than 12 options"),
    "an empty option": ({"options": ["a", " "]}, "poll options must be non-empty"),
    "a long option": ({"options": ["a", "b" * 101]}, "poll options length must not exceed 100"),
    "an option that is none": ({"options": ["a", 5]}, "expected an option to be of type String"),
    "options that are none": ({"options": "a"}, "can't parse options JSON object"),
    "an option without a text": ({"options": ["a", {"x": "b"}]}, 'can\'t find field "text"'),
    "an unknown kind": ({"type": "vote"}, "unsupported poll type specified"),
    "no right answer": ({"type": "quiz"}, "wrong correct option ID specified"),
    "a wrong right answer": ({"type": "quiz", "correct_option_id": 3}, "wrong correct option ID specified"),
    "a right answer in words": (
        {"type": "quiz", "correct_option_ids": ["a"]},
        "correct option identifier must be of type Number",
    ),
    "two right answers of one": ({"type": "quiz", "correct_option_ids": [0, 1]}, "QUIZ_CORRECT_ANSWERS_TOO_MUCH"),
    "a long explanation": (QUIZ | {"explanation": "e" * 201}, "the sandbox takes explanations of 200"),
    "an explanation of four lines": (QUIZ | {"explanation": "e\ne\ne\ne"}, "the sandbox takes explanations of 200"),
    "too short": ({"open_period": 4}, "the sandbox keeps polls open for 5"),
    "too late": ({"close_date": 1}, "the sandbox keeps polls open for 5"),
    "no such topic": ({"message_thread_id": 77}, "message thread not found"),
}


@pytest.mark.parametrize(("params", "reason"), REFUSED.values(), ids=REFUSED.keys())
async def test_telegrams_limits_hold(sandbox: Sandbox, group: int, params: dict[str, Any], reason: str) -> None:
    given = {"question": "Hari apa?", "options": ["Senin", "Selasa"]} | params

    answer = await sandbox.call("sendPoll", chat_id=group, **given)

    assert answer["error_code"] == 400
    assert answer["description"].startswith(f"Bad Request: {reason}")


async def test_only_the_own_open_poll_is_stopped(sandbox: Sandbox, group: int) -> None:
    await sandbox.add_bot(OTHER)
    await sandbox.seat(group, 77, "member")
    asked = await ask(sandbox, group)
    text = (await sandbox.call("sendMessage", chat_id=group, text="a"))["result"]

    async def refusal(number: int, token: str = TOKEN) -> str:
        return str((await sandbox.call("stopPoll", token, chat_id=group, message_id=number))["description"])

    assert await refusal(1) == "Bad Request: message with poll to stop not found"
    assert await refusal(text["message_id"]) == "Bad Request: message is not a poll"
    assert await refusal(asked["message_id"], OTHER) == "Bad Request: poll can't be stopped"
    await sandbox.call("stopPoll", chat_id=group, message_id=asked["message_id"])
    assert await refusal(asked["message_id"]) == "Bad Request: poll has already been closed"


VOTES: dict[str, tuple[list[Any], str]] = {
    "not an option": ([3], "numbers from 0 to 2"),
    "two of one": ([0, 1], "takes one answer only"),
}


@pytest.mark.parametrize(("chosen", "sentence"), VOTES.values(), ids=VOTES.keys())
async def test_votes_that_cannot_be_are_told(sandbox: Sandbox, group: int, chosen: list[Any], sentence: str) -> None:
    asked = await ask(sandbox, group)

    with pytest.raises(SandboxError, match=sentence):
        await sandbox.person(7001).in_group(group).vote(asked["message_id"], *chosen)


async def test_only_polls_are_voted_in(sandbox: Sandbox, group: int) -> None:
    text = (await sandbox.call("sendMessage", chat_id=group, text="a"))["result"]

    with pytest.raises(SandboxError, match="no poll in this message"):
        await sandbox.person(7001).in_group(group).vote(text["message_id"], 0)
