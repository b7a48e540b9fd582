"""`digest --format text`: for a terminal or a plain mail, in the active language."""

from zuofeng_cli.digest import Digest
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.digest.outline import Section, outline
from zuofeng_cli.settings.mail import Letterhead


def render(digest: Digest, letterhead: Letterhead) -> str:  # noqa: ARG001 - no mail
    """Title, standing, then each unit's sections; two lines a duty."""
    found = outline(digest)
    many = len(found.parts) > 1
    lines = [found.title, found.days, "", found.standing]
    if found.is_empty:
        lines += ["", _("Nothing to tell this week.")]
    if many:
        lines.append("")
        line = _("{name}: {text}")
        lines += [f"- {line.format(name=part.name, text=part.standing)}" for part in found.parts]
    if found.changes:
        lines += _section(found.changes)
    for part in found.parts:
        if many and part.sections:
            lines += ["", f"== {part.name} =="]
        for section in part.sections:
            lines += _section(section)
    if found.notes:
        lines += ["", *found.notes]
    return "\n".join([*lines, ""])


def _section(section: Section) -> list[str]:
    lines = [line for each in section.lines for line in (f"- {each.title}", f"  {each.detail}")]
    return ["", section.heading, *lines]
