"""How duties stand on a day: each held against what the unit's log says."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from zuofeng_cli.duty import Assessment, Duty, Status
from zuofeng_cli.log import Entry, Log, Waiver
from zuofeng_cli.place import Placement

DUE_SOON_DAYS = 7


def assess(
    duties: Iterable[Duty],
    placement: Placement,
    log: Log,
    today: date,
    due_soon_days: int = DUE_SOON_DAYS,
) -> Iterator[Assessment]:
    """Each duty with its status on `today`; due-soon from `due_soon_days` calendar days before.

    A duty is done on the day by which enough acts count for it and every recipient is named;
    after its due day that is done-late. `placement` must be of the same log and day.
    """
    waivers: dict[str, list[Waiver]] = {}
    for waiver in log.waivers:
        for name in waiver.duty:
            waivers.setdefault(name, []).append(waiver)
    for duty in duties:
        entries = placement.of(duty.rule.id, duty.period)
        done = _completed_on(duty, entries)
        let_off = _waiver(duty, waivers.get(duty.rule.id, ()), today)
        delivered = {name for entry in entries for name in entry.delivered_to}
        yield Assessment(
            duty,
            _status(duty, done, let_off, today, due_soon_days),
            days_left=(duty.due - today).days if duty.due else None,
            entries=entries,
            done=done,
            delivered_to=tuple(name for name in duty.rule.recipients if name in delivered),
            waiver=let_off,
        )


def _completed_on(duty: Duty, entries: tuple[Entry, ...]) -> date | None:
    is_standing = duty.opens is None and duty.window.without != "baseline"
    if not entries or is_standing:  # a standing duty is never finished by one act
        return None
    missing = set(duty.rule.recipients)
    acts = set()
    for entry in entries:
        missing -= set(entry.delivered_to)
        acts.add(entry.act)
        if len(acts) >= duty.required and not missing:
            return entry.done
    return None


def _waiver(duty: Duty, waivers: Sequence[Waiver], today: date) -> Waiver | None:
    """The first of the waivers of this rule that lets the duty off."""
    for waiver in waivers:
        if duty.period in waiver.period:
            expires = waiver.expires
            # A waiver that still held on the due day let that period off for good.
            if expires is None or today <= expires or (duty.due and duty.due <= expires):
                return waiver
    return None


def _status(
    duty: Duty, done: date | None, waiver: Waiver | None, today: date, due_soon_days: int
) -> Status:
    due = duty.due
    if done is not None and (due is None or done <= due):
        return Status.DONE
    if waiver is not None:  # what was let off is not late, even if it is done in the end
        return Status.WAIVED
    if done is not None:
        return Status.DONE_LATE
    if due is None:
        baseline = duty.window.without == "baseline"
        return Status.NEEDS_BASELINE if baseline else Status.UNDATED
    if today > due:
        return Status.OVERDUE
    if duty.opens is not None and today < duty.opens:
        return Status.UPCOMING
    return Status.DUE_SOON if (due - today).days <= due_soon_days else Status.OPEN
