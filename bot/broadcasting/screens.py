"""How an announcement stands: progress while it is sent, the report after. Pure: a view in, a screen out."""

from __future__ import annotations

from datetime import timedelta

from bot.browse.phrases import clipped
from bot.callbacks_announcing import Announcing
from bot.callbacks_broadcast_run import (
    AskToReword,
    AskToStop,
    AskToWithdraw,
    DownloadReport,
    OfRun,
    PauseRun,
    ResumeRun,
    SeeRun,
    SendUnknown,
    SentList,
    StopRun,
    WithdrawAll,
)
from bot.delivery.sender import plain
from bot.organizing.home import back
from bot.places import LANGUAGE_NAMES
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.broadcasts import BroadcastState, Run, RunView, SentPage, Tally
from services.outbox.quiet import EVENING

BAR = 10
PAGE_SIZE = 5
TEXT_SHOWN, LINE_SHOWN = 120, 40
COUNTS = ("sent", "blocked", "failed", "unknown", "skipped")


def run(voice: Voice, view: RunView, speed: float | None = None) -> Screen:
    """How it stands now; `speed` is messages a second, where it is known."""
    state = view.run.state
    if state == BroadcastState.SCHEDULED:
        return _scheduled(voice, view)
    if state == BroadcastState.PAUSED:
        text = voice.html("broadcast-paused", **_how_far(voice, view.copies))
        return Screen(text, (_one(voice, "resume", ResumeRun, view), _one(voice, "stop", AskToStop, view)))
    if not view.is_over:
        return _sending(voice, view, speed)
    return _changing(voice, view, speed) if view.change is not None else _report(voice, view)


def ask_to_stop(voice: Voice, view: RunView) -> Screen:
    """Stopping cannot be undone."""
    rows = (_one(voice, "keep-sending", SeeRun, view), _one(voice, "stop-sending", StopRun, view))
    return Screen(voice.html("broadcast-ask-cancel", **_how_far(voice, view.copies)), rows)


def ask_to_withdraw(voice: Voice, view: RunView) -> Screen:
    """What is taken back, and until when that is possible."""
    count = voice.number(view.copies.sent)
    until = voice.moment(view.deletable_until) if view.deletable_until else ""
    take = button(voice.plain("button-withdraw-all", count=count), WithdrawAll(broadcast=view.run.id))
    text = voice.html("broadcast-ask-withdraw", count=count, moment=until)
    return Screen(text, (_one(voice, "leave-sent", SeeRun, view), [take]))


def ask_language(voice: Voice, view: RunView) -> Screen:
    """Where it was written in two."""
    rows: list[Row] = [
        [button(name, AskToReword(broadcast=view.run.id, language="en" if code == "en" else "id"))]
        for code, name in LANGUAGE_NAMES.items()
    ]
    return Screen(voice.html("broadcast-ask-language"), (*rows, _one(voice, "back", SeeRun, view)))


def sent(voice: Voice, found: SentPage) -> Screen:
    """The announcements of an agency."""
    if not found.items:
        return Screen(voice.html("broadcast-sent-none"), (_to_room(voice),))
    lines = [_line(voice, number, one) for number, one in enumerate(found.items, 1)]
    numbers = [button(str(number), SeeRun(broadcast=one.id)) for number, one in enumerate(found.items, 1)]
    turns = [
        button(voice.plain(key), SentList(page=to))
        for key, to in (("button-previous", found.page - 1), ("button-next", found.page + 1))
        if 1 <= to <= found.pages
    ]
    page = voice.html("browse-page", page=found.page, pages=found.pages) if found.pages > 1 else None
    text = voice.paragraphs(voice.lines(voice.html("broadcast-sent-list"), page), voice.lines(*lines))
    return Screen(text, (numbers, turns, _to_room(voice)))


def percent(part: int, whole: int) -> int:
    """Rounded down: 100 is all of it."""
    return part * 100 // whole if whole else 0


def _scheduled(voice: Voice, view: RunView) -> Screen:
    at = view.run.send_at
    text = voice.html("broadcast-scheduled", moment=voice.moment(at)) if at else voice.html("broadcast-scheduled-now")
    rows = ([button(voice.plain("button-sent-back"), SentList())], _one(voice, "stop", AskToStop, view))
    return Screen(voice.paragraphs(text, _text(voice, view.run, TEXT_SHOWN)), rows)


def _sending(voice: Voice, view: RunView, speed: float | None) -> Screen:
    if view.run.state == BroadcastState.CANCELLED:
        return Screen(voice.html("broadcast-stopping"), (_one(voice, "see-progress", SeeRun, view),))
    copies, waits_for_morning = view.copies, view.next_due is not None and view.next_due > view.at
    left = timedelta(seconds=(copies.total - copies.over) / speed) if speed else None
    notes = []
    if view.run.state == BroadcastState.QUEUEING:
        notes.append(voice.html("broadcast-queueing"))
    if waits_for_morning and view.next_due and not copies.sending:
        notes.append(voice.html("broadcast-night", moment=voice.moment(view.next_due)))
    elif left and _passes_evening(voice, view, left):
        notes.append(voice.html("broadcast-overnight"))
    head = voice.html("broadcast-sending", **_how_far(voice, copies))
    bar = _bar(voice, copies, None if waits_for_morning else speed)
    rows = (_one(voice, "pause", PauseRun, view), _one(voice, "stop", AskToStop, view))
    return Screen(voice.paragraphs(head, voice.lines(bar, *notes)), rows)


