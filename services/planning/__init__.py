"""Planning trainings together: drafts, the secretariat's decisions, committed seats, a host.

`states.py` says what can be done where, `acting.py` holds a training for it and writes the step down.
"""

from services.planning.acting import STEP_KIND
from services.planning.decide import AcceptDrafts, ReturnDraft
from services.planning.draft import BeginDraft, EditDraft
from services.planning.fields import CHOICES, FIELDS, OPTIONAL
from services.planning.host import AgreeHost, OfferToHost
from services.planning.likeness import Likeness
from services.planning.lists import ListPlans, ListProgrammes, MergesToAnswer, OwnAgencies
from services.planning.merge import AnswerMerge, ProposeMerge
from services.planning.publish import PublishTraining
from services.planning.seats import MOST_SEATS, CommitSeats
from services.planning.similar import Alike, ComparePlans, FindSimilar, GetMerge, MergeView, Pair, TitlesLike
from services.planning.states import Act, State, What
from services.planning.submit import RecallDraft, SubmitDraft
from services.planning.view import GetPlan, PlanView
from storage.repositories.commitments import Commitment
from storage.repositories.planning import Plan, PlanMove

__all__ = [
    "CHOICES",
    "FIELDS",
    "MOST_SEATS",
    "OPTIONAL",
    "STEP_KIND",
    "AcceptDrafts",
    "Act",
    "AgreeHost",
    "Alike",
    "AnswerMerge",
    "BeginDraft",
    "CommitSeats",
    "Commitment",
    "ComparePlans",
    "EditDraft",
    "FindSimilar",
    "GetMerge",
    "GetPlan",
    "Likeness",
    "ListPlans",
    "ListProgrammes",
    "MergeView",
    "MergesToAnswer",
    "OfferToHost",
    "OwnAgencies",
    "Pair",
    "Plan",
    "PlanMove",
    "PlanView",
    "ProposeMerge",
    "PublishTraining",
    "RecallDraft",
    "ReturnDraft",
    "State",
    "SubmitDraft",
    "TitlesLike",
    "What",
]
