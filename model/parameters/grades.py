"""Evidence grades: how well a number in the register is founded."""

from enum import Enum


class Grade(str, Enum):
    """A measured here, B measured elsewhere, C qualitative or expert, D assumed."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


MEANING = {
    Grade.A: "measured in this service",
    Grade.B: "measured elsewhere (schools, health, firms)",
    Grade.C: "qualitative or expert judgement: the sign is founded, the size is ours",
    Grade.D: "assumed: no source gives it, so it is swept",
}
