"""Every use case a handler may call, built once. Handed along with each update as `tools`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.rich_stage import RichStage
from bot.screens import Stage
from bot.settings import Settings
from bot.shelf import Shelf
from bot.words import Words
from knowledge import Index
from services.access import GetGrants
from services.agencies import FindAgencies, GetAgency
from services.catalogue import FilterChoices, GetCard, ListBatches, NearestMonth, SearchTrainings, Similar
from services.clock import Clock
from services.enrolment import (
    AcceptOffer,
    Cancel,
    DeclineOffer,
    Enrol,
    GetOwnEnrolment,
    GetOwnOffer,
    GetRecommendation,
    GetSeats,
    KeepLetter,
    MyEnrolments,
    OwnSeats,
    RecommendationQueue,
    ReviewRecommendation,
)
from services.identity import (
    CheckIdentity,
    ChooseAgency,
    DecideVerification,
    EnterName,
    EnterNip,
    FindOrganizers,
    GetOwnIdentity,
    GetOwnVerification,
    GetVerification,
    RequestVerification,
    VerificationQueue,
)
from services.knowledge import (
    CountMisses,
    GetMiss,
    ListMisses,
    ListReadings,
    MostAsked,
    RecordMiss,
    RecordReading,
    SettleMiss,
    Vote,
    VotesByArticle,
)
from services.people import (
    FindPerson,
    GiveConsent,
    MarkReachable,
    MarkUnreachable,
    SetLanguage,
    SetRichArticles,
    SetZone,
)
from services.privacy import EraseData, ExportData
from services.vault import Vault
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTools:
    """Who chats: consent, language, zone, how articles look, reachability."""

    find: FindPerson
    consent: GiveConsent
    set_language: SetLanguage
    set_zone: SetZone
    set_rich_articles: SetRichArticles
    reachable: MarkReachable
    unreachable: MarkUnreachable
    grants: GetGrants


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
    organizers: FindOrganizers


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueTools:
    """What can be joined."""

    list: ListBatches
    card: GetCard
    choices: FilterChoices
    search: SearchTrainings
    nearest_month: NearestMonth
    similar: Similar


@dataclass(frozen=True, slots=True, kw_only=True)
class EnrolmentTools:
    """Seats: taking one, waiting for one, giving it back."""

    enrol: Enrol
    mine: MyEnrolments
    own: GetOwnEnrolment
    own_offer: GetOwnOffer
    seats: GetSeats
    own_seats: OwnSeats
    cancel: Cancel
    accept: AcceptOffer
    decline: DeclineOffer


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationTools:
    """The letter of a superior, and what the host's organizers make of it."""

    keep_letter: KeepLetter
    queue: RecommendationQueue
    get: GetRecommendation
    review: ReviewRecommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeTools:
    """What readers make of the knowledge base, and what organizers see of it."""

    vote: Vote
    record_reading: RecordReading
    readings: ListReadings
    most_asked: MostAsked
    record_miss: RecordMiss
    votes_by_article: VotesByArticle
    count_misses: CountMisses
    list_misses: ListMisses
    get_miss: GetMiss
    settle_miss: SettleMiss


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyTools:
    """What a person may have done with their data."""

    export: ExportData
    erase: EraseData


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """All of it, with the words and the stage."""

    words: Words
    stage: Stage
    rich_stage: RichStage
    now: Clock
    shelf: Shelf
    people: PeopleTools
    identity: IdentityTools
    catalogue: CatalogueTools
    enrolment: EnrolmentTools
    recommendation: RecommendationTools
    knowledge: KnowledgeTools
    privacy: PrivacyTools

    @property
    def index(self) -> Index:
        """The knowledge base as it is now."""
        return self.shelf.index


def build_tools(
    settings: Settings, database: Database, vault: Vault, now: Clock, *, words: Words, stage: Stage, shelf: Shelf
) -> Tools:
    """Give every use case what it needs."""
    admins = settings.admin_ids
    return Tools(
        words=words,
        stage=stage,
        rich_stage=RichStage(),
        now=now,
        shelf=shelf,
        people=PeopleTools(
            find=FindPerson(database=database),
            consent=GiveConsent(database=database, now=now),
            set_language=SetLanguage(database=database),
            set_zone=SetZone(database=database),
            set_rich_articles=SetRichArticles(database=database),
            reachable=MarkReachable(database=database),
            unreachable=MarkUnreachable(database=database, now=now),
            grants=GetGrants(database=database, admin_ids=admins),
        ),
        identity=IdentityTools(
            enter_nip=EnterNip(database=database, now=now, vault=vault),
            enter_name=EnterName(database=database, now=now),
            find_agencies=FindAgencies(database=database),
            get_agency=GetAgency(database=database),
            choose_agency=ChooseAgency(database=database, now=now),
            check=CheckIdentity(database=database, now=now, vault=vault),
            request=RequestVerification(database=database, now=now),
            own=GetOwnIdentity(database=database, vault=vault),
            own_verification=GetOwnVerification(database=database),
            get=GetVerification(database=database, vault=vault, admin_ids=admins),
            queue=VerificationQueue(database=database, admin_ids=admins),
            decide=DecideVerification(database=database, now=now, admin_ids=admins),
            organizers=FindOrganizers(database=database),
        ),
        catalogue=CatalogueTools(
            list=ListBatches(database=database, now=now),
            card=GetCard(database=database, now=now),
            choices=FilterChoices(database=database, now=now),
            search=SearchTrainings(database=database, now=now),
            nearest_month=NearestMonth(database=database, now=now),
            similar=Similar(database=database, now=now),
        ),
        enrolment=EnrolmentTools(
            enrol=Enrol(database=database, now=now),
            mine=MyEnrolments(database=database, now=now),
            own=GetOwnEnrolment(database=database, now=now),
            own_offer=GetOwnOffer(database=database),
            seats=GetSeats(database=database),
            own_seats=OwnSeats(database=database),
            cancel=Cancel(database=database, now=now),
            accept=AcceptOffer(database=database, now=now),
            decline=DeclineOffer(database=database, now=now),
        ),
        recommendation=RecommendationTools(
            keep_letter=KeepLetter(database=database, now=now),
            queue=RecommendationQueue(database=database, admin_ids=admins),
            get=GetRecommendation(database=database, vault=vault, admin_ids=admins),
            review=ReviewRecommendation(database=database, now=now, admin_ids=admins),
        ),
        knowledge=KnowledgeTools(
            vote=Vote(database=database, now=now),
            record_reading=RecordReading(database=database, now=now),
            readings=ListReadings(database=database),
            most_asked=MostAsked(database=database, now=now),
            record_miss=RecordMiss(database=database, now=now),
            votes_by_article=VotesByArticle(database=database, admin_ids=admins),
            count_misses=CountMisses(database=database, admin_ids=admins),
            list_misses=ListMisses(database=database, admin_ids=admins),
            get_miss=GetMiss(database=database, admin_ids=admins),
            settle_miss=SettleMiss(database=database, now=now, admin_ids=admins),
        ),
        privacy=PrivacyTools(
            export=ExportData(database=database, vault=vault),
            erase=EraseData(database=database, now=now),
        ),
    )
