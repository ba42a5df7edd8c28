"""Answering a study: run what its store lacks, analyse, and keep what was found beside the runs."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.measures.paired import UNRESOLVED
from experiments.composition import compose_run
from experiments.design import key_of, world_table
from experiments.errors import UserError, not_allowed
from experiments.execute import Tally, execute
from experiments.findings import expectations_held, paired_answer
from experiments.inquiry import Inquiry
from experiments.looking import run_looks, said, stops_once_precise
from experiments.progress import Progress
from experiments.runspec import Asked
from experiments.store.layout import make_folder, write_json, write_whole
from experiments.store.provenance import provenance
from experiments.store.read import Store, open_store
from experiments.store.write import StoreWriter
from experiments.studies import find_study
from experiments.study import MEASURES, SCENARIOS, Study

FINDINGS, TABLES = "_findings.json", "_tables"
LOOK = "probgov study --help"


@dataclass(frozen=True)
class Found:
    """What a study found.

    findings       one row for each comparison, measure and outcome (columns: `experiments.findings.COLUMNS`)
    tables         what else its analysis made, by name
    expectations   text, by and held: somewhere, never or not tested
    notes          what a reader must know before relying on it
    tally          runs done now; None where stored results were read
    """

    study: Mapping[str, Any]
    findings: pd.DataFrame
    tables: Mapping[str, pd.DataFrame]
    expectations: list[dict[str, str]]
    path: Path
    notes: list[str] = field(default_factory=list)
    tally: Tally | None = None

    @property
    def store(self) -> Store:
        """The store of the runs, opened for reading."""
        return open_store(self.path)

    @property
    def verdicts(self) -> pd.DataFrame:
        """The verdicts on the primary outcome: a row a comparison, a column a measure."""
        own = self.findings[self.findings["outcome"] == self.study["primary"]]
        order = [measure for measure in MEASURES if measure in set(own["measure"])]
        wide = own.pivot_table(index="comparison", columns="measure", values="verdict", aggfunc="first", sort=False)
        return wide.reindex(columns=order)


def run_study(name: str | Study, run: str = "laptop", words: Sequence[str] = (), output: str | Path | None = None,
              quiet: bool = True, command: str = "") -> Found:
    """Answer a study, e.g. run_study("governance", run="smoke"); what its store holds already is not run again.

    `words` are `key=value` words that hold in all its scenarios, `output` the store's folder
    (by default results/study-NAME-<hash>). Raises UserError for a mistake in name, size or words.
    """
    study = find_study(name) if isinstance(name, str) else name
    if run not in study.sizes:
        raise not_allowed("run", run, " or ".join(study.sizes), LOOK)
    for word in words:
        if word.partition("=")[0] == "world":
            raise UserError(f"{word}: a study draws its worlds itself ({', '.join(study.measures)}).\nSee: {LOOK}")
    inquiry = Inquiry(study, run, tuple(words), quiet=quiet)
    inquiry.path = Path(output) if output else Path("results") / inquiry.name
    tally = carry_out(inquiry, command or f"probgov study {study.name} run={run}", quiet)
    found = _analysed(inquiry, tally)
    write(found)
    return found


def carry_out(inquiry: Inquiry, command: str, quiet: bool = False) -> Tally:
    """Run what a study's store lacks, stage by stage; return what was done now."""
    study = inquiry.study
    composed = compose_run(inquiry.words)
    composed.executor.check()
    tally = Tally()
    known = provenance(command, study=study.name, run=inquiry.run, shared=list(inquiry.words))
    for number, stage in enumerate(study.stages):
        with StoreWriter(inquiry.path, known) as writer:
            if number == 0:
                _describe(inquiry, writer)
            total, keys = study.count_of(stage, inquiry.size), list[tuple]()
            writer.request(command, total, f"{inquiry.name}-{number}")
            if stage is SCENARIOS and stops_once_precise(inquiry):
                tally.add(run_looks(inquiry, writer, composed.executor, quiet))
                continue
            tally.add(execute(_noting(stage.asked(inquiry), keys), writer, composed.executor,
                              Progress(total, silent=quiet)))
            writer.extend_request(len(keys))
        inquiry.note(keys)
    return tally


def _noting(rows: Iterable[Asked], keys: list[tuple]) -> Iterator[Asked]:
    """Yield rows as they are asked for, keeping of each no more than what tells it from others: they may be many."""
    for row in rows:
        keys.append(key_of(row))
        yield row


def _describe(inquiry: Inquiry, writer: StoreWriter) -> None:
    """Write what the study is, and the drawn parameters of its worlds."""
    writer.describe(inquiry.study.text(inquiry.run))
    for measure in inquiry.measures:
        points = inquiry.parameters(measure)
        if measure == "wide":
            writer.describe(worlds=world_table(measure, points.index))
        elif measure != "default":
            writer.describe_points(measure, list(points.columns), len(points), points.to_dict("records"))


def _analysed(inquiry: Inquiry, tally: Tally | None) -> Found:
    study = inquiry.study
    answer = (study.analyse or paired_answer)(inquiry)
    notes = [*answer.notes, *said(inquiry), *untold(study, answer.findings)]
    notes += [f"world={measure} is not there yet and was left out" for measure in study.measures
             if measure not in inquiry.measures]
    if inquiry.failed:
        notes.append(f"{inquiry.failed} of {len(set(inquiry.keys))} runs failed; their pairs are left out")
    return Found(study.text(inquiry.run), answer.findings, dict(answer.tables),
                 expectations_held(study.expectations, answer), inquiry.path, notes, tally)


def untold(study: Study, findings: pd.DataFrame) -> list[str]:
    """Return for each comparison of the study that cannot be told on the primary outcome how many pairs would do."""
    named = {pair.name for pair in study.pairs()}
    own = findings[findings["comparison"].isin(named) & (findings["outcome"] == study.primary)
                   & (findings["verdict"] == UNRESOLVED)]
    return [f"{row.comparison}, world={row.measure}: {study.primary} is unresolved with {row.pairs} pairs"
            + ("" if pd.isna(row.pairs_needed) else f"; about {row.pairs_needed:.0f} would narrow its interval to half "
               "the smallest effect of interest either side") for row in own.itertuples()]


def write(found: Found) -> None:
    """Write findings, expectations and tables beside the runs; tables of an earlier analysis go."""
    content = {"study": found.study["name"], "run": found.study["run"], "findings": records(found.findings),
               "expectations": found.expectations, "notes": found.notes}
    write_json(found.path / FINDINGS, content)
    folder = found.path / TABLES
    shutil.rmtree(folder, ignore_errors=True)
    if found.tables:
        make_folder(folder)
    for name, table in found.tables.items():
        text = table.to_csv(index=False, lineterminator="\n").encode()
        write_whole(folder / f"{name}.csv", lambda stream, text=text: stream.write(text))


def read_found(path: str | Path) -> Found:
    """Return what a stored study found, without running anything; raise UserError where none is stored."""
    path = Path(path)
    store = open_store(path)
    file = path / FINDINGS
    if not file.exists():
        raise UserError(f"results={path} holds no findings of a study.\nRun one: probgov study governance")
    content = json.loads(file.read_text(encoding="utf-8"))
    tables = {csv.stem: pd.read_csv(csv) for csv in sorted((path / TABLES).glob("*.csv"))}
    return Found(store.study(), pd.DataFrame(content["findings"]), tables, content["expectations"], path,
                 content["notes"])


def records(table: pd.DataFrame) -> list[dict]:
    """Return a table's rows as plain values; what is not a finite number is None."""
    return json.loads(table.to_json(orient="records", double_precision=15))
