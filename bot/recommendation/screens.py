"""The organizer's screens about recommendations: one at a time, what approving will do, what was decided. Pure."""

from __future__ import annotations

from aiogram.types import InlineKeyboardButton

from bot.browse.phrases import pool_name, safe
from bot.callbacks import Kelola
from bot.callbacks_recommendation import Approve, DoNotApprove, SeeLetter, ShowRecommendation, SkipRecommendation
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.enrolment import Effect, Enrolled, RecommendationView, State
from services.errors import Refusal


def request(voice: Voice, view: RecommendationView) -> Screen:
    """Whose it is, what was handed in and what approving will do; once it is decided, that."""
    if not view.mark:
        return over(voice, view)
    line, number = view.line, view.line.id
    title = voice.html("recommendation-title", position=view.position or 1, total=max(view.total, 1), title=line.title)
    who = " · ".join(part for part in (view.name, view.nip, view.agency, view.province) if part)
    given = None
    if line.letter_at is not None:
        given = voice.html("recommendation-letter-at", moment=voice.moment(line.letter_at))
    word = voice.html("recommendation-given") if line.state == State.RECOMMENDED else None
    rows: list[Row] = [
        [button(voice.plain("button-approve"), Approve(enrolment=number, mark=view.mark))],
        [button(voice.plain("button-do-not-approve"), DoNotApprove(enrolment=number, mark=view.mark))],
    ]
    see = [button(voice.plain("button-see-letter"), SeeLetter(enrolment=number))] if line.letter_file else []
    skip = [button(voice.plain("button-skip"), SkipRecommendation(enrolment=number))] if view.total > 1 else []
    unit = safe(view.unit) if view.unit else None
    superior = voice.html("recommendation-superior", superior=view.superior) if view.superior else None
    text = voice.paragraphs(title, voice.lines(safe(who), unit, superior, given, word, _effect(voice, view)))
    return Screen(text, (*rows, [*see, *skip], [_back(voice)]))


def approved(voice: Voice, view: RecommendationView, done: Enrolled) -> Screen:
    """What approving did."""
    match done.state:
        case State.WAITLISTED:
            what = voice.html("recommendation-now-waitlisted", name=view.name, place=str(done.place or 1))
        case State.RECOMMENDED:
            what = voice.html("recommendation-now-nominated", name=view.name)
        case State.OFFERED:
            what = voice.html("recommendation-now-offered", name=view.name)
        case _:
            what = voice.html("recommendation-now-confirmed", name=view.name)
    return _done(voice, what, view.total)


def returned(voice: Voice, view: RecommendationView) -> Screen:
    """Not approved: the person reads why."""
    return _done(voice, voice.html("recommendation-now-returned", name=view.name), view.total)


def over(voice: Voice, view: RecommendationView) -> Screen:
    """Nothing is to be decided any more: a colleague did, or the person left."""
    return _done(voice, safe(faster(voice, view)), view.total)


def faster(voice: Voice, view: RecommendationView) -> str:
    """The toast for who came second."""
    if view.decided_at is None or view.line.state == State.CANCELLED:
        return voice.plain("recommendation-over")
    by = view.decided_by or voice.plain("verification-someone")
    return voice.plain("verification-faster", by=by, moment=voice.moment(view.decided_at))


def refused(voice: Voice, refusal: Refusal) -> Screen:
    """Why nothing can be decided, where the question for a reason was open."""
    return Screen(voice.html(f"refusal-{refusal.key}", **refusal.values), ([_back(voice)],))


def _effect(voice: Voice, view: RecommendationView) -> Html:
    if view.effect is Effect.NOMINATION:
        return voice.html("recommendation-effect-nomination")
    if view.effect is Effect.LINE:
        return voice.html("recommendation-effect-line")
    if view.effect is Effect.SWAP:
        return voice.html("recommendation-effect-swap")
    if view.pool is None:
        return voice.html("recommendation-effect-unlimited")
    return voice.html(
        "recommendation-effect-seat",
        pool=pool_name(voice, view.pool.key),
        taken=str(view.pool.taken),
        size=str(view.pool.size),
    )


def _done(voice: Voice, text: Html, more: int) -> Screen:
    following = [button(voice.plain("button-next-verification"), ShowRecommendation())] if more else []
    return Screen(text, (following, [_back(voice)]))


def _back(voice: Voice) -> InlineKeyboardButton:
    return button(voice.plain("button-kelola-back"), Kelola())
