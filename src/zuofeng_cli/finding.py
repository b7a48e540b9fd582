"""A finding: one thing that is wrong with an input, where it stands, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


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
    mend it. `unit`, `rule` and `period` are set where the problem concerns a duty.
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

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: file, line, column, code, message."""
        return (self.file, self.line or 0, self.column or 0, self.code or self.name, self.message)
