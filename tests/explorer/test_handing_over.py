"""What the page hands over: a proper comparison with its command, numbers, a figure."""

import csv
import io
import json
import shlex
import subprocess
import sys
import zipfile

import numpy as np

from experiments.composition import compose
from model.observation.columns import COLUMNS
from model.simulation import simulate

PROGRAM = "import sys; from experiments.console import main; sys.exit(main())"
TOY = "?service=toy&months=84&seed=1&a.governance=hierarchical&b.governance=egalitarian"


def download(page, label: str) -> bytes:
    """Return what a button of the page downloads."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return waiting.value.path().read_bytes()


def test_compare_shows_intervals_and_the_command_finds_the_same(opened, served, root):
    page = opened(TOY)
    page.get_by_role("tab", name="Compare over many runs").click()
    page.get_by_label("Pairs").select_option("20")
    page.get_by_role("button", name="Compare these two worlds").click()
    page.get_by_text("Verdict on A").wait_for()
    cells = page.get_by_role("row", name="True quality of inspected casework").get_by_role("cell").all_inner_texts()
    command = shlex.split(page.get_by_text("probgov compare").inner_text())
    assert command[:2] == ["probgov", "compare"]
    done = subprocess.run([sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r}); {PROGRAM}", *command[1:],
                           "format=json"], cwd=served.folder, capture_output=True, text=True, check=True)
    assert "0 runs done now, 0 failed, 40 stored before" in done.stderr
    effect = next(row for row in json.loads(done.stdout)["effects"] if row["outcome"] == "true_quality")
    assert [text.replace("\u2212", "-") for text in cells[2:]] == [
        f"{effect['effect']:+.4f}", f"{effect['low']:+.4f} to {effect['high']:+.4f}", effect["verdict"], "20"]
    page.get_by_label("Governance, world A").select_option("Hybrid")
    page.get_by_text("have changed since").wait_for()


def test_worlds_that_are_alike_cannot_be_compared_and_the_page_says_so(opened):
    page = opened(TOY.replace("egalitarian", "hierarchical"))
    page.get_by_role("tab", name="Compare over many runs").click()
    page.get_by_role("button", name="Compare these two worlds").click()
    page.get_by_role("alert").get_by_text("describe the same run").wait_for()


def test_data_are_those_of_the_run_to_the_last_bit(opened):
    page = opened(TOY + "&view.month=60")
    text = download(page, "Data (CSV)").decode()
    first, _, table = text.partition("\n")
    assert first.startswith("# probgov compare a.governance=hierarchical")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert len(rows) == 120
    for side, governance in (("a", "hierarchical"), ("b", "egalitarian")):
        run = simulate(compose(["service=toy", "months=84", "seed=1", f"governance={governance}"]))
        for k, column in enumerate(COLUMNS["nation"]):
            shown = [float(row[column.name] or "nan") for row in rows if row["world"] == side]
            np.testing.assert_array_equal(shown, run.nation[:60, k], err_msg=column.name)


def test_the_figure_comes_with_its_numbers_and_words(opened):
    page = opened(TOY + "&view.month=60&view.charts=esteem,headlines,pressure")
    with zipfile.ZipFile(io.BytesIO(download(page, "Figure (ZIP)"))) as packed:
        assert sorted(packed.namelist()) == [f"two_worlds.{kind}" for kind in ("csv", "json", "png", "svg", "txt")]
        assert packed.read("two_worlds.png").startswith(b"\x89PNG")
        assert "Professional esteem" in packed.read("two_worlds.txt").decode()
        numbers = list(csv.DictReader(io.StringIO(packed.read("two_worlds.csv").decode())))
    assert {row["column"] for row in numbers} == {"esteem", "headlines", "pressure"}
    assert all(float(row["difference"]) == float(row["a"]) - float(row["b"]) for row in numbers)
