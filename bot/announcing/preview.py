"""What sending an announcement would mean, when it is sent, and what became of it. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.announcing.phrases import audience_told, forecast_told, moment_told
from bot.announcing.screens import to_draft
from bot.callbacks_announcing import (
    Announcing,
    ApproveRequest,
    AskPart,
    ChooseTime,
    HandInDraft,
    Preview,
    ReturnRequest,
    ReviewRequest,
    SeeRecipients,
    ShowDraft,
    TakeTime,
    TrySending,
)
from bot.organizing.home import back
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.broadcasts.look import DraftView, Forecast, recipients
from services.zones import ZONES

MORNING, NOON = time(8), time(13)
DAYS = 7
TIMES_SHOWN = 4


def preview(voice: Voice, view: DraftView, forecast: Forecast, language: str, done: Html | None = None) -> Screen:
    """j6: below the message itself, how many get it, how long that takes, and who has to agree."""
    number, body = view.id, view.message.body
    text = voice.paragraphs(
        done,
        voice.lines(
            voice.html("announce-forecast", told=forecast_told(voice, view, forecast)),
            voice.html("announce-when", moment=moment_told(voice, view.send_at)),
            None if body.texts.get("en") else voice.html("announce-no-english"),
        ),
    )
    key = "button-announce-ask" if forecast.needs_approval else "button-announce-send"
    main = [button(voice.plain(key), HandInDraft(broadcast=number, version=view.version))]
    other: Row = []
    if body.texts.get("en"):
        other = [
            button(voice.plain("button-announce-in-id"), Preview(broadcast=number))
            if language == "en"
            else button(voice.plain("button-announce-in-en"), Preview(broadcast=number, language="en"))
        ]
    return Screen(
        text,
        (
            main if recipients(view.message, forecast.counted) else [],
            [
                button(voice.plain("button-announce-try"), TrySending(broadcast=number)),
                button(voice.plain("button-announce-time"), ChooseTime(broadcast=number)),
            ],
            [*other, button(voice.plain("button-announce-change"), ShowDraft(broadcast=number))],
            [button(voice.plain("button-announce-template"), AskPart(broadcast=number, part="template"))],
            [button(voice.plain("button-announce-keep"), Announcing())],
        ),
    )


def times(voice: Voice, view: DraftView, now: datetime) -> Screen:
    """When is it sent? On the clock of the agency."""
    number = view.id
    shown = [
        button(_label(voice, at), TakeTime(broadcast=number, minute=int(at.timestamp()) // 60))
        for at in proposals(now, view.zone)
    ]
    at_once = [button(voice.plain("button-announce-at-once"), TakeTime(broadcast=number))]
    typed = [button(voice.plain("button-announce-other-time"), AskPart(broadcast=number, part="when"))]
    text = voice.html("announce-time-ask", zone=view.zone, moment=moment_told(voice, view.send_at))
    return Screen(text, (at_once, shown[:2], shown[2:], typed, to_draft(voice, number)))


def proposals(now: datetime, zone: str) -> list[datetime]:
    """The next mornings and noons of working days."""
    today = now.astimezone(ZONES[zone]).date()
    days = [today + timedelta(days=ahead) for ahead in range(DAYS)]
    moments = [
        datetime.combine(day, clock, tzinfo=ZONES[zone])
        for day in days
        if day.isoweekday() <= 5
        for clock in (MORNING, NOON)
    ]
    return [moment for moment in moments if moment > now][:TIMES_SHOWN]


def handed_in(voice: Voice, view: DraftView, count: int) -> Screen:
    """It is on its way, waits for its time, or for a second person."""
    values = {"count": count, "number": voice.number(count), "moment": moment_told(voice, view.send_at)}
    see = [button(voice.plain("button-announce-see"), ShowDraft(broadcast=view.id))]
    return Screen(voice.html(f"announce-done-{view.state}", **values), (see, back(voice)))


def request(voice: Voice, view: DraftView, forecast: Forecast) -> Screen:
    """j7: somebody asks the reader to agree."""
    count = recipients(view.message, forecast.counted)
    text = voice.html(
        "announce-request" if view.send_at is None else "announce-request-at",
        by=view.by or voice.plain("announce-somebody"),
        count=count,
        number=voice.number(count),
        moment=moment_told(voice, view.send_at),
    )
    number, version = view.id, view.version
    return Screen(
        text,
        (
            [button(voice.plain("button-announce-approve"), ApproveRequest(broadcast=number, version=version))],
            [
                button(voice.plain("button-announce-recipients"), SeeRecipients(broadcast=number)),
                button(voice.plain("button-announce-return"), ReturnRequest(broadcast=number, version=version)),
            ],
            back(voice),
        ),
    )


def who(voice: Voice, view: DraftView, forecast: Forecast) -> Screen:
    """The recipients in words and numbers, for who is to agree."""
    text = voice.paragraphs(
        voice.html("announce-audience", audience=audience_told(voice, view.message)),
        voice.html("announce-forecast", told=forecast_told(voice, view, forecast)),
    )
    return Screen(
        text, ([button(voice.plain("button-back"), ReviewRequest(broadcast=view.id, message=False))], back(voice))
    )


def approved(voice: Voice, view: DraftView, count: int) -> Screen:
    """It is sent now, or at its time."""
    values = {"count": count, "number": voice.number(count), "moment": moment_told(voice, view.send_at)}
    return Screen(voice.html("announce-approved", **values), (back(voice),))


def _label(voice: Voice, at: datetime) -> str:
    weekday, day = voice.plain(f"weekday-{at.isoweekday()}"), voice.date(at.date(), year=False)
    return voice.plain("announce-time-label", weekday=weekday, day=day, hour=f"{at:%H}", minute=f"{at:%M}")
