"""The `[check]` table of a workspace: which findings count, how much, and what is let off."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from zuofeng_cli.finding import Severity
from zuofeng_cli.model import FileModel

FailOn = Literal["error", "warning", "never"]
Days = Annotated[int, Field(ge=0, le=3660)]


class Exemption(FileModel):
    """Findings of one unit that do not count, and why; `rule` and `period` narrow it."""

    unit: str
    ignore: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: Annotated[str, Field(min_length=1)]
    rule: str | None = None
    period: str | None = None


class CheckSettings(FileModel):
    """What `zuofeng check` counts.

    `select`, `ignore` and the keys of `severity` name findings, their codes or the beginning of a
    code. An entry first committed more than `backdated_days` calendar days after the day it claims
    is backdated; one changed more than `rewritten_days` after it was first committed is rewritten.
    `bulk_entries` entries or more first committed on one day, at most `inspection_days` before one
    of the `inspections`, are filed in bulk; without `inspections` the day of the check is one.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    fail_on: FailOn = "error"
    max_bytes: Annotated[int, Field(ge=1, le=1 << 30)] = 5 * 1024 * 1024
    backdated_days: Days = 30
    rewritten_days: Days = 30
    inspections: tuple[date, ...] = ()
    inspection_days: Days = 7
    bulk_entries: Annotated[int, Field(ge=2, le=10_000)] = 10
    exempt: tuple[Exemption, ...] = ()
