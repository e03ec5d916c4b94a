"""Proposals to make one training of two drafts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from storage.tables.planning import MergeProposalRow
from storage.tables.trainings import TrainingRow

OPEN = "open"
AGREED = "agreed"
REFUSED = "refused"
WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`kept_id` goes on as one with `merged_id`; each owner's answer is None until it is given."""

    id: int
    kept_id: int
    merged_id: int
    state: str
    kept_agrees: bool | None
    merged_agrees: bool | None


_NAMES = ("id", "kept_id", "merged_id", "state", "kept_agrees", "merged_agrees")
_PROPOSAL: Select[Any] = select(*(getattr(MergeProposalRow, name) for name in _NAMES))


class Merges:
    """Rows of proposals; the caller holds both trainings."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def find(self, proposal_id: int) -> Proposal | None:
        """The proposal, whatever its state."""
        row = (await self._connection.execute(_PROPOSAL.where(MergeProposalRow.id == proposal_id))).one_or_none()
        return Proposal(**row._mapping) if row else None

    async def list_open(self, training_id: int) -> tuple[Proposal, ...]:
        """Those that this training is part of and that wait for an answer."""
        query = _PROPOSAL.where(MergeProposalRow.state == OPEN, _about(training_id)).order_by(
            MergeProposalRow.proposed_at, MergeProposalRow.id
        )
        return tuple(Proposal(**row._mapping) for row in await self._connection.execute(query))

    async def list_asked_about(self) -> frozenset[int]:
        """The trainings that are part of an open proposal."""
        query = select(MergeProposalRow.kept_id, MergeProposalRow.merged_id).where(MergeProposalRow.state == OPEN)
        return frozenset(one for row in await self._connection.execute(query) for one in row)

    async def list_refused_with(self, training_id: int) -> frozenset[int]:
        """The trainings with which this one was not to be merged."""
        query = select(MergeProposalRow.kept_id, MergeProposalRow.merged_id).where(
            MergeProposalRow.state == REFUSED, _about(training_id)
        )
        return frozenset(one for row in await self._connection.execute(query) for one in row if one != training_id)

    async def list_waiting_for(self, agency_ids: Collection[int] | None) -> tuple[int, ...]:
        """Open proposals that one of these agencies (None: any) has not answered, the oldest first."""
        kept, merged = aliased(TrainingRow), aliased(TrainingRow)
        query = (
            select(MergeProposalRow.id)
            .join(kept, kept.id == MergeProposalRow.kept_id)
            .join(merged, merged.id == MergeProposalRow.merged_id)
            .where(MergeProposalRow.state == OPEN)
            .order_by(MergeProposalRow.proposed_at, MergeProposalRow.id)
        )
        if agency_ids is not None:
            query = query.where(
                or_(
                    and_(MergeProposalRow.kept_agrees.is_(None), kept.agency_id.in_(agency_ids)),
                    and_(MergeProposalRow.merged_agrees.is_(None), merged.agency_id.in_(agency_ids)),
                )
            )
        return tuple(await self._connection.scalars(query))

    async def list_owners_merged_into(self, training_id: int) -> tuple[int, ...]:
        """The agencies whose drafts went into this training, also by way of others, and of those it went into."""
        owners: list[int] = []
        seen, ahead = {training_id}, [training_id]
        while ahead:
            query = (
                select(TrainingRow.id, TrainingRow.agency_id)
                .join(
                    MergeProposalRow,
                    or_(
                        and_(MergeProposalRow.merged_id == TrainingRow.id, MergeProposalRow.kept_id.in_(ahead)),
                        and_(MergeProposalRow.kept_id == TrainingRow.id, MergeProposalRow.merged_id.in_(ahead)),
                    ),
                )
                .where(MergeProposalRow.state == AGREED)
            )
            found = [row for row in await self._connection.execute(query) if row.id not in seen]
            owners += [row.agency_id for row in found]
            ahead = [row.id for row in found]
            seen.update(ahead)
        return tuple(owners)

    async def add(self, kept_id: int, merged_id: int, *, proposed_by: int | None, at: datetime) -> int:
        """A new proposal; its number."""
        values = {"kept_id": kept_id, "merged_id": merged_id, "proposed_by": proposed_by, "proposed_at": at}
        statement = insert(MergeProposalRow).values(**values).returning(MergeProposalRow.id)
        return int((await self._connection.execute(statement)).scalar_one())

    async def set(
        self,
        proposal_id: int,
        *,
        state: str,
        kept_agrees: bool | None,
        merged_agrees: bool | None,
        closed_at: datetime | None,
    ) -> None:
        """Keep the answers so far, and what came of it."""
        values = {"state": state, "kept_agrees": kept_agrees, "merged_agrees": merged_agrees, "closed_at": closed_at}
        await self._connection.execute(
            update(MergeProposalRow).where(MergeProposalRow.id == proposal_id).values(**values)
        )


def _about(training_id: int) -> ColumnElement[bool]:
    return or_(MergeProposalRow.kept_id == training_id, MergeProposalRow.merged_id == training_id)
