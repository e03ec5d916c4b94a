"""`python -m knowledge` answers queries from standard input, one a line, as `jalin search` does."""

import sys
from pathlib import Path

from knowledge.articles import load_library
from knowledge.search import Index
from knowledge.serve import serve

MODULES = Path(__file__).parent / "modules"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def main() -> None:
    serve(Index.build(load_library(MODULES)), sys.stdin, _write)


if __name__ == "__main__":
    main()
