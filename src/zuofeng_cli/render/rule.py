"""How a person is told about a rule: who owes it, and how often."""

from collections.abc import Iterable, Iterator

from zuofeng_cli.cadence import Cadence, Event, Holiday, Period, Rolling
from zuofeng_cli.cadence.event import Within
from zuofeng_cli.cadence.period import PeriodDue
from zuofeng_cli.language import N_, localized
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.wording import DURATIONS, duration, enumerated
from zuofeng_cli.rule import Bearer
from zuofeng_cli.rulebook import Rulebook

EVERY = {
    "day": N_("each day"),
    "week": N_("each week"),
    "month": N_("each month"),
    "quarter": N_("each quarter"),
    "half-year": N_("each half-year"),
    "year": N_("each year"),
}

PACES = {
    "standing": N_("no number in the text"),
    "regular": N_("regularly, without a number in the text"),
    "prompt": N_("promptly, without a number in the text"),
}

PARTS = {
    "kind": N_("how it recurs"),
    "every": N_("how often"),
    "at_least": N_("how many times"),
    "due": N_("the due day"),
    "festivals": N_("which holidays"),
    "days_before": N_("how many days before"),
    "days_after": N_("how many days after"),
    "within": N_("within how long"),
    "days": N_("how many days"),
    "weeks": N_("how many weeks"),
    "months": N_("how many months"),
    "roll": N_("whether a day off moves it"),
}


def bearers_in_words(book: Rulebook, bearers: Iterable[Bearer]) -> str:
    """The kinds of units that owe a rule, each with the level where the rule names one."""
    return enumerated(_bearer(book, bearer) for bearer in bearers)


def cadence_in_words(book: Rulebook, cadence: Cadence) -> str:
    """How often, or after what."""
    if isinstance(cadence, Period):
        words = _("{every}, at least {at_least}").format(
            every=_(EVERY[cadence.every]), at_least=cadence.at_least
        )
        return enumerated([words, *_due(cadence.due)])
    if isinstance(cadence, Holiday):
        names = enumerated(localized(book.festivals[name].title) for name in cadence.festivals)
        phase = _("before {names}") if cadence.phase == "before" else _("around {names}")
        return phase.format(names=names)
    if isinstance(cadence, Event):
        event = localized(book.events[cadence.event])
        if cadence.due:
            return _("by the deadline that each item carries: {event}").format(event=event)
        if cadence.within is None:
            return _("after each event: {event}").format(event=event)
        time = _duration(cadence.within)
        return _("within {time} of each event: {event}").format(time=time, event=event)
    if isinstance(cadence, Rolling):
        return _("within {time} of the last time").format(time=_duration(cadence))
    return _(PACES[cadence.pace])


def parts_in_words(keys: Iterable[str]) -> str:
    """What these keys of a cadence fix; a key that has no words is itself."""
    return enumerated(_(PARTS.get(key, key)) for key in keys)


def _due(given: PeriodDue | None) -> Iterator[str]:
    """Where in the period it falls due, if not on its last day."""
    if given is None:
        return
    if given.days_after_end is not None:
        days = duration("days", given.days_after_end)
        yield _("due {days} after the period ends").format(days=days)
    if given.day is not None:
        yield nth_day(given.day)
    if given.working_day is not None:
        yield nth_working_day(given.working_day)


def nth_day(count: int) -> str:
    """On which calendar day of its period a duty falls due; back from the end if negative."""
    if count == -1:
        return _("due on the last day of the period")
    if count < 0:
        text = _("due on calendar day {count} from the end of the period")
    else:
        text = _("due on calendar day {count} of the period")
    return text.format(count=abs(count))


def nth_working_day(count: int) -> str:
    """On which working day of its period a duty falls due; back from the end if negative."""
    if count == -1:
        return _("due on the last working day of the period")
    if count < 0:
        text = _("due on working day {count} from the end of the period")
    else:
        text = _("due on working day {count} of the period")
    return text.format(count=abs(count))


def _duration(given: Within | Rolling) -> str:
    """The one of its keys that is set, in words."""
    counts = ((unit, getattr(given, unit, None)) for unit in DURATIONS)
    return next(duration(unit, count) for unit, count in counts if count is not None)


def _bearer(book: Rulebook, bearer: Bearer) -> str:
    kind = localized(book.kinds[bearer.kind])
    if not bearer.level:
        return kind
    return _("{kind} ({level})").format(kind=kind, level=localized(book.levels[bearer.level]))
