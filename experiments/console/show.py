"""`probgov show`: what a run would be, resolved, without running it."""

HELP = """Usage: probgov show [key=value ...]

The resolved configuration of a run and its identity. Takes what `probgov run` takes.

  format=text|json   record=nation|region|pdu

Examples
  probgov show governance=egalitarian
  probgov show world=wide world.index=3 format=json
"""
KEYS = ("format", "record")
WORDS = ()


def perform(request) -> int:
    """Compose and print; nothing is run or written."""
    from experiments.composition import compose_run
    from experiments.console.output import print_json
    from experiments.runspec import RunSpec, read_record

    request.check_keys(KEYS, of_a_run=True)
    form = request.text("format", "text", ("text", "json"))
    record = read_record(request.text("record", "nation"))
    composed = compose_run(request.rest())
    spec = RunSpec(composed.specification, record)
    document = {"run_id": spec.id, "model_hash": spec.model, "record": record,
                "names": composed.specification.names, "world": composed.measure, "world_index": composed.index,
                "specification": composed.specification.content()}
    if form == "json":
        print_json(document)
    else:
        print(_as_text(document))
    return 0


def _as_text(value, depth: int = 0) -> str:
    """Return nested values as indented `key: value` lines."""
    lines = []
    for key, inner in value.items():
        if isinstance(inner, dict) and inner:
            lines += ["  " * depth + f"{key}:", _as_text(inner, depth + 1)]
        else:
            lines.append("  " * depth + f"{key}: {_leaf(inner)}")
    return "\n".join(lines)


def _leaf(value) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "none"
    return f"{value:.6g}" if isinstance(value, float) else str(value)
