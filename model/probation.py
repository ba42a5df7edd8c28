"""The Probation Service as a Mesa model: the same months as `simulate`, one step at a time.

    model = ProbationModel(service="toy", rng=1, governance__grip=0.9)
    model.run(12)
    model.centre.set_dial("autonomy", 0.7)
    model.run()
    model.datacollector.get_model_vars_dataframe()
"""

import mesa
import numpy as np

from model.collector import TableCollector
from model.entities.centre import Centre
from model.entities.inspectorate import Inspectorate
from model.entities.nation import Nation
from model.entities.pdu import PDU
from model.entities.practitioners import PractitionerSet
from model.entities.region import Region
from model.initialisation.service import build_service
from model.observation.outcomes import outcomes
from model.simulation import LEVELS, RunError, Tables, empty_tables, prepare, recorded_month
from model.specification.errors import SpecificationError
from model.specification.overriding import override
from model.specification.settings import Settings
from model.specification.specification import LARGEST_SEED, Specification
from model.verify import FIELDS


class ProbationModel(mesa.Model):
    """Centre, regions, PDUs and inspectorate as agents over the columns that the kernels read.

    `rng` is an int (the seed itself), or whatever numpy makes a generator of. Without it, a
    specification's or an override's own seed holds; where there is none either, a fresh one is
    drawn, as Mesa does, and `seed` tells it. Overrides are keys of a specification, with two
    underscores for a dot: `service="toy"`, `months=60`, `world__esteem__own_sting=0.1`.

    Raises SpecificationError where a key or a value is not allowed.
    """

    def __init__(self, specification: Specification | None = None, *, rng=None, **overrides) -> None:
        if rng is not None and "seed" in overrides:
            raise SpecificationError("rng", rng, "left out where seed is given", "probgov run --help")
        if rng is not None or (specification is None and "seed" not in overrides):
            overrides["seed"] = replicate_seed(rng)
        self.specification = override(specification or Specification(), overrides)
        self.state, self.inputs = prepare(self.specification)
        super().__init__(rng=self.seed)
        self.month = 0
        """Months done; the next one has this number."""
        self.tables: Tables = empty_tables(self.state, self.specification.run.months, LEVELS)
        self._create_institutions()
        self.datacollector = TableCollector(self)

    def _create_institutions(self) -> None:
        service = build_service(self.specification.service)
        self.nation, self.centre, self.inspectorate = Nation(self), Centre(self), Inspectorate(self)
        regions = [Region(self, index, name) for index, name in enumerate(service.region_names)]
        for index, name in enumerate(service.pdu_names):
            PDU(self, index, name, regions[self.state.pdus.region[index]])

    @property
    def seed(self) -> int:
        """The replicate seed: with the specification it gives this run again."""
        return self.specification.run.seed

    @property
    def settings(self) -> Settings:
        """What is in force in the month to come: the common history before the switch, what was chosen after it."""
        return self.inputs.before if self.month < self.inputs.switch else self.inputs.after

    @property
    def regions(self):
        """The regions, as Mesa's AgentSet, in order."""
        return self.agents_by_type[Region]

    @property
    def pdus(self):
        """The PDUs, as Mesa's AgentSet, in order."""
        return self.agents_by_type[PDU]

    @property
    def practitioners(self) -> PractitionerSet:
        """Everyone in post this month."""
        return PractitionerSet.in_post(self.state.practitioners)

    def step(self) -> None:
        """Move the world by a month and collect it.

        Raises RunError where state goes bad, ValueError where all the months there is room for are done.
        """
        if self.month >= self.specification.run.months:
            raise ValueError(f"all {self.month} months are done; build the model with a larger months= for more")
        bad = recorded_month(self.state, self.inputs, *self.tables, self.month)
        if bad:
            self.running = False
            raise RunError(self.month, *FIELDS[bad - 1])
        self.month += 1
        self.running = self.month < self.specification.run.months
        self.datacollector.collect(self)

    def run(self, months: int | None = None) -> None:
        """Do some months, by default all that are left; raises as `step`."""
        left = self.specification.run.months - self.month
        for _ in range(left if months is None else months):
            self.step()

    def outcomes(self) -> dict[str, float]:
        """Return the scalar outcomes of the months done; NaN where they do not reach."""
        return outcomes(self.tables.nation[:self.month], self.specification.run.switch)


def replicate_seed(rng) -> int:
    """Return a replicate seed: a whole number as it is, else one drawn from what numpy makes a generator of.

    Raises SpecificationError for anything that is neither.
    """
    if isinstance(rng, (int, np.integer)) and not isinstance(rng, bool):
        return int(rng)
    try:
        return int(np.random.default_rng(rng).integers(LARGEST_SEED + 1))
    except (TypeError, ValueError):
        raise SpecificationError("rng", rng, f"a whole number from 0 to {LARGEST_SEED}, a numpy Generator, a "
                                 "SeedSequence or a list of whole numbers", "probgov run --help") from None
