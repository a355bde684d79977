# SPDX-License-Identifier: GPL-2.0-or-later
"""The timeline above the results: bars by month or year in the colours of the footprints. Drag, or use the arrows with
Shift, to narrow the list to a span of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionFocusRect, QToolTip, QWidget

from ...core.footprint_layer import mission_colour
from ...core.numbers import format_month, format_number
from ...core.words import mission_name
from ...domain.scene import Scene
from ...domain.timeline import Bar, Span, Timeline
from ...translation import tr
from ..tool_tip import tool_tip

_GAP = 3  # pixels, also between bars and words
_FAINT = 70  # alpha of bars outside the span
_RESET = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class TimelineBars(QLabel):  # a label has the colours of words in every theme
    narrowed = pyqtSignal(object)  # a Span, or None for all

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timeline = Timeline()
        self._bars: Sequence[Bar] = ()
        self._span: Span | None = None
        self._moment: Span | None = None  # that the map shows
        self._held = self._moving = 0  # bars at both ends of what is being chosen
        self._dragging = self._again = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Timeline"))
        self.hide()

    def start(self) -> None:
        """Empty, for a new search."""
        self._timeline, self._span, self._moment = Timeline(), None, None
        self._held = self._moving = 0
        self.add(())

    def add(self, scenes: Iterable[Scene]) -> None:
        """One bar alone tells nothing, and is not shown."""
        self._timeline.add(scenes)
        self._bars = self._timeline.bars()
        self._held = self._moving = min(self._held, max(len(self._bars) - 1, 0))
        self.setVisible(len(self._bars) > 1)
        self._describe()

    def reset(self) -> None:
        if self._span is not None:
            self._choose(None)

    @property
    def whole(self) -> Span | None:
        """From the first bar to the last."""
        return Span(self._bars[0].span.first, self._bars[-1].span.last) if self._bars else None

    @property
    def chosen(self) -> Span | None:
        return self._span

    @property
    def by_year(self) -> bool:
        return bool(self._bars) and self._bars[0].is_year

    def show_moment(self, moment: Span | None) -> None:
        """Mark what the map shows, when it shows a moment."""
        if moment != self._moment:
            self._moment = moment
            self._describe()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 8, 3 * line + _GAP + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    # --- choosing ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not self._bars:
            return
        if self._span is not None and self._cross().contains(event.pos()):
            self.reset()
            return
        here = self._bar_at(event.pos())
        self._again = self._span == self._bars[here].span  # a second click on a bar shows all again
        self._held = self._moving = here
        self._dragging = True
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging and self._bar_at(event.pos()) != self._moving:
            self._moving = self._bar_at(event.pos())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging, self._moving = False, self._bar_at(event.pos())
            self._choose(None if self._again and self._held == self._moving else self._chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -last, Qt.Key.Key_End: last}.get(event.key())
        if event.key() in _RESET and self._span is not None:
            self.reset()
        elif step is None or not self._bars:
            super().keyPressEvent(event)
        else:
            begun = self._span is not None
            self._moving = min(max(self._moving + step, 0), last) if begun else (last if step < 0 else 0)
            if not (begun and event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
                self._held = self._moving
            self._choose(self._chosen())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self._bars:
            bar = self._bars[self._bar_at(event.pos())]
            said = tr("{when}: {count}").format(when=_name(bar), count=tr("%n image(s)", "", bar.total))
            hint = tr("Drag to narrow the list; Esc shows all again.")
            QToolTip.showText(event.globalPos(), tool_tip(said, *_by_mission(bar), hint), self)
            return True
        if event.type() == QEvent.Type.ShortcutOverride and event.key() in _RESET and self._span is not None:
            event.accept()  # Esc shows all again before it leaves the results
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def _chosen(self) -> Span:
        first, last = sorted((self._held, self._moving))
        return Span(self._bars[first].span.first, self._bars[last].span.last)

    def _choose(self, span: Span | None) -> None:
        self._span = span
        self._describe()
        self.narrowed.emit(span)

    def _bar_at(self, at: QPoint) -> int:
        return min(max(at.x() * len(self._bars) // max(self.width(), 1), 0), len(self._bars) - 1)

    # --- looks ------------------------------------------------------------------------------------

    def _describe(self) -> None:
        self.setAccessibleDescription(self._words())
        self.update()

    def _words(self) -> str:
        if not self._bars:
            return ""
        inside = [bar for bar in self._bars if self._span is None or _within(bar, self._span)]
        count = tr("%n image(s)", "", sum(bar.total for bar in inside))
        shown = [_name(bar) for bar in self._bars if self._moment and _overlap(bar, self._moment)]
        on_map = [tr("on the map: {}").format(" – ".join(dict.fromkeys((shown[0], shown[-1]))))] if shown else []
        return ", ".join([*([self._when()] if inside else []), count, *on_map])

    def _when(self) -> str:
        inside = [bar for bar in self._bars if self._span is None or _within(bar, self._span)]
        first, last = (_name(inside[0]), _name(inside[-1])) if inside else ("", "")
        return first if first == last else f"{first} – {last}"

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        line = self.fontMetrics().height()
        floor = self.height() - line - _GAP
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(0, floor, self.width(), floor)
        tallest = max(bar.total for bar in self._bars)
        span = self._chosen() if self._dragging else self._span
        for number, bar in enumerate(self._bars):
            left, right = (place * self.width() // len(self._bars) for place in (number, number + 1))
            room = QRect(left, 0, right - left - (1 if right - left > 2 else 0), floor)
            _paint_bar(painter, room, bar, tallest, faint=span is not None and not _within(bar, span))
        self._paint_moment(painter, floor)
        self._paint_words(painter, QRect(0, self.height() - line, self.width(), line))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.backgroundColor = self.palette().color(QPalette.ColorRole.Window)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self._span is None:
            painter.drawText(place, left, _name(self._bars[0]))
            painter.drawText(place, right, _name(self._bars[-1]))
            return
        cross = self._cross()
        room = place.width() - cross.width() - _GAP
        words = self.fontMetrics().elidedText(self._when(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, left, words)
        self.style().standardIcon(QStyle.StandardPixmap.SP_DockWidgetCloseButton).paint(painter, cross)

    def _paint_moment(self, painter: QPainter, floor: int) -> None:
        """A frame around its bars, as high as there is room: it needs no colour of its own."""
        inside = [place for place, bar in enumerate(self._bars) if self._moment and _overlap(bar, self._moment)]
        if inside:
            left, right = (edge * self.width() // len(self._bars) for edge in (inside[0], inside[-1] + 1))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            painter.drawRect(QRect(left, 0, max(right - left - 1, 2), floor - 1))

    def _cross(self) -> QRect:
        """Where a click shows all again."""
        line = self.fontMetrics().height()
        return QRect(self.width() - line, self.height() - line, line, line)


def _paint_bar(painter: QPainter, room: QRect, bar: Bar, tallest: int, faint: bool) -> None:
    """One mission upon another; a single image is seen beside a thousand."""
    bottom = room.bottom() + 1
    done = 0
    for mission in sorted(bar.counts):
        done += bar.counts[mission]
        top = room.bottom() + 1 - max(2, round(done * room.height() / tallest))
        colour = QColor(mission_colour(mission))
        colour.setAlpha(_FAINT if faint else 255)
        painter.fillRect(room.left(), top, room.width(), bottom - top, colour)
        bottom = top


def _by_mission(bar: Bar) -> list[str]:
    """What the colours of a bar say, in words."""
    told = sorted((mission_name(mission), count) for mission, count in bar.counts.items())
    return [tr("{when}: {count}").format(when=name, count=format_number(count, 0)) for name, count in told]


def _within(bar: Bar, span: Span) -> bool:
    return span.first <= bar.span.first and bar.span.last <= span.last


def _overlap(bar: Bar, span: Span) -> bool:
    return bar.span.first <= span.last and span.first <= bar.span.last


def _name(bar: Bar) -> str:
    return str(bar.span.first.year) if bar.is_year else format_month(bar.span.first)
