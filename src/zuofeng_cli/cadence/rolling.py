"""The `rolling` cadence: again within so long of the last time it was done."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from zuofeng_cli.cadence.scope import CadenceModel, Scope, Step, Window
from zuofeng_cli.days import ONE_DAY, Span, add_months
from zuofeng_cli.language import N_
from zuofeng_cli.model import exactly_one

BASELINE = "baseline"
"""The period of a duty that was never done: nothing to count from yet."""


class Rolling(CadenceModel):
    """Within `days`, `weeks` or `months` of the last completion; exactly one key.

    Each completion makes the next duty, labelled with the completion's date, open from the day
    after it. A unit that never did it owes a baseline, which has no due day.
    """

    kind: Literal["rolling"]
    """Again within so long of the last time it was done. Example: `kind = "rolling"`"""
    at_least: Literal[1] = 1
    """One act, from which the next is counted. Example: `at_least = 1`"""
    days: Annotated[int, Field(ge=1, le=3660)] | None = None
    """Calendar days. Example: `days = 90`"""
    weeks: Annotated[int, Field(ge=1, le=520)] | None = None
    """Weeks. Example: `weeks = 6`"""
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    """Months; a day that the month lacks is its last. Example: `months = 3`"""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        exactly_one(self, "days", "weeks", "months")
        return self

    @property
    def is_fixed(self) -> bool:  # noqa: D102
        return False

    @property
    def expects(self) -> str:  # noqa: D102 - as in the base class
        return N_("the date of the completion before it, 2026-03-18, or baseline")

    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:  # noqa: D102
        if not scope.completions:
            yield _BASELINE_WINDOW
        for day in scope.completions:
            window = self._window(day)
            if window.touches(span):
                yield window

    def find(self, period: str, scope: Scope) -> Window | None:  # noqa: D102
        if period == BASELINE:
            return _BASELINE_WINDOW
        return next((self._window(d) for d in scope.completions if d.isoformat() == period), None)

    def serving(self, day: date, scope: Scope) -> list[Window]:
        """The duty that the completion before `day` made, however late; else the baseline."""
        before = [done for done in scope.completions if done < day]
        return [self._window(before[-1]) if before else _BASELINE_WINDOW]

    def counterpart(self, window: Window, scope: Scope) -> Window | None:
        """Counted from the last completion before `window` opened."""
        before = [day for day in scope.completions if window.opens and day < window.opens]
        return self._window(before[-1]) if before else None

    def steps(self, window: Window, scope: Scope) -> list[Step]:  # noqa: D102
        if window.due is None or window.opens is None:
            first = [Step("first-completion", day) for day in scope.completions[:1]]
            return first or [Step("no-completion")]
        name, count = next(
            (name, n)
            for name, n in (("days", self.days), ("weeks", self.weeks), ("months", self.months))
            if n is not None
        )
        done = window.opens - ONE_DAY
        return [Step("completion", done), Step(f"plus-{name}", window.due, {"count": count})]

    def _window(self, done: date) -> Window:
        if self.months is not None:
            due = add_months(done, self.months)
        else:
            due = done + timedelta(days=self.days or 0, weeks=self.weeks or 0)
        # Held against in-force dates by its due day: what was done before the rule still counts.
        return Window(done.isoformat(), done + ONE_DAY, due, due, due)


_BASELINE_WINDOW = Window(BASELINE, None, None, None, None, without="baseline")
