# SPDX-License-Identifier: GPL-2.0-or-later
"""The best set of scenes that covers a zone: ``best_set`` asks, ``cells`` cuts the zone, ``facility`` chooses."""
