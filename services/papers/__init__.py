"""Papers about an enrolment: the calendar file, the call letter, and what they are made of."""

from services.papers.calendar import calendar_file
from services.papers.call_letter import call_letter, day_told
from services.papers.check import CheckCallLetter, Checked, check_payload, read_check
from services.papers.seat import GetSeatPaper, GetTemplate, SeatPaper

__all__ = [
    "CheckCallLetter",
    "Checked",
    "GetSeatPaper",
    "GetTemplate",
    "SeatPaper",
    "calendar_file",
    "call_letter",
    "check_payload",
    "day_told",
    "read_check",
]
