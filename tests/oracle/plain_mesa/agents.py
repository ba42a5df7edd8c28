"""The people and institutions of the oracle: plain objects with plain attributes, one value each."""

import mesa
import numpy as np

from model.entities.state import CENTRE, NEVER, PDU, REGION, Practitioners

UNSEEN = {"due_at", "fieldwork_at", "pending_at", "published_at", "judged_at", "found_at"}
UNRATED = {"overall", "points", "pending_infrastructure", "infrastructure"}
WHOLE = {"uid", "post_grade", "grade", "in_post", "absent", "sequence", "tenure", "training", "opens"}


def neutral(kind: np.dtype, name: str):
    """Return what a field of a record holds before anything happened."""
    if name in ("standards", "pending_standards"):
        return [-1] * kind[name].shape[0]
    field = kind[name]
    empty = 0.0 if field.base.kind == "f" else 0
    if field.shape:
        return [empty] * field.shape[0]
    return NEVER if name in UNSEEN else type(empty)(-1) if name in UNRATED else empty


class Institution(mesa.Agent):
    """A PDU, a region or the centre; attributes are those of its record."""

    kind: np.dtype

    def __init__(self, model, uid: int = 0) -> None:
        super().__init__(model)
        for name in self.kind.names:
            setattr(self, name, neutral(self.kind, name))
        self.uid = uid


class Unit(Institution):
    """A PDU with its posts."""

    kind = PDU

    def __init__(self, model, uid, region: "Region") -> None:
        super().__init__(model, uid)
        self.region, self.posts = region, []
        region.units.append(self)

    @property
    def people(self) -> list["Post"]:
        """The posts that are filled."""
        return [post for post in self.posts if post.in_post == 1]


class Region(Institution):
    """A region with its PDUs."""

    kind = REGION

    def __init__(self, model, uid) -> None:
        super().__init__(model, uid)
        self.units: list[Unit] = []


class Centre(Institution):
    """The centre and the public sphere."""

    kind = CENTRE


class Inspectorate(mesa.Agent):
    """Days in hand, teams, what was learned, and the register."""

    def __init__(self, model, severity: list[float]) -> None:
        super().__init__(model)
        self.days, self.knowledge, self.severity = 0.0, 0.0, severity
        self.active_region: Region | None = None
        self.stint = 0
        self.events: list[tuple[int, ...]] = []


class Post(mesa.Agent):
    """A post and, while it is filled, the practitioner in it."""

    def __init__(self, model, uid: int, unit: Unit, grade: int) -> None:
        super().__init__(model)
        for name in Practitioners._fields:
            setattr(self, name, 0 if name in WHOLE else 0.0)
        self.uid, self.pdu, self.post_grade, self.grade = uid, unit, grade, grade
        unit.posts.append(self)

    def vacate(self) -> None:
        """Leave the post empty for the next in line."""
        self.in_post, self.absent = 0, 0
        self.sequence += 1
        self.relational = self.recorded = self.presentational = self.improvement = 0.0
