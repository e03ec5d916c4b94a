"""Papers about an enrolment: calendar files, the call letter, and what they are made of."""

from services.papers.agenda import AgendaPaper, GetAgendaPaper
from services.papers.calendar import agenda_file, calendar_file
from services.papers.call_letter import call_letter, day_told
from services.papers.check import CheckCallLetter, Checked, check_payload, read_check
from services.papers.seat import GetSeatPaper, GetTemplate, SeatPaper

__all__ = [
    "AgendaPaper",
    "CheckCallLetter",
    "Checked",
    "GetAgendaPaper",
    "GetSeatPaper",
    "GetTemplate",
    "SeatPaper",
    "agenda_file",
    "calendar_file",
    "call_letter",
    "check_payload",
    "day_told",
    "read_check",
]
