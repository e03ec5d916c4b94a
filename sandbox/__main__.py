"""`python -m sandbox --port N`: serves, and prints `sandbox ready http://...` when it listens."""

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from sandbox import people
from sandbox.errors import ControlError
from sandbox.limits import Limits
from sandbox.server import serving
from sandbox.world import World


async def run(host: str, port: int, cast: people.Cast, strict: bool) -> None:
    """Serves until SIGTERM or SIGINT."""
    world = World(cast=cast, limits=Limits(strict=strict))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop.set)
    async with serving(world, host, port) as address:
        sys.stdout.write(f"sandbox ready {address}\n")
        sys.stdout.flush()
        await stop.wait()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A stand-in for Telegram, on loopback.")
    parser.add_argument("--port", type=int, default=8081, help="0 takes any free port")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--people", type=Path, help="a JSON file with the people who may chat")
    parser.add_argument("--strict", action="store_true", help="Telegram's flood limits are on")
    asked = parser.parse_args(argv)
    try:
        cast = people.load(asked.people) if asked.people else people.DEFAULT
        asyncio.run(run(asked.host, asked.port, cast, asked.strict))
    except (ControlError, OSError) as error:
        sys.stderr.write(f"sandbox: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
