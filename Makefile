# Everything a developer does here, one target each; `make` lists them. Nothing is needed but make and Python.

PYTHON ?= python3
PORT ?= 8080
# How many processes share the tests: one more than a small machine has cores, because a test waits a third of its time.
WORKERS ?= 3

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := $(BIN)/uv pip compile --quiet --universal --no-header --generate-hashes
RUNTIME := .venv/.runtime
DEV := .venv/.dev

PACKAGES := bot services storage knowledge sandbox

.DEFAULT_GOAL := help
.PHONY: help setup demo run test test-postgres lint format bench lock clean

help: ## List what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(DEV) ## Make .venv with everything that running, testing and linting needs

demo: $(RUNTIME) ## Talk to Jalin in a browser: no token, no network (PORT=8080)
	@PORT=$(PORT) $(BIN)/jalin demo

run: $(RUNTIME) ## Run the bot on Telegram (needs BOT_TOKEN, in the environment or in .env)
	@$(BIN)/jalin run

test: $(DEV) ## Run all tests (WORKERS=3)
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-postgres: $(DEV) ## Run the tests that use a database on PostgreSQL too
	@JALIN_TEST_POSTGRES=1 $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m postgres $(ARGS)

lint: $(DEV) ## Check style, types, the arrows between packages, and dead code
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mypy tests
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/vulture

format: $(DEV) ## Put the code into its form
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: $(DEV) ## Measure, next to a baseline in the same run (JSON lines)
	@$(BIN)/jalin bench inbound
	@$(BIN)/jalin bench search
	@$(BIN)/jalin bench seats
	@$(BIN)/jalin bench roster
	@$(BIN)/jalin bench quiz
	@$(BIN)/jalin bench deliveries
	@$(BIN)/jalin bench reminders

lock: $(DEV) ## Choose dependencies anew, within the bounds of pyproject.toml (needs a package index)
	@$(LOCK) -o requirements.lock pyproject.toml
	@$(LOCK) -o requirements-dev.lock --extra dev pyproject.toml
	@grep -o '"setuptools.*"' pyproject.toml | head -1 | tr -d '"' | $(LOCK) --no-annotate -o requirements-build.lock -

clean: ## Remove .venv and everything made by tools; your data stays
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist *.egg-info
	@find $(PACKAGES) tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Jalin needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv

# Hashes are checked for every file that is downloaded; jalin itself is installed in place.
$(RUNTIME): .venv/bin/python requirements.lock requirements-build.lock pyproject.toml
	@echo "Preparing .venv (once, about a minute) ..."
	@$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(DEV): $(RUNTIME) requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
