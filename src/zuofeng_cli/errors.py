"""Why there is no answer: the exceptions that the command line turns into an exit code."""

from collections.abc import Sequence

from zuofeng_cli.finding import Finding


class UnusableInputError(Exception):
    """Input files that cannot be used, with everything that is wrong with them."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(sorted(findings, key=lambda finding: finding.order))
        super().__init__("\n".join(f"{f.file}: {f.message}" for f in self.findings))


class UsageError(Exception):
    """A question that cannot be asked: an unknown unit, rule or key on the command line."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class UnwritableError(Exception):
    """A file that cannot be written, by its name, and the reason; it is as it was."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name, self.reason = name, reason
