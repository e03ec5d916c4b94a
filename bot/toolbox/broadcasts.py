"""Announcements from sending on: how they are steered, told, changed, counted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.broadcasts import (
    CancelBroadcast,
    GetCopy,
    GetDeletion,
    GetEdit,
    GetReport,
    GetRun,
    KeepProgress,
    ListProgress,
    ListSent,
    PauseBroadcast,
    PressButton,
    ResumeBroadcast,
    Reword,
    SendUnknownAgain,
    Withdraw,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastTools:
    """Announcements from sending on: how they are steered, told, changed, counted."""

    copy: GetCopy
    edit: GetEdit
    deletion: GetDeletion
    press: PressButton
    progress: ListProgress
    keep_progress: KeepProgress
    get: GetRun
    list_sent: ListSent
    report: GetReport
    pause: PauseBroadcast
    resume: ResumeBroadcast
    cancel: CancelBroadcast
    send_again: SendUnknownAgain
    reword: Reword
    withdraw: Withdraw


def build(parts: Parts) -> BroadcastTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return BroadcastTools(
        copy=GetCopy(database=database),
        edit=GetEdit(database=database),
        deletion=GetDeletion(database=database, now=now),
        press=PressButton(database=database, now=now),
        progress=ListProgress(database=database, now=now),
        keep_progress=KeepProgress(database=database),
        get=GetRun(database=database, now=now, admin_ids=admins),
        list_sent=ListSent(database=database, admin_ids=admins),
        report=GetReport(database=database, now=now, admin_ids=admins),
        pause=PauseBroadcast(database=database, now=now, admin_ids=admins),
        resume=ResumeBroadcast(database=database, now=now, admin_ids=admins),
        cancel=CancelBroadcast(database=database, now=now, admin_ids=admins),
        send_again=SendUnknownAgain(database=database, now=now, admin_ids=admins),
        reword=Reword(database=database, now=now, admin_ids=admins),
        withdraw=Withdraw(database=database, now=now, admin_ids=admins),
    )
