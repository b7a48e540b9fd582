"""The command line: one thin file a command. The only place that prints, exits or asks the date."""

import gc


def main() -> None:
    """Runs `zuofeng`; the entry point of the installed script."""
    # Start-up makes many objects and frees few: collecting them meanwhile is a twelfth of its time.
    gc.disable()
    from zuofeng_cli.cli.app import run

    gc.enable()
    gc.freeze()
    run()
