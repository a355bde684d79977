# SPDX-License-Identifier: GPL-2.0-or-later
# One word per need: `make help`. demo, run and test install what is missing first (Debian or Ubuntu, root or sudo).

VENV ?= .venv
SERVICES_VENV ?= .venv-services
QT6_VENV ?= $(VENV)-qt6
DEMO_LANG ?= fr
ON ?= here,trixie,sid

PY := $(VENV)/bin/python
STAGE := build/dinamis_qgis
VERSION := $(shell sed -n 's/^version=//p' metadata.txt)
ZIP := build/dinamis_qgis-$(VERSION).zip
QM := $(patsubst %.ts,%.qm,$(wildcard i18n/*.ts))
LRELEASE := /usr/lib/qt5/bin/lrelease

DEBIAN := curl qgis python3-qgis python3-gdal python3-requests python3-venv xvfb xauth fonts-dejavu-core libqt5svg5 \
	qttranslations5-l10n qttools5-dev-tools poppler-utils openssl tinyproxy squid \
	$(if $(wildcard /usr/lib/python3.11),,python3-shapely) \
	$(if $(wildcard /usr/lib/postgresql/*/bin/initdb),,postgresql) \
	$(if $(wildcard /usr/share/postgresql/*/extension/postgis.control),,postgresql-postgis)

export QT_QPA_PLATFORM ?= offscreen
export PYTHONDONTWRITEBYTECODE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export SERVICES_VENV
PYTEST := $(PY) -m pytest -q
# a machine that cannot have PyQt6 says so, and goes on
under_qt6 = @if $(MAKE) -s $(QT6_VENV)/.ready; then $(1); else echo "Qt 6: not run, PyQt6 cannot be installed here"; fi

.PHONY: help setup debian demo run test test-qt6 test-domain test-kill test-reload fuzz faults test-matrix build package lint format scan bench bench-keep load screenshots i18n clean
.DELETE_ON_ERROR:

help: ## say what each word does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | column -t -s '	'

setup: debian $(VENV)/.ready $(SERVICES_VENV)/.ready ## install what is missing: Debian packages and two virtual environments

debian:
	@missing=$$(for p in $(DEBIAN); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
	test -z "$$missing" || { \
		as_root=$$(test "$$(id -u)" = 0 || echo sudo); \
		$$as_root apt-get update -qq && \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; }

$(VENV)/.ready: tests/requirements.txt | debian
	test -x $(PY) || /usr/bin/python3 -m venv --system-site-packages $(VENV)
	$(PY) -m pip install -q -r $<
	touch $@

$(SERVICES_VENV)/.ready: tests/requirements-services.txt | debian
	test -x $(SERVICES_VENV)/bin/python || /usr/bin/python3 -m venv $(SERVICES_VENV)
	$(SERVICES_VENV)/bin/python -m pip install -q -r $<
	touch $@

$(QT6_VENV)/.ready: tests/requirements-qt6.txt | debian
	test -x $(QT6_VENV)/bin/python || /usr/bin/python3 -m venv $(QT6_VENV)
	$(QT6_VENV)/bin/python -m pip install -q -r $<
	touch $@

demo: setup build ## the main job, in the panel of the real QGIS, on the embedded catalogue; leaves build/demo/
	DEMO_LANG=$(DEMO_LANG) $(PY) -m tests.demo

run: setup build ## QGIS open for a person, the plugin enabled, in a profile of its own
	$(PY) -m tests.integration.real_qgis

test: setup build ## every test
	$(PYTEST) tests
	TZ=Europe/Paris $(PYTEST) tests/core tests/processing
	$(call under_qt6,$(MAKE) -s test-qt6)

test-qt6: $(QT6_VENV)/.ready ## the names, the modules and the widgets that need no QGIS, under PyQt6
	DINAMIS_QT6=1 $(QT6_VENV)/bin/python -m pytest -q -o qt_api=pyqt6 --confcutdir=tests/qt6 tests/qt6

test-domain: $(VENV)/.ready ## what needs no QGIS, in seconds
	$(PY) -m pytest -q -p no:pytest_qgis -p no:pytest-qt -p no:qgis tests/domain

test-kill: setup ## a hundred kills of a process that downloads: never a wrong file under its final name
	DINAMIS_KILLS=100 $(PYTEST) tests/kill

test-reload: setup ## fifty reloads of the plugin in the real QGIS: nothing is left, and memory grows by less than 5 MB
	DINAMIS_RELOADS=50 $(PYTEST) -s tests/integration/test_reloads.py

fuzz: setup ## 20 000 damaged documents for each parser; the table in build/reports/fuzz.md
	DINAMIS_FUZZ=20000 $(PYTEST) tests/fuzz

faults: setup ## every fault in every feature that asks a network, within 50 ms of event loop; build/reports/faults.md
	DINAMIS_STRICT=1 $(PYTEST) tests/services/test_fault_table.py

test-matrix: setup build ## the suite on this QGIS and on those of Debian 13 and sid, in folders that are made (root); build/reports/matrix.md
	$(PY) -m tests.tools.matrix --on $(ON) $(TESTS)

build: $(QM) ## stage the plugin as build/dinamis_qgis
	rm -rf $(STAGE)
	mkdir -p $(STAGE)/i18n
	cp -r dinamis_qgis resources metadata.txt LICENSE $(STAGE)/
	mv $(STAGE)/dinamis_qgis/* $(STAGE)/ && rmdir $(STAGE)/dinamis_qgis
	$(if $(QM),cp $(QM) $(STAGE)/i18n/)
	find $(STAGE) \( -name __pycache__ -o -name '.*' -o -name '*.aux.xml' \) -prune -exec rm -rf {} +

i18n/%.qm: i18n/%.ts | debian
	$(LRELEASE) -silent $< -qm $@

package: build ## build/dinamis_qgis-<version>.zip, for the plugin directory
	rm -f $(ZIP)
	cd build && $(abspath $(PY)) -m zipfile -c $(notdir $(ZIP)) dinamis_qgis

lint: $(VENV)/.ready ## ruff, mypy, Python 3.9 syntax, Qt 5 and 6 from one source, translations up to date
	$(VENV)/bin/ruff check -q .
	$(VENV)/bin/ruff format --check -q .
	$(VENV)/bin/mypy
	$(PY) -m tests.tools.source_rules
	$(call under_qt6,$(QT6_VENV)/bin/python -m tests.tools.qt6_checker)
	$(PY) -m tests.tools.translations --check

format: $(VENV)/.ready ## reformat the sources
	$(VENV)/bin/ruff check -q --fix .
	$(VENV)/bin/ruff format -q .

scan: $(VENV)/.ready package ## the plugin directory's security scan, on the zip
	rm -rf build/scan && mkdir build/scan
	$(PY) -m zipfile -e $(ZIP) build/scan
	$(VENV)/bin/bandit -q -r build/scan
	cd build/scan && $(abspath $(VENV))/bin/detect-secrets scan --all-files > ../secrets.json
	$(PY) -c "import json; found = json.load(open('build/secrets.json'))['results']; raise SystemExit(json.dumps(found) if found else 0)"

bench: setup build ## figures, as ratios against a baseline of the same run
	$(PY) -m tests.bench

bench-keep: setup build ## keep the table of this run: ratios of later ones are compared with it
	$(PY) -m tests.bench --keep

load: setup build ## more than anybody asks for: 50 000 scenes, 2 000 quicklooks, 200 downloads, 5 000 products; build/reports/load.md
	$(PY) -m tests.bench --load

screenshots: setup build ## every page in both languages, light and dark, in build/screenshots/; renews the guide's and README's pictures
	$(PY) -m tests.screenshots

i18n: $(VENV)/.ready ## bring the .ts files up to date with the sources
	$(PY) -m tests.tools.translations

clean: ## remove what was built (the virtual environments stay)
	rm -rf build i18n/*.qm .ruff_cache .mypy_cache .hypothesis
