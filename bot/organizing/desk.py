"""[Meja pertanyaan] in /kelola: an agency's working time, its alarm, its group and what is wrong with it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from bot.callbacks_desk import (
    AskToUnlink,
    OpenDesk,
    Part,
    SetAlarm,
    SetHours,
    ShowAlarms,
    ShowDays,
    ShowGroup,
    ShowHours,
    SwitchDay,
    Unlink,
)
from bot.organizing.home import back
from bot.places import switch
from bot.screens import Row, Screen, button, in_rows
from bot.words import Html, Voice
from services.helpdesk.desks import Helpdesk, working_time
from services.helpdesk.settings import ALARMS, CHOICES
from services.helpdesk.working_time import WorkingTime, hours_as_days

WEEK = range(1, 8)


def overview(voice: Voice, desk: Helpdesk, desks: Sequence[Helpdesk]) -> Screen:
    """All of it; who keeps several desks goes from one to the next."""
    work, agency = working_time(desk), desk.agency.id
    text = voice.paragraphs(
        voice.html("desk", agency=desk.agency.short_name),
        voice.lines(
            voice.html("desk-works", when=office_hours(voice, work, work.zone)),
            voice.html("desk-alarms", after=wait_told(voice, desk.alarm_hours, work)),
            group_line(voice, desk),
        ),
    )
    following = _after([one.agency.id for one in desks], agency)
    other: Row = [button(voice.plain("button-other-agency"), OpenDesk(agency=following))] if following else []
    return Screen(
        text,
        (
            [button(voice.plain("button-desk-group"), ShowGroup(agency=agency))],
            [
                button(voice.plain("button-desk-days"), ShowDays(agency=agency)),
                button(voice.plain("button-desk-alarm"), ShowAlarms(agency=agency)),
            ],
            [
                button(voice.plain("button-desk-opens"), ShowHours(agency=agency, part="opens")),
                button(voice.plain("button-desk-closes"), ShowHours(agency=agency, part="closes")),
            ],
            other,
            back(voice),
        ),
    )


def days(voice: Voice, desk: Helpdesk) -> Screen:
    """Each day of the week, on or off."""
    agency, buttons = desk.agency.id, []
    for day in WEEK:
        on = str(day) in desk.days
        label = switch(on, voice.plain(f"weekday-{day}"))
        buttons.append(button(label, SwitchDay(agency=agency, day=day, on=not on)))
    text = voice.html("desk-days", agency=desk.agency.short_name)
    return Screen(text, (*in_rows(buttons, 4), _to_desk(voice, desk)))


def hours(voice: Voice, desk: Helpdesk, part: Part) -> Screen:
    """When the day begins, or ends, on the agency's clock."""
    now = desk.opens if part == "opens" else desk.closes
    buttons = []
    for choice in CHOICES[part]:
        minute = int(choice[:2]) * 60 + int(choice[3:])
        label = switch(choice == now, clock(voice, time.fromisoformat(choice)))
        buttons.append(button(label, SetHours(agency=desk.agency.id, part=part, minute=minute)))
    text = voice.html(f"desk-{part}", agency=desk.agency.short_name, zone=desk.agency.zone)
    return Screen(text, (*in_rows(buttons, 3), _to_desk(voice, desk)))


def alarms(voice: Voice, desk: Helpdesk) -> Screen:
    """After how much working time an unanswered question alarms."""
    work, agency = working_time(desk), desk.agency.id
    buttons = [
        button(switch(one == desk.alarm_hours, wait_told(voice, one, work)), SetAlarm(agency=agency, hours=one))
        for one in ALARMS
    ]
    text = voice.html("desk-alarm", agency=desk.agency.short_name)
    return Screen(text, (*in_rows(buttons, 2), _to_desk(voice, desk)))


def group(voice: Voice, desk: Helpdesk) -> Screen:
    """The group with the steps to mend what is wrong with it; or how to get one."""
    text = voice.paragraphs(group_line(voice, desk), group_steps(voice, desk))
    agency = desk.agency.id
    unlink = [button(voice.plain("button-desk-unlink"), AskToUnlink(agency=agency))] if desk.chat_id else []
    return Screen(text, (unlink, _to_desk(voice, desk)))


def ask_to_unlink(voice: Voice, desk: Helpdesk) -> Screen:
    """What giving the group up means; keeping it is the first button."""
    agency = desk.agency.id
    return Screen(
        voice.html("desk-unlink-ask", title=desk.title or "-"),
        (
            [button(voice.plain("button-desk-keep"), ShowGroup(agency=agency))],
            [button(voice.plain("button-desk-unlink"), Unlink(agency=agency))],
        ),
    )


def group_line(voice: Voice, desk: Helpdesk) -> Html:
    """Which group, if any."""
    if desk.chat_id is None:
        return voice.html("desk-no-group")
    return voice.html("desk-in-group", title=desk.title or "-")


def group_steps(voice: Voice, desk: Helpdesk) -> Html:
    """What is to be done about the group."""
    if desk.chat_id is None:
        return voice.html("desk-group-how")
    if desk.trouble is not None:
        return voice.html(f"desk-trouble-{desk.trouble}")
    return voice.html(f"desk-topics-{desk.topics}")


def office_hours(voice: Voice, work: WorkingTime, zone: str) -> str:
    """`Sen–Jum pukul 09.00–17.00 WITA`, on the clock of a zone."""
    opens, closes = work.clocks_in(zone, date(2026, 1, 5))
    told = {"days": days_told(voice, work.days), "zone": zone}
    return voice.plain("office-hours", opens=clock(voice, opens), closes=clock(voice, closes), **told)


def days_told(voice: Voice, days: frozenset[int]) -> str:
    """`Sen–Jum`, or `Sen, Rab, Jum`: three and more in a row are a span."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    told = []
    for run in runs:
        names = [voice.plain(f"weekday-{day}") for day in run]
        told += [f"{names[0]}–{names[-1]}"] if len(run) > 2 else names
    return ", ".join(told)


def wait_told(voice: Voice, alarm_hours: int, work: WorkingTime) -> str:
    """`1 hari kerja`, or where they are no whole days `4 jam kerja`."""
    in_days = hours_as_days(alarm_hours, work)
    if in_days is not None:
        return voice.plain("work-days", count=in_days)
    return voice.plain("work-hours", count=alarm_hours)


def clock(voice: Voice, moment: time) -> str:
    """`09.00`, or in English `09:00`."""
    return voice.plain("batch-clock", hour=f"{moment:%H}", minute=f"{moment:%M}")


def _to_desk(voice: Voice, desk: Helpdesk) -> Row:
    return [button(voice.plain("button-back"), OpenDesk(agency=desk.agency.id))]


def _after(agencies: list[int], agency_id: int) -> int | None:
    if len(agencies) < 2 or agency_id not in agencies:
        return None
    return agencies[(agencies.index(agency_id) + 1) % len(agencies)]
