"""One week of some units: what went wrong, what was done, what comes, and what has changed.

A function of rulebooks, logs, calendars, the week and the day: nothing is remembered between two
digests, so "new" means that it happened in the week.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from zuofeng_cli.cadence import Holiday
from zuofeng_cli.cadence.scope import Window
from zuofeng_cli.days import ONE_DAY, BeyondCalendarError, Calendar, CalendarYear, Notice, Run, Span
from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.expand import Books, owes, touching
from zuofeng_cli.ledger import Ledger, ledger
from zuofeng_cli.log import Log
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

AHEAD = timedelta(days=30)
"""How far beyond its week a digest looks, in calendar days."""

OPEN = frozenset({Status.DUE_SOON, Status.OPEN, Status.UPCOMING})
DONE = frozenset({Status.DONE, Status.DONE_LATE})


What = Literal["adopted", "begins", "ends"]

Foreseen = Callable[[str, int], CalendarYear | None]
"""The year of a country, by ISO 3166 code and number, as it was projected before its notice."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A duty whose window is another now that `notice` fixes the days off; `before` it was this."""

    assessment: Assessment
    before: Window
    notice: Notice


@dataclass(frozen=True, slots=True)
class Change:
    """A rulebook, or one of its rules, that was adopted, begins, or holds for the last time."""

    book: Rulebook
    rule: Rule | None
    what: What
    day: date


@dataclass(frozen=True, slots=True)
class Counts:
    """How many duties stand in each part of a digest; `new` ones are among the `overdue`."""

    overdue: int = 0
    new: int = 0
    done: int = 0
    due: int = 0
    coming: int = 0
    baseline: int = 0

    def __add__(self, other: Self) -> "Counts":
        """The counts of both together."""
        return Counts(
            self.overdue + other.overdue,
            self.new + other.new,
            self.done + other.done,
            self.due + other.due,
            self.coming + other.coming,
            self.baseline + other.baseline,
        )


@dataclass(frozen=True, slots=True)
class UnitDigest:
    """One unit's week; every part is in order of due day.

    `newly_overdue` fell due from the day before the week on and is still not done;
    `still_overdue` did so earlier. `done` was completed in the week, whenever it was due. `due`
    falls due in the week, `coming` in the 30 days after it. `checkpoints` are the duties around
    holidays whose window opens by then, and stand in no other part but `due`. `baseline` is the
    number of duties that were never done and have no date until they are.
    """

    unit: Unit
    newly_overdue: tuple[Assessment, ...] = ()
    still_overdue: tuple[Assessment, ...] = ()
    done: tuple[Assessment, ...] = ()
    due: tuple[Assessment, ...] = ()
    coming: tuple[Assessment, ...] = ()
    checkpoints: tuple[Assessment, ...] = ()
    moved: tuple[Moved, ...] = ()
    baseline: int = 0

    @property
    def counts(self) -> Counts:
        """How much there is of each."""
        return Counts(
            overdue=len(self.newly_overdue) + len(self.still_overdue),
            new=len(self.newly_overdue),
            done=len(self.done),
            due=len(self.due),
            coming=len(self.coming) + len(self.checkpoints),
            baseline=self.baseline,
        )

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Every duty that is shown."""
        moved = tuple(each.assessment for each in self.moved)
        return (
            *self.newly_overdue, *self.still_overdue, *self.done, *self.due, *self.coming,
            *self.checkpoints, *moved,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Digest:
    """The week of some units, the worst first, as it stands at the end of `today`.

    `week` is the ISO week's label, `period` the closed range of days that is reported on,
    `rulebooks` the id and sha256 of each rulebook, and `books` the rulebook of each rule by its id.
    """

    week: str
    period: Run
    today: date
    rulebooks: tuple[tuple[str, str], ...]
    books: dict[str, Rulebook]
    units: tuple[UnitDigest, ...]
    changes: tuple[Change, ...]

    @property
    def counts(self) -> Counts:
        """The counts of all units together."""
        return sum((unit.counts for unit in self.units), Counts())


def as_of(period: Run, today: date) -> date:
    """The day a digest stands for: `today`, or the period's last day once it is over."""
    return min(today, period.last)


def span(unit: Unit, period: Run) -> Span:
    """The days a unit's ledger must cover for its digest: half-open."""
    return Span(unit.tracked_from, period.last + AHEAD + ONE_DAY)


