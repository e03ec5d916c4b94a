"""What the buttons around roles carry. Who may press is asked at every press."""

from __future__ import annotations

from typing import Annotated, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.callbacks import LARGEST_ID

Id = Annotated[int, Field(ge=1, le=LARGEST_ID)]
Page = Annotated[int, Field(ge=1, le=9999)]
Role = Literal["organizer", "instructor", "secretariat"]
Token = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{22}$")]
"""What stands in a one-time link. Not a number: whoever presses has to show that they hold the link itself."""


class OpenTeam(CallbackData, prefix="im"):
    """The team in figures."""


class ShowMembers(CallbackData, prefix="il"):
    """Who holds which role, a page."""

    page: Page = 1


class ShowMember(CallbackData, prefix="is"):
    """One role that somebody holds, and the page of the list that it stands on."""

    role: Id
    page: Page = 1


class AskToRevoke(CallbackData, prefix="ia"):
    """What taking a role away would mean."""

    role: Id


class Revoke(CallbackData, prefix="ir"):
    """Take a role away."""

    role: Id


class ShowRoleLinks(CallbackData, prefix="ik"):
    """The role links that are open, a page."""

    page: Page = 1


class ShowRoleLink(CallbackData, prefix="io"):
    """One of them."""

    link: Id


class AskToTakeBack(CallbackData, prefix="ib"):
    """What taking a role link back would mean."""

    link: Id


class TakeBackLink(CallbackData, prefix="ix"):
    """Take a role link back."""

    link: Id


class ChooseRole(CallbackData, prefix="ic"):
    """Make a role link: for which role?"""


class ChooseAgencyFor(CallbackData, prefix="ig"):
    """Make a role link: for which agency?"""

    role: Role


class MakeRoleLink(CallbackData, prefix="in"):
    """Make a role link; agency 0 is all of them."""

    role: Role
    agency: Annotated[int, Field(ge=0, le=LARGEST_ID)]


class TakeRole(CallbackData, prefix="it"):
    """Take the role of a link."""

    token: Token


class LeaveRole(CallbackData, prefix="ij"):
    """The link was meant for somebody else."""
