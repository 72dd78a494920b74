# Everything runs in $(VENV); `make setup` makes it from Python 3.11+ and the package registry alone.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup demo test lint bench docs assets look clean

setup: $(STAMP)

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "onrecord needs Python 3.11 to 3.13; name one with make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/onrecord doctor  # builds the gazetteer once
	touch $(STAMP)

demo: $(STAMP)
	$(BIN)/python examples/demo.py

test: $(STAMP) lint
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check src tests bench docs examples models
	$(BIN)/ruff format --check src tests bench docs examples models
	$(BIN)/mypy

# The libraries that the pages draw with, from the npm registry; without them the pages show their tables alone.
assets:
	cd assets && npm ci --no-fund --no-audit && node copy.mjs

# Pictures of every page of a store, to be looked at: make look STORE=archive.db; they are written to .cache/look.
STORE ?= .cache/demo.db
look: $(STAMP)
	$(BIN)/python -m bench.look --store $(STORE) --out .cache/look

bench: $(STAMP)
	$(BIN)/python -m bench

docs: $(STAMP)
	$(BIN)/python -m docs.build

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache
