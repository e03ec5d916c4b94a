"""Files for organizers: sent in, checked and saved, and fetched."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.files import DownloadPeople, DownloadTable, MakePeopleSample, MakeSample
from services.imports.interrupted import FindInterrupted, OweInterrupted
from services.imports.upload import CheckUpload, SaveUpload
from services.participants.rollcall import CheckRollCall, OpenRollCall, SaveRollCall


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesTools:
    """Files for organizers: sent in, checked and saved, and fetched."""

    check: CheckUpload
    save: SaveUpload
    interrupted: FindInterrupted
    owe_interrupted: OweInterrupted
    people: DownloadPeople
    download: DownloadTable
    sample: MakeSample
    people_sample: MakePeopleSample
    open_people: OpenRollCall
    check_people: CheckRollCall
    save_people: SaveRollCall


def build(parts: Parts) -> FilesTools:
    """Give each use case what it needs."""
    database, vault, now, admins = parts.database, parts.vault, parts.now, parts.admins
    return FilesTools(
        check=CheckUpload(database=database, vault=vault, now=now, admin_ids=admins),
        save=SaveUpload(database=database, vault=vault, now=now, admin_ids=admins),
        interrupted=FindInterrupted(database=database),
        owe_interrupted=OweInterrupted(database=database, now=now),
        people=DownloadPeople(database=database, vault=vault, now=now, admin_ids=admins),
        download=DownloadTable(database=database, vault=vault, now=now, admin_ids=admins),
        sample=MakeSample(database=database, admin_ids=admins),
        people_sample=MakePeopleSample(database=database, admin_ids=admins),
        open_people=OpenRollCall(database=database, now=now, admin_ids=admins),
        check_people=CheckRollCall(database=database, vault=vault, now=now, admin_ids=admins),
        save_people=SaveRollCall(database=database, vault=vault, now=now, admin_ids=admins),
    )
