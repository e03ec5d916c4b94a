"""What to mind about a batch's days: known dates, Fridays, weekends, three clocks."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from services.batches.calendar import CautionKind, Outlook, outlook
from services.zones import ZONES


def at(text: str, zone: str = "WIB") -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H.%M").replace(tzinfo=ZONES[zone])


def look(starts: str, ends: str, **changes: Any) -> Outlook:
    values: dict[str, Any] = {"host_zone": "WIB", "zones": {"WIB"}, "mode": "klasikal", "self_paced": False}
    values |= changes
    zone = values["host_zone"]
    return outlook(starts_at=at(starts, zone), ends_at=at(ends, zone), **values)


def days_of(found: Outlook, kind: CautionKind) -> list[date]:
    return [day for caution in found.cautions if caution.kind is kind for day in caution.days]


def kinds_of(found: Outlook) -> list[str]:
    return [str(caution.kind) for caution in found.cautions]


def test_usual_days_need_no_caution() -> None:
    found = look("2026-12-07 08.00", "2026-12-10 16.00")

    assert found == Outlook(starts=(), cautions=())


def test_christmas_of_2026_is_a_holiday_on_a_friday_after_a_day_of_joint_leave() -> None:
    found = look("2026-12-23 08.00", "2026-12-26 16.00")

    named = {caution.kind: (caution.name, caution.days) for caution in found.cautions if caution.name}
    assert named[CautionKind.HOLIDAY] == ("Hari Raya Natal", (date(2026, 12, 25),))
    assert named[CautionKind.LEAVE] == ("Cuti Bersama Hari Raya Natal", (date(2026, 12, 24),))
    assert days_of(found, CautionKind.FRIDAY) == [date(2026, 12, 25)]
    assert days_of(found, CautionKind.WEEKEND) == [date(2026, 12, 26)]


def test_holidays_of_both_years_are_known_across_new_year() -> None:
    found = look("2026-12-30 08.00", "2027-01-05 16.00")

    assert days_of(found, CautionKind.HOLIDAY) == [date(2027, 1, 1), date(2027, 1, 5)]


@pytest.mark.parametrize(
    ("starts", "ends", "fridays"),
    [
        pytest.param("2026-12-11 08.00", "2026-12-11 16.00", [date(2026, 12, 11)], id="the whole day"),
        pytest.param("2026-12-11 08.00", "2026-12-11 11.30", [], id="over before it"),
        pytest.param("2026-12-11 08.00", "2026-12-11 11.31", [date(2026, 12, 11)], id="a minute into it"),
        pytest.param("2026-12-11 13.00", "2026-12-11 16.00", [], id="begins when it is over"),
        pytest.param("2026-12-11 12.59", "2026-12-11 16.00", [date(2026, 12, 11)], id="begins within"),
        pytest.param("2026-12-07 13.30", "2026-12-11 16.00", [], id="afternoons only"),
        pytest.param("2026-12-10 13.30", "2026-12-12 11.00", [date(2026, 12, 11)], id="a whole Friday between"),
        pytest.param("2026-12-11 13.30", "2026-12-12 11.00", [], id="from Friday afternoon"),
        pytest.param("2026-12-10 13.30", "2026-12-11 11.00", [], id="to Friday morning"),
        pytest.param("2026-12-07 08.00", "2026-12-10 16.00", [], id="no Friday"),
        pytest.param("2026-12-04 08.00", "2026-12-11 16.00", [date(2026, 12, 4), date(2026, 12, 11)], id="two Fridays"),
    ],
)
def test_sessions_that_meet_friday_prayer_are_told(starts: str, ends: str, fridays: list[date]) -> None:
    assert days_of(look(starts, ends), CautionKind.FRIDAY) == fridays


def test_from_home_friday_prayer_is_where_people_are() -> None:
    """09.00 to 11.00 in Jakarta is 11.00 to 13.00 in Jayapura."""
    online = look("2026-12-11 09.00", "2026-12-11 11.00", zones={"WIB", "WIT"}, mode="e-learning")
    in_class = look("2026-12-11 09.00", "2026-12-11 11.00", zones={"WIB", "WIT"})

    assert [caution.zone for caution in online.cautions] == ["WIT"]
    assert in_class.cautions == ()


def test_the_first_hour_is_told_in_each_zone() -> None:
    found = look("2026-12-07 09.00", "2026-12-07 15.00", zones={"WIT", "WITA"})

    assert found.starts == (("WIB", time(9)), ("WITA", time(10)), ("WIT", time(11)))
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("starts", "host", "mode", "said"),
    [
        pytest.param("2026-12-07 08.00", "WIT", "e-learning", [("early", "WIB", time(6))], id="too early in the west"),
        pytest.param("2026-12-07 16.00", "WIB", "blended", [("late", "WIT", time(18))], id="too late in the east"),
        pytest.param("2026-12-07 15.00", "WIB", "e-learning", [], id="17.00 in the east is still right"),
        pytest.param("2026-12-07 16.00", "WIB", "klasikal", [], id="all are in one place"),
        pytest.param(
            "2026-12-07 06.30", "WIB", "klasikal", [("early", "WIB", time(6, 30))], id="too early at the host"
        ),
    ],
)
def test_hours_too_early_or_too_late_are_told(starts: str, host: str, mode: str, said: list[object]) -> None:
    found = look(starts, f"{starts[:10]} 20.00", host_zone=host, zones=set(ZONES), mode=mode)

    told = [(str(one.kind), one.zone, one.clock) for one in found.cautions if one.clock]
    assert told == said


def test_self_paced_batches_mind_nothing() -> None:
    assert look("2026-12-01 00.00", "2026-12-31 23.00", self_paced=True, zones=set(ZONES)) == Outlook(
        starts=(), cautions=()
    )


def test_a_very_long_batch_does_not_take_for_ever() -> None:
    assert "weekend" in kinds_of(look("2026-12-01 08.00", "2090-12-01 16.00"))
