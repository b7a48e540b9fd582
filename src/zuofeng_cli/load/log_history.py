"""How a log came to be, as git tells it."""

from collections.abc import Iterator
from datetime import date

from pydantic import ValidationError

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.history import History, Version, trace
from zuofeng_cli.load.git import Repository
from zuofeng_cli.load.source import decoded
from zuofeng_cli.load.yaml import parse_yaml
from zuofeng_cli.log import Log


def log_history(
    repository: Repository, revision: str, name: str, log: Log, today: date, time_zone: str
) -> History:
    """The history, up to `revision`, of the entries of the log at `name` from the folder.

    Versions that were no log are passed over. Raises `GitError`.
    """
    versions = _versions(repository, revision, name, time_zone)
    return trace(versions, log.entries, today)


def _versions(
    repository: Repository, revision: str, name: str, time_zone: str
) -> Iterator[Version]:
    commits = repository.commits(revision, name, time_zone)
    blobs = repository.blobs([f"{commit.id}:{commit.path}" for commit in commits])
    for commit, blob in zip(commits, blobs, strict=True):
        if blob is None:  # the commit took the file away
            continue
        try:
            log = Log.model_validate(parse_yaml(decoded(blob, name)))
        except (UnusableInputError, ValidationError):
            continue
        yield Version(commit.day, log.entries, commit.on_trunk)
