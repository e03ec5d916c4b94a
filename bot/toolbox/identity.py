"""Who someone is: NIP, name, agency, and the human check."""

from __future__ import annotations

from dataclasses import dataclass

from bot.toolbox.parts import Parts
from services.agencies import FindAgencies, GetAgency
from services.identity import (
    CheckIdentity,
    ChooseAgency,
    DecideVerification,
    EnterName,
    EnterNip,
    GetOwnIdentity,
    GetOwnVerification,
    GetVerification,
    RequestVerification,
    VerificationQueue,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityTools:
    """Who someone is: NIP, name, agency, and the human check."""

    enter_nip: EnterNip
    enter_name: EnterName
    find_agencies: FindAgencies
    get_agency: GetAgency
    choose_agency: ChooseAgency
    check: CheckIdentity
    request: RequestVerification
    own: GetOwnIdentity
    own_verification: GetOwnVerification
    get: GetVerification
    queue: VerificationQueue
    decide: DecideVerification


def build(parts: Parts) -> IdentityTools:
    """Give each use case what it needs."""
    return IdentityTools(
        enter_nip=EnterNip(database=parts.database, now=parts.now, vault=parts.vault),
        enter_name=EnterName(database=parts.database, now=parts.now),
        find_agencies=FindAgencies(database=parts.database),
        get_agency=GetAgency(database=parts.database),
        choose_agency=ChooseAgency(database=parts.database, now=parts.now),
        check=CheckIdentity(database=parts.database, now=parts.now, vault=parts.vault),
        request=RequestVerification(database=parts.database, now=parts.now),
        own=GetOwnIdentity(database=parts.database, vault=parts.vault),
        own_verification=GetOwnVerification(database=parts.database),
        get=GetVerification(database=parts.database, vault=parts.vault, admin_ids=parts.admins),
        queue=VerificationQueue(database=parts.database, admin_ids=parts.admins),
        decide=DecideVerification(database=parts.database, now=parts.now, admin_ids=parts.admins),
    )
