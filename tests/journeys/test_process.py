"""`jalin run` as an operator starts it: a process, HTTP to the Bot API, signals, and plain words when it cannot run."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.loading import load_into
from tests.journeys.conftest import DEWI, EXAMPLES, STRANGER, YOHANA, settings_for
from tests.support.canary import NIP_LIKE, TOKEN_LIKE
from tests.support.jalin_process import ROOT, jalin_running
from tests.support.sandbox import Sandbox

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]
NIP = "19900315 201503 2 014"
ANY = "1:" + "a" * 35


async def test_a_journey_by_http_alone_and_an_orderly_stop(sandbox: Sandbox, database_url: str) -> None:
    await load_into(settings_for(sandbox.url, database_url), EXAMPLES)
    yohana = sandbox.person(YOHANA)

    async with jalin_running(sandbox.url, database_url) as jalin:
        await yohana.send("/start")
        await yohana.until("Sebelum mulai", timeout=20)
        await yohana.press("Baca, lalu mulai")
        await yohana.until("Data Anda, hak Anda")
        await yohana.press("Setuju dan lanjutkan")
        await yohana.until("Langkah 1")
        await yohana.send(NIP)
        await yohana.until("Langkah 2")
        await yohana.send("Yohana Contoh")
        await yohana.until("Langkah 3")
        await yohana.send("dinas pangan ntt")
        await yohana.until(lambda message: "1" in message.labels)
        await yohana.press("1")
        await yohana.until("Satu lagi")
        await yohana.share_contact()
        await yohana.until("Anda terverifikasi", timeout=20)
        await yohana.press("Cari pelatihan")
        await yohana.until("dibuka untuk NTT")
        await yohana.press("1")
        await yohana.until("Pendaftaran ditutup")
        question = await yohana.send("apa itu wog?")
        answer = await yohana.until("Whole of Government")
        code = await jalin.stop()

    assert (code, answer.reply_to) == (0, question.message_id)
    assert not NIP_LIKE.search(jalin.errors)
    assert not TOKEN_LIKE.search(jalin.errors)


async def test_a_restart_takes_up_what_waits_and_the_organizer_is_told(sandbox: Sandbox, database_url: str) -> None:
    await load_into(settings_for(sandbox.url, database_url), EXAMPLES)
    stranger, dewi = sandbox.person(STRANGER), sandbox.person(DEWI)
    await dewi.send("/start")
    await stranger.send("/start")

    async with jalin_running(sandbox.url, database_url) as jalin:
        await stranger.until("Sebelum mulai", timeout=20)
        await dewi.until(timeout=20)
        await jalin.stop()
        await stranger.send("bantuan kedinasan itu apa")
        await jalin.start()
        await stranger.until("Bantuan Kedinasan", timeout=20)
        await jalin.stop()


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        pytest.param({}, "BOT_TOKEN", id="no token"),
        pytest.param({"BOT_TOKEN": "bukan token"}, "BOT_TOKEN", id="no token's form"),
        pytest.param(
            {"BOT_TOKEN": "1:" + "a" * 35, "TELEGRAM_API_URL": "telegram"}, "telegram_api_url", id="no address"
        ),
        pytest.param(
            {"BOT_TOKEN": "1:" + "a" * 35, "DATA_KEY": "c2hvcnQ=", "LOOKUP_KEY": "x"}, "DATA_KEY", id="short key"
        ),
    ],
)
async def test_what_keeps_it_from_running_is_said_plainly(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.cli", "run"),
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)} | environment,
        stderr=asyncio.subprocess.PIPE,
    )
    _, errors = await process.communicate()

    assert process.returncode != 0
    assert said in errors.decode()
    assert "Traceback" not in errors.decode()
