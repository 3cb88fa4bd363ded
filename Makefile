# `make demo` and `make test` do all set-up on a machine with Python 3.11 or newer.

PYTHON ?= python3
BIN := .venv/bin

# Modules, and the tests that pytest rewrites, are compiled once and not by every worker of every run.
export PYTHONDONTWRITEBYTECODE :=

READY := .venv/ready
GAZETTEER := src/dateline/places/data/ready
FRONT := src/dateline/web/static/vendor/ready

.PHONY: setup demo test check lint types unit fuzz faults bench peers compare gate lock clean

setup: $(READY) $(GAZETTEER) $(FRONT)

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=… to one")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(GAZETTEER): $(READY) tools/build_gazetteer.py src/dateline/words/countries.toml tools/areas.toml tools/areas.tsv tools/regions.tsv tools/towns.tsv src/dateline/places/table.py
	$(BIN)/python tools/build_gazetteer.py
	@touch $@

$(FRONT): $(READY) tools/build_front.py front/package-lock.json front/vendor.toml
	$(BIN)/python tools/build_front.py
	@touch $@

demo: setup
	$(BIN)/dateline demo --out demo

test: setup lint types
	$(BIN)/python -m pytest -n auto

check: setup lint types unit

lint: $(READY)
	$(BIN)/ruff check src tests tools bench
	$(BIN)/ruff format --check --quiet src tests tools bench

types: $(READY)
	$(BIN)/mypy

unit: setup
	$(BIN)/python -m pytest -n auto -m "not slow and not shared"

# Coverage-guided, and never part of `make check`: atheris has no wheel for some machines. SECONDS_TO_FUZZ=600 goes on longer.
fuzz: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris>=2.3"
	$(BIN)/python tools/fuzz_read.py -max_total_time=$(or $(SECONDS_TO_FUZZ),60) -timeout=20 -artifact_prefix=.venv/fuzz- .venv/fuzz

# Each job killed at fifty random moments on each store, full and read-only disks, damaged pages: some ten minutes.
faults: setup
	MOMENTS=$(or $(MOMENTS),50) $(BIN)/python -m pytest tests/faults

# What a run costs beside a plain pass of the parser, how reading and weighing grow, what each store takes: some ten minutes of a quiet
# machine. The benches say in their first lines how to go further, to a million reports.
bench: setup
	$(BIN)/python bench/cost.py
	$(BIN)/python bench/scale.py 1000 10000 --sentences 2 --no-weighing --on here pool ray
	$(BIN)/python bench/weigh_scale.py 1000 10000 --add 100
	$(BIN)/python bench/store.py --claims 20000 "$$(mktemp -d)/bench.db"

# Beside plain spaCy and the tools that can be installed, same texts, one table; PEERS_ON=FILE.jsonl reads other texts than the examples.
peers: setup
	$(BIN)/python bench/peers.py $(PEERS_ON)

# Claims gained and lost against a commit, each with its sentence; NAMES="types 05" compares only those sets of texts.
compare: setup
	$(BIN)/python tools/compare.py $(or $(REF),main) $(NAMES)

# Measured figures against floors that only rise; RAISE=1 lifts the floors that were exceeded.
gate: setup
	$(BIN)/python tools/gate.py $(if $(RAISE),--raise)

lock:
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml \
		--extra web --extra exports --extra ray --extra postgres --group dev --group build --quiet --output-file requirements-dev.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml \
		--extra web --extra exports --extra ray --extra postgres --quiet --output-file requirements.lock

clean:
	rm -rf .venv demo front/node_modules $(dir $(GAZETTEER)) $(dir $(FRONT)) .pytest_cache .mypy_cache .ruff_cache
