"""`zuofeng log`: keeping a unit's log."""

from zuofeng_cli.cli.group import group
from zuofeng_cli.cli.log.add import add
from zuofeng_cli.cli.log.event import event
from zuofeng_cli.cli.log.show import show
from zuofeng_cli.cli.log.waive import waive
from zuofeng_cli.language import gettext as _

app = group(_("Keep a unit's log: add to it, or show it."))
app.command("add", help=_("Log an act: which duties it served, and when."))(add)
app.command("event", help=_("Log an event that sets duties off."))(event)
app.command("waive", help=_("Log that an office let the unit off a duty."))(waive)
app.command("show", help=_("Show what is logged, and what each act counts for."))(show)
