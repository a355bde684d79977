# SPDX-License-Identifier: GPL-2.0-or-later
"""More than anybody is likely to ask for at once: ``make load``, one Markdown table in build/reports/load.md."""
