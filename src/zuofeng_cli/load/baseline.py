"""The workspace as it was at a commit, without touching the one at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

from zuofeng_cli.load.git import Repository
from zuofeng_cli.load.source import MAX_BYTES
from zuofeng_cli.log import Log
from zuofeng_cli.submission import Attachment

READ = (".toml", ".csv", ".yaml", ".yml")
"""What a workspace is made of; other files are evidence, which is looked up in git itself."""


@dataclass(frozen=True, slots=True)
class _File:
    blob: str
    is_link: bool


@dataclass(frozen=True, slots=True)
class Baseline:
    """A folder with the settings, rulebooks, units and logs of a commit; and its evidence files."""

    root: Path
    repository: Repository
    files: dict[PurePosixPath, _File]
    folders: frozenset[PurePosixPath]

    def attach(self, log: Log) -> dict[str, Attachment]:
        """What stood at that commit where the log says that its evidence files are."""
        evidence = [each for entry in log.entries for each in entry.evidence if each.file]
        hashed = {each.file for each in evidence if each.sha256}
        return {
            each.file: self._at(each.file, each.file in hashed) for each in evidence if each.file
        }

    def _at(self, name: str, hashed: bool) -> Attachment:  # noqa: FBT001 - as the log says
        windows = PureWindowsPath(name)
        if windows.anchor or ".." in windows.parts:
            return Attachment("outside")
        path = PurePosixPath(name)
        if path in self.folders:
            return Attachment("not-a-file")
        file = self.files.get(path)
        if file is None:
            return Attachment("missing")
        if not hashed or file.is_link:
            return Attachment("file")
        (content,) = self.repository.blobs([file.blob])
        return Attachment("file", sha256(content or b"").hexdigest())


@contextmanager
def baseline(repository: Repository, commit: str, max_bytes: int = MAX_BYTES) -> Iterator[Baseline]:
    """The workspace of the repository's folder at that commit, for as long as it is needed."""
    listed = list(repository.files(commit))
    files = {path: _File(blob, is_link) for path, blob, is_link, _size in listed}
    read = [
        (path, blob)
        for path, blob, is_link, size in listed
        if path.suffix in READ and not is_link and size <= max_bytes and ".." not in path.parts
    ]
    with TemporaryDirectory(prefix="zuofeng-") as name:
        root = Path(name).resolve()
        contents = repository.blobs([blob for _path, blob in read])
        for (path, _blob), content in zip(read, contents, strict=True):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content or b"")
        folders = frozenset(parent for path in files for parent in path.parents)
        yield Baseline(root, repository, files, folders)
