"""Which findings count: selected, graded, let off by the settings, and held against a baseline."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from zuofeng_cli import checks
from zuofeng_cli.finding import Finding, Place, Severity
from zuofeng_cli.language import gettext as _
from zuofeng_cli.settings.check import CheckSettings, FailOn

BEFORE_BASELINE = frozenset(["overdue", "overdue-provisional", "done-late"])
"""Findings that a duty has once, whatever their words say of the days that went by."""


@dataclass(frozen=True, slots=True)
class Unused:
    """An ignore of the settings that nothing matched: where it stands, and what it names."""

    place: Place
    word: str


def selected(select: Iterable[str], ignore: Iterable[str] = ()) -> frozenset[str]:
    """The checks that the words name (all of them without any), less those to ignore."""
    chosen = frozenset().union(*(checks.named(word) for word in select))
    dropped = frozenset().union(*(checks.named(word) for word in ignore))
    return (chosen or frozenset(checks.CHECKS)) - dropped


def graded(findings: Iterable[Finding], settings: CheckSettings) -> list[Finding]:
    """The findings with the settings' severities; one that is provisional is never an error."""
    severities = {
        name: severity
        for word, severity in settings.severity.items()
        for name in checks.named(word)
    }
    return [
        replace(
            finding,
            severity=Severity.WARNING
            if finding.provisional
            else severities.get(finding.name, finding.severity),
        )
        for finding in findings
    ]


def let_off(
    findings: Iterable[Finding], settings: CheckSettings
) -> tuple[list[Finding], list[Unused]]:
    """The findings that the settings do not ignore, and the ignores that nothing matched."""
    used: set[Place] = set()
    kept = []
    for finding in findings:
        places = list(_ignored_by(finding, settings))
        used.update(places)
        if not places:
            kept.append(finding)
    everything: list[tuple[Place, str]] = [
        (("check", "ignore", n), word) for n, word in enumerate(settings.ignore)
    ]
    for number, exemption in enumerate(settings.exempt):
        here = ("check", "exempt", number, "ignore")
        everything += (((*here, n), word) for n, word in enumerate(exemption.ignore))
    return kept, [Unused(place, word) for place, word in everything if place not in used]


def _ignored_by(finding: Finding, settings: CheckSettings) -> Iterable[Place]:
    for number, word in enumerate(settings.ignore):
        if finding.name in checks.named(word):
            yield ("check", "ignore", number)
    for number, exemption in enumerate(settings.exempt):
        if exemption.unit != finding.unit:
            continue
        if exemption.rule not in (None, finding.rule) or exemption.period not in (
            None,
            finding.period,
        ):
            continue
        for position, word in enumerate(exemption.ignore):
            if finding.name in checks.named(word):
                yield ("check", "exempt", number, "ignore", position)


def worse(findings: Sequence[Finding], baseline: Iterable[Finding]) -> list[Finding]:
    """The findings that the baseline does not have: told apart by what they say, not by line."""
    before = Counter(map(_identity, baseline))
    found = []
    for finding in findings:
        identity = _identity(finding)
        if before[identity] > 0:
            before[identity] -= 1
        else:
            found.append(finding)
    return found


def _identity(finding: Finding) -> tuple[str | None, ...]:
    said = "" if finding.name in BEFORE_BASELINE else finding.message
    return (finding.file, finding.name, finding.unit, finding.rule, finding.period, said)


def fails(findings: Iterable[Finding], fail_on: FailOn) -> bool:
    """Whether any of the findings fails the run; what is provisional never does."""
    if fail_on == "never":
        return False
    return any(
        not finding.provisional and (fail_on == "warning" or finding.severity is Severity.ERROR)
        for finding in findings
    )


def unknown_words(settings: CheckSettings) -> list[tuple[Place, str]]:
    """Each word of the settings that names no finding and no code, and where it stands."""
    words: list[tuple[Place, str]] = []
    for key, listed in (("select", settings.select), ("ignore", settings.ignore)):
        words += ((("check", key, n), word) for n, word in enumerate(listed))
    words += ((("check", "severity", word), word) for word in settings.severity)
    for number, exemption in enumerate(settings.exempt):
        here = ("check", "exempt", number, "ignore")
        words += (((*here, n), word) for n, word in enumerate(exemption.ignore))
    return [(place, word) for place, word in words if not checks.named(word)]


def no_such_check(word: str) -> str:
    """What to say of a word that names no finding."""
    return _("there is no finding {name}").format(name=repr(word))
