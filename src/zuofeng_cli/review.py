"""A review: everything that was found wrong in some files."""

from dataclasses import dataclass

from zuofeng_cli.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Review:
    """The findings of one command: its machine format's `schema`, the files looked at, in order."""

    schema: str
    files: tuple[str, ...]
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)
