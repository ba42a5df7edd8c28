"""Several values in one word, as Hydra's own command line takes them: `governance=hierarchical,egalitarian`.

Hydra's splitter reads lists, `choice()` and `range()`, and gives every combination.
"""

from collections.abc import Sequence

from experiments.errors import UserError
from experiments.overrides import parse

LARGEST = 10_000
LOOK = "probgov sweep --help"


def expand(words: Sequence[str]) -> list[list[str]]:
    """Return every combination of the values listed in `key=value` words, the last word varying fastest.

    Raises UserError for words that Hydra cannot read or too many combinations.
    """
    from hydra._internal.core_plugins.basic_sweeper import BasicSweeper
    from hydra.core.override_parser.overrides_parser import OverridesParser
    from hydra.errors import HydraException

    parse(words)
    try:
        overrides = OverridesParser.create().parse_overrides(list(words))
        for override in overrides:
            if override.is_sweep_override() and not override.is_discrete_sweep():
                raise UserError(f"{override.input_line}: an interval has no list of values; use over= for ranges.")
        batches = BasicSweeper.split_arguments(overrides, max_batch_size=None)
    except (HydraException, AttributeError) as error:
        line = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UserError(f"-m: {line}\nWrite values with commas, such as governance=hierarchical,egalitarian. "
                        f"See: {LOOK}") from None
    combinations = [list(words) for batch in batches for words in batch]
    if len(combinations) > LARGEST:
        raise UserError(f"-m: {len(combinations)} combinations are too many; use over= for ranges of numbers.")
    return combinations


def varying(combinations: Sequence[Sequence[str]], apart: Sequence[str] = ()) -> list[str]:
    """Return a name for each combination: the words in which combinations differ, keys in `apart` left out."""
    names = []
    for words in combinations:
        differ = [word for i, word in enumerate(words)
                  if word.partition("=")[0] not in apart and len({other[i] for other in combinations}) > 1]
        names.append(" ".join(differ))
    return names
