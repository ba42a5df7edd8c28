"""What stopped requests had not come to: superseded ones count for nothing, nested ones once."""

import pytest

from experiments.store.requests import unfinished, unreached


def request(runs, reached, carried_out=False, design="d", command="c"):
    return {"command": command, "runs": runs, "reached": reached, "carried_out": carried_out, "design": design}


@pytest.mark.parametrize(("requests", "missing", "open_ones"), [
    ([request(100, 100, True)], 0, 0),
    ([request(100, 30)], 70, 1),
    ([request(100, 30), request(400, 400, True)], 0, 0),
    ([request(400, 256), request(100, 100, True)], 144, 1),
    ([request(100, 100), request(400, 64)], 300, 2),
    ([request(100, 30), request(50, 50, True, design="other")], 70, 1),
    ([request(100, 30), request(60, 20, design="other")], 110, 2),
    ([{"command": "c", "runs": 8, "carried_out": False}], 0, 1),
])
def test_rows_not_come_to_are_counted_once(requests, missing, open_ones):
    assert unreached(requests) == missing
    assert len(unfinished(requests)) == open_ones
