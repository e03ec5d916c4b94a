"""Dates, seats, registration and filters in words. Plain text; `Voice.html` escapes what is put into a sentence."""

from __future__ import annotations

from datetime import datetime, timedelta
from html import escape

from bot.browse.sought import COMPETENCIES, MODES
from bot.callbacks import Sought
from bot.words import Html, Voice
from services.catalogue import BatchCard, BatchLine, Registration, RegistrationState, Seats, SeatsKind
from services.enrolment import PoolFigures
from services.seats import OPEN

SOON = timedelta(days=7)
FEW_PROVINCES = 4
NO_BREAK, JOINER = "\u00a0", "\u2060"
HELD = 16
"""Longer than this a phone has to break it anyway, or leaves half of the line above empty."""


def clipped(text: str, limit: int) -> str:
    """On one line, cut at the end of a word where it is too long."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def held(text: str) -> str:
    """Kept together where a narrow screen breaks its lines: `7–11 Des` and `30 kursi` stay whole."""
    if len(text) > HELD:
        return text
    return text.replace(" ", NO_BREAK).replace("–", f"–{JOINER}")


def begun(text: str) -> str:
    """With a capital letter, as a sentence or a label begins."""
    return text[:1].upper() + text[1:]


def safe(text: str) -> Html:
    """A text that is a line of its own, as HTML."""
    return Html(escape(text, quote=False))


def line_time(voice: Voice, line: BatchLine, now: datetime) -> str:
    """`7–11 Des`; the year only where it is not this one."""
    if line.is_self_paced:
        return voice.plain("browse-self-paced")
    return voice.span(line.starts_at, line.ends_at, year=_in_other_year(voice, now, line.starts_at, line.ends_at))


def line_state(voice: Voice, line: BatchLine, now: datetime, own: PoolFigures | None = None) -> str:
    """The seats, the reader's own where they have a pool, or, where one cannot register now, why not."""
    match line.registration.state:
        case RegistrationState.OPEN:
            return own_seats(voice, own) if own is not None and own.size else seats(voice, line.seats)
        case RegistrationState.CLOSED:
            return voice.plain("browse-line-closed")
        case RegistrationState.UPCOMING:
            opens_at = line.registration.opens_at
            day = voice.date(voice.local(opens_at).date(), year=_in_other_year(voice, now, opens_at))
            return voice.plain("browse-line-upcoming", day=day)


def own_seats(voice: Voice, own: PoolFigures) -> str:
    """`sisa 1 kursi NTT`, or `kursi NTT penuh`; a pool that is open to all has no name."""
    free, whose = own.size - own.taken, "all" if own.key == OPEN else "own"
    name = {} if own.key == OPEN else {"pool": pool_name(voice, own.key)}
    return voice.plain(f"browse-free-{whose}", count=free, **name)


def pool_name(voice: Voice, key: str) -> str:
    """`NTT`, or what a pool that is no province's is called."""
    return voice.plain(f"pool-{key}") if voice.has(f"pool-{key}") else key


def seats(voice: Voice, seats: Seats) -> str:
    """`30 kursi`."""
    if seats.kind is SeatsKind.UNLIMITED:
        return voice.plain("browse-seats-unlimited")
    return voice.plain("browse-seats", count=seats.capacity or 0)


def seats_and_provinces(voice: Voice, card: BatchCard) -> str:
    """`30 kursi untuk ASN DKI, NTT`, or `30 kursi untuk 10 provinsi`."""
    told = seats(voice, card.seats)
    if not card.provinces:
        return voice.plain("card-seats-all", seats=told)
    if len(card.provinces) <= FEW_PROVINCES:
        return voice.plain("card-seats-named", seats=told, provinces=", ".join(card.provinces))
    return voice.plain("card-seats-counted", seats=told, count=len(card.provinces))


def card_time(voice: Voice, card: BatchCard) -> str:
    """`Sen, 7 Des 2026 pukul 09.00 WITA sampai Jum, 11 Des 2026`."""
    if card.is_self_paced:
        return voice.plain("card-time-self-paced", span=voice.span(card.starts_at, card.ends_at))
    start, end = voice.local(card.starts_at), voice.local(card.ends_at)
    if start.date() == end.date():
        return voice.moment(card.starts_at)
    return voice.plain("card-time", start=voice.moment(card.starts_at), end=voice.day(end))


def registration(voice: Voice, registration: Registration, now: datetime) -> str:
    """When one can register; near the end with the time that is left."""
    match registration.state:
        case RegistrationState.UPCOMING:
            return voice.plain("card-registration-upcoming", moment=voice.moment(registration.opens_at))
        case RegistrationState.CLOSED:
            return voice.plain("card-registration-closed", moment=voice.moment(registration.closes_at))
        case RegistrationState.OPEN:
            moment, left = voice.moment(registration.closes_at), registration.closes_at - now
            if left >= SOON:
                return voice.plain("card-registration-open", moment=moment)
            return voice.plain("card-registration-open-soon", moment=moment, left=time_left(voice, left))


def time_left(voice: Voice, left: timedelta) -> str:
    """`1 hari 4 jam`: two units at most, and never nothing."""
    minutes = max(1, int(left.total_seconds()) // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = (("days", days), ("hours", hours), ("minutes", minutes if not days else 0))
    return " ".join(voice.plain(f"left-{unit}", count=count) for unit, count in units if count)


def narrowed_to(voice: Voice, sought: Sought, host: str | None) -> str:
    """What the list is narrowed to, as `Manajerial · Desember 2026`; empty where nothing is."""
    parts = [facet_value(voice, sought, facet, host) for facet in ("competency", "mode", "host", "month")]
    return " · ".join(part for part in parts if part)


def facet_value(voice: Voice, sought: Sought, facet: str, host: str | None) -> str | None:
    """What one facet is set to."""
    match facet:
        case "competency" if sought.competency:
            return voice.plain(f"competency-{COMPETENCIES[sought.competency]}")
        case "mode" if sought.mode:
            return voice.plain(f"mode-{MODES[sought.mode]}")
        case "host" if sought.host:
            return host or voice.plain("browse-host-unnamed")
        case "month" if sought.month:
            return voice.month(sought.month)
    return None


def named(voice: Voice, kind: str, key: str) -> str:
    """A competency or a mode in words; what has none yet is shown as it is."""
    return voice.plain(f"{kind}-{key}") if voice.has(f"{kind}-{key}") else key


def _in_other_year(voice: Voice, now: datetime, *moments: datetime) -> bool:
    return any(voice.local(moment).year != voice.local(now).year for moment in moments)
