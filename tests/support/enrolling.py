"""Provinces, people and batches for the tests of seats: made directly, and counted directly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import insert, select, update

from services.enrolment import (
    AcceptOffer,
    AdjustSeats,
    Cancel,
    CancelBatch,
    ChangeCapacity,
    CheckSeats,
    DeclineOffer,
    EndWithoutLetter,
    Enrol,
    ExpireOffers,
    GetOwnEnrolment,
    GetOwnOffer,
    GetSeats,
    GiveNominated,
    KeepLetter,
    MoveLines,
    MyEnrolments,
    NominationQueue,
    OwnSeats,
    PlanSeats,
    RankApplicants,
    Recommend,
    RecommendationQueue,
    ReleaseUnused,
    ReviewRecommendation,
)
from storage.database import Database
from storage.tables import (
    AgencyRow,
    BatchRow,
    DeliveryRow,
    EnrolmentMoveRow,
    EnrolmentRow,
    OfferRow,
    PersonRow,
    RoleRow,
)
from storage.tables.seats import SeatPoolRow
from tests.support.catalogue import add_batch, add_training
from tests.support.clock import NOON, Clock
from tests.support.seats import PNS

ZONES = {"Bali": "WITA", "NTB": "WITA", "NTT": "WITA", "Papua": "WIT"}
RINA = 70_000
"""The telegram id of the organizer of BPSDM DKI Jakarta, the host."""


@dataclass(slots=True)
class Provinces:
    """Ten provinces with a training agency each, a ministry, and an organizer in Jakarta."""

    database: Database
    agencies: dict[str | None, int] = field(default_factory=dict)
    ids: dict[int, int] = field(default_factory=dict)
    """Person ids by telegram id."""

    async def found(self) -> None:
        """Make the agencies and the organizer."""
        rows: list[dict[str, Any]] = [
            {"code": f"bpsdm-{key.lower()}", "short_name": f"BPSDM {key}", "province": key, "pns_count": size}
            for key, size in PNS.items()
        ]
        rows.append({"code": "kemendagri", "short_name": "Kemendagri", "province": None, "pns_count": None})
        for row in rows:
            row |= {"name": row["short_name"], "zone": ZONES.get(row["province"], "WIB")}
            row["kind"] = "bpsdm" if row["province"] else "ministry"
        async with self.database.write() as connection:
            await connection.execute(insert(AgencyRow), rows)
            for id_, province in await connection.execute(select(AgencyRow.id, AgencyRow.province)):
                self.agencies[province] = id_
        await self.welcome(RINA, "DKI")
        await self.appoint(RINA, "DKI")

    async def welcome(self, telegram_id: int, province: str | None = "NTT", **changes: Any) -> int:
        """A verified person; their id."""
        return (await self.welcome_all([telegram_id], province, **changes))[0]

    async def welcome_all(self, telegram_ids: Sequence[int], province: str | None = "NTT", **changes: Any) -> list[int]:
        """Verified people of one province; their ids."""
        values = {"agency_id": self.agencies[province], "identity": "verified", "created_at": NOON, "name": "Contoh"}
        values |= {"consent_version": "1", "consent_at": NOON} | changes
        async with self.database.write() as connection:
            await connection.execute(insert(PersonRow), [{"telegram_id": id_} | values for id_ in telegram_ids])
            query = select(PersonRow.telegram_id, PersonRow.id).where(PersonRow.telegram_id.in_(telegram_ids))
            self.ids |= {row.telegram_id: row.id for row in await connection.execute(query)}
        return [self.ids[telegram_id] for telegram_id in telegram_ids]

    async def appoint(self, telegram_id: int, province: str, role: str = "organizer") -> None:
        """Make somebody an organizer of the province's agency."""
        values = {"telegram_id": telegram_id, "role": role, "name": "Rina Teladan", "granted_at": NOON}
        async with self.database.write() as connection:
            await connection.execute(insert(RoleRow).values(agency_id=self.agencies[province], **values))

    async def open_batch(self, code: str = "akp-2", *, mode: str = "klasikal", **changes: Any) -> int:
        """A published batch of BPSDM DKI Jakarta from 7 to 11 December 2026 that asks for no recommendation."""
        host = self.agencies["DKI"]
        training = await add_training(self.database, host, f"t-{code}", mode=mode, title=f"Pelatihan {code}")
        return await add_batch(self.database, training, host, code, **({"needs_recommendation": False} | changes))

    async def change(self, row: type[Any], id_: int, **values: Any) -> None:
        """Change a row directly."""
        async with self.database.write() as connection:
            await connection.execute(update(row).where(row.id == id_).values(**values))

    async def change_batch(self, batch_id: int, **values: Any) -> None:
        """Change a batch directly."""
        await self.change(BatchRow, batch_id, **values)

    async def block(self, telegram_id: int) -> None:
        """The person blocks the bot."""
        await self.change(PersonRow, self.ids[telegram_id], unreachable_since=NOON)

    async def rows(self, row: type[Any], *conditions: Any) -> list[dict[str, Any]]:
        """Rows of a table as mappings, by id."""
        async with self.database.read() as connection:
            query = select(row.__table__).where(*conditions).order_by(row.id)
            return [dict(found) for found in (await connection.execute(query)).mappings()]

    async def pools(self, batch_id: int) -> dict[str, str]:
        """Taken and size of each pool, as `2/3`."""
        rows = await self.rows(SeatPoolRow, SeatPoolRow.batch_id == batch_id)
        return {row["key"]: f"{row['taken']}/{row['size']}" for row in rows}

    async def states(self, batch_id: int) -> dict[int, str]:
        """Where everybody's last enrolment in a batch stands, by telegram id."""
        people = {id_: telegram_id for telegram_id, id_ in self.ids.items()}
        rows = await self.rows(EnrolmentRow, EnrolmentRow.batch_id == batch_id)
        return {people[row["person_id"]]: row["state"] for row in rows}

    async def count(self, batch_id: int) -> Counter[str]:
        """How many enrolments of a batch stand in each state."""
        return Counter(row["state"] for row in await self.rows(EnrolmentRow, EnrolmentRow.batch_id == batch_id))

    async def offer_to(self, telegram_id: int) -> int:
        """The open offer to a person; there is one."""
        own = select(EnrolmentRow.id).where(EnrolmentRow.person_id == self.ids[telegram_id])
        (offer,) = await self.rows(OfferRow, OfferRow.enrolment_id.in_(own), OfferRow.state == "open")
        return int(offer["id"])

    async def told(self) -> list[tuple[int, str]]:
        """Whom something is owed, by telegram id, and of which kind; in the order of owing."""
        people = {id_: telegram_id for telegram_id, id_ in self.ids.items()}
        return [(people[row["person_id"]], row["kind"]) for row in await self.rows(DeliveryRow)]

    async def history(self, enrolment_id: int) -> list[tuple[str, str]]:
        """Who acted and where it led, in order."""
        rows = await self.rows(EnrolmentMoveRow, EnrolmentMoveRow.enrolment_id == enrolment_id)
        return [(row["actor"], row["to_state"]) for row in rows]


