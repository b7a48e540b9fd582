"""How a log came to be: when each entry was first committed, and which old ones changed later."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from zuofeng_cli.log import Entry, Evidence


@dataclass(frozen=True, slots=True)
class Version:
    """The entries of a log as a commit of `day` left them.

    `on_trunk` is False for a commit of a side branch, which only tells when an entry was first
    written: what a merge brings in was there before the merge.
    """

    day: date
    entries: tuple[Entry, ...]
    on_trunk: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """An entry first committed on `first` became another on `day`, or was taken out.

    `index` is where the entry stands in the log now; None where it is gone.
    """

    first: date
    day: date
    before: Entry
    index: int | None

    def is_late(self, days: int) -> bool:
        """Whether the entry had stood for more than so many calendar days when it changed."""
        return self.day - self.first > timedelta(days=days)


@dataclass(frozen=True, slots=True)
class History:
    """When each entry of the log was first committed, in the order of the log; and the changes.

    An entry that is not committed yet counts as filed today.
    """

    first: tuple[date, ...]
    changes: tuple[Change, ...] = ()


@dataclass(slots=True, eq=False)
class _Life:
    """One act through the versions: the entry as it stands, since when, and what it was before."""

    entry: Entry
    first: date
    before: list[tuple[date, Entry]] = field(default_factory=list)


def trace(versions: Iterable[Version], current: Sequence[Entry], today: date) -> History:
    """The history of the `current` entries; `versions` stand in the order of their commits."""
    seen: dict[Entry, date] = {}
    trunk: list[Version] = []
    for version in versions:
        for entry in version.entries:
            seen[entry] = min(version.day, seen.get(entry, version.day))
        if version.on_trunk:
            trunk.append(version)
    lives: list[_Life] = []
    gone: list[tuple[date, _Life]] = []
    for version in [*trunk, Version(today, tuple(current))]:
        left = lives
        lives = _continued(left, [life for _day, life in gone], version, seen)
        kept = {id(life) for life in lives}
        gone = [(day, life) for day, life in gone if id(life) not in kept]
        gone += ((version.day, life) for life in left if id(life) not in kept)
    changes = [
        Change(life.first, day, before, index)
        for index, life in enumerate(lives)
        for day, before in life.before
    ]
    changes += (Change(life.first, day, life.entry, None) for day, life in gone)
    return History(tuple(life.first for life in lives), tuple(changes))


def _continued(
    left: Sequence[_Life], gone: Sequence[_Life], version: Version, seen: dict[Entry, date]
) -> list[_Life]:
    """The acts of the version, each as the life it continues, or as a new one."""
    free = [*left, *gone]
    lives: list[_Life | None] = []
    for entry in version.entries:
        same = next((life for life in free if life.entry == entry), None)
        if same is not None:
            free.remove(same)
        lives.append(same)
    for index, entry in enumerate(version.entries):
        if lives[index] is None:
            like = next((life for life in free if _is_same_act(life.entry, entry)), None)
            if like is None:
                first = min(version.day, seen.get(entry, version.day))
                lives[index] = _Life(entry, first)
            else:
                free.remove(like)
                if not _only_adds(like.entry, entry):
                    like.before.append((version.day, like.entry))
                like.entry = entry
                lives[index] = like
    return [life for life in lives if life is not None]


def _is_same_act(before: Entry, after: Entry) -> bool:
    """Whether an entry is another one corrected: it serves a duty of it, and day or proof stay."""
    if not set(before.duty) & set(after.duty):
        return False
    proofs = {evidence.ref for evidence in before.evidence if evidence.ref}
    return (
        before.done == after.done
        or bool(set(before.period) & set(after.period))
        or any(evidence.ref in proofs for evidence in after.evidence)
    )


def _only_adds(before: Entry, after: Entry) -> bool:
    """Whether all that stood there still stands: more evidence or a delivery is no rewriting."""
    return (
        before.done == after.done
        and set(before.duty) <= set(after.duty)
        and set(before.period) <= set(after.period)
        and set(before.delivered_to) <= set(after.delivered_to)
        and after.note.startswith(before.note)
        and all(any(_adds_to(old, new) for new in after.evidence) for old in before.evidence)
    )


def _adds_to(old: Evidence, new: Evidence) -> bool:
    pairs = ((old.ref, new.ref), (old.file, new.file), (old.sha256, new.sha256))
    return old.kind == new.kind and all(before in (after, None, "") for before, after in pairs)
