"""The screens of files: what can be sent in and fetched, what was found in a file, how far saving is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.browse.phrases import begun, clipped
from bot.callbacks import Kelola
from bot.callbacks_files import DownloadTable, Files, OpenTable, SampleTable, TableKey, UploadTable
from bot.callbacks_participants import Participants
from bot.organizing.home import back as back_home
from bot.recommendation.files import MOST_MEGABYTES
from bot.screens import Row, Screen, button
from bot.words import Html, Voice
from services.files.faults import expected, found
from services.imports import ImportFault
from services.imports.upload import UploadReport

FIRST_FAULTS = 3
NAME_SHOWN = 40
SENTENCE_SHOWN = 110
BAR = 10
FITS = 999
"""Up to this count the label of the button has room for the longer words."""
TABLES: tuple[TableKey, ...] = ("roster", "trainings", "batches")


def home(voice: Voice) -> Screen:
    """The kinds of files."""
    tables = [button(voice.plain(f"button-file-{table}"), OpenTable(table=table)) for table in TABLES]
    return Screen(voice.html("files"), (tables[:1], tables[1:], back_home(voice)))


def table(voice: Voice, key: TableKey, *, downloads: bool) -> Screen:
    """What stands in one kind of file, and what can be done."""
    fetch = [button(voice.plain("button-download-table"), DownloadTable(table=key))] if downloads else []
    text = voice.paragraphs(voice.html(f"file-{key}"), voice.html("file-safe", limit=voice.number(MOST_MEGABYTES)))
    return Screen(
        text,
        (
            [button(voice.plain("button-upload-file"), UploadTable(table=key))],
            [button(voice.plain("button-sample-file"), SampleTable(table=key))],
            fetch,
            [button(voice.plain("button-back-to-files"), Files())],
        ),
    )


def question(voice: Voice, key: str, problem: str | None) -> Html:
    """The question for the file; after one that was not taken, why not."""
    limit = voice.number(MOST_MEGABYTES)
    if problem is not None:
        return voice.html(f"file-{problem}", limit=limit)
    return voice.html("file-ask", what=voice.plain(f"file-what-{key}"), limit=limit)


def preview(voice: Voice, report: UploadReport) -> Html:
    """What saving would do, that nothing is saved yet, and the first faults."""
    new, changed = (sum(getattr(one, name) for one in report.counts.values()) for name in ("new", "changed"))
    same = sum(one.unchanged for one in report.counts.values())
    figures = [("new", new), ("changed", changed), ("same", same), ("faulty", report.fault_count)]
    drafts = voice.html("file-drafts") if report.counts.get("trainings") else None
    return voice.paragraphs(counted(voice, figures), first_faults(voice, report.faults, report.fault_count), drafts)


def counted(voice: Voice, figures: Iterable[tuple[str, int]]) -> Html:
    """`2 baru, 4 perlu diperbaiki. Belum ada yang disimpan.`"""
    parts = [voice.plain(f"file-count-{name}", count=count) for name, count in figures if count]
    head = voice.html("file-counts", counts=", ".join(parts) or voice.plain("file-count-none"))
    return Html(f"{head} {voice.html('file-nothing-kept')}")


def first_faults(voice: Voice, faults: Sequence[ImportFault], count: int) -> Html:
    """The first of them, and how many there are besides."""
    lines = [fault_line(voice, fault) for fault in faults[:FIRST_FAULTS]]
    more = count - len(lines)
    return voice.lines(*lines, voice.html("file-more-faults", count=more) if more > 0 else None)


def fault_line(voice: Voice, fault: ImportFault) -> Html:
    """Where, what was read, and what is expected."""
    place = [voice.plain("import-sheet", sheet=fault.sheet)] if fault.sheet else []
    if fault.row:
        place.append(voice.plain("import-row", row=str(fault.row)))
    if fault.column:
        place.append(voice.plain("import-column", column=fault.column, name=fault.name or "?"))
    elif fault.name:
        place.append(fault.name)
    read = voice.plain("import-found", found=found(fault)) if fault.found else ""
    where = ", ".join(place) or clipped(fault.file, NAME_SHOWN)
    said = clipped(f"{read} {expected(voice.plain, fault)}", SENTENCE_SHOWN)
    return voice.html("file-fault", place=begun(where), said=said)


def save_label(voice: Voice, good: int, faults: int) -> str:
    """`Simpan 199 yang benar`, or `Simpan 100.000 baris`."""
    key = "button-save-good" if faults and good <= FITS else "button-save-rows"
    return voice.plain(key, count=voice.number(good))


def progress(voice: Voice, name: str, done: int, total: int) -> Screen:
    """How far saving is."""
    head = voice.html("file-saving", name=clipped(name, NAME_SHOWN))
    if not total:
        return Screen(voice.lines(head, voice.html("file-checking-again")))
    share = done * BAR // total
    figures = {"done": voice.number(done), "total": voice.number(total), "percent": str(done * 100 // total)}
    bar = voice.html("file-bar", bar="▓" * share + "░" * (BAR - share), **figures)
    return Screen(voice.paragraphs(voice.lines(head, bar), voice.html("file-go-on")))


def saved(voice: Voice, name: str, report: UploadReport) -> Screen:
    """What was saved, and what was left out."""
    new, changed = (sum(getattr(one, key) for one in report.counts.values()) for key in ("new", "changed"))
    head = voice.html(
        "file-saved", name=clipped(name, NAME_SHOWN), new=voice.number(new), changed=voice.number(changed)
    )
    left_out = voice.html("file-left-out", count=report.fault_count) if report.fault_count else None
    return Screen(voice.lines(head, left_out), ways_on(voice))


def not_saved(voice: Voice, key: str, batch: int | None = None, **values: object) -> Screen:
    """Why a file was not saved, or not to its end."""
    return Screen(voice.html(key, **values), ways_on(voice, batch))


def ways_on(voice: Voice, batch: int | None = None) -> tuple[Row, ...]:
    """Back to where files of this kind are sent in: to the people of this batch, or to the room."""
    if batch is not None:
        return ([button(voice.plain("button-back-to-people"), Participants(batch=batch))],)
    files = [button(voice.plain("button-files"), Files())]
    return (files, [button(voice.plain("button-kelola-back"), Kelola())])
