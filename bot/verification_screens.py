"""The organizer's screens about people to be verified. Pure: views in, screens out."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.callbacks import Kelola
from bot.callbacks_knowledge import Tend
from bot.callbacks_recommendation import ShowRecommendation
from bot.callbacks_verification import DoNotVouch, ShowVerification, SkipVerification, Vouch
from bot.places import go
from bot.screens import Screen, button
from bot.words import Voice
from services.errors import Refusal
from services.identity import Decision, VerificationView


def kelola(voice: Voice, verifications: int, recommendations: int = 0) -> Screen:
    """What waits for the organizer, and what they look after."""
    rest = ([button(voice.plain("button-tend"), Tend())], [go(voice, "menu", "button-menu-back")])
    waiting: list[tuple[str, InlineKeyboardButton]] = []
    if recommendations:
        what = voice.plain("kelola-recommendations", count=recommendations)
        waiting.append((what, button(voice.plain("button-check-letters"), ShowRecommendation())))
    if verifications:
        what = voice.plain("kelola-verifications", count=verifications)
        waiting.append((what, button(voice.plain("button-check-verifications"), ShowVerification())))
    if not waiting:
        return Screen(voice.html("kelola-empty"), rest)
    lines = (voice.html("kelola-line", number=str(number), what=what) for number, (what, _) in enumerate(waiting, 1))
    text = voice.paragraphs(voice.html("kelola"), voice.lines(*lines))
    return Screen(text, (*([check] for _, check in waiting), *rest))


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
