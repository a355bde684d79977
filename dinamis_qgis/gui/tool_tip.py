# SPDX-License-Identifier: GPL-2.0-or-later
"""Tool tips of text that others wrote: Qt takes a tip for HTML as soon as it looks so, and fetches its pictures."""

from __future__ import annotations

import html


def tool_tip(*lines: str) -> str:
    """Rich text in which each line is as it was written; "" when there is nothing to say. Long lines wrap."""
    said = "<br>".join(html.escape(line) for line in lines if line)
    return f"<qt>{said}</qt>" if said else ""
