"""Finding trainings by name, by code, and by likeness to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.catalogue.browse import query_for
from services.catalogue.model import BatchLine, Filter, RegistrationState, line_of
from services.catalogue.words import GOOD_ENOUGH, is_named, likeness
from services.clock import Clock
from services.errors import Refusal
from storage.database import Database
from storage.repositories.trainings import BatchQuery, ListedBatch, StoredBatch, Trainings

REMEMBERED = timedelta(days=365)
"""How long after its end a batch can still be found by name."""
STANDING = (RegistrationState.OPEN, RegistrationState.UPCOMING, RegistrationState.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchTrainings:
    """Batches of trainings whose name is like what was typed: open ones, then upcoming, then closed, best first.

    A training shows all its open batches; one without any shows the batch that opens next, or else its last.
    """

    database: Database
    now: Clock

    async def __call__(
        self, *, text: str, limit: int = 8, province: str | None = None, whole: bool = False
    ) -> tuple[BatchLine, ...]:
        """With `whole`, only trainings whose whole name was typed."""
        now = self.now()
        async with self.database.read() as connection:
            query = BatchQuery(province=province, ends_after=now - REMEMBERED)
            batches = await Trainings(connection).list(query)
        if whole:
            batches = tuple(batch for batch in batches if is_named(text, batch.title))
        scores = _scores(text, batches)
        lines = [line for line in _telling(batches, now) if scores[line.training_code] >= GOOD_ENOUGH]
        lines.sort(key=lambda line: (STANDING.index(line.registration.state), -scores[line.training_code]))
        return tuple(lines[:limit])


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Open batches to offer instead of this one: of the same training, else by programme, competency and name."""

    database: Database
    now: Clock

    async def __call__(self, *, batch_id: int, province: str | None = None, limit: int = 3) -> tuple[BatchLine, ...]:
        now = self.now()
        async with self.database.read() as connection:
            trainings = Trainings(connection)
            wanted = await trainings.find(batch_id)
            if wanted is None:
                raise Refusal("training-gone")
            batches = await trainings.list(query_for(Filter(province=province), now))
        ranked = [(_kinship(wanted, batch), batch) for batch in batches if batch.id != batch_id]
        ranked.sort(key=lambda pair: -pair[0])
        return tuple(line_of(batch, now) for kinship, batch in ranked[:limit] if kinship > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindBatch:
    """The published batch of a code, or the most telling one of a training's code; None where there is none."""

    database: Database
    now: Clock

    async def __call__(self, *, code: str) -> BatchLine | None:
        async with self.database.read() as connection:
            batches = await Trainings(connection).list_by_code(code)
        lines = _telling(batches, self.now())
        return lines[0] if lines else None


def _scores(text: str, batches: Iterable[ListedBatch]) -> dict[str, float]:
    titles = {batch.training_code: batch.title for batch in batches}
    return {code: likeness(text, title, code) for code, title in titles.items()}


def _telling(batches: Iterable[ListedBatch], now: datetime) -> list[BatchLine]:
    """All open batches of each training; one without any has its next, or else its last."""
    by_training: dict[str, list[BatchLine]] = {}
    for batch in batches:
        by_training.setdefault(batch.training_code, []).append(line_of(batch, now))
    return [line for lines in by_training.values() for line in _most_telling(lines)]


def _most_telling(lines: list[BatchLine]) -> list[BatchLine]:
    states = {state: [line for line in lines if line.registration.state is state] for state in STANDING}
    return (
        states[RegistrationState.OPEN]
        or states[RegistrationState.UPCOMING][:1]
        or states[RegistrationState.CLOSED][-1:]
    )


def _kinship(wanted: StoredBatch, other: ListedBatch) -> float:
    if other.training_id == wanted.training_id:
        return 1000.0
    programme = 200.0 if wanted.programme and wanted.programme == other.programme else 0.0
    competency = 100.0 if wanted.competency == other.competency else 0.0
    return programme + competency and programme + competency + likeness(wanted.title, other.title)
