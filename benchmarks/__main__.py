"""`python -m benchmarks [NAME…]`: run them, print the ratios; exit 1 if one is over its limit."""

import sys
from collections.abc import Sequence
from statistics import median

from benchmarks.check import CHECK_MANY, CHECK_ONE
from benchmarks.due import DUE
from benchmarks.paired import Result, Times, measure

BENCHMARKS = (DUE, CHECK_ONE, CHECK_MANY)


def main() -> int:
    """Run the benchmarks named on the command line, or all; the exit code."""
    chosen = [each for each in BENCHMARKS if each.name in sys.argv[1:] or not sys.argv[1:]]
    print("medians, in ms (wall/cpu)")
    print(f"{'':12}{'ours':>12}{'peer':>12}{'ratio':>8}{'limit':>8}")
    over = False
    for benchmark in chosen:
        result = measure(benchmark)
        print(f"{benchmark.name:12}{_row(result)}{benchmark.limit:8.3f}")
        over |= result.ratio > benchmark.limit
    return 1 if over else 0


def _row(result: Result) -> str:
    return f"{_medians(result.ours):>12}{_medians(result.peer):>12}{result.ratio:8.3f}"


def _medians(runs: Sequence[Times]) -> str:
    wall, cpu = (median(getattr(run, kind) for run in runs) * 1000 for kind in ("wall", "cpu"))
    return f"{wall:.0f}/{cpu:.0f}"


if __name__ == "__main__":
    sys.exit(main())
