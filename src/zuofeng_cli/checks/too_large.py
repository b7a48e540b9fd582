"""The file is larger than a log may be.

A limit keeps one file from holding up the check of all others. It is 5 MiB, which is some tens of
thousands of entries; `max_bytes` under `[check]` sets another.

Split off what is not a log, or raise the limit.
"""

from zuofeng_cli.finding import Severity

NAME = "too-large"
CODE = "ZF104"
SEVERITY = Severity.ERROR
