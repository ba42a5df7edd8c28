"""The modules of this oracle import one another as `plain_mesa.*`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
