"""`probgov init`: a folder of options of one's own, to begin from."""

import shutil
from pathlib import Path

HELP = """Usage: probgov init [output=my-configs]

Copies an example folder of your own options: an archetype, a rating regime, a national inspection,
a world and a change of demand, one YAML file each. Edit and rename them; configs=DIR adds the
folder to any command that runs something.

Examples
  probgov init
  probgov run configs=my-configs governance=my_governance
"""
KEYS = ("output",)
WORDS = ()
EXAMPLE = Path(__file__).resolve().parents[2] / "configs" / "example"


def perform(request) -> int:
    """Copy the example and say what can be done with it."""
    from experiments.errors import UserError
    from experiments.store.layout import make_folder

    request.check_keys(KEYS)
    folder = request.folder("output") or Path("my-configs")
    if folder.exists() and any(folder.iterdir()):
        raise UserError(f"output={folder} holds files already; nothing is overwritten.\nGive another: output=DIR")
    make_folder(folder)
    for file in sorted(EXAMPLE.rglob("*.yaml")):
        target = folder / file.relative_to(EXAMPLE)
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, target)
        print(target)
    request.say(f"for example: probgov run configs={folder} governance=my_governance")
    return 0
