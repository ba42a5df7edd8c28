"""A specification: everything that makes one run, as plain values that can be printed and hashed."""

import dataclasses
from dataclasses import dataclass, field

from model.parameters.register import WorldParameters, channel_names, seal_world
from model.specification.archetypes import centres
from model.specification.dials import Governance, seal_governance
from model.specification.errors import SpecificationError
from model.specification.regime import NationalRegime, Regime, seal_national, seal_regime
from model.specification.theory import Theory, seal_theory

LARGEST_SEED = 2**53 - 1


@dataclass
class ServiceSpecification:
    """Which service is built from the evidence: the nation, a small part of it, or many copies.

    regions and pdus_per_region of 0 mean all; copies multiplies the PDUs; staff_scale the
    posts and cases of each PDU.
    """

    name: str = "national"
    regions: int = 0
    pdus_per_region: int = 0
    copies: int = 1
    staff_scale: float = 1.0


@dataclass
class Shock:
    """What happens to the service from outside, from `start` for `months` months (0 none).

    share    share of the caseload added
    freeze   share of recruitment stopped, below nought how much quicker posts are filled; moves between units go on
    news     bad news a month that does not come from the service's own reports and incidents, in headlines (0-1)
    """

    start: int = 0
    months: int = 0
    share: float = 0.0
    freeze: float = 0.0
    news: float = 0.0


@dataclass
class RunSettings:
    """How long, from which luck, and when governance and regime switch from the common history."""

    months: int = 120
    seed: int = 1
    switch: int = 42


@dataclass
class Specification:
    """One run. The common history up to `run.switch` uses the three `history_*` parts.

    `espoused` is the governance that is proclaimed throughout: no rule but its distance reads it.
    """

    service: ServiceSpecification = field(default_factory=ServiceSpecification)
    governance: Governance = field(default_factory=Governance)
    regime: Regime = field(default_factory=Regime)
    national: NationalRegime = field(default_factory=NationalRegime)
    history_governance: Governance = field(default_factory=Governance)
    history_regime: Regime = field(default_factory=Regime)
    history_national: NationalRegime = field(default_factory=NationalRegime)
    espoused: Governance = field(default_factory=lambda: Governance(**centres("espoused")))
    theory: Theory = field(default_factory=Theory)
    world: WorldParameters = field(default_factory=WorldParameters)
    switched_off: tuple[str, ...] = ()
    shock: Shock = field(default_factory=Shock)
    run: RunSettings = field(default_factory=RunSettings)
    names: dict[str, str] = field(default_factory=dict)
    """Labels such as {"governance": "hierarchical"}: for tables and figures, read by no rule."""

    def check(self) -> None:
        """Raise SpecificationError at the first value that is not allowed."""
        seal_governance(self.governance)
        seal_governance(self.history_governance, "history_governance")
        seal_governance(self.espoused, "espoused")
        seal_regime(self.regime)
        seal_regime(self.history_regime, "history_regime")
        seal_national(self.national)
        seal_national(self.history_national, "history_national")
        seal_theory(self.theory)
        for name in self.switched_off:
            if name not in channel_names():
                raise SpecificationError("channels", name, "the name of a channel", "probgov list channels")
        seal_world(self.world, self.switched_off)
        _whole("run.months", self.run.months, 1, 1200)
        _whole("run.seed", self.run.seed, 0, LARGEST_SEED)
        _whole("run.switch", self.run.switch, 0, 1200)
        _whole("shock.start", self.shock.start, 0, 1200)
        _whole("shock.months", self.shock.months, 0, 1200)
        _between("shock.share", self.shock.share, -0.5, 1.0)
        _between("shock.freeze", self.shock.freeze, -10.0, 1.0)
        _between("shock.news", self.shock.news, 0.0, 1.0)
        _whole("service.regions", self.service.regions, 0, 12)
        _whole("service.pdus_per_region", self.service.pdus_per_region, 0, 18)
        _whole("service.copies", self.service.copies, 1, 1000)
        _between("service.staff_scale", self.service.staff_scale, 0.0, 100.0)

    def content(self) -> dict:
        """Return everything the run depends on as plain nested dicts: names of archetypes left out."""
        content = dataclasses.asdict(self)
        del content["names"]
        content["service"].pop("name")
        content["switched_off"] = sorted(self.switched_off)
        return content


def _whole(key: str, value, low: int, high: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise SpecificationError(key, value, f"a whole number from {low} to {high}", "probgov run --help")


def _between(key: str, value, low: float, high: float) -> None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise SpecificationError(key, value, f"a number from {low:g} to {high:g}", "probgov run --help")
