"""The people of a batch, as the organizers of its host look after them."""

from services.participants.add import AddByHand, FindCandidates, GetCandidate
from services.participants.listing import ListParticipants, ParticipantPage
from services.participants.looking import GetParticipant, ListTargets, ParticipantView
from services.participants.move import MoveParticipant
from services.participants.people import Group, PersonLine
from services.participants.placing import Placed
from services.participants.remove import RemoveParticipant

__all__ = [
    "AddByHand",
    "FindCandidates",
    "GetCandidate",
    "GetParticipant",
    "Group",
    "ListParticipants",
    "ListTargets",
    "MoveParticipant",
    "ParticipantPage",
    "ParticipantView",
    "PersonLine",
    "Placed",
    "RemoveParticipant",
]
