"""The organizer's screens about people to be verified. Pure: views in, screens out."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Kelola
from bot.callbacks_verification import DoNotVouch, ShowVerification, SkipVerification, Vouch
from bot.screens import Screen, button
from bot.words import Voice
from services.errors import Refusal
from services.identity import Decision, VerificationView


def request(voice: Voice, view: VerificationView) -> Screen:
    """One request: what was typed next to what the staff list says."""
    if view.state != "open":
        return decided(voice, view.state, view.decided_by, more=view.total)
    title = voice.html("verification-title", position=view.position or 1, total=view.total)
    decide = [
        [button(voice.plain("button-vouch"), Vouch(request=view.id))],
        [button(voice.plain("button-do-not-vouch"), DoNotVouch(request=view.id))],
    ]
    skip = [button(voice.plain("button-skip"), SkipVerification(request=view.id))] if view.total > 1 else []
    return Screen(voice.paragraphs(title, facts(voice, view)), (*decide, [*skip, _back(voice)]))


def facts(voice: Voice, view: VerificationView) -> str:
    """The lines an organizer decides by."""
    if view.listed_name is None:
        listed = voice.html("verification-not-listed")
    else:
        agency = view.listed_agency.short_name if view.listed_agency else ""
        listed = voice.html("verification-listed", name=view.listed_name, agency=agency)
    told = view.listed_name is None and view.reason == "not-found"  # the line above says so already
    return voice.paragraphs(
        voice.html("verification-typed", name=view.name, nip=view.nip, agency=view.claimed_agency.name),
        voice.lines(
            listed,
            None if told else voice.html(f"verification-reason-{view.reason}"),
            voice.html("verification-held") if view.held_elsewhere else None,
            voice.html("verification-since", moment=voice.moment(view.created_at)),
        ),
    )


def decided(voice: Voice, state: str, by: str | None, *, more: int, mine: bool = False) -> Screen:
    """What was decided, and the way on. Without a name (admins have none) it was a colleague, or oneself."""
    by = by or voice.plain("verification-yourself" if mine else "verification-someone")
    following = [button(voice.plain("button-next-verification"), ShowVerification())] if more else []
    return Screen(voice.html(f"verification-{state}", by=by), (following, [_back(voice)]))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why nothing can be decided any more, where a question was still open."""
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), ([_back(voice)],))


def faster(voice: Voice, decision: Decision) -> str:
    """The toast for who came second: after a colleague, or after the person who corrected their data."""
    if decision.state == "withdrawn":
        return voice.plain("verification-withdrawn")
    by = decision.by or voice.plain("verification-someone")
    if decision.at is None:
        return voice.plain("verification-faster-undated", by=by)
    return voice.plain("verification-faster", by=by, moment=voice.moment(decision.at))


def _back(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-kelola-back"), Kelola())
