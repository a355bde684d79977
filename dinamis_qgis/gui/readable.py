# SPDX-License-Identifier: GPL-2.0-or-later
"""Text that can be read on what lies under it. A theme's style sheet may paint a row otherwise than its palette says:
what it paints is looked at."""

from __future__ import annotations

from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionViewItem

LEAST = 4.5  # to 1: WCAG 2.1, for text
_SIDE = 12  # pixels
_MOST_KNOWN = 64
_grounds: dict[tuple, QColor] = {}


def contrast(one: QColor, other: QColor) -> float:
    """WCAG's, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(text: QColor, ground: QColor) -> QColor:
    """The theme's own, unless it cannot be read there: then black or white."""
    if contrast(text, ground) >= LEAST:
        return text
    return max(QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white), key=lambda one: contrast(one, ground))


def row_text(option: QStyleOptionViewItem, group: QPalette.ColorGroup | None = None) -> QColor:
    """The colour of the words of a row whose background the style has painted."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    group = option.palette.currentColorGroup() if group is None else group
    text = option.palette.color(group, role)
    return text if group == QPalette.ColorGroup.Disabled else readable(text, _ground(option))


def _ground(option: QStyleOptionViewItem) -> QColor:
    """What the style paints behind a row in this state."""
    widget, state = option.widget, option.state & ~QStyle.StateFlag.State_HasFocus
    style = widget.style()
    number = int(getattr(state, "value", state))  # Qt 6 has a flag for it, Qt 5 a number
    key = (number, option.palette.cacheKey(), id(style), style.metaObject().className())
    if key not in _grounds:
        if len(_grounds) >= _MOST_KNOWN:
            _grounds.clear()
        image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
        image.fill(option.palette.color(QPalette.ColorRole.Base))
        sample = QStyleOptionViewItem(option)
        sample.state, sample.rect = state, QRect(0, 0, _SIDE, _SIDE)
        painter = QPainter(image)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, sample, painter, widget)
        painter.end()
        _grounds[key] = image.pixelColor(_SIDE // 2, _SIDE // 2)
    return _grounds[key]


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
