"""`jalin demo`: no token, no network. A sandbox as a child process, the bot, and the example data, all thrown away
at the end."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.loading import load_into, summary
from bot.logs import set_up_logs
from bot.process import serve
from bot.settings import Settings
from bot.words import Words

EXAMPLES = Path(__file__).parent.parent / "examples"
TOKEN = "7000000001:DEMO-demo-DEMO-demo-DEMO-demo-DEMO1"  # noqa: S105 - opens nothing but the sandbox
READY = re.compile(r"sandbox ready (http://\S+)")
NEWCOMER = 600000001


def run_demo(port: int) -> int:
    """Start everything, print where the web chat is, and run until interrupted."""
    set_up_logs("WARNING")
    with (
        tempfile.TemporaryDirectory(prefix="jalin-demo-") as folder,
        sandbox_process(port, EXAMPLES / "people.json") as url,
    ):
        settings = demo_settings(url, Path(folder))
        asyncio.run(_load_and_serve(settings, url))
    return 0


def demo_settings(url: str, folder: Path) -> Settings:
    """Settings for a bot that talks to a sandbox and keeps its data in a folder."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  # the demo never reads the operator's settings
        bot_token=SecretStr(TOKEN),
        telegram_api_url=url,
        database_url=f"sqlite:///{folder / 'jalin.db'}",
        log_level="WARNING",
    )


def run_sandbox(port: int, people: Path | None, *, strict: bool) -> int:
    """The sandbox alone, in the foreground."""
    return subprocess.run(_command(port, people, strict=strict), check=False).returncode  # noqa: S603


async def _load_and_serve(settings: Settings, url: str) -> None:
    report = await load_into(settings, EXAMPLES)
    voice = Words().voice("id", None)
    sys.stdout.write(f"{summary(report, voice)}\n\n{voice.plain('demo-open', url=f'{url}/?person={NEWCOMER}')}\n\n")
    sys.stdout.flush()
    await serve(settings)


@contextmanager
def sandbox_process(port: int, people: Path | None) -> Iterator[str]:
    """A sandbox as a child process; its URL. In a session of its own, so that Ctrl+C stops the bot first."""
    child = subprocess.Popen(  # noqa: S603
        _command(port, people, strict=False), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        yield _wait_for_url(child)
    finally:
        child.terminate()
        child.wait(timeout=10)
        if child.stdout is not None:
            child.stdout.close()


def _wait_for_url(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    for line in child.stdout:
        if match := READY.search(line):
            return match[1]
    raise SystemExit("The sandbox did not start; is the port taken? Try: PORT=8090 make demo")


def _command(port: int, people: Path | None, *, strict: bool) -> list[str]:
    command = [sys.executable, "-m", "sandbox", "--port", str(port)]
    command += ["--people", str(people)] if people else []
    return command + (["--strict"] if strict else [])
