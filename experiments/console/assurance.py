"""`probgov assurance`: the pack a reviewer asks for."""

from pathlib import Path

HELP = """Usage: probgov assurance [checks=fresh|stored|none] [format=[html,...]] [output=DIR]

Writes what a reviewer needs: the description of the model (ODD), the parameter register with grades, the assumptions
log, docking, negative controls, patterns, sensitivity, run identities, versions, seeds and known limits, laid out as
the AQuA Book (2025) and STRESS ask, with RO-Crate metadata for the archive.

  checks=fresh     docking, controls and patterns are run now, at small size (a few minutes)
  checks=stored    taken from results/ where they are stored; what is not is said to be missing
  checks=none      left out
  format=html      html, docx, pdf, or several: format=[html,docx,pdf]
  output=DIR       default results/assurance-<model>
  results=DIR      the folder of stored studies (default results)

Examples
  probgov assurance checks=stored
  probgov assurance format=[html,pdf]
"""
KEYS = ("checks", "format", "output", "results")
WORDS = ()
FORMATS = ("html", "docx", "pdf")


def perform(request) -> int:
    """Write the pack and print its files."""
    from analysis.documents.write import MissingPackage, check_formats
    from experiments.console.brief import listed
    from experiments.documents.checks import FRESH, MODES
    from experiments.documents.pack import write_pack
    from experiments.errors import UserError
    from experiments.store.layout import make_folder
    from experiments.store.provenance import provenance

    request.check_keys(KEYS)
    line = request.line
    formats = listed(request, "format", "html", FORMATS)
    mode = request.text("checks", FRESH, MODES)
    known = provenance(line)
    output = request.folder("output") or Path("results") / f"assurance-{known['model_hash'][:12]}"
    results = request.folder("results")
    if results is not None and not results.is_dir():
        raise UserError(f"results={results}: there is no such folder.\nGive the folder that holds stored studies")
    try:
        check_formats(formats)
    except MissingPackage as error:
        raise UserError(str(error)) from None
    make_folder(output)
    for file in write_pack(output, known, mode, formats, request.say, results or Path("results")):
        print(file)
    return 0
