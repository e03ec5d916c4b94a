"""`jalin load`: the importers from the command line, with every fault named."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.keys import open_vault
from bot.settings import Settings
from bot.words import Voice, Words
from services.clock import Clock, utc_now
from services.imports import ImportFault, ImportFaults, LoadFolder, Report
from storage.database import Database
from storage.migrate import migrate


def load_folder(settings: Settings, folder: Path) -> int:
    """Load a folder into the settings' database; 1 when something is wrong with the files, and nothing is kept."""
    voice = Words().voice("id", settings.default_timezone)
    try:
        report = asyncio.run(load_into(settings, folder, progress=True))
    except ImportFaults as error:
        sys.stderr.writelines(f"{describe(fault, voice)}\n" for fault in error.faults)
        sys.stderr.write(voice.plain("import-nothing-kept", count=len(error.faults)) + "\n")
        return 1
    sys.stdout.write(summary(report, voice) + "\n")
    return 0


async def load_into(settings: Settings, folder: Path, *, now: Clock = utc_now, progress: bool = False) -> Report:
    """Migrate the database and load the folder."""
    database = Database(settings.database_url)
    try:
        await migrate(database)
        load = LoadFolder(database=database, vault=open_vault(settings), now=now)
        return await load(folder, _show if progress else None)
    finally:
        await database.close()


def summary(report: Report, voice: Voice) -> str:
    """What was new, changed and the same, a table a line."""
    return "\n".join(
        voice.plain(
            "import-summary",
            table=voice.plain(f"import-table-{table}"),
            new=counts.new,
            changed=counts.changed,
            same=counts.unchanged,
        )
        for table, counts in report.items()
    )


def describe(fault: ImportFault, voice: Voice) -> str:
    """Where it is, what was found, what was expected."""
    place = [fault.file]
    if fault.sheet:
        place.append(voice.plain("import-sheet", sheet=fault.sheet))
    if fault.row:
        place.append(voice.plain("import-row", row=str(fault.row)))
    if fault.column:
        place.append(voice.plain("import-column", column=fault.column, name=fault.name or "?"))
    values = {name: _told(value) for name, value in fault.values.items()}
    sentence = voice.plain(fault.key, **values)
    found = voice.plain("import-found", found=fault.found) if fault.found else ""
    return f"{', '.join(place)}: {found}{sentence}"


def _told(value: object) -> str | int:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(part) for part in value)
    return value if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _show(table: str, done: int, total: int) -> None:
    sys.stderr.write(f"\r{table}: {done}/{total}" + ("\n" if done >= total else ""))
    sys.stderr.flush()
