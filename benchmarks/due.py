"""`zuofeng due` on the demo unit against a typer hello-world: an answer at the price of a start."""

import sys
from pathlib import Path

from benchmarks.paired import Benchmark

DUE = Benchmark(
    name="due",
    ours=(
        str(Path(sys.executable).with_name("zuofeng")),
        *("due", "--unit", "demo-county-committee", "--today", "2026-11-24"),
    ),
    peer=(sys.executable, str(Path(__file__).with_name("hello.py"))),
    limit=1.3,
)
