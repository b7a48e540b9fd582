"""When units are reminded: the workspace's own ladder, and the pace once a duty is overdue."""

from typing import Annotated, Literal

from pydantic import Field

from zuofeng_cli.model import FileModel
from zuofeng_cli.rule import Rule


class Ladder(FileModel):
    """`[remind]` of `zuofeng.toml`.

    `days_before` are calendar days before the due day, for rules that have no ladder of their own.
    `overdue`: every day from the day after the due day, or that day and every seventh after it.
    """

    days_before: tuple[Annotated[int, Field(ge=0, le=366)], ...] = (30, 7, 1)
    """Calendar days before the due day, for rules that have no ladder of their own."""
    overdue: Literal["daily", "weekly"] = "weekly"
    """Every day from the day after the due day, or that day and every seventh after it."""

    def before(self, rule: Rule) -> tuple[int, ...]:
        """The steps before the due day that hold for a rule: its own, else the workspace's."""
        return rule.remind.days_before if rule.remind else self.days_before

    def has_step(self, rule: Rule, days_left: int) -> bool:
        """Whether a reminder falls on the day with so many days left, below 0 after the due day."""
        if days_left >= 0:
            return days_left in self.before(rule)
        return self.overdue == "daily" or -days_left % 7 == 1
