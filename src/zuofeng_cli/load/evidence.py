"""A file that is evidence: where it is inside the workspace, and its hash."""

from hashlib import file_digest
from pathlib import Path

from zuofeng_cli.errors import UsageError
from zuofeng_cli.language import gettext as _


def attached(path: Path, root: Path) -> tuple[str, str]:
    """The file's path from the workspace's `root`, and the sha256 of its bytes.

    `path` is looked for from here first, then from `root`. Raises `UsageError` where it is no
    file, lies outside the workspace, or cannot be read.
    """
    found = next((each.resolve() for each in (path, root / path) if each.is_file()), None)
    if found is None:
        raise UsageError(_("there is no file {file}").format(file=path))
    if not found.is_relative_to(root.resolve()):
        raise UsageError(
            _("{file} lies outside the workspace").format(file=path),
            _("copy it to a folder of the workspace first"),
        )
    try:
        with found.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = _("{file} cannot be read: {reason}").format(file=path, reason=error.strerror)
        raise UsageError(message) from error
    return found.relative_to(root.resolve()).as_posix(), digest
