"""A finding: one thing that is wrong with an input, where it stands, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[str | int, ...]
"""The way to a value inside a file: keys and list positions from the top."""

MANY = 200
"""Findings of one kind in one file that are told: who has more has one that is everywhere, or
means harm."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A stretch of a line: `line` and `column` are 1-based, `length` counts characters."""

    line: int
    column: int
    length: int = 1


class Severity(StrEnum):
    """How much a finding weighs: an error fails a check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem in one place.

    `file` is relative to the workspace (no `./`); `line` and `column` are 1-based and None where
    the place is not known; `path` is the key's path inside the file (`rule[3].cadence.every`).
    `code` and `name` identify the kind of problem, `message` says what is wrong, `hint` how to
    mend it (it may have several lines, the later ones to paste). `unit`, `rule` and `period` are
    set where the problem concerns a duty. `excerpt` is the line it stands on and `length` how many
    characters of it are meant. A `provisional` finding rests on days off that no notice has fixed
    yet, and fails no run.
    """

    file: str
    name: str
    message: str
    hint: str = ""
    code: str = ""
    severity: Severity = Severity.ERROR
    line: int | None = None
    column: int | None = None
    path: str = ""
    unit: str | None = None
    rule: str | None = None
    period: str | None = None
    excerpt: str = ""
    length: int = 1
    provisional: bool = False

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code, message."""
        return (self.file, self.line or 0, self.column or 0, self.code or self.name, self.message)


@dataclass(frozen=True, slots=True)
class FindingPage:
    """One kind of finding: its text in paragraphs, a log that has it, and what `check` prints.

    `log` and `output` are empty for the faults of rulebooks, whose text shows an example itself;
    `log` also where it is no short text.
    """

    code: str
    name: str
    severity: Severity
    text: str
    log: str = ""
    output: str = ""
