"""The oracle: the month in plain Mesa, sharing with the model only scalar rules and draws."""

import mesa
from plain_mesa import consequences, governing, inspecting, people, practice, service
from plain_mesa.rules import floats
from plain_mesa.start import populate

from model.specification.settings import seal_inputs
from model.specification.specification import Specification


class PlainModel(mesa.Model):
    """The Probation Service with one Python object a person and institution; slow, and easy to check by eye.

    `shuffled` visits posts and PDUs in another order every month: nothing may depend on it.
    """

    def __init__(self, specification: Specification, shuffled: bool = False) -> None:
        super().__init__(rng=specification.run.seed)
        self.specification, self.shuffled = specification, shuffled
        inputs = seal_inputs(specification, None, 0)
        self.seed, self.switch, self.sealed, self.world = inputs.seed, inputs.switch, inputs.world, floats(inputs.world)
        self.chosen = {period: [floats(part) for part in getattr(inputs, period)] for period in ("before", "after")}
        self.espoused = floats(inputs.espoused)
        self.theory = vars(specification.theory)
        self.items, self.month = inputs.items, 0
        self.units, self.posts = [], []
        populate(self)

    def step(self) -> None:
        """Move the world by a month: the ten phases in order."""
        t = self.month
        chosen, self.regime, self.national = self.chosen["before" if t < self.switch else "after"]
        self.dials = governing.practised(chosen, self.centre)
        if self.shuffled:
            self.shuffle()
        governing.take_cases(self, t)
        people.staff_posts(self, t)
        people.promote(self, t)
        people.poach(self, t)
        governing.direct(self)
        governing.press(self, t)
        governing.set_targets(self, t)
        people.give_effort(self, t)
        service.set_capacity(self, t)
        service.set_quality(self, t)
        service.keep_score(self, t)
        service.set_outcomes(self, t)
        people.feel(self, t)
        practice.learn(self, t)
        inspecting.inspect(self, t)
        consequences.follow(self, t)
        governing.mend(self, t)
        self.month += 1

    def shuffle(self) -> None:
        """Put posts and PDUs in another order."""
        self.random.shuffle(self.units)
        for place in self.units:
            self.random.shuffle(place.posts)
        for region in self.regions:
            self.random.shuffle(region.units)
