"""The `undated` cadence: owed, but the text gives no number (定期, 及时, 常态化)."""

from collections.abc import Iterator
from typing import Literal

from zuofeng_cli.cadence.scope import CadenceModel, Scope, Step, Window
from zuofeng_cli.days import Span

STANDING = "standing"
"""The period of a duty without a number: there is one of it, and it never closes."""


class Undated(CadenceModel):
    """Never due and never overdue; `pace` repeats how the text puts it (regular, prompt, …)."""

    kind: Literal["undated"]
    """Owed, but the text gives no number. Example: `kind = "undated"`"""
    pace: Literal["standing", "regular", "prompt"] = "standing"
    """How the text puts it: `regular` (定期), `prompt` (及时), or neither.

    Example: `pace = "regular"`
    """

    @property
    def gives_dates(self) -> bool:  # noqa: D102 - as in the base class
        return False

    @property
    def expects(self) -> str:  # noqa: D102
        return STANDING

    def windows(self, scope: Scope, span: Span) -> Iterator[Window]:  # noqa: ARG002, D102
        yield _WINDOW

    def find(self, period: str, scope: Scope) -> Window | None:  # noqa: ARG002, D102
        return _WINDOW if period == STANDING else None

    def steps(self, window: Window, scope: Scope) -> list[Step]:  # noqa: ARG002, D102
        return [Step("no-number")]


_WINDOW = Window(STANDING, None, None, None, None, without="number")
