"""Each kind of step in words. A step that a cadence makes and this table lacks fails a test."""

from collections.abc import Iterator, Sequence
from datetime import date

from zuofeng_cli.cadence.scope import Step
from zuofeng_cli.days import ONE_DAY
from zuofeng_cli.language import N_, localized, long_date
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.rule import EVERY, nth_day, nth_working_day
from zuofeng_cli.render.wording import DURATIONS, duration
from zuofeng_cli.rulebook import Rulebook

ROLLS = {
    "none": N_("a due day that is not worked does not move"),
    "next-working-day": N_("a due day that is not worked moves to the next working day"),
    "previous-working-day": N_("a due day that is not worked moves to the working day before it"),
}

WORDS = {
    "period": N_("{every}, at least {at_least}: the period runs from {first} to {last}"),
    "period-end": N_("due on the last day of the period"),
    "days-after-end": N_("due {days} after the period ends"),
    "day-of-period": "{nth_day}",
    "working-day-of-period": "{nth_working_day}",
    "skip": N_("not worked"),
    "skips": N_("not worked through {last}: {count} days"),
    "festival": N_("{festival} itself"),
    "worked-festival": N_("no day off: the day itself counts as one"),
    "non-working-run": N_("the run of days off around it: {first} to {last}"),
    "opens-before-run": N_("opens {days} before the first day off"),
    "day-before-run": N_("due on the day before the first day off"),
    "days-after-run": N_("due {days} after the last day off"),
    "event": N_("event {id} ({event}): day 0"),
    "plus-days": N_("plus {days}"),
    "plus-weeks": N_("plus {weeks}"),
    "plus-months": N_("plus {months}"),
    "plus-working-days": N_("plus {working_days}"),
    "roll": N_("{roll}"),
    "own-deadline": N_("due on the deadline that the item itself carries"),
    "no-deadline": N_("the item carries no deadline yet"),
    "completion": N_("last done"),
    "first-completion": N_("first done; the next is counted from here"),
    "no-completion": N_("never done yet: there is nothing to count from"),
    "no-number": N_("the text gives no number, so no day is fixed"),
}


def worded(steps: Sequence[Step], book: Rulebook) -> Iterator[tuple[date | None, str]]:
    """Each step as the day it arrives at and why; consecutive days that are skipped are one."""
    for step in _joined(steps):
        facts: dict[str, object] = dict(step.facts)
        if "festival" in facts:
            facts["festival"] = localized(book.festivals[str(facts["festival"])].title)
        if "event" in facts:
            facts["event"] = localized(book.events[str(facts["event"])])
        if isinstance(count := facts.get("count"), int):
            facts |= {unit: duration(unit, count) for unit in DURATIONS}
            facts |= {"nth_day": nth_day(count), "nth_working_day": nth_working_day(count)}
        for name, words in (("every", EVERY), ("roll", ROLLS)):
            if name in facts:
                facts[name] = _(words[str(facts[name])])
        yield step.day, _(WORDS[step.name]).format(**facts)


def _joined(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, with each run of two or more consecutive skipped days made one step."""
    runs: list[list[Step]] = []
    for step in steps:
        last = runs[-1][-1] if runs else None
        if (
            last
            and last.day
            and last.name == step.name == "skip"
            and step.day == last.day + ONE_DAY
        ):
            runs[-1].append(step)
        else:
            runs.append([step])
    for run in runs:
        if len(run) > 1 and (last_day := run[-1].day):
            yield Step("skips", run[0].day, {"last": long_date(last_day), "count": len(run)})
        else:
            yield run[0]
