"""Evidence files: what stands in the workspace where a log says that one is."""

from hashlib import file_digest
from pathlib import Path, PureWindowsPath
from stat import S_ISREG

from zuofeng_cli.log import Log
from zuofeng_cli.submission import Attachment


def attachments(root: Path, log: Log) -> dict[str, Attachment]:
    """Every evidence file of the log, by the path that the log gives; hashed where one claims."""
    claims: dict[str, bool] = {}
    for entry in log.entries:
        for evidence in entry.evidence:
            if evidence.file:
                claims[evidence.file] = claims.get(evidence.file, False) or bool(evidence.sha256)
    return {name: attachment(root, name, hashed=hashed) for name, hashed in claims.items()}


def attachment(root: Path, name: str, *, hashed: bool) -> Attachment:
    """What stands at `name`, counted from `root`; nothing outside it is ever opened."""
    path = PureWindowsPath(name)  # it knows every separator and drive, ours included
    if path.anchor or ".." in path.parts:
        return Attachment("outside")
    try:
        found = (root / name).resolve()
        if not found.is_relative_to(root.resolve()):
            return Attachment("outside")
        if not S_ISREG(found.stat().st_mode):
            return Attachment("not-a-file")
        if not hashed:
            return Attachment("file")
        with found.open("rb") as file:
            return Attachment("file", file_digest(file, "sha256").hexdigest())
    except (OSError, ValueError, RuntimeError):  # no such file; a name no file has; a loop of links
        return Attachment("missing")
