"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 17, 4, 0, tzinfo=UTC)
"""Tuesday, 17 November 2026, 12.00 WITA: the day of the example conversations."""


class Clock:
    """Callable like `services.clock.Clock`; moved by hand."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime) -> None:
        """Jump to a moment."""
        self.moment = moment

    def advance(self, **parts: float) -> None:
        """Move forward: `clock.advance(hours=2)`."""
        self.moment += timedelta(**parts)
