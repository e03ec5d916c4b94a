"""How the seats of a batch are shared: rules as data, plans that explain themselves. Nothing here is stored."""

from services.seats.plan import Adjustment, PlannedPool, PoolKind, SeatPlan, adjust, make_plan, refit
from services.seats.rule import FIRST_COME, OPEN, Method, Party, Reserve, SeatRule, Who, affirmative, regional_share

__all__ = [
    "FIRST_COME",
    "OPEN",
    "Adjustment",
    "Method",
    "Party",
    "PlannedPool",
    "PoolKind",
    "Reserve",
    "SeatPlan",
    "SeatRule",
    "Who",
    "adjust",
    "affirmative",
    "make_plan",
    "refit",
    "regional_share",
]
