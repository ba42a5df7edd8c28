"""Routes by which a rating acts on a service, and which of them each rival theory keeps.

A route is the parameters that carry it: at nought, nothing comes that way. Parameters that only
shape a carrier (a word's share of the sting, attention to a report) are nought with it.
Under every theory there remain: inspection itself with the hours it takes, the inspectorate's
own learning, how fair it is held to be, pressure from targets, and news of serious incidents.
"""

ROUTES: dict[str, tuple[str, ...]] = {
    # esteem at stake: blow and relief, fear of the next visit and what is done for it, being named in public
    "shame": (
        "esteem.own_sting", "esteem.elsewhere_sting", "esteem.validation", "consequence.cycle_wears",
        "effort.inspection_pressure",
        "workforce.inadequate_leaving", "consequence.headline_report",
        "consequence.headline_region", "consequence.headline_national", "consequence.grip_drift",
        "consequence.grip_easing", "consequence.mandate_drift", "consequence.support_drift",
        "direction.director_reports"),
    # what a report tells: what to put right, what quality is, whom to copy
    "information": (
        "consequence.learning_scale", "consequence.national_learning", "belief.report_precision", "practice.herding"),
    # what a report brings or takes away: help to poor units, lent by others, and partners' confidence
    "resources": (
        "service.help_hours", "consequence.partner_shock", "consequence.partner_visibility",
        "consequence.partner_drawn", "consequence.national_visibility"),
}
"""Route -> the parameters that carry it, as BLOCK.NAME."""

KEPT: tuple[tuple[str, ...], ...] = (tuple(ROUTES), ("shame",), ("information",), ("resources",))
"""The routes that each theory of ratings keeps, in the order of the theories."""


def closed_parameters(theory: int) -> tuple[str, ...]:
    """Return the parameters, as BLOCK.NAME, that are nought under a theory of ratings, by its place among rivals."""
    return tuple(key for route, keys in ROUTES.items() if route not in KEPT[theory] for key in keys)
