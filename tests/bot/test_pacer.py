"""The pacer keeps Telegram's limits, whatever comes together."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacer import Pacer


class Timeline:
    """Virtual seconds: whoever sleeps is woken in order, without waiting."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._count = 0

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self._count += 1
        woken = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.seconds + seconds, self._count, woken))
        await woken

    async def run(self, *work: asyncio.Task[None]) -> None:
        """Until all the work is done."""
        while not all(task.done() for task in work):
            for _ in range(5):
                await asyncio.sleep(0)
            if self._sleepers:
                sleeper = min(self._sleepers)
                self._sleepers.remove(sleeper)
                self.seconds = max(self.seconds, sleeper[0])
                sleeper[2].set_result(None)
        for task in work:
            task.result()


@dataclass
class Log:
    """When messages went out, and to whom."""

    turns: list[tuple[float, int]] = field(default_factory=list)
    replies: list[float] = field(default_factory=list)
    refused: int = 0
    fullest: int = 0
    """The most messages in the second that ended with a turn, as it stood then: what comes later cannot be known."""

    def in_second_before(self, moment: float) -> int:
        """Messages in the second that ends at the moment, it included."""
        times = [time for time, _ in self.turns] + self.replies
        return sum(moment - 1 + 1e-9 < time <= moment for time in times)


async def send(pacer: Pacer, time: Timeline, log: Log, chat: int, delay: float = 0.0) -> None:
    await time.sleep(delay)
    if await pacer.turn(chat):
        log.turns.append((time(), chat))
        log.fullest = max(log.fullest, log.in_second_before(time()))
    else:
        log.refused += 1


async def reply(pacer: Pacer, time: Timeline, log: Log, delay: float) -> None:
    await time.sleep(delay)
    pacer.note_reply()
    log.replies.append(time())


async def halt(pacer: Pacer, time: Timeline, delay: float, seconds: float) -> None:
    await time.sleep(delay)
    pacer.halt(seconds)


DELAYS = st.floats(0, 4, allow_nan=False).map(lambda seconds: round(seconds, 2))


@settings(max_examples=150, deadline=None)
@given(
    limit=st.integers(1, 40),
    chats=st.lists(st.tuples(st.integers(1, 30), DELAYS), max_size=60),
    replies=st.lists(DELAYS, max_size=20),
)
async def test_no_turn_makes_a_second_hold_more_than_the_limit(
    limit: int, chats: list[tuple[int, float]], replies: list[float]
) -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(limit, clock=time, sleep=time.sleep)

    sends = [asyncio.create_task(send(pacer, time, log, chat, delay)) for chat, delay in chats]
    await time.run(*sends, *(asyncio.create_task(reply(pacer, time, log, delay)) for delay in replies))

    assert len(log.turns) == len(chats)
    assert log.fullest <= limit
    for chat in {chat for chat, _ in log.turns}:
        times = sorted(moment for moment, to in log.turns if to == chat)
        assert all(later - earlier >= 1 - 1e-6 for earlier, later in pairwise(times))


async def test_the_pace_is_nine_tenths_of_the_limit() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    await time.run(*(asyncio.create_task(send(pacer, time, log, chat)) for chat in range(91)))

    assert time() - 1000 == pytest.approx(10, abs=0.01)


async def test_one_chat_that_waits_holds_up_nobody_else() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(100, clock=time, sleep=time.sleep)

    await time.run(*(asyncio.create_task(send(pacer, time, log, chat)) for chat in (1, 1, 1, 2, 3)))

    assert [chat for _, chat in log.turns] == [1, 2, 3, 1, 1]
    assert log.turns[2][0] < 1000.1


async def test_after_an_idle_time_there_is_no_burst() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    await time.run(*(asyncio.create_task(send(pacer, time, log, chat, delay=60)) for chat in range(30)))

    assert max(log.in_second_before(moment) for moment, _ in log.turns) <= 10


async def test_replies_go_at_once_and_turns_wait_for_them() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    for _ in range(9):
        pacer.note_reply()
    await time.run(asyncio.create_task(send(pacer, time, log, 1)))

    assert log.turns[0][0] == pytest.approx(1001, abs=0.01)


async def test_a_reply_to_the_same_chat_counts_against_its_second() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(100, clock=time, sleep=time.sleep)

    pacer.note_reply(7)
    await time.run(*(asyncio.create_task(send(pacer, time, log, chat)) for chat in (7, 8)))

    assert [(chat, round(moment - 1000)) for moment, chat in log.turns] == [(8, 0), (7, 1)]


async def test_a_halt_refuses_turns_also_those_already_waited_for() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(1, clock=time, sleep=time.sleep)

    sends = [asyncio.create_task(send(pacer, time, log, chat)) for chat in range(10)]
    await time.run(*sends, asyncio.create_task(halt(pacer, time, 3, seconds=30)))

    assert (len(log.turns), log.refused) == (3, 7)
    assert time() < 1005


async def test_after_a_halt_sending_goes_on_without_a_burst() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    pacer.halt(5)
    await time.run(*(asyncio.create_task(send(pacer, time, log, chat, delay=5.01)) for chat in range(30)))

    seconds = Counter(int(moment) for moment, _ in log.turns)
    assert min(seconds) == 1005
    assert max(seconds.values()) <= 10


def test_a_shorter_halt_does_not_end_a_longer_one() -> None:
    time = Timeline()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    pacer.halt(30)
    pacer.halt(1)

    assert pacer.halted_for() == 30


async def test_a_closed_pacer_gives_no_turn() -> None:
    time = Timeline()
    pacer = Pacer(10, clock=time, sleep=time.sleep)

    pacer.close()

    assert await pacer.turn(1) is False


def test_chats_of_long_ago_are_forgotten() -> None:
    time = Timeline()
    pacer = Pacer(1000, clock=time, sleep=time.sleep)

    for chat in range(5000):
        time.seconds += 0.01
        pacer.note_reply(chat)

    assert len(pacer._chats) <= 1000


async def test_a_group_gets_no_more_than_twenty_messages_in_any_minute() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(100, clock=time, sleep=time.sleep)

    await time.run(*(asyncio.create_task(send(pacer, time, log, -7)) for _ in range(50)))

    moments = [moment for moment, _ in log.turns]
    assert len(moments) == 50
    assert max(sum(moment - 60 < other <= moment for other in moments) for moment in moments) <= 20


async def test_replies_to_a_group_count_against_its_minute_and_hold_up_nobody_else() -> None:
    time, log = Timeline(), Log()
    pacer = Pacer(100, clock=time, sleep=time.sleep)

    for _ in range(20):
        pacer.note_reply(-7)
    await time.run(*(asyncio.create_task(send(pacer, time, log, chat)) for chat in (-7, 8, -9)))

    assert [(chat, round(moment - 1000)) for moment, chat in log.turns] == [(8, 0), (-9, 0), (-7, 60)]


def test_groups_of_long_ago_are_forgotten() -> None:
    time = Timeline()
    pacer = Pacer(1000, clock=time, sleep=time.sleep)

    for group in range(3000):
        time.seconds += 0.1
        pacer.note_reply(-1 - group)

    assert len(pacer._groups) <= 1000


async def test_naps_that_last_too_long_cost_no_turns() -> None:
    time, log = Timeline(), Log()

    async def oversleep(seconds: float) -> None:
        await time.sleep(seconds + 0.001)

    pacer = Pacer(1000, clock=time, sleep=oversleep)
    began = time()
    await time.run(*[asyncio.create_task(send(pacer, time, log, chat)) for chat in range(900)])

    assert len(log.turns) == 900
    assert time() - began < 1.05
    assert log.fullest <= 1000