def unit_digest(ledger: Ledger, moved: Iterable[Moved], period: Run) -> UnitDigest:
    """A unit's week, from its ledger as it stands on the digest's day."""
    found = sorted(
        ledger.assessments, key=lambda a: (a.duty.due or date.max, a.duty.rule.id, a.duty.period)
    )
    ahead = Run(period.last + ONE_DAY, period.last + AHEAD)
    overdue = [a for a in found if a.status is Status.OVERDUE]
    pending = [a for a in found if a.status in OPEN]
    later = [a for a in pending if a.duty.due and a.duty.due > period.last]
    return UnitDigest(
        ledger.unit,
        newly_overdue=tuple(a for a in overdue if _late_since(a) >= period.first),
        still_overdue=tuple(a for a in overdue if _late_since(a) < period.first),
        done=tuple(a for a in found if a.status in DONE and a.done and a.done in period),
        due=tuple(a for a in pending if a.duty.due and a.duty.due in period),
        coming=tuple(
            a for a in later if not _is_checkpoint(a) and a.duty.due and a.duty.due in ahead
        ),
        checkpoints=tuple(a for a in later if _is_checkpoint(a)),
        moved=tuple(moved),
        baseline=sum(a.status is Status.NEEDS_BASELINE for a in found),
    )


def worst_first(units: Iterable[UnitDigest]) -> tuple[UnitDigest, ...]:
    """The units by what is overdue, how much of it is new, and what is due; the rest by id."""

    def order(unit: UnitDigest) -> tuple[int, int, int, str]:
        counts = unit.counts
        return (-counts.overdue, -counts.new, -counts.due, unit.unit.id)

    return tuple(sorted(units, key=order))


def moved(
    books: Books, unit: Unit, log: Log, period: Run, today: date, foreseen: Foreseen
) -> tuple[Moved, ...]:
    """The duties still to do whose window was moved by a year's notice of this period.

    The dates before it are those that the year `foreseen` gives. An amendment of a notice is not
    told: nobody keeps what the days were before it.
    """
    found = [
        each
        for book, calendar in books
        for each in _moved(book, calendar, unit, log, period, today, foreseen)
    ]
    return tuple(sorted(found, key=lambda each: each.assessment.duty.due or date.max))


def _moved(
    book: Rulebook,
    calendar: Calendar,
    unit: Unit,
    log: Log,
    period: Run,
    today: date,
    foreseen: Foreseen,
) -> Iterator[Moved]:
    years = (period.last.year, period.last.year + 1)
    notices = {y: notice for y in years if (notice := _notice(calendar, y, period))}
    earlier = {y: table for y in notices if (table := foreseen(calendar.country, y))}
    if not earlier:
        return
    before = Calendar(calendar.country, lambda y: earlier.get(y) or calendar.year(y))
    # Windows around a festival at the end of the year reach into the next.
    reach = Span(today, date(max(earlier) + 1, 2, 1))
    was = {duty.key: duty.window for duty in touching(book, unit, before, log, reach)}
    for assessment in ledger([(book, calendar)], unit, log, today, reach).assessments:
        duty = assessment.duty
        window, rests_on = was.get(duty.key), duty.window.rests_on
        if window is None or rests_on is None or assessment.status not in OPEN:
            continue
        if (window.opens, window.due) != (duty.opens, duty.due):
            notice = notices.get(rests_on.last.year) or notices[max(notices)]
            yield Moved(assessment, window, notice)


def changes(books: Iterable[Rulebook], units: Sequence[Unit], period: Run) -> tuple[Change, ...]:
    """What begins or ends in the period among what the units owe, in order of day."""
    found: list[Change] = []

    def note(book: Rulebook, rule: Rule | None, what: What, day: date | None) -> None:
        change = Change(book, rule, what, day) if day is not None and day in period else None
        if change and change not in found:
            found.append(change)

    for book in books:
        note(book, None, "adopted", book.adopted)
        for rule in (None, *book.rules):
            if rule is None or any(owes(unit, rule) for unit in units):
                note(book, rule, "begins", (rule or book).in_force_from)
                note(book, rule, "ends", (rule or book).in_force_until)
                if rule is not None and rule.is_local:
                    local = next(each for each in rule.versions if each.rule is rule)
                    note(book, rule, "begins", local.since)
                    note(book, rule, "ends", local.before and local.before - ONE_DAY)
    return tuple(sorted(found, key=lambda change: change.day))


def _late_since(assessment: Assessment) -> date:
    assert assessment.duty.due is not None
    return assessment.duty.due + ONE_DAY


def _is_checkpoint(assessment: Assessment) -> bool:
    return isinstance(assessment.duty.cadence, Holiday)


def _notice(calendar: Calendar, year: int, period: Run) -> Notice | None:
    """The notice that made this year official, if it was published in the period."""
    try:
        table = calendar.year(year)
    except BeyondCalendarError:
        return None
    notice = table.notices[0] if table.notices else None
    return notice if notice and notice.published and notice.published in period else None
