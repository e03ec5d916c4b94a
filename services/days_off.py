"""Days on which Indonesian offices are closed beside weekends: national holidays, and joint leave (cuti bersama)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache


@dataclass(frozen=True, slots=True)
class DaysOff:
    """One year's, each with its Indonesian name; a holiday is never listed as leave too."""

    holidays: Mapping[date, str]
    leave: Mapping[date, str]

    def __contains__(self, day: date) -> bool:
        return day in self.holidays or day in self.leave


@cache
def days_off(year: int) -> DaysOff:
    """Those of a year, as far as they are decreed; later ones as they are computed."""
    from holidays import country_holidays  # here: few ever need it, and everybody would wait for it at the start

    public = dict(country_holidays("ID", years=year, language="id"))
    offices = dict(country_holidays("ID", years=year, language="id", categories=("government",)))
    return DaysOff(public, {day: name for day, name in offices.items() if day not in public})
