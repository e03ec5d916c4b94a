"""The `jalin` command. Heavy imports stay inside the commands, so that each starts as fast as it can."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Jalin, a Telegram bot for civil servants: trainings, learning, and how government bodies work together.",
)

knowledge = typer.Typer(no_args_is_help=True, help="For those who write articles.")
app.add_typer(knowledge, name="knowledge")

FolderArgument = Annotated[Path, typer.Argument(help="A folder of XLSX or CSV files; docs/data.md has the columns.")]


@app.callback()
def logs() -> None:
    """Logs go to standard error, redacted, whatever the command: standard output is for tools."""
    from bot.logs import set_up_logs

    set_up_logs("WARNING")


@app.command()
def run() -> None:
    """Run the bot: one process, long polling. Needs BOT_TOKEN."""
    gc.disable()  # what is imported now stays for good: collecting meanwhile is a fifth of the start
    from bot.beforehand import settings_to_run

    settings = settings_to_run()
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.process import run_bot

    raise typer.Exit(run_bot(settings))


@app.command()
def demo(port: Annotated[int, typer.Option(envvar="PORT", help="Where the web chat listens.")] = 8080) -> None:
    """Try everything without a token: a stand-in for Telegram with a web chat, the bot, and example data."""
    from bot.lean_aiogram import import_aiogram

    import_aiogram()
    from bot.demo import run_demo

    raise typer.Exit(run_demo(port))


@app.command()
def sandbox(
    port: Annotated[int, typer.Option(help="0 picks a free one.")] = 8081,
    people: Annotated[Path | None, typer.Option(help="A JSON file of people and groups.")] = None,
    strict: Annotated[bool, typer.Option(help="Refuse floods as Telegram does.")] = False,
) -> None:
    """Start the stand-in for Telegram alone."""
    from bot.demo import run_sandbox

    raise typer.Exit(run_sandbox(port, people, strict=strict))


@app.command()
def load(folder: FolderArgument) -> None:
    """Load agencies, staff lists, roles, trainings and batches; also beside a running bot."""
    from bot.loading import load_folder
    from bot.settings import read_settings

    raise typer.Exit(load_folder(read_settings(), folder))


@app.command()
def search(query: Annotated[str | None, typer.Argument(help="Leave out to read queries line by line.")] = None) -> None:
    """Search the knowledge base: one query for people, or lines in and JSON lines out."""
    from bot.searching import search_lines, search_once

    if query is None:
        search_lines()
    else:
        typer.echo(search_once(query))


@knowledge.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="Another folder of modules than the one in use.")] = None,
) -> None:
    """Name file, line and fault of everything that is wrong with the articles and questions."""
    from bot.authoring import faults_of, summary

    faults = faults_of(folder)
    for fault in faults:
        typer.echo(str(fault))
    typer.echo(summary(folder, faults), err=bool(faults))
    raise typer.Exit(1 if faults else 0)


@knowledge.command()
def export(
    to: Annotated[Path | None, typer.Option(help="Another folder of modules than the one in use.")] = None,
) -> None:
    """Write the articles that organizers made of answers as files, to be taken in beside the others."""
    from bot.faq_export import export as write
    from bot.settings import read_settings

    files = write(read_settings(), to)
    for file in files:
        typer.echo(str(file))
    written = f"{len(files)} {'article' if len(files) == 1 else 'articles'}"
    typer.echo(f"{written} written; what stands in a file already is left out", err=True)


@app.command()
def keys() -> None:
    """Make fresh keys for the settings."""
    from bot.keys import NAMES, new_key

    for name in NAMES:
        typer.echo(f"{name}={new_key()}")


@app.command()
def bench(
    name: Annotated[str, typer.Argument(help="inbound, search, seats, roster, deliveries or reminders")],
    people: Annotated[int | None, typer.Option(min=1_000, help="Fewer, for a quick look; deliveries only.")] = None,
    rows: Annotated[int | None, typer.Option(min=1_000, help="Fewer, for a quick look; reminders only.")] = None,
) -> None:
    """Measure something next to a baseline in the same run; JSON lines."""
    from bot.bench import BENCHES, OF_PEOPLE, OF_ROWS

    known = dict(BENCHES)
    known |= {one: partial(measure, people) for one, measure in OF_PEOPLE.items()}
    known |= {one: partial(measure, rows) for one, measure in OF_ROWS.items()}
    if name not in known:
        typer.echo(f"There is no bench {name}. Known: {', '.join(known)}", err=True)
        raise typer.Exit(2)
    for line in known[name]():
        typer.echo(line)


@app.command()
def faults(
    name: Annotated[str, typer.Argument(help="deliveries")],
    messages: Annotated[int, typer.Option(min=100)] = 10_000,
    kills: Annotated[int, typer.Option(min=2)] = 50,
) -> None:
    """Kill workers, lose answers, turn clocks; JSON lines, each beside what is allowed. Ends with 1 if one is over."""
    from bot.faults import FAULTS, is_broken

    if name not in FAULTS:
        typer.echo(f"There is no fault run {name}. Known: {', '.join(FAULTS)}", err=True)
        raise typer.Exit(2)
    broken = False
    for line in FAULTS[name](messages, kills):
        typer.echo(line)
        broken = broken or is_broken(line)
    raise typer.Exit(1 if broken else 0)


def main() -> None:
    """The entry point; an interrupt is a way to leave, not an error."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
