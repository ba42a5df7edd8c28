"""The explorer looked at by itself: `python -m experiments.explorer WHAT [key=value ...]`, in a headless browser.

  measure    what first paint and a month's step cost: a table, put into page= where that is given
             [visits=5] [steps=30] [page=docs/explorer.md, between the marks that it has]
  pictures   the pictures of its page [folder=docs/figures]

Further words are those of `probgov explore`; without any, the national service is looked at.
"""

import sys

from experiments.errors import UserError, unknown
from experiments.explorer import measure, pictures
from experiments.overrides import parse
from experiments.progress import tell

WHAT = {"measure": measure.perform, "pictures": pictures.perform}
LOOK = "python -m experiments.explorer --help"


def main(words: list[str]) -> int:
    """Do what is asked for; return 0, or 2 for a mistake in the words."""
    if not words or {"--help", "-h"} & set(words):
        print(__doc__, end="")
        return 0
    try:
        if words[0] not in WHAT:
            raise unknown("word", words[0], WHAT, LOOK)
        WHAT[words[0]](parse(words[1:]))
    except UserError as error:
        tell(f"explorer: {error}")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
