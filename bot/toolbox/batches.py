"""Batches, for those who run them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.batches import (
    CloseRegistration,
    CreateBatch,
    EditBatch,
    GetBatch,
    GetHostedTraining,
    ListHostedTrainings,
    ListOwnBatches,
    PreviewPlan,
    PublishBatch,
    SetLimit,
    WeighDates,
)
from services.enrolment import AdjustSeats, CancelBatch, ChangeCapacity, PlanSeats


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchTools:
    """Batches, for those who run them."""

    list: ListOwnBatches
    get: GetBatch
    trainings: ListHostedTrainings
    training: GetHostedTraining
    create: CreateBatch
    edit: EditBatch
    weigh: WeighDates
    publish: PublishBatch
    close: CloseRegistration
    preview: PreviewPlan
    plan: PlanSeats
    adjust: AdjustSeats
    resize: ChangeCapacity
    limit: SetLimit
    cancel: CancelBatch


def build(parts: Parts) -> BatchTools:
    """Give each use case what it needs."""
    database, now, admins = parts.database, parts.now, parts.admins
    return BatchTools(
        list=ListOwnBatches(database=database, now=now, admin_ids=admins),
        get=GetBatch(database=database, now=now, admin_ids=admins),
        trainings=ListHostedTrainings(database=database, admin_ids=admins),
        training=GetHostedTraining(database=database, admin_ids=admins),
        create=CreateBatch(database=database, now=now, admin_ids=admins),
        edit=EditBatch(database=database, now=now, admin_ids=admins),
        weigh=WeighDates(database=database, admin_ids=admins),
        publish=PublishBatch(database=database, now=now, admin_ids=admins),
        close=CloseRegistration(database=database, now=now, admin_ids=admins),
        preview=PreviewPlan(database=database, admin_ids=admins),
        plan=PlanSeats(database=database, now=now, admin_ids=admins),
        adjust=AdjustSeats(database=database, now=now, admin_ids=admins),
        resize=ChangeCapacity(database=database, now=now, admin_ids=admins),
        limit=SetLimit(database=database, now=now, admin_ids=admins),
        cancel=CancelBatch(database=database, now=now, admin_ids=admins),
    )
