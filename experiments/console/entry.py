"""Dispatch of the command line, and its promises on exit codes, pipes and interruptions."""

import errno
import os
import sys
import traceback
import warnings
from importlib import import_module

from experiments.console.commands import COMMANDS, help_text
from experiments.console.request import Request
from experiments.errors import UserError, unknown

FLAGS = {"-v": "verbose", "--verbose": "verbose", "-q": "quiet", "--quiet": "quiet",
         "-h": "help", "--help": "help", "--version": "version", "-m": "several", "--multirun": "several"}
DISK_FULL = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
TAKES_SEVERAL = ("run", "sweep")


def run(arguments: list[str] | None = None) -> int:
    """Run one command line and return its exit code; the only place that prints errors."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    verbose = "-v" in arguments or "--verbose" in arguments
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _say_warning
            code = _dispatch(arguments)
        sys.stdout.flush()
        return code
    except UserError as error:
        print(f"probgov: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("probgov: interrupted; what had ended is stored. Repeat the command to go on.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in DISK_FULL:
            return _fault(error, verbose)
        print(f"probgov: cannot write: {error.strerror}.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except Exception as error:
        return _fault(error, verbose)


def _fault(error: Exception, verbose: bool) -> int:
    """Say that the program failed, with the details where asked for; return 1."""
    if verbose:
        traceback.print_exception(error)
    print(f"probgov: a fault of ours: {type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}\n"
          "Repeat the command with -v for the details that a report of it should hold.", file=sys.stderr)
    return 1


def _say_warning(message: Warning | str, category: type[Warning], filename: str, lineno: int, file=None,
                 line: str | None = None) -> None:
    """Print a warning as one line; those for programmers (of deprecations and the like) not at all."""
    if issubclass(category, UserWarning):
        print(f"probgov: {message}", file=sys.stderr)


def _dispatch(arguments: list[str]) -> int:
    flags = {FLAGS[word] for word in arguments if word in FLAGS}
    words = [word for word in arguments if word not in FLAGS]
    for word in words:
        if word.startswith("-") and "=" not in word:
            raise unknown("flag", word, FLAGS, "probgov --help")
    if "version" in flags:
        return _version()
    if not words:
        print(help_text(), end="")
        return 0 if "help" in flags else 2
    name, *rest = words
    if name not in COMMANDS:
        raise unknown("command", name, COMMANDS, "probgov --help")
    if "several" in flags:
        if name not in TAKES_SEVERAL:
            raise UserError(f"-m goes with sweep, not with {name}.\nSee: probgov sweep --help")
        name = "sweep"
    command = import_module(COMMANDS[name].module)
    if "help" in flags:
        print(command.help_for(rest) if hasattr(command, "help_for") else command.HELP, end="")
        return 0
    request = Request.read(name, rest, bool(command.WORDS), verbose="verbose" in flags, quiet="quiet" in flags,
                           several="several" in flags)
    return command.perform(request)


def _version() -> int:
    from experiments.store.provenance import provenance

    known = provenance("")
    print(f"probgov {known['code_version']} (model {known['model_hash']}, Python {known['python']})")
    return 0
