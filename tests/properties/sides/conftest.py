"""The settings that its tests share are imported as `sides.rules`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
