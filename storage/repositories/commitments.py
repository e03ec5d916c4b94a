"""The seats that agencies take in a training that is planned, and who of them is to host it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialect import insert_for
from storage.repositories.agencies import AGENCY_COLUMNS, Agency
from storage.tables.agencies import AgencyRow
from storage.tables.planning import SeatCommitmentRow


@dataclass(frozen=True, slots=True)
class Commitment:
    """How many seats an agency takes."""

    agency: Agency
    seats: int
    is_host: bool


class Commitments:
    """Rows of one training at a time; the caller holds the training."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def list(self, training_id: int) -> tuple[Commitment, ...]:
        """Most seats first."""
        query = (
            select(SeatCommitmentRow.seats, SeatCommitmentRow.is_host, *AGENCY_COLUMNS)
            .join(AgencyRow, AgencyRow.id == SeatCommitmentRow.agency_id)
            .where(SeatCommitmentRow.training_id == training_id)
            .order_by(SeatCommitmentRow.seats.desc(), AgencyRow.id)
        )
        return tuple(Commitment(Agency(*row[2:]), row[0], row[1]) for row in await self._connection.execute(query))

    async def set(self, training_id: int, agency_id: int, seats: int, *, at: datetime) -> None:
        """Keep how many seats an agency takes."""
        row = {"training_id": training_id, "agency_id": agency_id, "seats": seats, "at": at}
        statement = insert_for(self._connection, SeatCommitmentRow).values(**row)
        keys = ["training_id", "agency_id"]
        changes = {name: statement.excluded[name] for name in ("seats", "at")}
        await self._connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=changes))

    async def delete(self, training_id: int, agency_id: int) -> None:
        """The agency takes no seats."""
        await self._connection.execute(
            delete(SeatCommitmentRow).where(
                SeatCommitmentRow.training_id == training_id, SeatCommitmentRow.agency_id == agency_id
            )
        )

    async def set_host(self, training_id: int, agency_id: int) -> None:
        """This one of the committing agencies is the host, and no other."""
        await self._connection.execute(
            update(SeatCommitmentRow)
            .where(SeatCommitmentRow.training_id == training_id)
            .values(is_host=SeatCommitmentRow.agency_id == agency_id)
        )
