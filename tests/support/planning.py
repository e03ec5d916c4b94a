"""Two provinces and a secretariat that plan trainings together, with all use cases on one database."""

from __future__ import annotations

from typing import Any

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
    MergesToAnswer,
    OfferToHost,
    PlanView,
    ProposeMerge,
    PublishTraining,
    RecallDraft,
    ReturnDraft,
    SubmitDraft,
    TitlesLike,
)
from storage.database import Database
from storage.tables import DeliveryRow
from tests.support.clock import Clock
from tests.support.staff import Staff

DEWI, RINA, GALIH, SEKAR, ADMIN, NOBODY = 500, 501, 502, 503, 600, 700
"""Organizers of NTT, DKI and Jatim; the secretariat; an admin of the settings; somebody without a role."""

WHOLE = {
    "competency": "teknis-fungsional",
    "mode": "klasikal",
    "funding": "APBD",
    "funding_note": "Tuan rumah menanggung pelatihan.",
    "programme": "Pusat logistik pangan daerah",
    "planned_month": "2027-03",
    "summary": "Mengawasi mutu pangan.",
    "objectives": "Peserta mengawasi mutu pangan lintas daerah.",
    "materials": "Modul pengawasan, contoh kasus pasar.",
}
"""Everything that a draft needs beside its title and hours."""


class PlanTools:
    """The use cases, and short ways through them."""

    def __init__(self, database: Database, now: Clock) -> None:
        self.database, self.now = database, now
        self.staff = Staff(database)
        both: dict[str, Any] = {"database": database, "admin_ids": frozenset({ADMIN})}
        acts: dict[str, Any] = both | {"now": now}
        self.begin, self.edit = BeginDraft(**acts), EditDraft(**acts)
        self.submit, self.recall = SubmitDraft(**acts), RecallDraft(**acts)
        self.accept, self.return_ = AcceptDrafts(**acts), ReturnDraft(**acts)
        self.propose, self.answer = ProposeMerge(**acts), AnswerMerge(**acts)
        self.commit, self.offer = CommitSeats(**acts), OfferToHost(**acts)
        self.host, self.publish = AgreeHost(**acts), PublishTraining(**acts)
        self.get, self.similar, self.compare = GetPlan(**both), FindSimilar(**both), ComparePlans(**both)
        self.merge, self.list, self.merges = GetMerge(**both), ListPlans(**both), MergesToAnswer(**both)
        self.titles_like = TitlesLike(database=database)
        self.topics, self.mine = FindTopics(database=database), MyWishes(database=database)
        self.wish, self.support = WishFor(database=database, now=now), SupportTopic(database=database, now=now)
        self.withdraw, self.survey = WithdrawWish(database=database), SurveyNeeds(**both)

    async def found(self) -> None:
        """The agencies and their people."""
        await self.staff.found()
        await self.staff.appoint(DEWI, "Dewi Umpama")
        await self.staff.appoint(RINA, "Rina Teladan", agency="bpsdm-dki")
        await self.staff.appoint(GALIH, "Galih Ibarat", agency="bpsdm-jatim")
        await self.staff.appoint(SEKAR, "Sekar Wacana", agency="sekber", role="secretariat")

    def agency(self, code: str) -> int:
        """An agency's id."""
        return self.staff.agencies[code].id

    async def draft(self, who: int = DEWI, title: str = "Pengawasan Pangan Terpadu", **changes: str) -> int:
        """A draft of somebody's agency with everything in it; `changes` are other values, empty ones are left out."""
        agency = {DEWI: "bpsdm-ntt", RINA: "bpsdm-dki", GALIH: "bpsdm-jatim"}[who]
        number = await self.begin(
            actor_telegram_id=who,
            agency_id=self.agency(agency),
            title=title,
            lesson_hours=changes.pop("lesson_hours", "40"),
            key=f"{who}-{title}",
        )
        for field, text in (WHOLE | changes).items():
            if text:
                await self.edit(training_id=number, actor_telegram_id=who, field=field, text=text)
        return number

    async def submitted(self, who: int = DEWI, title: str = "Pengawasan Pangan Terpadu", **changes: str) -> int:
        """A draft in the secretariat's queue."""
        number = await self.draft(who, title, **changes)
        assert await self.submit(training_id=number, actor_telegram_id=who) == ()
        return number

    async def accepted(self, who: int = DEWI, title: str = "Pengawasan Pangan Terpadu") -> int:
        """A training that takes seats."""
        number = await self.submitted(who, title)
        await self.accept(training_ids=(number,), actor_telegram_id=SEKAR)
        return number

    async def view(self, number: int, who: int = SEKAR) -> PlanView:
        """The training as somebody sees it."""
        return await self.get(training_id=number, actor_telegram_id=who)

    async def state(self, number: int) -> str:
        """Where a training stands."""
        return (await self.view(number)).plan.state

    async def history(self, number: int) -> list[tuple[str, str | None]]:
        """The steps, each with the agency that took it."""
        return [(move.what, move.agency) for move in (await self.view(number)).moves]

    async def told(self) -> list[tuple[int, int]]:
        """Whom the outbox owes a message, and about which training, in order."""
        names = {await self.staff.person_id(who): who for who in (DEWI, RINA, GALIH, SEKAR)}
        rows = await self.staff.rows(DeliveryRow)
        return [(names[row["person_id"]], row["payload"]["training"]) for row in rows]
