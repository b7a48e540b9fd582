# Everything a developer, CI or a hook runs. Needs make, git and Python 3.11 or newer; the rest goes into .venv.

UNIT ?= demo-county-committee
BIN := .venv/bin
LOCALE := src/zuofeng_cli/locale
CATALOG := $(LOCALE)/zh_Hans.po
PACKAGING := pyproject.toml hatch_build.py
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check

# Whatever environment the caller is in, only .venv counts.
unexport VIRTUAL_ENV PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX

.DELETE_ON_ERROR:
.PHONY: help due test lint format golden docs messages calendar bench clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

due: .venv/installed ## what the demo unit owes (UNIT=...)
	@$(BIN)/zuofeng due --unit $(UNIT)

test: .venv/developer $(LOCALE)/zh_Hant.mo ## run the tests (ARGS=...)
	@$(BIN)/pytest $(ARGS)

lint: .venv/developer ## format, ruff, types, import layers, translations, generated docs
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m tools.messages --check
	@$(BIN)/python -m tools.docs --check

format: .venv/developer ## format, and mend what ruff can mend
	@$(BIN)/ruff check --quiet --fix
	@$(BIN)/ruff format

golden: .venv/developer $(LOCALE)/zh_Hant.mo ## rewrite the transcripts; read the diff
	@$(BIN)/pytest tests/test_transcripts.py --golden

docs: .venv/developer ## rewrite the generated pages
	@$(BIN)/python -m tools.docs

messages: .venv/developer ## bring the translations in step with the code, and compile them
	@$(BIN)/python -m tools.messages

calendar: .venv/developer ## rebuild rules/calendar/cn.toml from the holidays library
	@$(BIN)/python -m tools.calendar

bench: .venv/developer ## time the program against its peers
	@$(BIN)/python -m benchmarks

clean: ## remove what the other targets made
	rm -rf .venv $(LOCALE)/*.mo dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@python=$$(tools/find-python) && "$$python" -m venv --clear .venv

.venv/installed: $(PACKAGING) $(CATALOG) | .venv/bin/python
	@echo "Installing into .venv ..." >&2
	@$(PIP) -e .
	@touch $@

.venv/developer: $(PACKAGING) | .venv/bin/python
	@echo "Installing into .venv, with the developers' tools ..." >&2
	@$(PIP) -e '.[dev]'
	@touch $@ .venv/installed

$(LOCALE)/zh_Hant.mo: $(CATALOG) hatch_build.py | .venv/developer
	@$(BIN)/python hatch_build.py
