"""Every use case a handler may call, built once, a file a group. Handed along with each update as `tools`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.faq_articles import FaqArticles
from bot.faq_shelf import FaqShelf
from bot.rich_stage import RichStage
from bot.screens import Stage
from bot.settings import Settings
from bot.shelf import Shelf
from bot.toolbox import (
    announcing,
    batches,
    broadcasts,
    catalogue,
    deliveries,
    desk,
    enrolment,
    faq,
    files,
    habits,
    helpdesk,
    identity,
    knowledge,
    nomination,
    papers,
    participants,
    people,
    planning,
    practice,
    privacy,
    recommendation,
    reminders,
    team,
    work,
)
from bot.toolbox.announcing import AnnouncingTools
from bot.toolbox.batches import BatchTools
from bot.toolbox.broadcasts import BroadcastTools
from bot.toolbox.catalogue import CatalogueTools
from bot.toolbox.deliveries import DeliveryTools
from bot.toolbox.desk import DeskTools
from bot.toolbox.enrolment import EnrolmentTools
from bot.toolbox.faq import FaqTools
from bot.toolbox.files import FilesTools
from bot.toolbox.habits import HabitTools
from bot.toolbox.helpdesk import HelpdeskTools
from bot.toolbox.identity import IdentityTools
from bot.toolbox.knowledge import KnowledgeTools
from bot.toolbox.nomination import NominationTools
from bot.toolbox.papers import PaperTools
from bot.toolbox.participants import ParticipantsTools
from bot.toolbox.parts import Parts
from bot.toolbox.people import PeopleTools
from bot.toolbox.planning import NeedTools, PlanningTools
from bot.toolbox.practice import PracticeTools
from bot.toolbox.privacy import PrivacyTools
from bot.toolbox.recommendation import RecommendationTools
from bot.toolbox.reminders import ReminderTools
from bot.toolbox.team import TeamTools
from bot.toolbox.work import WorkTools
from bot.words import Words
from knowledge import Bank, Index
from services.clock import Clock
from services.faq import ListShown, StampShown
from services.vault import Vault
from storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """All of it, with the words and the stage."""

    words: Words
    stage: Stage
    rich_stage: RichStage
    now: Clock
    shelf: Shelf
    faq_shelf: FaqShelf
    people: PeopleTools
    identity: IdentityTools
    catalogue: CatalogueTools
    enrolment: EnrolmentTools
    recommendation: RecommendationTools
    reminders: ReminderTools
    habits: HabitTools
    nomination: NominationTools
    papers: PaperTools
    work: WorkTools
    planning: PlanningTools
    needs: NeedTools
    knowledge: KnowledgeTools
    faq: FaqTools
    practice: PracticeTools
    privacy: PrivacyTools
    team: TeamTools
    batches: BatchTools
    deliveries: DeliveryTools
    desk: DeskTools
    participants: ParticipantsTools
    files: FilesTools
    announcing: AnnouncingTools
    broadcasts: BroadcastTools
    helpdesk: HelpdeskTools

    @property
    def bank(self) -> Bank:
        """The questions as they are now."""
        return self.shelf.bank

    @property
    def index(self) -> Index:
        """The knowledge base as it is now."""
        return self.faq_shelf.index


def build_tools(
    settings: Settings, database: Database, vault: Vault, now: Clock, *, words: Words, stage: Stage, shelf: Shelf
) -> Tools:
    """Give every use case what it needs."""
    parts = Parts(database=database, vault=vault, now=now, admins=settings.admin_ids)
    return Tools(
        words=words,
        stage=stage,
        rich_stage=RichStage(),
        now=now,
        shelf=shelf,
        faq_shelf=FaqShelf(shelf, FaqArticles(words), StampShown(database=database), ListShown(database=database)),
        people=people.build(parts),
        identity=identity.build(parts),
        catalogue=catalogue.build(parts),
        enrolment=enrolment.build(parts),
        recommendation=recommendation.build(parts),
        reminders=reminders.build(parts),
        habits=habits.build(parts, settings.modules_folder),
        nomination=nomination.build(parts),
        papers=papers.build(parts),
        work=work.build(parts),
        planning=planning.build(parts),
        needs=planning.build_needs(parts),
        knowledge=knowledge.build(parts),
        faq=faq.build(parts),
        practice=practice.build(parts, lambda: shelf.bank),
        privacy=privacy.build(parts),
        team=team.build(parts),
        batches=batches.build(parts),
        deliveries=deliveries.build(parts),
        desk=desk.build(parts),
        participants=participants.build(parts),
        files=files.build(parts),
        announcing=announcing.build(parts, settings.sends_per_second, settings.broadcast_approval_above),
        broadcasts=broadcasts.build(parts),
        helpdesk=helpdesk.build(parts),
    )
