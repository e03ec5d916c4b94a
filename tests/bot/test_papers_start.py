"""What makes papers is not loaded before somebody wants one."""

from __future__ import annotations

import subprocess
import sys

from tests.support.tree import ROOT

LOOK = """
import sys
from bot.lean_aiogram import import_aiogram
import_aiogram()
import bot.app
print(sorted(sys.modules.keys() & {"reportlab", "icalendar"}))
"""


def test_a_start_loads_neither_reportlab_nor_icalendar() -> None:
    done = subprocess.run([sys.executable, "-c", LOOK], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
