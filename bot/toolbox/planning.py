"""Planning trainings together, and what people would like to learn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.toolbox.parts import Parts
from services.needs import FindTopics, MyWishes, SupportTopic, SurveyNeeds, WishFor, WithdrawWish
from services.planning import (
    AcceptDrafts,
    AgreeHost,
    AnswerMerge,
    BeginDraft,
    CommitSeats,
    ComparePlans,
    EditDraft,
    FindSimilar,
    GetMerge,
    GetPlan,
    ListPlans,
    ListProgrammes,
    MergesToAnswer,
    OfferToHost,
    OwnAgencies,
    ProposeMerge,
    PublishTraining,
    RecallDraft,
    ReturnDraft,
    SubmitDraft,
    TitlesLike,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningTools:
    """What planners see and do with trainings."""

    agencies: OwnAgencies
    list: ListPlans
    get: GetPlan
    begin: BeginDraft
    edit: EditDraft
    submit: SubmitDraft
    recall: RecallDraft
    programmes: ListProgrammes
    titles_like: TitlesLike
    similar: FindSimilar
    compare: ComparePlans
    accept: AcceptDrafts
    return_: ReturnDraft
    propose: ProposeMerge
    merges: MergesToAnswer
    merge: GetMerge
    answer: AnswerMerge
    commit: CommitSeats
    offer: OfferToHost
    host: AgreeHost
    publish: PublishTraining
    survey: SurveyNeeds


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedTools:
    """What people would like to learn."""

    topics: FindTopics
    wish: WishFor
    support: SupportTopic
    mine: MyWishes
    withdraw: WithdrawWish


def build(parts: Parts) -> PlanningTools:
    """Give each use case what it needs."""
    reads: dict[str, Any] = {"database": parts.database, "admin_ids": parts.admins}
    acts: dict[str, Any] = reads | {"now": parts.now}
    return PlanningTools(
        agencies=OwnAgencies(**reads),
        list=ListPlans(**reads),
        get=GetPlan(**reads),
        begin=BeginDraft(**acts),
        edit=EditDraft(**acts),
        submit=SubmitDraft(**acts),
        recall=RecallDraft(**acts),
        programmes=ListProgrammes(database=parts.database),
        titles_like=TitlesLike(database=parts.database),
        similar=FindSimilar(**reads),
        compare=ComparePlans(**reads),
        accept=AcceptDrafts(**acts),
        return_=ReturnDraft(**acts),
        propose=ProposeMerge(**acts),
        merges=MergesToAnswer(**reads),
        merge=GetMerge(**reads),
        answer=AnswerMerge(**acts),
        commit=CommitSeats(**acts),
        offer=OfferToHost(**acts),
        host=AgreeHost(**acts),
        publish=PublishTraining(**acts),
        survey=SurveyNeeds(**reads),
    )


def build_needs(parts: Parts) -> NeedTools:
    """Give each use case what it needs."""
    return NeedTools(
        topics=FindTopics(database=parts.database),
        wish=WishFor(database=parts.database, now=parts.now),
        support=SupportTopic(database=parts.database, now=parts.now),
        mine=MyWishes(database=parts.database),
        withdraw=WithdrawWish(database=parts.database),
    )
