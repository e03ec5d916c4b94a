"""Role links: for whom one is made, how it is passed on, and what its taker sees. Pure: values in, screens out."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, urlencode

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import begun, clipped
from bot.callbacks import Kelola
from bot.callbacks_team import ChooseAgencyFor, ChooseRole, LeaveRole, MakeRoleLink, Role, TakeRole
from bot.organizing.team import SHORT_NAME, team_back, told
from bot.places import go
from bot.screens import Row, Screen, button, in_rows, link
from bot.words import Html, Voice
from services.errors import Refusal
from services.invitations import Choices, Made, OpenedLink, Taken, link_payload
from services.people import Agency

NAME_SHOWN = 22
"""As long as a button may be."""
MOST_AGENCIES = 6
"""More do not fit; hardly anybody works for so many, and there is one secretariat."""


def choose_role(voice: Voice, choices: Choices) -> Screen:
    """For which role a link is made."""
    rows: list[Row] = [
        [button(begun(voice.plain(f"role-{role}")), ChooseAgencyFor(role=role))]  # type: ignore[arg-type]
        for role in choices.roles
    ]
    return Screen(voice.html("role-link-for-whom"), (*rows, team_back(voice)))


def choose_agency(voice: Voice, role: Role, agencies: Sequence[Agency], *, for_all: bool) -> Screen:
    """For which agency: those that fit, and for the secretariat also all of them."""
    rows: list[Row] = [
        [button(clipped(agency.short_name, NAME_SHOWN), MakeRoleLink(role=role, agency=agency.id))]
        for agency in agencies[:MOST_AGENCIES]
    ]
    if for_all:
        rows.append([button(voice.plain("button-for-all-agencies"), MakeRoleLink(role=role, agency=0))])
    text = voice.html("role-link-agency", role=voice.plain(f"role-{role}"))
    return Screen(text, (*rows, [button(voice.plain("button-back"), ChooseRole())]))


def found(voice: Voice, role: Role, agencies: Sequence[Agency]) -> Screen:
    """The agencies that a text probably means, by number; their names are too long for buttons."""
    again = [button(voice.plain("button-search-agency"), ChooseAgencyFor(role=role))]
    if not agencies:
        return Screen(voice.html("agency-none-like-it"), (again, team_back(voice)))
    lines = (voice.html("agency-line", n=n, name=agency.name) for n, agency in enumerate(agencies, 1))
    numbers = (
        button(str(number), MakeRoleLink(role=role, agency=agency.id)) for number, agency in enumerate(agencies, 1)
    )
    text = voice.paragraphs(voice.html("role-link-agency", role=voice.plain(f"role-{role}")), voice.lines(*lines))
    return Screen(text, (*in_rows(numbers, len(agencies)), again, team_back(voice)))


def to_pass_on(voice: Voice, made: Made, username: str) -> Screen:
    """The message that is forwarded to the person; it has no buttons, for they would not come along."""
    return Screen(
        voice.html(
            "role-link-message",
            url=url_of(username, made.token),
            moment=voice.moment(made.expires_at),
            **told(voice, made.role, made.agency),
        )
    )


def made(voice: Voice, one: Made, username: str) -> Screen:
    """What to do with the message above."""
    title = voice.plain("role-link-title", **told(voice, one.role, one.agency))
    return Screen(voice.html("role-link-made"), ([passing(voice, one.token, username, title)], team_back(voice)))


def offered(voice: Voice, opened: OpenedLink, token: str) -> Screen:
    """The confirming screen: who gives which role, until when, and what is kept of the taker."""
    by = clipped(opened.inviter, SHORT_NAME) if opened.inviter else voice.plain("role-link-keeper")
    text = voice.paragraphs(
        voice.html("role-offered", by=by, **told(voice, opened.role or "", opened.agency)),
        voice.lines(
            voice.html("role-offered-until", moment=voice.moment(opened.expires_at)),
            voice.html("role-offered-kept", name=clipped(opened.name, SHORT_NAME)),
        ),
    )
    return Screen(
        text,
        (
            [button(voice.plain("button-take-role"), TakeRole(token=token))],
            [button(voice.plain("button-not-for-me"), LeaveRole())],
        ),
    )


def taken(voice: Voice, done: Taken) -> Screen:
    """The role is theirs."""
    text = voice.html("role-taken", **told(voice, done.role, done.agency))
    return Screen(text, ([button(voice.plain("button-kelola"), Kelola())], [go(voice, "menu")]))


def left(voice: Voice) -> Screen:
    """Meant for somebody else: nothing changed."""
    return Screen(voice.html("role-left"), ([go(voice, "menu", "button-open-menu")],))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why a link does nothing."""
    text: Html = voice.html(f"refusal-{refusal.key}", **refusal.values)
    return Screen(text, ([go(voice, "menu", "button-open-menu")],))


def url_of(username: str, token: str) -> str:
    """The link itself."""
    return f"https://t.me/{username}?start={link_payload(token)}"


def passing(voice: Voice, token: str, username: str, title: str) -> InlineKeyboardButton:
    """Opens Telegram's own choice of a chat, with the link."""
    query = urlencode({"url": url_of(username, token), "text": title}, quote_via=quote)
    return link(voice.plain("button-choose-receiver"), f"https://t.me/share/url?{query}")
