"""The command `probgov`: one small module a command, loaded when it is called."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 done, 2 the caller's mistake, 1 ours, 130 Ctrl-C."""
    from experiments.console.entry import run

    return run(arguments)
