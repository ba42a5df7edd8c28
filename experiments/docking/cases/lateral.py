"""Fang, Lee & Schilling (2010): groups, a few ties between them, and practice that pays in blocks.

Members are PDU rows, groups are regions, and the kernel is the model's clique copying. What the model adds is off:
standing is performance, not ratings and belief; there is no code, no local reality, no experiment.
"""

from numba import njit

from experiments.docking.case import Case, Measured, Parameter, Target, summary
from experiments.docking.practice_world import PracticeWorld, practice_world
from experiments.errors import UserError
from model.parameters.units import MIDDLE
from model.randomness import STREAM_WORLD, stream_key, uniform
from model.submodels.copying import copying
from model.submodels.socialising import LATERAL
from model.submodels.superior import performance

A_THIRD = 1.0 / 3.0
SEEDS_APART = 1_000_003


@njit(cache=True)
def draw_start(centre, pdus, seed):
    """Draw reality and members' beliefs."""
    key = stream_key(seed, STREAM_WORLD, 0)
    for j in range(centre.reality.shape[1]):
        centre.reality[0, j] = 1 if uniform(key, 0, j) < MIDDLE else -1
        for i in range(len(pdus.uid)):
            u = uniform(key, i + 1, j)
            pdus.practice[i, j] = -1 if u < A_THIRD else (0 if u < 1.0 - A_THIRD else 1)


@njit(cache=True, nogil=True)
def learn(centre, regions, pdus, scratch, dials, p, periods, seed):
    """Let members copy for some periods; return their mean performance."""
    draw_start(centre, pdus, seed)
    for t in range(1, periods + 1):
        copying(centre, pdus, regions, dials, scratch, p, LATERAL, seed, t)
    total = 0.0
    for i in range(len(pdus.uid)):
        total += performance(pdus.practice[i], centre.reality[0], pdus.departs[i], int(p.block))
    return total / len(pdus.uid)


def world_of(settings: dict) -> PracticeWorld:
    """Return the organisation of groups."""
    n = settings["groups"] * settings["size"]
    return practice_world(n, settings["m"], settings["groups"], {"lateral_sharing": 1.0}, copying=settings["copy"],
                          outside_ties=settings["beta"], watched=1.0, block=float(settings["block"]))


def run(settings: dict, replicates: int, seed: int) -> Measured:
    """Return mean performance over replicates: the share of blocks wholly right."""
    if settings["m"] % settings["block"]:
        raise UserError(f"m={settings['m']} is no whole number of blocks of {settings['block']}.\n"
                        "See: probgov docking lateral --help")
    w = world_of(settings)
    return summary([learn(w.centre, w.regions, w.pdus, w.scratch, w.dials, w.p, settings["t"], seed * SEEDS_APART + k)
                    for k in range(replicates)])


PARAMETERS = (
    Parameter("beta", 0.2, 0.0, 1.0, "share of ties that lead out of the group"),
    Parameter("copy", 0.3, 0.0, 1.0, "chance a period that an element is taken over from the better tied majority"),
    Parameter("groups", 40, 1, 1000, "groups"),
    Parameter("size", 7, 1, 1000, "members of a group"),
    Parameter("m", 100, 1, 1000, "elements"),
    Parameter("block", 5, 1, 1000, "elements that pay only together"),
    Parameter("t", 300, 1, 100_000, "periods"),
)
INSIDE, BEYOND = ({"beta": 0.1}, {"beta": 0.2}, {"beta": 0.3}), ({"beta": 0.0}, {"beta": 0.05}, {"beta": 0.5})
EVERYWHERE = {"beta": 1.0}
TARGETS = (
    Target("no ties between groups: performance near zero", 0.2, 0.0, {"beta": 0.0}, fast_tolerance=0.05,
           relation="at most"),
    Target("the best of beta 0.1, 0.2, 0.3 less the best of 0, 0.05, 0.5 and 1", 0.01, 0.0, fast_tolerance=0.02,
           relation="at least", over=(*INSIDE, *BEYOND, EVERYWHERE),
           combine=lambda values: max(values[:3]) - max(values[3:])),
    Target("the best of beta 0.1, 0.2, 0.3 less ties anywhere (beta 1): clearly lower", 0.05, 0.0,
           fast_tolerance=0.02, relation="at least", over=(*INSIDE, EVERYWHERE),
           combine=lambda values: max(values[:3]) - values[3]),
    Target("the best of beta 0.1, 0.2, 0.3 less no ties between groups", 0.5, 0.0, fast_tolerance=0.1,
           relation="at least", over=(*INSIDE, {"beta": 0.0}), combine=lambda values: max(values[:3]) - values[3]),
)

CASE = Case(
    name="lateral", mechanism="learning", source="Fang, Lee & Schilling 2010",
    about="clique copying, with ratings, belief, the code, local reality and experiments off; the share of blocks that "
          "are wholly right. The publication's shape is docked, not its numbers: ties are looked along one way here.",
    parameters=PARAMETERS, targets=TARGETS, run=run, replicates=100, fast_replicates=6)
