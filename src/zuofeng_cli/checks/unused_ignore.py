"""Something that `zuofeng.toml` ignores does not occur.

What is let off should not stay let off after it is mended: the next such finding would pass unseen.
Told only when every log is checked, and of history only with `--history`.

Take the line out of `[check]`.
"""

from zuofeng_cli.finding import Severity

NAME = "unused-ignore"
CODE = "ZF801"
SEVERITY = Severity.WARNING
