"""`python -m zuofeng_cli` runs the same program as `zuofeng`."""

from zuofeng_cli.cli import main

main()
