"""The file cannot be read as YAML.

Nothing in it counts until it can: an indentation that does not line up, a quote without an end, a
tab, a tag, several documents in one file; or the file itself cannot be opened.

Mend what stands at the place shown. Only the first such fault of a file can be told.
"""

from zuofeng_cli.finding import Severity

NAME = "syntax"
CODE = "ZF101"
SEVERITY = Severity.ERROR
