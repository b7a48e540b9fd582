"""The file is not UTF-8 text.

Some editors save Chinese text as GBK or UTF-16; it would be read as something else elsewhere.

Save the file as UTF-8. A byte order mark and Windows line ends do no harm.
"""

from zuofeng_cli.finding import Severity

NAME = "encoding"
CODE = "ZF105"
SEVERITY = Severity.ERROR
