"""Announcements, until they are sent."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.broadcasts.approval import Approve, HandIn, Recall, Return, SetTime
from services.broadcasts.audience import ClearAudience, ListCardBatches, ListChoices, SetChoice, SetReachableOnly
from services.broadcasts.drafting import (
    AddButton,
    BeginBroadcast,
    DeleteDraft,
    ListSpeakers,
    RemoveButton,
    SetMedia,
    SetText,
)
from services.broadcasts.finding import FindChoices
from services.broadcasts.look import FindName, GetDraft, GetForecast, GetShelf, ListToApprove
from services.broadcasts.message import GetMessage
from services.broadcasts.templates import BeginFromTemplate, DeleteTemplate, SaveTemplate


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncingTools:
    """Announcements, until they are sent."""

    message: GetMessage
    speakers: ListSpeakers
    shelf: GetShelf
    begin: BeginBroadcast
    get: GetDraft
    forecast: GetForecast
    set_text: SetText
    set_media: SetMedia
    add_button: AddButton
    remove_button: RemoveButton
    card_batches: ListCardBatches
    delete: DeleteDraft
    choices: ListChoices
    find_choices: FindChoices
    choose: SetChoice
    clear: ClearAudience
    reachable_only: SetReachableOnly
    set_time: SetTime
    hand_in: HandIn
    recall: Recall
    to_approve: ListToApprove
    name: FindName
    approve: Approve
    return_: Return
    save_template: SaveTemplate
    begin_from: BeginFromTemplate
    delete_template: DeleteTemplate


def build(parts: Parts, rate: float, approval_above: int) -> AnnouncingTools:
    """Give each use case what it needs; `rate` messages go out in a second."""
    database, now, admins = parts.database, parts.now, parts.admins
    return AnnouncingTools(
        message=GetMessage(database=database),
        speakers=ListSpeakers(database=database, admin_ids=admins),
        shelf=GetShelf(database=database, admin_ids=admins),
        begin=BeginBroadcast(database=database, now=now, admin_ids=admins),
        get=GetDraft(database=database, admin_ids=admins),
        forecast=GetForecast(database=database, now=now, admin_ids=admins, rate=rate, approval_above=approval_above),
        set_text=SetText(database=database, now=now, admin_ids=admins),
        set_media=SetMedia(database=database, now=now, admin_ids=admins),
        add_button=AddButton(database=database, now=now, admin_ids=admins),
        remove_button=RemoveButton(database=database, now=now, admin_ids=admins),
        card_batches=ListCardBatches(database=database, admin_ids=admins),
        delete=DeleteDraft(database=database, now=now, admin_ids=admins),
        choices=ListChoices(database=database, admin_ids=admins),
        find_choices=FindChoices(database=database, admin_ids=admins),
        choose=SetChoice(database=database, now=now, admin_ids=admins),
        clear=ClearAudience(database=database, now=now, admin_ids=admins),
        reachable_only=SetReachableOnly(database=database, now=now, admin_ids=admins),
        set_time=SetTime(database=database, now=now, admin_ids=admins),
        hand_in=HandIn(database=database, now=now, admin_ids=admins, approval_above=approval_above),
        recall=Recall(database=database, now=now, admin_ids=admins),
        to_approve=ListToApprove(database=database, admin_ids=admins),
        name=FindName(database=database),
        approve=Approve(database=database, now=now, admin_ids=admins),
        return_=Return(database=database, now=now, admin_ids=admins),
        save_template=SaveTemplate(database=database, now=now, admin_ids=admins),
        begin_from=BeginFromTemplate(database=database, now=now, admin_ids=admins),
        delete_template=DeleteTemplate(database=database, now=now, admin_ids=admins),
    )
