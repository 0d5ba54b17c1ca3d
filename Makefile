# `make site` builds the site, `make test` judges it; each first makes its own environment, on a fresh machine too.
# Another Python: make PYTHON=python3.13 test
PYTHON ?= python3
VENV := .venv
LOWEST := .venv-lowest
BIN := $(VENV)/bin
# Twice quiet: errors only.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq install

.PHONY: help site test lowest trust judge screenshots lint judges clean
.DEFAULT_GOAL := help
# A recipe that fails half-way must not leave its stamp behind.
.DELETE_ON_ERROR:

help:
	@echo "make site    build the site into public/"
	@echo "make test    lint, types, contracts, dead code and all tests (fetches the outside judges once)"
	@echo "make lowest  the tests without the outside judges, with the oldest versions that pyproject.toml allows"
	@echo "make trust   the long walks of edits, kills, faults and made texts, which make test shortens (an hour)"
	@echo "make judge   Lighthouse on home, article and tag page of the example site"
	@echo "make screenshots   the pictures of the example site in docs/"
	@echo "make lint    the same without the tests"
	@echo "make clean   delete what was built and cached; 'rm -r .venv tests/judges/node_modules tests/judges/suites' for the rest"

site: $(VENV)/site.stamp
	$(BIN)/python build.py

# pytest comes last, so that its closing line is the last thing said.
test: lint judges
	$(BIN)/python -m pytest -n auto

# In an environment of its own. pip warns that tools of the tests would like newer versions of what we both use.
lowest:
	$(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python -m pip --disable-pip-version-check -qq install -r requirements-dev.txt
	$(LOWEST)/bin/python tests/lowest.py > $(LOWEST)/lowest.txt
	$(LOWEST)/bin/python -m pip --disable-pip-version-check -qq install -r $(LOWEST)/lowest.txt
	@# Not asked: what needs the texts that tests/judges/install.sh fetches, and a tool that needs a newer rich than we do.
	$(LOWEST)/bin/python -m pytest -n auto --ignore=tests/judges --ignore=tests/bench --deselect tests/read/test_speedups.py::test_python_markdowns_own_suite --deselect tests/test_house.py::test_the_import_contracts_hold

trust: $(VENV)/test.stamp judges
	WARTA_TRUST=1 WARTA_TESTS=thorough $(BIN)/python -m pytest -n auto tests/publish tests/trust tests/judges/test_xss.py tests/read tests/newsroom tests/test_plainyaml.py tests/test_hostile.py

judge: $(VENV)/test.stamp judges
	$(BIN)/python tests/judges/lighthouse.py

screenshots: $(VENV)/test.stamp judges
	$(BIN)/python tests/judges/screenshots.py

# One recipe, in this order also under -j: cheap and frequent faults first.
lint: $(VENV)/test.stamp
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	@# Templates use names that vulture cannot see: hand it each ".name" of theirs as a use.
	grep -rhoE --exclude='*.css' --exclude='*.js' '\.[A-Za-z_]+' layouts | sort -u | sed 's/^\.\(.*\)/getattr(_, "\1")/' > $(VENV)/template_names.py
	$(BIN)/vulture warta build.py $(VENV)/template_names.py

# Always asked, since only the script knows what the machine lacks; nothing missing costs a tenth of a second.
judges: $(VENV)/python.stamp
	tests/judges/install.sh

# Stamps: an environment is made again only when what it is made from has changed.
$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.13 ..." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python lacks venv; run this once: sudo apt-get install -y python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site.stamp: requirements.txt $(VENV)/python.stamp
	$(PIP) -r requirements.txt
	@touch $@

# After site.stamp, never beside it: two pips in one environment get in each other's way.
$(VENV)/test.stamp: requirements-dev.txt $(VENV)/site.stamp
	$(PIP) -r requirements-dev.txt
	@touch $@

clean:
	rm -rf public .warta .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -not -path './tests/judges/node_modules/*' -prune -exec rm -rf {} +
