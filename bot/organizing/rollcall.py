"""The screens of a batch's people as files: what one looks like, what was found in it, who was placed. Pure."""

from __future__ import annotations

from datetime import datetime

from bot.browse.phrases import clipped
from bot.callbacks_participants import DownloadPeople, Participants, SamplePeople, UploadPeople
from bot.organizing.files import NAME_SHOWN, counted, first_faults, ways_on
from bot.organizing.participants import head
from bot.recommendation.files import MOST_MEGABYTES
from bot.screens import Screen, button
from bot.words import Html, Voice
from services.participants import ParticipantPage
from services.participants.rollcall import RollCallReport


def files(voice: Voice, found: ParticipantPage, now: datetime) -> Screen:
    """What a file names, and what becomes of the people in it."""
    batch = found.batch.id
    fetch = [button(voice.plain("button-download-xlsx"), DownloadPeople(batch=batch))] if found.total else []
    return Screen(
        voice.paragraphs(head(voice, found.batch, now), voice.html("rollcall", limit=voice.number(MOST_MEGABYTES))),
        (
            [button(voice.plain("button-upload-people"), UploadPeople(batch=batch))],
            [button(voice.plain("button-sample-file"), SamplePeople(batch=batch))],
            fetch,
            [button(voice.plain("button-back-to-people"), Participants(batch=batch))],
        ),
    )


def preview(voice: Voice, report: RollCallReport) -> Html:
    """How many saving would add, that nobody is added yet, and the first faults."""
    figures = (("new", report.new), ("there", report.same), ("faulty", report.fault_count))
    return voice.paragraphs(counted(voice, figures), first_faults(voice, report.faults, report.fault_count))


def saved(voice: Voice, name: str, report: RollCallReport, batch: int) -> Screen:
    """Who has a seat and who is in line now, and who was left out."""
    figures = (("seats", report.seats), ("line", report.line))
    parts = [voice.plain(f"rollcall-{name}", count=count) for name, count in figures if count]
    told = ", ".join(parts) or voice.plain("rollcall-nobody")
    return Screen(
        voice.lines(
            voice.html("rollcall-saved", name=clipped(name, NAME_SHOWN), counts=told),
            voice.html("rollcall-told") if report.new else None,
            voice.html("rollcall-same", count=report.same) if report.same else None,
            voice.html("file-left-out", count=report.fault_count) if report.fault_count else None,
        ),
        ways_on(voice, batch),
    )
