"""The parameter register: every number a rule reads, with unit, range, source and grade."""

import dataclasses
from collections import namedtuple
from dataclasses import dataclass, field
from typing import NamedTuple

from model.parameters.belief import Belief, BeliefParameters
from model.parameters.consequence import Consequence, ConsequenceParameters
from model.parameters.declare import Declaration, ParameterBlock, seal
from model.parameters.demand import Demand, DemandParameters
from model.parameters.direction import Direction, DirectionParameters
from model.parameters.effort import Effort, EffortParameters
from model.parameters.esteem import Esteem, EsteemParameters
from model.parameters.infrastructure import Infrastructure, InfrastructureParameters
from model.parameters.initial import Initial, InitialParameters
from model.parameters.inspection import Inspection, InspectionParameters
from model.parameters.outcomes import OutcomeParameters, Outcomes
from model.parameters.practice import Practice, PracticeParameters
from model.parameters.quality import Quality, QualityParameters
from model.parameters.service import Service, ServiceParameters
from model.parameters.survey import Survey, SurveyParameters
from model.parameters.wellbeing import Wellbeing, WellbeingParameters
from model.parameters.workforce import Workforce, WorkforceParameters
from model.specification.errors import SpecificationError


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
_SEALED = {"initial": Initial, "demand": Demand, "workforce": Workforce, "direction": Direction, "effort": Effort,
           "service": Service, "quality": Quality, "outcomes": Outcomes, "wellbeing": Wellbeing, "esteem": Esteem,
           "practice": Practice, "inspection": Inspection, "consequence": Consequence, "belief": Belief,
           "infrastructure": Infrastructure, "survey": Survey}
SealedWorld = namedtuple("SealedWorld", list(BLOCKS), module=__name__)


class Registered(NamedTuple):
    """One parameter in the register; `key` is what the command line and configurations call it."""

    key: str
    block: str
    name: str
    declaration: Declaration


def register() -> list[Registered]:
    """Return every parameter, in the order of blocks and fields."""
    return [Registered(f"world.{block}.{name}", block, name, declared)
            for block, kind in BLOCKS.items() for name, declared in kind.declarations().items()]


def channel_names() -> frozenset[str]:
    """Return the names of all channels."""
    return frozenset(r.declaration.channel.name for r in register() if r.declaration.channel)


def seal_world(world: WorldParameters, switched_off=()) -> SealedWorld:
    """Return a world as nested named tuples, with the named channels switched off.

    Raises SpecificationError at the first value out of its range, or where the bands are not in order.
    """
    off = frozenset(switched_off)
    sealed = SealedWorld(*(seal(getattr(world, block), _SEALED[block], f"world.{block}", off) for block in BLOCKS))
    return _check_together(sealed)


def _check_together(world: SealedWorld) -> SealedWorld:
    if world.initial.tie_low > world.initial.tie_high:
        raise SpecificationError("world.initial.tie_low", world.initial.tie_low, "at most world.initial.tie_high")
    return world
