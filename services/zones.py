"""Indonesia's three time zones, by the names everybody uses. None of them knows summer time."""

from __future__ import annotations

from zoneinfo import ZoneInfo

ZONES = {"WIB": ZoneInfo("Asia/Jakarta"), "WITA": ZoneInfo("Asia/Makassar"), "WIT": ZoneInfo("Asia/Jayapura")}