class SeatTools:
    """All use cases of seats on one database, as the bot will have them."""

    def __init__(self, database: Database, now: Clock) -> None:
        admins: frozenset[int] = frozenset()
        self.enrol = Enrol(database=database, now=now)
        self.cancel = Cancel(database=database, now=now)
        self.accept = AcceptOffer(database=database, now=now)
        self.decline = DeclineOffer(database=database, now=now)
        self.expire = ExpireOffers(database=database, now=now)
        self.release = ReleaseUnused(database=database, now=now)
        self.end_without_letter = EndWithoutLetter(database=database, now=now)
        self.give_nominated = GiveNominated(database=database, now=now)
        self.rank = RankApplicants(database=database, now=now, admin_ids=admins)
        self.nominations = NominationQueue(database=database, now=now, admin_ids=admins)
        self.move_lines = MoveLines(database=database, now=now)
        self.keep_letter = KeepLetter(database=database, now=now)
        self.recommend = Recommend(database=database, now=now)
        self.review = ReviewRecommendation(database=database, now=now, admin_ids=admins)
        self.queue = RecommendationQueue(database=database, admin_ids=admins)
        self.plan = PlanSeats(database=database, now=now, admin_ids=admins)
        self.adjust = AdjustSeats(database=database, now=now, admin_ids=admins)
        self.change_capacity = ChangeCapacity(database=database, now=now, admin_ids=admins)
        self.cancel_batch = CancelBatch(database=database, now=now, admin_ids=admins)
        self.mine = MyEnrolments(database=database, now=now)
        self.own = GetOwnEnrolment(database=database, now=now)
        self.own_offer = GetOwnOffer(database=database)
        self.seats = GetSeats(database=database)
        self.own_seats = OwnSeats(database=database)
        self.check = CheckSeats(database=database)
