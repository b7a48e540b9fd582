"""The history of the logs could not be read.

`--history` was asked for, and there is no git, no repository, or only a shallow clone. Nothing can
be said of backdating then, which is not the same as that there was none.

Fetch the whole history: `git fetch --unshallow`; in GitHub Actions `fetch-depth: 0`, in GitLab
`GIT_DEPTH: 0`.
"""

from zuofeng_cli.finding import Severity

NAME = "history-unavailable"
CODE = "ZF604"
SEVERITY = Severity.WARNING
