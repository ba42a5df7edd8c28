"""RO-Crate metadata (1.1): what each file of a folder is, so that an archive can be understood without its makers."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

NAME = "ro-crate-metadata.json"
CONTEXT, PROFILE = "https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/crate/1.1"
KINDS = {".csv": "text/csv", ".html": "text/html", ".json": "application/json", ".md": "text/markdown",
         ".pdf": "application/pdf", ".png": "image/png", ".svg": "image/svg+xml", ".txt": "text/plain",
         ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
SOFTWARE, ACTION = "#probation-governance", "#made"
LICENCE = "https://spdx.org/licenses/MIT"


def write_crate(folder: Path, described: Mapping[str, str], known: Mapping, title: str, about: str) -> Path:
    """Write the metadata of a folder's files and return where.

    `described` is file (relative to the folder) -> what it is; `known` the provenance. Raises ValueError
    for a file that lies outside the folder, FileNotFoundError for one that is not there.
    """
    files = [_file(folder, name, words) for name, words in sorted(described.items())]
    path = folder / NAME
    path.write_text(json.dumps({"@context": CONTEXT, "@graph": _graph(files, known, title, about)}, indent=2,
                               ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return path


def _graph(files: Sequence[dict], known: Mapping, title: str, about: str) -> list[dict]:
    parts = [{"@id": file["@id"]} for file in files]
    return [
        {"@id": NAME, "@type": "CreativeWork", "conformsTo": {"@id": PROFILE}, "about": {"@id": "./"}},
        {"@id": "./", "@type": "Dataset", "name": title, "description": about, "license": {"@id": LICENCE},
         "hasPart": parts, "mentions": [{"@id": ACTION}]},
        {"@id": LICENCE, "@type": "CreativeWork", "name": "MIT licence"},
        {"@id": SOFTWARE, "@type": "SoftwareApplication", "name": "probation-governance",
         "version": str(known["code_version"]), "softwareVersion": f"model {known['model_hash']}",
         "operatingSystem": str(known["platform"]),
         "softwareRequirements": [f"Python {known['python']}",
                                  *(f"{name} {version}" for name, version in known["packages"].items())]},
        {"@id": ACTION, "@type": "CreateAction", "name": str(known["command"]), "instrument": {"@id": SOFTWARE},
         "result": parts},
        *files,
    ]


def _file(folder: Path, name: str, words: str) -> dict:
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError(f"{name} lies outside {folder}")
    content = path.read_bytes()
    return {"@id": name, "@type": "File", "name": name, "description": words, "contentSize": str(len(content)),
            "encodingFormat": KINDS.get(path.suffix, "application/octet-stream"),
            "sha256": hashlib.sha256(content).hexdigest()}
