"""The named sizes of service: a toy for tests and teaching, the nation, and copies of it for measuring speed."""

from model.specification.specification import ServiceSpecification

SCALES = {
    "toy": ServiceSpecification("toy", regions=2, pdus_per_region=3, staff_scale=0.106),
    "national": ServiceSpecification("national"),
    "x10": ServiceSpecification("x10", copies=10),
    "x100": ServiceSpecification("x100", copies=100),
}
"""Name -> service; the options under configs/service say the same, which a test holds."""
