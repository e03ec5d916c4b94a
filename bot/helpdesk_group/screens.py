"""Who Jalin is in a group, and whose group it is. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.browse.phrases import clipped
from bot.callbacks_desk import AskToLink, LinkNow, OfferGroup
from bot.organizing.desk import group_steps
from bot.screens import Row, Screen, button
from bot.words import Voice
from services.helpdesk.desks import Helpdesk
from storage.repositories.agencies import Agency

MOST = 5
LABEL = 22


def introduction(voice: Voice, agencies: Sequence[Agency]) -> Screen:
    """Two lines; for who may, the way to make the group an agency's."""
    key = "group-hello-link" if agencies else "group-hello"
    rows: list[Row] = [[button(_link_label(voice, one), AskToLink(agency=one.id))] for one in agencies[:MOST]]
    return Screen(voice.html(key), tuple(rows))


def ask_to_link(voice: Voice, agency: Agency) -> Screen:
    """What it means; the confirming button is the main one, and nothing is lost by it."""
    return Screen(
        voice.html("group-link-ask", agency=agency.short_name),
        (
            [button(voice.plain("button-group-link-now"), LinkNow(agency=agency.id))],
            [button(voice.plain("button-back"), OfferGroup())],
        ),
    )


def linked(voice: Voice, desk: Helpdesk) -> Screen:
    """Whose group it is, and what would make it better."""
    return Screen(voice.paragraphs(voice.html("group-linked", agency=desk.agency.short_name), group_steps(voice, desk)))


def changed(voice: Voice, desk: Helpdesk) -> Screen:
    """What the bot may do here has changed."""
    return Screen(group_steps(voice, desk))


def _link_label(voice: Voice, agency: Agency) -> str:
    label = voice.plain("button-group-link", agency=agency.short_name)
    if len(label) <= LABEL:
        return label
    room = LABEL - len(voice.plain("button-group-of", agency=""))
    return voice.plain("button-group-of", agency=clipped(agency.short_name, room))