def _changing(voice: Voice, view: RunView, speed: float | None) -> Screen:
    change = view.change or Tally()
    key = "broadcast-taking" if view.run.changing == "delete" else "broadcast-editing"
    # Until all are queued the copies say how many there will be.
    total = max(change.total, view.copies.sent)
    text = voice.paragraphs(
        voice.html(key, over=voice.number(change.over), total=voice.number(total)),
        _bar(voice, change, speed, total=total),
    )
    take = _one(voice, "withdraw", AskToWithdraw, view) if view.may_withdraw else []
    return Screen(text, (_one(voice, "see-progress", SeeRun, view), take, back(voice)))


def _report(voice: Voice, view: RunView) -> Screen:
    copies, number = view.copies, view.run.id
    moment = voice.moment(view.run.done_at) if view.run.done_at else ""
    head = voice.html(f"broadcast-{view.run.state}", moment=moment)
    if not copies.total:
        return Screen(voice.paragraphs(head, voice.html("broadcast-never-sent")), (_list(voice), back(voice)))
    rows: list[Row] = [_one(voice, "download-report", DownloadReport, view)]
    if copies.unknown and view.run.state == BroadcastState.DONE:
        again = SendUnknown(broadcast=number, until=int(view.at.timestamp()) + 1)
        rows.append([button(voice.plain("button-unknown-again", count=voice.number(copies.unknown)), again)])
    if view.may_reword:
        rows.append(_one(voice, "reword", AskToReword, view))
    if view.may_withdraw:
        rows.append(_one(voice, "withdraw", AskToWithdraw, view))
    text = voice.paragraphs(
        head, _text(voice, view.run, TEXT_SHOWN), voice.lines(_counts(voice, copies), *_then(voice, view))
    )
    return Screen(text, (*rows, _list(voice), back(voice)))


def _then(voice: Voice, view: RunView) -> list[Html | None]:
    copies, until = view.copies, view.deletable_until
    share = percent(view.pressing, copies.sent)
    has_buttons = bool(view.run.body.get("buttons"))
    pressed = voice.html("broadcast-pressing", count=view.pressing, percent=str(share)) if has_buttons else None
    unknown = voice.html("broadcast-unknown-means") if copies.unknown else None
    change: Html | None = None
    if view.withdrawn.total:
        left = view.withdrawn.total - view.withdrawn.sent
        done = voice.html("broadcast-withdrawn", done=voice.number(view.withdrawn.sent))
        not_done = voice.html("broadcast-withdrawn-not", count=voice.number(left))
        change = Html(f"{done} · {not_done}") if left else done
    elif view.may_withdraw and until:
        change = voice.html("broadcast-deletable", moment=voice.moment(until))
    elif view.may_reword:
        change = voice.html("broadcast-not-deletable")
    return [pressed, unknown, change]


def _counts(voice: Voice, copies: Tally) -> Html:
    shown = [name for name in COUNTS if name == "sent" or getattr(copies, name)]
    counted = [voice.html(f"broadcast-count-{name}", count=voice.number(getattr(copies, name))) for name in shown]
    said = " · ".join(counted)
    return Html(said[:1].upper() + said[1:])


def _how_far(voice: Voice, copies: Tally) -> dict[str, str]:
    return {"over": voice.number(copies.over), "total": voice.number(copies.total)}


def _bar(voice: Voice, tally: Tally, speed: float | None, *, total: int | None = None) -> Html:
    total = tally.total if total is None else total
    share = percent(tally.over, total)
    filled = share * BAR // 100
    parts = [voice.html("broadcast-bar", bar="▓" * filled + "░" * (BAR - filled), percent=str(share))]
    if speed:
        parts.append(voice.html("broadcast-speed", speed=voice.number(max(1, round(speed)))))
        parts.append(_left(voice, (total - tally.over) / speed))
    return Html(" · ".join(parts))


def _left(voice: Voice, seconds: float) -> Html:
    if seconds < 60:
        return voice.html("broadcast-left-soon")
    hours, minutes = divmod(round(seconds / 60), 60)
    key = "broadcast-left-hours" if hours else "broadcast-left-minutes"
    values = {"hours": hours, "minutes": minutes} if hours else {"minutes": minutes}
    return voice.html("broadcast-left", left=voice.plain(key, **values))


def _passes_evening(voice: Voice, view: RunView, left: timedelta) -> bool:
    now, end = voice.local(view.at), voice.local(view.at + left)
    return now.time() < EVENING and (end.date() > now.date() or end.time() >= EVENING)


def _line(voice: Voice, number: int, one: Run) -> Html:
    moment = one.started_at or one.send_at
    at = voice.local(moment) if moment else None
    return voice.html(
        "broadcast-sent-line",
        number=number,
        date=voice.date(at.date(), year=False) if at else "–",
        state=voice.plain(f"broadcast-sent-{one.state}"),
        text=snippet(one, LINE_SHOWN, voice.language),
    )


def snippet(one: Run, length: int, language: str) -> str:
    """The beginning of what it says, without formatting."""
    texts = one.body.get("text") or {}
    return clipped(" ".join(plain(texts.get(language) or texts.get("id") or "").split()), length)


def _text(voice: Voice, one: Run, length: int) -> Html:
    return voice.html("broadcast-text", text=snippet(one, length, voice.language))


def _one(voice: Voice, key: str, form: type[OfRun], view: RunView) -> Row:
    return [button(voice.plain(f"button-{key}"), form(broadcast=view.run.id))]


def _list(voice: Voice) -> Row:
    return [button(voice.plain("button-sent-back"), SentList())]


def _to_room(voice: Voice) -> Row:
    return [button(voice.plain("button-announce-room"), Announcing())]
