"""`python -m experiments.console`: the same as `probgov`."""

import sys

from experiments.console import main

sys.exit(main())
