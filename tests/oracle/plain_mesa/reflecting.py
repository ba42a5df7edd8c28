"""Reflection and agreement about purpose in the oracle, of PDUs, regions and centre."""

from plain_mesa.rules import exact_mean, pure

from model.submodels import reflection

reflection_change, agreement_change = pure(reflection.reflection_change), pure(reflection.agreement_change)
taken_by_work, code_shared = pure(reflection.taken_by_work), pure(reflection.code_shared)


def reflect(model) -> None:
    """Move reflection and agreement of PDUs, regions and centre."""
    p, voice, centre = model.world.practice, model.dials.voice, model.centre
    for place in model.units:
        place.reflection += reflection_change(place.reflection, taken_by_work(place.workload, p), place.change, p)
        place.agreement += agreement_change(place.agreement, place.reflection, voice, place.conformity, p)
    for region in model.regions:
        taken = exact_mean([taken_by_work(place.workload, p) for place in region.units])
        change = exact_mean([place.change for place in region.units])
        region.reflection += reflection_change(region.reflection, taken, change, p)
        shared = code_shared(region.code, centre.code)
        region.agreement += agreement_change(region.agreement, region.reflection, voice, shared, p)
    change, taken = exact_mean([place.change for place in model.units]), p.reflection_news * centre.headlines
    centre.reflection += reflection_change(centre.reflection, taken, change, p)
    centre.agreement = exact_mean([region.agreement for region in model.regions])
