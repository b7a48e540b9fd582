"""A local rulebook makes a rule less strict than the text does.

It may add, and it may tighten: a shorter period, an earlier day, more acts, more festivals. What
the text itself leaves open (a reading, or a parameter that the rule marks as assumed) it may
settle as it likes. Judged by the days that both give: in each period of the text, as many acts
must be owed by as early a day.

Fails: `cadence = { every = "half-year" }` for a rule that the text fixes at each quarter
Passes: `cadence = { every = "month" }` for the same
"""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel, ValidationError

from zuofeng_cli.cadence import Cadence, Period, Undated
from zuofeng_cli.cadence.scope import Scope, Window
from zuofeng_cli.days import ONE_DAY, Calendar, Span
from zuofeng_cli.extension import changed_cadence, chosen_cadence
from zuofeng_cli.language import gettext as _
from zuofeng_cli.lint.fault import Case, Fault
from zuofeng_cli.log import Event
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Adjustment, Rulebook
from zuofeng_cli.text import in_language

CODE = "R107"

YEARS = 2
"""How many years of days are compared."""


def check(case: Case) -> Iterator[Fault]:
    """A fault for each adjustment that loosens, with both clauses and a day that shows it."""
    for number, adjustment in enumerate(case.book.adjustments):
        rule = case.base.rule(adjustment.rule) if case.base else None
        if case.base is None or rule is None or not (adjustment.cadence or adjustment.festivals):
            continue
        try:
            after = changed_cadence(rule, adjustment)
        except ValidationError:  # a fault already, of another kind
            continue
        before = _free(rule, chosen_cadence(rule, adjustment), after)
        start = max(case.base.in_force_from, case.book.in_force_from)
        shown = _looser(before, after, _scope(case, before, start), start)
        if shown is not None:
            message = _(
                "it loosens what the text fixes. {base}, clause {clause}: {before}. "
                "{local}, clause {own}: {after}. For {period} the text gives {due}"
            ).format(
                base=_title(case.base),
                clause=rule.clause,
                before=_keys(before),
                local=_title(case.book),
                own=adjustment.clause or "-",
                after=_keys(after),
                period=shown.period,
                due=shown.due,
            )
            hint = _("keep to the text or be stricter: as many acts, by as early a day")
            yield Fault(("adjust", number, *_key(adjustment)), message, hint)


def _free(rule: Rule, before: Cadence, after: Cadence) -> Cadence:
    """The text's cadence, with what the text does not fix as the local rulebook has it."""
    if before.kind != after.kind:
        return before
    return before.model_copy(update={name: getattr(after, name) for name in rule.assumed})


def _looser(before: Cadence, after: Cadence, scope: Scope, start: date) -> Window | None:
    """The first window of `before` in which `after` does not owe as many acts by as early a day."""
    if isinstance(before, Undated):
        return None
    span = Span(start, date(start.year + YEARS, start.month, 1))
    stricter = list(after.windows(scope, Span(span.start, span.end + timedelta(days=366))))
    by_period = {window.period: [window] for window in stricter}
    opens = [window.opens or date.min for window in stricter]
    for window in before.windows(scope, span):
        if window.begins is not None and window.begins < start:
            continue
        candidates = by_period.get(window.period, [])
        if isinstance(before, Period) and window.opens and window.due:  # of whatever length
            first, end = bisect_left(opens, window.opens), bisect_right(opens, window.due)
            candidates = stricter[first:end]
        if after.at_least * sum(_inside(each, window) for each in candidates) < before.at_least:
            return window
    return None


def _inside(inner: Window, outer: Window) -> bool:
    opens_late = outer.opens is None or (inner.opens is not None and inner.opens >= outer.opens)
    return opens_late and (outer.due is None or (inner.due is not None and inner.due <= outer.due))


def _scope(case: Case, before: Cadence, start: date) -> Scope:
    """What both look at: one event of each kind on every day, and an act on every day."""
    days = [start + n * ONE_DAY for n in range(YEARS * 366)]
    events = tuple(
        Event(id=f"{kind}-{day}", type=kind, date=day, due=day + ONE_DAY)
        for kind in before.events
        for day in days
    )
    calendar = case.calendar or Calendar.weekends()
    return Scope(calendar, case.words("festivals"), events, tuple(days))


def _title(book: Rulebook) -> str:
    return in_language(book.title, "zh", "en")


def _key(adjustment: Adjustment) -> tuple[str, ...]:
    return ("cadence",) if adjustment.cadence else ("festivals",)


def _keys(cadence: BaseModel) -> str:
    """The cadence as its keys stand in a file, without those left at their default."""
    given = cadence.model_dump(exclude_none=True, exclude_defaults=True)
    return ", ".join(f"{key} = {_toml(value)}" for key, value in given.items())


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)
