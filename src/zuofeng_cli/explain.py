"""Why a duty has its date: the derivation from clause to day, as data."""

from dataclasses import dataclass
from datetime import date

from zuofeng_cli.cadence.scope import Step
from zuofeng_cli.days import CalendarYear, Notice
from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.rule import Bearer, Option, Reading, Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading as it holds for a unit: the option chosen, by whom, and each option's due day."""

    reading: Reading
    chosen: str
    by_unit: bool
    due: dict[str, date | None]

    @property
    def option(self) -> Option:
        """The option that holds."""
        return self.reading.options[self.chosen]


@dataclass(frozen=True, slots=True)
class Fact:
    """What the calendar of a year says, and the documents that fix the days the duty rests on."""

    year: CalendarYear
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """Everything a duty's dates rest on, in the order it is argued."""

    book: Rulebook
    assessment: Assessment
    bearers: tuple[Bearer, ...]
    choices: tuple[Choice, ...]
    steps: tuple[Step, ...]
    facts: tuple[Fact, ...]

    @property
    def duty(self) -> Duty:
        """The duty explained."""
        return self.assessment.duty


def derive(book: Rulebook, assessment: Assessment) -> Derivation:
    """The derivation of a duty from its clause to its due day."""
    duty = assessment.duty
    return Derivation(
        book,
        assessment,
        tuple(b for b in duty.rule.owed_by if b.kind in duty.unit.kinds),
        tuple(_choice(duty, reading) for reading in duty.rule.readings),
        tuple(duty.cadence.steps(duty.window, duty.scope)),
        _facts(duty),
    )


def chosen(unit: Unit, reading: Reading) -> str:
    """The option of a reading that holds for a unit: its own, else the rulebook's."""
    return unit.readings.get(reading.id, reading.chosen)


@dataclass(frozen=True, slots=True)
class RuleCard:
    """A rule, its readings, and what it makes for the units at hand."""

    book: Rulebook
    rule: Rule
    assessments: tuple[Assessment, ...]


def due_if(duty: Duty, reading: Reading, name: str) -> date | None:
    """The due day if this option of the reading were chosen; None where it gives none."""
    cadence = reading.options[name].cadence
    if name == chosen(duty.unit, reading) or cadence == duty.cadence:
        return duty.due
    if cadence is None:
        cadence = duty.rule.cadence_under({**duty.unit.readings, reading.id: name})
    return duty.due if cadence == duty.cadence else duty.due_under(cadence)


def _choice(duty: Duty, reading: Reading) -> Choice:
    due = {name: due_if(duty, reading, name) for name in reading.options}
    return Choice(reading, chosen(duty.unit, reading), reading.id in duty.unit.readings, due)


def _facts(duty: Duty) -> tuple[Fact, ...]:
    rests_on = duty.window.rests_on
    if rests_on is None:
        return ()
    found = []
    for year in range(rests_on.first.year, rests_on.last.year + 1):
        table = duty.scope.calendar.year(year)
        days = [day for day in rests_on.days() if day.year == year]
        notices = dict.fromkeys(n for day in days if (n := table.notice(day)) is not None)
        found.append(Fact(table, tuple(notices)))
    return tuple(found)
