"""Governance as eleven dials (the learning mix has three weights).

A named archetype is nothing but a set of values of these dials: no rule reads its name.
"""

import dataclasses
from dataclasses import dataclass

import numpy as np

from model.parameters.declare import check_number, one_record, record_type
from model.specification.errors import SpecificationError

LOOK = "probgov list dials"


def dial(default: float, meaning: str):
    """Declare a dial between 0 and 1 with what it means in words."""
    return dataclasses.field(default=default, metadata={"meaning": meaning})


@dataclass
class Governance:
    """Dials, each between 0 and 1; defaults are the midpoints of the `observed` boxes (archetype_sources.csv)."""

    mandate_rate: float = dial(0.65, "share of the national code pushed into practice (relative position)")
    grip: float = dial(0.70, "how strongly poor results raise control")
    voice: float = dial(0.20, "share of the front line the centre really hears")
    mutuality: float = dial(0.25, "control by peers: review, teams answering to one another")
    autonomy: float = dial(0.30, "the PDU's freedom to depart from the code")
    innovation_support: float = dial(0.275, "protected time and help for trying things")
    lateral_sharing: float = dial(0.325, "copying between PDUs")
    regional_buffer: float = dial(0.30, "share of pressure absorbed by the region")
    infrastructure_devolution: float = dial(0.0, "who may fix estate and ICT: 0 the centre, 1 the unit")
    blame_sharing: float = dial(0.225, "how far responsibility is placed above the PDU")
    learning_research: float = dial(0.375, "weight of research-led learning")
    learning_theory: float = dial(0.45, "weight of theory-led learning")
    learning_staff: float = dial(0.15, "weight of staff-led learning")
    null_dial: float = dial(0.5, "a control: read by no rule, must come out negligible in any audit")


DIALS = tuple(f.name for f in dataclasses.fields(Governance))
MEANINGS = {f.name: f.metadata["meaning"] for f in dataclasses.fields(Governance)}
GOVERNANCE_TYPE = record_type(DIALS)


def seal_governance(governance: Governance, prefix: str = "governance") -> np.record:
    """Return the dials as a record, the three learning weights scaled to sum to 1.

    Raises SpecificationError where a dial is not in [0, 1] or all learning weights are nought.
    """
    values = {}
    for name in DIALS:
        value = getattr(governance, name)
        check_number(f"{prefix}.{name}", value, 0.0, 1.0)
        values[name] = float(value)
    weights = [name for name in DIALS if name.startswith("learning_")]
    total = sum(values[name] for name in weights)
    if total <= 0.0:
        raise SpecificationError(f"{prefix}.learning_*", 0, "three weights of which at least one is above 0", LOOK)
    for name in weights:
        values[name] /= total
    return one_record(GOVERNANCE_TYPE, tuple(values[name] for name in DIALS))
