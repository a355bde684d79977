# SPDX-License-Identifier: GPL-2.0-or-later
VENV ?= .venv
PY = $(VENV)/bin/python

.PHONY: setup test
setup: $(VENV)/.ready
$(VENV)/.ready: pyproject.toml
	test -x $(PY) || /usr/bin/python3 -m venv --system-site-packages $(VENV)
	$(PY) -m pip install -q --disable-pip-version-check 'numpy<2' 'shapely>=2' requests pytest pytest-qgis pytest-qt hypothesis ruff mypy types-shapely bandit detect-secrets
	touch $@

test: setup
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q
