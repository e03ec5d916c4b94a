"""The pools in which a batch keeps its seats."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, JsonText


class SeatPoolRow(Base):
    """A named share of a batch's seats. `taken` counts sure seats and those that an open offer holds.

    A seat is taken by one conditional UPDATE (`taken < size`); the check is the second guard.
    """

    __tablename__ = "seat_pools"
    __table_args__ = (
        UniqueConstraint("batch_id", "key"),
        CheckConstraint("taken >= 0 AND taken <= size", name="taken"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("batches.id"))
    key: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(10))
    # A person's pools are tried in this order.
    rank: Mapped[int]
    who: Mapped[dict[str, Any]] = mapped_column(JsonText)
    size: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0, server_default="0")
