"""Batches as organizers run them: made in draft, changed, published, closed; and what to mind about their days."""

from services.batches.calendar import Caution, CautionKind, Outlook
from services.batches.checks import Problem
from services.batches.create import CreateBatch
from services.batches.edit import BatchChanges, EditBatch, Edited, WeighDates, Weighed
from services.batches.look import (
    BatchPage,
    BatchView,
    GetBatch,
    GetHostedTraining,
    ListHostedTrainings,
    ListOwnBatches,
    TrainingPage,
)
from services.batches.notices import MOVED
from services.batches.plan import NEW_PROVINCES, REGIONAL_PERCENT, PreviewPlan, SetLimit, reserves_of
from services.batches.publish import CloseRegistration, PublishBatch

__all__ = [
    "MOVED",
    "NEW_PROVINCES",
    "REGIONAL_PERCENT",
    "BatchChanges",
    "BatchPage",
    "BatchView",
    "Caution",
    "CautionKind",
    "CloseRegistration",
    "CreateBatch",
    "EditBatch",
    "Edited",
    "GetBatch",
    "GetHostedTraining",
    "ListHostedTrainings",
    "ListOwnBatches",
    "Outlook",
    "PreviewPlan",
    "Problem",
    "PublishBatch",
    "SetLimit",
    "TrainingPage",
    "WeighDates",
    "Weighed",
    "reserves_of",
]
