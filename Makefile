# Two commands: `make run` (the application with its demonstration) and `make test` (everything, as CI runs it).
# Both do all the set-up they need. `make check` is the developer's fast loop, `make bench` prints the benchmarks.

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SKIP_SYSTEM ?=
export PYTHONDONTWRITEBYTECODE :=
export OMP_NUM_THREADS ?= 1

# What the application itself needs from Debian, and what only the tests need.
RUN_PACKAGES := python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libseccomp2
TEST_PACKAGES := $(RUN_PACKAGES) chromium libatomic1 fonts-liberation2 poppler-utils qpdf libreoffice-writer-nogui \
                 libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless

.PHONY: run test check bench lock setup dev embedding system-run system-test clean help

help:
	@sed -n '1,3p' Makefile

run: system-run $(VENV)/.ready-run
	$(BIN)/ssc-drafter serve --demo

test: system-test $(VENV)/.ready-dev
	@SKIP_SYSTEM=$(SKIP_SYSTEM) bash scripts/test.sh

check: $(VENV)/.ready-dev
	@bash scripts/check.sh

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks

setup: system-run $(VENV)/.ready-run

dev: system-test $(VENV)/.ready-dev

system-run:
	@bash scripts/system.sh "$(SKIP_SYSTEM)" $(RUN_PACKAGES)

system-test:
	@bash scripts/system.sh "$(SKIP_SYSTEM)" $(TEST_PACKAGES)

$(VENV)/bin/uv: requirements/uv.txt
	@bash scripts/bootstrap.sh $(PYTHON) $(VENV)
	@touch $@

$(VENV)/.ready-run: $(VENV)/bin/uv requirements/prod.txt requirements/build.txt pyproject.toml
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements/prod.txt -r requirements/build.txt
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/bin/uv requirements/dev.txt pyproject.toml
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements/dev.txt
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.ready-run

embedding: $(VENV)/.ready-run
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements/embedding.txt

LOCK = $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: $(VENV)/bin/uv
	for name in uv build prod dev embedding; do $(LOCK) requirements/$$name.in -o requirements/$$name.txt; done

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
