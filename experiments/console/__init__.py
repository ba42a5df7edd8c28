"""The command `probgov`: one small module a command, loaded when it is called."""

import os
import sys

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 2 the caller's mistake, 1 ours, 130 Ctrl-C.

    Called as a program (without arguments) an interruption ends the process here: where
    Ctrl-C fell inside an `exec`, Python would otherwise put the signal in place of the code.
    """
    if arguments is None and sys.argv[1:2] == ["complete"]:
        from experiments.console.complete import main as complete

        return complete()
    from experiments.console.entry import run

    code = run(arguments)
    if code == INTERRUPTED and arguments is None:
        sys.stderr.flush()
        os._exit(code)
    return code
