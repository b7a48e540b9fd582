"""A digest as headings and lines in the active language: what every format for a person shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from zuofeng_cli.digest import Change, Counts, Digest, Moved, UnitDigest
from zuofeng_cli.duty import Assessment
from zuofeng_cli.extension import LocalRule
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, long_date, ngettext
from zuofeng_cli.render.wording import (
    days_in_words,
    enumerated,
    legend,
    local_mark,
    marks,
    progress,
)
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.text import one_line

Tone = Literal["bad", "good", "plain"]


@dataclass(frozen=True, slots=True)
class Line:
    """One duty: what it is, and how it stands."""

    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading that says how many they are."""

    heading: str
    tone: Tone
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One unit: its name, how things stand, the numbers behind that, and its sections."""

    name: str
    standing: str
    counts: tuple[int, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole digest; `columns` head the counts of each part, `notes` explain the marks."""

    title: str
    subject: str
    days: str
    standing: str
    columns: tuple[str, ...]
    parts: tuple[Part, ...]
    changes: Section | None
    notes: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the week holds nothing to tell."""
        return self.changes is None and not any(part.sections for part in self.parts)


def outline(digest: Digest) -> Outline:
    """The digest in words; every string is one line, free of control characters."""
    count = len(digest.units)
    names = ngettext("{n} unit", "{n} units", count).format(n=count)
    if count == 1:
        names = localized(digest.units[0].unit.name)
    overdue = digest.counts.overdue
    subject = _("{names}: weekly digest {week}, overdue {n}")
    if not overdue:
        subject = _("{names}: weekly digest {week}, nothing overdue")
    first, last = long_date(digest.period.first), long_date(digest.period.last)
    duties = [a.duty for unit in digest.units for a in unit.assessments]
    return Outline(
        title=one_line(_("{names}: weekly digest {week}").format(names=names, week=digest.week)),
        subject=one_line(subject.format(names=names, week=digest.week, n=overdue)),
        days=_("{first} to {last}, as of {today}").format(
            first=first, last=last, today=long_date(digest.today)
        ),
        standing=standing(digest.counts),
        columns=(_("Overdue"), _("New"), _("Done"), _("This week"), _("Coming")),
        parts=tuple(_part(unit, digest) for unit in digest.units),
        changes=_changes(digest.changes),
        notes=tuple(legend(duties)),
    )


def standing(counts: Counts) -> str:
    """How things stand, in a line."""
    overdue = _("{n} overdue ({new} new)").format(n=counts.overdue, new=counts.new)
    parts = [
        overdue if counts.overdue else _("Nothing overdue"),
        _("{n} done this week").format(n=counts.done),
        _("{n} due this week").format(n=counts.due),
        _("{n} coming in 30 days").format(n=counts.coming),
    ]
    if counts.baseline:
        parts.append(_("{n} never done yet").format(n=counts.baseline))
    return enumerated(parts)


def _part(unit: UnitDigest, digest: Digest) -> Part:
    counts = unit.counts
    sections = (
        _section(_("Newly overdue"), "bad", (_by_due(a, digest) for a in unit.newly_overdue)),
        _section(_("Still overdue"), "bad", (_by_due(a, digest) for a in unit.still_overdue)),
        _section(_("Done this week"), "good", (_done(a) for a in unit.done)),
        _section(_("Due this week"), "plain", (_by_due(a, digest) for a in unit.due)),
        _section(_("Coming in 30 days"), "plain", (_by_due(a, digest) for a in unit.coming)),
        _section(
            _("Around holidays"), "plain", (_window(a, digest.today) for a in unit.checkpoints)
        ),
        _section(_("Moved by a holiday notice"), "plain", (_moved(each) for each in unit.moved)),
    )
    return Part(
        one_line(localized(unit.unit.name)),
        standing(counts),
        (counts.overdue, counts.new, counts.done, counts.due, counts.coming),
        tuple(section for section in sections if section.lines),
    )


def _section(heading: str, tone: Tone, lines: Iterable[Line]) -> Section:
    found = tuple(lines)
    count = _("{status} ({n})").format(status=heading, n=len(found))
    return Section(count, tone, found)


def _line(assessment: Assessment, *details: str) -> Line:
    duty = assessment.duty
    title = _("{title} ({period})").format(title=localized(duty.rule.title), period=duty.period)
    return Line(one_line(title), one_line(" · ".join(filter(None, (*details, duty.rule.clause)))))


def _by_due(assessment: Assessment, digest: Digest) -> Line:
    duty = assessment.duty
    assert duty.due is not None
    book: Rulebook = digest.books[duty.rule.id]
    return _line(
        assessment,
        f"{long_date(duty.due)}{marks(duty)}",
        days_in_words(assessment),
        progress(assessment, book),
    )


def _done(assessment: Assessment) -> Line:
    due, done = assessment.duty.due, assessment.done
    assert done is not None
    late = (done - due).days if due else 0
    when = _("done {day}").format(day=long_date(done)) + local_mark(assessment.duty)
    if due is None:
        return _line(assessment, when)
    if late <= 0:
        return _line(assessment, when, _("in time"))
    return _line(assessment, when, ngettext("{n} day late", "{n} days late", late).format(n=late))


def _window(assessment: Assessment, today: date) -> Line:
    duty = assessment.duty
    left = (duty.opens - today).days if duty.opens else 0
    state = ngettext("opens in {n} day", "opens in {n} days", left).format(n=left)
    if left <= 0:
        state = days_in_words(assessment)
    return _line(assessment, f"{_days(duty.opens, duty.due)}{marks(duty)}", state)


def _moved(moved: Moved) -> Line:
    duty = moved.assessment.duty
    before = _("was {days}").format(days=_days(moved.before.opens, moved.before.due))
    return _line(
        moved.assessment,
        f"{_days(duty.opens, duty.due)}{marks(duty)}",
        before,
        moved.notice.number,
    )


def _days(first: date | None, last: date | None) -> str:
    return " – ".join(long_date(day) for day in (first, last) if day is not None)


def _changes(changes: Iterable[Change]) -> Section | None:
    words = {
        "adopted": _("adopted {day}"),
        "begins": _("in force from {day}"),
        "ends": _("in force until {day}"),
    }
    lines = []
    for change in changes:
        dated = change.rule or change.book
        place = [change.rule.clause] if change.rule else []
        if isinstance(change.rule, LocalRule):
            place.append(localized(change.rule.origin))
        detail = " · ".join([words[change.what].format(day=long_date(change.day)), *place])
        lines.append(Line(one_line(localized(dated.title)), one_line(detail)))
    return _section(_("Rulebook"), "plain", lines) if lines else None
