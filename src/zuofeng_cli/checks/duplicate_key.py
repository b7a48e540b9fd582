"""A key stands twice in the same mapping.

YAML leaves open which of the two counts, so one of them would be lost without a word.

Keep one of them, or make a second entry of the list.
"""

from zuofeng_cli.finding import Severity

NAME = "duplicate-key"
CODE = "ZF102"
SEVERITY = Severity.ERROR
