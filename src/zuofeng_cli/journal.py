"""A unit's log as it counts: beside each thing logged, the duties that it bears on."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from zuofeng_cli.duty import Assessment, Duty
from zuofeng_cli.ledger import Ledger
from zuofeng_cli.log import Entry, Event, Log, Waiver
from zuofeng_cli.place import Misplaced


@dataclass(frozen=True, slots=True)
class Act:
    """An entry, the duties it counts for, and why it does not count for others.

    A duty that the ledger does not list stands without an assessment: a rolling one that was met,
    for one, is gone when the next begins.
    """

    entry: Entry
    serves: tuple[tuple[Duty, Assessment | None], ...]
    faults: tuple[Misplaced, ...]


@dataclass(frozen=True, slots=True)
class Journal:
    """What one unit has logged, each list in order of day: acts, events and waivers.

    Beside an event stand the duties that it sets off, beside a waiver those it waives.
    """

    acts: tuple[Act, ...]
    events: tuple[tuple[Event, tuple[Assessment, ...]], ...]
    waivers: tuple[tuple[Waiver, tuple[Assessment, ...]], ...]


def journal(log: Log, ledger: Ledger) -> Journal:
    """The log with the duties of the unit's ledger, which must be of this log."""
    duties = ledger.assessments
    by_key = {each.duty.key: each for each in duties}
    serves: defaultdict[int, list[Duty]] = defaultdict(list)
    for placed in ledger.placed:
        serves[placed.index].append(placed.binding.duty(placed.window))
    faults: defaultdict[int, list[Misplaced]] = defaultdict(list)
    for fault in ledger.misplaced:
        faults[fault.index].append(fault)
    acts = (
        Act(
            entry,
            tuple((duty, by_key.get(duty.key)) for duty in serves[index]),
            tuple(faults[index]),
        )
        for index, entry in enumerate(log.entries)
    )
    events = (
        (event, tuple(each for each in duties if _sets_off(event, each))) for event in log.events
    )
    waivers = (
        (waiver, tuple(each for each in duties if each.waiver is waiver)) for waiver in log.waivers
    )
    return Journal(
        tuple(sorted(acts, key=lambda act: act.entry.done)),
        tuple(sorted(events, key=lambda pair: pair[0].date)),
        tuple(sorted(waivers, key=lambda pair: pair[0].approved_on or date.min)),
    )


def _sets_off(event: Event, assessment: Assessment) -> bool:
    duty = assessment.duty
    return duty.period == event.id and event.type in duty.cadence.events
