"""Enrolments: getting a seat, waiting for one, giving it back, and what organizers decide about it."""

from services.enrolment.cancel import Cancel, Cancelled
from services.enrolment.cancel_batch import CancelBatch
from services.enrolment.enrol import Enrol, Enrolled
from services.enrolment.mine import EnrolmentView, GetOwnEnrolment, GetOwnOffer, MyEnrolments
from services.enrolment.missing_letters import EndWithoutLetter
from services.enrolment.moves import State
from services.enrolment.nominate import GetNomination, Group, NominationQueue, NominationView, Nominee, RankApplicants
from services.enrolment.nominated import GiveNominated
from services.enrolment.notices import KINDS
from services.enrolment.offers import AcceptOffer, Declined, DeclineOffer, ExpireOffers
from services.enrolment.plan_seats import AdjustSeats, ChangeCapacity, PlanSeats
from services.enrolment.recommend import KeepLetter, Recommend, Recommended
from services.enrolment.recommendation_view import Effect, GetRecommendation, RecommendationView
from services.enrolment.release import MoveLines, ReleaseUnused
from services.enrolment.review import RecommendationQueue, ReviewRecommendation
from services.enrolment.seating import PoolFigures
from services.enrolment.seats_view import CheckSeats, GetSeats, OwnSeats, SeatTable
from services.enrolment.superior import Answered, AnswerRequest, AskSuperior, GetRequest, Request, RequestLink

__all__ = [
    "KINDS",
    "AcceptOffer",
    "AdjustSeats",
    "AnswerRequest",
    "Answered",
    "AskSuperior",
    "Cancel",
    "CancelBatch",
    "Cancelled",
    "ChangeCapacity",
    "CheckSeats",
    "DeclineOffer",
    "Declined",
    "Effect",
    "EndWithoutLetter",
    "Enrol",
    "Enrolled",
    "EnrolmentView",
    "ExpireOffers",
    "GetNomination",
    "GetOwnEnrolment",
    "GetOwnOffer",
    "GetRecommendation",
    "GetRequest",
    "GetSeats",
    "GiveNominated",
    "Group",
    "KeepLetter",
    "MoveLines",
    "MyEnrolments",
    "NominationQueue",
    "NominationView",
    "Nominee",
    "OwnSeats",
    "PlanSeats",
    "PoolFigures",
    "RankApplicants",
    "Recommend",
    "RecommendationQueue",
    "RecommendationView",
    "Recommended",
    "ReleaseUnused",
    "Request",
    "RequestLink",
    "ReviewRecommendation",
    "SeatTable",
    "State",
]
