"""The rules of some rulebooks, cut to what was asked for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rules to list; what is None or empty narrows nothing.

    `clause` is the beginning of a clause number; `kind` a kind of unit that owes the rule;
    `cadence` a kind of cadence; `bearer` whether the text names who owes it.
    """

    clause: str = ""
    kind: str | None = None
    cadence: str | None = None
    bearer: Literal["stated", "inferred"] | None = None

    def takes(self, rule: Rule) -> bool:
        """Whether the rule is to be listed."""
        return (
            rule.clause.startswith(self.clause)
            and (self.kind is None or any(b.kind == self.kind for b in rule.owed_by))
            and self.cadence in (None, rule.cadence.kind)
            and self.bearer in (None, rule.bearer_basis)
        )


def catalogue(books: Iterable[Rulebook], wanted: Filter) -> Iterator[tuple[Rulebook, Rule]]:
    """The rules that are wanted, in the order of the rulebooks."""
    for book in books:
        for rule in book.rules:
            if wanted.takes(rule):
                yield book, rule
