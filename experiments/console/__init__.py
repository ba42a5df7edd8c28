"""The command `probgov`: one small module a command, loaded when it is called."""

import os
import sys

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 2 the caller's mistake, 1 ours, 130 Ctrl-C.

    Called as a program (without arguments) an interruption ends the process here: where
    Ctrl-C fell inside an `exec`, Python would otherwise put the signal in place of the code.
    """
    try:
        _open_closed_streams()
        code = _run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED and arguments is None:
        _end(code)
    return code


def _run(arguments: list[str] | None) -> int:
    if arguments is None and sys.argv[1:2] == ["complete"]:
        from experiments.console.complete import main as complete

        return complete()
    from experiments.console.entry import run

    return run(arguments)


def _open_closed_streams() -> None:
    """Give output that was closed before the start (`>&-`) a place to go, so that no file of ours takes it."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (open to the end)


def _end(code: int) -> None:
    """End the process at once, with what worker processes shared given back first."""
    if "multiprocessing" in sys.modules:
        import gc

        gc.collect()
    sys.stderr.flush()
    os._exit(code)
