# Briefing Book. `make help` lists the commands. All of them work in a fresh clone.

# Everything runs from .venv. Any Python from 3.11 on can make it: `make site PYTHON=/path/to/python3.12`.
BIN    := .venv/bin
# The address of the preview. If another program uses port 8000: `make serve ADDR=127.0.0.1:8001`.
ADDR   := 127.0.0.1:8000
SETUP   = python="$$(PYTHON='$(PYTHON)' sh scripts/python.sh)" && "$$python" scripts/setup.py
# A test that hangs ends the run, and shows where: 600 seconds are far more than any test needs.
PYTEST  = $(BIN)/python -m pytest -o faulthandler_timeout=600 -o faulthandler_exit_on_timeout=true --max-worker-restart=0
# Only `make lock` needs uv.
UV     := uv
LOCK   := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile --quiet --universal --python-version 3.11 \
          --extra articles --generate-hashes --no-emit-index-url $(UPGRADE)

# Hide the theme's notice that it ends in May 2027. The tests also build with Zensical, its successor.
export NO_MKDOCS_2_WARNING := 1
# Where a variable forbids Python to keep compiled modules, each command takes a third longer to start.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve check diff test test-quick hostile lint bench bench-reading audit lock wheel screenshots clean setup-site setup-test setup-bench setup-audit

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-20s %s\n' "$$name" "$$what"; done

site: setup-site ## Check everything and build the site into site/
	@$(BIN)/briefing build

serve: setup-site ## Open the desk and preview the site; each saved file rebuilds it and reloads the page
	@$(BIN)/briefing serve --addr $(ADDR)

check: setup-site ## Check everything and report every error and warning
	@$(BIN)/briefing check $(if $(FORMAT),--format $(FORMAT))

# REV is a branch, tag or commit; CALLED="the last release" is its name in the report; FORMAT=markdown is for a pull request.
diff: setup-site ## List what changed for readers since REV
	@$(BIN)/briefing diff $(if $(REV),$(REV),HEAD) $(if $(CALLED),--called "$(CALLED)") $(if $(FORMAT),--format $(FORMAT))

# The tests of a file run in one process, so that they share what they build.
test: setup-test lint ## Run lint, types and all tests, including those in a browser
	@chromium="$$($(BIN)/python -m scripts.browser --install)" && \
		BRIEFING_CHROMIUM="$$chromium" $(PYTEST) --numprocesses=auto --dist=loadfile --no-loadscope-reorder

# Without the tests that need a built site, a browser or a language server, and without those that take seconds.
test-quick: setup-test lint ## Run lint, types and the fast tests
	@$(PYTEST) --numprocesses=auto -m "not slow" --ignore=tests/browser --ignore=tests/build --ignore=tests/editor --ignore=tests/hostile

# PART=files runs one part: strings, files, defences or kills.
hostile: setup-test ## Test long lists of hostile texts and files, kill builds and commands, and remove each defence; takes over an hour
	@chromium="$$($(BIN)/python -m scripts.browser --install)" && \
		BRIEFING_CHROMIUM="$$chromium" $(BIN)/python -m tests.hostile $(PART)

# lint-imports runs without its cache, because the cache misses the imports of new packages.
lint: setup-test ## Check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# ARGS="--only P1,P2" measures some parts; ARGS="--profile" prints a profile of a check; ARGS="--json FILE" writes the figures to a file.
bench: setup-bench ## Measure the speed against the goals; takes hours
	@.venv-bench/bin/python -m bench $(ARGS)

bench-reading: setup-test ## Measure how long readers wait, in a slow browser; takes some minutes
	@$(BIN)/python -m bench.reading $(ARGS)

# The script installs pip-audit itself, so that it can say in one line that there is no network.
audit: ## Look for known vulnerabilities in the locked packages (needs the internet)
	@python="$$(PYTHON='$(PYTHON)' sh scripts/python.sh)" && "$$python" scripts/audit.py

lock: ## Lock the packages again (needs uv); with UPGRADE=--upgrade in their newest versions
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: python3 -m pip install uv" >&2; exit 1; }
	@$(LOCK) pyproject.toml requirements/site.in -o requirements/site.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/test.in -c requirements/site.txt \
		-o requirements/test.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/bench.in -c requirements/site.txt \
		-o requirements/bench.txt >/dev/null
	@$(LOCK) pyproject.toml requirements/site.in requirements/audit.in -c requirements/site.txt \
		-o requirements/audit.txt >/dev/null

wheel: setup-site ## Build the package into dist/, with a list of what it needs (CycloneDX)
	@$(BIN)/python -m hatchling build --target wheel && $(BIN)/python scripts/sbom.py

screenshots: setup-test ## Take the pictures of the README and of the guides
	@$(BIN)/briefing build --today 2025-12-10
	@$(BIN)/python -m scripts.screenshots && $(BIN)/python -m scripts.desk_guide && $(BIN)/python -m scripts.guide

clean: ## Remove everything that the commands made, including .venv
	rm -rf .venv .venv-bench .venv-audit site .site-build build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup-site: ## Install what the site needs into .venv (other commands do this themselves)
	@$(SETUP) site

setup-test: ## Install what the tests need into .venv
	@$(SETUP) test

setup-bench: ## Install what the measurements need into .venv-bench
	@$(SETUP) bench

setup-audit: ## Install what the audit needs into .venv-audit
	@$(SETUP) audit
