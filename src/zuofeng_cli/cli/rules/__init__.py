"""`zuofeng rules`: what a rulebook holds, and the tools of those who write one."""

from zuofeng_cli.cli.group import group
from zuofeng_cli.cli.rules.coverage import coverage
from zuofeng_cli.cli.rules.diff import diff
from zuofeng_cli.cli.rules.lint import lint
from zuofeng_cli.cli.rules.list import list_rules
from zuofeng_cli.cli.rules.new import new
from zuofeng_cli.cli.rules.schema import schema
from zuofeng_cli.cli.rules.show import show
from zuofeng_cli.language import gettext as _

app = group(_("What a rulebook holds, and tools for those who write one."))
app.command("list", help=_("List the rules by clause."))(list_rules)
app.command("show", help=_("Show a rule as its rulebook states it, with its readings."))(show)
app.command(
    "lint", help=_("Find every fault of a rulebook's file, with its line and how to mend it.")
)(lint)
app.command(
    "coverage",
    help=_("Hold a policy's text against its rulebook: every sentence mapped, or missing."),
)(coverage)
app.command(
    "diff", help=_("Compare two rulebooks: the duties of real units that come, go and move.")
)(diff)
app.command(
    "schema", help=_("Print the JSON Schema of a kind of file, for an editor that checks it.")
)(schema)
app.command("new", help=_("Write an author's first file: ID.toml, with each part explained."))(new)
