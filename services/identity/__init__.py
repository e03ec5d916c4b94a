"""Who a person is: what they claim, what the staff list says about it, and what an organizer decides."""

from services.identity.check import Check, CheckIdentity, CheckKind
from services.identity.claims import ChooseAgency, EnterName, EnterNip
from services.identity.decisions import (
    DecideVerification,
    Decision,
    GetVerification,
    VerificationQueue,
    VerificationView,
)
from services.identity.nip import Fault, Nip, NipFaults, read_nip
from services.identity.requests import (
    PHONE_SKIPPED,
    GetOwnIdentity,
    GetOwnVerification,
    OwnIdentity,
    OwnVerification,
    Requested,
    RequestVerification,
)
from services.identity.work import GetWork, KeepSuperior, KeepUnit, Work

__all__ = [
    "PHONE_SKIPPED",
    "Check",
    "CheckIdentity",
    "CheckKind",
    "ChooseAgency",
    "DecideVerification",
    "Decision",
    "EnterName",
    "EnterNip",
    "Fault",
    "GetOwnIdentity",
    "GetOwnVerification",
    "GetVerification",
    "GetWork",
    "KeepSuperior",
    "KeepUnit",
    "Nip",
    "NipFaults",
    "OwnIdentity",
    "OwnVerification",
    "RequestVerification",
    "Requested",
    "VerificationQueue",
    "VerificationView",
    "Work",
    "read_nip",
]
