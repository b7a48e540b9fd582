"""`digest --format markdown`: for a page or a chat that knows Markdown, in the active language."""

from zuofeng_cli.digest import Digest
from zuofeng_cli.language import gettext as _
from zuofeng_cli.render.digest.outline import Section, outline
from zuofeng_cli.render.markdown import escaped, row
from zuofeng_cli.settings.mail import Letterhead


def render(digest: Digest, letterhead: Letterhead) -> str:  # noqa: ARG001 - no mail
    """Headings and lists; for several units a table of their counts first."""
    found = outline(digest)
    many = len(found.parts) > 1
    lines = [f"# {escaped(found.title)}", "", escaped(found.days), "", f"**{found.standing}**"]
    if found.is_empty:
        lines += ["", _("Nothing to tell this week.")]
    if many:
        lines += ["", row([_("Unit"), *found.columns]), row(["---", *["--:"] * len(found.columns)])]
        lines += [row([escaped(part.name), *map(str, part.counts)]) for part in found.parts]
    if found.changes:
        lines += _section(found.changes, "##")
    for part in found.parts:
        if many and part.sections:
            lines += ["", f"## {escaped(part.name)}"]
        for section in part.sections:
            lines += _section(section, "###" if many else "##")
    if found.notes:
        lines += ["", *(f"{escaped(note)}  " for note in found.notes)]
    return "\n".join([*lines, ""])


def _section(section: Section, level: str) -> list[str]:
    items = [f"- **{escaped(each.title)}**  \n  {escaped(each.detail)}" for each in section.lines]
    return ["", f"{level} {section.heading}", "", *items]
