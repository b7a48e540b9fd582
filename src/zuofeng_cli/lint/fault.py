"""A fault of a rulebook, and the case that the search for faults is given."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from zuofeng_cli.days import Calendar
from zuofeng_cli.language import gettext as _
from zuofeng_cli.near import near_or_all
from zuofeng_cli.rulebook import Rulebook

Place = tuple[str | int, ...]
"""The way to a value in the file: keys, and positions from 0, from the top."""

TABLES = ("kinds", "levels", "recipients", "evidence", "events", "festivals")
"""Where a rulebook declares its words."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a rulebook gets wrong: where, what, the mend.

    `name` and `code` say which kind of fault it is, and `is_unusable` whether the rulebook cannot
    be used for it.
    """

    place: Place
    message: str
    hint: str = ""
    name: str = ""
    code: str = ""
    is_unusable: bool = False

    def of(self, name: str, code: str, *, is_unusable: bool) -> "Fault":
        """The fault as one of this kind."""
        return replace(self, name=name, code=code, is_unusable=is_unusable)


@dataclass(frozen=True, slots=True)
class Case:
    """A rulebook as its file has it; the one beneath it, if it extends one; its calendar.

    Only what the file itself says is judged, against its own words and those beneath.
    """

    book: Rulebook
    base: Rulebook | None = None
    calendar: Calendar | None = None

    def words(self, table: str) -> Mapping[str, Any]:
        """What the rulebook and its base declare in the table of this name."""
        beneath = getattr(self.base, table) if self.base else {}
        return {**beneath, **getattr(self.book, table)}

    @property
    def rule_ids(self) -> list[str]:
        """The ids of all rules, the base's first."""
        return [rule.id for book in (self.base, self.book) if book for rule in book.rules]


def undeclared(
    words: Iterable[str], known: Collection[str], place: Place, what: str
) -> Iterator[Fault]:
    """A fault for each word that is not among the known ones; `what` names their kind."""
    for word in words:
        if word not in known:
            message = _("{what} {word} is not declared").format(what=what, word=repr(word))
            yield Fault(place, message, near_or_all(word, known))
