"""The parameter register: every number a rule reads, with unit, range, source and grade."""

import dataclasses
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from model.parameters.belief import BeliefParameters
from model.parameters.consequence import ConsequenceParameters
from model.parameters.declare import Declaration, ParameterBlock, one_record, record_type, sealed_values
from model.parameters.demand import DemandParameters
from model.parameters.direction import DirectionParameters
from model.parameters.effort import EffortParameters
from model.parameters.esteem import EsteemParameters
from model.parameters.infrastructure import InfrastructureParameters
from model.parameters.initial import InitialParameters
from model.parameters.inspection import InspectionParameters
from model.parameters.outcomes import OutcomeParameters
from model.parameters.practice import PracticeParameters
from model.parameters.quality import QualityParameters
from model.parameters.service import ServiceParameters
from model.parameters.survey import SurveyParameters
from model.parameters.wellbeing import WellbeingParameters
from model.parameters.workforce import WorkforceParameters


@dataclass
class WorldParameters:
    """One world: a value for every parameter."""

    initial: InitialParameters = field(default_factory=InitialParameters)
    demand: DemandParameters = field(default_factory=DemandParameters)
    workforce: WorkforceParameters = field(default_factory=WorkforceParameters)
    direction: DirectionParameters = field(default_factory=DirectionParameters)
    effort: EffortParameters = field(default_factory=EffortParameters)
    service: ServiceParameters = field(default_factory=ServiceParameters)
    quality: QualityParameters = field(default_factory=QualityParameters)
    outcomes: OutcomeParameters = field(default_factory=OutcomeParameters)
    wellbeing: WellbeingParameters = field(default_factory=WellbeingParameters)
    esteem: EsteemParameters = field(default_factory=EsteemParameters)
    practice: PracticeParameters = field(default_factory=PracticeParameters)
    inspection: InspectionParameters = field(default_factory=InspectionParameters)
    consequence: ConsequenceParameters = field(default_factory=ConsequenceParameters)
    belief: BeliefParameters = field(default_factory=BeliefParameters)
    infrastructure: InfrastructureParameters = field(default_factory=InfrastructureParameters)
    survey: SurveyParameters = field(default_factory=SurveyParameters)


BLOCKS: dict[str, type[ParameterBlock]] = {f.name: f.default_factory for f in dataclasses.fields(WorldParameters)}
WORLD_TYPE = np.dtype((np.record, [(name, record_type(kind.declarations())) for name, kind in BLOCKS.items()]))


class Registered(NamedTuple):
    """One parameter in the register; `key` is what the command line and configurations call it."""

    key: str
    block: str
    name: str
    declaration: Declaration


def register() -> list[Registered]:
    """Return every parameter, in the order of blocks and fields."""
    return [
        Registered(f"world.{block}.{name}", block, name, declared)
        for block, kind in BLOCKS.items()
        for name, declared in kind.declarations().items()
    ]


def channel_names() -> frozenset[str]:
    """Return the names of all channels."""
    return frozenset(r.declaration.channel.name for r in register() if r.declaration.channel)


def seal_world(world: WorldParameters, switched_off=(), closed=()) -> np.record:
    """Return a world as a record of records: named channels switched off, parameters closed (BLOCK.NAME) at nought.

    Raises SpecificationError at the first value out of its range.
    """
    off = frozenset(switched_off)
    values = tuple(sealed_values(getattr(world, name), f"world.{name}", off) for name in BLOCKS)
    sealed = one_record(WORLD_TYPE, values)
    for key in closed:
        block, name = key.split(".")
        sealed[block][name] = 0.0
    return sealed
