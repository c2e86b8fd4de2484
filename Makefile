# Briefing Book. `make help` lists what you can ask for; all of it works on a fresh clone.

# Everything runs from .venv, which any Python from 3.11 on sets up: `make site PYTHON=/path/to/python3.12`.
BIN    := .venv/bin
# Where the preview answers: `make serve ADDR=127.0.0.1:8001` where another program has port 8000.
ADDR   := 127.0.0.1:8000
SETUP   = python="$$(PYTHON='$(PYTHON)' sh scripts/python.sh)" && "$$python" scripts/setup.py
# uv makes the locks, and nothing else: only `make lock` needs it.
UV     := uv
LOCK   := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal --python-version 3.11 \
          --generate-hashes --no-emit-index-url $(UPGRADE)

# The theme's notice that it ends in May 2027. The way on is kept open: the tests build with Zensical too.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check diff test test-quick hostile lint bench bench-reading audit lock wheel screenshots clean setup-site setup-test setup-bench setup-audit

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-18s %s\n' "$$name" "$$what"; done

site: setup-site ## Check all evidence and build the site into site/
	@$(BIN)/briefing build

serve: setup-site ## Preview the site; each saved file rebuilds it and reloads the page
	@$(BIN)/briefing serve --addr $(ADDR)

check: setup-site ## Check all evidence, and build nothing
	@$(BIN)/briefing check $(if $(FORMAT),--format $(FORMAT))

# REV=main, or any branch, tag or commit; CALLED="the last release" to call it so; FORMAT=markdown for the text of a pull request.
diff: setup-site ## Tell what changed for readers since REV
	@$(BIN)/briefing diff $(if $(REV),$(REV),HEAD) $(if $(CALLED),--called "$(CALLED)") $(if $(FORMAT),--format $(FORMAT))

# The tests of a file run in one process, which makes what they share once.
test: setup-test lint ## Run every test, in a browser too
	@chromium="$$($(BIN)/python -m scripts.browser --install)" && \
		BRIEFING_CHROMIUM="$$chromium" $(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

# Lint, types, and the tests that need no built site and no browser.
test-quick: setup-test lint ## Run lint, types and the fast tests
	@$(BIN)/python -m pytest --numprocesses=2 --ignore=tests/browser --ignore=tests/build --ignore=tests/editor --ignore=tests/hostile

hostile: setup-test ## Test long lists of hostile texts and 200,000 spoiled files, and remove each defence in turn; takes hours
	@chromium="$$($(BIN)/python -m scripts.browser --install)" && export BRIEFING_CHROMIUM="$$chromium" && \
		$(BIN)/python -m pytest --numprocesses=auto tests/browser/hostile_lists.py && \
		$(BIN)/python -m tests.hostile.mutants && $(BIN)/python -m tests.hostile.defences

# Without its cache, in which lint-imports misses the imports of a room that was not there when it was filled.
lint: setup-test ## Check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# ARGS="--profile" shows where the time of a check goes, ARGS="--json FILE" keeps the figures.
bench: setup-bench ## Measure the speed, as ratios; takes some minutes
	@.venv-bench/bin/python -m bench $(ARGS)

bench-reading: setup-test ## Measure what readers wait for, in a slowed browser; takes some minutes
	@$(BIN)/python -m bench.reading $(ARGS)

# The locks name every package that is installed, so that nothing has to be installed to look it up.
audit: setup-audit ## Look for known faults of all that is locked (needs the net)
	@for lock in requirements/*.txt; do \
		.venv-audit/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner=off -r $$lock || exit 1; done

lock: ## Choose the locked packages anew (needs uv); with UPGRADE=--upgrade the newest ones
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: python3 -m pip install uv" >&2; exit 1; }
	@$(LOCK) pyproject.toml requirements/site.in -o requirements/site.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/test.in -c requirements/site.txt \
		-o requirements/test.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/bench.in -c requirements/site.txt \
		-o requirements/bench.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/audit.in -c requirements/site.txt \
		-o requirements/audit.txt >/dev/null

wheel: setup-site ## Build the package into dist/, to install where there is no checkout
	@$(BIN)/python -m hatchling build --target wheel

screenshots: setup-test site ## Take the pictures of the README and of the guide from real pages
	@$(BIN)/python -m scripts.screenshots && $(BIN)/python -m scripts.guide

clean: ## Remove all that the commands made, .venv included
	rm -rf .venv .venv-bench .venv-audit site .site-build build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup-site: ## Make .venv for the site (the other commands do it themselves)
	@$(SETUP) site

setup-test: ## Make .venv for the tests (likewise)
	@$(SETUP) test

setup-bench: ## Make .venv-bench for the measurements (likewise)
	@$(SETUP) bench

setup-audit: ## Make .venv-audit for the audit (likewise)
	@$(SETUP) audit
