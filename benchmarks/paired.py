"""Times two commands in turn, as whole processes, so that both meet the same machine."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

WARM_UPS = 3
PAIRS = 30


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Our command, a peer's, and how many times the peer's wall time ours may take.

    `before` makes what they work on; `pairs` runs of each are counted, after `warm_ups` that are
    not.
    """

    name: str
    ours: Sequence[str]
    peer: Sequence[str]
    limit: float
    before: Callable[[], object] = bool
    pairs: int = PAIRS
    warm_ups: int = WARM_UPS


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of one run: on the clock, and of the processor (user and system)."""

    wall: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Result:
    """The runs of both commands, in pairs, warm-ups left out."""

    ours: Sequence[Times]
    peer: Sequence[Times]

    @property
    def ratio(self) -> float:
        """The median of the pairs' wall-time ratios: a slow moment hits both halves of a pair."""
        pairs = zip(self.ours, self.peer, strict=True)
        return median(ours.wall / peer.wall for ours, peer in pairs)


def measure(benchmark: Benchmark) -> Result:
    """The times of both commands, run one after the other; RuntimeError if one fails."""
    benchmark.before()
    count = benchmark.warm_ups + benchmark.pairs
    runs = [(run(benchmark.ours), run(benchmark.peer)) for _ in range(count)]
    ours, peer = zip(*runs[benchmark.warm_ups :], strict=True)
    return Result(ours, peer)


def run(command: Sequence[str]) -> Times:
    """The times of one run, its output thrown away."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    quiet.append((os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0))
    environment = {
        "HOME": str(Path.home()),
        "LC_ALL": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "ZUOFENG_LANG": "en",
    }
    started = perf_counter()
    process = os.posix_spawn(command[0], tuple(command), environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = perf_counter() - started
    if code := os.waitstatus_to_exitcode(status):
        raise RuntimeError(f"exit {code}: {' '.join(command)}")
    return Times(wall, usage.ru_utime + usage.ru_stime)
