"""Findings about the `[check]` table: words that name nothing, ignores that match nothing."""

from collections.abc import Iterable
from pathlib import Path

from zuofeng_cli import checks
from zuofeng_cli.finding import Finding, Place
from zuofeng_cli.language import gettext as _
from zuofeng_cli.load.source import Source
from zuofeng_cli.load.toml import locate, read_toml
from zuofeng_cli.near import near_or_all
from zuofeng_cli.settings.check import CheckSettings
from zuofeng_cli.verdict import Unused, no_such_check, unknown_words


def misnamed(root: Path, marker: str, settings: CheckSettings) -> list[Finding]:
    """A finding at each word of the table that names no finding and no code."""
    words = unknown_words(settings)
    if not words:
        return []
    source, _data = read_toml(root / marker, marker)
    return [
        _finding(source, place, "schema", no_such_check(word), near_or_all(word, checks.CHECKS))
        for place, word in words
    ]


def unused(root: Path, marker: str, ignores: Iterable[Unused]) -> list[Finding]:
    """A finding at each ignore that nothing matched."""
    found = list(ignores)
    if not found:
        return []
    source, _data = read_toml(root / marker, marker)
    hint = _("take it out, or the next one passes unseen")
    return [
        _finding(
            source,
            each.place,
            "unused-ignore",
            _("nothing of {name} is found, so there is nothing to ignore").format(name=each.word),
            hint,
        )
        for each in found
    ]


def _finding(source: Source, place: Place, name: str, message: str, hint: str) -> Finding:
    line, column = locate(source.text, place)
    check = checks.load(name)
    return Finding(
        *(source.name, name, message, hint, check.CODE, check.SEVERITY),
        line=line,
        column=column,
        excerpt=source.line(line or 0),
    )
