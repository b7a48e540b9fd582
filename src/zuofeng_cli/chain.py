"""Chains: steps that follow one another after an event, and where a unit stands in each.

A rule names the step before it with `after`. Steps of one chain wait for the same kind of event; a
step with an event of its own, such as a referral, only follows where that happens.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from zuofeng_cli.assess import DUE_SOON_DAYS
from zuofeng_cli.days import ONE_DAY, Span
from zuofeng_cli.duty import Assessment, Status
from zuofeng_cli.expand import Books
from zuofeng_cli.ledger import ledger
from zuofeng_cli.log import Event, Log
from zuofeng_cli.rule import Rule
from zuofeng_cli.rulebook import Rulebook
from zuofeng_cli.unit import Unit

SETTLED = (Status.DONE, Status.DONE_LATE, Status.WAIVED)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how deep below the first, how its duty stands, and what it waits for.

    `assessment` is None where the step has an event of its own that it waits for: `awaits` is then
    the kind of that event. Else `awaits` is the id of the rule before it that is not done yet.
    """

    rule: Rule
    depth: int
    assessment: Assessment | None
    awaits: str | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is to be done about it any more."""
        return self.assessment is not None and self.assessment.status in SETTLED


@dataclass(frozen=True, slots=True)
class Chain:
    """What one event set off for a unit, step by step in the order of the rulebook."""

    book: Rulebook
    unit: Unit
    event: Event
    steps: tuple[Step, ...]

    def step(self, key: str) -> Step | None:
        """The step of the duty with this key."""
        for step in self.steps:
            if step.assessment and step.assessment.duty.key == key:
                return step
        return None


def line(book: Rulebook, rule: Rule) -> tuple[tuple[Rule, int], ...]:
    """The whole chain of rules that this one is part of, each with its depth; alone, just it."""
    first, seen = rule, {rule.id}
    while first.after and (before := book.rule(first.after)) and before.id not in seen:
        seen.add(before.id)
        first = before
    return tuple(_below(book, first))


def chains(
    books: Books, unit: Unit, log: Log, today: date, due_soon_days: int = DUE_SOON_DAYS
) -> tuple[Chain, ...]:
    """Every chain that an event logged up to `today` set off for the unit, in the log's order."""
    linked = [(_linked(book), calendar) for book, calendar in books] if log.events else []
    begun = [
        (event, book, first)
        for event in log.events
        for book, _calendar in linked
        for first in _firsts(book)
        if event.date <= today and event.type in first.cadence_under(unit.readings).events
    ]
    if not begun:
        return ()
    span = Span(unit.tracked_from, date.max - ONE_DAY)
    found = ledger(linked, unit, log, today, span, due_soon_days).assessments
    by_place = {(a.duty.rule.id, a.duty.period): a for a in found}
    found_chains = (_chain(book, unit, event, first, by_place) for event, book, first in begun)
    return tuple(chain for chain in found_chains if chain is not None)


def _chain(
    book: Rulebook,
    unit: Unit,
    event: Event,
    first: Rule,
    found: Mapping[tuple[str, str], Assessment],
) -> Chain | None:
    steps: dict[str, Step] = {}
    for rule, depth in _below(book, first):
        assessment = found.get((rule.id, event.id))
        before = steps.get(rule.after or "")
        awaits = before.rule.id if before and not before.is_settled else None
        kinds = rule.cadence_under(unit.readings).events
        if assessment is not None:
            steps[rule.id] = Step(rule, depth, assessment, awaits)
        elif event.type not in kinds and before is not None:
            steps[rule.id] = Step(rule, depth, None, next(iter(kinds), None))
    return Chain(book, unit, event, tuple(steps.values())) if len(steps) > 1 else None


def _below(book: Rulebook, rule: Rule, depth: int = 0) -> Iterator[tuple[Rule, int]]:
    yield rule, depth
    for other in book.rules:
        if other.after == rule.id:
            yield from _below(book, other, depth + 1)


def _linked(book: Rulebook) -> Rulebook:
    """The rulebook with only the rules that stand in a chain."""
    before = {rule.after for rule in book.rules if rule.after}
    rules = tuple(rule for rule in book.rules if rule.after or rule.id in before)
    return book.model_copy(update={"rules": rules})


def _firsts(book: Rulebook) -> Iterator[Rule]:
    """The rules that a chain begins with: none before them waits for the same event."""
    for rule in book.rules:
        before = book.rule(rule.after) if rule.after else None
        if before is None or before.cadence.events != rule.cadence.events:
            yield rule
