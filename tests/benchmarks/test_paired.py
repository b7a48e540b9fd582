import sys

import pytest

from benchmarks.paired import Result, Times, run


def test_the_ratio_is_the_middle_one_of_the_pairs() -> None:
    ours = [Times(wall, 0.0) for wall in (2.0, 3.0, 40.0)]
    peer = [Times(wall, 0.0) for wall in (1.0, 2.0, 5.0)]
    assert Result(ours, peer).ratio == 2.0  # of 2, 1.5 and 8


def test_a_run_has_both_times() -> None:
    times = run([sys.executable, "-c", "sum(range(100))"])
    assert times.wall > 0
    assert times.cpu > 0


def test_a_command_that_fails_is_not_timed() -> None:
    with pytest.raises(RuntimeError, match="exit 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"])
