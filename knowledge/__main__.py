"""`python -m knowledge` answers queries from standard input, one a line, as `jalin search` does."""

import io
import sys

from knowledge import MODULES
from knowledge.articles import load_library
from knowledge.search import Index
from knowledge.serve import serve


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def main() -> None:
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    serve(Index.build(load_library(MODULES)), sys.stdin, _write)


if __name__ == "__main__":
    main()
