"""A local rulebook laid over the one that it extends.

What it adds and changes holds for the periods that begin while it is in force; before and after
them the text's own version does, so that no period that has closed is written anew.
"""

from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from zuofeng_cli.cadence import Cadence, Holiday
from zuofeng_cli.days import ONE_DAY
from zuofeng_cli.rule import Reading, Rule, Version
from zuofeng_cli.rulebook import Adjustment, Rulebook
from zuofeng_cli.text import Text


class LocalRule(Rule):
    """A rule that a local rulebook made or changed.

    `origin` is that rulebook's title and `origin_clause` its own clause. `base` is the rule as the
    text has it, None where it is all local; `since` and `before` bound the days on which a period
    must begin to fall under the local version.
    """

    origin: Text
    origin_clause: str = ""
    base: Rule | None = None
    since: date
    before: date | None = None

    @property
    def is_local(self) -> bool:  # noqa: D102 - as in the base class
        return True

    @property
    def versions(self) -> tuple[Version, ...]:  # noqa: D102
        own = Version(self, self.since, self.before)
        if self.base is None:
            return (own,)
        earlier = [Version(v.rule, v.since, _earliest(v.before, self.since)) for v in self._text]
        later = [Version(v.rule, self.before, v.before) for v in self._text if self.before]
        return (*earlier, own, *later)

    @property
    def _text(self) -> tuple[Version, ...]:
        return self.base.versions if self.base else ()


def lay(base: Rulebook, local: Rulebook) -> Rulebook:
    """The base with what the local rulebook adds and changes; the local one is free of faults."""
    adjustments = {adjustment.rule: adjustment for adjustment in local.adjustments}
    words = {
        table: {**getattr(base, table), **getattr(local, table)}
        for table in ("kinds", "levels", "recipients", "evidence", "events", "festivals")
    }
    rules = [
        adjusted(rule, adjustments[rule.id], local) if rule.id in adjustments else rule
        for rule in base.rules
    ]
    rules += [_marked(rule, local, base=None, clause=rule.clause) for rule in local.rules]
    return base.model_copy(update={**words, "rules": tuple(rules)})


def adjusted(rule: Rule, adjustment: Adjustment, local: Rulebook) -> LocalRule:
    """The rule as the local rulebook changes it.

    Raises pydantic's `ValidationError` where the keys of the adjustment make no cadence.
    """
    readings = tuple(_chosen(each, adjustment.readings.get(each.id)) for each in rule.readings)
    update: dict[str, Any] = {"readings": readings, "note": adjustment.note or rule.note}
    if adjustment.cadence or adjustment.festivals:
        before = chosen_cadence(rule, adjustment)
        after = changed_cadence(rule, adjustment)
        if not before.gives_dates:  # whatever fixes one now, the text does not
            update["assumed"] = tuple(adjustment.cadence.keys() - {"kind"}) or ("kind",)
        update["cadence"] = after
        update["readings"] = tuple(_settled(each, adjustment.festivals) for each in readings)
    return _marked(rule.model_copy(update=update), local, base=rule, clause=adjustment.clause)


def chosen_cadence(rule: Rule, adjustment: Adjustment) -> Cadence:
    """The cadence that the text gives the rule under the readings that the adjustment chooses."""
    return rule.cadence_under(adjustment.readings)


def changed_cadence(rule: Rule, adjustment: Adjustment) -> Cadence:
    """The rule's cadence with the keys that the adjustment gives; raises `ValidationError`."""
    given = adjustment.cadence
    if "kind" not in given:
        given = chosen_cadence(rule, adjustment).model_dump(exclude_none=True) | given
    return _with_festivals(_cadences().validate_python(given), adjustment.festivals)


@cache
def _cadences() -> TypeAdapter[Cadence]:
    return TypeAdapter(Cadence)


def _chosen(reading: Reading, option: str | None) -> Reading:
    if option is None or option == reading.chosen:
        return reading
    return reading.model_copy(update={"chosen": option, "basis": "assumed"})


def _settled(reading: Reading, festivals: tuple[str, ...]) -> Reading:
    """The reading of a rule whose cadence has its answer in it already."""
    options = {
        name: option.model_copy(
            update={
                "cadence": None
                if name == reading.chosen or option.cadence is None
                else _with_festivals(option.cadence, festivals)
            }
        )
        for name, option in reading.options.items()
    }
    return reading.model_copy(update={"options": options})


def _with_festivals(cadence: Cadence, festivals: tuple[str, ...]) -> Cadence:
    if not isinstance(cadence, Holiday):
        return cadence
    return cadence.model_copy(
        update={"festivals": tuple(dict.fromkeys((*cadence.festivals, *festivals)))}
    )


def _marked(rule: Rule, local: Rulebook, *, base: Rule | None, clause: str) -> LocalRule:
    until = local.in_force_until
    return LocalRule.model_construct(
        **{name: getattr(rule, name) for name in Rule.model_fields},
        origin=local.title,
        origin_clause=clause,
        base=base,
        since=local.in_force_from,
        before=until + ONE_DAY if until else None,
    )


def _earliest(day: date | None, other: date) -> date:
    return min(day, other) if day else other
