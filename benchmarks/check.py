"""`zuofeng check` on one log, and on a thousand, against the general tools for YAML."""

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.office import TODAY, furnish
from benchmarks.paired import Benchmark

BIN = Path(sys.executable).parent
SCHEMA = Path(__file__).parents[1] / "schemas" / "log.json"
ONE, MANY = (Path(tempfile.gettempdir()) / f"zuofeng-benchmark-{n}" for n in ("one", "many"))

CHECK_ONE = Benchmark(
    name="check",
    ours=(str(BIN / "zuofeng"), "check", "-w", str(ONE), "--today", TODAY),
    peer=(str(BIN / "check-jsonschema"), "--version"),
    limit=1.0,
    before=partial(furnish, ONE, 1),
)

CHECK_MANY = Benchmark(
    name="check-many",
    ours=(str(BIN / "zuofeng"), "check", "-w", str(MANY), "--today", TODAY),
    peer=(
        "/bin/sh",
        "-c",
        " && ".join(
            (
                f"{BIN}/check-jsonschema --schemafile {SCHEMA} {MANY}/logs/*.yaml",
                f"{BIN}/yamllint -d relaxed {MANY}/logs",
            )
        ),
    ),
    limit=1 / 50,
    before=partial(furnish, MANY, 1000),
    pairs=1,
    warm_ups=0,
)
"""One pair: the peers take more than a minute."""
