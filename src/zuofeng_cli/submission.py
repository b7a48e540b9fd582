"""A log as it was submitted, with all it is held against: what every check looks at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from zuofeng_cli.duty import Assessment
from zuofeng_cli.expand import Binding, Books
from zuofeng_cli.finding import Place, Spot
from zuofeng_cli.history import History
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.log import Entry, Evidence, Log
from zuofeng_cli.place import Fault, Misplaced, Placed
from zuofeng_cli.rule import Rule
from zuofeng_cli.settings.check import CheckSettings
from zuofeng_cli.unit import Unit


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check finds: where, what is wrong, and the mend.

    `at` is the place of a value in the log, or a spot in its text. A `provisional` problem rests
    on days off that no notice has fixed yet: it is never more than a warning and fails no run.
    """

    at: Place | Spot
    message: str
    hint: str = ""
    rule: str | None = None
    period: str | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """What stands where an evidence file should; `sha256` of a file whose hash is claimed."""

    state: Literal["file", "missing", "not-a-file", "outside"]
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """One log, its text, and what it is held against on the day `today`.

    `unit` is the unit it is the log of and `ledger` its ledger up to that day; both are None where
    the workspace knows no such unit. `rules` are those of all the `books`, by their ids.
    `file_name` is given where the file lies among the logs, so that its name says whose it is.
    `attachments` tell of every evidence file by the path that the log gives.
    """

    log: Log
    text: str
    today: date
    unit: Unit | None
    units: tuple[str, ...]
    books: Books
    rules: Mapping[str, Rule]
    file_name: str | None = None
    ledger: Ledger | None = None
    attachments: Mapping[str, Attachment] = field(default_factory=dict)
    history: History | None = None
    settings: CheckSettings = field(default_factory=CheckSettings)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """What each entry counts for."""
        return self.ledger.placed if self.ledger else ()

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """How each duty that has come to matter stands."""
        return self.ledger.assessments if self.ledger else ()

    def misplaced(self, fault: Fault) -> Iterator[tuple[Misplaced, Binding]]:
        """The entries of rules that bind the unit and that count for nothing because of this."""
        for each in self.ledger.misplaced if self.ledger else ():
            if each.fault == fault and each.binding is not None:
                yield each, each.binding


def at_duty(index: int, entry: Entry, rule: str | None = None) -> Place:
    """The entry's `duty`; in a list of duties, the one that is `rule`."""
    position = entry.duty.index(rule) if rule in entry.duty else 0
    return ("entries", index, "duty", position)


def at_period(index: int, entry: Entry, period: str) -> Place:
    """The entry's `period`; in a list of periods, this one."""
    return ("entries", index, "period", entry.period.index(period))


def attached(submission: Submission) -> Iterator[tuple[Place, Evidence, Attachment]]:
    """Each evidence file that the log names: the place of its path, and what stands there."""
    for index, entry in enumerate(submission.log.entries):
        for position, evidence in enumerate(entry.evidence):
            if evidence.file:
                at = ("entries", index, "evidence", position, "file")
                yield at, evidence, submission.attachments[evidence.file]


def concerned(submission: Submission, problem: Problem) -> tuple[str | None, str | None]:
    """The rule and the period that a problem concerns; of an entry, the first rule it serves."""
    rule, period = problem.rule, problem.period
    if isinstance(problem.at, Spot) or problem.at[0] != "entries":
        return rule, period
    index = problem.at[1]
    served = [each for each in submission.placed if each.index == index]
    if rule is None and served:
        rule = served[0].rule.id
    periods = {each.window.period for each in served if each.rule.id == rule}
    return rule, period or (periods.pop() if len(periods) == 1 else None)
