"""Flood limits: counted over sliding windows, refused messages do not count."""

import pytest

from sandbox.errors import Refusal
from sandbox.limits import CHAT_BURST, Floods, Limits
from tests.support.sandbox import Sandbox, SandboxError, running_sandbox


def refused(floods: Floods, chat: int, now: float) -> int | None:
    """The seconds to wait, None when the message is let through."""
    try:
        floods.admit(chat, now)
    except Refusal as refusal:
        return int(refusal.parameters["retry_after"])
    return None


def test_thirty_messages_fit_into_any_second_and_not_one_more() -> None:
    floods = Floods(Limits(strict=True))

    results = [refused(floods, chat, 100.0 + chat / 1000) for chat in range(1, 32)]

    assert results == [None] * 30 + [1]
    assert refused(floods, 99, 101.0005) == 1
    assert refused(floods, 99, 101.0015) is None


def test_a_chat_gets_a_small_burst_and_then_one_a_second() -> None:
    floods = Floods(Limits(strict=True))

    burst = [refused(floods, 1, 100.0) for _ in range(CHAT_BURST + 1)]

    assert burst == [None] * CHAT_BURST + [3]
    assert refused(floods, 2, 100.0) is None
    assert refused(floods, 1, 103.0) is None


def test_a_group_gets_twenty_a_minute() -> None:
    floods = Floods(Limits(strict=True))

    results = [refused(floods, -5, 100.0 + second) for second in range(21)]

    assert results == [None] * 20 + [40]
    assert refused(floods, -5, 160.0) is None


def test_without_strictness_everything_passes() -> None:
    floods = Floods(Limits())

    assert [refused(floods, 1, 100.0) for _ in range(1_000)] == [None] * 1_000


async def _ready(sandbox: Sandbox) -> None:
    await sandbox.add_bot()
    await sandbox.person(7001).send("/start")


async def test_a_flood_is_refused_in_telegrams_words_and_not_accepted() -> None:
    async with running_sandbox(strict=True) as sandbox:
        await _ready(sandbox)

        answers = [await sandbox.call("sendMessage", chat_id=7001, text="a") for _ in range(CHAT_BURST + 1)]

        assert [answer["ok"] for answer in answers] == [True] * CHAT_BURST + [False]
        assert answers[-1]["error_code"] == 429
        assert (
            answers[-1]["description"] == f"Too Many Requests: retry after {answers[-1]['parameters']['retry_after']}"
        )
        assert len(await sandbox.ledger()) == CHAT_BURST


async def test_limits_are_switched_and_set_while_running() -> None:
    async with running_sandbox() as sandbox:
        await _ready(sandbox)
        settings = await sandbox.settings(strict=True, limits={"global_per_second": 1, "chat_per_second": 1000})

        answers = [await sandbox.call("sendMessage", chat_id=7001, text="a") for _ in range(2)]
        await sandbox.settings(strict=False)
        after = await sandbox.call("sendMessage", chat_id=7001, text="a")

        assert settings["limits"] == {"global_per_second": 1, "chat_per_second": 1000, "group_per_minute": 20}
        assert [answer["ok"] for answer in answers] == [True, False]
        assert after["ok"]


@pytest.mark.parametrize("limits", [{"moon": 1}, {"chat_per_second": 0}, {"chat_per_second": "x"}])
async def test_a_wrong_limit_is_told(limits: dict[str, object]) -> None:
    async with running_sandbox() as sandbox:
        with pytest.raises(SandboxError, match="limit"):
            await sandbox.settings(limits=limits)


async def test_a_reset_brings_back_the_limits_of_the_start() -> None:
    async with running_sandbox() as sandbox:
        await sandbox.settings(strict=True, limits={"global_per_second": 1})

        await sandbox.reset()

        settings = await sandbox.settings()
        assert (settings["strict"], settings["limits"]["global_per_second"]) == (False, 30)
