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
    """Whose findings."""
    ignore: Annotated[tuple[str, ...], Field(min_length=1)]
    """Which findings: names, codes, or the beginning of a code."""
    reason: Annotated[str, Field(min_length=1)]
    """Why they do not count."""
    rule: str | None = None
    """Only those of this rule."""
    period: str | None = None
    """Only those of this period."""


class CheckSettings(FileModel):
    """What `zuofeng check` counts.

    `select`, `ignore` and the keys of `severity` name findings, their codes or the beginning of a
    code. An entry first committed more than `backdated_days` calendar days after the day it claims
    is backdated; one changed more than `rewritten_days` after it was first committed is rewritten.
    `bulk_entries` entries or more first committed on one day, at most `inspection_days` before one
    of the `inspections`, are filed in bulk; without `inspections` the day of the check is one.
    """

    select: tuple[str, ...] = ()
    """The findings that count, by name, code, or the beginning of a code; all without it."""
    ignore: tuple[str, ...] = ()
    """The findings that do not count."""
    severity: dict[str, Severity] = {}
    """How much a finding weighs, where that differs."""
    fail_on: FailOn = "error"
    """From which weight on `check` exits 1."""
    max_bytes: Annotated[int, Field(ge=1, le=1 << 30)] = 5 * 1024 * 1024
    """The largest log that is read, in bytes."""
    backdated_days: Days = 30
    """An entry first committed more calendar days after the day it claims is backdated."""
    rewritten_days: Days = 30
    """An entry changed more calendar days after it was first committed is rewritten."""
    inspections: tuple[date, ...] = ()
    """Days of inspections; without any, the day of the check."""
    inspection_days: Days = 7
    """How many calendar days before one of them filing in bulk is looked for."""
    bulk_entries: Annotated[int, Field(ge=2, le=10_000)] = 10
    """How many entries first committed on one day are filing in bulk."""
    exempt: tuple[Exemption, ...] = ()
    """Findings that are let off, a table `[[check.exempt]]` each."""
