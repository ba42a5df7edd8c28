"""Stored studies as commands read them: whole, finished, found by a figure's id; and what their claims may rest on."""

from pathlib import Path

ROOT = Path("results")


def check_stored(results: Path, request) -> None:
    """Raise UserError where a folder holds no study, is damaged or half finished, or more than it is asked for."""
    from experiments.errors import UserError
    from experiments.store.damage import verify
    from experiments.store.read import open_store

    if request.pairs:
        raise UserError(f"results={results} is read as it is: leave out {' '.join(request.rest())}.")
    store = open_store(results)
    verify(store)
    study = store.study()
    if not study:
        raise UserError(f"results={results} holds no study.\nRun one: probgov brief study=governance")
    known, missing = store.counts()["asked"], len(store.missing())
    asked, ended = max(known, study.get("n_runs") or 0), known - missing
    if missing or (ended < asked and not (results / "_findings.json").exists()):
        name, run = study.get("name", "NAME"), study.get("run", "laptop")
        raise UserError(f"results={results} is half finished: {ended:,} of {asked:,} runs are stored.\n"
                        f"Go on with: probgov study {name} run={run} output={results}")


def grounds():
    """Return what claims may rest on in this version: parameters identified, mechanisms docked."""
    from analysis.briefing.grounds import Grounds
    from experiments.docking.docked import docked_mechanisms

    return Grounds(identified=told_by_the_evidence, docked=docked_mechanisms())


def told_by_the_evidence(key: str) -> bool:
    """Return whether a parameter's size is measured (grade A or B), or was pinned down by the stored calibration."""
    from experiments.calibration.stored import identified
    from model.parameters.grades import Grade
    from model.parameters.register import register

    try:
        return identified(key)
    except (KeyError, FileNotFoundError):
        grades = {entry.key: entry.declaration.grade for entry in register()}
        return grades.get(key) in (Grade.A, Grade.B)


def newest_study(root: Path = ROOT) -> Path:
    """Return the study's store written last under a folder; raise UserError where there is none."""
    from experiments.errors import UserError

    found = studies_under(root)
    if not found:
        raise UserError(f"no stored study was found under {root}.\nRun one: probgov brief, or give results=DIR")
    return found[-1]


def studies_under(root: Path = ROOT) -> list[Path]:
    """Return the stored studies under a folder, oldest first."""
    from experiments.store.layout import STUDY

    return [file.parent for file in sorted(root.glob(f"*/{STUDY}"), key=lambda file: file.stat().st_mtime)]
