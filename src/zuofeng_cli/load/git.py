"""What git knows: the workspace as it was at a commit, and how a log came to be."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from zoneinfo import ZoneInfo

from zuofeng_cli.language import gettext as _

OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What a hook's environment says of its repository; ours is the one that holds the workspace."""


class GitError(Exception):
    """Git has no answer; the message is for a person."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that touched a file: its id, its day, the file's path then, and where it stands."""

    id: str
    day: date
    path: str
    on_trunk: bool


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that holds a folder; `prefix` is the way from its top to the folder."""

    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        """The repository that holds `folder`; raises `GitError` where there is none."""
        prefix = _run(folder, "rev-parse", "--show-prefix").decode().rstrip("\n")
        return cls(folder, prefix)

    def is_shallow(self) -> bool:
        """Whether the history was cut off when it was fetched."""
        return _run(self.folder, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def is_unborn(self) -> bool:
        """Whether nothing has been committed yet."""
        try:
            return not _run(self.folder, "rev-parse", "--quiet", "--verify", "HEAD")
        except GitError:
            return True

    def commit(self, ref: str) -> str:
        """The id of the commit that `ref` names; raises `GitError`."""
        try:
            words = ("rev-parse", "--quiet", "--verify", "--end-of-options", f"{ref}^{{commit}}")
            return _run(self.folder, *words).decode().strip()
        except GitError as error:
            raise GitError(_("git knows no commit {ref}").format(ref=repr(ref))) from error

    def files(self, commit: str) -> Iterator[tuple[PurePosixPath, str, bool, int]]:
        """Every file under the folder at that commit: path from it, blob, whether a link, bytes."""
        listing = _run(self.folder, "ls-tree", "-r", "-l", "-z", commit, "--", ".")
        for record in listing.decode("utf-8", "surrogateescape").split("\0")[:-1]:
            facts, _tab, name = record.partition("\t")
            mode, kind, blob, size = facts.split()
            if kind == "blob":
                yield PurePosixPath(name), blob, mode == "120000", int(size)

    def blobs(self, names: Sequence[str]) -> Iterator[bytes | None]:
        """The content of each object; None where there is no such object."""
        if not names:
            return
        data = _run(self.folder, "cat-file", "--batch", input_="\n".join(names) + "\n")
        position = 0
        for _name in names:
            end = data.index(b"\n", position)
            header = data[position:end].split()
            position = end + 1
            if header[-1] == b"missing":
                yield None
                continue
            size = int(header[-1])
            yield data[position : position + size]
            position += size + 1

    def commits(self, revision: str, name: str, time_zone: str) -> list[Commit]:
        """The commits up to `revision` that touched the file at `name`, oldest first.

        `name` counts from the folder. Commits of side branches come too; a rename is followed back
        along the trunk, which is the line of first parents. A commit's day is that of its
        committer, in the time zone.
        """
        zone = ZoneInfo(time_zone)
        trunk = self._log(revision, name, zone, "--follow", "--first-parent", "-m")
        known = {commit.id for commit in trunk}
        sides = [
            Commit(each.id, each.day, each.path, on_trunk=False)
            for each in self._log(revision, name, zone, "--full-history")
            if each.id not in known
        ]
        return [*trunk, *sides]

    def _log(self, revision: str, name: str, zone: ZoneInfo, *options: str) -> list[Commit]:
        words = ("log", *options, "-z", "--name-only", "--format=%x01%H %ct", revision, "--", name)
        output = _run(self.folder, *words).decode("utf-8", "surrogateescape")
        commits = []
        for record in output.split("\x01")[1:]:
            head, _null, rest = record.partition("\0")
            commit, seconds = head.split()
            day = datetime.fromtimestamp(int(seconds), zone).date()
            path = rest.strip("\n\0").split("\0")[0] or f"{self.prefix}{name}"
            commits.append(Commit(commit, day, path, on_trunk=True))
        return commits[::-1]


def _run(folder: Path, *words: str, input_: str | None = None) -> bytes:
    environment = {key: value for key, value in os.environ.items() if key not in OWN}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell; what a user gives stands behind -- or is verified
            ["git", "-C", str(folder), "-c", "core.quotePath=false", *words],  # noqa: S607
            check=False,
            capture_output=True,
            env=environment,
            input=None if input_ is None else input_.encode(),
            stdin=subprocess.DEVNULL if input_ is None else None,
        )
    except FileNotFoundError as error:
        raise GitError(_("git is not installed")) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        if any("not a git repository" in line for line in said):
            raise GitError(_("there is no git repository here"))
        raise GitError(said[-1].removeprefix("fatal: ") if said else _("git gave no answer"))
    return done.stdout
