"""Run identities: every stored study with its model, seeds, size, and a digest of its runs."""

from pathlib import Path

COLUMNS = ("study", "size", "folder", "code_version", "model", "runs", "failed", "seeds", "worlds", "digest", "command")


def identities(root: Path = Path("results")) -> list[dict]:
    """Return one row (COLUMNS) for each stored study under a folder; one that holds no run is left out."""
    from analysis.briefing.results import BriefingError, Results
    from experiments.console.stored import studies_under
    from experiments.store.read import open_store

    rows = []
    for folder in studies_under(root):
        try:
            results = Results(open_store(folder))
        except BriefingError:
            continue
        known = results.store.provenance()
        everything = results.everything
        rows.append({
            "study": results.study.get("name", ""), "size": results.study.get("run", ""), "folder": folder.name,
            "code_version": known.get("code_version", ""), "model": known.get("model_hash", ""),
            "runs": len(everything), "failed": results.failed, "seeds": _range(everything["seed"]),
            "worlds": ", ".join(f"{name}: {results.worlds(name)}" for name in sorted(set(everything["world"]))),
            "digest": results.identity, "command": known.get("command", "")})
    return rows


def _range(seeds) -> str:
    return f"{int(seeds.min())} to {int(seeds.max())}"
