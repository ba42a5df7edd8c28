# Everything from a bare Python 3.11 or later: `make briefing`, `make test`.
# Another Python: make PYTHON=/path/to/python test.  Another place for the environment: make VENV=elsewhere test.

PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help briefing test test-all lint types wheel docs docking controls behaviours faults clean bench performance audit calibration gallery assurance explorer

help:  ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

briefing: $(VENV)/core  ## run the main study where no result is stored, and write the briefing page
	$(BIN)/probgov brief

test: lint types  ## check style and types, and run the tests but the slow ones
	$(BIN)/python -m pytest -m "not slow"

test-all: lint types  ## the same with the slow tests
	$(BIN)/python -m pytest

lint: $(VENV)/test  ## check style
	$(BIN)/ruff check .

types: $(VENV)/test  ## check types
	$(BIN)/mypy

wheel: $(VENV)/test  ## build the wheel into dist/
	$(BIN)/python -m build --wheel

docking: $(VENV)/core  ## hold every mechanism to published and exact results; store the table and write its page
	$(BIN)/probgov docking output=results/docking page=docs/docking.md

bench: $(VENV)/core  ## measure what runs cost against the floor, numpy and plain Mesa, how that grows, and what storing adds
	$(BIN)/python -m experiments.bench

performance: $(VENV)/core  ## write the performance page from the benchmark stored in docs/performance.json
	$(BIN)/python -m experiments.bench.page docs/performance.json docs/performance.md

calibration: $(VENV)/core  ## draw the worlds that the evidence allows, from all of it and from that of 2023
	$(BIN)/probgov calibrate run=full output=results/calibration workers=0 page=docs/calibration.md \
		record=experiments/calibration/stored/calibrated
	$(BIN)/probgov calibrate run=laptop output=results/calibration workers=0 holdout=2023 \
		record=experiments/calibration/stored/calibrated_2023

explorer: $(VENV)/test  ## measure the explorer in a browser, and take the pictures of its page, for its own page of docs
	$(BIN)/python -m experiments.explorer measure page=docs/explorer.md
	$(BIN)/python -m experiments.explorer pictures

controls: $(VENV)/core  ## count the worlds that meet each negative control, and write the page
	$(BIN)/probgov controls worlds=128 page=docs/negative_controls.md

clean:  ## remove the environment and what was built or cached; results stay
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .hypothesis .mypy_cache .ruff_cache .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python was found. Install Python 3.11 or later, or say where it is: make PYTHON=..."; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is too old: Python 3.11 or later is needed. Say which to use: make PYTHON=..."; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/core: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV): about a minute and a half, once."
	$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(VENV)/test: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV): about a minute and a half, once."
	$(PIP) install --constraint constraints.txt --editable ".[test]"
	@touch $@ $(VENV)/core

$(VENV)/documents: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing into $(VENV): about two minutes, once."
	$(PIP) install --constraint constraints.txt --editable ".[documents]"
	@touch $@ $(VENV)/core

docs: $(VENV)/core  ## write the generated documents (ODD, parameters, assumptions, patterns met)
	$(BIN)/python -m experiments.reference docs

audit: $(VENV)/core  ## move every dial in random worlds, measure every undesirable behaviour; write both pages
	$(BIN)/probgov audit worlds=64 replicates=2 output=results/audit page=docs/audit.md
	$(BIN)/probgov audit behaviours replicates=16 page=docs/behaviours.md

gallery: $(VENV)/documents  ## draw every figure and document from small runs into docs/gallery.md
	$(BIN)/python -m experiments.documents.gallery docs

assurance: $(VENV)/documents  ## write the pack that a reviewer asks for
	$(BIN)/probgov assurance format=[html,docx,pdf]

behaviours: $(VENV)/test  ## every index of an undesirable behaviour: nought without its cause, and of either sign
	$(BIN)/python -m pytest -m slow tests/experiments/test_behaviours.py

faults: $(VENV)/test  ## kill sweeps at fifty random moments
	$(BIN)/python -m pytest -m slow tests/experiments/faults
