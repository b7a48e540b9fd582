"""The file is YAML, but not a log.

A key is unknown or missing, or a value has the wrong form: a date that is none, text where a list
belongs. Such a file says less than its author thinks, so nothing of it is counted.

The message says what is allowed at that place.
"""

from zuofeng_cli.finding import Severity

NAME = "schema"
CODE = "ZF103"
SEVERITY = Severity.ERROR
