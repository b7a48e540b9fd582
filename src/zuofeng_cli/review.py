"""A review: everything that was found wrong in some files."""

from dataclasses import dataclass
from datetime import date

from zuofeng_cli.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Review:
    """The findings of one command, by place, and the files looked at, in order.

    `schema` names the command's machine format and `about` the fields in which that says what a
    finding is about. `today` is the day the review is as of, where that matters. `prefix` is the
    way from the top of the repository to the folder that files are relative to, for reports whose
    readers count from there: empty, or ending in a slash. With `against`, the name of a commit,
    only what is worse than there is told.
    """

    schema: str
    files: tuple[str, ...]
    findings: tuple[Finding, ...]
    about: tuple[str, ...] = ("path",)
    today: date | None = None
    prefix: str = ""
    against: str = ""

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)
