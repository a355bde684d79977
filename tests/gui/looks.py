# SPDX-License-Identifier: GPL-2.0-or-later
"""What is wrong with a screen as it is shown: words that do not fit, widgets without a name, keys that clash."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from dinamis_qgis.gui.elided import ElidedLabel
from dinamis_qgis.gui.elided_box import ElidedBox

_SLACK = 2  # pixels
_ROW = 14  # pixels: what stands no further apart is in one row
_MNEMONIC = re.compile(r"&(?=[^&\s])")
_INSIDE = (QLineEdit, QAbstractItemView)  # of spin boxes and lists: named with what they belong to


def clipped(screen: QWidget) -> list[str]:
    """Words that are cut. Those that end with … on purpose (wireframes: rows, lists, one-line headings) are not."""
    found = []
    for widget in _shown(screen):
        for said, needed, given in _words(widget):
            if needed.width() > given.width() + _SLACK or needed.height() > given.height() + _SLACK:
                found.append(
                    f"{type(widget).__name__} « {said} » needs {needed.width()}×{needed.height()}, "
                    f"has {given.width()}×{given.height()}"
                )
        if not isinstance(widget.parent(), _INSIDE) and _beyond(widget, screen):
            found.append(f"{type(widget).__name__} {_name(widget)!r} reaches beyond the edge")
    return found


def unnamed(screen: QWidget) -> list[str]:
    """What a person can act on and a screen reader has no word for."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r} {widget.toolTip()!r}"
        for widget in _shown(screen)
        if _interactive(widget) and not _name(widget).strip()
    ]


def clashes(screen: QWidget) -> list[str]:
    """The same Alt+letter twice among what is shown together."""
    taken = defaultdict(list)
    for widget in _shown(screen):
        for text in _mnemonic_texts(widget):
            for found in _MNEMONIC.finditer(text.replace("&&", "")):
                taken[text.replace("&&", "")[found.end()].lower()].append(text)
    return [f"Alt+{key}: {', '.join(texts)}" for key, texts in taken.items() if len(texts) > 1]


def _shown(screen: QWidget) -> Iterator[QWidget]:
    for widget in screen.findChildren(QWidget):
        if widget.isVisibleTo(screen) and not widget.objectName().startswith("qt_") and widget.width() > 0:
            yield widget


def _words(widget: QWidget) -> Iterator[tuple[str, QSize, QSize]]:
    """(text, size needed, size given)"""
    metrics, style = widget.fontMetrics(), widget.style()
    if isinstance(widget, ElidedLabel):
        yield widget.text(), QSize(0, metrics.height()), widget.contentsRect().size()
    elif isinstance(widget, QLabel) and widget.text():
        yield from _label(widget)
    elif isinstance(widget, (QCheckBox, QRadioButton)) and widget.text():
        option = _button_option(widget)
        check = isinstance(widget, QCheckBox)
        part = QStyle.SubElement.SE_CheckBoxContents if check else QStyle.SubElement.SE_RadioButtonContents
        yield _plain(widget.text()), _size(metrics, widget.text()), style.subElementRect(part, option, widget).size()
    elif isinstance(widget, QPushButton) and widget.text():
        option = _button_option(widget)
        room = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, option, widget).size()
        needed = _size(metrics, widget.text())
        if not widget.icon().isNull():
            needed += QSize(widget.iconSize().width() + 4, 0)
        yield _plain(widget.text()), needed, room
    elif isinstance(widget, QToolButton) and widget.text() and _says_text(widget):
        needed = _size(metrics, widget.text())
        if widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon:
            needed += QSize(widget.iconSize().width() + 4, 0)
        yield _plain(widget.text()), needed, widget.size() - QSize(4, 2)
    elif isinstance(widget, QComboBox) and not isinstance(widget, ElidedBox) and not widget.isEditable():
        option = QStyleOptionComboBox()
        option.initFrom(widget)
        option.currentText, option.editable, option.frame = widget.currentText(), False, True
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, widget)
        yield option.currentText, _size(metrics, option.currentText), room.size()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            if widget.isTabVisible(place):
                yield widget.tabText(place), _size(metrics, widget.tabText(place)), widget.tabRect(place).size()
    elif isinstance(widget, QGroupBox) and widget.title():
        yield widget.title(), QSize(_size(metrics, widget.title()).width() + 24, 0), widget.size()  # with its arrow
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        margins = widget.textMargins()
        room = widget.width() - margins.left() - margins.right() - 8
        yield widget.placeholderText(), _size(metrics, widget.placeholderText()), QSize(room, widget.height())
    elif isinstance(widget, QAbstractSpinBox):
        edit = widget.lineEdit()
        yield edit.text(), _size(metrics, edit.text()), QSize(edit.width() - 4, edit.height())
    elif isinstance(widget, QProgressBar) and widget.isTextVisible():
        yield widget.text(), _size(metrics, widget.text()), widget.size()


