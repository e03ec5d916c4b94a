"""The report of an announcement as a workbook: numbers only, nobody's name."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, fields

from services.broadcasts.looking import RunView, find_run, look
from services.clock import Clock
from services.files.workbook import Made, Sheet, Words, workbook
from storage.database import Database
from storage.repositories.copies import Copies, Tally
from storage.repositories.runs import Runs

STATES = tuple(field.name for field in fields(Tally))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a report tells: how it stands, by agency, by button."""

    view: RunView
    by_agency: list[tuple[str | None, Tally]]
    presses: dict[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GetReport:
    """All numbers of an announcement; raises NotAllowed, or Refusal("broadcast-gone")."""

    database: Database
    now: Clock
    admin_ids: frozenset[int]

    async def __call__(self, *, broadcast_id: int, actor_telegram_id: int) -> Report:
        async with self.database.read() as connection:
            run, _ = await find_run(connection, broadcast_id, actor_telegram_id, self.admin_ids)
            return Report(
                view=await look(connection, run, self.now()),
                by_agency=await Copies(connection).count_by_agency(broadcast_id),
                presses=await Runs(connection).count_presses(broadcast_id),
            )


async def make_workbook(report: Report, words: Words) -> Made:
    """The report as XLSX, in the words given."""
    sheets = list(_sheets(report, words))
    content = await asyncio.to_thread(workbook, sheets)
    return Made(words("broadcast-report-file", number=str(report.view.run.id)), content)


def _sheets(report: Report, words: Words) -> Iterator[Sheet]:
    copies, buttons = report.view.copies, report.view.run.body.get("buttons") or []
    rows = [
        (words("broadcast-report-recipients"), copies.total),
        *((words(f"broadcast-state-{state}"), getattr(copies, state)) for state in STATES),
        (words("broadcast-report-pressing"), report.view.pressing),
    ]
    yield Sheet(
        words("broadcast-report-summary"), (words("broadcast-report-what"), words("broadcast-report-count")), rows
    )
    yield Sheet(
        words("broadcast-report-agencies"),
        (words("broadcast-report-agency"), *(words(f"broadcast-state-{state}") for state in STATES)),
        [
            (agency or words("broadcast-report-no-agency"), *(getattr(tally, state) for state in STATES))
            for agency, tally in report.by_agency
        ],
    )
    yield Sheet(
        words("broadcast-report-buttons"),
        (words("broadcast-report-button"), words("broadcast-report-pressing")),
        [(button["label"], report.presses.get(number, 0)) for number, button in enumerate(buttons)],
    )
