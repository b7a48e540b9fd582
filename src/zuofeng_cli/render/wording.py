"""How a person is told about duties: statuses, days left, marks, in the active language."""

from collections.abc import Iterable

from zuofeng_cli.duty import Assessment, Duty, Status
from zuofeng_cli.language import gettext as _
from zuofeng_cli.language import localized, ngettext
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

ASSUMED = "*"
PROVISIONAL = "~"
LOCAL = "+"


def status_name(status: Status) -> str:
    """The status as a heading."""
    return {
        Status.OVERDUE: _("Overdue"),
        Status.DUE_SOON: _("Due soon"),
        Status.OPEN: _("Open"),
        Status.NEEDS_BASELINE: _("Needs a first time"),
        Status.UPCOMING: _("Upcoming"),
        Status.UNDATED: _("Without a date"),
        Status.DONE_LATE: _("Done late"),
        Status.DONE: _("Done"),
        Status.WAIVED: _("Waived"),
    }[status]


def days_in_words(assessment: Assessment) -> str:
    """How the due day lies to today: `in 5 days`, `today`, `12 days late`; else empty."""
    days = assessment.days_left
    late = assessment.duty.due and assessment.done and assessment.done - assessment.duty.due
    if assessment.done is not None:
        if late and late.days > 0:
            return ngettext("{n} day late", "{n} days late", late.days).format(n=late.days)
        return _("done {day}").format(day=assessment.done.isoformat())
    if days is None or assessment.status is Status.WAIVED:
        return ""
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    return ngettext("in {n} day", "in {n} days", days).format(n=days)


def standing(assessment: Assessment, book: Rulebook) -> str:
    """How the duty stands: `Overdue (12 days late)`, and what it still lacks."""
    text = status_name(assessment.status)
    settled = assessment.status in (Status.DONE, Status.WAIVED)
    if not settled and (days := days_in_words(assessment)):
        text = _("{status} ({n})").format(status=text, n=days)
    return "  ".join(filter(None, [text, progress(assessment, book)]))


def marks(duty: Duty) -> str:
    """What is to be known of a duty beside its date, which may be none.

    `*` where a reading or a default fixes the date, `~` where the calendar is projected, `+` where
    a local rulebook made or changed the rule.
    """
    assumed = ASSUMED if duty.due and duty.basis == "assumed" else ""
    provisional = PROVISIONAL if duty.calendar == "provisional" else ""
    return assumed + provisional + local_mark(duty)


def local_mark(duty: Duty) -> str:
    """`+` where a local rulebook made or changed the rule."""
    return LOCAL if duty.rule.is_local else ""


def legend(duties: list[Duty]) -> list[str]:
    """A line for each mark that stands on any of the duties."""
    lines = []
    if any(duty.due and duty.basis == "assumed" for duty in duties):
        lines.append(
            _("{mark} assumed: the text leaves this date open; a reading fixes it").format(
                mark=ASSUMED
            )
        )
    if any(duty.calendar == "provisional" for duty in duties):
        lines.append(
            _("{mark} provisional: the holiday notice for that year is not out yet").format(
                mark=PROVISIONAL
            )
        )
    if any(duty.rule.is_local for duty in duties):
        lines.append(local_legend())
    return lines


def local_legend() -> str:
    """What the mark of a local rule means."""
    return _("{mark} local: a rulebook of your own made or changed this rule").format(mark=LOCAL)


def progress(assessment: Assessment, book: Rulebook) -> str:
    """What is still missing of a duty that takes several acts or deliveries; else empty."""
    duty = assessment.duty
    parts = []
    if duty.required > 1:
        parts.append(f"{min(assessment.count, duty.required)}/{duty.required}")
    missing = [name for name in duty.rule.recipients if name not in assessment.delivered_to]
    if assessment.done is None and assessment.delivered_to and missing:
        names = enumerated(recipient(name, duty.unit, book) for name in missing)
        parts.append(_("not yet to: {names}").format(names=names))
    return "  ".join(parts)


def recipient(name: str, unit: Unit, book: Rulebook) -> str:
    """A recipient by the name the unit gives it, else by the rulebook's."""
    return localized(unit.recipients.get(name) or book.recipients.get(name, name))


def enumerated(names: Iterable[str]) -> str:
    """The names in a row, parted as the active language parts them."""
    return _(", ").join(names)


DURATIONS = ("days", "working_days", "weeks", "months")


def duration(unit: str, n: int) -> str:
    """So many of these units, as the word stands for them in a rulebook."""
    return {
        "days": ngettext("{n} calendar day", "{n} calendar days", n),
        "working_days": ngettext("{n} working day", "{n} working days", n),
        "weeks": ngettext("{n} week", "{n} weeks", n),
        "months": ngettext("{n} month", "{n} months", n),
    }[unit].format(n=n)