def _label(label: QLabel) -> Iterator[tuple[str, QSize, QSize]]:
    given = label.contentsRect().size() - QSize(2 * label.margin(), 2 * label.margin())
    rich = label.textFormat() == Qt.TextFormat.RichText or (
        label.textFormat() == Qt.TextFormat.AutoText and Qt.mightBeRichText(label.text())
    )
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    if rich:
        document.setHtml(label.text())
    else:
        document.setPlainText(label.text() if label.buddy() is None else _plain(label.text()))
    if label.wordWrap():
        document.setTextWidth(given.width())
    needed = QSize(int(document.idealWidth()), int(document.size().height()))
    yield document.toPlainText()[:60], needed, given


def _button_option(button: QAbstractButton) -> QStyleOptionButton:
    option = QStyleOptionButton()
    option.initFrom(button)
    option.text, option.icon, option.iconSize = button.text(), button.icon(), button.iconSize()
    return option


def _says_text(button: QToolButton) -> bool:
    icon_only = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    return not icon_only or (button.icon().isNull() and button.arrowType() == Qt.ArrowType.NoArrow)


def _size(metrics, text: str) -> QSize:
    return QSize(metrics.horizontalAdvance(_plain(text)), metrics.height() - metrics.leading())


def _plain(text: str) -> str:
    return _MNEMONIC.sub("", text).replace("&&", "&")


def _beyond(widget: QWidget, screen: QWidget) -> bool:
    """To the right of what is seen: the screen, or the page that scrolls up and down."""
    above = widget.parentWidget()
    while above is not None and above is not screen:
        if isinstance(above, QAbstractItemView):
            return False
        scrolls = isinstance(above, QScrollArea)
        if scrolls and above.horizontalScrollBar().maximum() > 0:
            return True
        if scrolls:
            break
        above = above.parentWidget()
    right = widget.mapTo(screen, widget.rect().topRight()).x()
    return right > screen.width() + _SLACK


def _interactive(widget: QWidget) -> bool:
    if isinstance(widget, (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit)):
        own = not isinstance(widget.parent(), (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit, QTabBar))
        return own and not isinstance(widget.parent(), QgsCollapsibleGroupBox) and widget.window() is not None
    if isinstance(widget, QTextEdit):
        return True
    if isinstance(widget, QLineEdit):
        return not isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))
    return (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and type(widget).__module__.startswith("dinamis_qgis")
        and not isinstance(widget, (QLabel, QScrollArea, QGroupBox))
        and widget.focusProxy() is None
    )


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and len(_plain(widget.text())) > 1:
        return _plain(widget.text())
    if isinstance(widget, QGroupBox):
        return widget.title()
    for label in widget.window().findChildren(QLabel):
        if label.buddy() is widget:
            return label.text()
    parent = widget.parentWidget()  # QGIS's own fields hold a line and a button
    named = parent is not None and type(parent).__module__.startswith("qgis") and parent.accessibleName()
    return named or ""


def _mnemonic_texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QAbstractButton) or isinstance(widget, QLabel) and widget.buddy() is not None:
        yield widget.text()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield widget.tabText(place)
    elif isinstance(widget, QGroupBox):
        yield widget.title()


def unreachable(screen: QWidget) -> list[str]:
    """What a person can act on, and the Tab key does not come to."""
    return [
        f"{type(widget).__name__} {_name(widget)!r} is not reached by Tab"
        for widget in _shown(screen)
        if _interactive(widget) and widget.isEnabled() and not _tabbed(widget)
    ]


def disordered(screen: QWidget) -> list[str]:
    """Where the Tab key goes back up the page, or to the left in a row."""
    chain, widget = [], screen.nextInFocusChain()
    while widget is not screen and len(chain) < 500:
        if screen.isAncestorOf(widget) and _interactive(widget) and widget.isEnabled() and _whole(widget):
            chain.append(widget)
        widget = widget.nextInFocusChain()
    places = [(one, one.mapTo(screen, one.rect().center())) for one in chain]
    return [
        f"Tab goes from {_name(one)!r} back to {_name(other)!r}"
        for (one, here), (other, there) in zip(places, places[1:])
        if there.y() < here.y() - _ROW or (abs(there.y() - here.y()) <= _ROW and there.x() < here.x())
    ]


def _whole(widget: QWidget) -> bool:
    """Not scrolled out of sight, be it in part."""
    return widget.visibleRegion().boundingRect() == widget.rect()


def _tabbed(widget: QWidget) -> bool:
    if widget.focusProxy() is not None:
        widget = widget.focusProxy()
    if isinstance(widget, QAbstractSpinBox):
        return True
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
