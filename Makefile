# SPDX-License-Identifier: GPL-2.0-or-later
VENV ?= .venv
PY = $(VENV)/bin/python
build:
	rm -rf build/dinamis_qgis
	mkdir -p build/dinamis_qgis
	cp -r dinamis_qgis resources metadata.txt build/ 
