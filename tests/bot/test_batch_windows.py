"""Every window of the dialogs about batches, as an organizer of the host sees it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from bot.app import App
from bot.dialogs import batch_cancel, batch_form, batch_seats
from bot.dialogs.batch_form.states import BatchSG
from storage.tables import AgencyRow, BatchRow, TrainingRow
from tests.bot.test_dialogs import BUTTON_LENGTH, LANGUAGES, app, rendered, visitor
from tests.journeys.conftest import RINA

__all__ = ["app"]
STEPS = (
    "start_hour",
    "end_hour",
    "sure",
    "place",
    "access",
    "capacity",
    "capacity_sure",
    "opens",
    "closes",
    "provinces",
    "recommendation",
    "fill",
    "nominate",
    "release",
    "offer",
    "cancel",
)


async def host_and_batch(app: App) -> dict[str, Any]:
    """A batch of BPSDM DKI Jakarta, and what another one would be made of."""
    async with app.database.read() as connection:
        query = (
            select(BatchRow.id, BatchRow.host_id, BatchRow.training_id)
            .join(AgencyRow, AgencyRow.id == BatchRow.host_id)
            .join(TrainingRow, TrainingRow.id == BatchRow.training_id)
            .where(BatchRow.code == "akp-2")
        )
        row = (await connection.execute(query)).one()
    return {"batch": row.id, "host": row.host_id, "training": row.training_id}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_question_is_asked_in_few_lines_with_short_buttons(app: App, language: str) -> None:
    known, rina = await host_and_batch(app), await visitor(app, RINA, language)
    form, seats, cancel = batch_form.build(), batch_seats.build(), batch_cancel.build()
    days = {"start_day": "2026-12-14", "end_day": "2026-12-18", "start_hour": "08:00", "end_hour": "16:00"}
    shown: list[tuple[str, str, list[str]]] = []

    for step in STEPS:
        said = {"step": step, "capacity": 31, "fault": "<i>1</i>", **days}
        shown.append((step, *await rendered(app, form, BatchSG.step, rina, said, known)))
    shown += [
        (str(state.state), *await rendered(app, form, state, rina, dict(days), known))
        for state in (BatchSG.start_day, BatchSG.end_day)
    ]
    for dialog in (seats, cancel):
        for state in dialog.windows:
            said = {"shares": {"NTT": 2}, "typed": "NTT", "reason": "Gedung dipakai.", "wanted": {"NTT": 3}}
            shown.append((str(state.state), *await rendered(app, dialog, state, rina, said, known)))

    refused = rina.voice.plain("refusal-training-gone")
    for name, text, labels in shown:
        assert refused not in text, name
        assert 1 <= len([line for line in text.splitlines() if line]) <= 8, (name, text)
        assert labels, name
        assert [label for label in labels if not 0 < len(label) <= BUTTON_LENGTH] == [], name
